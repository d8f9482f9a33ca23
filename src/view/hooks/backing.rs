//! A back-up that writes itself: a file that the person chose once holds everything again a moment after each edit.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;

use crate::{
    annotation::Dataset,
    browser::{
        chance,
        kept_file::{self, FileError, KeptFile},
    },
    formats::FORMATS,
    store::{Action, Library, Session, backup, edit::Edit},
    view::{file::File, state::Dispatch},
};

/// How long after the last edit the file is written, in milliseconds: not for each of many.
const REST: u32 = 1_500;

/// How the chosen file stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::view) enum Copy {
    /// None was chosen.
    #[default]
    None,
    /// It holds everything, or will in a moment.
    Fresh,
    /// The browser wants to be asked again whether the page may write it.
    Paused,
    /// It holds what this browser does not: it must not be written over unasked.
    HoldsMore,
    /// It could not be written; this is why.
    Failed(FileError),
}

/// What keeps the file up to date.
#[derive(Default)]
pub(in crate::view) struct Backing {
    file: RefCell<Option<Rc<KeptFile>>>,
    copy: RefCell<Copy>,
    /// The session as it is to be written.
    session: RefCell<Option<Rc<Session>>>,
    /// What the file holds, as far as it was written here.
    written: RefCell<Option<Library>>,
    /// What the file holds beyond that.
    more: RefCell<Option<Rc<Dataset>>>,
    /// When the file was last written here, as its disk has it.
    stamp: Cell<Option<f64>>,
    resting: RefCell<Option<Timeout>>,
    is_writing: Cell<bool>,
    dispatch: RefCell<Option<Dispatch>>,
    /// Whom to tell that [`Self::copy`] changed.
    tell: RefCell<Option<Rc<dyn Fn()>>>,
}

impl Backing {
    /// How the file stands.
    pub(in crate::view) fn copy(&self) -> Copy {
        self.copy.borrow().clone()
    }

    /// What the file is called.
    pub(in crate::view) fn name(&self) -> Option<String> {
        self.file.borrow().as_ref().map(|file| file.name())
    }

    /// The page is there. Goes on with the file of the last visit.
    pub(super) fn connect(self: &Rc<Self>, dispatch: Dispatch, tell: Rc<dyn Fn()>) {
        self.dispatch.replace(Some(dispatch));
        self.tell.replace(Some(tell));
        let backing = self.clone();
        spawn_local(async move {
            if let Some(file) = kept_file::remembered().await {
                let may_write = file.may_write().await;
                backing.file.replace(Some(Rc::new(file)));
                backing.set(if may_write { Copy::Fresh } else { Copy::Paused });
                backing.rest();
            }
        });
    }

    /// The page goes.
    pub(super) fn disconnect(&self) {
        drop((self.resting.take(), self.dispatch.take(), self.tell.take(), self.file.take()));
    }

    /// There is a new session.
    pub(super) fn keep(self: &Rc<Self>, session: &Rc<Session>) {
        self.session.replace(Some(session.clone()));
        if self.file.borrow().is_some() && !self.is_up_to_date(session) {
            self.rest();
        }
    }

    /// The page may not be there much longer.
    pub(super) fn hurry(self: &Rc<Self>) {
        if self.resting.take().is_some() {
            spawn_local(self.clone().write());
        }
    }

    /// Lets the person choose a file.
    pub(in crate::view) fn choose(self: &Rc<Self>, session: &Rc<Session>) {
        let (backing, session) = (self.clone(), session.clone());
        spawn_local(async move {
            let Some(File { name, .. }) = File::of(&session, true) else { return };
            match kept_file::choose(&name).await {
                Ok(file) => {
                    // Where it is not remembered, it is kept up to date as long as the page is open.
                    let _ = file.remember().await;
                    backing.session.replace(Some(session));
                    backing.take(file).await;
                }
                Err(FileError::NotChosen) => {}
                Err(error) => backing.set(Copy::Failed(error)),
            }
        });
    }

    async fn take(self: Rc<Self>, file: KeptFile) {
        self.file.replace(Some(Rc::new(file)));
        self.forget_what_it_held();
        self.set(Copy::Fresh);
        self.write().await;
    }

    /// Asks the browser once more to let the page write.
    pub(in crate::view) fn go_on(self: &Rc<Self>, session: &Rc<Session>) {
        self.session.replace(Some(session.clone()));
        let backing = self.clone();
        spawn_local(async move {
            let Some(file) = backing.file.borrow().clone() else { return };
            if file.ask().await {
                backing.set(Copy::Fresh);
                backing.write().await;
            }
        });
    }

    /// Takes in what the file holds more, or writes it over.
    pub(in crate::view) fn settle(self: &Rc<Self>, takes_in: bool) {
        let Some(more) = self.more.take() else { return };
        if takes_in && let Some(dispatch) = &*self.dispatch.borrow() {
            dispatch.send(Action::Edit(Edit::Import(more)));
        }
        self.set(Copy::Fresh);
        spawn_local(self.clone().write());
    }

    /// Leaves the file as it is from now on.
    pub(in crate::view) fn stop(&self) {
        drop((self.resting.take(), self.file.take()));
        self.forget_what_it_held();
        self.set(Copy::None);
        spawn_local(async {
            // At worst it is offered again on the next visit.
            let _ = kept_file::forget().await;
        });
    }

    fn forget_what_it_held(&self) {
        drop((self.written.take(), self.more.take(), self.stamp.take()));
    }

    fn is_up_to_date(&self, session: &Session) -> bool {
        self.written.borrow().as_ref() == Some(&session.library)
    }

    fn rest(self: &Rc<Self>) {
        let backing = self.clone();
        self.resting.replace(Some(Timeout::new(REST, move || spawn_local(backing.write()))));
    }

    async fn write(self: Rc<Self>) {
        let ready = (self.file.borrow().clone(), self.session.borrow().clone());
        let (Some(file), Some(session)) = ready else { return };
        let is_asked = matches!(*self.copy.borrow(), Copy::HoldsMore | Copy::Paused);
        if is_asked || self.is_writing.get() || self.is_up_to_date(&session) {
            return;
        }
        self.is_writing.set(true);
        let copy = match self.put(&file, &session).await {
            Ok(copy) => copy,
            Err(_) if !file.may_write().await => Copy::Paused,
            Err(error) => Copy::Failed(error),
        };
        self.is_writing.set(false);
        let is_fresh = copy == Copy::Fresh;
        self.set(copy);
        // What was done meanwhile.
        let missed = self.session.borrow().as_ref().is_some_and(|now| !self.is_up_to_date(now));
        if is_fresh && missed {
            self.rest();
        }
    }

    async fn put(&self, file: &KeptFile, session: &Rc<Session>) -> Result<Copy, FileError> {
        // Somebody else wrote it: another browser, a folder that is shared, an earlier visit.
        if self.stamp.get() != Some(file.stamp().await?)
            && let Some(held) = understood(&file.read().await?)
            && backup::holds_more(&session.library, &held)
        {
            self.more.replace(Some(Rc::new(held)));
            return Ok(Copy::HoldsMore);
        }
        let at = chance::now();
        let Some(File { text, .. }) = File::of(session, true) else { return Ok(Copy::Fresh) };
        file.write(&text).await?;
        self.stamp.set(Some(file.stamp().await?));
        self.written.replace(Some(session.library.clone()));
        if let Some(dispatch) = &*self.dispatch.borrow() {
            dispatch.send(Action::BackedUp(at));
        }
        Ok(Copy::Fresh)
    }

    fn set(&self, copy: Copy) {
        self.copy.replace(copy);
        let tell = self.tell.borrow().clone();
        if let Some(tell) = tell {
            tell();
        }
    }
}

/// What a back-up holds. `None` where it is none: an empty file that was just made.
fn understood(text: &str) -> Option<Dataset> {
    Some(FORMATS.first()?.import(text).ok()?.data)
}
