//! How well the work is kept, as a person may know it.

use crate::store::persist::StorageError;

/// How well the work is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// On its way to the disk.
    Saving,
    /// On the disk: neither a crash nor a full localStorage takes it away.
    Saved,
    /// Kept, but only as long as the browser likes: this is why there is no better.
    Fleeting(StorageError),
    /// Some of it is kept nowhere.
    Failed(StorageError),
}
