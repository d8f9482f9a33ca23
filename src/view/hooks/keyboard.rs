//! Keys, from one list, wherever nothing is being typed.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

use crate::{
    annotation::{Mode, Verdict},
    browser::{article_dom::ArticleDom, page},
    store::{
        Action, Bar, Session, Sheet,
        cursor::Edge,
        edit::{ClaimEdit, Part},
        keys::{self, Chord, KeyCommand, Situation},
    },
    text::ByteOffset,
    view::{
        app, attribution_bar, card_editor, desk, handles, offer_card, sources_panel,
        state::Dispatch,
    },
};

/// Listens for keys. The listener is set once and reads the latest session.
#[hook]
pub(in crate::view) fn use_keyboard(
    session: &Rc<Session>,
    dom: &Option<Rc<ArticleDom>>,
    dispatch: &Dispatch,
) {
    let latest = use_mut_ref(|| (session.clone(), dom.clone()));
    latest.replace((session.clone(), dom.clone()));
    let dispatch = dispatch.clone();
    use_effect_with((), move |()| {
        let options = EventListenerOptions::enable_prevent_default();
        let listener = page::document().ok().map(|document| {
            EventListener::new_with_options(&document, "keydown", options, move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>().cloned() else { return };
                let (latest, dispatch) = (latest.clone(), dispatch.clone());
                desk::with(move |desk| {
                    let (session, dom) = latest.borrow().clone();
                    if let Ok(desk) = desk {
                        (desk.press_key)(&session, dom.as_deref(), &dispatch, &event);
                    }
                });
            })
        });
        move || drop(listener)
    });
}

/// Does what a key means in this session.
pub(in crate::view) fn press_key(
    session: &Session,
    dom: Option<&ArticleDom>,
    dispatch: &Dispatch,
    event: &KeyboardEvent,
) {
    Keyboard { session, dom, dispatch }.on_key(event);
}

struct Keyboard<'a> {
    session: &'a Session,
    dom: Option<&'a ArticleDom>,
    dispatch: &'a Dispatch,
}

impl Keyboard<'_> {
    fn on_key(&self, event: &KeyboardEvent) {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let typing = target.as_ref().is_some_and(page::takes_text);
        // A sheet has keys of its own, the browser's.
        if self.session.sheet.is_some() || event.default_prevented() || event.is_composing() {
            return;
        }
        if typing {
            if event.key() == "Escape"
                && let Some(element) = page::focused()
            {
                self.leave(&element);
            }
            return;
        }
        let name = event.key();
        let chord = Chord {
            key: &name,
            ctrl: event.ctrl_key() || event.meta_key(),
            shift: event.shift_key(),
            alt: event.alt_key(),
        };
        let now = self.situation(target.as_ref());
        if let Some(command) = keys::command(chord, now) {
            event.prevent_default();
            self.obey(command, &name);
        } else if now.bar && !chord.ctrl && !chord.alt && name.chars().count() == 1 && name != " " {
            // The letter itself arrives in the field that has the keyboard by then.
            page::focus(attribution_bar::FIELD);
        }
    }

    fn situation(&self, target: Option<&Element>) -> Situation {
        let session = self.session;
        let in_article = || target.is_some_and(|t| t.id() == app::READER);
        Situation {
            bar: session.bar.is_some(),
            selection: matches!(session.bar, Some(Bar::Selection(..))),
            chosen: session.chosen.is_some(),
            offered: session.offered.is_some_and(|nth| session.offers().get(nth).is_some()),
            reading: session.cursor.is_some() || in_article(),
            on_control: target.is_some_and(page::takes_presses),
            letters: session.view.settings.letter_keys,
        }
    }

    /// Escape in a field gives the keyboard back to the article; a claim's field is committed by that.
    fn leave(&self, field: &web_sys::HtmlElement) {
        if field.id() == attribution_bar::FIELD {
            self.dispatch.send(Action::Escape);
        }
        page::focus(app::READER);
    }

    fn obey(&self, command: KeyCommand, key: &str) {
        let send = |action| self.dispatch.send(action);
        match command {
            KeyCommand::Undo => send(Action::Undo),
            KeyCommand::Redo => send(Action::Redo),
            KeyCommand::Escape => send(Action::Escape),
            KeyCommand::Help => self.dispatch.show(Sheet::Help),
            KeyCommand::OpenSheet => self.dispatch.show(Sheet::Open),
            KeyCommand::Library => self.dispatch.show(Sheet::Library),
            KeyCommand::Claims => self.dispatch.show(Sheet::Claims),
            KeyCommand::Sources => self.dispatch.show(Sheet::Sources),
            KeyCommand::Export => self.dispatch.show(Sheet::Export),
            KeyCommand::Import => self.dispatch.show(Sheet::Import),
            KeyCommand::Settings => self.dispatch.show(Sheet::Settings),
            KeyCommand::Find => self.find(),
            KeyCommand::Sentence(direction) => {
                page::focus(app::READER);
                send(Action::MoveCursor(direction, self.top_of_window()));
            }
            KeyCommand::CursorEdge(edge, unit, direction) => {
                send(Action::MoveCursorEdge(edge, unit, direction));
            }
            KeyCommand::OpenBar => send(Action::OpenBar),
            KeyCommand::Claim(direction) => {
                page::focus(app::READER);
                send(Action::ChooseNext(direction));
            }
            KeyCommand::Proposal(direction) => {
                page::focus(app::READER);
                send(Action::LookOn(direction, self.top_of_window()));
            }
            KeyCommand::AcceptOffer | KeyCommand::Dismiss => self.decide(command),
            KeyCommand::AcceptSure => {
                let sure = self.session.offers().sure().count();
                send(Action::AcceptSure((0..sure).map(|_| offer_card::fresh()).collect()));
            }
            KeyCommand::Digit => attribution_bar::press(&format!("option-{key}")),
            KeyCommand::OwnVoice => attribution_bar::press("option-0"),
            KeyCommand::Unattributed => attribution_bar::press("option-none"),
            KeyCommand::Accept => attribution_bar::press("option-1"),
            KeyCommand::Extend => attribution_bar::press("extend-+"),
            KeyCommand::Mention => send(Action::MarkChosen(Part::Mention)),
            KeyCommand::Cue => send(Action::MarkChosen(Part::Cue)),
            KeyCommand::Note => page::focus(card_editor::NOTE),
            KeyCommand::Tags => page::focus(card_editor::TAGS),
            KeyCommand::Handle(Edge::Start) => page::focus(&handles::id(0, Edge::Start)),
            KeyCommand::Handle(Edge::End) => {
                let last = self.chosen().map_or(0, |claim| claim.content.len().saturating_sub(1));
                page::focus(&handles::id(last, Edge::End));
            }
            KeyCommand::Delete | KeyCommand::Mode | KeyCommand::Verdict => self.change(command),
        }
    }

    /// Accepts the proposal that is looked at, or dismisses it. The keyboard does not stay on a card that goes.
    fn decide(&self, command: KeyCommand) {
        let Some(nth) = self.session.offered else { return };
        page::focus(app::READER);
        self.dispatch.send(match command {
            KeyCommand::Dismiss => Action::Dismiss(nth),
            _ => Action::Accept(nth, offer_card::fresh()),
        });
    }

    fn chosen(&self) -> Option<&Rc<crate::annotation::Claim>> {
        let session = self.session;
        session.library.claim(session.view.open?, session.chosen?)
    }

    /// Changes the chosen claim.
    fn change(&self, command: KeyCommand) {
        let Some(claim) = self.chosen() else { return };
        let edit = match command {
            KeyCommand::Mode => ClaimEdit::Mode(claim.id, after(&Mode::ALL, *claim.mode)),
            KeyCommand::Verdict => {
                ClaimEdit::Verdict(claim.id, after(&Verdict::ALL, *claim.verdict))
            }
            _ => {
                // The next one takes its place, so that a run of claims can be worked through.
                let placement = self.session.placement().filtered(&self.session.view.filter);
                let next = placement.step(Some(claim.id), true);
                self.dispatch.claim(ClaimEdit::Delete(vec![claim.id]));
                self.dispatch.send(Action::Choose(next));
                page::focus(app::READER);
                return;
            }
        };
        self.dispatch.claim(edit);
    }

    fn find(&self) {
        if page::element(sources_panel::FIND).is_some_and(|field| field.offset_parent().is_some()) {
            page::focus(sources_panel::FIND);
        } else {
            self.dispatch.show(Sheet::Claims);
        }
    }

    /// The start of the first block that can be seen.
    fn top_of_window(&self) -> ByteOffset {
        let block = self.dom.and_then(|dom| {
            let index = dom.block_below(super::place::BELOW_BAR)?;
            dom.body().blocks().get(index)
        });
        block.map_or(ByteOffset::ZERO, |block| block.range.start())
    }
}

/// The one after `now`, round and round.
fn after<T: Copy + PartialEq>(all: &[T], now: T) -> T {
    let next = all.iter().position(|one| *one == now).map_or(0, |i| i + 1);
    all.get(next).or(all.first()).copied().unwrap_or(now)
}
