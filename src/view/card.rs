//! One claim in the margin.

use std::rc::Rc;

use yew::prelude::*;

use super::{card_editor, desk::Desk, names, state::Dispatch};
use crate::{
    annotation::{Claim, Verdict},
    record::ClaimId,
    store::{Action, Glance},
};

/// The `id` of a claim's card.
pub(super) fn id(claim: ClaimId) -> String {
    format!("card-{claim}")
}

#[derive(Properties, Clone, PartialEq)]
pub(super) struct Props {
    pub(super) claim: Rc<Claim>,
    pub(super) name: AttrValue,
    /// Class of the source's look.
    pub(super) look: String,
    pub(super) chosen: bool,
    pub(super) hovered: bool,
    /// A note that is being written.
    pub(super) draft: Option<AttrValue>,
    pub(super) desk: Option<&'static Desk>,
    pub(super) dispatch: Dispatch,
}

#[component]
pub(super) fn Card(props: &Props) -> Html {
    let claim = &props.claim;
    let (claim_id, chosen) = (claim.id, props.chosen);
    let hover = |id: Option<ClaimId>| {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: PointerEvent| dispatch.glance(Glance::Hover(id)))
    };
    let choose = {
        let dispatch = props.dispatch.clone();
        move |_| dispatch.send(Action::Choose((!chosen).then_some(claim_id)))
    };
    let class = classes!(
        "card",
        props.look.clone(),
        chosen.then_some("chosen"),
        props.hovered.then_some("hovered"),
    );
    html! {
        <li id={id(claim_id)} {class} onpointerenter={hover(Some(claim_id))} onpointerleave={hover(None)}>
            <button class="card-head" aria-expanded={chosen.to_string()} onclick={choose}>
                <span class="who">{ &props.name }</span>
                <span class="mode">{ claim.mode.label() }</span>
                <span class="words">{ names::shortened(&claim.quote(), 90) }</span>
            </button>
            <div class="card-body">
                if let (true, Some(desk)) = (chosen, props.desk) {
                    { (desk.editor)(card_editor::Props {
                        claim: claim.clone(),
                        draft: props.draft.clone(),
                        dispatch: props.dispatch.clone(),
                    }) }
                } else {
                    <Summary claim={claim.clone()} />
                }
            </div>
        </li>
    }
}

#[derive(Properties, PartialEq)]
struct SummaryProps {
    claim: Rc<Claim>,
}

/// What a closed card still says.
#[component]
fn Summary(props: &SummaryProps) -> Html {
    let claim = &props.claim;
    html! {
        <>
            <div class="verdict-place">
                if *claim.verdict != Verdict::Unchecked {
                    <span class={classes!("verdict", claim.verdict.label().to_lowercase())}>
                        { claim.verdict.label() }
                    </span>
                }
            </div>
            <div class="note-place">
                if !claim.note.is_empty() {
                    <p class="note">{ names::shortened(&claim.note, 160) }</p>
                }
            </div>
            <div class="tags-place">
                if !claim.tags.is_empty() {
                    <p class="tags">{ claim.tags.iter().map(|tag| format!("#{tag}")).collect::<Vec<_>>().join(" ") }</p>
                }
            </div>
        </>
    }
}
