//! What is kept comes back, and what cannot be read is left alone.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod damage;
mod disk;
mod faults;
mod laws;
mod room;
mod tabs;
mod world;
mod writes;
