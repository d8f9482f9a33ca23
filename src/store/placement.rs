//! Where the claims of an article stand in its text.

use std::rc::Rc;

use super::{
    filter::Filter,
    library::{Claims, Sources},
    registry,
};
use crate::{
    annotation::{Attribution, Claim, places},
    order,
    record::ClaimId,
    text::{ByteOffset, TextRange},
};

/// A claim and where its words stand now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The claim.
    pub claim: Rc<Claim>,
    /// Who it is put down to, merged sources followed.
    pub attribution: Attribution,
    /// Its fragments, in text order. Empty for an orphan.
    pub ranges: Vec<TextRange>,
}

impl Placed {
    /// From the start of the first fragment to the end of the last; `None` for an orphan.
    pub fn hull(&self) -> Option<TextRange> {
        let end = self.ranges.iter().map(|range| range.end()).max()?;
        Some(TextRange::new(self.ranges.first()?.start(), end))
    }
}

/// The live claims of an article in text order, longer ones first where two start together; orphans last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Placement {
    placed: Vec<Placed>,
    /// For each placed claim that is no orphan, the last end among it and those before.
    reach: Vec<ByteOffset>,
}

impl Placement {
    /// Finds each live claim's words in `text`. A claim with a fragment that cannot be found is an orphan.
    pub fn new(text: &str, claims: &Claims, sources: &Sources) -> Self {
        let live: Vec<&Rc<Claim>> = claims.values().filter(|claim| !*claim.deleted).collect();
        // All at once: those that do not stand at their position are looked for in one pass.
        let anchors = live.iter().flat_map(|claim| claim.content.iter());
        let mut found = places(text, anchors).into_iter();
        let mut placed: Vec<Placed> = live
            .into_iter()
            .map(|claim| {
                let own = found.by_ref().take(claim.content.len());
                // Not into an option at once: that would leave the places of its later fragments to the next claim.
                let own: Vec<Option<TextRange>> = own.collect();
                let mut ranges = own.into_iter().collect::<Option<Vec<_>>>().unwrap_or_default();
                order::sort(&mut ranges);
                let attribution = registry::current(sources, *claim.attribution);
                Placed { claim: claim.clone(), attribution, ranges }
            })
            .collect();
        order::sort_by_key(&mut placed, |p| {
            let hull = p.hull();
            (
                hull.is_none(),
                hull.map(|h| (h.start(), std::cmp::Reverse(h.end()))),
                p.claim.created,
                p.claim.id,
            )
        });
        Self::of(placed)
    }

    fn of(placed: Vec<Placed>) -> Self {
        let mut far = ByteOffset::ZERO;
        let reach = placed
            .iter()
            .filter_map(Placed::hull)
            .map(|hull| {
                far = far.max(hull.end());
                far
            })
            .collect();
        Self { placed, reach }
    }

    /// Only the claims that `filter` shows.
    #[must_use]
    pub fn filtered(&self, filter: &Filter) -> Self {
        let shows = |p: &&Placed| filter.shows(&p.claim, p.attribution);
        Self::of(self.placed.iter().filter(shows).cloned().collect())
    }

    /// The claims whose words stand in the text, in order.
    pub fn in_text(&self) -> &[Placed] {
        self.placed.get(..self.reach.len()).unwrap_or_default()
    }

    /// The claims whose words are not in the text.
    pub fn orphans(&self) -> &[Placed] {
        self.placed.get(self.reach.len()..).unwrap_or_default()
    }

    /// All, orphans last.
    pub fn all(&self) -> &[Placed] {
        &self.placed
    }

    /// One claim.
    pub fn get(&self, id: ClaimId) -> Option<&Placed> {
        self.placed.iter().find(|p| p.claim.id == id)
    }

    /// The claims that reach into `range` or around it, in no order.
    pub fn touching(&self, range: TextRange) -> Vec<&Placed> {
        let in_text = self.in_text();
        let starts = |p: &Placed| p.hull().is_some_and(|hull| hull.start() < range.end());
        let mut found = Vec::new();
        for i in (0..in_text.partition_point(starts)).rev() {
            if self.reach.get(i).is_none_or(|reach| *reach <= range.start()) {
                break;
            }
            let touches = |p: &&Placed| p.hull().is_some_and(|hull| hull.end() > range.start());
            found.extend(in_text.get(i).filter(touches));
        }
        found
    }

    /// The claims with a fragment around `at`, the shortest first.
    pub fn at(&self, at: ByteOffset) -> Vec<&Placed> {
        let in_text = self.in_text();
        let starts = |p: &Placed| p.hull().is_some_and(|hull| hull.start() <= at);
        let mut found = Vec::new();
        for i in (0..in_text.partition_point(starts)).rev() {
            if self.reach.get(i).is_none_or(|reach| *reach <= at) {
                break;
            }
            found.extend(in_text.get(i).filter(|p| p.ranges.iter().any(|r| r.contains(at))));
        }
        order::sort_by_key(&mut found, |p| p.ranges.iter().map(|r| r.len()).sum::<usize>());
        found
    }

    /// The claim after `from` in reading order (the first where `from` is none of them), or before it.
    pub fn step(&self, from: Option<ClaimId>, forward: bool) -> Option<ClaimId> {
        let at = from.and_then(|id| self.placed.iter().position(|p| p.claim.id == id));
        let next = match (at, forward) {
            (None, true) => 0,
            (None, false) => self.placed.len().checked_sub(1)?,
            (Some(i), true) => i + 1,
            (Some(i), false) => i.checked_sub(1)?,
        };
        self.placed.get(next).map(|p| p.claim.id)
    }
}
