//! What keeps the sessions of this page, as the page knows it: it comes with the desk.

use std::{cell::RefCell, pin::Pin, rc::Rc};

use yew::prelude::*;

use crate::{
    browser::{chance, database, storage::LocalStorage},
    store::{
        Session,
        persist::{Problem, Status, Storage, is_own},
        seed,
        view_state::ViewState,
    },
    view::{
        hooks::backing::{Backing, Copy},
        state::Dispatch,
    },
};

/// What the page says about its storage.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::view) struct Kept {
    /// How well the work is kept.
    pub(in crate::view) status: Status,
    /// Records that could not be read.
    pub(in crate::view) problems: Vec<Problem>,
    /// How the file stands that is kept up to date.
    pub(in crate::view) copy: Copy,
}

/// What keeps sessions.
pub(in crate::view) trait Keeps {
    /// Keeps a session, before this returns as far as that can be.
    fn keep(self: Rc<Self>, session: &Rc<Session>);
    /// What there is to say now.
    fn kept(&self) -> Kept;
    /// What keeps a file up to date.
    fn backing(&self) -> Rc<Backing>;
    /// The page is there: what other tabs do goes to `dispatch`, and what there is to say to `kept`.
    fn connect(self: Rc<Self>, dispatch: Dispatch, kept: UseStateSetter<Option<Kept>>);
    /// The page goes.
    fn disconnect(&self);
}

/// The storages being opened: the session, and what keeps it.
pub(in crate::view) type Opening = Pin<Box<dyn Future<Output = (Rc<Session>, Rc<dyn Keeps>)>>>;

thread_local! {
    static KEEPER: RefCell<Option<Rc<dyn Keeps>>> = const { RefCell::new(None) };
}

/// What keeps this page's sessions, once the storages are open.
pub(in crate::view) fn keeper() -> Option<Rc<dyn Keeps>> {
    KEEPER.with_borrow(Clone::clone)
}

/// The storages are open, or (with `None`) the page is gone.
pub(in crate::view) fn set_keeper(keeper: Option<Rc<dyn Keeps>>) {
    KEEPER.set(keeper);
}

/// What the page opens with.
#[derive(Clone, Debug, Properties)]
pub struct Opened {
    pub(in crate::view) session: Rc<Session>,
}

/// It is only handed over once.
impl PartialEq for Opened {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.session, &other.session)
    }
}

/// Whether this browser may hold anything of ours: then the storages are opened before anything is shown.
pub(in crate::view) async fn is_stored() -> bool {
    match LocalStorage.keys() {
        Ok(keys) if keys.iter().any(|key| is_own(key)) => true,
        Ok(_) => database::exists().await,
        // What is wrong is said from the start.
        Err(_) => true,
    }
}

/// The sample, for a first visit.
pub(in crate::view) fn first_visit() -> Opened {
    let session = Session::new(chance::node_id(), seed(chance::now()), ViewState::default());
    Opened { session: Rc::new(session.writing_as(chance::node_id())) }
}

/// Connects what keeps the sessions to the page as soon as it is there; gives what to say about it.
#[hook]
pub(in crate::view) fn use_keeping(dispatch: &Dispatch) -> Kept {
    let kept = use_state_eq(|| None::<Kept>);
    let (dispatch, setter) = (dispatch.clone(), kept.setter());
    use_effect_with(keeper().is_some(), move |_| {
        let keeper = keeper();
        if let Some(keeper) = &keeper {
            keeper.clone().connect(dispatch, setter);
        }
        move || {
            if let Some(keeper) = keeper {
                keeper.disconnect();
            }
        }
    });
    // Until it says so itself, it is asked: what was done last must never seem safe before it is.
    let asked = || match keeper() {
        Some(keeper) => keeper.kept(),
        // Nothing was done yet that could be lost.
        None => Kept { status: Status::Saved, problems: Vec::new(), copy: Copy::None },
    };
    (*kept).clone().unwrap_or_else(asked)
}
