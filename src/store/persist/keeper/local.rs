//! localStorage: written in the same task as the edit, read when the page opens, small.

use std::collections::BTreeSet;

use super::sizes::Sizes;
use crate::{
    store::persist::{
        SMALL, StorageError,
        blend::{Draft, readable},
        storage::Storage,
        stored::{Key, Owner, Slot, text_names},
    },
    text::utf16_len,
};

/// UTF-16 units that all keys and records together may take: two fifths of what browsers give.
pub(super) const BUDGET: usize = 2_000_000;
/// What a tab knows of the localStorage that it shares with others.
#[derive(Debug, Default)]
pub(super) struct Local {
    /// Which places are this tab's.
    tab: u32,
    sizes: Sizes,
    /// Why the last write failed.
    pub(super) failure: Option<StorageError>,
    /// What is not written yet.
    pub(super) due: BTreeSet<Key>,
}

impl Local {
    pub(super) fn new(tab: u32, records: &[(String, String)]) -> Self {
        Self { tab, sizes: Sizes::of(records), ..Self::default() }
    }

    /// Takes over what tabs left that are gone. Each record is written here before it goes there.
    pub(super) fn adopt(
        &mut self,
        storage: &dyn Storage,
        records: &[(String, String)],
        gone: &[u32],
    ) {
        for (name, record) in records {
            let Owner::Ours(slot) = Owner::of(name) else { continue };
            let left = gone.contains(&slot.tab) && !self.owns(slot) && readable(slot.key, record);
            if left && self.put(storage, slot.key, record).is_ok() && storage.remove(name).is_ok() {
                self.sizes.remove(name);
            }
        }
    }

    /// Takes note of what another tab did to a key.
    pub(super) fn look(&mut self, storage: &dyn Storage, name: &str) -> Option<String> {
        let record = storage.get(name).ok().flatten();
        match &record {
            Some(record) => self.sizes.insert(name, record),
            None => self.sizes.remove(name),
        }
        record
    }

    /// Takes note that everything is gone.
    pub(super) fn forget(&mut self) {
        self.sizes = Sizes::default();
    }

    /// Whether a key is this tab's to write.
    pub(super) fn owns(&self, slot: Slot) -> bool {
        slot.tab == self.tab
    }

    /// Writes a record, whatever room it takes.
    pub(super) fn put(
        &mut self,
        storage: &dyn Storage,
        key: Key,
        record: &str,
    ) -> Result<(), StorageError> {
        let (name, written) = Draft::new(key, self.tab, record.to_owned()).put(storage)?;
        if let Some(record) = written {
            self.sizes.insert(&name, &record);
        }
        Ok(())
    }

    /// Whether a record may be written beside a database: texts only while they are small, and all within the budget.
    /// Texts make room for the rest, for the database has them; `safe` says which.
    pub(super) fn makes_room(
        &mut self,
        storage: &dyn Storage,
        key: Key,
        record: &str,
        safe: impl Fn(Key) -> bool,
    ) -> bool {
        let is_text = matches!(key, Key::Text(_));
        if is_text && utf16_len(record) > SMALL {
            return false;
        }
        let name = Slot::first(key, self.tab).to_string();
        let size = utf16_len(&name) + utf16_len(record);
        let before = self.sizes.get(&name);
        while self.sizes.all() + size > BUDGET + before {
            if is_text || !self.drop_text(storage, &safe) {
                return false;
            }
        }
        true
    }

    /// Takes the largest text of this tab away that is safe elsewhere. Says whether there was one.
    pub(super) fn drop_text(&mut self, storage: &dyn Storage, safe: impl Fn(Key) -> bool) -> bool {
        let start = text_names();
        let texts = self.sizes.starting_with(&start).filter(|(name, _)| match Owner::of(name) {
            Owner::Ours(slot) => self.owns(slot) && safe(slot.key),
            _ => false,
        });
        let Some(name) = texts.max_by_key(|(_, size)| *size).map(|(name, _)| name.to_owned())
        else {
            return false;
        };
        self.sizes.remove(&name);
        storage.remove(&name).is_ok()
    }
}
