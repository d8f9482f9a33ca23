//! What is placed beside the text moves with it.

use std::rc::Rc;

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, ResizeObserver};
use yew::prelude::*;

use crate::browser::{article_dom::ArticleDom, page};

/// Runs `arrange` after every render, and whenever the article (with the window, or the text size) or one of the
/// elements of this CSS selector changes its size.
#[hook]
pub(in crate::view) fn use_arranged(
    dom: &Rc<ArticleDom>,
    others: &'static str,
    arrange: impl Fn() + 'static,
) {
    let root = dom.root().clone();
    use_effect(move || {
        arrange();
        let resized = Closure::<dyn Fn()>::new(arrange);
        let observer = ResizeObserver::new(resized.as_ref().unchecked_ref()).ok();
        if let Some(observer) = &observer {
            observer.observe(&root);
            for element in all(others) {
                observer.observe(&element);
            }
        }
        move || {
            if let Some(observer) = observer {
                observer.disconnect();
            }
            drop(resized);
        }
    });
}

fn all(selector: &str) -> Vec<Element> {
    let found = page::document().and_then(|document| document.query_selector_all(selector));
    let Ok(found) = found else { return Vec::new() };
    (0..found.length()).filter_map(|i| found.get(i)?.dyn_into().ok()).collect()
}
