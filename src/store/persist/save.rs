//! Which records an edit changes, and what they say.

use std::{collections::BTreeSet, rc::Rc};

use super::{
    blend::Draft,
    envelope::seal,
    storage::{Storage, StorageError},
    stored::{Key, StoredArticle, StoredText},
};
use crate::{
    order::Map,
    record::{NodeId, Timestamp},
    store::{Library, Session, view_state::ViewState},
};

/// What is known to be written, or on its way.
#[derive(Clone, Debug)]
pub(super) struct Kept {
    pub(super) node: NodeId,
    pub(super) library: Library,
    pub(super) view: ViewState,
}

impl Kept {
    pub(super) fn of(session: &Session) -> Self {
        let (library, view) = (session.library.clone(), session.view.clone());
        Self { node: session.node(), library, view }
    }
}

/// The records that differ; without `before`, all of them. What is the same allocation is the same record, so an edit
/// costs the same however much there is.
pub(super) fn changed(before: Option<&Kept>, after: &Session) -> BTreeSet<Key> {
    let mut keys = BTreeSet::new();
    if before.is_none_or(|before| before.node != after.node()) {
        keys.insert(Key::Node);
    }
    let old = before.map(|before| &before.library);
    let new = &after.library;
    for (id, article) in differing(old.map(|old| &**old.articles()), new.articles()) {
        let known = old.and_then(|old| old.articles().get(id));
        // The text of an article thrown away may be gone by the time it comes back.
        let text = known.is_none_or(|known| {
            let back = *known.deleted && !*article.deleted;
            back || !Rc::ptr_eq(&known.body, &article.body) && known.body != article.body
        });
        if text {
            keys.insert(Key::Text(*id));
        }
        keys.insert(Key::Article(*id));
    }
    let sources = differing(old.map(|old| &**old.sources()), new.sources());
    keys.extend(sources.map(|(id, _)| Key::Source(*id)));
    for (article, claims) in new.all_claims().iter() {
        let known = old.and_then(|old| old.all_claims().get(article));
        if known.is_none_or(|known| !Rc::ptr_eq(known, claims)) {
            let claims = differing(known.map(|claims| &**claims), claims);
            keys.extend(claims.map(|(id, _)| Key::Claim(*id)));
        }
    }
    if before.is_none_or(|before| before.view != after.view) {
        keys.insert(Key::View);
    }
    keys
}

/// The entries of `new` that `old` has not, or not so.
fn differing<'a, K: Ord, V: PartialEq>(
    old: Option<&'a Map<K, Rc<V>>>,
    new: &'a Map<K, Rc<V>>,
) -> impl Iterator<Item = (&'a K, &'a Rc<V>)> {
    new.iter().filter(move |(id, value)| {
        let known = old.and_then(|old| old.get(id));
        known.is_none_or(|known| !Rc::ptr_eq(known, value) && known != *value)
    })
}

/// What `key` says, kept at `now`: one record, or none; several where claims of several articles share an identity, as
/// only a fault makes them.
pub(super) fn sealed(session: &Session, key: Key, now: Timestamp) -> Vec<String> {
    let library = &session.library;
    let article = |id| library.articles().get(id);
    let record = match &key {
        Key::Node => seal(&session.node()),
        Key::Text(id) => article(id).and_then(|it| seal(&StoredText(it.body.clone()))),
        Key::Article(id) => article(id).and_then(|it| seal(&StoredArticle::from(&**it))),
        Key::Source(id) => library.sources().get(id).and_then(|it| seal(&**it)),
        Key::Claim(id) => {
            let claims = library.all_claims().values().filter_map(|claims| claims.get(id));
            return claims.filter_map(|claim| seal(&**claim)).collect();
        }
        Key::View => seal(&ViewState { left: now, ..session.view.clone() }),
    };
    record.into_iter().collect()
}

/// Writes each record that differs between two sessions into one storage, at `now`; without `before`, all of them.
///
/// # Errors
/// The first failure. Records are written independently, so that one that finds no room keeps no other out: calling
/// again with the same `before` writes what is missing.
pub fn save(
    storage: &dyn Storage,
    before: Option<&Session>,
    after: &Session,
    now: Timestamp,
) -> Result<(), StorageError> {
    let mut failure = None;
    for key in changed(before.map(Kept::of).as_ref(), after) {
        for record in sealed(after, key, now) {
            match Draft::new(key, 0, record).put(storage) {
                Ok(_) => {}
                // Where nothing can be kept, nothing more is tried.
                Err(StorageError::Blocked) => return Err(StorageError::Blocked),
                Err(error) => drop(failure.get_or_insert(error)),
            }
        }
    }
    failure.map_or(Ok(()), Err)
}
