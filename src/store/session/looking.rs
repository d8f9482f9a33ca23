//! Looking, selecting, moving about: what leaves the library as it is.

use super::{Bar, Session};
use crate::{
    record::{ArticleId, ClaimId},
    store::{
        action::{Input, Sheet},
        cursor::{Direction, Edge, Unit, move_edge, next_sentence},
        filter::Filter,
        offers::Proposals,
        placement::Placement,
    },
    text::{ByteOffset, TextRange, snap},
};

impl Session {
    /// The claims that the filter lets through.
    pub(super) fn shown(&self) -> Placement {
        self.placement().filtered(&self.view.filter)
    }

    pub(super) fn chosen_hull(&self) -> Option<TextRange> {
        self.placement().get(self.chosen?)?.hull()
    }

    pub(super) fn open(&mut self, id: ArticleId) {
        if self.library.article(id).is_none() || self.view.open == Some(id) {
            return;
        }
        self.view.open = Some(id);
        self.view.filter = Filter::default();
        self.chosen = None;
        self.hovered = None;
        self.bar = None;
        self.cursor = None;
        self.offered = None;
        self.proposals = Proposals::default();
    }

    /// Makes sure that an article is open where there is one.
    pub(super) fn land(&mut self) {
        if self.article().is_none() {
            self.view.open = None;
            self.cursor = None;
            if let Some(first) = self.library.shelf().first() {
                self.open(first.id);
            }
        }
    }

    pub(super) fn select(&mut self, range: Option<TextRange>, input: Input) {
        let snapped = range.and_then(|range| snap(self.article()?.body.text(), range));
        match snapped {
            Some(range) => {
                self.look_away();
                self.bar = Some(Bar::Selection(range, input));
                self.cursor = None;
            }
            // A selection that goes away closes its own bar, not that of a claim.
            None => self.bar = self.bar.filter(|bar| !matches!(bar, Bar::Selection(..))),
        }
    }

    pub(super) fn open_bar(&mut self) {
        if let Some(range) = self.cursor {
            let snapped = self.article().and_then(|a| snap(a.body.text(), range));
            self.bar = snapped.map(|range| Bar::Selection(range, Input::Keyboard));
        } else if let Some(id) = self.chosen {
            self.bar = Some(Bar::Claim(id));
        } else if let Some(nth) = self.offered {
            self.bar = Some(Bar::Offer(nth));
        }
    }

    /// Chooses the claims around `at` in turn, then the proposals.
    pub(super) fn click(&mut self, at: ByteOffset) {
        enum Under {
            Claim(ClaimId),
            Offer(usize),
        }
        let (placement, offers) = (self.shown(), self.offers().clone());
        let claims = placement.at(at).into_iter().map(|placed| Under::Claim(placed.claim.id));
        let offers = offers.at(at).into_iter().map(|offer| Under::Offer(offer.nth));
        let all: Vec<Under> = claims.chain(offers).collect();
        let now = all.iter().position(|under| match under {
            Under::Claim(id) => self.chosen == Some(*id),
            Under::Offer(nth) => self.offered == Some(*nth),
        });
        match all.get(now.map_or(0, |i| (i + 1) % all.len())) {
            Some(Under::Offer(nth)) => self.look_at(Some(*nth)),
            Some(Under::Claim(id)) => self.choose(Some(*id)),
            None => self.choose(None),
        }
    }

    pub(super) fn choose_next(&mut self, direction: Direction) {
        let forward = direction == Direction::Forward;
        if let Some(next) = self.shown().step(self.chosen, forward) {
            self.choose(Some(next));
        }
    }

    pub(super) fn move_cursor(&mut self, direction: Direction, from: ByteOffset) {
        let Some(article) = self.article() else { return };
        let start = self.cursor.or_else(|| self.chosen_hull());
        if let Some(next) = next_sentence(&article.body, start, from, direction) {
            self.cursor = Some(next);
            self.offered = None;
            self.bar = None;
        }
    }

    pub(super) fn move_cursor_edge(&mut self, edge: Edge, unit: Unit, direction: Direction) {
        let (Some(article), Some(cursor)) = (self.article(), self.cursor) else { return };
        self.cursor = Some(move_edge(&article.body, cursor, edge, unit, direction));
    }

    pub(super) fn show(&mut self, sheet: Option<Sheet>) {
        self.sheet = sheet;
        self.bar = None;
    }

    pub(super) fn choose(&mut self, id: Option<ClaimId>) {
        if id.is_some_and(|id| !self.is_here(id)) {
            return;
        }
        self.chosen = id;
        self.offered = None;
        self.bar = None;
        if id.is_some() {
            self.cursor = None;
        }
    }

    pub(super) fn escape(&mut self) {
        if self.sheet.take().is_some() || self.bar.take().is_some() {
            return;
        }
        if self.offered.take().is_none() && self.chosen.take().is_none() {
            self.cursor = None;
        }
    }
}
