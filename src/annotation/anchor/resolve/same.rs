//! The very same words, in one pass over the text.

use std::borrow::Cow;

use super::{Resolution, Search, Sought, same};
use crate::text::{Needles, TextRange};

/// Bytes of words and context that seldom stand in several places.
const RARE: usize = 24;
/// Bytes of context on each side that are looked for with shorter quotations.
const BESIDE: usize = 16;
/// Words that stand in more places are anybody's.
const MOST_PLACES: usize = 4096;

/// Which of the words, all of this text, stand in the same surroundings in another place of it too.
pub(in crate::annotation) fn twins(text: &str, sought: &[Sought<'_>]) -> Vec<bool> {
    Search::new(text, sought).same_places().iter().map(|places| places.same > 1).collect()
}

/// The best places of the very same words.
#[derive(Clone, Default)]
struct Places {
    /// How many there are.
    same: usize,
    kept: usize,
    /// All that keep as much.
    ranges: Vec<TextRange>,
    /// How many were looked at.
    seen: usize,
}

impl Search<'_> {
    /// Finds the very same words in the same surroundings.
    pub(super) fn find_same(&mut self) {
        for (sought, found) in self.sought.iter().zip(&mut self.found) {
            if !sought.exact.is_empty() && sought.stands_whole(self.text, sought.hint) {
                *found = Some(Resolution::Exact(sought.hint));
            }
        }
        let places = self.same_places();
        for ((sought, found), places) in self.sought.iter().zip(&mut self.found).zip(&places) {
            if let [only] = *places.ranges
                && (!sought.twin || sought.stands_whole(self.text, only))
            {
                *found = Some(same(sought, only));
            }
        }
        self.part();
        self.reckon();
        let all = self.sought.iter().zip(&mut self.found).zip(&self.expected).zip(places);
        for (((sought, found), expected), places) in all {
            if found.is_none() && !places.ranges.is_empty() {
                let here = |range: &&TextRange| expected.contains(&range.start().get());
                let mut likely = places.ranges.iter().filter(here);
                *found = Some(match (likely.next(), likely.next()) {
                    (Some(only), None) => same(sought, *only),
                    _ => Resolution::Orphan,
                });
            }
        }
    }

    /// Lets go of words that stood apart and moved to one place: at most one of them is there now.
    fn part(&mut self) {
        let range = |i: &usize| self.found.get(*i)?.as_ref()?.silent();
        let mut order: Vec<usize> = (0..self.sought.len()).filter(|i| range(i).is_some()).collect();
        order.sort_by_key(range);
        let hint = |i: usize| self.sought.get(i).map(|sought| sought.hint);
        let apart = |a, b| hint(a).zip(hint(b)).is_some_and(|(a, b)| a.intersection(b).is_none());
        let mut furthest: Option<(usize, TextRange)> = None;
        let mut loose = Vec::new();
        for i in order {
            let Some(here) = range(&i) else { continue };
            if let Some((other, there)) = furthest
                && there.intersection(here).is_some()
                && apart(i, other)
            {
                loose.extend([i, other]);
            }
            if furthest.is_none_or(|(_, there)| there.end() < here.end()) {
                furthest = Some((i, here));
            }
        }
        for i in loose {
            if let Some(found @ Some(Resolution::Moved(_))) = self.found.get_mut(i) {
                *found = None;
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

    /// Works out from the nearest neighbours that were found where the others should start.
    fn reckon(&mut self) {
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
}

impl Places {
    fn add(&mut self, text: &str, sought: &Sought<'_>, range: TextRange) {
        self.seen += 1;
        let kept = sought.kept(text, range);
        let same = range.of(text) == Some(sought.exact)
            && sought.same_paragraph(text, range)
            && sought.is_telling(text, range);
        self.same += usize::from(same);
        if same && kept >= self.kept {
            if kept > self.kept {
                self.ranges.clear();
            }
            self.kept = kept;
            self.ranges.push(range);
        }
    }
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
