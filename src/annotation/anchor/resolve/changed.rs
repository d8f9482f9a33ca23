//! Words that changed: near where they should be, then anywhere.

use super::{
    super::rewording::{Judged, judge, whole},
    Resolution, Search, Sought, same,
};
use crate::text::{Needles, Pattern, TextRange, united};

/// Bytes around the place where words should be that are searched with errors.
///
/// More, and it takes longer, and other speakers' words come in; less, and a claim between two that are not found is
/// lost when a paragraph was put in there.
const NEAR: usize = 4096;
/// Errors, in thousandths of the length.
const ERRORS: usize = 300;
/// Places that are looked at word by word.
const MOST_CANDIDATES: usize = 6;
/// Letters of a quotation that is looked for with errors in the whole text.
const LONG: usize = 32;
/// Bytes of the pieces that are looked for then, how many, and in how many places each.
const SEED: usize = 16;
const SEEDS: usize = 6;
const SEED_PLACES: usize = 16;

impl Search<'_> {
    /// Finds what changed near where its neighbours say it should be.
    pub(super) fn find_near(&mut self) {
        for i in (0..self.sought.len()).filter(|i| self.is_due(*i)).collect::<Vec<_>>() {
            let starts = self.expected.get(i).cloned().unwrap_or_default();
            self.find_around(i, &starts, NEAR);
        }
    }

    /// Finds long quotations by pieces of them: one of a few errors leaves some piece whole.
    pub(super) fn find_far(&mut self) {
        let mut seeds: Vec<(&str, usize, usize)> = Vec::new();
        for (i, sought) in self.sought.iter().enumerate().filter(|(i, _)| self.is_due(*i)) {
            let length = sought.exact.len();
            if length < LONG {
                continue;
            }
            let stride = (length / SEEDS).max(SEED);
            for offset in (0..length).step_by(stride) {
                let from = sought.exact.floor_char_boundary(offset);
                let to = sought.exact.ceil_char_boundary(offset + SEED);
                let piece = sought.exact.get(from..to).filter(|piece| piece.len() >= SEED);
                seeds.extend(piece.map(|piece| (piece, i, from)));
            }
        }
        if seeds.is_empty() {
            return;
        }
        let mut starts: Vec<Vec<usize>> = vec![Vec::new(); self.sought.len()];
        let search = Needles::new(seeds.iter().map(|(piece, ..)| *piece).collect());
        search.each_in(self.text, SEED_PLACES, |nth, range| {
            if let Some((_, i, offset)) = seeds.get(nth)
                && let Some(starts) = starts.get_mut(*i)
            {
                starts.push(range.start().get().saturating_sub(*offset));
            }
        });
        for (i, mut starts) in starts.into_iter().enumerate() {
            let reach = self.sought.get(i).map_or(0, |sought| sought.exact.len() / 2 + SEED);
            starts.sort_unstable();
            starts.dedup_by(|later, earlier| *later - *earlier <= reach);
            starts.truncate(MOST_CANDIDATES);
            if !starts.is_empty() {
                self.find_around(i, &starts, reach);
            }
        }
    }

    /// Searches with errors where the words should start: first with their context, then without.
    fn find_around(&mut self, index: usize, starts: &[usize], reach: usize) {
        let Some(sought) = self.sought.get(index) else { return };
        let windows = windows(self.text, starts, reach, sought);
        let all = whole(sought);
        for words in [&*all, sought.exact] {
            let pattern = Pattern::new(words);
            let errors = pattern.len() * ERRORS / 1000;
            let cost = windows.iter().map(|window| pattern.cost(window.len())).sum();
            let Some(budget) = self.budget.checked_sub(cost) else { return };
            self.budget = budget;
            let mut near: Vec<_> = windows
                .iter()
                .flat_map(|window| pattern.find(self.text, *window, errors))
                .collect();
            let distance = |at: usize| starts.iter().map(|s| s.abs_diff(at)).min().unwrap_or(0);
            near.sort_by_key(|it| (it.errors, distance(it.range.start().get())));
            near.truncate(MOST_CANDIDATES);
            let judged = near.iter().filter_map(|it| judge(self.text, sought, it.range));
            let judged =
                judged.filter(|it| !self.is_anothers(sought, it.rewording.range)).collect();
            if let Some(best) = best(sought, judged) {
                if let Some(found) = self.found.get_mut(index) {
                    *found = Some(best);
                }
                return;
            }
        }
    }

    /// Whether words that stood apart from these stand there now.
    fn is_anothers(&self, sought: &Sought<'_>, range: TextRange) -> bool {
        self.sought.iter().zip(&self.found).any(|(other, found)| {
            let taken = found.as_ref().and_then(Resolution::silent);
            taken.is_some_and(|taken| taken.intersection(range).is_some())
                && other.hint.intersection(sought.hint).is_none()
        })
    }
}

/// The stretches around `starts`, those that overlap made one.
fn windows(text: &str, starts: &[usize], reach: usize, sought: &Sought<'_>) -> Vec<TextRange> {
    let beside = sought.before.text.len();
    let length = sought.exact.len() + sought.after.text.len();
    let around = |start: &usize| {
        let from = text.floor_char_boundary(start.saturating_sub(reach + beside));
        TextRange::bytes(from, text.ceil_char_boundary(start + reach + length + length / 2))
    };
    united(starts.iter().map(around).collect())
}

/// The best of the places that may be meant; an orphan where two are as good.
fn best(sought: &Sought<'_>, mut judged: Vec<Judged>) -> Option<Resolution> {
    judged.sort_by_key(|it| std::cmp::Reverse(it.score));
    judged.dedup_by(|later, earlier| later.rewording.range == earlier.rewording.range);
    let mut judged = judged.into_iter();
    let best = judged.next()?;
    let apart = |it: &Judged| it.rewording.range.intersection(best.rewording.range).is_none();
    if judged.any(|it| it.score == best.score && apart(&it)) {
        return Some(Resolution::Orphan);
    }
    Some(if best.same {
        same(sought, best.rewording.range)
    } else {
        Resolution::Reworded(best.rewording)
    })
}
