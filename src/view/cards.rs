//! The claims in the margin, each beside its words.

use std::{collections::BTreeMap, ops::Range, rc::Rc};

use web_sys::HtmlElement;
use yew::prelude::*;

use super::{
    article::slot_id,
    card::{self, Card},
    desk::Desk,
    hooks::use_arranged,
    names,
    state::Dispatch,
};
use crate::{
    annotation::margin::{self, place},
    browser::{article_dom::ArticleDom, page},
    record::ClaimId,
    store::{Placed, Placement, Sources, view_state::Draft},
};

/// Least space between two cards, in CSS pixels.
const GAP: i32 = 8;

#[derive(Properties, Clone, PartialEq)]
pub(super) struct Props {
    pub(super) dom: Rc<ArticleDom>,
    pub(super) shown: Rc<Placement>,
    pub(super) sources: Rc<Sources>,
    pub(super) near: Range<usize>,
    pub(super) chosen: Option<ClaimId>,
    pub(super) hovered: Option<ClaimId>,
    pub(super) draft: Option<Draft>,
    pub(super) desk: Option<&'static Desk>,
    pub(super) dispatch: Dispatch,
}

#[component]
pub(super) fn Cards(props: &Props) -> Html {
    let by_block = by_block(props);
    use_details(props, by_block.keys().copied().collect());
    let in_order: Vec<Placed> =
        by_block.values().flatten().map(|placed| (*placed).clone()).collect();
    let (dom, chosen) = (props.dom.clone(), props.chosen);
    use_arranged(&props.dom, ".card", move || arrange(&dom, &in_order, chosen));
    let portals = by_block.iter().filter_map(|(block, placed)| {
        let slot = page::element(&slot_id(*block))?;
        let cards = placed.iter().map(|placed| card_of(props, placed));
        let list =
            html! { <ul class="cards" aria-label="Claims in the text above">{ for cards }</ul> };
        Some(html! { <Portal key={*block} host={slot}>{ list }</Portal> })
    });
    html! { <div class="portals">{ for portals }</div> }
}

/// The claims near the window by the block they start in.
fn by_block(props: &Props) -> BTreeMap<usize, Vec<&Placed>> {
    let mut by_block: BTreeMap<usize, Vec<&Placed>> = BTreeMap::new();
    for placed in props.shown.in_text() {
        let block = placed.hull().map_or(0, |hull| props.dom.body().block_at(hull.start()));
        if props.near.contains(&block) {
            by_block.entry(block).or_default().push(placed);
        }
    }
    by_block
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

fn arrange(dom: &ArticleDom, in_order: &[Placed], chosen: Option<ClaimId>) {
    let Some(reader) = page::element(super::app::READER) else { return };
    let origin = reader.get_bounding_client_rect().top();
    // Read everything, then write everything: one layout of the page.
    let mut found = Vec::new();
    for placed in in_order {
        let element = page::element(&card::id(placed.claim.id));
        let first = placed.ranges.first().and_then(|range| dom.boxes(*range));
        if let (Some(element), Some((first, _))) = (element, first) {
            let wanted = (first.top() - origin).round() as i32;
            let height = element.offset_height();
            found.push((element, margin::Card { wanted, height }, placed.claim.id));
        }
    }
    let pinned = found.iter().position(|(_, _, id)| Some(*id) == chosen);
    let cards: Vec<margin::Card> = found.iter().map(|(_, card, _)| *card).collect();
    for ((element, ..), top) in found.iter().zip(place(&cards, GAP, pinned)) {
        page::place(element, None, f64::from(top));
    }
}
