//! What becomes of a place where something stands already: the same for every storage.

use std::collections::BTreeMap;

use super::{
    envelope::seal,
    storage::{Storage, StorageError},
    stored::{Key, Owner, Record, Slot, StoredArticle, StoredText},
};
use crate::{
    annotation::{Claim, Source},
    record::NodeId,
    store::view_state::ViewState,
};

/// What to do with a record where another stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Blend {
    /// Nothing: it says all that the record says.
    Keep,
    /// It is to be replaced by this, which says all that both say.
    Put(String),
    /// It stays, and the record goes to the next place: a damaged record may yet be mended, and one of a newer version
    /// knows more.
    Aside,
}

/// What to do with `ours`, a record of `key`, where `there` stands.
pub(super) fn blend(key: Key, there: &str, ours: &str) -> Blend {
    match key {
        Key::Node => blend_as::<NodeId>(key, there, ours),
        Key::Text(_) => blend_as::<StoredText>(key, there, ours),
        Key::Article(_) => blend_as::<StoredArticle>(key, there, ours),
        Key::Source(_) => blend_as::<Source>(key, there, ours),
        Key::Claim(_) => blend_as::<Claim>(key, there, ours),
        Key::View => blend_as::<ViewState>(key, there, ours),
    }
}

fn blend_as<T: Record>(key: Key, there: &str, ours: &str) -> Blend {
    if there == ours {
        return Blend::Keep;
    }
    let Ok(mut both) = T::read(key, there) else { return Blend::Aside };
    // What this build has just made it can read.
    let Ok(ours) = T::read(key, ours) else { return Blend::Keep };
    if !both.is_copy_of(&ours) {
        return Blend::Aside;
    }
    let before = both.clone();
    both.merge(&ours);
    if both == before {
        return Blend::Keep;
    }
    seal(&both).map_or(Blend::Keep, Blend::Put)
}

/// Whether this build can read a record of `key`.
pub(super) fn readable(key: Key, record: &str) -> bool {
    match key {
        Key::Node => NodeId::read(key, record).is_ok(),
        Key::Text(_) => StoredText::read(key, record).is_ok(),
        Key::Article(_) => StoredArticle::read(key, record).is_ok(),
        Key::Source(_) => Source::read(key, record).is_ok(),
        Key::Claim(_) => Claim::read(key, record).is_ok(),
        Key::View => ViewState::read(key, record).is_ok(),
    }
}

/// A record on its way to a storage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub(super) slot: Slot,
    pub(super) record: String,
}

/// What a draft does where it comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing: all of it is there.
    Kept,
    /// This record is to be put in the place of what is there.
    Put(String),
    /// It goes on to the next place.
    Next(Draft),
}

impl Draft {
    /// A record for the first place of its key.
    pub(super) const fn new(key: Key, tab: u32, record: String) -> Self {
        Self { slot: Slot::first(key, tab), record }
    }

    /// Where it goes.
    pub fn name(&self) -> String {
        self.slot.to_string()
    }

    /// What it does there. Looking at what stands there now, not when the page was opened, also keeps what came since.
    pub fn meet(&self, there: Option<&str>) -> Outcome {
        let blend = there.map_or_else(
            || Blend::Put(self.record.clone()),
            |there| blend(self.slot.key, there, &self.record),
        );
        match blend {
            Blend::Keep => Outcome::Kept,
            Blend::Put(record) => Outcome::Put(record),
            Blend::Aside => {
                let slot = Slot { number: self.slot.number + 1, ..self.slot };
                Outcome::Next(Self { slot, record: self.record.clone() })
            }
        }
    }

    /// Brings it to a storage. Gives where it stands, and what was written, if anything had to be.
    pub(super) fn put(
        self,
        storage: &dyn Storage,
    ) -> Result<(String, Option<String>), StorageError> {
        let mut draft = self;
        loop {
            let name = draft.name();
            match draft.meet(storage.get(&name)?.as_deref()) {
                Outcome::Kept => return Ok((name, None)),
                Outcome::Put(record) => {
                    storage.set(&name, &record)?;
                    return Ok((name, Some(record)));
                }
                Outcome::Next(next) => draft = next,
            }
        }
    }
}

/// Readable records, copies of one record merged: what a storage says, wherever it says it.
#[derive(Clone, Debug, Default)]
pub(super) struct Digest(BTreeMap<Key, Vec<String>>);

impl Digest {
    /// Of these names and records.
    pub(super) fn of(records: &[(String, String)]) -> Self {
        let mut digest = Self::default();
        digest.extend(records);
        digest
    }

    /// Takes in these names and records too.
    pub(super) fn extend(&mut self, records: &[(String, String)]) {
        for (name, record) in records {
            if let Owner::Ours(slot) = Owner::of(name) {
                self.read(slot.key, record);
            }
        }
    }

    /// Takes a record in, if it can be read.
    pub(super) fn read(&mut self, key: Key, record: &str) {
        if readable(key, record) {
            self.add(key, record);
        }
    }

    fn add(&mut self, key: Key, record: &str) {
        let known = self.0.entry(key).or_default();
        for there in &mut *known {
            match blend(key, there, record) {
                Blend::Keep => return,
                Blend::Put(both) => {
                    *there = both;
                    return;
                }
                Blend::Aside => {}
            }
        }
        known.push(record.to_owned());
    }

    /// What of it the other does not say, word for word.
    pub(super) fn beyond(&self, other: &Self) -> impl Iterator<Item = (Key, &String)> {
        let said = |key: &Key, record: &String| {
            other.0.get(key).is_some_and(|records| records.contains(record))
        };
        self.0
            .iter()
            .flat_map(|(key, records)| records.iter().map(move |record| (*key, record)))
            .filter(move |(key, record)| !said(key, record))
    }
}
