//! The claims in the margin, each beside its words.

use std::{collections::BTreeMap, ops::Range, rc::Rc};

use web_sys::HtmlElement;
use yew::prelude::*;

use super::{
    article::slot_id,
    card::{self, Card},
    desk::Desk,
    hooks::use_arranged,
    names, offer_card,
    state::Dispatch,
};
use crate::{
    annotation::margin::{self, place},
    browser::{article_dom::ArticleDom, page},
    order,
    record::ClaimId,
    store::{Offer, Offers, Placed, Placement, Sources, view_state::Draft},
    text::TextRange,
};

/// Least space between two cards, in CSS pixels.
const GAP: i32 = 8;

#[derive(Properties, Clone, PartialEq)]
pub(super) struct Props {
    pub(super) dom: Rc<ArticleDom>,
    pub(super) shown: Rc<Placement>,
    pub(super) offers: Rc<Offers>,
    pub(super) offered: Option<usize>,
    pub(super) sources: Rc<Sources>,
    pub(super) near: Range<usize>,
    pub(super) chosen: Option<ClaimId>,
    pub(super) hovered: Option<ClaimId>,
    pub(super) draft: Option<Draft>,
    pub(super) desk: Option<&'static Desk>,
    pub(super) dispatch: Dispatch,
}

/// What stands beside one block.
#[derive(Default)]
struct Beside<'a> {
    claims: Vec<&'a Placed>,
    offers: Vec<&'a Offer>,
}

#[component]
pub(super) fn Cards(props: &Props) -> Html {
    let by_block = by_block(props);
    use_details(props, by_block.keys().copied().collect());
    let in_order: Rc<[Standing]> =
        by_block.values().flat_map(|beside| standing(props, beside)).collect();
    let (dom, standing) = (props.dom.clone(), in_order.clone());
    let cards = move || in_order.iter().filter_map(Standing::element).map(Into::into).collect();
    use_arranged(&props.dom, cards, move || arrange(&dom, &standing));
    let portals = by_block.iter().filter_map(|(block, beside)| {
        let slot = page::element(&slot_id(*block))?;
        let claims = beside.claims.iter().map(|placed| card_of(props, placed));
        let offers = beside.offers.iter().filter_map(|offer| offer_of(props, offer));
        let lists = html! {
            <>
                <ul class="cards" aria-label="Claims in the text above">{ for claims }</ul>
                <ul class="offers" aria-label="Proposed claims in the text above">{ for offers }</ul>
            </>
        };
        Some(html! { <Portal key={*block} host={slot}>{ lists }</Portal> })
    });
    html! { <div class="portals">{ for portals }</div> }
}

/// The claims and proposals near the window by the block they start in.
fn by_block(props: &Props) -> BTreeMap<usize, Beside<'_>> {
    let mut by_block: BTreeMap<usize, Beside<'_>> = BTreeMap::new();
    let block = |hull: Option<TextRange>| {
        let block = hull.map_or(0, |hull| props.dom.body().block_at(hull.start()));
        props.near.contains(&block).then_some(block)
    };
    for placed in props.shown.in_text() {
        if let Some(block) = block(placed.hull()) {
            by_block.entry(block).or_default().claims.push(placed);
        }
    }
    for offer in props.offers.all() {
        if let Some(block) = block(offer.hull()) {
            by_block.entry(block).or_default().offers.push(offer);
        }
    }
    by_block
}

fn offer_of(props: &Props, offer: &Offer) -> Option<Html> {
    let card = offer_card::Props {
        offer: offer.clone(),
        body: props.dom.body().clone(),
        sources: props.sources.clone(),
        chosen: props.offered == Some(offer.nth),
        dispatch: props.dispatch.clone(),
    };
    Some((props.desk?.offer_card)(card))
}

fn card_of(props: &Props, placed: &Placed) -> Html {
    let id = placed.claim.id;
    let chosen = props.chosen == Some(id);
    let draft = props.draft.as_ref().filter(|draft| draft.claim == id);
    html! {
        <Card key={id.to_string()} claim={placed.claim.clone()} name={names::name(&props.sources, placed.attribution)}
            look={names::look(&props.sources, placed.attribution).name()} {chosen}
            hovered={props.hovered == Some(id)} draft={draft.map(|draft| AttrValue::from(draft.text.clone()))}
            desk={props.desk} dispatch={props.dispatch.clone()} />
    }
}

#[derive(Properties, PartialEq)]
struct PortalProps {
    host: HtmlElement,
    children: Html,
}

/// Renders into an element of the article, whose own tree stays as it is.
#[component]
fn Portal(props: &PortalProps) -> Html {
    create_portal(props.children.clone(), props.host.clone().into())
}

/// Ties each block that has claims to them, for those who do not see the paint.
#[hook]
fn use_details(props: &Props, blocks: Vec<usize>) {
    use_effect_with((props.dom.clone(), blocks), |(dom, blocks)| {
        let (dom, blocks) = (dom.clone(), blocks.clone());
        for index in &blocks {
            if let Some(block) = dom.block(*index) {
                // Fails only for names that are no attribute names.
                let _ = block.set_attribute("aria-details", &slot_id(*index));
            }
        }
        move || {
            for block in blocks.iter().filter_map(|index| dom.block(*index)) {
                let _ = block.remove_attribute("aria-details");
            }
        }
    });
}

/// A card, and the words it stands beside.
struct Standing {
    id: String,
    first: Option<TextRange>,
    pinned: bool,
}

impl Standing {
    fn element(&self) -> Option<HtmlElement> {
        page::element(&self.id)
    }
}

/// The cards of one block, in the order of their words; a claim’s before a proposal’s.
fn standing(props: &Props, beside: &Beside<'_>) -> Vec<Standing> {
    let claims = beside.claims.iter().map(|placed| Standing {
        id: card::id(placed.claim.id),
        first: placed.ranges.first().copied(),
        pinned: props.chosen == Some(placed.claim.id),
    });
    let offers = beside.offers.iter().map(|offer| Standing {
        id: offer_card::id(offer.nth),
        first: offer.proposal.content.first().copied(),
        pinned: props.offered == Some(offer.nth),
    });
    let mut all: Vec<Standing> = claims.chain(offers).collect();
    order::sort_by_key(&mut all, |standing| standing.first.map(TextRange::start));
    all
}

fn arrange(dom: &ArticleDom, in_order: &[Standing]) {
    let Some(reader) = page::element(super::app::READER) else { return };
    let origin = reader.get_bounding_client_rect().top();
    // Read everything, then write everything: one layout of the page.
    let mut found = Vec::new();
    for standing in in_order {
        let element = standing.element();
        let first = standing.first.and_then(|range| dom.boxes(range));
        if let (Some(element), Some((first, _))) = (element, first) {
            let wanted = (first.top() - origin).round() as i32;
            let height = element.offset_height();
            found.push((element, margin::Card { wanted, height }, standing.pinned));
        }
    }
    let pinned = found.iter().position(|(_, _, pinned)| *pinned);
    let cards: Vec<margin::Card> = found.iter().map(|(_, card, _)| *card).collect();
    for ((element, ..), top) in found.iter().zip(place(&cards, GAP, pinned)) {
        page::place(element, None, f64::from(top));
    }
}
