//! Characters as people see them: extended grapheme clusters (UAX #29, section 3).

use unicode_segmentation::GraphemeCursor;

use crate::text::ByteOffset;

/// The first boundary between characters after `at`, or the end of the text. Reads the characters around
/// `at` only.
pub fn next_grapheme(text: &str, at: ByteOffset) -> ByteOffset {
    let at = text.floor_char_boundary(at.get());
    let next = GraphemeCursor::new(at, text.len(), true).next_boundary(text, 0);
    ByteOffset::new(next.ok().flatten().unwrap_or(text.len()))
}

/// The last boundary between characters before `at`, or the start of the text. Reads the characters around
/// `at` only.
pub fn previous_grapheme(text: &str, at: ByteOffset) -> ByteOffset {
    let at = text.ceil_char_boundary(at.get());
    let previous = GraphemeCursor::new(at, text.len(), true).prev_boundary(text, 0);
    ByteOffset::new(previous.ok().flatten().unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    use super::*;

    fn steps(text: &str) -> (Vec<usize>, Vec<usize>) {
        let walk = |from: usize, step: fn(&str, ByteOffset) -> ByteOffset| {
            let all = std::iter::successors(Some(ByteOffset::new(from)), |at| {
                let next = step(text, *at);
                (next != *at).then_some(next)
            });
            all.map(ByteOffset::get).collect()
        };
        (walk(0, next_grapheme), walk(text.len(), previous_grapheme))
    }

    /// By hand: e with a combining acute is 3 bytes, a flag 8, a family of two joined by ZWJ 11, CRLF 2,
    /// the Devanagari conjunct kṣi 12.
    #[test]
    fn steps_over_what_people_see_as_one_character() {
        let text = "e\u{301}🇧🇾🇵🇱👩\u{200d}👧\r\nक्षि";
        let edges = [0, 3, 11, 19, 30, 32, 44];
        let (forward, backward) = steps(text);
        assert_eq!(forward, edges);
        assert_eq!(backward.into_iter().rev().collect::<Vec<_>>(), edges);
    }

    #[test]
    fn stops_at_the_ends_and_leaves_the_middle_of_a_character() {
        let at = ByteOffset::new;
        assert_eq!(next_grapheme("né", at(9)), at(3));
        assert_eq!(next_grapheme("né", at(2)), at(3));
        assert_eq!(previous_grapheme("né", at(2)), at(1));
        assert_eq!(previous_grapheme("né", at(0)), at(0));
        assert_eq!(next_grapheme("", at(0)), at(0));
        assert_eq!(previous_grapheme("", at(7)), at(0));
    }

    proptest! {
        #[test]
        fn stops_where_the_whole_text_has_boundaries(text in "(\\PC|[ae\u{301}\u{200d}👩🇧🇾क्ष\u{600}\r\n]){0,24}") {
            let edges: Vec<usize> =
                text.grapheme_indices(true).map(|(i, _)| i).chain([text.len()]).collect();
            for at in 0..=text.len() {
                let after = edges.iter().copied().find(|edge| *edge > at).unwrap_or(text.len());
                let before = edges.iter().copied().rev().find(|edge| *edge < at).unwrap_or(0);
                prop_assert_eq!(next_grapheme(&text, ByteOffset::new(at)).get(), after);
                prop_assert_eq!(previous_grapheme(&text, ByteOffset::new(at)).get(), before);
            }
        }
    }
}
