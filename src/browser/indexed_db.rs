//! What the browser calls IndexedDB, as far as it is needed, with failures as values.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::storage::reason;
use crate::store::persist::StorageError;

#[wasm_bindgen]
extern "C" {
    pub(super) type Factory;
    #[wasm_bindgen(method, catch)]
    pub(super) fn open(this: &Factory, name: &str, version: u32) -> Result<Request, JsValue>;

    pub(super) type Request;
    #[wasm_bindgen(method, getter, catch)]
    pub(super) fn result(this: &Request) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, getter, catch)]
    pub(super) fn error(this: &Request) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, getter, js_name = readyState)]
    pub(super) fn ready_state(this: &Request) -> String;

    /// What requests, transactions and connections have in common.
    pub(super) type Source;
    #[wasm_bindgen(method, setter)]
    pub(super) fn set_onsuccess(this: &Source, handler: &Function);
    #[wasm_bindgen(method, setter)]
    pub(super) fn set_onerror(this: &Source, handler: &Function);
    #[wasm_bindgen(method, setter)]
    pub(super) fn set_onblocked(this: &Source, handler: &Function);
    #[wasm_bindgen(method, setter)]
    pub(super) fn set_oncomplete(this: &Source, handler: &Function);
    #[wasm_bindgen(method, setter)]
    pub(super) fn set_onabort(this: &Source, handler: &Function);
    #[wasm_bindgen(method, setter)]
    pub(super) fn set_onupgradeneeded(this: &Source, handler: &Function);
    #[wasm_bindgen(method, setter)]
    pub(super) fn set_onversionchange(this: &Source, handler: &Function);
    #[wasm_bindgen(method, setter)]
    pub(super) fn set_onclose(this: &Source, handler: &Function);

    pub(super) type Connection;
    #[wasm_bindgen(method, catch, js_name = createObjectStore)]
    pub(super) fn create_object_store(this: &Connection, name: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch)]
    pub(super) fn transaction(
        this: &Connection,
        store: &str,
        mode: &str,
        options: &Object,
    ) -> Result<Transaction, JsValue>;
    #[wasm_bindgen(method)]
    pub(super) fn close(this: &Connection);

    pub(super) type Transaction;
    #[wasm_bindgen(method, catch, js_name = objectStore)]
    pub(super) fn object_store(this: &Transaction, name: &str) -> Result<ObjectStore, JsValue>;
    #[wasm_bindgen(method, getter, js_name = error)]
    pub(super) fn failure(this: &Transaction) -> JsValue;

    pub(super) type ObjectStore;
    #[wasm_bindgen(method, catch)]
    pub(super) fn get(this: &ObjectStore, key: &str) -> Result<Request, JsValue>;
    #[wasm_bindgen(method, catch)]
    pub(super) fn put(this: &ObjectStore, record: &JsValue, key: &str) -> Result<Request, JsValue>;
    #[wasm_bindgen(method, catch)]
    pub(super) fn delete(this: &ObjectStore, key: &str) -> Result<Request, JsValue>;
    #[wasm_bindgen(method, catch, js_name = getAll)]
    pub(super) fn get_all(this: &ObjectStore) -> Result<Request, JsValue>;
    #[wasm_bindgen(method, catch, js_name = getAllKeys)]
    pub(super) fn get_all_keys(this: &ObjectStore) -> Result<Request, JsValue>;
}

/// Opens a database of one object store; makes both where they are missing.
///
/// # Errors
/// Where there is no such thing, or it is blocked.
pub(super) async fn open(name: &str, store: &'static str) -> Result<Connection, StorageError> {
    let factory = Reflect::get(&js_sys::global(), &"indexedDB".into()).map_err(reason)?;
    if factory.is_undefined() || factory.is_null() {
        return Err(StorageError::Blocked);
    }
    let request = factory.unchecked_into::<Factory>().open(name, 1).map_err(reason)?;
    let upgrade = {
        let request: Request = request.clone().unchecked_into();
        Closure::once_into_js(move || {
            if let Ok(connection) = request.result() {
                // Where this fails, so does opening.
                let _ = connection.unchecked_into::<Connection>().create_object_store(store);
            }
        })
    };
    request.unchecked_ref::<Source>().set_onupgradeneeded(upgrade.unchecked_ref());
    Ok(answer(&request).await?.unchecked_into())
}

/// Begins a transaction that, once it is over, is on the disk; gives its object store, and word of its end.
///
/// # Errors
/// Where the connection is closed.
pub(super) fn transaction(
    connection: &Connection,
    store: &str,
    mode: &str,
) -> Result<(ObjectStore, impl Future<Output = Result<(), StorageError>> + use<>), StorageError> {
    let options = Object::new();
    // Setting a property of a fresh object cannot fail.
    let _ = Reflect::set(&options, &"durability".into(), &"strict".into());
    let transaction = connection.transaction(store, mode, &options).map_err(reason)?;
    let store = transaction.object_store(store).map_err(reason)?;
    let source: &Source = transaction.unchecked_ref();
    let ended = Promise::new(&mut |resolve, reject| {
        source.set_oncomplete(&resolve);
        source.set_onabort(&reject);
    });
    let done = async move {
        let ended = JsFuture::from(ended).await;
        ended.map(|_| ()).map_err(|_| reason(transaction.failure()))
    };
    Ok((store, done))
}

/// What a request gives, once it does.
pub(super) async fn answer(request: &Request) -> Result<JsValue, StorageError> {
    // While another was waited for, this one may have been answered: then no event comes any more.
    if request.ready_state() == "done" {
        return request.result().map_err(reason);
    }
    let source: &Source = request.unchecked_ref();
    let answered = Promise::new(&mut |resolve, reject| {
        source.set_onsuccess(&resolve);
        source.set_onerror(&reject);
        source.set_onblocked(&reject);
    });
    match JsFuture::from(answered).await {
        Ok(_) => request.result().map_err(reason),
        Err(_) => Err(reason(request.error().unwrap_or_else(|error| error))),
    }
}
