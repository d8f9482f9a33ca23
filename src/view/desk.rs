//! The part of the program that only those need who do something: edits and keeping them, keys, the bar, editors,
//! sheets.
//!
//! In the built site it is a file of its own, which the page loads at the first gesture; a first visit stays
//! small that way. Everything here is reached through [`Desk`], and through nothing else: whatever the page named
//! directly would be loaded with it.

use std::{cell::Cell, rc::Rc};

use wasm_bindgen_futures::spawn_local;
use web_sys::KeyboardEvent;
use yew::prelude::*;

use super::{
    attribution_bar::{self, AttributionBar},
    card_editor::{self, CardEditor},
    handles::{self, Handles},
    hooks::{Keeping, Opened, keep, press_key, resume},
    sheets::{self, Sheets},
    state::Dispatch,
};
use crate::{
    article::Body,
    browser::article_dom::ArticleDom,
    store::{
        Claims, Command, Placed, Placement, Session, Share, Sources, persist::StorageError, shares,
    },
};

/// What the loaded part can do.
#[derive(Debug)]
pub(super) struct Desk {
    /// The session after a command.
    pub(super) after: fn(Rc<Session>, Command) -> Rc<Session>,
    /// The session as it was left.
    pub(super) resume: fn() -> Opened,
    /// Writes what changed; gives why it could not.
    pub(super) keep: fn(&Keeping, &Rc<Session>) -> Option<StorageError>,
    /// Where claims stand in a text.
    pub(super) place: fn(&str, &Claims, &Sources) -> Placement,
    /// Who says how much of it.
    pub(super) shares: fn(&Body, &[Placed]) -> Vec<Share>,
    /// What a key does.
    pub(super) press_key: fn(&Session, Option<&ArticleDom>, &Dispatch, &KeyboardEvent),
    /// The bar that asks who says it.
    pub(super) bar: fn(attribution_bar::Props) -> Html,
    /// What can be changed of a claim.
    pub(super) editor: fn(card_editor::Props) -> Html,
    /// The ends of a claim.
    pub(super) handles: fn(handles::Props) -> Html,
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
    resume,
    keep,
    place: Placement::new,
    shares: |body, placed| shares(body, placed),
    press_key,
    bar: |props| html! { <AttributionBar ..props /> },
    editor: |props| html! { <CardEditor ..props /> },
    handles: |props| html! { <Handles ..props /> },
    sheets: |props| html! { <Sheets ..props /> },
};

/// Why it could not be loaded.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unreachable;

thread_local! {
    static LOADED: Cell<Option<&'static Desk>> = const { Cell::new(None) };
}

/// The desk, once it is loaded.
pub(super) fn loaded() -> Option<&'static Desk> {
    #[cfg(not(feature = "split"))]
    LOADED.set(Some(&DESK));
    LOADED.get()
}

/// Loads the desk, unless it is there already, and hands it on.
pub(super) fn with(then: impl FnOnce(Result<&'static Desk, Unreachable>) + 'static) {
    if let Some(desk) = loaded() {
        then(Ok(desk));
        return;
    }
    spawn_local(async move {
        let found = fetch().await;
        if let Ok(desk) = found {
            LOADED.set(Some(desk));
        }
        then(found);
    });
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
    use_effect_with(wanted, move |wanted| {
        if *wanted && loaded().is_none() {
            // Failing is said to whoever does something next.
            with(move |_| arrived.force_update());
        }
    });
    loaded()
}
