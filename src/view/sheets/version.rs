//! An article that is here already, in another version: what would become of its claims.

use std::{collections::BTreeSet, rc::Rc};

use yew::prelude::*;

use crate::{
    annotation::{Carried, Flags, Outcome, Piece, Rewording, Tally, carry_over},
    article::{Article, Likeness, same_article},
    record::ClaimId,
    store::Library,
    view::{
        choice::choice,
        names::{self, count},
    },
};

/// The article of the library that a new one is most like.
pub(super) fn known(library: &Library, new: &Article) -> Option<(Rc<Article>, Likeness)> {
    let alike = library.shelf().into_iter().filter_map(|known| {
        let likeness = same_article(&known, new)?;
        Some((known, likeness))
    });
    alike.max_by_key(|(_, likeness)| *likeness)
}

/// What would become of the claims of `known`.
pub(super) fn carried(library: &Library, known: &Article, new: &Article) -> Vec<Carried> {
    carry_over(known, library.live_claims(known.id), &new.body)
}

/// The claims of which no more than the typography changed: they are ticked to start with.
pub(super) fn as_good_as_same(carried: &[Carried]) -> BTreeSet<ClaimId> {
    carried.iter().filter(|it| it.outcome.is_typography()).map(|it| it.claim.id).collect()
}

#[derive(Properties, Clone, PartialEq)]
pub(super) struct Props {
    /// What the library calls the known article.
    pub(super) title: Rc<str>,
    pub(super) carried: Rc<Vec<Carried>>,
    /// Whether the claims come along.
    pub(super) carry: bool,
    /// The reworded claims that are taken over.
    pub(super) accepted: BTreeSet<ClaimId>,
    pub(super) on_carry: Callback<bool>,
    pub(super) on_toggle: Callback<ClaimId>,
}

#[component]
pub(super) fn Version(props: &Props) -> Html {
    let pick = |carry: bool| {
        let on_carry = props.on_carry.clone();
        move |_: MouseEvent| on_carry.emit(carry)
    };
    let reworded = props.carried.iter().filter_map(|it| match &it.outcome {
        Outcome::Reworded { parts, flags } => {
            let rewordings = parts.iter().filter_map(|part| part.rewording.as_ref());
            Some(decision(props, it, &rewordings.collect::<Vec<_>>(), *flags))
        }
        _ => None,
    });
    let lost = props.carried.iter().filter(|it| it.outcome == Outcome::Orphan).map(|it| {
        html! { <li>{ names::shortened(&it.claim.quote(), 160) }</li> }
    });
    let tally = Tally::of(&props.carried);
    html! {
        <section class="version" aria-label="A version of a known article">
            <p class="understood">{ format!("A new version of “{}”", props.title) }</p>
            <div class="choices" role="group" aria-label="Its claims">
                { choice("Claims", "Carry them over", props.carry, pick(true)) }
                { choice("Claims", "Open it by itself", !props.carry, pick(false)) }
            </div>
            if props.carry {
                <p>{ said(tally) }</p>
                if tally.reworded > 0 {
                    <h3>{ "Reworded: tick what is still the same claim" }</h3>
                    <ul class="rewordings">{ for reworded }</ul>
                }
                if tally.orphans > 0 {
                    <h3>{ "Not found: kept in the list of claims, to be put elsewhere" }</h3>
                    <ul class="lost">{ for lost }</ul>
                }
            }
        </section>
    }
}

/// “9 claims stay, 2 moved, 1 is reworded, 1 is not found.”
fn said(tally: Tally) -> String {
    let stays = tally.exact + tally.moved;
    let mut parts = vec![format!("{} as they were", count(stays, "claim stands", "claims stand"))];
    if tally.reworded > 0 {
        parts.push(format!("{} to decide", tally.reworded));
    }
    if tally.orphans > 0 {
        parts.push(format!("{} not found", tally.orphans));
    }
    format!("{}. The old version stays in the library.", parts.join(", "))
}

fn decision(props: &Props, it: &Carried, rewordings: &[&Rewording], flags: Flags) -> Html {
    let id = it.claim.id;
    let toggle = {
        let on_toggle = props.on_toggle.clone();
        move |_: Event| on_toggle.emit(id)
    };
    let warnings: Vec<&str> = flags.labels().collect();
    html! {
        <li key={id.to_string()}>
            <label class="check">
                <input type="checkbox" checked={props.accepted.contains(&id)} onchange={toggle} />
                <span class="diff">{ for rewordings.iter().map(|rewording| diff(rewording)) }</span>
            </label>
            if !warnings.is_empty() { <p class="warning">{ format!("Look closely: {}.", warnings.join(", ")) }</p> }
        </li>
    }
}

/// What changed, the words around them paler.
fn diff(rewording: &Rewording) -> Html {
    let pieces = |pieces: &[Piece]| pieces.iter().map(piece).collect::<Html>();
    html! {
        <>
            <span class="around">{ pieces(&rewording.before) }</span>
            { pieces(&rewording.words) }
            <span class="around">{ pieces(&rewording.after) }</span>
        </>
    }
}

fn piece(piece: &Piece) -> Html {
    match piece {
        Piece::Kept(text) => html! { <span>{ text.to_string() }</span> },
        Piece::Removed(text) => html! { <del>{ text.to_string() }</del> },
        Piece::Added(text) => html! { <ins>{ text.to_string() }</ins> },
    }
}
