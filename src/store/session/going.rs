//! What takes so long that a page would stand still: done in parts, each of which is kept before the next begins.
//!
//! Nobody sees a difference but in time: it is one step of the history, and whoever does something else meanwhile finds
//! it done.

use super::{Notice, Session, proposing::taken};
use crate::{
    order,
    record::Timestamp,
    store::{
        action::{Action, Fresh},
        edit::{ClaimEdit, Edit},
        history::{Travelled, Way},
        offers::Offer,
        session::speaker,
    },
};

/// Changes in one part: some milliseconds’ worth.
const PART: usize = 80;
/// After so many parts the page shows how far it is: to work out where all claims stand takes longer than a part.
const SHOWN: usize = 10;

/// What is under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Going {
    /// Taking over what may be taken over unseen.
    Accepting {
        /// The rest of it, with identities for what comes of it, the last first.
        rest: Vec<(Offer, Fresh)>,
        /// The step it is, and how many claims were made.
        made: Option<(u64, usize)>,
    },
    /// Taking the last step back, or making it again.
    Travelling {
        way: Way,
        /// The step.
        step: u64,
        /// How many changes are left.
        left: usize,
        /// Whether anything came of it.
        is_void: bool,
    },
}

impl Session {
    /// How much of the last action is still to be done by [`Action::GoOn`].
    pub fn left(&self) -> usize {
        match &self.going {
            None => 0,
            Some(Going::Accepting { rest, .. }) => rest.len(),
            Some(Going::Travelling { left, .. }) => *left,
        }
    }

    /// Takes over all that may be taken over unseen, as far as there are identities for it.
    pub(super) fn accept_sure(&mut self, at: Timestamp, mut fresh: Vec<Fresh>) {
        // In the order of the text, so that each claim goes behind the one before.
        order::sort_by_key(&mut fresh, |fresh| fresh.claim);
        let mut rest: Vec<(Offer, Fresh)> = self.offers().sure().cloned().zip(fresh).collect();
        rest.reverse();
        self.look_away();
        self.going = Some(Going::Accepting { rest, made: None });
        self.begin(at);
    }

    /// Takes the last step back, or makes it again.
    pub(super) fn travel(&mut self, at: Timestamp, way: Way) {
        let next = self.history.next(way).map(|step| (step.id(), step.changes()));
        let Some((step, left)) = next else { return };
        self.bar = None;
        self.going = Some(Going::Travelling { way, step, left, is_void: true });
        self.begin(at);
    }

    /// Does what is little at once; a first part of what is much would come on top of what the page does anyway.
    fn begin(&mut self, at: Timestamp) {
        if self.left() <= PART {
            self.go_on(at);
        }
    }

    /// Does the next part.
    pub(super) fn go_on(&mut self, at: Timestamp) {
        self.going = match self.going.take() {
            None => None,
            Some(Going::Accepting { rest, made }) => self.accept_part(at, rest, made),
            Some(Going::Travelling { way, step, is_void, .. }) => {
                self.travel_part(at, way, step, is_void)
            }
        };
    }

    /// Finishes what is under way before something else is done: an action of a person finds all of it done.
    pub(super) fn finish(&mut self, at: Timestamp, before: &Action) {
        let waits = !matches!(
            before,
            Action::GoOn
                | Action::Glance(_)
                | Action::Propose(..)
                | Action::Merge(_)
                | Action::BackedUp(_)
        );
        if !waits || self.going.is_none() {
            return;
        }
        while self.going.is_some() {
            self.go_on(at);
        }
        self.follow();
    }

    /// Whether what is under way is to be seen now.
    pub(super) fn shows(&self) -> bool {
        self.left().div_ceil(PART).is_multiple_of(SHOWN)
    }

    fn accept_part(
        &mut self,
        at: Timestamp,
        mut rest: Vec<(Offer, Fresh)>,
        made: Option<(u64, usize)>,
    ) -> Option<Going> {
        let part = rest.split_off(rest.len().saturating_sub(PART));
        let all: Vec<_> = part
            .iter()
            .rev()
            .map(|(offer, fresh)| taken(offer, fresh.claim, speaker(&offer.speaker, *fresh)))
            .collect();
        let (step, before) = made.unzip();
        let many = before.unwrap_or(0) + all.len();
        let step = self.edit_further(at, Edit::Claim(ClaimEdit::Take(all)), step.zip(Some(many)));
        let made = step.map(|step| (step, many)).or(made);
        (!rest.is_empty()).then_some(Going::Accepting { rest, made })
    }

    fn travel_part(&mut self, at: Timestamp, way: Way, step: u64, was_void: bool) -> Option<Going> {
        let mut clock = self.clock;
        let stamp = clock.tick(at);
        let history = std::rc::Rc::make_mut(&mut self.history);
        let travelled = history.travel(way, &mut self.library, stamp, step, PART)?;
        let Travelled { label, article, left, is_void } = travelled;
        if !is_void {
            self.clock = clock;
        }
        let is_void = is_void && was_void;
        if left > 0 {
            self.settle();
            return Some(Going::Travelling { way, step, left, is_void });
        }
        let (verb, not) = match way {
            Way::Back => ("Undone", "Not undone"),
            Way::Forth => ("Redone", "Not redone"),
        };
        if is_void {
            let text = format!("{not}: {label}. It was changed in another tab.");
            self.notice = Some(Notice { text, undoes: false, at });
            return None;
        }
        if let Some(id) = article {
            self.open(id);
        }
        self.notice = Some(Notice { text: format!("{verb}: {label}"), undoes: false, at });
        self.settle();
        None
    }
}
