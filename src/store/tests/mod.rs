//! What the store promises, seen through [`Session::after`](super::Session::after): one file for each part of it.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod articles;
mod claims;
pub(super) mod fixture;
mod looking;
mod sources;
