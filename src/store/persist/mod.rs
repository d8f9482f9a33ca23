//! How state is kept: one checked, versioned record for each claim, source, article and text, in any [`Storage`].

mod envelope;
mod load;
mod save;
mod storage;
mod stored;
#[cfg(test)]
mod tests;

pub use load::{Loaded, Problem, load};
pub use save::save;
pub use storage::{MemoryStorage, Storage, StorageError};
pub use stored::is_own;
