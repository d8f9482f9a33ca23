//! Claimlight: a reader for news that shows who says so.

#[cfg(target_arch = "wasm32")]
pub mod view;
