//! What the engine proposes: looked at, taken over, put away.

use std::rc::Rc;

use super::{Bar, Session};
use crate::{
    annotation::{Attribution, Origin},
    article::Spot,
    record::{ArticleId, ClaimId, Timestamp},
    store::{
        action::Fresh,
        cursor::Direction,
        edit::{ArticleEdit, ClaimEdit, Edit, Speaker, Taken},
        offers::{Basis, Offer, Offers, Proposals, hull, spot},
        view_state::Settings,
    },
    suggest::{self, Completion, ENGINE_VERSION, Proposal, complete},
    text::{ByteOffset, TextRange},
};

impl Session {
    /// The proposals for the open article that are still open.
    pub fn offers(&self) -> &Rc<Offers> {
        self.current.offers()
    }

    /// Minds what has changed of what the open proposals follow from.
    pub(super) fn follow(&mut self) {
        let basis = self.basis();
        self.current.follow(basis);
    }

    /// What placement and open proposals follow from.
    pub(super) fn basis(&self) -> Option<Basis> {
        self.article().map(|article| Basis {
            proposals: self.proposals.clone(),
            article: article.clone(),
            claims: self.library.claims(article.id),
            sources: self.library.sources().clone(),
        })
    }

    pub(super) fn propose(&mut self, article: ArticleId, proposals: Proposals) {
        if self.view.open == Some(article) {
            if !Rc::ptr_eq(&self.proposals.all, &proposals.all) {
                self.look_away();
            }
            self.proposals = proposals;
            self.follow();
        }
    }

    pub(super) fn set(&mut self, settings: Settings) {
        self.view.settings = settings.within_limits();
        if !self.view.settings.propose {
            self.look_away();
            self.proposals = Proposals::default();
        }
    }

    /// Nothing proposed is looked at any more.
    pub(super) fn look_away(&mut self) {
        self.offered = None;
        self.bar = self.bar.filter(|bar| !matches!(bar, Bar::Offer(_)));
    }

    pub(super) fn look_at(&mut self, nth: Option<usize>) {
        if nth.is_some_and(|nth| self.offers().get(nth).is_none()) {
            return;
        }
        self.look_away();
        self.offered = nth;
        if nth.is_some() {
            (self.chosen, self.bar, self.cursor) = (None, None, None);
        }
    }

    /// Looks at the next proposal, or the one before; without one, from where the reader is.
    pub(super) fn look_on(&mut self, direction: Direction, from: ByteOffset) {
        let place = self.cursor.or_else(|| self.chosen_hull());
        let from = place.map_or(from, TextRange::start);
        let forward = direction == Direction::Forward;
        if let Some(next) = self.offers().step(self.offered, from, forward) {
            self.look_at(Some(next));
        }
    }

    /// After a decision, the next proposal takes the place of the `nth`; after the last, the first.
    fn move_on(&mut self, nth: usize) {
        self.follow();
        let offers = self.offers();
        let next = offers.step(Some(nth), ByteOffset::ZERO, true);
        self.offered = next.or_else(|| offers.all().first().map(|offer| offer.nth));
    }

    pub(super) fn accept(&mut self, at: Timestamp, nth: usize, fresh: Fresh) {
        let Some(offer) = self.offers().get(nth) else { return };
        let taken = taken(offer, fresh.claim, speaker(&offer.speaker, fresh));
        self.take_over(at, nth, taken);
    }

    /// Takes a proposal over, put down to somebody else than proposed.
    pub(super) fn accept_for(&mut self, at: Timestamp, nth: usize, id: ClaimId, to: Speaker) {
        let taken = self.offers().get(nth).map(|offer| taken(offer, id, to));
        if let Some(taken) = taken {
            self.take_over(at, nth, taken);
        }
    }

    fn take_over(&mut self, at: Timestamp, nth: usize, taken: Taken) {
        let id = taken.id;
        self.edit(at, Edit::Claim(ClaimEdit::Take(vec![taken])));
        let claim = self.view.open.and_then(|article| self.library.claim(article, id));
        let Some(given) = claim.map(|claim| *claim.attribution) else { return };
        if given != Attribution::Unattributed {
            self.view.last_used = Some(given);
        }
        (self.bar, self.chosen, self.cursor) = (None, None, None);
        self.view.hint_seen = true;
        self.move_on(nth);
    }

    pub(super) fn dismiss(&mut self, at: Timestamp, nth: usize) {
        let spot = self.offers().get(nth).and_then(Offer::spot);
        if let (Some(article), Some(spot)) = (self.view.open, spot) {
            self.edit(at, Edit::Article(ArticleEdit::Dismiss(article, spot)));
            self.look_away();
            self.move_on(nth);
        }
    }

    /// What the engine sees for a selection, with the speaker as the registry knows it by now.
    pub fn completion(&self, range: TextRange) -> Option<Completion> {
        let body = &self.article()?.body;
        let found = complete(body, range, &self.near(range))?;
        let speaker = self.offers().speaker(found.group).cloned();
        Some(Completion { speaker: speaker.unwrap_or(found.speaker), ..found })
    }

    /// The proposals that share words with a selection.
    fn near(&self, range: TextRange) -> Vec<Proposal> {
        let touches =
            |it: &&Rc<Proposal>| hull(it).is_some_and(|it| it.intersection(range).is_some());
        self.proposals.all.iter().filter(touches).map(|it| Proposal::clone(it)).collect()
    }

    /// A claim of this selection by this speaker, with the parts that the engine sees for it; `None` where it sees none, or
    /// sees other words and somebody else.
    pub(super) fn completed(&self, id: ClaimId, range: TextRange, to: &Speaker) -> Option<Taken> {
        if matches!(to, Speaker::Known(Attribution::OwnVoice | Attribution::Unattributed)) {
            return None;
        }
        let found = self.completion(range)?;
        let same = match (to, &found.speaker) {
            (Speaker::Known(Attribution::Source(id)), suggest::Speaker::Known(known)) => {
                id == known
            }
            (Speaker::Proposed { .. }, _) => true,
            _ => false,
        };
        let selected = Spot { range, cue: found.cue.map(TextRange::start) };
        let is_it = |it: &Proposal| spot(it).is_some_and(|it| it.is_like(&selected));
        (same || self.near(range).iter().any(is_it)).then(|| Taken {
            id,
            origin: Origin::Hand,
            content: vec![range],
            speaker: to.clone(),
            mention: found.mention,
            cue: found.cue,
            mode: found.mode,
        })
    }
}

/// Whoever a proposal is put down to, as an edit has it.
pub fn speaker(of: &suggest::Speaker, fresh: Fresh) -> Speaker {
    match of {
        suggest::Speaker::Known(id) => Speaker::Known(Attribution::Source(*id)),
        suggest::Speaker::Nobody => Speaker::Known(Attribution::Unattributed),
        suggest::Speaker::New(source) => {
            let Fresh { source: id, parent, .. } = fresh;
            Speaker::Proposed { id, parent, source: source.clone() }
        }
    }
}

pub(super) fn taken(offer: &Offer, id: ClaimId, speaker: Speaker) -> Taken {
    let proposal = &offer.proposal;
    Taken {
        id,
        origin: Origin::Engine(ENGINE_VERSION.into()),
        content: proposal.content.clone(),
        speaker,
        mention: proposal.mention.or(proposal.antecedent),
        cue: proposal.cue,
        mode: proposal.mode,
    }
}
