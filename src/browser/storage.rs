//! localStorage, with its failures as values.

use wasm_bindgen::{JsCast, JsValue};

use crate::store::persist::{Storage, StorageError};

/// The browser's localStorage. Asked for anew each time: a person can block it while the page is open.
#[derive(Clone, Copy, Debug, Default)]
pub struct LocalStorage;

impl LocalStorage {
    fn area() -> Result<web_sys::Storage, StorageError> {
        let window = web_sys::window().ok_or(StorageError::Blocked)?;
        window.local_storage().map_err(reason)?.ok_or(StorageError::Blocked)
    }
}

impl Storage for LocalStorage {
    fn keys(&self) -> Result<Vec<String>, StorageError> {
        let area = Self::area()?;
        let count = area.length().map_err(reason)?;
        (0..count).filter_map(|i| area.key(i).map_err(reason).transpose()).collect()
    }

    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        Self::area()?.get_item(key).map_err(reason)
    }

    fn set(&self, key: &str, record: &str) -> Result<(), StorageError> {
        Self::area()?.set_item(key, record).map_err(reason)
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        Self::area()?.remove_item(key).map_err(reason)
    }
}

/// Browsers differ in message and code; the name tells.
pub(super) fn reason(error: JsValue) -> StorageError {
    let name = match error.dyn_ref::<js_sys::Error>() {
        Some(error) => String::from(error.name()),
        // A DOMException is no Error in every engine.
        None => js_sys::Reflect::get(&error, &"name".into())
            .ok()
            .and_then(|name| name.as_string())
            .unwrap_or_default(),
    };
    match name.as_str() {
        "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => StorageError::Full,
        "SecurityError" | "NotAllowedError" => StorageError::Blocked,
        _ => StorageError::Other(name),
    }
}
