//! What the store promises, seen through [`Session::after`](super::Session::after): one file for each part of it.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod articles;
mod claims;
mod elsewhere;
pub(super) mod fixture;
pub(super) mod generate;
mod going;
mod import;
pub(in crate::store) mod laws;
mod looking;
mod offers;
mod sources;
mod versions;
