//! Characters as people see them, and what they are to a selection.

use unicode_segmentation::UnicodeSegmentation;

use crate::text::{
    ByteOffset, TextRange,
    segment::{is_line_end, is_mark},
};

/// What a character is to a selection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A letter, digit, currency or other symbol: what a selection is about.
    Word,
    /// Ends a sentence.
    Mark,
    /// Any other punctuation.
    Punctuation,
    /// Space, or nothing that can be seen.
    Space,
    /// The end of a line or paragraph.
    LineEnd,
}

/// One extended grapheme cluster.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Character {
    /// Where it stands.
    pub(super) range: TextRange,
    /// What it is: a letter anywhere in it makes it part of a word, else its first code point tells.
    pub(super) kind: Kind,
}

impl Character {
    fn new(start: usize, cluster: &str) -> Self {
        // Some vowel signs combine with whatever stands before them, even a quotation mark.
        let kind = if cluster.contains(char::is_alphanumeric) {
            Kind::Word
        } else {
            cluster.chars().next().map_or(Kind::Space, kind)
        };
        Self { range: TextRange::bytes(start, start + cluster.len()), kind }
    }
}

/// The characters from the boundary at `from` on.
pub(super) fn forward(text: &str, from: ByteOffset) -> impl Iterator<Item = Character> {
    let rest = text.get(from.get()..).unwrap_or_default();
    rest.grapheme_indices(true).map(move |(at, cluster)| Character::new(from.get() + at, cluster))
}

/// The characters before the boundary at `to`, the nearest first.
pub(super) fn backward(text: &str, to: ByteOffset) -> impl Iterator<Item = Character> {
    let before = text.get(..to.get()).unwrap_or_default();
    before.grapheme_indices(true).rev().map(|(at, cluster)| Character::new(at, cluster))
}

fn kind(c: char) -> Kind {
    if is_line_end(c) {
        Kind::LineEnd
    } else if is_mark(c) {
        Kind::Mark
    } else if c.is_whitespace() || c.is_control() || is_invisible(c) {
        Kind::Space
    } else if is_punctuation(c) {
        Kind::Punctuation
    } else {
        Kind::Word
    }
}

/// Soft hyphen, joiners, directions, byte order mark: default ignorable code points of news text.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// Punctuation that no word starts or ends with, and bullets. Symbols that say something (%, €, #, @, °) are
/// none.
fn is_punctuation(c: char) -> bool {
    matches!(c,
        '!' | '"' | '&'..='*' | ',' | '-' | '/' | ':' | ';' | '[' | '\\' | ']' | '_' | '{' | '|' | '}' | '~'
        | '¡' | '«' | '¶' | '·' | '»' | '¿'
        // Dashes, quotation marks, daggers, bullets, guillemets.
        | '‐'..='‧' | '‹' | '›' | '⁃' | '⸀'..='⹝'
        // Bullets drawn as shapes.
        | '■'..='◿' | '❖' | '➔'..='➤'
        // Hebrew, Arabic.
        | '־' | '׀' | '׃' | '،' | '؛'
        // CJK and full width.
        | '、' | '〃' | '〈'..='】' | '〔'..='〟' | '〰' | '・' | '＂' | '＇' | '（' | '）' | '，' | '－' | '：' | '；')
}
