//! “Who says it?”: the bar near the selection; on a phone, a sheet at the bottom.

mod answers;

use std::rc::Rc;

use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

use self::answers::{choices, ranked};
use super::{hooks::use_arranged, names, state::Dispatch};
use crate::{
    annotation::Attribution,
    browser::{article_dom::ArticleDom, chance, page},
    record::ClaimId,
    store::{
        Action, Bar, Input, Offers, Placement, Session, Sources,
        edit::{Part, Speaker},
    },
    suggest,
    text::TextRange,
};

/// The `id` of the field that filters and names.
pub(super) const FIELD: &str = "bar-field";
/// What the bar's parts are inside of.
pub(super) const SELECTOR: &str = ".bar";
/// The `id` of the list of options.
const OPTIONS: &str = "bar-options";

/// Presses the option with this `id`, if it is offered.
pub(super) fn press(id: &str) {
    if let Some(option) = page::element(id) {
        option.click();
    }
}

#[derive(Properties, Clone, PartialEq)]
pub(super) struct Props {
    pub(super) dom: Rc<ArticleDom>,
    pub(super) bar: Bar,
    pub(super) session: Rc<Session>,
    pub(super) offers: Rc<Offers>,
    pub(super) sources: Rc<Sources>,
    pub(super) placement: Rc<Placement>,
    pub(super) chosen: Option<ClaimId>,
    pub(super) last_used: Option<Attribution>,
    pub(super) dispatch: Dispatch,
}

impl Props {
    /// The text that is asked about.
    fn range(&self) -> Option<TextRange> {
        match self.bar {
            Bar::Selection(range, _) => Some(range),
            Bar::Claim(id) => self.placement.get(id)?.hull(),
            Bar::Offer(nth) => self.offers.get(nth)?.hull(),
        }
    }

    /// Who is proposed.
    fn proposed(&self) -> Option<suggest::Speaker> {
        match self.bar {
            Bar::Offer(nth) => Some((*self.offers.get(nth)?.speaker).clone()),
            _ => Some(self.session.completion(self.range()?)?.speaker),
        }
    }

    fn by_keyboard(&self) -> bool {
        !matches!(self.bar, Bar::Selection(_, Input::Pointer))
    }
}

#[component]
pub(super) fn AttributionBar(props: &Props) -> Html {
    let query = use_state_eq(String::new);
    let active = use_state_eq(|| 0_usize);
    let element = use_node_ref();
    let ranked = use_memo(props.clone(), ranked);
    let choices = Rc::new(choices(&ranked, &query));
    let own = element.clone();
    use_arranged(&props.dom, move || own.cast().into_iter().collect(), {
        let (props, element) = (props.clone(), element.clone());
        move || place(&props, element.cast())
    });
    use_hold(props, &query, &active);

    let answer = {
        let dispatch = props.dispatch.clone();
        Rc::new(move |speaker: &Speaker| {
            page::focus(super::app::READER);
            dispatch.send(Action::Attribute(chance::claim_id(), speaker.clone()));
        })
    };
    let on_input = {
        let (query, active) = (query.setter(), active.setter());
        move |event: InputEvent| {
            query.set(event.target_unchecked_into::<HtmlInputElement>().value());
            active.set(0);
        }
    };
    let on_key = {
        let (answer, choices, query, active) =
            (answer.clone(), choices.clone(), query.clone(), active.clone());
        move |event: KeyboardEvent| {
            let key = event.key();
            let last = choices.len().saturating_sub(1);
            match key.as_str() {
                "Enter" => {
                    if let Some(choice) = choices.get(*active) {
                        answer(&choice.speaker);
                    }
                }
                "ArrowDown" | "ArrowRight" if key == "ArrowDown" || query.is_empty() => {
                    active.set(if *active == last { 0 } else { *active + 1 });
                }
                "ArrowUp" | "ArrowLeft" if key == "ArrowUp" || query.is_empty() => {
                    active.set(active.checked_sub(1).unwrap_or(last));
                }
                key if query.is_empty() => {
                    let pressed = choices.iter().find(|choice| choice.key.as_deref() == Some(key));
                    match (pressed, key) {
                        (Some(choice), _) => answer(&choice.speaker),
                        (None, "+" | "@" | ":") => press(&format!("extend-{key}")),
                        _ => return,
                    }
                }
                _ => return,
            }
            event.prevent_default();
        }
    };
    let options = choices.iter().enumerate().map(|(i, choice)| {
        let (answer, speaker) = (answer.clone(), choice.speaker.clone());
        html! {
            <li key={choice.id.clone()} id={choice.id.clone()} role="option" class={classes!("option", choice.look.clone())}
                aria-selected={(i == *active).to_string()} onclick={move |_| answer(&speaker)}>
                if let Some(key) = &choice.key { <kbd>{ key }</kbd> }
                <span class="name">{ &choice.name }</span>
                if choice.look == "new" && choice.key.is_some() { <span class="tag">{ "new" }</span> }
            </li>
        }
    });
    // Pressing a part of the bar leaves the selection in the text as it is.
    let hold_selection = |event: PointerEvent| {
        let target = event.target_unchecked_into::<web_sys::Element>();
        if !page::takes_text(&target) {
            event.prevent_default();
        }
    };
    let hold_focus = |event: MouseEvent| {
        let target = event.target_unchecked_into::<web_sys::Element>();
        if !page::takes_text(&target) {
            event.prevent_default();
        }
    };
    html! {
        <div class="bar" role="dialog" aria-label="Who says it?" ref={element} onpointerdown={hold_selection}
            onmousedown={hold_focus}>
            <input id={FIELD} class="field" role="combobox" aria-expanded="true" aria-controls={OPTIONS}
                aria-activedescendant={choices.get(*active).map(|choice| choice.id.clone())} aria-autocomplete="list"
                aria-label="Who says it? Type a name" placeholder="Who says it? Type a name" autocomplete="off"
                value={(*query).clone()} oninput={on_input} onkeydown={on_key} />
            <ul id={OPTIONS} class="options" role="listbox" aria-label="Sources">{ for options }</ul>
            <Extend ..ExtendProps::of(props) />
        </div>
    }
}

/// A new question starts empty; asked by keyboard, it takes the keyboard; and when the bar goes, so does the selection.
#[hook]
fn use_hold(props: &Props, query: &UseStateHandle<String>, active: &UseStateHandle<usize>) {
    let (query, active) = (query.setter(), active.setter());
    let by_keyboard = props.by_keyboard();
    use_effect_with(props.bar, move |_| {
        query.set(String::new());
        active.set(0);
        if by_keyboard {
            page::focus(FIELD);
        }
    });
    let dom = props.dom.clone();
    use_effect_with((), move |()| move || dom.clear_selection());
}

#[derive(Properties, Clone, PartialEq)]
struct ExtendProps {
    /// Whose claim the selection could become part of.
    name: Option<AttrValue>,
    /// Whether that claim's words are not in the text.
    orphan: bool,
    dispatch: Dispatch,
}

impl ExtendProps {
    fn of(props: &Props) -> Self {
        let selecting = matches!(props.bar, Bar::Selection(..));
        let chosen = props.chosen.filter(|_| selecting).and_then(|id| props.placement.get(id));
        let orphan = chosen.is_some_and(|placed| placed.ranges.is_empty());
        let name = chosen.map(|placed| names::name(&props.sources, placed.attribution));
        Self { name, orphan, dispatch: props.dispatch.clone() }
    }
}

/// What else the selection can be, while a claim is chosen.
#[component]
fn Extend(props: &ExtendProps) -> Html {
    let Some(name) = &props.name else { return html! { <div class="extend"></div> } };
    let button = |key: &'static str, label: String, action: Action| {
        let dispatch = props.dispatch.clone();
        let press = move |_: MouseEvent| {
            page::focus(super::app::READER);
            dispatch.send(action.clone());
        };
        html! { <button id={format!("extend-{key}")} onclick={press}><kbd>{ key }</kbd>{ label }</button> }
    };
    html! {
        <div class="extend open" role="group" aria-label={format!("Add to the chosen claim of {name}")}>
            { if props.orphan {
                button("+", format!("{name}’s lost claim stands here"), Action::ReattachChosen)
            } else {
                button("+", format!("Add to {name}’s claim"), Action::ExtendChosen)
            } }
            { button("@", "Its mention".to_owned(), Action::MarkChosen(Part::Mention)) }
            { button(":", "Its cue".to_owned(), Action::MarkChosen(Part::Cue)) }
        </div>
    }
}

/// Under the last line of the text, or above its first where there is no room; inside the window.
fn place(props: &Props, element: Option<HtmlElement>) {
    let (Some(element), Some(range), Some(reader)) =
        (element, props.range(), page::element(super::app::READER))
    else {
        return;
    };
    let Some((first, last)) = props.dom.boxes(range) else { return };
    let origin = reader.get_bounding_client_rect();
    let size = element.get_bounding_client_rect();
    const GAP: f64 = 10.0;
    let below = last.bottom() + GAP;
    let above = first.top() - size.height() - GAP;
    let fits_below = below + size.height() < page::height();
    let y = if fits_below || above < super::hooks::BELOW_BAR { below } else { above };
    let anchor = if fits_below { last.left() } else { first.left() };
    let most = page::width() - size.width() - GAP;
    let x = anchor.min(most).max(GAP);
    page::place(&element, Some(x - origin.left()), y - origin.top());
}
