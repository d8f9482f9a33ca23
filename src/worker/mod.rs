//! What workers beside the page do. One reads an article with the engine of [`suggest`](crate::suggest), says how far it
//! is, and hands over proposals in parts that the page can take in without a pause. One opens articles with the
//! importers.
//!
//! The engine with its weights, and the importers of web pages, are in the workers’ programs only, which are loaded when
//! they are first needed.

mod blocks;
mod message;
mod opening;
mod work;

#[cfg(feature = "import-pages")]
pub use self::opening::{open, tell};
pub use self::{
    blocks::Blocks,
    message::{Report, Request},
    opening::{Opened, Opening, told},
    work::answer,
};
