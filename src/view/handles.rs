//! The ends of the chosen claim, to drag or to move by keys.

use std::rc::Rc;

use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::{hooks::use_arranged, state::Dispatch};
use crate::{
    browser::{article_dom::ArticleDom, page},
    store::{
        Action, Placed,
        cursor::{Direction, Edge, Unit},
        edit::ClaimEdit,
    },
    text::{TextRange, word_at},
};

/// The `id` of a handle.
pub(super) fn id(fragment: usize, edge: Edge) -> String {
    match edge {
        Edge::Start => format!("handle-{fragment}-start"),
        Edge::End => format!("handle-{fragment}-end"),
    }
}

#[derive(Properties, Clone, PartialEq)]
pub(super) struct Props {
    pub(super) dom: Rc<ArticleDom>,
    pub(super) placed: Placed,
    pub(super) dispatch: Dispatch,
}

#[component]
pub(super) fn Handles(props: &Props) -> Html {
    let handles = props.placed.ranges.iter().enumerate().flat_map(|(fragment, range)| {
        [Edge::Start, Edge::End].map(|edge| {
            html! {
                <Handle key={id(fragment, edge)} dom={props.dom.clone()} {fragment} {edge} range={*range}
                    claim={props.placed.claim.id} dispatch={props.dispatch.clone()} />
            }
        })
    });
    html! { <div class="handles">{ for handles }</div> }
}

#[derive(Properties, Clone, PartialEq)]
struct HandleProps {
    dom: Rc<ArticleDom>,
    fragment: usize,
    edge: Edge,
    range: TextRange,
    claim: crate::record::ClaimId,
    dispatch: Dispatch,
}

#[component]
fn Handle(props: &HandleProps) -> Html {
    // Where a drag has brought the edge; the claim follows when it ends.
    let dragged = use_state_eq(|| None::<TextRange>);
    let range = dragged.unwrap_or(props.range);
    let element = use_node_ref();
    use_arranged(&props.dom, Vec::new, {
        let (dom, element, edge) = (props.dom.clone(), element.clone(), props.edge);
        move || place(&dom, element.cast(), range, edge)
    });
    let on_down = |event: PointerEvent| {
        event.prevent_default();
        let handle: Element = event.target_unchecked_into();
        // Fails only where the pointer has gone away already.
        let _ = handle.set_pointer_capture(event.pointer_id());
        if let Ok(handle) = wasm_bindgen::JsCast::dyn_into::<HtmlElement>(handle) {
            page::focus_element(&handle);
        }
    };
    let on_move = {
        let (props, dragged) = (props.clone(), dragged.setter());
        move |event: PointerEvent| {
            let handle: Element = event.target_unchecked_into();
            if handle.has_pointer_capture(event.pointer_id()) {
                dragged.set(moved(&props, &event));
            }
        }
    };
    let on_up = {
        let (props, dragged) = (props.clone(), dragged.clone());
        move |_: PointerEvent| {
            if let Some(range) = *dragged {
                props.dispatch.claim(ClaimEdit::MoveFragment(props.claim, props.fragment, range));
            }
            dragged.set(None);
        }
    };
    let on_key = {
        let props = props.clone();
        move |event: KeyboardEvent| {
            if let Some((unit, direction)) = step(&event) {
                event.prevent_default();
                let (fragment, edge) = (props.fragment, props.edge);
                props.dispatch.send(Action::MoveClaimEdge(fragment, edge, unit, direction));
            }
        }
    };
    let (label, at, class) = match props.edge {
        Edge::Start => ("Start of the claim", range.start(), "start"),
        Edge::End => ("End of the claim", range.end(), "end"),
    };
    let body = props.dom.body();
    let word = word_at(body.text(), at).map(|word| body.slice(word).to_owned());
    html! {
        <div id={id(props.fragment, props.edge)} ref={element} class={classes!("handle", class)} role="slider" tabindex="0"
            aria-label={label} aria-valuemin="0" aria-valuemax={body.text().len().to_string()}
            aria-valuenow={at.get().to_string()} aria-valuetext={word}
            onpointerdown={on_down} onpointermove={on_move} onpointerup={on_up} onkeydown={on_key}></div>
    }
}

/// Characters by arrow, words with Ctrl or Alt, sentences up and down.
fn step(event: &KeyboardEvent) -> Option<(Unit, Direction)> {
    let by_word = event.ctrl_key() || event.alt_key() || event.meta_key();
    let unit = if by_word { Unit::Word } else { Unit::Character };
    match event.key().as_str() {
        "ArrowLeft" => Some((unit, Direction::Back)),
        "ArrowRight" => Some((unit, Direction::Forward)),
        "ArrowUp" => Some((Unit::Sentence, Direction::Back)),
        "ArrowDown" => Some((Unit::Sentence, Direction::Forward)),
        _ => None,
    }
}

/// The range with its edge under the pointer.
fn moved(props: &HandleProps, event: &PointerEvent) -> Option<TextRange> {
    // The finger holds the handle below the line; the text meant is above it.
    let y = f64::from(event.client_y()) - if props.edge == Edge::End { 10.0 } else { -10.0 };
    let at = props.dom.at_point(f64::from(event.client_x()), y)?;
    let range = match props.edge {
        Edge::Start => TextRange::new(at.min(props.range.end()), props.range.end()),
        Edge::End => TextRange::new(props.range.start(), at.max(props.range.start())),
    };
    (!range.is_empty()).then_some(range)
}

fn place(dom: &ArticleDom, element: Option<HtmlElement>, range: TextRange, edge: Edge) {
    let Some(reader) = page::element(super::app::READER) else { return };
    let (Some(element), Some((first, last))) = (element, dom.boxes(range)) else { return };
    let origin = reader.get_bounding_client_rect();
    let (x, y) = match edge {
        Edge::Start => (first.left(), first.top()),
        Edge::End => (last.right(), last.bottom()),
    };
    page::place(&element, Some(x - origin.left()), y - origin.top());
}
