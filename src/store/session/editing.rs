//! Edits, and taking them back.

use std::rc::Rc;

use super::{Bar, Notice, Session};
use crate::{
    annotation::Attribution,
    record::{ClaimId, Timestamp},
    store::{
        action::Sheet,
        cursor::{Direction, Edge, Unit, move_edge},
        edit::{ArticleEdit, ClaimEdit, Edit, Part, SourceEdit, Speaker},
        history::{New, Screen},
        library::Library,
        plan::{Context, plan, take},
        registry,
    },
    text::TextRange,
};

impl Session {
    /// Takes over what was written elsewhere: in another tab, or in a storage that answers late. No step of the history
    /// comes of it, for only one's own edits are one's own to take back.
    pub(super) fn merge(&mut self, found: &Library) {
        self.library.merge(found);
        if let Some(seen) = found.latest_stamp() {
            self.clock.observe(seen);
        }
        self.settle();
    }

    pub(super) fn edit(&mut self, at: Timestamp, edit: Edit) {
        self.edit_further(at, edit, None);
    }

    /// Makes an edit; where `further` says so, as more of the step with this number, which takes over so many proposals by
    /// now. Gives the step.
    pub(super) fn edit_further(
        &mut self,
        at: Timestamp,
        edit: Edit,
        further: Option<(u64, usize)>,
    ) -> Option<u64> {
        let adds = match &edit {
            Edit::Article(
                ArticleEdit::Add(article) | ArticleEdit::Revise { version: article, .. },
            ) => Some(article.id),
            _ => None,
        };
        if let Some(id) = adds.filter(|id| self.library.article(*id).is_some()) {
            self.open(id);
            return None;
        }
        // The clock only moves for what is done.
        let mut clock = self.clock;
        let stamp = clock.tick(at);
        // What goes on is announced, however little is left of it.
        let announced = further.is_some() || announced(&edit);
        let takes_in = matches!(edit, Edit::Import(_));
        let creator = self.creator();
        let article = self.view.open;
        let context =
            Context { library: &self.library, article, now: at, stamp, creator: &creator };
        let mut plan = plan(context, edit)?;
        if let Some((_, many)) = further {
            plan.label = take::label(many);
        }
        let text = capitalised(&plan.label);
        let new = New {
            label: plan.label,
            screen: Screen { before: article, after: adds.or(article) },
            joins: further.map(|(step, _)| step),
        };
        let history = Rc::make_mut(&mut self.history);
        let done = history.perform(&mut self.library, new, plan.writes);
        // Later stamps are taken in even where they change no value: what is written next must be later still.
        if takes_in && let Some(seen) = self.library.latest_stamp() {
            self.clock.observe(seen);
            clock.observe(seen);
        }
        let step = done?;
        self.clock = clock;
        self.notice = announced.then_some(Notice { text, undoes: true, at });
        if let Some(id) = adds {
            self.open(id);
        }
        self.settle();
        Some(step)
    }

    /// Lets go of what is no longer there, and follows sources that became others. A note that is being written
    /// stays: its claim may come back.
    pub(super) fn settle(&mut self) {
        self.land();
        self.chosen = self.chosen.filter(|id| self.is_here(*id));
        self.hovered = self.hovered.filter(|id| self.is_here(*id));
        self.bar = self.bar.filter(|bar| match bar {
            Bar::Claim(id) => self.is_here(*id),
            Bar::Selection(..) | Bar::Offer(_) => self.view.open.is_some(),
        });
        let follow = |attribution: Attribution| {
            let now = registry::current(self.library.sources(), attribution);
            (now == attribution || now != Attribution::Unattributed).then_some(now)
        };
        let wanted = &self.view.filter.attributions;
        let followed = wanted.iter().filter_map(|attribution| follow(*attribution)).collect();
        let last_used = self.view.last_used.and_then(follow);
        let sheet = match self.sheet {
            Some(Sheet::Source(id)) => match follow(Attribution::Source(id)) {
                Some(Attribution::Source(id)) => Some(Sheet::Source(id)),
                _ => None,
            },
            sheet => sheet,
        };
        self.view.filter.attributions = followed;
        self.view.last_used = last_used;
        self.sheet = sheet;
    }

    pub(super) fn attribute(&mut self, at: Timestamp, new: ClaimId, speaker: Speaker) {
        let Some(bar) = self.bar else { return };
        if matches!(&speaker, Speaker::Named { name, .. } if name.trim().is_empty()) {
            return;
        }
        let (id, edit) = match bar {
            Bar::Selection(range, _) => {
                let create = match self.completed(new, range, &speaker) {
                    Some(taken) => ClaimEdit::Take(vec![taken]),
                    None => ClaimEdit::Create { id: new, range, speaker },
                };
                (new, create)
            }
            Bar::Claim(id) => (id, ClaimEdit::Attribute(id, speaker)),
            Bar::Offer(nth) => return self.accept_for(at, nth, new, speaker),
        };
        self.edit(at, Edit::Claim(edit));
        let claim = self.view.open.and_then(|article| self.library.claim(article, id));
        let Some(given) = claim.map(|claim| *claim.attribution) else { return };
        self.bar = None;
        if given != Attribution::Unattributed {
            self.view.last_used = Some(given);
        }
        self.chosen = Some(id);
        self.cursor = None;
        self.view.hint_seen = true;
    }

    /// Does something to the chosen claim with the selected text.
    pub(super) fn with_selection(
        &mut self,
        at: Timestamp,
        edit: impl FnOnce(ClaimId, TextRange) -> ClaimEdit,
    ) {
        if let (Some(id), Some(Bar::Selection(range, _))) = (self.chosen, self.bar) {
            self.bar = None;
            self.cursor = None;
            self.edit(at, Edit::Claim(edit(id, range)));
        }
    }

    pub(super) fn mark(&mut self, at: Timestamp, part: Part) {
        self.with_selection(at, |id, range| ClaimEdit::Mark(id, part, Some(range)));
    }

    /// Moves one edge of a fragment of the chosen claim.
    pub(super) fn move_claim_edge(
        &mut self,
        at: Timestamp,
        fragment: usize,
        edge: Edge,
        unit: Unit,
        direction: Direction,
    ) {
        let Some(id) = self.chosen else { return };
        let moved = self.placement().get(id).and_then(|placed| {
            let range = *placed.ranges.get(fragment)?;
            Some(move_edge(&self.article()?.body, range, edge, unit, direction))
        });
        if let Some(range) = moved {
            self.edit(at, Edit::Claim(ClaimEdit::MoveFragment(id, fragment, range)));
        }
    }
}

/// Whether an edit is worth a message: what makes or takes away more than one thing, or shows elsewhere.
fn announced(edit: &Edit) -> bool {
    match edit {
        Edit::Claim(ClaimEdit::Delete(_)) | Edit::Import(_) => true,
        Edit::Claim(ClaimEdit::Take(taken)) => taken.len() > 1,
        Edit::Source(edit) => matches!(edit, SourceEdit::Delete(_) | SourceEdit::Merge { .. }),
        Edit::Article(edit) => {
            matches!(edit, ArticleEdit::Delete(_) | ArticleEdit::Revise { .. })
        }
        Edit::Claim(_) => false,
    }
}

fn capitalised(label: &str) -> String {
    let mut chars = label.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
