//! Claims that overlap, as paint layers that do not.

use super::SourceStyle;
use crate::text::TextRange;

/// One stretch of text to paint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// Where.
    pub range: TextRange,
    /// How its source looks; `None` for what is not attributed to a source.
    pub style: Option<SourceStyle>,
}

/// What one CSS highlight stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LayerKey {
    /// How the source looks; `None` for what is not attributed to a source.
    pub style: Option<SourceStyle>,
    /// Which of the stacked underlines, 0 being nearest to the words.
    pub lane: u8,
}

/// The ranges painted alike. Ranges of one layer never overlap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layer {
    /// How.
    pub key: LayerKey,
    /// Where, in order.
    pub ranges: Vec<TextRange>,
}

/// Lays overlapping intervals into lanes: each takes the lowest lane that is free over its whole length (at
/// most `lanes`; what needs more shares the last). The result is sorted by lane, then style.
pub fn layers(intervals: &[Interval], lanes: u8) -> Vec<Layer> {
    let _ = (intervals, lanes);
    Vec::new()
}
