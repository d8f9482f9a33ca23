//! Tests that run inside a browser: `cargo xtask test --only browser`.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "browser/database.rs"]
mod database;
#[path = "browser/launch.rs"]
mod launch;
#[path = "browser/offsets.rs"]
mod offsets;
#[path = "browser/page.rs"]
mod page;
#[path = "browser/painting.rs"]
mod painting;
#[path = "browser/proposals.rs"]
mod proposals;
#[path = "browser/storage.rs"]
mod storage;
#[path = "browser/whole.rs"]
mod whole;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
