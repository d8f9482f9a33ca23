//! The database: large, durable, shared by all tabs, and slow to answer.

use std::collections::{BTreeMap, BTreeSet};

use crate::store::persist::{StorageError, blend::Draft, stored::Key};

/// Records to be written together, or not at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    /// What the answer names it by.
    pub number: u64,
    /// The records.
    pub drafts: Vec<Draft>,
}

/// How far the database is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum State {
    /// It has not answered yet.
    #[default]
    Opening,
    /// It works.
    Open,
    /// There is none.
    Missing(StorageError),
}

/// What is known of the database.
#[derive(Debug, Default)]
pub(super) struct Durable {
    pub(super) state: State,
    /// What the session says and the database does not yet.
    pub(super) due: BTreeSet<Key>,
    /// What it is to say besides.
    pub(super) drafts: Vec<Draft>,
    /// What is on its way, by number.
    on_the_way: BTreeMap<u64, Vec<Draft>>,
    /// The last number given.
    number: u64,
    /// Why the last write failed.
    pub(super) failure: Option<StorageError>,
}

impl Durable {
    /// Whether what is written here counts as kept.
    pub(super) fn works(&self) -> bool {
        self.state == State::Open && self.failure.is_none()
    }

    /// Whether it says all there is to say of `key`.
    pub(super) fn has(&self, key: Key) -> bool {
        self.works()
            && !self.due.contains(&key)
            && !self.unsaid().any(|draft| draft.slot.key == key)
    }

    /// Whether it says all that matters: how the page was left is not worth a word.
    pub(super) fn has_all(&self) -> bool {
        let matters = |key: &Key| *key != Key::View;
        !self.due.iter().any(matters) && !self.unsaid().any(|draft| matters(&draft.slot.key))
    }

    fn unsaid(&self) -> impl Iterator<Item = &Draft> {
        self.on_the_way.values().flatten().chain(&self.drafts)
    }

    /// What is to be written now; `sealed` gives what the session says.
    pub(super) fn batch(&mut self, sealed: impl Fn(Key) -> Vec<Draft>) -> Option<Batch> {
        if self.state != State::Open || self.due.is_empty() && self.drafts.is_empty() {
            return None;
        }
        let mut drafts = std::mem::take(&mut self.drafts);
        drafts.extend(std::mem::take(&mut self.due).into_iter().flat_map(sealed));
        self.number += 1;
        self.on_the_way.insert(self.number, drafts.clone());
        Some(Batch { number: self.number, drafts })
    }

    /// The answer to a batch. Gives the keys of what was not written.
    pub(super) fn written(&mut self, number: u64, result: Result<(), StorageError>) -> Vec<Key> {
        let drafts = self.on_the_way.remove(&number).unwrap_or_default();
        match result {
            Ok(()) => {
                self.failure = None;
                Vec::new()
            }
            Err(error) => {
                self.failure = Some(error);
                let keys = drafts.iter().map(|draft| draft.slot.key).collect();
                self.drafts.extend(drafts);
                keys
            }
        }
    }
}
