//! From the browser's selection to ours.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use gloo::{events::EventListener, timers::callback::Timeout};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};
use yew::prelude::*;

use crate::{
    browser::{article_dom::ArticleDom, page},
    store::{Action, Input},
    view::{app::READER, attribution_bar, state::Dispatch},
};

/// After the last change of a selection made by touch or keys, in milliseconds, it counts as made.
const SETTLED: u32 = 250;

/// Opens the bar on what is selected: at once when the pointer lets go, and a moment after handles on a touch screen
/// stand still.
#[hook]
pub(in crate::view) fn use_selection(dom: &Option<Rc<ArticleDom>>, dispatch: &Dispatch) {
    let dispatch = dispatch.clone();
    use_effect_with(dom.clone(), move |dom| {
        let listeners = dom.clone().and_then(|dom| {
            let document = page::document().ok()?;
            let watch =
                Rc::new(Watch { dom, dispatch, down: Cell::new(false), last: RefCell::new(None) });
            let on = |name: &'static str, run: fn(&Rc<Watch>, &Event)| {
                let watch = watch.clone();
                EventListener::new(&document, name, move |event| run(&watch, event))
            };
            Some([
                on("pointerdown", |watch, _| watch.down.set(true)),
                on("pointercancel", |watch, _| watch.down.set(false)),
                on("pointerup", Watch::let_go),
                on("selectionchange", |watch, _| watch.changed()),
            ])
        });
        move || drop(listeners)
    });
}

struct Watch {
    dom: Rc<ArticleDom>,
    dispatch: Dispatch,
    /// A button or finger is down: the selection is still being made.
    down: Cell<bool>,
    last: RefCell<Option<Timeout>>,
}

impl Watch {
    fn let_go(self: &Rc<Self>, event: &Event) {
        self.down.set(false);
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let inside = |selector: &str| {
            target.as_ref().is_some_and(|t| t.closest(selector).ok().flatten().is_some())
        };
        // Pressing the bar's own parts neither makes nor ends a selection.
        if inside(attribution_bar::SELECTOR) || inside("[role=slider]") {
            return;
        }
        let in_reader = inside(&format!("#{READER}"));
        let watch = self.clone();
        // The browser clears a selection that was clicked into only after this event.
        Timeout::new(0, move || match watch.dom.selection() {
            Some(range) if in_reader => {
                watch.dispatch.send(Action::Select(Some(range), Input::Pointer));
            }
            _ => watch.dispatch.send(Action::Select(None, Input::Pointer)),
        })
        .forget();
    }

    fn changed(self: &Rc<Self>) {
        if self.down.get() {
            return;
        }
        let watch = self.clone();
        let settled = Timeout::new(SETTLED, move || {
            if let Some(range) = watch.dom.selection().filter(|_| !watch.down.get()) {
                watch.dispatch.send(Action::Select(Some(range), Input::Pointer));
            }
        });
        // Dropping the one before cancels it.
        self.last.replace(Some(settled));
    }
}
