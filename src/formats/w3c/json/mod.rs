//! JSON as this format needs it: written in a chosen order, checked before it is parsed, and read part by
//! part with the place of each part at hand.

mod read;
mod scan;
mod write;

pub(super) use read::{Aside, Found, Node};
pub(super) use scan::parse;
pub(super) use write::Writer;
