//! What is dropped on the page, or pasted while nothing is being typed.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DataTransfer, DragEvent, Element};
use yew::prelude::*;

use crate::{
    browser::{files, given::Given, page},
    store::Sheet,
    view::{desk, state::Dispatch},
};

/// Takes in dropped files and pasted text: annotations go to the import sheet, all else to the sheet that opens
/// articles. Gives what came last, while its sheet is open.
#[hook]
pub(in crate::view) fn use_incoming(
    sheet: Option<Sheet>,
    dispatch: &Dispatch,
) -> Option<Rc<Given>> {
    let incoming = use_state(|| None::<Rc<Given>>);
    let setter = incoming.setter();
    use_effect_with(sheet.is_none(), {
        let setter = setter.clone();
        move |closed| {
            if *closed {
                setter.set(None);
            }
        }
    });
    let dispatch = dispatch.clone();
    use_effect_with((), move |()| {
        let silent = dispatch.clone();
        let take = move |given: Given| {
            dispatch.show(if is_json(&given) { Sheet::Import } else { Sheet::Open });
            setter.set(Some(Rc::new(given)));
        };
        if page::was_opened_with_something() {
            let take = take.clone();
            desk::with(move |desk| {
                if let Ok(desk) = desk {
                    (desk.receive)(take.into(), silent);
                }
            });
        }
        let listeners = page::document().ok().map(|document| {
            let options = EventListenerOptions::enable_prevent_default();
            let on_paste = take.clone();
            [
                EventListener::new_with_options(&document, "dragover", options, |event| {
                    if event.dyn_ref::<DragEvent>().is_some_and(carries_files) {
                        event.prevent_default();
                    }
                }),
                EventListener::new_with_options(&document, "drop", options, move |event| {
                    let Some(event) = event.dyn_ref::<DragEvent>().filter(|e| carries_files(e))
                    else {
                        return;
                    };
                    event.prevent_default();
                    let dropped = event.data_transfer().and_then(|data| data.files()?.get(0));
                    if let Some(file) = dropped {
                        files::give(file, take.clone());
                    }
                }),
                EventListener::new(&document, "paste", move |event| {
                    let Some(event) = event.dyn_ref::<ClipboardEvent>() else { return };
                    let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
                    if target.as_ref().is_some_and(page::takes_text) {
                        return;
                    }
                    if let Some(given) = event.clipboard_data().and_then(|data| pasted(&data)) {
                        on_paste(given);
                    }
                }),
            ]
        });
        move || drop(listeners)
    });
    (*incoming).clone()
}

/// What a clipboard holds: a part of a page where its elements say more than its words, else the words.
pub(in crate::view) fn pasted(data: &DataTransfer) -> Option<Given> {
    let get = |kind: &str| data.get_data(kind).ok().filter(|text| !text.trim().is_empty());
    let words = get("text/plain");
    if let Some(html) = get("text/html").filter(|html| has_blocks(html)) {
        return Some(Given::copied(html, words));
    }
    words.map(Given::words)
}

/// Whether it has more than one stretch of text: a word copied from a page is a word.
fn has_blocks(html: &str) -> bool {
    const BLOCKS: [&str; 8] = ["<p", "<h1", "<h2", "<li", "<br", "<blockquote", "<td", "<div"];
    BLOCKS.iter().map(|block| html.matches(block).count()).sum::<usize>() > 1
}

fn carries_files(event: &DragEvent) -> bool {
    let types = event.data_transfer().map(|data| data.types());
    types.is_some_and(|types| types.includes(&"Files".into(), 0))
}

/// Whether it looks like annotations.
fn is_json(given: &Given) -> bool {
    let named = given.name.as_ref().is_some_and(|name| {
        let name = name.to_lowercase();
        name.ends_with(".json") || name.ends_with(".jsonld")
    });
    let starts = || {
        let start = given.contents.as_ref().ok().map(|it| it.bytes().trim_ascii_start());
        start.is_some_and(|bytes| matches!(bytes.first(), Some(b'{' | b'[')))
    };
    named || (given.name.is_none() && starts())
}
