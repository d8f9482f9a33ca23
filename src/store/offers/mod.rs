//! What the engine proposes for the open article, less what a person has decided already.
//!
//! [`Proposals`] are what came from the worker. [`Offers`] follow from them and the library: nothing is noted down
//! when a proposal is accepted, so that taking that back brings it back too.

mod current;
mod speaker;

use std::rc::Rc;

pub(super) use current::{Basis, Current};

use super::{
    library::Sources,
    placement::{Placed, Placement},
    registry::Names,
};
use crate::{
    annotation::Attribution,
    article::{Dismissed, Spot},
    order::{self, Map},
    record::Stamp,
    suggest::{Proposal, Speaker},
    text::{ByteOffset, TextRange},
};

/// How likely a proposal must be right to be accepted with others, unseen.
pub const SURE: f32 = 0.9;

/// How far the engine is with the open article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reading {
    /// Nobody asked it.
    #[default]
    Idle,
    /// So many hundredths are read.
    Read(u8),
    /// It has said all.
    Finished,
    /// It cannot run in this browser.
    Unavailable,
}

/// What the engine said about the open article.
#[derive(Clone, Debug, Default)]
pub struct Proposals {
    /// How far it is.
    pub reading: Reading,
    /// In text order.
    pub all: Rc<[Rc<Proposal>]>,
}

/// The same where it is the same allocation: proposals come once.
impl PartialEq for Proposals {
    fn eq(&self, other: &Self) -> bool {
        self.reading == other.reading
            && (Rc::ptr_eq(&self.all, &other.all) || self.all.is_empty() && other.all.is_empty())
    }
}

impl Eq for Proposals {}

/// A proposal that is still open.
#[derive(Clone, Debug)]
pub struct Offer {
    /// Which of [`Proposals::all`] it is.
    pub nth: usize,
    /// What the engine said.
    pub proposal: Rc<Proposal>,
    /// Who speaks, as far as the registry and the person’s corrections know by now.
    pub speaker: Rc<Speaker>,
}

/// Proposals come once, so the same one is the same allocation.
impl PartialEq for Offer {
    fn eq(&self, other: &Self) -> bool {
        self.nth == other.nth
            && Rc::ptr_eq(&self.proposal, &other.proposal)
            && self.speaker == other.speaker
    }
}

impl Eq for Offer {}

impl Offer {
    /// Where it stands.
    pub fn spot(&self) -> Option<Spot> {
        spot(&self.proposal)
    }

    /// From the start of the first fragment to the end of the last.
    pub fn hull(&self) -> Option<TextRange> {
        hull(&self.proposal)
    }

    /// Whether it may be accepted unseen.
    pub fn is_sure(&self) -> bool {
        self.proposal.confidence >= SURE
    }
}

/// The proposals that are still open, in text order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offers {
    offers: Vec<Offer>,
    /// The speaker of each group.
    speakers: Map<u32, Rc<Speaker>>,
}

impl Offers {
    /// Leaves out of `proposals` what a claim says already and what was dismissed; puts each down to whom the registry
    /// knows, and a group to the source that most claims of it name.
    pub fn new(
        proposals: &Proposals,
        placement: &Placement,
        dismissed: &Dismissed,
        sources: &Sources,
    ) -> Self {
        let mut lessons: Map<u32, Vec<(Attribution, Stamp)>> = Map::new();
        let mut open = Vec::new();
        for (nth, proposal) in proposals.all.iter().enumerate() {
            let Some(spot) = spot(proposal) else { continue };
            let touching = placement.touching(spot.range);
            let said =
                touching.iter().find(|placed| spot_of(placed).is_some_and(|it| it.is_like(&spot)));
            match said {
                Some(placed) => {
                    let lesson = (placed.attribution, placed.claim.attribution.stamp());
                    lessons.get_or_insert(proposal.group, Vec::new).push(lesson);
                }
                None if !dismissed.covers(&spot) => open.push((nth, proposal)),
                None => {}
            }
        }
        let names = Names::of(sources);
        let mut speakers = Map::new();
        for proposal in proposals.all.iter() {
            let lessons = || lessons.get(&proposal.group).map_or(&[][..], Vec::as_slice);
            let speaker = || Rc::new(speaker::of(&proposal.speaker, lessons(), sources, &names));
            speakers.get_or_insert(proposal.group, speaker);
        }
        let offer = |(nth, proposal): (usize, &Rc<Proposal>)| {
            let speaker = speakers.get(&proposal.group).cloned();
            let speaker = speaker.unwrap_or_else(|| Rc::new(proposal.speaker.clone()));
            Offer { nth, proposal: proposal.clone(), speaker }
        };
        Self { offers: open.into_iter().map(offer).collect(), speakers }
    }

    /// All, in text order.
    pub fn all(&self) -> &[Offer] {
        &self.offers
    }

    /// Those that may be accepted unseen.
    pub fn sure(&self) -> impl Iterator<Item = &Offer> {
        self.offers.iter().filter(|offer| offer.is_sure())
    }

    /// One of them.
    pub fn get(&self, nth: usize) -> Option<&Offer> {
        let at = self.offers.binary_search_by_key(&nth, |offer| offer.nth).ok()?;
        self.offers.get(at)
    }

    /// Those with a fragment around `at`, the shortest first.
    pub fn at(&self, at: ByteOffset) -> Vec<&Offer> {
        let around = |offer: &&Offer| offer.proposal.content.iter().any(|it| it.contains(at));
        let mut found: Vec<&Offer> = self.offers.iter().filter(around).collect();
        order::sort_by_key(&mut found, |offer| offer.hull().map_or(0, TextRange::len));
        found
    }

    /// The one after or before the `from`th proposal, whether or not that one is still open; without one, the first that
    /// starts after `after`, or the last before it.
    pub fn step(&self, from: Option<usize>, after: ByteOffset, forward: bool) -> Option<usize> {
        let starts = |offer: &Offer| offer.hull().map_or(ByteOffset::ZERO, TextRange::start);
        let is_past = |offer: &&Offer| match from {
            Some(nth) => offer.nth > nth,
            None => starts(offer) >= after,
        };
        let is_before = |offer: &&Offer| match from {
            Some(nth) => offer.nth < nth,
            None => starts(offer) < after,
        };
        let found = if forward {
            self.offers.iter().find(is_past)
        } else {
            self.offers.iter().rev().find(is_before)
        };
        found.map(|offer| offer.nth)
    }

    /// Who a group of proposals is put down to.
    pub fn speaker(&self, group: u32) -> Option<&Speaker> {
        self.speakers.get(&group).map(|speaker| &**speaker)
    }
}

/// From the start of the first fragment to the end of the last.
pub(super) fn hull(proposal: &Proposal) -> Option<TextRange> {
    let end = proposal.content.iter().map(|piece| piece.end()).max()?;
    let start = proposal.content.iter().map(|piece| piece.start()).min()?;
    Some(TextRange::new(start, end))
}

/// Where a proposal stands; `None` for one of no words.
pub(super) fn spot(proposal: &Proposal) -> Option<Spot> {
    Some(Spot { range: hull(proposal)?, cue: proposal.cue.map(TextRange::start) })
}

fn spot_of(placed: &Placed) -> Option<Spot> {
    let cue = placed.claim.cue.as_ref().map(|cue| cue.range.start());
    Some(Spot { range: placed.hull()?, cue })
}
