//! Having sketches of all articles at hand, without holding up the page.

use std::{cell::RefCell, rc::Rc};

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::{
    article::{Body, Sketching, import::Draft},
    store::Library,
};

/// Bytes of text that are read in one task: a few milliseconds’ worth.
const SLICE: usize = 256 * 1024;

/// Whether there are sketches of a draft and of all articles on the shelf, so that they can be compared in no time. Sees
/// to it, a slice of text at a time.
#[hook]
pub(in crate::view) fn use_sketches(draft: Option<&Rc<Draft>>, library: &Library) -> bool {
    let compared = draft.map(|draft| Compared { new: draft.body.clone(), with: library.clone() });
    let ready = use_state_eq(|| None::<Compared>);
    use_effect_with(compared.clone(), {
        let ready = ready.setter();
        move |compared| {
            let work = compared.clone().map(|compared| {
                let work = Rc::new(Work { due: compared.due().into(), next: RefCell::default() });
                work.clone().start(Rc::new(move || ready.set(Some(compared.clone()))));
                work
            });
            move || drop(work)
        }
    });
    compared.is_some() && *ready == compared
}

/// What is compared with what.
#[derive(Clone)]
struct Compared {
    new: Rc<Body>,
    with: Library,
}

/// The same where the draft is the same allocation, as is what the library has.
impl PartialEq for Compared {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.new, &other.new) && self.with == other.with
    }
}

impl Compared {
    fn due(&self) -> Vec<Sketching> {
        let shelf = self.with.shelf();
        let all = shelf.iter().map(|article| &article.body).chain([&self.new]);
        all.map(|body| Sketching::of(body.clone())).collect()
    }
}

/// Texts to read, for as long as somebody wants them read.
struct Work {
    due: RefCell<Vec<Sketching>>,
    next: RefCell<Option<Timeout>>,
}

impl Work {
    /// Reads what is little at once, and what is much in tasks of their own.
    fn start(self: Rc<Self>, done: Rc<dyn Fn()>) {
        let much = self.due.borrow().iter().map(Sketching::left).sum::<usize>() > SLICE;
        if much { self.wait(done) } else { self.go_on(done) }
    }

    fn go_on(self: Rc<Self>, done: Rc<dyn Fn()>) {
        if self.has_read() { done() } else { self.wait(done) }
    }

    fn wait(self: Rc<Self>, done: Rc<dyn Fn()>) {
        let work = Rc::downgrade(&self);
        let next = move || {
            if let Some(work) = work.upgrade() {
                work.go_on(done);
            }
        };
        self.next.replace(Some(Timeout::new(0, next)));
    }

    /// Reads one slice. Says whether that was all.
    fn has_read(&self) -> bool {
        let mut due = self.due.borrow_mut();
        let mut left = SLICE;
        while let Some(last) = due.last_mut() {
            let read = last.go_on(left);
            if read >= left {
                return false;
            }
            left -= read;
            due.pop();
        }
        true
    }
}
