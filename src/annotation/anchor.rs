//! Where a claim's words stand, in a way that survives.
//!
//! An anchor holds the position and the quotation with its surroundings, after the W3C TextPositionSelector
//! and TextQuoteSelector (Web Annotation Data Model, sections 4.2.4 and 4.2.5).

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::text::{TextRange, occurrences};

/// Characters of context kept on each side of a quotation.
const CONTEXT: usize = 32;

/// The words themselves and what stands around them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Quote {
    /// The words.
    pub exact: Rc<str>,
    /// Up to 32 characters before them.
    pub prefix: Rc<str>,
    /// Up to 32 characters after them.
    pub suffix: Rc<str>,
}

/// A range of a text and the words found there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Anchor {
    /// Where they stood when described.
    pub range: TextRange,
    /// What stood there.
    pub quote: Quote,
}

/// What became of an anchor in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resolution {
    /// The words stand where they stood.
    Exact(TextRange),
    /// The words stand elsewhere, in the same surroundings.
    Moved(TextRange),
    /// The words are not there, or only in other surroundings.
    Orphan,
}

impl Resolution {
    /// The range, where there is one.
    pub fn range(self) -> Option<TextRange> {
        match self {
            Self::Exact(range) | Self::Moved(range) => Some(range),
            Self::Orphan => None,
        }
    }
}

/// Describes `range` of `text`, or `None` where the range is empty, leaves the text or splits a character.
pub fn describe(text: &str, range: TextRange) -> Option<Anchor> {
    let exact = range.of(text).filter(|exact| !exact.is_empty())?;
    let before = text.get(..range.start().get())?;
    let after = text.get(range.end().get()..)?;
    let prefix_start =
        before.char_indices().rev().take(CONTEXT).last().map_or(before.len(), |(i, _)| i);
    let suffix_end = after.char_indices().nth(CONTEXT).map_or(after.len(), |(i, _)| i);
    let quote = Quote {
        exact: exact.into(),
        prefix: before.get(prefix_start..)?.into(),
        suffix: after.get(..suffix_end)?.into(),
    };
    Some(Anchor { range, quote })
}

/// Finds an anchor's words in `text`: in their place, or else where the same words stand with at least half
/// of the context they had. Words that stand elsewhere in other surroundings may be another speaker's, so
/// they are not taken.
pub fn resolve(text: &str, anchor: &Anchor) -> Resolution {
    let quote = &anchor.quote;
    if anchor.range.of(text) == Some(&*quote.exact) && !quote.exact.is_empty() {
        return Resolution::Exact(anchor.range);
    }
    let had = quote.prefix.chars().count() + quote.suffix.chars().count();
    let distance = |range: TextRange| range.start().get().abs_diff(anchor.range.start().get());
    occurrences(text, &quote.exact)
        .map(|range| (context_kept(text, range, quote), range))
        .filter(|(kept, _)| kept * 2 >= had)
        .max_by_key(|(kept, range)| (*kept, std::cmp::Reverse(distance(*range))))
        .map_or(Resolution::Orphan, |(_, range)| Resolution::Moved(range))
}

/// How many characters of the context on both sides of `range` are those the quotation had.
fn context_kept(text: &str, range: TextRange, quote: &Quote) -> usize {
    let before = text.get(..range.start().get()).unwrap_or_default();
    let after = text.get(range.end().get()..).unwrap_or_default();
    let same = |pair: &(char, char)| pair.0 == pair.1;
    before.chars().rev().zip(quote.prefix.chars().rev()).take_while(same).count()
        + after.chars().zip(quote.suffix.chars()).take_while(same).count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const STORY: &str = "The mayor said taxes fell. The minister said taxes fell too.";

    fn anchor(text: &str, exact: &str) -> Anchor {
        let start = text.find(exact).unwrap();
        describe(text, TextRange::bytes(start, start + exact.len())).unwrap()
    }

    #[test]
    fn stays_where_the_words_are() {
        let a = anchor(STORY, "taxes fell");
        assert_eq!(resolve(STORY, &a), Resolution::Exact(a.range));
    }

    #[test]
    fn follows_words_that_moved_with_their_surroundings() {
        let a = anchor(STORY, "taxes fell");
        let longer = format!("BREAKING. {STORY}");
        assert_eq!(resolve(&longer, &a), Resolution::Moved(TextRange::bytes(25, 35)));
    }

    #[test]
    fn never_takes_the_same_words_of_another_speaker() {
        let a = anchor(STORY, "taxes fell");
        let cut = "Nobody expected it then. The minister said taxes fell too.";
        assert_eq!(resolve(cut, &a), Resolution::Orphan);
    }

    #[test]
    fn describes_nothing_for_an_empty_range_or_half_a_character() {
        assert_eq!(describe("né", TextRange::bytes(1, 1)), None);
        assert_eq!(describe("né", TextRange::bytes(0, 2)), None);
    }

    proptest! {
        #[test]
        fn resolving_a_description_gives_the_range(text in "(\\PC|[aбe\u{301}𝒜א \\n]){1,60}", a in 0usize..240, b in 0usize..240) {
            let edge = |at: usize| (0..=at.min(text.len())).rev().find(|i| text.is_char_boundary(*i)).unwrap();
            let range = TextRange::bytes(edge(a), edge(b));
            match describe(&text, range) {
                Some(anchor) => prop_assert_eq!(resolve(&text, &anchor), Resolution::Exact(range)),
                None => prop_assert!(range.is_empty()),
            }
        }
    }
}
