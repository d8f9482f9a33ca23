//! Claimlight: a reader for news that shows **who says so**.
//!
//! A person opens an article, selects a statement, and with one more key it becomes a *claim* with an
//! *attribution*. The modules below stand in reading order; each may use those above it, and only
//! [`view`] uses [`browser`]:
//!
//! `order` ← `text`, `record` ← `article` ← `annotation` ← { `formats`, `suggest` ← { `store`, `worker` } } ← `view`
//!
//! Everything but `browser` and `view` is pure: it names no browser, clock or randomness (ids and times
//! arrive inside actions), compiles for every target and is tested natively.

pub mod annotation;
pub mod article;
pub mod formats;
pub mod order;
pub mod record;
pub mod store;
pub mod suggest;
pub mod text;
pub mod worker;

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
pub mod view;
