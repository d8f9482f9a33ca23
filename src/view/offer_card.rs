//! One proposal in the margin: a pale card.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    icon::{Icon, icon},
    names,
    state::Dispatch,
};
use crate::{
    article::Body,
    browser::{chance, page},
    store::{Action, Fresh, Offer, Sources, cursor::Direction},
    text::ByteOffset,
};

/// The `id` of a proposal’s card.
pub(super) fn id(nth: usize) -> String {
    format!("offer-{nth}")
}

/// Identities for what accepting one may make.
pub(super) fn fresh() -> Fresh {
    Fresh { claim: chance::claim_id(), source: chance::source_id(), parent: chance::source_id() }
}

#[derive(Properties, Clone, PartialEq)]
pub(super) struct Props {
    pub(super) offer: Offer,
    pub(super) body: Rc<Body>,
    pub(super) sources: Rc<Sources>,
    /// Whether it is looked at.
    pub(super) chosen: bool,
    pub(super) dispatch: Dispatch,
}

#[component]
pub(super) fn OfferCard(props: &Props) -> Html {
    let Props { offer, body, chosen, .. } = props;
    let (nth, chosen, proposal) = (offer.nth, *chosen, &offer.proposal);
    let name = names::speaker(&props.sources, &offer.speaker);
    let look = names::speaker_look(&props.sources, &offer.speaker);
    let pieces: Vec<&str> = proposal.content.iter().map(|piece| body.slice(*piece)).collect();
    let words = names::shortened(&pieces.join(" … "), if chosen { 160 } else { 50 });
    let send = |action: fn(usize) -> Action| {
        let dispatch = props.dispatch.clone();
        move |_: MouseEvent| {
            // The card may go, and must not take the keyboard with it.
            page::focus(super::app::READER);
            dispatch.send(action(nth));
        }
    };
    let look_at = {
        let dispatch = props.dispatch.clone();
        move |_| dispatch.send(Action::LookAt((!chosen).then_some(nth)))
    };
    let accept = send(|nth| Action::Accept(nth, fresh()));
    let dismiss = send(Action::Dismiss);
    let next = send(|_| Action::LookOn(Direction::Forward, ByteOffset::ZERO));
    let class = classes!("offer", look.map(|look| look.name()), chosen.then_some("chosen"));
    html! {
        <li id={id(nth)} {class}>
            <button class="card-head" aria-expanded={chosen.to_string()} onclick={look_at}>
                <span class="unseen">{ "Proposal: " }</span>
                <span class="who">{ name.clone() }</span>
                <span class="mode">{ proposal.mode.label() }</span>
                <span class="words">{ words }</span>
            </button>
            <div class="offer-body">
                if chosen {
                    <p class="why">{ why(offer) }</p>
                    <div class="offer-actions">
                        <button class="accept" onclick={accept}><kbd>{ "a" }</kbd>{ "Accept" }</button>
                        <button onclick={dismiss}><kbd>{ "d" }</kbd>{ "Dismiss" }</button>
                        <button class="quiet next" onclick={next}><kbd>{ "f" }</kbd>{ "Next" }</button>
                        <button class="quiet other" title="Accept it for somebody else (Enter)"
                            onclick={send(|_| Action::OpenBar)}>{ "Other…" }</button>
                    </div>
                } else {
                    <div class="offer-actions small">
                        <button class="quiet" title="Accept" aria-label={format!("Accept: {name}")} onclick={accept}>
                            { icon(Icon::Check) }
                        </button>
                        <button class="quiet" title="Dismiss" aria-label={format!("Dismiss: {name}")} onclick={dismiss}>
                            { icon(Icon::Close) }
                        </button>
                    </div>
                }
            </div>
        </li>
    }
}

/// What speaks for it, and how much.
fn why(offer: &Offer) -> String {
    format!("{} · {} % sure", offer.proposal.explanation, percent(offer.proposal.confidence))
}

/// Never a promise: what is nearly certain is 99.
fn percent(confidence: f32) -> u8 {
    ((confidence * 100.0) as u8).min(99)
}
