//! IndexedDB, with its failures as values. One database, one object store, one text under each key.

use std::{cell::RefCell, rc::Rc};

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::storage::reason;
use crate::store::persist::{Draft, Outcome, StorageError};

const NAME: &str = "claimlight";
const STORE: &str = "records";

#[wasm_bindgen]
extern "C" {
    type Factory;
    #[wasm_bindgen(method, catch)]
    fn open(this: &Factory, name: &str, version: u32) -> Result<Request, JsValue>;

    type Request;
    #[wasm_bindgen(method, getter, catch)]
    fn result(this: &Request) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, getter, catch)]
    fn error(this: &Request) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, getter, js_name = readyState)]
    fn ready_state(this: &Request) -> String;

    /// What requests, transactions and connections have in common.
    type Source;
    #[wasm_bindgen(method, setter)]
    fn set_onsuccess(this: &Source, handler: &Function);
    #[wasm_bindgen(method, setter)]
    fn set_onerror(this: &Source, handler: &Function);
    #[wasm_bindgen(method, setter)]
    fn set_onblocked(this: &Source, handler: &Function);
    #[wasm_bindgen(method, setter)]
    fn set_oncomplete(this: &Source, handler: &Function);
    #[wasm_bindgen(method, setter)]
    fn set_onabort(this: &Source, handler: &Function);
    #[wasm_bindgen(method, setter)]
    fn set_onupgradeneeded(this: &Source, handler: &Function);
    #[wasm_bindgen(method, setter)]
    fn set_onversionchange(this: &Source, handler: &Function);
    #[wasm_bindgen(method, setter)]
    fn set_onclose(this: &Source, handler: &Function);

    type Connection;
    #[wasm_bindgen(method, catch, js_name = createObjectStore)]
    fn create_object_store(this: &Connection, name: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn transaction(
        this: &Connection,
        store: &str,
        mode: &str,
        options: &Object,
    ) -> Result<Transaction, JsValue>;
    #[wasm_bindgen(method)]
    fn close(this: &Connection);

    type Transaction;
    #[wasm_bindgen(method, catch, js_name = objectStore)]
    fn object_store(this: &Transaction, name: &str) -> Result<ObjectStore, JsValue>;
    #[wasm_bindgen(method, getter, js_name = error)]
    fn failure(this: &Transaction) -> JsValue;

    type ObjectStore;
    #[wasm_bindgen(method, catch)]
    fn get(this: &ObjectStore, key: &str) -> Result<Request, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn put(this: &ObjectStore, record: &str, key: &str) -> Result<Request, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn delete(this: &ObjectStore, key: &str) -> Result<Request, JsValue>;
    #[wasm_bindgen(method, catch, js_name = getAll)]
    fn get_all(this: &ObjectStore) -> Result<Request, JsValue>;
    #[wasm_bindgen(method, catch, js_name = getAllKeys)]
    fn get_all_keys(this: &ObjectStore) -> Result<Request, JsValue>;
}

/// The browser's database of this app. It opens when it is first asked, and anew where it was closed.
#[derive(Clone, Default)]
pub struct Database {
    connection: Rc<RefCell<Option<Rc<Connection>>>>,
    lost: Rc<RefCell<Option<Lost>>>,
}

type Lost = Rc<dyn Fn()>;

/// Whether this browser has a database of ours; where it does not say, no.
pub async fn exists() -> bool {
    let ask = || {
        let factory = Reflect::get(&js_sys::global(), &"indexedDB".into())?;
        let list: Function = Reflect::get(&factory, &"databases".into())?.dyn_into()?;
        list.call0(&factory)?.dyn_into::<Promise>()
    };
    let Ok(asked) = ask() else { return false };
    let found = JsFuture::from(asked).await.map(|found| Array::from(&found)).unwrap_or_default();
    let name = |database: JsValue| Reflect::get(&database, &"name".into()).ok()?.as_string();
    found.iter().any(|database| name(database).as_deref() == Some(NAME))
}

impl Database {
    /// Whom to call where the browser takes the database away, with all that is in it.
    pub fn when_lost(&self, call: impl Fn() + 'static) {
        self.lost.replace(Some(Rc::new(call)));
    }

    /// All keys and records.
    ///
    /// # Errors
    /// Where there is no database, or it cannot be read.
    pub async fn everything(&self) -> Result<Vec<(String, String)>, StorageError> {
        let (store, done) = self.begin("readonly").await?;
        let keys = store.get_all_keys().map_err(reason)?;
        let records = store.get_all().map_err(reason)?;
        let (keys, records) = (answer(&keys).await?, answer(&records).await?);
        done.await?;
        let (keys, records) = (Array::from(&keys), Array::from(&records));
        let pairs = keys.iter().zip(records.iter());
        // What is no text is none of ours; where its key is, it shows as damaged.
        let text = |value: JsValue| value.as_string();
        Ok(pairs.filter_map(|(k, v)| Some((text(k)?, text(v).unwrap_or_default()))).collect())
    }

    /// The records that there are under these keys.
    ///
    /// # Errors
    /// As [`Self::everything`].
    pub async fn records(&self, keys: Vec<String>) -> Result<Vec<(String, String)>, StorageError> {
        let (store, _) = self.begin("readonly").await?;
        let mut records = Vec::new();
        for (key, request) in requested(&store, keys)? {
            if let Some(record) = answer(&request).await?.as_string() {
                records.push((key, record));
            }
        }
        Ok(records)
    }

    /// Writes all drafts, or none. Gives the keys of what was written, once it is on the disk.
    ///
    /// # Errors
    /// Where none was.
    pub async fn write(&self, drafts: Vec<Draft>) -> Result<Vec<String>, StorageError> {
        let (store, done) = self.begin("readwrite").await?;
        let mut written = Vec::new();
        let mut due = drafts;
        while !due.is_empty() {
            let names = due.iter().map(Draft::name).collect();
            let mut aside = Vec::new();
            for (draft, (name, request)) in due.iter().zip(requested(&store, names)?) {
                let mut there = answer(&request).await?.as_string();
                // Two drafts can have one name: what the first wrote, the second must see.
                if written.contains(&name) {
                    there = answer(&store.get(&name).map_err(reason)?).await?.as_string();
                }
                match draft.meet(there.as_deref()) {
                    Outcome::Kept => {}
                    Outcome::Put(record) => {
                        store.put(&record, &name).map_err(reason)?;
                        written.push(name);
                    }
                    Outcome::Next(next) => aside.push(next),
                }
            }
            due = aside;
        }
        done.await?;
        Ok(written)
    }

    /// Takes records away.
    ///
    /// # Errors
    /// Where none was.
    pub async fn remove(&self, keys: Vec<String>) -> Result<(), StorageError> {
        let (store, done) = self.begin("readwrite").await?;
        for key in keys {
            store.delete(&key).map_err(reason)?;
        }
        done.await
    }

    /// A transaction, and word of its end.
    async fn begin(
        &self,
        mode: &str,
    ) -> Result<(ObjectStore, impl Future<Output = Result<(), StorageError>>), StorageError> {
        let options = Object::new();
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&options, &"durability".into(), &"strict".into());
        let connection = self.connection().await?;
        let transaction = match connection.transaction(STORE, mode, &options) {
            Ok(transaction) => transaction,
            // The browser closed the connection.
            Err(_) => {
                self.connection.replace(None);
                let connection = self.connection().await?;
                connection.transaction(STORE, mode, &options).map_err(reason)?
            }
        };
        let store = transaction.object_store(STORE).map_err(reason)?;
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

    async fn connection(&self) -> Result<Rc<Connection>, StorageError> {
        if let Some(connection) = &*self.connection.borrow() {
            return Ok(connection.clone());
        }
        let factory = Reflect::get(&js_sys::global(), &"indexedDB".into()).map_err(reason)?;
        if factory.is_undefined() || factory.is_null() {
            return Err(StorageError::Blocked);
        }
        let request = factory.unchecked_into::<Factory>().open(NAME, 1).map_err(reason)?;
        let upgrade = {
            let request: Request = request.clone().unchecked_into();
            Closure::once_into_js(move || {
                if let Ok(connection) = request.result() {
                    // Where this fails, so does opening.
                    let _ = connection.unchecked_into::<Connection>().create_object_store(STORE);
                }
            })
        };
        request.unchecked_ref::<Source>().set_onupgradeneeded(upgrade.unchecked_ref());
        let connection: Connection = answer(&request).await?.unchecked_into();
        let connection = Rc::new(connection);
        self.mind_closing(&connection);
        self.connection.replace(Some(connection.clone()));
        Ok(connection)
    }

    /// Whoever clears this page's data, or opens a newer version, is not to wait for us.
    fn mind_closing(&self, connection: &Rc<Connection>) {
        let cell = Rc::downgrade(&self.connection);
        let lost = self.lost.clone();
        let forget = Closure::<dyn FnMut(JsValue)>::new(move |event: JsValue| {
            // It may outlive everything here.
            if let Ok(connection) = Reflect::get(&event, &"target".into()) {
                connection.unchecked_into::<Connection>().close();
            }
            if let Some(cell) = cell.upgrade() {
                cell.replace(None);
            }
            let lost = lost.borrow().clone();
            if let Some(lost) = lost {
                lost();
            }
        })
        .into_js_value();
        let source: &Source = (**connection).unchecked_ref();
        source.set_onversionchange(forget.unchecked_ref());
        source.set_onclose(forget.unchecked_ref());
    }
}

fn requested(
    store: &ObjectStore,
    keys: Vec<String>,
) -> Result<Vec<(String, Request)>, StorageError> {
    let ask = |key: String| store.get(&key).map(|request| (key, request)).map_err(reason);
    keys.into_iter().map(ask).collect()
}

/// What a request gives, once it does.
async fn answer(request: &Request) -> Result<JsValue, StorageError> {
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
