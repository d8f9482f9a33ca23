//! Finding anchors in a text: all at once, for they help each other.
//!
//! 1. Words that stand where they stood, in the same surroundings.
//! 2. One pass over the text for the others, with what stands around short ones. The same words in the same paragraph
//!    count, if they tell whose they are; of several, the one with most of the context. Of equal ones, that which moved
//!    as far as its neighbours did.
//! 3. With errors, near where the neighbours that were found say it should be.
//! 4. With errors, wherever a few words of it stand: one more pass.
//!
//! The very same words in the same paragraph, typography around them aside, are taken without asking: nothing else ever.

mod changed;
mod same;

pub(in crate::annotation) use same::twins;

use super::{Anchor, resolution::Resolution, sought::Sought};
use crate::text::TextRange;

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

impl<'a> Search<'a> {
    fn new(text: &'a str, sought: &'a [Sought<'a>]) -> Self {
        let (found, expected) = (vec![None; sought.len()], vec![Vec::new(); sought.len()]);
        Self { text, sought, found, expected, budget: BUDGET }
    }

    fn is_due(&self, index: usize) -> bool {
        let words = self.sought.get(index).is_some_and(|sought| !sought.exact.is_empty());
        words && self.found.get(index).is_some_and(Option::is_none)
    }
}

fn same(sought: &Sought<'_>, range: TextRange) -> Resolution {
    if range == sought.hint { Resolution::Exact(range) } else { Resolution::Moved(range) }
}
