//! Having what a person hands over understood, beside the page: parsers of pages are large, and some pages are too.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::{
    article::import::{Draft, Furniture, ImportError, Imported, Reason, decode, import},
    browser::{
        fetch::{self, Getting},
        given::{Contents, Given, Unread},
        worker::{Beside, Program},
    },
    worker::{Opening as Question, told},
};

/// What takes longer, in milliseconds, is said to be under way.
const LONG: u32 = 1_000;
/// While a person types, so many milliseconds pass before their words are read.
const PAUSE: u32 = 120;

/// What is to be understood, and how.
#[derive(Clone, PartialEq)]
pub(in crate::view) struct Request {
    pub(in crate::view) given: Rc<Given>,
    /// The importer that the person chose.
    pub(in crate::view) importer: Option<Rc<str>>,
    pub(in crate::view) furniture: Furniture,
}

/// How far it is.
#[derive(Clone, PartialEq)]
pub(in crate::view) enum Stage {
    /// There is nothing to do.
    Nothing,
    /// It takes a moment; or, with words for the person, longer.
    Busy(Option<Rc<str>>),
    /// It is done.
    Done(Rc<Understood>),
    /// The person wrote on. This is what was understood before, to be looked at but not to be added.
    Behind(Rc<Understood>),
    /// There is nothing to be had; a sentence says why.
    Failed(Rc<str>),
}

/// What was understood.
#[derive(PartialEq)]
pub(in crate::view) struct Understood {
    pub(in crate::view) draft: Rc<Draft>,
    pub(in crate::view) importer: Rc<str>,
    pub(in crate::view) reason: Reason,
    /// Whether no more than plain words could be read: this browser runs nothing beside the page.
    pub(in crate::view) is_limited: bool,
}

/// Understands a request whenever there is another. Also gives what makes it stop.
#[hook]
pub(in crate::view) fn use_opening(request: Option<Request>) -> (Stage, Callback<()>) {
    let opening = use_state_eq(|| Stage::Nothing);
    let opener = use_memo((), |()| Rc::new(Opener::new(opening.setter())));
    use_effect_with(request, {
        let opener = (*opener).clone();
        move |request| opener.take(request.clone())
    });
    use_effect_with((), {
        let opener = (*opener).clone();
        move |()| move || opener.stop()
    });
    let cancel = {
        let opener = (*opener).clone();
        Callback::from(move |()| opener.cancel())
    };
    ((*opening).clone(), cancel)
}

/// What understands.
struct Opener {
    set: UseStateSetter<Stage>,
    /// The program beside the page, once it was needed.
    beside: RefCell<Option<Beside>>,
    /// What the last question was about, unless the person has wanted something else since.
    request: RefCell<Option<Request>>,
    /// Questions that are not answered yet. Only the answer to the last counts.
    due: Cell<usize>,
    /// What the person sees understood.
    shown: RefCell<Option<Rc<Understood>>>,
    pause: RefCell<Option<Timeout>>,
    long: RefCell<Option<Timeout>>,
    getting: RefCell<Option<Getting>>,
    /// What came from an address, so that it is not asked for again.
    got: RefCell<Option<(Rc<Given>, Rc<Given>)>>,
}

impl Opener {
    fn new(set: UseStateSetter<Stage>) -> Self {
        Self {
            set,
            beside: RefCell::default(),
            request: RefCell::default(),
            due: Cell::default(),
            shown: RefCell::default(),
            pause: RefCell::default(),
            long: RefCell::default(),
            getting: RefCell::default(),
            got: RefCell::default(),
        }
    }

    fn take(self: &Rc<Self>, request: Option<Request>) {
        drop((self.pause.take(), self.long.take(), self.getting.take(), self.request.take()));
        let Some(request) = request else {
            self.end(Stage::Nothing);
            return;
        };
        let typed = request.given.as_words().is_some();
        // What was understood stays in view while the person writes, so that nothing jumps at each key.
        let shown = self.shown.borrow().clone().filter(|_| typed);
        self.end(shown.map_or(Stage::Busy(None), Stage::Behind));
        let opener = self.clone();
        let begin = move || opener.begin(request);
        self.pause.replace(Some(Timeout::new(if typed { PAUSE } else { 0 }, begin)));
    }

    fn begin(self: Rc<Self>, request: Request) {
        let address = request.given.as_words().and_then(address).map(str::to_owned);
        let doing = match &address {
            Some(address) => format!("Getting {address} …"),
            None => "Reading …".to_owned(),
        };
        let set = self.set.clone();
        let long = move || set.set(Stage::Busy(Some(doing.into())));
        self.long.replace(Some(Timeout::new(LONG, long)));
        match address {
            Some(address) => self.get(&address, request),
            None => self.read(request),
        }
    }

    fn get(self: Rc<Self>, address: &str, request: Request) {
        let known = self.got.borrow().clone().filter(|(asked, _)| *asked == request.given);
        if let Some((_, given)) = known {
            self.read(Request { given, ..request });
            return;
        }
        let opener = self.clone();
        let getting = fetch::get(address, move |got| {
            match got {
            Ok(given) => {
                let given = Rc::new(given);
                opener.got.replace(Some((request.given.clone(), given.clone())));
                opener.clone().read(Request { given, ..request });
            }
            Err(reason) => opener.end(Stage::Failed(
                format!(
                    "{reason} Two ways work: open the page and press the bookmark below there; or select all of it, copy, and paste it here."
                )
                .into(),
            )),
        }
        });
        self.getting.replace(Some(getting));
    }

    fn read(self: Rc<Self>, request: Request) {
        let given = &request.given;
        let contents = match &given.contents {
            Ok(contents) => contents,
            Err(unread) => {
                let reason = match unread {
                    Unread::TooLarge => ImportError::TooLarge.to_string(),
                    Unread::Failed(_) => unread.to_string(),
                };
                self.refuse(given, &reason);
                return;
            }
        };
        let plain =
            given.plain.as_ref().filter(|_| request.importer.as_deref() == Some("plain-text"));
        let (is_text, bytes) = match (plain, contents) {
            (Some(plain), _) => (true, plain.as_bytes()),
            (None, Contents::Text(text)) => (true, text.as_bytes()),
            (None, Contents::Bytes(bytes)) => (false, &**bytes),
        };
        let question = Question {
            name: given.name.clone(),
            media_type: given.media_type.clone(),
            address: given.address.clone(),
            importer: request.importer.as_ref().map(ToString::to_string),
            is_text,
            is_copied: given.is_copied && plain.is_none(),
            furniture: request.furniture,
        };
        self.request.replace(Some(request.clone()));
        let question = serde_json::to_string(&question).ok().filter(|_| self.is_started());
        match (question, &*self.beside.borrow()) {
            (Some(question), Some(beside)) => {
                self.due.set(self.due.get() + 1);
                beside.ask(&question, Some(bytes));
            }
            _ => self.read_here(),
        }
    }

    /// Starts the program, where it is not there yet. Says whether it can be asked.
    fn is_started(self: &Rc<Self>) -> bool {
        if self.beside.borrow().is_some() {
            return true;
        }
        let (hearing, failing) = (Rc::downgrade(self), Rc::downgrade(self));
        let hear = move |answer: String, text: Vec<u8>| {
            if let Some(opener) = hearing.upgrade() {
                opener.hear(&answer, text);
            }
        };
        let fail = move || {
            if let Some(opener) = failing.upgrade() {
                opener.due.set(0);
                opener.read_here();
            }
        };
        let started = Beside::start(Program::Open, hear, fail).ok();
        *self.beside.borrow_mut() = started;
        self.beside.borrow().is_some()
    }

    fn hear(self: Rc<Self>, answer: &str, text: Vec<u8>) {
        let due = self.due.get().saturating_sub(1);
        self.due.set(due);
        if due > 0 || self.request.borrow().is_none() {
            return;
        }
        match told(answer, text) {
            Some(Ok(imported)) => {
                let understood = Rc::new(Understood::of(imported, false));
                // In a task of its own: to read the answer takes long enough. Whatever the person does first is first.
                let opener = self.clone();
                let end = move || opener.end(Stage::Done(understood));
                self.pause.replace(Some(Timeout::new(0, end)));
            }
            Some(Err(reason)) => self.refuse_request(&reason.to_string()),
            None => self.read_here(),
        }
    }

    /// Reads words as words, on the page itself.
    fn read_here(&self) {
        let Some(Request { given, furniture, .. }) = self.request.borrow().clone() else { return };
        let text = match (&given.plain, &given.contents) {
            (Some(text), _) | (None, Ok(Contents::Text(text))) => Ok(text.clone()),
            (None, Ok(Contents::Bytes(bytes))) => decode(bytes).map(|decoded| decoded.text),
            (None, Err(_)) => return,
        };
        match text.and_then(|text| import(&text, furniture)) {
            Ok(draft) => self.end(Stage::Done(Rc::new(Understood::plain(draft)))),
            Err(reason) => self.refuse(&given, &reason.to_string()),
        }
    }

    fn refuse_request(&self, reason: &str) {
        if let Some(Request { given, .. }) = self.request.borrow().clone() {
            self.refuse(&given, reason);
        }
    }

    fn refuse(&self, given: &Given, reason: &str) {
        let words = match &given.name {
            Some(name) => format!("Could not open {name}. {reason}"),
            None => reason.to_owned(),
        };
        self.end(Stage::Failed(words.into()));
    }

    fn end(&self, stage: Stage) {
        drop(self.long.take());
        self.shown.replace(match &stage {
            Stage::Done(understood) | Stage::Behind(understood) => Some(understood.clone()),
            Stage::Nothing | Stage::Busy(_) | Stage::Failed(_) => None,
        });
        self.set.set(stage);
    }

    /// The person does not want to wait: whatever is under way ends at once.
    fn cancel(&self) {
        self.stop();
        self.end(Stage::Failed("Stopped. Nothing was opened.".into()));
    }

    fn stop(&self) {
        drop((self.pause.take(), self.long.take(), self.getting.take(), self.beside.take()));
        self.due.set(0);
    }
}

impl Understood {
    fn of(imported: Imported, is_limited: bool) -> Self {
        let Imported { draft, importer, reason } = imported;
        Self { draft: Rc::new(draft), importer, reason, is_limited }
    }

    fn plain(draft: Draft) -> Self {
        let imported = Imported { draft, importer: "plain-text".into(), reason: Reason::Words };
        Self::of(imported, true)
    }
}

/// A text that is an address and nothing else.
fn address(text: &str) -> Option<&str> {
    let text = text.trim();
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    (rest.contains('.') && !rest.contains(char::is_whitespace)).then_some(text)
}
