//! Keeping each new session: carries what the keeper asks to the browser's storages, and their answers back. Part of the
//! desk: who has done nothing has nothing to keep.

use std::{cell::RefCell, rc::Rc};

use gloo::{
    events::EventListener,
    timers::{callback::Timeout, future::TimeoutFuture},
};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::{
    browser::{
        chance,
        database::Database,
        page,
        storage::LocalStorage,
        tabs::{self, Channel, Place},
    },
    store::{
        Action, Library, Session,
        persist::{Keeper, StorageError, tabs_in},
    },
    view::{
        hooks::{
            backing::Backing,
            keeping::{Keeps, Kept, Opening},
        },
        state::Dispatch,
    },
};

/// How long a page with nothing to show waits for the database, in milliseconds.
const PATIENCE: u32 = 3_000;
/// How long hints are gathered, in milliseconds: many edits of another tab then cost one look.
const GATHER: u32 = 20;
/// After so many milliseconds the database is asked once more, where it failed.
const AGAIN: u32 = 3_000;
/// Bytes of a long text that are written down in one task.
const SLICE: usize = 512 * 1024;

/// What keeps the sessions of this page.
struct Keeping {
    keeper: RefCell<Keeper>,
    database: Database,
    page: RefCell<Option<Connected>>,
    /// What was found before the page was there.
    early: RefCell<Vec<Rc<Library>>>,
    retry: RefCell<Option<Timeout>>,
    /// Word of other tabs, from before anything is read: what they do meanwhile must not be missed.
    channel: RefCell<Option<Channel>>,
    /// What other tabs did since it was last looked at.
    hints: RefCell<Hints>,
    has_asked: RefCell<bool>,
    backing: Rc<Backing>,
    /// Whether the page was taken away: it has no say any more.
    is_over: RefCell<bool>,
}

/// What other tabs did: keys of localStorage, names in the database.
#[derive(Default)]
struct Hints {
    stored: Vec<Option<String>>,
    news: Vec<String>,
    waiting: Option<Timeout>,
}

/// The page, once it is there.
struct Connected {
    dispatch: Dispatch,
    kept: UseStateSetter<Option<Kept>>,
    _listener: Option<EventListener>,
}

/// Opens the storages: the session as it was left, or the one that began without them, and what keeps it from now on.
pub(in crate::view) fn open(begun: Option<Rc<Session>>) -> Opening {
    Box::pin(open_storages(begun))
}

async fn open_storages(begun: Option<Rc<Session>>) -> (Rc<Session>, Rc<dyn Keeps>) {
    tabs::reload_when_revived();
    let keeping = Rc::new(Keeping {
        keeper: RefCell::default(),
        database: Database::default(),
        page: RefCell::default(),
        early: RefCell::default(),
        retry: RefCell::default(),
        channel: RefCell::default(),
        hints: RefCell::default(),
        has_asked: RefCell::default(),
        backing: Rc::default(),
        is_over: RefCell::default(),
    });
    keeping.channel.replace(Some(keeping.listen()));
    let place = Place::take(tabs_in(&LocalStorage)).await;
    let keeper = Keeper::open(&LocalStorage, place.number, &place.gone);
    place.settle();
    let has_enough = keeper.has_enough();
    keeping.keeper.replace(keeper);
    let lost = Rc::downgrade(&keeping);
    keeping.database.when_lost(move || {
        if let Some(keeping) = lost.upgrade().filter(|keeping| keeping.page.borrow().is_some()) {
            spawn_local(keeping.introduce());
        }
    });
    let introduction = keeping.clone().introduce();
    if has_enough {
        spawn_local(introduction);
    } else if tabs::within(PATIENCE, introduction).await.is_none() {
        let error = StorageError::Other("its database does not answer".to_owned());
        keeping.keeper.borrow_mut().database(&LocalStorage, Err(error), chance::now());
    }
    let mut keeper = keeping.keeper.borrow_mut();
    let session = match begun {
        Some(session) => {
            let found = keeper.adopt(&session, chance::now());
            keeping.early.borrow_mut().extend(found);
            session
        }
        None => keeper.start(chance::node_id(), chance::node_id(), chance::now()),
    };
    drop(keeper);
    (session, keeping)
}

impl Keeps for Keeping {
    fn keep(self: Rc<Self>, session: &Rc<Session>) {
        self.keeper.borrow_mut().keep(&LocalStorage, session, chance::now());
        let worth_keeping = session.library.all_claims().values().any(|claims| !claims.is_empty());
        if worth_keeping && !self.has_asked.replace(true) {
            tabs::ask_to_persist();
        }
        self.backing.keep(session);
        self.ask();
    }

    fn backing(&self) -> Rc<Backing> {
        self.backing.clone()
    }

    fn kept(&self) -> Kept {
        let keeper = self.keeper.borrow();
        Kept {
            status: keeper.status(),
            problems: keeper.problems().to_vec(),
            copy: self.backing.copy(),
        }
    }

    fn connect(self: Rc<Self>, dispatch: Dispatch, kept: UseStateSetter<Option<Kept>>) {
        let retried = Rc::downgrade(&self);
        let listener = page::document().ok().map(|document| {
            EventListener::new(&document, "visibilitychange", move |_| {
                if let Some(keeping) = retried.upgrade() {
                    keeping.backing.hurry();
                    keeping.ask();
                }
            })
        });
        let told = Rc::downgrade(&self);
        let tell = Rc::new(move || {
            if let Some(keeping) = told.upgrade() {
                keeping.say();
            }
        });
        self.backing.connect(dispatch.clone(), tell);
        let page = Connected { dispatch, kept, _listener: listener };
        self.page.replace(Some(page));
        for found in self.early.take() {
            self.merge(Some(found));
        }
        self.gather();
        self.ask();
    }

    fn disconnect(&self) {
        self.is_over.replace(true);
        drop(self.channel.take());
        self.backing.disconnect();
        drop(self.page.take());
    }
}

impl Keeping {
    fn say(&self) {
        if let Some(page) = &*self.page.borrow() {
            page.kept.set(Some(self.kept()));
        }
    }

    fn merge(&self, found: Option<Rc<Library>>) {
        let Some(found) = found else { return };
        let dispatch = self.page.borrow().as_ref().map(|page| page.dispatch.clone());
        match dispatch {
            Some(dispatch) => dispatch.send(Action::Merge(found)),
            None => self.early.borrow_mut().push(found),
        }
    }

    /// Tells the keeper what the database holds.
    async fn introduce(self: Rc<Self>) {
        let found = self.database.everything().await;
        if *self.is_over.borrow() {
            return;
        }
        let (found, stale) = self.keeper.borrow_mut().database(&LocalStorage, found, chance::now());
        self.merge(found);
        if !stale.is_empty() {
            // They may go, but need not.
            let _ = self.database.remove(stale).await;
        }
        self.ask();
    }

    /// Has the database write what is due.
    fn ask(self: Rc<Self>) {
        // A page that is gone, or not there yet, has nothing to write.
        if self.page.borrow().is_none() {
            return;
        }
        let batch = self.keeper.borrow_mut().batch();
        self.say();
        let Some(mut batch) = batch else { return };
        spawn_local(async move {
            while !batch.go_on(SLICE) {
                TimeoutFuture::new(0).await;
            }
            let written = self.database.write(batch.drafts).await;
            if let (Ok(names), Some(channel)) = (&written, &*self.channel.borrow()) {
                channel.say(names);
            }
            let failed = written.is_err();
            let result = written.map(|_| ());
            self.keeper.borrow_mut().written(&LocalStorage, batch.number, result);
            if failed {
                self.say();
                let again = self.clone();
                self.retry.replace(Some(Timeout::new(AGAIN, move || again.ask())));
            } else {
                self.ask();
            }
        });
    }

    /// What other tabs do reaches the session.
    fn listen(self: &Rc<Self>) -> Channel {
        let (here, there) = (Rc::downgrade(self), Rc::downgrade(self));
        let stored = move |name: Option<String>| {
            if let Some(keeping) = here.upgrade() {
                keeping.hints.borrow_mut().stored.push(name);
                keeping.gather();
            }
        };
        let news = move |names: Vec<String>| {
            if let Some(keeping) = there.upgrade() {
                keeping.hints.borrow_mut().news.extend(names);
                keeping.gather();
            }
        };
        Channel::open(stored, news)
    }

    fn gather(self: &Rc<Self>) {
        let keeping = self.clone();
        let look = || Timeout::new(GATHER, move || spawn_local(keeping.look()));
        self.hints.borrow_mut().waiting.get_or_insert_with(look);
    }

    /// Looks at what other tabs did.
    async fn look(self: Rc<Self>) {
        // Until the page is there, they wait.
        if self.page.borrow().is_none() {
            self.hints.borrow_mut().waiting = None;
            return;
        }
        let Hints { stored, news, .. } = self.hints.take();
        let found = self.keeper.borrow_mut().heard_all(&LocalStorage, &stored);
        self.merge(found);
        self.clone().ask();
        if news.is_empty() {
            return;
        }
        let wanted = self.keeper.borrow().announced(&news);
        // What cannot be read now is read when the page is opened next.
        let found = self.database.records(wanted).await.unwrap_or_default();
        let found = self.keeper.borrow_mut().read(&found);
        self.merge(found);
    }
}
