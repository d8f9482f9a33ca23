//! What each token looks like to the tagger: a small number for its kind and what the lexicon knows, and one for
//! where it stands to quotation marks.

use crate::suggest::{
    lexicon::{Cue, Form, flag, literal},
    passage::{Kind, Passage, Token},
};

/// Shapes and states of all tokens of a passage.
#[derive(Debug, Default)]
pub(crate) struct Shapes {
    /// What kind of token it is.
    pub(crate) shape: Vec<u8>,
    /// Where it stands to quotation marks.
    pub(crate) state: Vec<u8>,
}

impl Shapes {
    pub(crate) fn read(passage: &Passage<'_>) -> Self {
        Self {
            shape: passage.tokens.iter().map(|t| shape(passage.text, t)).collect(),
            state: (0..passage.tokens.len()).map(|i| state(passage, i)).collect(),
        }
    }

    /// The shape of a token; another number outside the passage.
    pub(crate) fn shape(&self, i: Option<usize>) -> u32 {
        i.and_then(|i| self.shape.get(i)).map_or(255, |shape| u32::from(*shape))
    }
}

/// In this order: the first that holds names a word.
const SMALL: [(u32, u8); 15] = [
    (flag::HE | flag::SHE, 10),
    (flag::THEY, 11),
    (flag::IT, 12),
    (flag::ME, 13),
    (flag::OWN, 14),
    (flag::WH, 15),
    (flag::AUX, 16),
    (flag::MODAL, 17),
    (flag::NEG, 18),
    (flag::DET, 19),
    (flag::CONJ, 20),
    (flag::PREP, 21),
    (flag::SUBORD, 22),
    (flag::DATE, 23),
    (flag::ADVERB, 24),
];

const NOUNS: [(u32, u8); 9] = [
    (flag::ROLE, 40),
    (flag::TITLE, 41),
    (flag::GROUP, 42),
    (flag::INSTITUTION, 43),
    (flag::DOCUMENT, 44),
    (flag::MEDIA, 45),
    (flag::HEARER, 46),
    (flag::NOMINAL, 47),
    (flag::DEMONYM, 48),
];

fn shape(text: &str, token: &Token) -> u8 {
    match token.kind {
        Kind::Opens => return 1,
        Kind::Closes => return 2,
        Kind::Possessive => return 3,
        Kind::Number => return 4,
        Kind::Mark => return 96 + (token.word % 32) as u8,
        Kind::Lower | Kind::Capital | Kind::Upper => {}
    }
    let capital = token.is_capital();
    if token.word == literal("that") {
        return 5;
    }
    if token.word == literal("to") {
        return 6;
    }
    if token.word == literal("of") {
        return 7;
    }
    if let Some((_, shape)) = SMALL.iter().find(|(flags, _)| token.has(*flags)) {
        return *shape + if capital { 60 } else { 0 };
    }
    let noun = NOUNS.iter().find(|(flags, _)| token.has(*flags));
    if token.is_cue() && !capital {
        let ing = u8::from(token.entry.form == Some(Form::Ing));
        let class = [
            Cue::Say,
            Cue::Claim,
            Cue::Show,
            Cue::Think,
            Cue::Urge,
            Cue::Promise,
            Cue::Deny,
            Cue::Call,
        ];
        let class = class.iter().position(|class| token.cues(*class)).unwrap_or(8) as u8;
        return if noun.is_some() { 49 } else { 140 + 2 * class + ing };
    }
    if let Some((_, shape)) = noun {
        return *shape + if capital { 10 } else { 0 };
    }
    if capital {
        return match token.kind {
            _ if token.has(flag::MALE | flag::FEMALE) => 65,
            _ if token.has(flag::PLACE | flag::CITED) => 66,
            Kind::Upper => 67,
            _ => 68,
        };
    }
    if token.has(flag::PAST) {
        return 35;
    }
    let bytes = text.as_bytes().get(token.start as usize..token.end as usize).unwrap_or_default();
    match bytes {
        [.., b'e', b'd'] => 30,
        [.., b'i', b'n', b'g'] => 31,
        [.., b'l', b'y'] => 32,
        // “Traders”, “economists”, “residents”: people, as far as an ending tells.
        [.., b'e' | b'o', b'r', b's']
        | [.., b'i', b's', b't', b's']
        | [.., b'i', b'a', b'n', b's']
        | [.., b'a' | b'e', b'n', b't', b's']
        | [.., b'm', b'e', b'n'] => 36,
        // “Decision”, “agreement”: something thought or done.
        [.., b'i', b'o', b'n']
        | [.., b'i', b't', b'y']
        | [.., b'n', b'e', b's', b's']
        | [.., b'm', b'e', b'n', b't']
        | [.., b'n', b'c', b'e'] => 37,
        // “Trader”, “economist”: one person.
        [.., b'e' | b'o', b'r']
        | [.., b'i', b's', b't']
        | [.., b'i', b'a', b'n']
        | [.., b'm', b'a', b'n'] => 38,
        // “Serious”, “national”: a word that describes.
        [.., b'o', b'u', b's']
        | [.., b'f', b'u', b'l']
        | [.., b'i', b'v', b'e']
        | [.., b'i', b'c']
        | [.., b'a', b'l']
        | [.., b'b', b'l', b'e'] => 39,
        [.., b's'] => 33,
        _ => 34,
    }
}

fn state(passage: &Passage<'_>, i: usize) -> u8 {
    let quotation = passage.quotation(i);
    let inside = match quotation {
        None => 0,
        Some(q) if q.speech => 1,
        Some(_) => 2,
    };
    let edge = match quotation {
        Some(q) if q.start == i => 1,
        Some(q) if q.end == i + 1 => 2,
        _ => 0,
    };
    let touches =
        |j: Option<usize>| j.is_some_and(|j| quotation.is_none() && passage.quotation(j).is_some());
    let near = u8::from(touches(i.checked_sub(1))) | u8::from(touches(Some(i + 1))) << 1;
    inside | edge << 2 | near << 4
}
