//! Writing what changed.

use std::rc::Rc;

use super::{
    envelope::seal,
    storage::{Storage, StorageError},
    stored::{Key, Record, Slot, StoredArticle, StoredText},
};
use crate::{order::Map, store::Session};

/// Writes each record that differs between two sessions; without `before`, all of them. What is the same
/// allocation is the same record, so an edit costs one write however much there is.
///
/// # Errors
/// The first failure. Records are written independently, so that one that finds no room keeps no other out: calling
/// again with the same `before` writes what is missing.
pub fn save(
    storage: &dyn Storage,
    before: Option<&Session>,
    after: &Session,
) -> Result<(), StorageError> {
    let mut pen = Pen { storage, failure: None };
    if before.is_none_or(|before| before.node() != after.node()) {
        pen.write(Key::Node, &after.node());
    }
    let old = before.map(|before| &before.library);
    let new = &after.library;
    for (id, article) in changed(old.map(|old| &**old.articles()), new.articles()) {
        let known = old.and_then(|old| old.articles().get(id));
        if known.is_none_or(|known| known.body != article.body) {
            pen.write(Key::Text(*id), &StoredText((*article.body).clone()));
        }
        pen.write(Key::Article(*id), &StoredArticle::from(&**article));
    }
    for (id, source) in changed(old.map(|old| &**old.sources()), new.sources()) {
        pen.write(Key::Source(*id), &**source);
    }
    for (article, claims) in changed(old.map(|old| old.all_claims()), new.all_claims()) {
        let known = old.and_then(|old| old.all_claims().get(article)).map(|claims| &**claims);
        for (id, claim) in changed(known, claims) {
            pen.write(Key::Claim(*id), &**claim);
        }
    }
    if before.is_none_or(|before| before.view != after.view) {
        pen.write(Key::View, &after.view);
    }
    pen.failure.map_or(Ok(()), Err)
}

/// The entries of `new` that are not the same allocation in `old`.
fn changed<'a, K: Ord, V>(
    old: Option<&'a Map<K, Rc<V>>>,
    new: &'a Map<K, Rc<V>>,
) -> impl Iterator<Item = (&'a K, &'a Rc<V>)> {
    new.iter().filter(move |(id, value)| {
        old.and_then(|old| old.get(id)).is_none_or(|known| !Rc::ptr_eq(known, value))
    })
}

/// Writes records, and remembers what first failed.
struct Pen<'a> {
    storage: &'a dyn Storage,
    failure: Option<StorageError>,
}

impl Pen<'_> {
    fn write(&mut self, key: Key, value: &impl Record) {
        // Where nothing can be kept, nothing more is tried.
        if self.failure == Some(StorageError::Blocked) {
            return;
        }
        if let Err(error) = self.try_write(key, value) {
            match error {
                StorageError::Blocked => self.failure = Some(error),
                other => drop(self.failure.get_or_insert(other)),
            }
        }
    }

    /// Writes a record into its slot, or into the next one where something stands there that this build cannot read: a
    /// damaged record may yet be mended, and one of a newer version knows more. Looking now, not when the page was
    /// opened, also keeps what another tab wrote since.
    fn try_write<T: Record>(&self, key: Key, value: &T) -> Result<(), StorageError> {
        let record = seal(value).ok_or_else(|| StorageError::Other("no JSON form".to_owned()))?;
        let mut slot = Slot { key, number: 1 };
        loop {
            let name = slot.to_string();
            let there = self.storage.get(&name)?;
            if there.is_none_or(|there| T::read(key, &there).is_ok()) {
                return self.storage.set(&name, &record);
            }
            slot.number += 1;
        }
    }
}
