//! A page that is handed over by a bookmark: a line of JavaScript that a person keeps, and presses on the page they read.
//!
//! It opens Claimlight in a new tab, waits until that says it is ready, and sends what is on the page. Claimlight takes
//! it from the window that opened it and from no other, and believes it no address but one of the window's own origin.

use std::{cell::RefCell, rc::Rc};

use gloo::{events::EventListener, timers::callback::Timeout};
use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Url, Window};

use super::{given::Given, page::window};

/// What the address of the new tab ends in.
pub const HASH: &str = "#from-page";
/// What the new tab says first.
const READY: &str = "claimlight-ready";
/// How long the other page may take, in milliseconds.
const PATIENCE: u32 = 10_000;

/// The bookmark's address, for this Claimlight. `None` where it cannot be reached from other pages: opened from a file.
pub fn bookmark() -> Option<String> {
    let location = window().ok()?.location();
    let origin = location.origin().ok().filter(|origin| origin.starts_with("http"))?;
    let here = format!("{origin}{}", location.pathname().ok()?);
    let quoted = |text: &str| js_sys::JSON::stringify(&text.into()).map(String::from).ok();
    let code = include_str!("handed.js")
        .replace("HERE", &quoted(&format!("{here}{HASH}"))?)
        .replace("ORIGIN", &quoted(&origin)?)
        .replace("READY", &quoted(READY)?);
    let lines: String =
        code.lines().filter(|line| !line.starts_with("//")).map(str::trim).collect();
    Some(format!("javascript:{}", js_sys::encode_uri_component(&lines)))
}

/// Asks the page that opened this one for what it has, once. `None` where it has nothing to say: some sites cut the tie
/// between windows.
pub fn ask(take: impl FnOnce(Option<Given>) + 'static) {
    let take = Rc::new(RefCell::new(Some(take)));
    let answer = move |given: Option<Given>| {
        if let Some(take) = take.take() {
            take(given);
        }
    };
    let Some((window, opener)) = window().ok().and_then(|window| {
        let opener = window.opener().ok().filter(|opener| !opener.is_null())?;
        // A window of another origin is none by `instanceof`.
        Some((window, opener.unchecked_into::<Window>()))
    }) else {
        answer(None);
        return;
    };
    let from = opener.clone();
    let heard = answer.clone();
    EventListener::new(&window, "message", move |event| {
        let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
        if event.source().is_some_and(|source| Object::is(&source, &from))
            && let Some(given) = understood(&event.data(), &event.origin())
        {
            heard(Some(given));
        }
    })
    .forget();
    // A word that says nothing may go to anyone: whose page it is, nobody knows yet.
    let _ = opener.post_message(&READY.into(), "*");
    Timeout::new(PATIENCE, move || answer(None)).forget();
}

fn understood(data: &JsValue, origin: &str) -> Option<Given> {
    let text = |name: &str| Reflect::get(data, &name.into()).ok()?.as_string();
    let html = text("claimlightPage")?;
    let address = text("address").filter(|address| {
        Url::new(address)
            .is_ok_and(|address| address.origin() == origin && origin.starts_with("http"))
    });
    let is_copied = Reflect::get(data, &"selected".into()).is_ok_and(|it| it.is_truthy());
    let given = if is_copied {
        Given { address, ..Given::copied(html, text("words")) }
    } else {
        Given { address, media_type: Some("text/html".into()), ..Given::words(html) }
    };
    Some(given)
}
