//! The one reducer, and the way to it.

use std::rc::Rc;

use yew::{Reducible, UseReducerDispatcher};

use super::hooks::Keeping;
use crate::{
    browser::chance,
    store::{
        Action, Command, Session, Sheet,
        edit::{ArticleEdit, ClaimEdit, Edit, SourceEdit},
    },
};

/// The session as Yew holds it, and what keeps it: equal only where it is the same allocation.
#[derive(Clone)]
pub(super) struct Store(pub(super) Rc<Session>, pub(super) Rc<Keeping>);

impl PartialEq for Store {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Reducible for Store {
    type Action = Command;

    fn reduce(self: Rc<Self>, command: Command) -> Rc<Self> {
        let next = self.0.clone().after(command);
        if Rc::ptr_eq(&next, &self.0) {
            return self;
        }
        // Here, not in an effect: that may come in a later task, and a browser may die between the two.
        self.1.keep(&next);
        Rc::new(Self(next, self.1.clone()))
    }
}

/// Sends actions, dated now. Never changes, so that passing it renders nothing again.
#[derive(Clone, PartialEq)]
pub(super) struct Dispatch(UseReducerDispatcher<Store>);

impl Dispatch {
    pub(super) fn new(dispatcher: UseReducerDispatcher<Store>) -> Self {
        Self(dispatcher)
    }

    pub(super) fn send(&self, action: Action) {
        self.0.dispatch(Command { at: chance::now(), action });
    }

    pub(super) fn claim(&self, edit: ClaimEdit) {
        self.send(Action::Edit(Edit::Claim(edit)));
    }

    pub(super) fn source(&self, edit: SourceEdit) {
        self.send(Action::Edit(Edit::Source(edit)));
    }

    pub(super) fn article(&self, edit: ArticleEdit) {
        self.send(Action::Edit(Edit::Article(edit)));
    }

    pub(super) fn show(&self, sheet: Sheet) {
        self.send(Action::Show(Some(sheet)));
    }

    pub(super) fn close_sheet(&self) {
        self.send(Action::Show(None));
    }
}
