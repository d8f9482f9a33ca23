//! Words: what UAX #29, section 4 puts between word boundaries, where it holds a letter or digit.

use unicode_segmentation::UnicodeSegmentation;

use crate::text::{ByteOffset, TextRange};

/// How many words a text has.
pub fn word_count(text: &str) -> usize {
    // No word holds white space, so each run between it can be counted alone, and most are one plain word.
    let mark = |c: char| c.is_ascii_punctuation() || matches!(c, '“' | '”');
    let words_in = |run: &str| {
        let bare = run.trim_matches(mark);
        let plain = !bare.is_empty() && bare.bytes().all(|b| b.is_ascii_alphanumeric());
        if plain { 1 } else { run.unicode_words().count() }
    };
    text.split_ascii_whitespace().map(words_in).sum()
}

/// The words that lie wholly in `range`, in order. Reads `range` only.
pub fn words(text: &str, range: TextRange) -> impl Iterator<Item = TextRange> {
    let from = range.start();
    let inside = range.of(text).unwrap_or_default();
    inside
        .unicode_word_indices()
        .map(move |(start, word)| TextRange::new(from.plus(start), from.plus(start + word.len())))
}

/// The word that holds `at`, or else the one that ends there.
///
/// Like the others here, reads no more than the stretch around `at` up to the next [`fence`].
pub fn word_at(text: &str, at: ByteOffset) -> Option<TextRange> {
    let at = text.floor_char_boundary(at.get());
    segments(text, fence_before(text, at))
        .take_while(|segment| segment.start().get() <= at)
        .filter(|segment| segment.end().get() >= at && is_word(text, *segment))
        .last()
}

/// The end of the first word that ends after `at`, or the end of the text.
pub fn next_word_end(text: &str, at: ByteOffset) -> ByteOffset {
    segments(text, fence_before(text, text.floor_char_boundary(at.get())))
        .find(|segment| segment.end() > at && is_word(text, *segment))
        .map_or(ByteOffset::new(text.len()), TextRange::end)
}

/// The start of the last word that starts before `at`, or the start of the text.
pub fn previous_word_start(text: &str, at: ByteOffset) -> ByteOffset {
    let mut before = text.ceil_char_boundary(at.get());
    while before > 0 {
        let from = fence_before(text, before);
        let word = segments(text, from)
            .take_while(|segment| segment.start().get() < before)
            .filter(|segment| is_word(text, *segment))
            .last();
        if let Some(word) = word {
            return word.start();
        }
        before = from;
    }
    ByteOffset::ZERO
}

/// Whether words can be told apart from `c` on without reading what stands before it: no word reaches from
/// before `c` to `c`, and none after depends on what stands before. Holds for characters whose
/// Word_Break property is WSegSpace, CR, LF or Other (UAX #29, table 3) and that join no emoji sequence.
///
/// Not all such characters, but enough that every script that is written without spaces has some.
fn fence(c: char) -> bool {
    matches!(c,
        '\t' | '\n' | '\r' | ' ' | '!' | '#'..='&' | '('..='+' | '-' | '/' | '<'..='@' | '['..='^' | '`'
        | '{'..='~' | '«' | '»' | '–' | '—' | '“'..='„'
        // Thai and Lao, Myanmar and Khmer letters, CJK punctuation, hiragana, Han.
        | 'ก'..='ะ' | 'ກ'..='ຂ' | 'က'..='ဪ' | 'ក'..='ឳ' | '、'..='〃' | '「'..='』' | 'ぁ'..='ゖ'
        | '㐀'..='䶿' | '一'..='\u{9fff}')
}

/// The last fence before `at`, or the start of the text. `at` is a character boundary.
fn fence_before(text: &str, at: usize) -> usize {
    text.get(..at).and_then(|before| before.rfind(fence)).unwrap_or(0)
}

/// What stands between word boundaries, from the fence or start of text at `from` on.
fn segments(text: &str, from: usize) -> impl Iterator<Item = TextRange> {
    let rest = text.get(from..).unwrap_or_default();
    rest.split_word_bound_indices()
        .map(move |(start, part)| TextRange::bytes(from + start, from + start + part.len()))
}

/// Whether a segment is a word; spaces with a stray vowel sign on them are not.
fn is_word(text: &str, segment: TextRange) -> bool {
    segment.of(text).is_some_and(|part| {
        !part.starts_with(char::is_whitespace) && part.chars().any(char::is_alphanumeric)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn words_of_a_range_are_those_inside_it() {
        let text = "The EU’s plan, a 3.5% cut.";
        let found = |range| words(text, range).filter_map(|w| w.of(text)).collect::<Vec<_>>();
        assert_eq!(
            found(TextRange::bytes(0, text.len())),
            ["The", "EU’s", "plan", "a", "3.5", "cut"]
        );
        assert_eq!(found(TextRange::bytes(4, 15)), ["EU’s", "plan"]);
    }

    /// Every word of the text, read from its start.
    fn all_words(text: &str) -> Vec<TextRange> {
        text.unicode_word_indices()
            .filter(|(_, word)| !word.starts_with(char::is_whitespace))
            .map(|(start, word)| TextRange::bytes(start, start + word.len()))
            .collect()
    }

    fn word(text: &str, at: usize) -> Option<&str> {
        word_at(text, ByteOffset::new(at)).and_then(|range| range.of(text))
    }

    #[test]
    fn finds_the_word_under_and_before_the_caret() {
        let text = "the EU’s visa-free regime, 3.5%";
        assert_eq!(word(text, 0), Some("the"));
        assert_eq!(word(text, 3), Some("the"), "where it ends");
        assert_eq!(word(text, 7), Some("EU’s"), "inside the apostrophe");
        assert_eq!(word(text, 15), Some("visa"), "between word and hyphen");
        assert_eq!(word(text, 16), Some("free"), "after the hyphen");
        assert_eq!(word(text, 28), None, "between comma and space");
        assert_eq!(word(text, 31), Some("3.5"));
        assert_eq!(word(text, 99), None, "after the per cent sign");
        assert_eq!(word("", 0), None);
    }

    #[test]
    fn of_two_words_that_touch_takes_the_one_that_starts() {
        assert_eq!(word("欧盟说", 3), Some("盟"));
        assert_eq!(word("欧盟说", 9), Some("说"));
    }

    #[test]
    fn walks_over_punctuation_between_words() {
        let text = "Go – now. ";
        let end = |at| next_word_end(text, ByteOffset::new(at)).get();
        let start = |at| previous_word_start(text, ByteOffset::new(at)).get();
        assert_eq!([end(0), end(1), end(2), end(10), end(11), end(99)], [2, 2, 10, 12, 12, 12]);
        assert_eq!([start(99), start(8), start(7), start(1), start(0)], [7, 7, 0, 0, 0]);
    }

    #[test]
    fn counts_words_with_letters_or_digits() {
        assert_eq!(word_count("“Poland’s law-enforcement forces”, 7,935 – he said…"), 7);
        assert_eq!(word_count("— … “ ”"), 0);
        assert_eq!(word_count("ЕС обвиняет Минск"), 3);
        assert_eq!(word_count("欧盟"), 2);
        assert_eq!(
            word_count("_\u{9d7}0"),
            1,
            "a vowel sign and a digit, both joined to the low line"
        );
    }

    /// What the rules of UAX #29 join across a character, or to it: letters, Hebrew letters, digits, katakana,
    /// marks within and after them, emoji with joiners, flags, spaces.
    const CONTEXTS: [&str; 12] =
        ["a", "א", "1", "カ", "_", "a'", "1,", "א\"", "a\u{301}", "👩\u{200d}", "🇧", " "];

    #[test]
    fn no_word_reaches_across_a_fence() {
        for c in (char::MIN..=char::MAX).filter(|c| fence(*c)) {
            for context in CONTEXTS {
                let (tail, whole) = (format!("{c}{context}"), format!("{context}{c}{context}"));
                let apart = context.unicode_words().chain(tail.unicode_words());
                assert!(apart.eq(whole.unicode_words()), "{c:?} between {context:?}");
            }
        }
    }

    proptest! {
        #[test]
        fn agrees_with_reading_the_whole_text(text in "(\\PC|[a1_ א\"'’,.:カ👩\u{200d}🇧\u{301}欧ก\r\n-]){0,24}") {
            prop_assert_eq!(word_count(&text), text.unicode_words().count());
            let all = all_words(&text);
            for i in 0..=text.len() {
                let at = ByteOffset::new(i);
                let end = all.iter().map(|w| w.end()).find(|end| *end > at);
                prop_assert_eq!(next_word_end(&text, at), end.unwrap_or(ByteOffset::new(text.len())));
                let start = all.iter().rev().map(|w| w.start()).find(|start| *start < at);
                prop_assert_eq!(previous_word_start(&text, at), start.unwrap_or_default());
                if text.is_char_boundary(i) {
                    let touching = all.iter().rev().find(|w| w.start() <= at && at <= w.end());
                    prop_assert_eq!(word_at(&text, at), touching.copied());
                }
            }
        }
    }
}
