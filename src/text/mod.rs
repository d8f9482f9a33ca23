//! Text: offsets that cannot be confused, ranges, segmentation and search.

mod alignment;
mod cue;
mod enclosure;
#[cfg(test)]
pub(crate) mod fixture;
mod offset;
mod offset_map;
mod range;
mod search;
mod segment;
mod snap;
mod typography;

pub(crate) use alignment::{Step, align, tokens};
#[cfg(test)]
pub(crate) use cue::VERBS as REPORTING_VERBS;
pub(crate) use cue::is_reporting_verb;
pub(crate) use enclosure::enclosures;
pub use offset::{ByteOffset, CodePointOffset, Utf16Offset};
pub use offset_map::{OffsetMap, utf16_len};
pub use range::{TextRange, united};
pub use search::{Approximate, Needles, Pattern, occurrences};
pub use segment::{
    next_grapheme, next_word_end, previous_grapheme, previous_word_start, sentence_at, sentences,
    word_at, word_count, words,
};
pub use snap::snap;
pub(crate) use typography::{fold, reads_same};
