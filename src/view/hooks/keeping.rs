//! Writing what changed, in the same task as the edit.

use std::{cell::RefCell, rc::Rc};

use yew::prelude::*;

use crate::{
    browser::{chance, storage::LocalStorage},
    store::{
        Session,
        persist::{Problem, Storage, StorageError, is_own, load, save},
        seed,
        view_state::ViewState,
    },
    view::desk,
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

/// What the page opens with.
#[derive(Clone, Debug, Properties)]
pub struct Opened {
    pub(in crate::view) session: Rc<Session>,
    pub(in crate::view) keeping: Rc<Keeping>,
}

/// It is only handed over once.
impl PartialEq for Opened {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.session, &other.session)
    }
}

/// Whether anything of ours is stored.
///
/// # Errors
/// Where the browser does not let the page look.
pub(in crate::view) fn is_stored() -> Result<bool, StorageError> {
    Ok(LocalStorage.keys()?.iter().any(|key| is_own(key)))
}

/// The sample, for a first visit; or, with a failure, for a browser that keeps nothing.
pub(in crate::view) fn first_visit(failure: Option<StorageError>) -> Opened {
    let session = Session::new(chance::node_id(), seed(chance::now()), ViewState::default());
    Opened {
        session: Rc::new(session),
        keeping: Rc::new(Keeping { failure, ..Keeping::default() }),
    }
}

/// The session as it was left.
pub(in crate::view) fn resume() -> Opened {
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
    let keeping = Rc::new(Keeping { kept, problems: loaded.problems, failure });
    Opened { session, keeping }
}

/// Writes what changed since the last time; gives why it could not.
pub(in crate::view) fn keep(keeping: &Keeping, session: &Rc<Session>) -> Option<StorageError> {
    let before = keeping.kept.borrow().clone();
    let failure = save(&LocalStorage, before.as_deref(), session).err();
    if failure.is_none() {
        keeping.kept.replace(Some(session.clone()));
    }
    failure
}

/// Keeps each new session; gives why the last one could not be. Who has done nothing yet has nothing to keep.
#[hook]
pub(in crate::view) fn use_keeping(
    session: &Rc<Session>,
    keeping: &Rc<Keeping>,
) -> Option<StorageError> {
    let failure = use_state_eq(|| keeping.failure.clone());
    let (keeping, setter) = (keeping.clone(), failure.setter());
    use_effect_with(PtrEq(session.clone()), move |PtrEq(session)| {
        if let Some(desk) = desk::loaded() {
            setter.set((desk.keep)(&keeping, session));
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
