//! How well the work is kept, as a person may know it.

use super::{
    durable::{Durable, State},
    local::Local,
};
use crate::store::persist::{StorageError, stored::Key};

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

impl Status {
    /// As what is known of both storages has it.
    pub(super) fn of(local: &Local, durable: &Durable) -> Self {
        let reason = match (&durable.state, &durable.failure) {
            (State::Open, None) if durable.has_all() => return Self::Saved,
            (State::Opening, _) | (State::Open, None) => return Self::Saving,
            (State::Missing(error), _) | (_, Some(error)) => error,
        };
        let left_out = local.due.iter().any(|key| *key != Key::View);
        match &local.failure {
            Some(failure) => Self::Failed(failure.clone()),
            None if left_out => Self::Failed(reason.clone()),
            None => Self::Fleeting(reason.clone()),
        }
    }
}
