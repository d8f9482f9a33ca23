//! localStorage behind the trait.

use claimlight::{
    browser::storage::LocalStorage,
    store::persist::{Storage, StorageError},
};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn keeps_records_by_key() {
    let storage = LocalStorage;
    storage.set("test/a", "één 😀").unwrap();
    assert_eq!(storage.get("test/a").unwrap().as_deref(), Some("één 😀"));
    assert!(storage.keys().unwrap().contains(&"test/a".to_owned()));
    storage.remove("test/a").unwrap();
    assert_eq!(storage.get("test/a").unwrap(), None);
}

#[wasm_bindgen_test]
fn says_when_it_is_full_and_keeps_what_was_there() {
    let storage = LocalStorage;
    storage.set("test/b", "before").unwrap();
    let too_much = "x".repeat(6 * 1024 * 1024);
    assert_eq!(storage.set("test/b", &too_much), Err(StorageError::Full));
    assert_eq!(storage.get("test/b").unwrap().as_deref(), Some("before"));
    storage.remove("test/b").unwrap();
}
