//! How state is kept: one checked, versioned record for each claim, source, article and text, in any [`Storage`].

mod blend;
mod envelope;
mod keeper;
mod load;
mod save;
mod sealing;
mod storage;
mod stored;
#[cfg(test)]
mod tests;

pub use blend::{Draft, Outcome};
pub use keeper::{Batch, Keeper, Status};
pub use load::{Loaded, Problem, Stale, load, tabs_in};
pub use save::save;
pub use storage::{MemoryStorage, Storage, StorageError};
pub use stored::is_own;

/// UTF-16 units up to which a text is kept in localStorage too.
const SMALL: usize = 64 * 1024;
