//! Asking the engine what it proposes for the open article. It runs beside the page, in a worker that is loaded for it, and
//! only where a person has begun to work: see [`desk`](crate::view::desk).

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::{
    article::Body,
    browser::{
        chance,
        worker::{Beside, Program},
    },
    record::{ArticleId, Timestamp},
    store::{Action, Proposals, Reading, Session, Sources, persist::Status, registry},
    suggest::Proposal,
    view::{desk::Desk, state::Dispatch},
    worker::{Blocks, Report, Request},
};

/// After an article is shown, its reader has so many milliseconds before the engine is asked.
const SETTLED: u32 = 150;
/// What takes longer, in milliseconds, is told how far it is.
const LONG: u64 = 1_000;

/// An article to ask about.
#[derive(Clone)]
pub(in crate::view) struct Question {
    article: ArticleId,
    body: Rc<Body>,
    known: Rc<Sources>,
    dispatch: Dispatch,
}

/// Asks about the open article once the desk is there and what was made so far is kept, and again for each other one. An
/// answer that is still due when the article is left is not waited for.
#[hook]
pub(in crate::view) fn use_asking(
    session: &Rc<Session>,
    desk: Option<&'static Desk>,
    status: &Status,
    dispatch: &Dispatch,
) {
    // Work comes first: a program that starts takes time from a browser that opens a database.
    let was_kept = use_mut_ref(|| false);
    if desk.is_some() && *status != Status::Saving {
        was_kept.replace(true);
    }
    let desk = desk.filter(|_| *was_kept.borrow());
    let article = session.article().filter(|_| session.view.settings.propose);
    let question = article.map(|article| Question {
        article: article.id,
        body: article.body.clone(),
        known: session.library.sources().clone(),
        dispatch: dispatch.clone(),
    });
    let about = question.as_ref().map(|question| question.article);
    use_effect_with((desk.is_some(), about), move |_| {
        let asked = desk.zip(question).map(|(desk, question)| (desk.ask)(question));
        move || drop(asked)
    });
}

/// A question that is on its way, for as long as this lives.
pub(in crate::view) struct Asked {
    _answering: Rc<Answering>,
    _start: Timeout,
}

/// What is known of the answer so far.
struct Answering {
    question: Question,
    since: Timestamp,
    said: RefCell<Vec<Rc<Proposal>>>,
    percent: Cell<u8>,
    beside: RefCell<Option<Beside>>,
}

/// Asks.
pub(in crate::view) fn ask(question: Question) -> Asked {
    let answering = Rc::new(Answering {
        question,
        since: chance::now(),
        said: RefCell::default(),
        percent: Cell::new(0),
        beside: RefCell::default(),
    });
    let begun = Rc::downgrade(&answering);
    let start = Timeout::new(SETTLED, move || {
        if let Some(answering) = begun.upgrade() {
            answering.start();
        }
    });
    Asked { _answering: answering, _start: start }
}

impl Answering {
    fn start(self: Rc<Self>) {
        let Question { body, known, .. } = &self.question;
        let request = Request { blocks: Blocks::of(body), known: registry::by_name(known) };
        let (hearing, failing) = (Rc::downgrade(&self), Rc::downgrade(&self));
        let beside = serde_json::to_string(&request).ok().and_then(|request| {
            let hear = move |report: String, _: Vec<u8>| {
                if let (Some(answering), Ok(report)) =
                    (hearing.upgrade(), serde_json::from_str(&report))
                {
                    answering.hear(report);
                }
            };
            let fail = move || {
                if let Some(answering) = failing.upgrade() {
                    answering.end(Reading::Unavailable);
                }
            };
            let beside = Beside::start(Program::Propose, hear, fail).ok()?;
            beside.ask(&request, Some(body.text().as_bytes()));
            Some(beside)
        });
        match beside {
            Some(beside) => drop(self.beside.replace(Some(beside))),
            None => self.end(Reading::Unavailable),
        }
    }

    fn hear(&self, report: Report) {
        match report {
            Report::Read(percent) => {
                let waited = chance::now().millis().saturating_sub(self.since.millis());
                if waited > LONG && self.percent.replace(percent) != percent {
                    self.say(Proposals { reading: Reading::Read(percent), ..Proposals::default() });
                }
            }
            Report::Proposed(some) => self.said.borrow_mut().extend(some.into_iter().map(Rc::new)),
            Report::Finished => self.end(Reading::Finished),
        }
    }

    fn end(&self, reading: Reading) {
        self.say(Proposals { reading, all: self.said.take().into() });
        // The worker goes: its memory is worth more than the moment it takes to start another.
        drop(self.beside.take());
    }

    fn say(&self, proposals: Proposals) {
        let Question { article, dispatch, .. } = &self.question;
        dispatch.send(Action::Propose(*article, proposals));
    }
}
