//! What is placed beside the text moves with it.

use std::rc::Rc;

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, ResizeObserver};
use yew::prelude::*;

use crate::browser::article_dom::ArticleDom;

/// Runs `arrange` after every render, and whenever the article (with the window, or the text size) or one of the `others`
/// changes its size.
#[hook]
pub(in crate::view) fn use_arranged(
    dom: &Rc<ArticleDom>,
    others: impl Fn() -> Vec<Element> + 'static,
    arrange: impl Fn() + 'static,
) {
    let root = dom.root().clone();
    use_effect(move || {
        arrange();
        let resized = Closure::<dyn Fn()>::new(arrange);
        let observer = ResizeObserver::new(resized.as_ref().unchecked_ref()).ok();
        if let Some(observer) = &observer {
            observer.observe(&root);
            for element in others() {
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
