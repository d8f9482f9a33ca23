//! Finding anchors in a text: all at once, for they help each other.
//!
//! 1. Words that stand where they stood, in the same surroundings.
//! 2. One pass over the text for the others, with what stands around short ones. The same words in the same paragraph
//!    count, if they tell whose they are; of several, the one with most of the context. Of equal ones, that which moved
//!    as far as its neighbours did.
//! 3. With errors, near where the neighbours that were found say it should be.
//! 4. With errors, wherever a few words of it stand: one more pass.
//!
//! Only what the first two give is ever taken without asking.

use std::borrow::Cow;

use super::{
    Anchor,
    resolution::Resolution,
    rewording::{Judged, judge, whole},
    sought::Sought,
};
use crate::text::{Needles, Pattern, TextRange};

/// Bytes of words and context that seldom stand in several places.
const RARE: usize = 24;
/// Bytes of context on each side that are looked for with shorter quotations.
const BESIDE: usize = 16;
/// Words that stand in more places are anybody's.
const MOST_PLACES: usize = 4096;
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
/// Work that searching with errors may be, in steps of one word: a few seconds. What is left then is an orphan.
const BUDGET: usize = 1 << 30;

/// Finds an anchor in a text that may have changed since.
pub fn resolve(text: &str, anchor: &Anchor) -> Resolution {
    resolve_all(text, [anchor]).pop().unwrap_or(Resolution::Orphan)
}

/// Finds anchors of one text in a changed version of it, in the order given. One at a time they would be searched for
/// 10,000 times, and would not know how far their neighbours moved.
pub fn resolve_all<'a>(
    text: &str,
    anchors: impl IntoIterator<Item = &'a Anchor>,
) -> Vec<Resolution> {
    resolve_sought(text, &anchors.into_iter().map(Sought::of).collect::<Vec<_>>())
}

/// Where an anchor's words stand, if that may be taken without asking.
pub fn find(text: &str, anchor: &Anchor) -> Option<TextRange> {
    let sought = [Sought::of(anchor)];
    let mut search = Search::new(text, &sought);
    search.find_same();
    search.found.pop()??.silent()
}

/// Where the words of anchors stand in the text they were described in: at their position, without looking further.
/// Those that do not (a file had another version of the text) are looked for, except orphans.
pub fn places<'a>(
    text: &str,
    anchors: impl IntoIterator<Item = &'a Anchor>,
) -> Vec<Option<TextRange>> {
    let anchors: Vec<&Anchor> = anchors.into_iter().collect();
    let astray = |anchor: &&&Anchor| !anchor.stands_in(text) && !anchor.range.is_empty();
    let sought: Vec<_> = anchors.iter().filter(astray).map(|anchor| Sought::of(anchor)).collect();
    let mut search = Search::new(text, &sought);
    search.find_same();
    let mut found = search.found.into_iter();
    let place = |anchor: &Anchor| {
        if anchor.stands_in(text) {
            Some(anchor.range)
        } else if anchor.range.is_empty() {
            None
        } else {
            found.next()??.silent()
        }
    };
    anchors.into_iter().map(place).collect()
}

/// Finds words in a text.
pub(in crate::annotation) fn resolve_sought(text: &str, sought: &[Sought<'_>]) -> Vec<Resolution> {
    let mut search = Search::new(text, sought);
    search.find_same();
    search.find_near();
    search.find_far();
    search.found.into_iter().map(|found| found.unwrap_or(Resolution::Orphan)).collect()
}

/// What was found so far.
struct Search<'a> {
    text: &'a str,
    sought: &'a [Sought<'a>],
    found: Vec<Option<Resolution>>,
    /// Where the neighbours say that each should start: filled by [`Search::find_same`].
    expected: Vec<Vec<usize>>,
    budget: usize,
}

/// The best places of the very same words.
#[derive(Clone, Default)]
struct Places {
    kept: usize,
    /// All that keep as much.
    ranges: Vec<TextRange>,
    /// How many were looked at.
    seen: usize,
}

impl<'a> Search<'a> {
    fn new(text: &'a str, sought: &'a [Sought<'a>]) -> Self {
        let (found, expected) = (vec![None; sought.len()], vec![Vec::new(); sought.len()]);
        Self { text, sought, found, expected, budget: BUDGET }
    }

    /// Finds the very same words in the same surroundings.
    fn find_same(&mut self) {
        for (sought, found) in self.sought.iter().zip(&mut self.found) {
            if !sought.exact.is_empty() && sought.stands_whole(self.text, sought.hint) {
                *found = Some(Resolution::Exact(sought.hint));
            }
        }
        let places = self.same_places();
        for ((sought, found), places) in self.sought.iter().zip(&mut self.found).zip(&places) {
            if let [only] = *places.ranges {
                *found = Some(same(sought, only));
            }
        }
        self.expect();
        let all = self.sought.iter().zip(&mut self.found).zip(&self.expected).zip(places);
        for (((sought, found), expected), places) in all {
            if places.ranges.len() > 1 {
                let mut likely =
                    places.ranges.iter().filter(|range| expected.contains(&range.start().get()));
                *found = Some(match (likely.next(), likely.next()) {
                    (Some(only), None) => same(sought, *only),
                    _ => Resolution::Orphan,
                });
            }
        }
    }

    /// One pass over the text for what was not found yet.
    fn same_places(&self) -> Vec<Places> {
        let mut places = vec![Places::default(); self.sought.len()];
        let due: Vec<usize> = (0..self.sought.len()).filter(|i| self.is_due(*i)).collect();
        if due.is_empty() {
            return places;
        }
        let needles: Vec<(Cow<'_, str>, usize)> =
            due.iter().filter_map(|i| self.sought.get(*i)).map(needle).collect();
        let search = Needles::new(needles.iter().map(|(needle, _)| &**needle).collect());
        search.each_in(self.text, MOST_PLACES, |nth, range| {
            let index = due.get(nth).copied().unwrap_or_default();
            let offset = needles.get(nth).map_or(0, |(_, offset)| *offset);
            if let (Some(sought), Some(places)) = (self.sought.get(index), places.get_mut(index)) {
                let start = range.start().get() + offset;
                places.add(self.text, sought, TextRange::bytes(start, start + sought.exact.len()));
            }
        });
        for places in &mut places {
            if places.seen == MOST_PLACES {
                places.ranges.clear();
            }
        }
        places
    }

    fn is_due(&self, index: usize) -> bool {
        let words = self.sought.get(index).is_some_and(|sought| !sought.exact.is_empty());
        words && self.found.get(index).is_some_and(Option::is_none)
    }

    /// Works out from the nearest neighbours that were found where the others should start.
    fn expect(&mut self) {
        let mut order: Vec<usize> = (0..self.sought.len()).collect();
        let start = |i: &usize| self.sought.get(*i).map(|sought| sought.hint.start());
        order.sort_by_key(start);
        let moved = |i: usize| -> Option<isize> {
            let range = self.found.get(i)?.as_ref()?.silent()?;
            let hint = self.sought.get(i)?.hint;
            range.start().get().checked_signed_diff(hint.start().get())
        };
        let mut expected = vec![Vec::new(); self.sought.len()];
        let mut walk = |order: &mut dyn Iterator<Item = &usize>| {
            let mut by = None;
            for i in order {
                if let Some(moved) = moved(*i) {
                    by = Some(moved);
                } else if let (Some(by), Some(sought)) = (by, self.sought.get(*i)) {
                    let place = sought.hint.start().get().saturating_add_signed(by);
                    let all: Option<&mut Vec<usize>> = expected.get_mut(*i);
                    all.into_iter()
                        .filter(|all| !all.contains(&place))
                        .for_each(|all| all.push(place));
                }
            }
        };
        walk(&mut order.iter());
        walk(&mut order.iter().rev());
        for (expected, sought) in expected.iter_mut().zip(self.sought) {
            if expected.is_empty() {
                expected.push(sought.hint.start().get());
            }
        }
        self.expected = expected;
    }

    fn find_near(&mut self) {
        for i in (0..self.sought.len()).filter(|i| self.is_due(*i)).collect::<Vec<_>>() {
            let starts = self.expected.get(i).cloned().unwrap_or_default();
            self.find_around(i, &starts, NEAR);
        }
    }

    /// Finds long quotations by pieces of them: one of a few errors leaves some piece whole.
    fn find_far(&mut self) {
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

impl Places {
    fn add(&mut self, text: &str, sought: &Sought<'_>, range: TextRange) {
        self.seen += 1;
        let kept = sought.kept(text, range);
        let good = range.of(text) == Some(sought.exact)
            && kept >= self.kept
            && sought.same_paragraph(text, range)
            && sought.is_telling(text, range);
        if good {
            if kept > self.kept {
                self.ranges.clear();
            }
            self.kept = kept;
            self.ranges.push(range);
        }
    }
}

fn same(sought: &Sought<'_>, range: TextRange) -> Resolution {
    if range == sought.hint { Resolution::Exact(range) } else { Resolution::Moved(range) }
}

/// What is looked for in one pass: the words, with what stands beside short ones; and where in it the words start.
fn needle<'a>(sought: &Sought<'a>) -> (Cow<'a, str>, usize) {
    if sought.exact.len() >= RARE {
        return (sought.exact.into(), 0);
    }
    let (before, after) = (sought.before.text, sought.after.text);
    let from = before.ceil_char_boundary(before.len().saturating_sub(BESIDE));
    let before = before.get(from..).unwrap_or_default();
    let after = after.get(..after.floor_char_boundary(BESIDE)).unwrap_or_default();
    ([before, sought.exact, after].concat().into(), before.len())
}

/// The stretches around `starts`, those that overlap made one.
fn windows(text: &str, starts: &[usize], reach: usize, sought: &Sought<'_>) -> Vec<TextRange> {
    let beside = sought.before.text.len();
    let length = sought.exact.len() + sought.after.text.len();
    let mut windows: Vec<TextRange> = Vec::new();
    let mut starts = starts.to_vec();
    starts.sort_unstable();
    for start in starts {
        let from = text.floor_char_boundary(start.saturating_sub(reach + beside));
        let to = text.ceil_char_boundary(start + reach + length + length / 2);
        let window = TextRange::bytes(from, to);
        match windows.last_mut() {
            Some(last) if window.start() <= last.end() => {
                *last = TextRange::new(last.start(), last.end().max(window.end()));
            }
            _ => windows.push(window),
        }
    }
    windows
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
