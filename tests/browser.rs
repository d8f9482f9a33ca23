//! Tests that run inside a browser: `cargo xtask test --only browser`.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used)]

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn a_page_has_a_body() {
    let document = web_sys::window().unwrap().document().unwrap();
    assert!(document.body().is_some());
}
