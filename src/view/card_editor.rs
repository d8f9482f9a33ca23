//! What can be changed of the chosen claim.

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::{
    choice::choice,
    icon::{Icon, icon},
    names,
    state::Dispatch,
};
use crate::{
    annotation::{Anchor, Claim, Mode, Verdict},
    store::{
        Action,
        edit::{ClaimEdit, Part},
        view_state::Draft,
    },
};

/// The `id` of the note's field.
pub(super) const NOTE: &str = "claim-note";
/// The `id` of the tags' field.
pub(super) const TAGS: &str = "claim-tags";

#[derive(Properties, Clone, PartialEq)]
pub(super) struct Props {
    pub(super) claim: Rc<Claim>,
    pub(super) draft: Option<AttrValue>,
    pub(super) dispatch: Dispatch,
}

#[component]
pub(super) fn CardEditor(props: &Props) -> Html {
    let Props { claim, dispatch, .. } = props;
    let id = claim.id;
    let send = |action: Action| {
        let dispatch = dispatch.clone();
        move |_: MouseEvent| dispatch.send(action.clone())
    };
    let edit = |edit: ClaimEdit| {
        let dispatch = dispatch.clone();
        move |_: MouseEvent| dispatch.claim(edit.clone())
    };
    let modes = Mode::ALL.map(|mode| {
        choice("Mode", mode.label(), *claim.mode == mode, edit(ClaimEdit::Mode(id, mode)))
    });
    let verdicts = Verdict::ALL.map(|v| {
        choice("Verdict", v.label(), *claim.verdict == v, edit(ClaimEdit::Verdict(id, v)))
    });
    let fragments = claim.content.iter().enumerate().map(|(i, anchor)| {
        let drop = edit(ClaimEdit::DropFragment(id, i));
        part("Part", anchor, "Take this part out of the claim", drop)
    });
    let mark = |label: &'static str, part_of: Part, anchor: &Option<Anchor>| {
        let clear = edit(ClaimEdit::Mark(id, part_of, None));
        anchor.as_ref().map(|anchor| part(label, anchor, "Clear", clear))
    };
    let commit_tags = {
        let dispatch = dispatch.clone();
        move |event: Event| {
            let field: HtmlInputElement = event.target_unchecked_into();
            dispatch.claim(ClaimEdit::Tags(id, field.value()));
        }
    };
    html! {
        <div class="editor">
            <div class="choices" role="group" aria-label="Mode">{ for modes }</div>
            <div class="choices verdicts" role="group" aria-label="Verdict">{ for verdicts }</div>
            <Evidence claim={claim.clone()} dispatch={dispatch.clone()} />
            <Note claim={claim.clone()} draft={props.draft.clone()} dispatch={dispatch.clone()} />
            <input id={TAGS} class="field" aria-label="Tags, separated by commas" placeholder="Tags, separated by commas"
                value={claim.tags.join(", ")} onchange={commit_tags} />
            <ul class="parts">
                if claim.content.len() > 1 { { for fragments } }
                { for mark("Mention", Part::Mention, &claim.mention) }
                { for mark("Cue", Part::Cue, &claim.cue) }
            </ul>
            <div class="actions">
                <button onclick={send(Action::OpenBar)}>{ icon(Icon::Edit) }{ "Source" }</button>
                <button onclick={edit(ClaimEdit::Delete(vec![id]))}>{ icon(Icon::Delete) }{ "Delete" }</button>
            </div>
        </div>
    }
}

fn part(
    label: &'static str,
    anchor: &Anchor,
    clear: &'static str,
    onclick: impl Fn(MouseEvent) + 'static,
) -> Html {
    let words = names::shortened(&anchor.quote.exact, 60);
    html! {
        <li class="part-of-claim">
            <span class="label">{ label }</span>
            <span class="words">{ words }</span>
            <button class="quiet" aria-label={format!("{clear}: {}", anchor.quote.exact)} title={clear} {onclick}>
                { icon(Icon::Close) }
            </button>
        </li>
    }
}

#[derive(Properties, Clone, PartialEq)]
struct EvidenceProps {
    claim: Rc<Claim>,
    dispatch: Dispatch,
}

/// What bears the verdict out. Only there once there is a verdict.
#[component]
fn Evidence(props: &EvidenceProps) -> Html {
    let claim = &props.claim;
    let (id, dispatch) = (claim.id, props.dispatch.clone());
    let commit = move |event: Event| {
        let field: HtmlTextAreaElement = event.target_unchecked_into();
        dispatch.claim(ClaimEdit::Evidence(id, field.value()));
    };
    let wanted = *claim.verdict != Verdict::Unchecked || !claim.evidence.is_empty();
    html! {
        <div class="evidence-place">
            if wanted {
                <textarea class="field" rows="1" aria-label="Evidence, one address to a line"
                    placeholder="Evidence: one address to a line" value={claim.evidence.join("\n")} onchange={commit} />
            }
        </div>
    }
}

/// The note: what is typed is kept as a draft at once, and becomes the note when the field is left.
#[component]
fn Note(props: &Props) -> Html {
    let (id, dispatch) = (props.claim.id, props.dispatch.clone());
    let keep = {
        let dispatch = dispatch.clone();
        move |event: InputEvent| {
            let field: HtmlTextAreaElement = event.target_unchecked_into();
            dispatch.send(Action::Draft(Some(Draft { claim: id, text: field.value() })));
        }
    };
    let written = props.draft.is_some();
    let commit = {
        let dispatch = dispatch.clone();
        move |field: HtmlTextAreaElement| {
            if written {
                dispatch.claim(ClaimEdit::Note(id, field.value()));
                dispatch.send(Action::Draft(None));
            }
        }
    };
    let on_key = {
        let commit = commit.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
                event.prevent_default();
                commit(event.target_unchecked_into());
            }
        }
    };
    let on_blur = move |event: FocusEvent| commit(event.target_unchecked_into());
    let text = props.draft.clone().unwrap_or_else(|| AttrValue::from(props.claim.note.to_string()));
    html! {
        <textarea id={NOTE} class="field" rows="2" aria-label="Note" placeholder="Note" value={text}
            oninput={keep} onkeydown={on_key} onblur={on_blur} />
    }
}
