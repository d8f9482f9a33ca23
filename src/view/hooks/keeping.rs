//! Writing what changed, in the same task as the edit.

use std::{cell::RefCell, rc::Rc};

use yew::prelude::*;

use crate::{
    browser::{chance, storage::LocalStorage},
    store::{
        Session,
        persist::{Problem, Storage, StorageError, load, save},
        seed,
    },
};

/// What is known of the storage when the page opens.
#[derive(Debug, Default)]
pub(in crate::view) struct Keeping {
    /// The last session that is wholly in the storage.
    kept: RefCell<Option<Rc<Session>>>,
    /// Records that could not be read.
    pub(in crate::view) problems: Vec<Problem>,
    /// Why nothing could be read.
    pub(in crate::view) failure: Option<StorageError>,
}

/// The session as it was left; with nothing there, the sample.
pub(in crate::view) fn start() -> (Rc<Session>, Keeping) {
    let loaded = load(&LocalStorage);
    let failure = loaded.as_ref().err().cloned();
    let loaded = loaded.unwrap_or_default();
    for key in &loaded.stale {
        // It may go, but need not.
        let _ = LocalStorage.remove(key);
    }
    let known = loaded.node.is_some();
    let node = loaded.node.unwrap_or_else(chance::node_id);
    let first = !known && loaded.library.sources().is_empty() && loaded.problems.is_empty();
    let library = if first { seed(chance::now()) } else { loaded.library };
    let session = Rc::new(Session::new(node, library, loaded.view));
    let kept = RefCell::new(known.then(|| session.clone()));
    (session, Keeping { kept, problems: loaded.problems, failure })
}

/// Keeps each new session; gives why the last one could not be.
#[hook]
pub(in crate::view) fn use_keeping(
    session: &Rc<Session>,
    keeping: &Rc<Keeping>,
) -> Option<StorageError> {
    let failure = use_state_eq(|| keeping.failure.clone());
    let (keeping, setter) = (keeping.clone(), failure.setter());
    use_effect_with(PtrEq(session.clone()), move |PtrEq(session)| {
        let before = keeping.kept.borrow().clone();
        match save(&LocalStorage, before.as_deref(), session) {
            Ok(()) => {
                keeping.kept.replace(Some(session.clone()));
                setter.set(None);
            }
            Err(error) => setter.set(Some(error)),
        }
    });
    (*failure).clone()
}

/// Equal only where it is the same allocation.
struct PtrEq(Rc<Session>);

impl PartialEq for PtrEq {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
