//! Order: sorting, and maps and sets that are sorted lists.
//!
//! The standard library compiles its sorts and B-trees anew for every type, at 4 to 6 KB each in what a reader
//! downloads. Here one routine sorts them all, and what differs by type is a comparison and a swap. Nothing here is
//! sorted or searched often enough, or long enough, for the difference in speed to show.

mod map;
mod set;
mod sort;

pub use map::Map;
pub use set::Set;
pub use sort::{sort, sort_by, sort_by_key};
