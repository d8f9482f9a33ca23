//! JSON as this format needs it: written in a chosen order, checked before it is parsed, and read part by
//! part with the place of each part at hand.

mod aside;
mod parse;
mod read;
mod scan;
mod write;

pub(super) use aside::Aside;
pub(super) use parse::{Parsed, parse};
pub(super) use read::{Found, Node};
pub(super) use write::Writer;
