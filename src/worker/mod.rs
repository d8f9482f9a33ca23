//! What a worker beside the page does: it reads an article with the engine of [`suggest`](crate::suggest), says how far
//! it is, and hands over proposals in parts that the page can take in without a pause.
//!
//! The engine and its weights are in the worker’s program only, which is loaded when it is first needed.

mod message;
mod work;

pub use self::{
    message::{Report, Request},
    work::answer,
};
