//! How far tokens are from a trigger, what stands between, and how the text goes on.

use std::ops::Range;

use super::shape::Shapes;
use crate::suggest::{
    lexicon::{flag, literal, literals},
    passage::{Kind, Passage},
};

/// What stands between a token and the trigger.
mod between {
    pub(super) const COMMA: u8 = 1;
    pub(super) const COMMAS: u8 = 2;
    pub(super) const THAT: u8 = 4;
    pub(super) const CUE: u8 = 8;
    pub(super) const QUOTE: u8 = 16;
    pub(super) const QUOTES: u8 = 32;
    pub(super) const JOINED: u8 = 64;
    pub(super) const STOP: u8 = 128;
}

/// How the next few words go on: a verb, and of which kind, or none before the next mark.
pub(super) fn verb_ahead(passage: &Passage<'_>, shapes: &Shapes, from: usize) -> u32 {
    for i in from..passage.tokens.len().min(from + 7) {
        let token = &passage.tokens[i];
        match token.kind {
            Kind::Opens => return 1,
            Kind::Mark | Kind::Closes => return 2,
            Kind::Lower if token.has(flag::AUX | flag::MODAL) => return 3,
            Kind::Lower if token.is_finite_cue() && !token.has(flag::NOMINAL | flag::ROLE) => {
                return 4;
            }
            Kind::Lower if token.has(flag::PAST) => return if i == from { 8 } else { 9 },
            // “…ed” and “…ing”, at once or behind a subject.
            Kind::Lower if shapes.shape[i] == 30 => return if i == from { 5 } else { 6 },
            Kind::Lower if shapes.shape[i] == 31 && i == from => return 7,
            _ => {}
        }
    }
    0
}

/// Whether the comma at `at` goes on with a list, “, Pune and Delhi”, and what stands behind its last part; 0 where no list
/// does.
pub(super) fn list_ahead(passage: &Passage<'_>, shapes: &Shapes, at: usize) -> u32 {
    let end = passage.tokens.len().min(at + 9);
    let mut since = at;
    for i in at + 1..end {
        let token = &passage.tokens[i];
        if passage.is(i, ",") && i - since <= 4 {
            since = i;
            continue;
        }
        let joins = passage.is(i, "and") || passage.is(i, "or");
        let cue = token.is_finite_cue() && !token.has(flag::NOMINAL | flag::ROLE);
        let verb = token.has(flag::AUX | flag::MODAL | flag::PAST)
            || token.kind == Kind::Lower && (cue || shapes.shape[i] == 30);
        if verb || !joins && token.kind == Kind::Mark || i - since > 4 {
            return 0;
        }
        if joins && i > at + 1 {
            return 1 + verb_ahead(passage, shapes, i + 1);
        }
    }
    0
}

/// What a cue seems to go on with: a clause with “that”, a quotation, an infinitive, a clause with a verb of its own, or
/// only a phrase; and whether that is at once or only after some words.
pub(super) fn ahead(passage: &Passage<'_>, shapes: &Shapes, rest: Range<usize>) -> u32 {
    let start = rest.start;
    let mut phrase = 0;
    for i in rest.take(14) {
        let token = &passage.tokens[i];
        let late = u32::from(i > start);
        match token.kind {
            Kind::Opens => return 1 + late,
            Kind::Mark | Kind::Closes => return 3 + late + phrase,
            Kind::Lower => {}
            _ => continue,
        }
        if token.word == literal("that") {
            return 10 + late;
        }
        if token.word == literal("to") {
            phrase = 20;
            let verb = passage.tokens.get(i + 1).is_some_and(|next| {
                next.kind == Kind::Lower && !next.has(flag::DET | flag::OWN | flag::PREP)
            });
            if verb {
                return 12 + late;
            }
        }
        if token.has(flag::AUX | flag::MODAL) {
            return 14 + late;
        }
        let past = token.has(flag::PAST) || shapes.shape[i] == 30;
        let finite = token.is_finite_cue() && !token.has(flag::NOMINAL | flag::ROLE);
        if late == 1 && (past || finite) {
            return 16 + u32::from(finite);
        }
        if token.has(flag::PREP) && phrase == 0 {
            phrase = 40;
        }
    }
    30 + phrase
}

/// A distance in tokens, roughly.
pub(super) fn distance(tokens: usize) -> u32 {
    match tokens {
        0..=4 => tokens as u32,
        5..=6 => 5,
        7..=9 => 6,
        10..=14 => 7,
        15..=24 => 8,
        _ => 9,
    }
}

pub(super) fn between_all(passage: &Passage<'_>, window: &Range<usize>, at: usize) -> Vec<u8> {
    let mut all = vec![0; window.len()];
    let mut seen = 0;
    for i in at + 1..window.end {
        all[i - window.start] = seen;
        seen = passed(passage, i, seen);
    }
    seen = 0;
    for i in (window.start..at).rev() {
        all[i - window.start] = seen;
        seen = passed(passage, i, seen);
    }
    all
}

/// What has been passed once token `i` is.
fn passed(passage: &Passage<'_>, i: usize, seen: u8) -> u8 {
    const STOPS: [u32; 7] = literals("; : – — -- ( )");
    let token = &passage.tokens[i];
    let twice = |one: u8, two: u8| if seen & one != 0 { two } else { one };
    seen | match token.kind {
        Kind::Opens | Kind::Closes => twice(between::QUOTE, between::QUOTES),
        Kind::Mark if token.word == literal(",") => twice(between::COMMA, between::COMMAS),
        Kind::Mark if STOPS.contains(&token.word) => between::STOP,
        Kind::Lower if token.word == literal("that") => between::THAT,
        Kind::Lower if token.word == literal("and") || token.word == literal("but") => {
            between::JOINED
        }
        Kind::Lower if token.is_finite_cue() => between::CUE,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        article::{Block, BlockKind},
        text::TextRange,
    };

    #[test]
    fn a_comma_may_go_on_with_a_list() {
        let ahead = |text: &str| {
            let range = TextRange::bytes(0, text.len());
            let block = Block { kind: BlockKind::Paragraph, range, marks: vec![] };
            let passage = Passage::read(text, &block);
            let comma = passage.token_at(text.find(',').unwrap());
            list_ahead(&passage, &Shapes::read(&passage), comma)
        };
        assert_ne!(ahead("It goes to Mumbai, Pune and Delhi from May."), 0);
        assert_ne!(ahead("It goes to Mumbai, Pune, Agra or Delhi."), 0);
        assert_eq!(ahead("It goes to Mumbai, and Delhi waits."), 0);
        assert_eq!(ahead("It goes to Mumbai, he said, and stays."), 0);
    }
}
