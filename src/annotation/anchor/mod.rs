//! Where a claim's words stand, in a way that survives.
//!
//! An anchor holds the position and the quotation with its surroundings, after the W3C TextPositionSelector
//! and TextQuoteSelector (Web Annotation Data Model, sections 4.2.4 and 4.2.5).

mod flags;
mod resolution;
mod resolve;
mod rewording;
mod sought;
#[cfg(test)]
mod tests;

use std::rc::Rc;

use serde::{Deserialize, Serialize};

pub use resolution::{Flags, Piece, Resolution, Rewording};
pub use resolve::{find, places, resolve, resolve_all};
pub(in crate::annotation) use resolve::{resolve_sought, twins};
pub(in crate::annotation) use sought::Sought;

use crate::text::{ByteOffset, TextRange};

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

impl Anchor {
    /// Whether its words stand where they stood.
    pub fn stands_in(&self, text: &str) -> bool {
        !self.range.is_empty() && self.range.of(text) == Some(&*self.quote.exact)
    }

    /// The anchor of words that are in the text no longer, or that a person does not want to have there: an empty
    /// range where they would stand, which keeps them from being looked for.
    #[must_use]
    pub fn orphaned(&self, near: ByteOffset) -> Self {
        Self { range: TextRange::new(near, near), quote: self.quote.clone() }
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
