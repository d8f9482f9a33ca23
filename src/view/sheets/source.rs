//! One source: names, kind, look, merging.

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::{
    annotation::{COLOURS, Look, PATTERNS, Source, SourceKind, SourceStyle},
    record::SourceId,
    store::{Sources, edit::SourceEdit, registry},
    view::{
        choice::choice,
        icon::{Icon, icon},
        state::Dispatch,
    },
};

#[derive(Properties, Clone, PartialEq)]
pub(super) struct Props {
    pub(super) id: SourceId,
    pub(super) sources: Rc<Sources>,
    pub(super) dispatch: Dispatch,
}

#[component]
pub(super) fn SourceSheet(props: &Props) -> Html {
    let Props { id, sources, dispatch } = props.clone();
    let Some(source) = registry::live(&sources, id) else {
        return html! { <p>{ "This source is no longer there." }</p> };
    };
    let edit = |edit: SourceEdit| {
        let dispatch = dispatch.clone();
        move |_: MouseEvent| dispatch.source(edit.clone())
    };
    let typed = |edit: fn(SourceId, String) -> SourceEdit| {
        let dispatch = dispatch.clone();
        move |event: Event| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            dispatch.source(edit(id, text));
        }
    };
    let kinds = SourceKind::ALL.map(|kind| {
        choice("Kind", kind.label(), *source.kind == kind, edit(SourceEdit::Kind(id, kind)))
    });
    let remove = {
        let dispatch = dispatch.clone();
        move |_: MouseEvent| {
            dispatch.source(SourceEdit::Delete(id));
            dispatch.close_sheet();
        }
    };
    html! {
        <div class="source-form">
            <label class="labelled">
                <span>{ "Name" }</span>
                <input class="field" value={source.name.to_string()} onchange={typed(SourceEdit::Rename)} />
            </label>
            <label class="labelled">
                <span>{ "Other names in texts, separated by commas" }</span>
                <input class="field" value={source.aliases.join(", ")} onchange={typed(SourceEdit::Aliases)} />
            </label>
            <h3>{ "Kind" }</h3>
            <div class="choices" role="group" aria-label="Kind">{ for kinds }</div>
            <Style source={source.clone()} dispatch={dispatch.clone()} />
            <Others source={source.clone()} {sources} dispatch={dispatch.clone()} />
            <p class="sheet-actions">
                <button type="button" onclick={remove}>{ icon(Icon::Delete) }{ "Delete this source" }</button>
            </p>
        </div>
    }
}

#[derive(Properties, Clone, PartialEq)]
struct StyleProps {
    source: Rc<Source>,
    dispatch: Dispatch,
}

/// Colour and pattern.
#[component]
fn Style(props: &StyleProps) -> Html {
    let (id, now) = (props.source.id, *props.source.style);
    let pick = |label: &'static str, style: SourceStyle, group: &'static str| {
        let dispatch = props.dispatch.clone();
        let pressed =
            (style == SourceStyle { colour: now.colour_index() as u8, ..now }).to_string();
        let class = classes!("look", Look::Source(style).name());
        html! {
            <button key={label} type="button" {class} aria-pressed={pressed} aria-label={format!("{group}: {label}")} title={label}
                onclick={move |_: MouseEvent| dispatch.source(SourceEdit::Style(id, style))}>
                <span class="sample" aria-hidden="true"></span>
            </button>
        }
    };
    let colours = (0..)
        .zip(&COLOURS)
        .map(|(colour, shade)| pick(shade.name, SourceStyle { colour, ..now }, "Colour"));
    let patterns = PATTERNS.map(|pattern| {
        pick(pattern.css(), SourceStyle { pattern, colour: now.colour_index() as u8 }, "Line")
    });
    html! {
        <>
            <h3>{ "Colour" }</h3>
            <div class="looks" role="group" aria-label="Colour">{ for colours }</div>
            <h3>{ "Line" }</h3>
            <div class="looks" role="group" aria-label="Line">{ for patterns }</div>
        </>
    }
}

#[derive(Properties, Clone, PartialEq)]
struct OthersProps {
    source: Rc<Source>,
    sources: Rc<Sources>,
    dispatch: Dispatch,
}

/// What it belongs to, and what it is the same as.
#[component]
fn Others(props: &OthersProps) -> Html {
    let (source, sources) = (&props.source, &props.sources);
    let id = source.id;
    let others: Vec<Rc<Source>> =
        registry::by_name(sources).into_iter().filter(|other| other.id != id).collect();
    let option = |other: &Rc<Source>, selected: bool| {
        html! { <option key={other.id.to_string()} value={other.id.to_string()} {selected}>{ other.name.to_string() }</option> }
    };
    // A parent that belongs to this source would make a ring.
    let parents = others.iter().filter(|other| !registry::belongs_to(sources, other.id, id));
    let set_parent = {
        let dispatch = props.dispatch.clone();
        move |event: Event| dispatch.source(SourceEdit::Parent(id, selected(&event)))
    };
    let merge = {
        let dispatch = props.dispatch.clone();
        move |event: Event| {
            if let Some(into) = selected(&event) {
                dispatch.source(SourceEdit::Merge { from: id, into });
                dispatch.close_sheet();
            }
        }
    };
    html! {
        <>
            <label class="labelled">
                <span>{ "Belongs to" }</span>
                <select class="field" onchange={set_parent}>
                    <option value="" selected={source.parent.is_none()}>{ "Nobody" }</option>
                    { for parents.map(|other| option(other, *source.parent == Some(other.id))) }
                </select>
            </label>
            <label class="labelled">
                <span>{ "The same as: all claims follow, and the name becomes another name" }</span>
                <select class="field" onchange={merge}>
                    <option value="" selected=true>{ "Merge into …" }</option>
                    { for others.iter().map(|other| option(other, false)) }
                </select>
            </label>
        </>
    }
}

/// The source that a menu now shows.
fn selected(event: &Event) -> Option<SourceId> {
    event.target_unchecked_into::<HtmlSelectElement>().value().parse().ok()
}
