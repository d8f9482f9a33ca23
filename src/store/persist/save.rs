//! Writing what changed.

use std::{collections::BTreeMap, rc::Rc};

use serde::Serialize;

use super::{
    envelope::seal,
    storage::{Storage, StorageError},
    stored::{Key, StoredArticle},
};
use crate::{article::RawBody, store::Session};

/// Writes each record that differs between two sessions; without `before`, all of them. What is the same
/// allocation is the same record, so an edit costs one write however much there is.
///
/// # Errors
/// The first failure. Records are written independently: calling again with the same `before` writes what is
/// missing.
pub fn save(
    storage: &dyn Storage,
    before: Option<&Session>,
    after: &Session,
) -> Result<(), StorageError> {
    if before.is_none_or(|before| before.node() != after.node()) {
        write(storage, Key::Node, &after.node())?;
    }
    let old = before.map(|before| &before.library);
    let new = &after.library;
    for (id, article) in changed(old.map(|old| &**old.articles()), new.articles()) {
        let known = old.and_then(|old| old.articles().get(id));
        if known.is_none_or(|known| known.body != article.body) {
            write(storage, Key::Text(*id), &RawBody::from(&*article.body))?;
        }
        write(storage, Key::Article(*id), &StoredArticle::from(&**article))?;
    }
    for (id, source) in changed(old.map(|old| &**old.sources()), new.sources()) {
        write(storage, Key::Source(*id), &**source)?;
    }
    for (article, claims) in changed(old.map(|old| old.all_claims()), new.all_claims()) {
        let known = old.and_then(|old| old.all_claims().get(article)).map(|claims| &**claims);
        for (id, claim) in changed(known, claims) {
            write(storage, Key::Claim(*id), &**claim)?;
        }
    }
    if before.is_none_or(|before| before.view != after.view) {
        write(storage, Key::View, &after.view)?;
    }
    Ok(())
}

/// The entries of `new` that are not the same allocation in `old`.
fn changed<'a, K: Ord, V>(
    old: Option<&'a BTreeMap<K, Rc<V>>>,
    new: &'a BTreeMap<K, Rc<V>>,
) -> impl Iterator<Item = (&'a K, &'a Rc<V>)> {
    new.iter().filter(move |(id, value)| {
        old.and_then(|old| old.get(id)).is_none_or(|known| !Rc::ptr_eq(known, value))
    })
}

fn write(storage: &dyn Storage, key: Key, value: &impl Serialize) -> Result<(), StorageError> {
    let record = seal(value).ok_or_else(|| StorageError::Other("no JSON form".to_owned()))?;
    storage.set(&key.to_string(), &record)
}
