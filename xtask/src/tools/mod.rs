//! Installs what building and testing take, into `target/tools`, unless it is there.

mod crates;
mod npm;
mod pins;
mod rust;
mod wasm_opt;

pub(crate) use self::{
    crates::install as crates,
    npm::install as package,
    pins::{AXE, CARGO_DENY, Crate, GECKODRIVER, TRUNK, WASM_BINDGEN, WASM_SPLIT},
    rust::{component, wasm_target},
    wasm_opt::WasmOpt,
};
