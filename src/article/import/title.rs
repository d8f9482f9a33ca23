//! What the library calls an article that does not say.

use crate::article::{BlockKind, Body};

/// The longest title made from first words, in characters.
const LONGEST_TITLE: usize = 60;

/// The headline, or else the first words.
pub(super) fn title_of(body: &Body) -> String {
    let first_of = |is: fn(BlockKind) -> bool| {
        let block = body.blocks().iter().find(|block| is(block.kind));
        block.map(|block| body.slice(block.range))
    };
    let headline = first_of(|kind| kind == BlockKind::Headline).map(|text| text.replace('\n', " "));
    let prose = || first_of(|kind| kind != BlockKind::Byline).or_else(|| first_of(|_| true));
    headline.or_else(|| prose().map(first_words)).unwrap_or_default()
}

/// The first words of `text`, as many as a title has.
pub(super) fn first_words(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(LONGEST_TITLE) else { return text.to_owned() };
    let head = text.get(..end).unwrap_or_default();
    let words = head.rsplit_once(char::is_whitespace).map_or(head, |(words, _)| words);
    let words = words
        .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '–' | '—'));
    format!("{}…", if words.is_empty() { head } else { words })
}
