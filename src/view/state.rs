//! The one reducer, and the way to it.

use std::rc::Rc;

use yew::{Reducible, UseReducerDispatcher};

use super::{
    desk::{self, Unreachable},
    hooks::keeper,
};
use crate::{
    browser::chance,
    store::{
        Action, Command, Glance, Session, Sheet,
        edit::{ArticleEdit, ClaimEdit, Edit, SourceEdit},
    },
};

/// Where the rest of the program cannot be loaded.
pub(super) const UNREACHABLE: &str =
    "This part of Claimlight could not be loaded. Nothing is lost: try again once you are online.";

/// The session as Yew holds it: equal only where it is the same allocation.
#[derive(Clone)]
pub(super) struct Store(pub(super) Rc<Session>);

impl PartialEq for Store {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Reducible for Store {
    type Action = Command;

    fn reduce(self: Rc<Self>, command: Command) -> Rc<Self> {
        let now = self.0.clone();
        let next = match (command, desk::loaded()) {
            (Command { at, action: Action::Glance(glance) }, _) => now.glanced(at, glance),
            (command, Some(desk)) => (desk.after)(now, command),
            // Nothing else is dispatched before the desk is there.
            (_, None) => now,
        };
        if Rc::ptr_eq(&next, &self.0) {
            return self;
        }
        // Here, not in an effect: that may come in a later task, and a browser may die between the two.
        if let Some(keeper) = keeper() {
            keeper.keep(&next);
        }
        Rc::new(Self(next))
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
        let at = chance::now();
        let dispatcher = self.0.clone();
        desk::with(move |desk| {
            let action = match desk {
                Ok(_) => action,
                Err(Unreachable) => Action::Glance(Glance::Say(UNREACHABLE.to_owned())),
            };
            dispatcher.dispatch(Command { at, action });
        });
    }

    pub(super) fn glance(&self, glance: Glance) {
        self.0.dispatch(Command { at: chance::now(), action: Action::Glance(glance) });
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
