//! From claims to highlights.

use std::{ops::Range, rc::Rc};

use yew::prelude::*;

use crate::{
    annotation::{Interval, LANES, Look, layers},
    browser::{
        article_dom::ArticleDom,
        highlight::{Coat, Painter},
    },
    record::ClaimId,
    store::{Bar, Offers, Placed, Placement, Sources},
    text::{TextRange, united},
    view::names,
};

/// All that shows in the article's text.
#[derive(Clone, PartialEq)]
pub(in crate::view) struct Painted {
    /// The claims the filter shows.
    pub(in crate::view) shown: Rc<Placement>,
    /// The registry, for colours.
    pub(in crate::view) sources: Rc<Sources>,
    /// The claim that is looked at.
    pub(in crate::view) chosen: Option<ClaimId>,
    /// The claim a pointer rests on.
    pub(in crate::view) hovered: Option<ClaimId>,
    /// What is proposed.
    pub(in crate::view) offers: Rc<Offers>,
    /// The proposal that is looked at.
    pub(in crate::view) offered: Option<usize>,
    /// What the bar is for.
    pub(in crate::view) bar: Option<Bar>,
    /// The reading cursor.
    pub(in crate::view) cursor: Option<TextRange>,
    /// The blocks worth painting.
    pub(in crate::view) near: Range<usize>,
}

const SUGGESTED: &str = "claimlight-suggested";
const OFFERED: &str = "claimlight-offered";
const PENDING: &str = "claimlight-pending";
const CURSOR: &str = "claimlight-cursor";
const HOVERED: &str = "claimlight-hovered";
const CHOSEN: &str = "claimlight-chosen";
const MENTION: &str = "claimlight-mention";
const CUE: &str = "claimlight-cue";

/// Paints whenever one of these changes.
#[hook]
pub(in crate::view) fn use_painting(dom: &Option<Rc<ArticleDom>>, painted: Painted) {
    let painter = use_mut_ref(Painter::default);
    use_effect_with((dom.clone(), painted), move |(dom, painted)| match dom {
        Some(dom) => painter.borrow_mut().paint(dom, painted.coats(dom)),
        None => painter.borrow_mut().clear(),
    });
}

impl Painted {
    fn coats(&self, dom: &ArticleDom) -> Vec<Coat> {
        let Some(window) = window(dom, &self.near) else { return Vec::new() };
        let near = |range: &TextRange| range.intersection(window).is_some();
        let intervals: Vec<Interval> = self
            .shown
            .in_text()
            .iter()
            .flat_map(|placed| {
                let look = self.look(placed);
                placed.ranges.iter().map(move |range| Interval { range: *range, look })
            })
            .filter(|interval| near(&interval.range))
            .collect();
        let mut coats: Vec<Coat> = layers(&intervals, LANES)
            .into_iter()
            .map(|layer| Coat {
                name: layer.key.name(),
                rule: layer.key.rule(),
                priority: i32::from(layer.key.lane),
                ranges: layer.ranges,
            })
            .collect();
        coats.extend(self.lit(HOVERED, self.hovered, 10));
        coats.extend(self.lit(CHOSEN, self.chosen, 11));
        coats.extend(self.suggested(window));
        coats.extend(self.parts());
        coats.extend(self.offered_parts());
        coats.extend(self.cursor.map(|range| coat(CURSOR, 20, vec![range])));
        if let Some(Bar::Selection(range, _)) = self.bar {
            coats.push(coat(PENDING, 21, vec![range]));
        }
        coats
    }

    fn look(&self, placed: &Placed) -> Look {
        names::look(&self.sources, placed.attribution)
    }

    /// One claim, lit.
    fn lit(&self, name: &str, id: Option<ClaimId>, priority: i32) -> Option<Coat> {
        let placed = self.shown.get(id?)?;
        let rule = self.look(placed).chosen_rule(name);
        Some(Coat { name: name.to_owned(), rule, priority, ranges: placed.ranges.clone() })
    }

    /// Where the chosen claim's text names the source, and attributes.
    fn parts(&self) -> Vec<Coat> {
        let Some(placed) = self.chosen.and_then(|id| self.shown.get(id)) else {
            return Vec::new();
        };
        let claim = &placed.claim;
        let marked = [(MENTION, &*claim.mention), (CUE, &*claim.cue)];
        marked
            .into_iter()
            .filter_map(|(name, anchor)| Some(coat(name, 12, vec![anchor.as_ref()?.range])))
            .collect()
    }

    /// All proposals in one layer, under the claims.
    fn suggested(&self, window: TextRange) -> Option<Coat> {
        let pieces = self.offers.all().iter().flat_map(|offer| &offer.proposal.content);
        let near = pieces.filter(|piece| piece.intersection(window).is_some());
        // Of attributions in a chain one stands inside the other: ranges of one layer never overlap.
        let ranges = united(near.copied().collect());
        (!ranges.is_empty()).then(|| coat(SUGGESTED, 0, ranges))
    }

    /// The proposal that is looked at, with its mention and its cue.
    fn offered_parts(&self) -> Vec<Coat> {
        let Some(offer) = self.offered.and_then(|nth| self.offers.get(nth)) else {
            return Vec::new();
        };
        let proposal = &offer.proposal;
        let mention = proposal.mention.or(proposal.antecedent);
        let mut coats = vec![coat(OFFERED, 11, proposal.content.clone())];
        coats.extend(mention.map(|mention| coat(MENTION, 12, vec![mention])));
        coats.extend(proposal.cue.map(|cue| coat(CUE, 12, vec![cue])));
        coats
    }
}

/// A coat whose rule stands in the style sheet.
fn coat(name: &str, priority: i32, ranges: Vec<TextRange>) -> Coat {
    Coat { name: name.to_owned(), rule: String::new(), priority, ranges }
}

/// The text of these blocks.
fn window(dom: &ArticleDom, blocks: &Range<usize>) -> Option<TextRange> {
    let near = dom.body().blocks().get(blocks.clone())?;
    Some(TextRange::new(near.first()?.range.start(), near.last()?.range.end()))
}
