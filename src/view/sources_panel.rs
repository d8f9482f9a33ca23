//! Who says how much, and which claims are shown.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{
    choice::choice,
    desk,
    icon::{Icon, icon},
    names::{self, count},
    offers_strip,
    state::Dispatch,
};
use crate::{
    annotation::{Attribution, Mode, Verdict},
    article::Body,
    browser::{chance, page},
    order::Set,
    store::{
        Action, Offers, Placement, Reading, Share, Sheet, Sources, edit::SourceEdit,
        filter::Filter, registry,
    },
};

/// The `id` of the field that filters by text, beside the article.
pub(super) const FIND: &str = "find";

#[derive(Properties, Clone, PartialEq)]
pub(super) struct Props {
    pub(super) body: Option<Rc<Body>>,
    /// All claims, whatever the filter.
    pub(super) placement: Rc<Placement>,
    /// How many claims the filter shows.
    pub(super) shown: usize,
    /// What is proposed.
    pub(super) offers: Rc<Offers>,
    /// How far the engine is.
    pub(super) reading: Reading,
    pub(super) sources: Rc<Sources>,
    pub(super) filter: Filter,
    /// Beside the article, not in a sheet.
    pub(super) wide: bool,
    pub(super) dispatch: Dispatch,
}

#[component]
pub(super) fn SourcesPanel(props: &Props) -> Html {
    let counted = use_memo((props.body.clone(), props.placement.clone()), |(body, placement)| {
        let counted = body.as_ref().zip(desk::loaded());
        counted.map(|(body, desk)| (desk.shares)(body, placement.all())).unwrap_or_default()
    });
    let rows = rows(&counted, &props.sources);
    let all: usize = counted.iter().map(|share| share.words).sum();
    html! {
        <div class="sources">
            <h2>{ "Who says how much" }</h2>
            <ShareBar shares={(*counted).clone()} sources={props.sources.clone()} />
            <ul class="shares">
                { for rows.iter().map(|share| row(props, share, all)) }
            </ul>
            <div class="proposals-place">
                if let Some(desk) = desk::loaded() {
                    { (desk.offers_strip)(offers_strip::Props {
                        offers: props.offers.clone(),
                        reading: props.reading,
                        in_sheet: !props.wide,
                        dispatch: props.dispatch.clone(),
                    }) }
                }
            </div>
            <AddSource dispatch={props.dispatch.clone()} />
            <Filters ..props.clone() />
        </div>
    }
}

/// Those who speak in the article, then those who do not (yet), by name.
fn rows(counted: &[Share], sources: &Sources) -> Vec<Share> {
    let mut rows = counted.to_vec();
    for source in registry::by_name(sources) {
        let attribution = Attribution::Source(source.id);
        if !counted.iter().any(|share| share.attribution == attribution) {
            rows.push(Share { attribution, claims: 0, words: 0 });
        }
    }
    rows
}

fn row(props: &Props, share: &Share, all: usize) -> Html {
    let attribution = share.attribution;
    let name = names::name(&props.sources, attribution);
    let look = names::look(&props.sources, attribution);
    let pressed = props.filter.attributions.contains(&attribution);
    let toggle = {
        let (dispatch, filter) = (props.dispatch.clone(), props.filter.clone());
        move |_: MouseEvent| {
            let mut filter = filter.clone();
            toggle(&mut filter.attributions, attribution);
            dispatch.send(Action::Filter(filter));
        }
    };
    let edit = match attribution {
        Attribution::Source(id) => {
            let dispatch = props.dispatch.clone();
            let label = format!("Edit {name}");
            html! {
                <button class="quiet" aria-label={label.clone()} title={label} onclick={move |_| dispatch.show(Sheet::Source(id))}>
                    { icon(Icon::Edit) }
                </button>
            }
        }
        _ => html! { <span class="no-edit"></span> },
    };
    let percent = (share.words * 100 + all / 2).checked_div(all);
    let said = match (share.claims, percent) {
        (0, _) => String::new(),
        (claims, Some(percent)) => {
            format!("{} · {percent} %", count(claims, "claim", "claims"))
        }
        (claims, None) => count(claims, "claim", "claims"),
    };
    html! {
        <li key={format!("{attribution:?}")} class={classes!("share", look.name(), (share.claims == 0).then_some("silent"))}>
            <button class="share-name" aria-pressed={pressed.to_string()} title="Show only these" onclick={toggle}>
                <span class="swatch" aria-hidden="true"></span>
                <span class="name">{ name }</span>
                <span class="said">{ said }</span>
            </button>
            { edit }
        </li>
    }
}

/// Puts `one` in where it is not, and takes it out where it is.
fn toggle<T: Ord>(set: &mut Set<T>, one: T) {
    if !set.remove(&one) {
        set.insert(one);
    }
}

#[derive(Properties, Clone, PartialEq)]
struct ShareBarProps {
    shares: Vec<Share>,
    sources: Rc<Sources>,
}

/// One strip, as long as all words; the list below says the same in words.
#[component]
fn ShareBar(props: &ShareBarProps) -> Html {
    let all: usize = props.shares.iter().map(|share| share.words).sum();
    let strip = use_node_ref();
    use_effect_with((props.clone(), strip.clone()), move |(props, strip)| {
        let Some(strip) = strip.cast::<web_sys::Element>() else { return };
        let parts = strip.children();
        for (i, share) in (0..).zip(&props.shares) {
            let part = parts.item(i).and_then(|part| wasm_bindgen::JsCast::dyn_into(part).ok());
            if let Some(part) = part {
                page::set_property(&part, "flex-grow", &share.words.to_string());
            }
        }
    });
    let parts = props.shares.iter().map(|share| {
        let look = names::look(&props.sources, share.attribution).name();
        html! { <span key={format!("{:?}", share.attribution)} class={classes!("piece", look)}></span> }
    });
    html! {
        <div class={classes!("strip", (all == 0).then_some("blank"))} aria-hidden="true" ref={strip}>{ for parts }</div>
    }
}

#[derive(Properties, Clone, PartialEq)]
struct AddProps {
    dispatch: Dispatch,
}

/// A name, and Enter.
#[component]
fn AddSource(props: &AddProps) -> Html {
    let dispatch = props.dispatch.clone();
    let add = move |event: SubmitEvent| {
        event.prevent_default();
        let form: web_sys::Element = event.target_unchecked_into();
        let field = form.query_selector("input").ok().flatten();
        if let Some(field) =
            field.and_then(|f| wasm_bindgen::JsCast::dyn_into::<HtmlInputElement>(f).ok())
        {
            dispatch.source(SourceEdit::Add { id: chance::source_id(), name: field.value() });
            field.set_value("");
        }
    };
    html! {
        <form class="add" onsubmit={add}>
            <input class="field" aria-label="Add a source" placeholder="Add a source" autocomplete="off" />
            <button class="quiet" aria-label="Add the source">{ icon(Icon::Open) }</button>
        </form>
    }
}

/// Which claims are shown.
#[component]
fn Filters(props: &Props) -> Html {
    let filter = &props.filter;
    let with = |change: Filter| {
        let dispatch = props.dispatch.clone();
        move |_: MouseEvent| dispatch.send(Action::Filter(change.clone()))
    };
    let modes = Mode::ALL.map(|mode| {
        let mut change = filter.clone();
        toggle(&mut change.modes, mode);
        choice("Mode", mode.label(), filter.modes.contains(&mode), with(change))
    });
    let verdicts = Verdict::ALL.map(|verdict| {
        let mut change = filter.clone();
        toggle(&mut change.verdicts, verdict);
        choice("Verdict", verdict.label(), filter.verdicts.contains(&verdict), with(change))
    });
    let tags: Set<Rc<str>> = props
        .placement
        .all()
        .iter()
        .flat_map(|placed| placed.claim.tags.iter().cloned())
        .chain(filter.tags.iter().cloned())
        .collect();
    let tags = tags.into_iter().map(|tag| {
        let mut change = filter.clone();
        toggle(&mut change.tags, tag.clone());
        choice("Tag", &format!("#{tag}"), filter.tags.contains(&tag), with(change))
    });
    let find = {
        let (dispatch, filter) = (props.dispatch.clone(), filter.clone());
        move |event: InputEvent| {
            let field: HtmlInputElement = event.target_unchecked_into();
            dispatch.send(Action::Filter(Filter { text: field.value(), ..filter.clone() }));
        }
    };
    let all = props.placement.all().len();
    html! {
        <section class="filters" aria-label="Show only">
            <h2>{ "Show only" }</h2>
            <input id={props.wide.then_some(FIND)} class="field" type="search" aria-label="Claims with these words"
                placeholder="Claims with these words" value={filter.text.clone()} oninput={find} />
            <div class="choices" role="group" aria-label="Mode">{ for modes }</div>
            <div class="choices" role="group" aria-label="Verdict">{ for verdicts }</div>
            <div class="choices" role="group" aria-label="Tags">{ for tags }</div>
            <p class="count" role="status">
                if !filter.is_empty() {
                    <span>{ format!("{} of {}", props.shown, count(all, "claim", "claims")) }</span>
                    <button onclick={with(Filter::default())}>{ "Show all" }</button>
                }
            </p>
        </section>
    }
}
