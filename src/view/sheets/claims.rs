//! All claims of the article, one under another.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::{
    annotation::Verdict,
    record::ClaimId,
    store::{Action, Placed, Placement, Sources, edit::ClaimEdit, filter::Filter},
    view::{
        icon::{Icon, icon},
        names::{self, count},
        state::Dispatch,
    },
};

#[derive(Properties, Clone, PartialEq)]
pub(super) struct Props {
    pub(super) placement: Rc<Placement>,
    pub(super) shown: Rc<Placement>,
    pub(super) sources: Rc<Sources>,
    pub(super) filter: Filter,
    pub(super) dispatch: Dispatch,
}

#[component]
pub(super) fn Claims(props: &Props) -> Html {
    let Props { placement, shown, filter, dispatch, .. } = props;
    let find = {
        let (dispatch, filter) = (dispatch.clone(), filter.clone());
        move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            dispatch.send(Action::Filter(Filter { text, ..filter.clone() }));
        }
    };
    let show_all = {
        let dispatch = dispatch.clone();
        move |_: MouseEvent| dispatch.send(Action::Filter(Filter::default()))
    };
    let delete_shown = {
        let (dispatch, shown) = (dispatch.clone(), shown.clone());
        move |_: MouseEvent| {
            let ids = shown.all().iter().map(|placed| placed.claim.id).collect();
            dispatch.claim(ClaimEdit::Delete(ids));
        }
    };
    let (all, seen) = (placement.all().len(), shown.all().len());
    let said = if filter.is_empty() {
        count(all, "claim", "claims")
    } else {
        format!("{seen} of {}", count(all, "claim", "claims"))
    };
    html! {
        <>
            <input class="field" type="search" aria-label="Claims with these words" placeholder="Claims with these words"
                value={filter.text.clone()} oninput={find} />
            <p class="count">
                <span role="status">{ said }</span>
                if !filter.is_empty() { <button type="button" onclick={show_all}>{ "Show all" }</button> }
            </p>
            <ol class="claims">{ for shown.in_text().iter().map(|placed| row(props, placed)) }</ol>
            if !shown.orphans().is_empty() {
                <h3>{ "Not found in this text" }</h3>
                <p>{ "Their words are no longer there. They are kept, and exported with the others." }</p>
                <ol class="claims">{ for shown.orphans().iter().map(|placed| row(props, placed)) }</ol>
            }
            if seen > 0 {
                <p class="sheet-actions">
                    <button type="button" onclick={delete_shown}>
                        { icon(Icon::Delete) }{ format!("Delete {}", count(seen, "claim", "claims")) }
                    </button>
                </p>
            }
        </>
    }
}

fn row(props: &Props, placed: &Placed) -> Html {
    let claim = &placed.claim;
    let id: ClaimId = claim.id;
    let go = {
        let dispatch = props.dispatch.clone();
        move |_: MouseEvent| {
            dispatch.send(Action::Choose(Some(id)));
            dispatch.close_sheet();
        }
    };
    let delete = {
        let dispatch = props.dispatch.clone();
        move |_: MouseEvent| dispatch.claim(ClaimEdit::Delete(vec![id]))
    };
    let name = names::name(&props.sources, placed.attribution);
    let words = names::shortened(&claim.quote(), 160);
    let mut facts = vec![claim.mode.label().to_owned()];
    if *claim.verdict != Verdict::Unchecked {
        facts.push(claim.verdict.label().to_owned());
    }
    facts.extend(claim.tags.iter().map(|tag| format!("#{tag}")));
    html! {
        <li key={id.to_string()} class={classes!("claim-row", names::look(&props.sources, placed.attribution).name())}>
            <button type="button" class="claim-go" onclick={go}>
                <span class="who"><span class="swatch" aria-hidden="true"></span>{ name.clone() }</span>
                <span class="facts">{ facts.join(" · ") }</span>
                <span class="words">{ words.clone() }</span>
                if !claim.note.is_empty() { <span class="note">{ names::shortened(&claim.note, 160) }</span> }
            </button>
            <button type="button" class="quiet" aria-label={format!("Delete the claim of {name}: {words}")} title="Delete" onclick={delete}>
                { icon(Icon::Delete) }
            </button>
        </li>
    }
}
