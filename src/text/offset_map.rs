//! Byte ⇄ UTF-16 ⇄ code point, over one immutable text.

use super::{ByteOffset, CodePointOffset, TextRange, Utf16Offset};

/// Bytes between two checkpoints: a conversion scans at most this much text, and a map costs 12 bytes for
/// each such stretch (under 1 % of the text).
const STRIDE: usize = 2048;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Checkpoint {
    byte: usize,
    utf16: usize,
    code_point: usize,
}

/// Converts offsets of one text. Build it once per text; each conversion is a binary search and a scan of at
/// most [`STRIDE`] bytes.
///
/// Offsets that fall inside a character, or past the end, go to the nearest boundary before them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OffsetMap {
    checkpoints: Vec<Checkpoint>,
    /// All three counts agree everywhere.
    ascii: bool,
    end: Checkpoint,
}

impl OffsetMap {
    /// Reads `text` once.
    pub fn new(text: &str) -> Self {
        if text.is_ascii() {
            let n = text.len();
            let end = Checkpoint { byte: n, utf16: n, code_point: n };
            return Self { checkpoints: Vec::new(), ascii: true, end };
        }
        let mut checkpoints = vec![Checkpoint::default()];
        let mut at = Checkpoint::default();
        while at.byte < text.len() {
            let end = text.ceil_char_boundary(at.byte + STRIDE);
            at = at.after(text.as_bytes().get(at.byte..end).unwrap_or_default());
            checkpoints.push(at);
        }
        // The last one is the end.
        checkpoints.pop();
        Self { checkpoints, ascii: false, end: at }
    }

    /// Length of the text in UTF-16 units.
    pub fn utf16_len(&self) -> Utf16Offset {
        Utf16Offset::new(self.end.utf16)
    }

    /// Where `at` is in UTF-16 units.
    pub fn to_utf16(&self, text: &str, at: ByteOffset) -> Utf16Offset {
        Utf16Offset::new(self.seek(text, at.get(), |c| c.byte).utf16)
    }

    /// Where `at` is in code points.
    pub fn to_code_points(&self, text: &str, at: ByteOffset) -> CodePointOffset {
        CodePointOffset::new(self.seek(text, at.get(), |c| c.byte).code_point)
    }

    /// Where the UTF-16 offset `at` is in bytes.
    pub fn from_utf16(&self, text: &str, at: Utf16Offset) -> ByteOffset {
        ByteOffset::new(self.seek(text, at.get(), |c| c.utf16).byte)
    }

    /// Where the code point offset `at` is in bytes.
    pub fn from_code_points(&self, text: &str, at: CodePointOffset) -> ByteOffset {
        ByteOffset::new(self.seek(text, at.get(), |c| c.code_point).byte)
    }

    /// `range` in code points: start and end.
    pub fn range_in_code_points(
        &self,
        text: &str,
        range: TextRange,
    ) -> (CodePointOffset, CodePointOffset) {
        (self.to_code_points(text, range.start()), self.to_code_points(text, range.end()))
    }

    fn seek(&self, text: &str, want: usize, unit: fn(&Checkpoint) -> usize) -> Checkpoint {
        if want >= unit(&self.end) {
            return self.end;
        }
        if self.ascii {
            return Checkpoint { byte: want, utf16: want, code_point: want };
        }
        let nearest = self.checkpoints.partition_point(|c| unit(c) <= want).saturating_sub(1);
        let mut at = self.checkpoints.get(nearest).copied().unwrap_or_default();
        for c in text.get(at.byte..).unwrap_or_default().chars() {
            let mut next = at;
            next.step(c);
            if unit(&next) > want {
                break;
            }
            at = next;
        }
        at
    }
}

impl Checkpoint {
    /// Behind these bytes of whole characters. Counted by bytes, which is several times as fast as by characters: each
    /// character has one byte that continues none, and those of two UTF-16 units begin with a byte of 0xF0 or more (the
    /// Unicode Standard, table 3-6).
    fn after(self, bytes: &[u8]) -> Self {
        let (mut points, mut pairs) = (0, 0);
        for byte in bytes {
            points += usize::from(*byte & 0xC0 != 0x80);
            pairs += usize::from(*byte >= 0xF0);
        }
        Self {
            byte: self.byte + bytes.len(),
            utf16: self.utf16 + points + pairs,
            code_point: self.code_point + points,
        }
    }

    fn step(&mut self, c: char) {
        self.byte += c.len_utf8();
        self.utf16 += c.len_utf16();
        self.code_point += 1;
    }
}

/// How many UTF-16 units a text has.
pub fn utf16_len(text: &str) -> usize {
    Checkpoint::default().after(text.as_bytes()).utf16
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Counted by hand: `a` 1/1/1, `é` 2/1/1, `𝒜` 4/2/1, `e` + combining acute 3/2/2, Hebrew alef 2/1/1.
    #[test]
    fn counts_non_bmp_combining_marks_and_rtl() {
        let text = "aé𝒜e\u{301}א";
        let map = OffsetMap::new(text);
        let at = |byte| {
            let b = ByteOffset::new(byte);
            (map.to_utf16(text, b).get(), map.to_code_points(text, b).get())
        };
        assert_eq!(at(0), (0, 0));
        assert_eq!(at(1), (1, 1));
        assert_eq!(at(3), (2, 2));
        assert_eq!(at(7), (4, 3));
        assert_eq!(at(8), (5, 4));
        assert_eq!(at(10), (6, 5));
        assert_eq!(at(12), (7, 6));
        assert_eq!(at(99), (7, 6), "past the end is the end");
    }

    #[test]
    fn half_a_surrogate_pair_is_the_boundary_before_it() {
        let map = OffsetMap::new("a𝒜b");
        assert_eq!(map.from_utf16("a𝒜b", Utf16Offset::new(2)).get(), 1);
        assert_eq!(map.from_utf16("a𝒜b", Utf16Offset::new(3)).get(), 5);
    }

    proptest! {
        #[test]
        fn agrees_with_counting_from_the_start(head in "\\PC{0,40}", fill in 0usize..3000, tail in "\\PC{0,40}") {
            let text = format!("{head}{}{tail}", "ы".repeat(fill));
            let map = OffsetMap::new(&text);
            prop_assert_eq!(utf16_len(&text), text.encode_utf16().count());
            for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
                let before = &text[..byte];
                let b = ByteOffset::new(byte);
                let utf16 = Utf16Offset::new(before.encode_utf16().count());
                let points = CodePointOffset::new(before.chars().count());
                prop_assert_eq!(map.to_utf16(&text, b), utf16);
                prop_assert_eq!(map.to_code_points(&text, b), points);
                prop_assert_eq!(map.from_utf16(&text, utf16), b);
                prop_assert_eq!(map.from_code_points(&text, points), b);
                if fill > 200 && byte > 400 { break; }
            }
        }
    }
}
