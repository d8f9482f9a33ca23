//! Where the reader was.

use std::rc::Rc;

use gloo::{events::EventListener, timers::callback::Timeout};
use web_sys::{DomRect, HtmlElement};
use yew::prelude::*;

use crate::{
    browser::{article_dom::ArticleDom, page},
    store::{Glance, view_state::Place},
    text::TextRange,
    view::state::Dispatch,
};

/// Height of the bar on top, in CSS pixels: what is above it is not seen.
pub(in crate::view) const BELOW_BAR: f64 = 56.0;
/// Space left under a card, in CSS pixels.
const GAP: f64 = 12.0;
/// After the last scroll event, in milliseconds, the place counts as reached.
const SETTLED: u32 = 150;

/// Scrolls to where the article was left, once it is there; then remembers where it is scrolled to.
#[hook]
pub(in crate::view) fn use_place(dom: &Option<Rc<ArticleDom>>, left: Place, dispatch: &Dispatch) {
    let dispatch = dispatch.clone();
    use_effect_with(dom.clone(), move |dom| {
        let listener = dom.clone().and_then(|dom| {
            restore(&dom, left);
            let waiting = std::cell::RefCell::new(None::<Timeout>);
            let window = page::window().ok()?;
            Some(EventListener::new(&window, "scroll", move |_| {
                let (dom, dispatch) = (dom.clone(), dispatch.clone());
                let settled = Timeout::new(SETTLED, move || {
                    if let Some(place) = place(&dom) {
                        dispatch.glance(Glance::Scrolled(place));
                    }
                });
                // Dropping the one before cancels it.
                waiting.replace(Some(settled));
            }))
        });
        move || drop(listener)
    });
}

fn place(dom: &ArticleDom) -> Option<Place> {
    if page::scroll_top() <= 0.0 {
        return Some(Place::default());
    }
    let block = dom.block_below(BELOW_BAR)?;
    let top = dom.block(block)?.get_bounding_client_rect().top();
    Some(Place { block, above: -(top.round() as i32) })
}

fn restore(dom: &ArticleDom, place: Place) {
    if place == Place::default() {
        page::scroll_to(0.0);
    } else if let Some(block) = dom.block(place.block) {
        let top = block.get_bounding_client_rect().top() + page::scroll_top();
        page::scroll_to(top + f64::from(place.above));
    }
}

/// Brings a range into view, a third of the way down, where it is not. On a phone, `sheet` covers the window's foot.
pub(in crate::view) fn show_range(dom: &ArticleDom, range: TextRange, sheet: Option<&HtmlElement>) {
    let Some((first, last)) = dom.boxes(range) else { return };
    let foot = sheet.map(|sheet| sheet.get_bounding_client_rect());
    let covers = |sheet: &DomRect| sheet.width() >= page::width() - 1.0;
    let height = foot.filter(covers).map_or(page::height(), |sheet| sheet.top());
    let seen = first.top() >= BELOW_BAR && (last.bottom() <= height || first.top() < height / 3.0);
    if !seen {
        page::scroll_to(page::scroll_top() + first.top() - height / 3.0);
    }
}

/// Brings the card that stands beside a range into view, as far as the range stays there: what it asks can be answered
/// then.
pub(in crate::view) fn show_beside(dom: &ArticleDom, range: TextRange, card: &HtmlElement) {
    let Some((first, _)) = dom.boxes(range) else { return };
    if f64::from(card.offset_width()) >= page::width() - 1.0 {
        // A sheet, which is in view anyway.
        return;
    }
    // Where it is going to stand: it may still be on its way there.
    let below = first.top() + f64::from(card.offset_height()) + GAP - page::height();
    let by = below.min(first.top() - BELOW_BAR);
    if by > 0.0 {
        page::scroll_to(page::scroll_top() + by);
    }
}
