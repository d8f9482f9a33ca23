//! Which part of a long article is near the window.

use std::{collections::BTreeSet, ops::Range, rc::Rc};

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};
use yew::prelude::*;

use crate::{
    browser::article_dom::ArticleDom,
    view::article::{SECTION, is_long},
};

/// The class of sections near the window. The others are left out of layout, and clip what sticks out of them.
const NEAR: &str = "near";

/// The blocks within a screen of the window: only these have highlights and cards. All blocks of a short
/// article.
#[hook]
pub(in crate::view) fn use_near(dom: &Option<Rc<ArticleDom>>) -> Range<usize> {
    let near = use_state_eq(BTreeSet::<usize>::new);
    let known = use_mut_ref(BTreeSet::<usize>::new);
    let setter = near.setter();
    use_effect_with(dom.clone(), move |dom| {
        known.borrow_mut().clear();
        setter.set(BTreeSet::new());
        let long = dom.as_ref().filter(|dom| is_long(dom.body()));
        let observing = long.and_then(|dom| {
            let seen = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
                let mut known = known.borrow_mut();
                for entry in entries
                    .iter()
                    .filter_map(|entry| entry.dyn_into::<IntersectionObserverEntry>().ok())
                {
                    note(&mut known, &entry);
                }
                setter.set(known.clone());
            });
            let init = IntersectionObserverInit::new();
            init.set_root_margin("100% 0px");
            let function = seen.as_ref().unchecked_ref();
            let observer = IntersectionObserver::new_with_options(function, &init).ok()?;
            let sections = dom.root().children();
            for section in (0..sections.length()).filter_map(|i| sections.item(i)) {
                observer.observe(&section);
            }
            Some((observer, seen))
        });
        move || {
            if let Some((observer, _seen)) = observing {
                observer.disconnect();
            }
        }
    });
    let Some(dom) = dom else { return 0..0 };
    let blocks = dom.body().blocks().len();
    if !is_long(dom.body()) {
        return 0..blocks;
    }
    match (near.first(), near.last()) {
        (Some(first), Some(last)) => first * SECTION..((last + 1) * SECTION).min(blocks),
        _ => 0..0,
    }
}

fn note(known: &mut BTreeSet<usize>, entry: &IntersectionObserverEntry) {
    let section: Element = entry.target();
    let Some(index) = section.get_attribute("data-part").and_then(|i| i.parse().ok()) else {
        return;
    };
    // Fails only for class names with spaces.
    let _ = section.class_list().toggle_with_force(NEAR, entry.is_intersecting());
    if entry.is_intersecting() {
        known.insert(index);
    } else {
        known.remove(&index);
    }
}
