//! Half-open ranges of a canonical text.

use serde::{Deserialize, Serialize};

use super::ByteOffset;
use crate::order;

/// A half-open range of the canonical text, in UTF-8 bytes. Always `start <= end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "(ByteOffset, ByteOffset)", into = "(ByteOffset, ByteOffset)")]
pub struct TextRange {
    start: ByteOffset,
    end: ByteOffset,
}

impl TextRange {
    /// The range between two offsets, whichever comes first.
    pub fn new(a: ByteOffset, b: ByteOffset) -> Self {
        Self { start: a.min(b), end: a.max(b) }
    }

    /// The range between two byte indices, whichever comes first.
    pub fn bytes(a: usize, b: usize) -> Self {
        Self::new(ByteOffset::new(a), ByteOffset::new(b))
    }

    /// First byte inside the range.
    pub fn start(self) -> ByteOffset {
        self.start
    }

    /// First byte after the range.
    pub fn end(self) -> ByteOffset {
        self.end
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        self.end.get() - self.start.get()
    }

    /// Whether the range holds nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The text in the range, or `None` where the range leaves the text or splits a character.
    pub fn of(self, text: &str) -> Option<&str> {
        text.get(self.start.get()..self.end.get())
    }

    /// Whether `at` lies inside (the end is outside).
    pub fn contains(self, at: ByteOffset) -> bool {
        self.start <= at && at < self.end
    }

    /// Whether the whole of `other` lies inside.
    pub fn encloses(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// What both ranges hold, or `None` where they share no byte.
    pub fn intersection(self, other: Self) -> Option<Self> {
        let (start, end) = (self.start.max(other.start), self.end.min(other.end));
        (start < end).then_some(Self { start, end })
    }
}

impl From<(ByteOffset, ByteOffset)> for TextRange {
    fn from((a, b): (ByteOffset, ByteOffset)) -> Self {
        Self::new(a, b)
    }
}

impl From<TextRange> for (ByteOffset, ByteOffset) {
    fn from(range: TextRange) -> Self {
        (range.start, range.end)
    }
}

/// The same text in as few ranges as can be, in order: overlapping and touching ones made one.
pub fn united(mut ranges: Vec<TextRange>) -> Vec<TextRange> {
    order::sort(&mut ranges);
    let mut united: Vec<TextRange> = Vec::new();
    for range in ranges {
        match united.last_mut() {
            Some(last) if range.start() <= last.end() => {
                *last = TextRange::new(last.start(), last.end().max(range.end()));
            }
            _ => united.push(range),
        }
    }
    united
}

#[cfg(test)]
mod tests {
    use super::{TextRange, united};

    #[test]
    fn is_ordered_whichever_end_comes_first() {
        assert_eq!(TextRange::bytes(7, 3), TextRange::bytes(3, 7));
    }

    #[test]
    fn refuses_to_split_a_character() {
        assert_eq!(TextRange::bytes(0, 1).of("é"), None);
        assert_eq!(TextRange::bytes(0, 2).of("é"), Some("é"));
        assert_eq!(TextRange::bytes(0, 3).of("é"), None);
    }

    #[test]
    fn united_ranges_cover_the_same_text_once() {
        let of = |ranges: &[(usize, usize)]| {
            let ranges = ranges.iter().map(|(a, b)| TextRange::bytes(*a, *b)).collect();
            united(ranges)
                .into_iter()
                .map(|it| (it.start().get(), it.end().get()))
                .collect::<Vec<_>>()
        };
        assert_eq!(of(&[(20, 30), (0, 9), (2, 5), (4, 12), (30, 31)]), [(0, 12), (20, 31)]);
        assert_eq!(of(&[]), []);
    }

    #[test]
    fn touching_ranges_share_nothing() {
        let (a, b) = (TextRange::bytes(0, 4), TextRange::bytes(4, 8));
        assert_eq!(a.intersection(b), None);
        assert_eq!(a.intersection(TextRange::bytes(2, 8)), Some(TextRange::bytes(2, 4)));
    }
}
