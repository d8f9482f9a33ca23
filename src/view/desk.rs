//! The part of the program that only those need who do something: edits and keeping them, keys, the bar, editors,
//! sheets.
//!
//! In the built site it is a file of its own, which the page loads at the first gesture; a first visit stays
//! small that way. Everything here is reached through [`Desk`], and through nothing else: whatever the page named
//! directly would be loaded with it.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use wasm_bindgen_futures::spawn_local;
use web_sys::KeyboardEvent;
use yew::prelude::*;

use super::{
    attribution_bar::{self, AttributionBar},
    card_editor::{self, CardEditor},
    handles::{self, Handles},
    hooks::{Asked, Opening, Question, ask, open as open_storages, press_key, receive, set_keeper},
    offer_card::{self, OfferCard},
    offers_strip::{self, OffersStrip},
    sheets::{self, Sheets},
    state::Dispatch,
};
use crate::{
    article::Body,
    browser::{article_dom::ArticleDom, given::Given},
    store::{Command, Placed, Session, Share, shares},
};

/// What the loaded part can do.
pub(super) struct Desk {
    /// The session after a command.
    pub(super) after: fn(Rc<Session>, Command) -> Rc<Session>,
    /// Opens the storages, for a session that began without them or for the one they hold.
    pub(super) open: fn(Option<Rc<Session>>) -> Opening,
    /// Who says how much of it.
    pub(super) shares: fn(&Body, &[Placed]) -> Vec<Share>,
    /// Asks the engine what it proposes.
    pub(super) ask: fn(Question) -> Asked,
    /// One proposal in the margin.
    pub(super) offer_card: fn(offer_card::Props) -> Html,
    /// All proposals in a line.
    pub(super) offers_strip: fn(offers_strip::Props) -> Html,
    /// What a key does.
    pub(super) press_key: fn(&Session, Option<&ArticleDom>, &Dispatch, &KeyboardEvent),
    /// The bar that asks who says it.
    pub(super) bar: fn(attribution_bar::Props) -> Html,
    /// What can be changed of a claim.
    pub(super) editor: fn(card_editor::Props) -> Html,
    /// The ends of a claim.
    pub(super) handles: fn(handles::Props) -> Html,
    /// Takes what the page was opened with.
    pub(super) receive: fn(Callback<Given>, Dispatch),
    /// The sheet that is open.
    pub(super) sheets: fn(sheets::Props) -> Html,
}

/// There is only one.
impl PartialEq for Desk {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

static DESK: Desk = Desk {
    after: Session::after,
    open: open_storages,
    shares: |body, placed| shares(body, placed),
    ask,
    offer_card: |props| {
        let key = props.offer.nth;
        html! { <OfferCard {key} ..props /> }
    },
    offers_strip: |props| html! { <OffersStrip ..props /> },
    press_key,
    bar: |props| html! { <AttributionBar ..props /> },
    editor: |props| html! { <CardEditor ..props /> },
    handles: |props| html! { <Handles ..props /> },
    receive,
    sheets: |props| html! { <Sheets ..props /> },
};

/// Why it could not be loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unreachable;

/// Something that waits for the desk.
type Waiting = Box<dyn FnOnce(Result<&'static Desk, Unreachable>)>;

thread_local! {
    static LOADED: Cell<Option<&'static Desk>> = const { Cell::new(None) };
    /// The session that began without a desk.
    static BEGUN: RefCell<Option<Rc<Session>>> = const { RefCell::new(None) };
    /// What is to be done as soon as the desk is there, in order.
    static WAITING: RefCell<Vec<Waiting>> = const { RefCell::new(Vec::new()) };
    /// Who wants to know that it is there, but does not need it.
    static CURIOUS: RefCell<Vec<Box<dyn FnOnce()>>> = const { RefCell::new(Vec::new()) };
}

/// The desk, once it is loaded and the storages are open.
pub(super) fn loaded() -> Option<&'static Desk> {
    LOADED.get()
}

/// The page begins without a desk, with this session.
pub(super) fn begin(session: &Rc<Session>) {
    BEGUN.set(Some(session.clone()));
}

/// Loads the desk and opens the storages; gives the session to go on with.
pub(super) async fn open() -> Result<Rc<Session>, Unreachable> {
    let desk = fetch().await?;
    let (session, keeper) = (desk.open)(BEGUN.with_borrow(Clone::clone)).await;
    set_keeper(Some(keeper));
    LOADED.set(Some(desk));
    Ok(session)
}

/// The page is gone: the next one begins anew.
pub(super) fn close() {
    set_keeper(None);
    LOADED.set(None);
    BEGUN.set(None);
    CURIOUS.take();
}

/// Hands the desk on, as soon as it is there. Who asks first is served first.
pub(super) fn with(then: impl FnOnce(Result<&'static Desk, Unreachable>) + 'static) {
    if let Some(desk) = loaded() {
        then(Ok(desk));
        return;
    }
    let first = WAITING.with_borrow_mut(|waiting| {
        waiting.push(Box::new(then));
        waiting.len() == 1
    });
    if first {
        spawn_local(async {
            let opened = open().await.and_then(|_| loaded().ok_or(Unreachable));
            for then in WAITING.take() {
                then(opened);
            }
            if opened.is_ok() {
                CURIOUS.take().into_iter().for_each(|tell| tell());
            }
        });
    }
}

#[cfg(feature = "split")]
async fn fetch() -> Result<&'static Desk, Unreachable> {
    // A reference fits a return value of C, the whole does not.
    #[wasm_split_helpers::wasm_split(desk, fallible)]
    fn desk() -> Result<&'static Desk, Unreachable> {
        Ok(&DESK)
    }
    desk().await
}

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for Unreachable {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

#[cfg(not(feature = "split"))]
async fn fetch() -> Result<&'static Desk, Unreachable> {
    Ok(&DESK)
}

/// The desk as a component sees it: loaded as soon as it is `wanted`, and rendered again when it is there.
#[hook]
pub(super) fn use_desk(wanted: bool) -> Option<&'static Desk> {
    let arrived = use_force_update();
    let told = arrived.clone();
    use_effect_with((), move |()| {
        if loaded().is_none() {
            CURIOUS.with_borrow_mut(|curious| curious.push(Box::new(move || told.force_update())));
        }
    });
    use_effect_with(wanted, move |wanted| {
        if *wanted && loaded().is_none() {
            // Failing is said to whoever does something next.
            with(move |_| arrived.force_update());
        }
    });
    loaded()
}
