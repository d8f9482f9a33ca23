//! The database: large, durable, shared by all tabs, and slow to answer.

use std::collections::{BTreeMap, BTreeSet};

use crate::store::persist::{StorageError, blend::Draft, sealing::Sealing, stored::Key};

/// Records to be written together, or not at all.
#[derive(Clone, Debug)]
pub struct Batch {
    /// What the answer names it by.
    pub number: u64,
    /// The records: all, once [`Batch::go_on`] says so.
    pub drafts: Vec<Draft>,
    /// Long texts of which no record is made yet.
    texts: Vec<Sealing>,
}

impl Batch {
    /// Makes records of long texts, about `most` bytes at a time, so that a page need not stand still meanwhile. Says
    /// whether all records are there.
    pub fn go_on(&mut self, most: usize) -> bool {
        if let Some(text) = self.texts.last_mut()
            && let Some(record) = text.go_on(most)
        {
            self.drafts.push(Draft::new(Key::Text(text.article), 0, record));
            self.texts.pop();
        }
        self.texts.is_empty()
    }
}

/// What a key says: records, or a text that takes so long to write down that this is left for later.
#[derive(Debug)]
pub(super) enum Said {
    Records(Vec<Draft>),
    Text(Sealing),
}

/// A batch of which no answer came yet.
#[derive(Debug, Default)]
struct OnTheWay {
    drafts: Vec<Draft>,
    texts: Vec<Key>,
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
    on_the_way: BTreeMap<u64, OnTheWay>,
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
        self.works() && !self.due.contains(&key) && !self.unsaid().any(|unsaid| unsaid == key)
    }

    /// Whether it says all that matters: how the page was left is not worth a word.
    pub(super) fn has_all(&self) -> bool {
        let matters = |key: &Key| *key != Key::View;
        !self.due.iter().any(matters) && !self.unsaid().any(|unsaid| matters(&unsaid))
    }

    /// The keys of what is on its way there, or is to be besides what is due.
    fn unsaid(&self) -> impl Iterator<Item = Key> {
        let on_the_way = self.on_the_way.values();
        let texts = on_the_way.clone().flat_map(|batch| batch.texts.iter().copied());
        let drafts = on_the_way.flat_map(|batch| &batch.drafts).chain(&self.drafts);
        drafts.map(|draft| draft.slot.key).chain(texts)
    }

    /// What is to be written now; `said` gives what the session says.
    pub(super) fn batch(&mut self, said: impl Fn(Key) -> Said) -> Option<Batch> {
        if self.state != State::Open || self.due.is_empty() && self.drafts.is_empty() {
            return None;
        }
        let (mut drafts, mut texts) = (std::mem::take(&mut self.drafts), Vec::new());
        for key in std::mem::take(&mut self.due) {
            match said(key) {
                Said::Records(records) => drafts.extend(records),
                Said::Text(text) => texts.push(text),
            }
        }
        self.number += 1;
        let keys = texts.iter().map(|text| Key::Text(text.article)).collect();
        let on_the_way = OnTheWay { drafts: drafts.clone(), texts: keys };
        self.on_the_way.insert(self.number, on_the_way);
        Some(Batch { number: self.number, drafts, texts })
    }

    /// The answer to a batch. Gives the keys of what was not written.
    pub(super) fn written(&mut self, number: u64, result: Result<(), StorageError>) -> Vec<Key> {
        let OnTheWay { drafts, texts } = self.on_the_way.remove(&number).unwrap_or_default();
        match result {
            Ok(()) => {
                self.failure = None;
                Vec::new()
            }
            Err(error) => {
                self.failure = Some(error);
                let keys = drafts.iter().map(|draft| draft.slot.key);
                let keys = keys.chain(texts.iter().copied()).collect();
                self.drafts.extend(drafts);
                self.due.extend(texts);
                keys
            }
        }
    }
}
