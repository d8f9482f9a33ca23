//! The reading cursor: selecting without a pointer.

use crate::{
    article::Body,
    text::{
        ByteOffset, TextRange, next_grapheme, next_word_end, previous_grapheme,
        previous_word_start, sentence_at, sentences,
    },
};

/// How far one move goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// One character as people see it.
    Character,
    /// One word.
    Word,
    /// One sentence.
    Sentence,
}

/// Which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Toward the start of the text.
    Back,
    /// Toward its end.
    Forward,
}

/// Which end of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Edge {
    /// Its first character.
    Start,
    /// What follows its last character.
    End,
}

/// The sentence after or before the one the cursor is on; without a cursor, the first one at or after `from`.
/// `None` where the text has no further sentence that way.
pub fn next_sentence(
    body: &Body,
    cursor: Option<TextRange>,
    from: ByteOffset,
    direction: Direction,
) -> Option<TextRange> {
    match (cursor, direction) {
        (None, _) => forward(body, from).find(|sentence| sentence.end() > from),
        (Some(cursor), Direction::Forward) => {
            forward(body, cursor.end()).find(|sentence| sentence.end() > cursor.end())
        }
        (Some(cursor), Direction::Back) => {
            backward(body, cursor.start()).find(|sentence| sentence.start() < cursor.start())
        }
    }
}

/// Moves one edge of a range by a unit. The range keeps at least one character.
pub fn move_edge(
    body: &Body,
    range: TextRange,
    edge: Edge,
    unit: Unit,
    direction: Direction,
) -> TextRange {
    let text = body.text();
    let at = match edge {
        Edge::Start => range.start(),
        Edge::End => range.end(),
    };
    let to = match (unit, direction) {
        (Unit::Character, Direction::Back) => previous_grapheme(text, at),
        (Unit::Character, Direction::Forward) => next_grapheme(text, at),
        (Unit::Word, Direction::Back) => match edge {
            Edge::Start => previous_word_start(text, at),
            // The end goes to the end of the word before, not into the gap.
            Edge::End => word_end_before(text, at),
        },
        (Unit::Word, Direction::Forward) => match edge {
            Edge::Start => word_start_after(text, at),
            Edge::End => next_word_end(text, at),
        },
        (Unit::Sentence, direction) => sentence_edge(body, at, edge, direction).unwrap_or(at),
    };
    match edge {
        Edge::Start if to < range.end() => TextRange::new(to, range.end()),
        Edge::End if to > range.start() => TextRange::new(range.start(), to),
        _ => range,
    }
}

/// The end of the word before the one that `at` ends.
fn word_end_before(text: &str, at: ByteOffset) -> ByteOffset {
    let start = previous_word_start(text, at);
    let before = previous_word_start(text, start);
    if before == start { at } else { next_word_end(text, before) }
}

/// The start of the word after the one that starts at `at`.
fn word_start_after(text: &str, at: ByteOffset) -> ByteOffset {
    let end = next_word_end(text, at);
    let after = next_word_end(text, end);
    if after == end { at } else { previous_word_start(text, after) }
}

/// The nearest such edge of a sentence after or before `at`.
fn sentence_edge(
    body: &Body,
    at: ByteOffset,
    edge: Edge,
    direction: Direction,
) -> Option<ByteOffset> {
    let of = |sentence: TextRange| match edge {
        Edge::Start => sentence.start(),
        Edge::End => sentence.end(),
    };
    match direction {
        Direction::Forward => forward(body, at).map(of).find(|edge| *edge > at),
        Direction::Back => backward(body, at).map(of).find(|edge| *edge < at),
    }
}

/// The sentences of the block around `at` and of those after it, in order.
fn forward(body: &Body, at: ByteOffset) -> impl Iterator<Item = TextRange> + '_ {
    let blocks = body.blocks().get(body.block_at(at)..).unwrap_or_default();
    blocks.iter().flat_map(|block| sentences(body.text(), block.range))
}

/// The sentences of the block around `at` and of those before it, from the last to the first.
fn backward(body: &Body, at: ByteOffset) -> impl Iterator<Item = TextRange> + '_ {
    let blocks = body.blocks().get(..=body.block_at(at)).unwrap_or_default();
    blocks.iter().rev().flat_map(|block| sentences(body.text(), block.range).into_iter().rev())
}

/// The sentence around `at`.
pub fn sentence_around(body: &Body, at: ByteOffset) -> Option<TextRange> {
    let block = body.blocks().get(body.block_at(at))?;
    sentence_at(body.text(), block.range, at)
}
