//! Where the run of words ends that is a name.

use super::nature::ORG;
use crate::suggest::{
    lexicon::{flag, literal},
    passage::{Kind, Passage},
};

/// Small words inside names.
const PARTICLES: [u32; 16] = [
    literal("de"),
    literal("van"),
    literal("von"),
    literal("der"),
    literal("den"),
    literal("bin"),
    literal("ibn"),
    literal("da"),
    literal("del"),
    literal("della"),
    literal("di"),
    literal("du"),
    literal("la"),
    literal("le"),
    literal("dos"),
    literal("al"),
];

/// Whether a name starts at token `i`.
pub(super) fn starts_name(passage: &Passage<'_>, i: usize) -> bool {
    let token = &passage.tokens[i];
    let small = flag::DET
        | flag::PREP
        | flag::CONJ
        | flag::SUBORD
        | flag::AUX
        | flag::MODAL
        | flag::PRONOUN
        | flag::OWN
        | flag::WH
        | flag::NEG
        | flag::DATE
        | flag::ADVERB;
    // “US”, “WHO” and “IT” are names, “us”, “Who” and “It” are not.
    token.is_capital()
        && !shortened(passage.slice_of(token))
        && (!token.has(small)
            || token.kind == Kind::Upper && token.end - token.start > 1 && token.has(flag::CITED))
}

/// Whether a word is a pronoun and a verb in one: “I’ve”, “they’ll”.
fn shortened(word: &str) -> bool {
    let parts = word.split_once(['’', '\'']);
    parts.is_some_and(|(_, verb)| ["ve", "ll", "re", "m", "d", "t"].contains(&verb))
}

/// Where the run of capitalised words and what joins them ends that starts at `start`.
pub(super) fn run_end(passage: &Passage<'_>, start: usize) -> usize {
    let tokens = &passage.tokens;
    let mut end = start + 1;
    let mut org = tokens[start].has(ORG);
    let mut joined = false;
    while end < tokens.len() {
        let token = &tokens[end];
        let next = |n: usize| {
            tokens.get(end + n).is_some_and(|t| t.is_capital() && !t.has(flag::DATE | flag::DET))
        };
        let step = if token.is_capital() && !token.has(flag::DATE) && passage.slice_of(token) != "I"
        {
            1
        } else if token.kind == Kind::Number && end > start && !next(1) {
            break;
        } else if PARTICLES.contains(&token.word) && next(1) {
            2
        } else if PARTICLES.contains(&token.word)
            && tokens.get(end + 1).is_some_and(|t| PARTICLES.contains(&t.word))
            && next(2)
        {
            3
        } else if passage.is(end, "&") && next(1) {
            2
        } else if token.kind == Kind::Possessive
            && next(1)
            && (org_ahead(passage, end + 1)
                || org && joined && !passage.slice_of(token).ends_with('s'))
        {
            org = true;
            2
        } else {
            let of = passage.is(end, "of");
            let binds = of
                || passage.is(end, "for")
                || passage.is(end, "on")
                || passage.is(end, "and") && joined;
            let titled =
                (of || passage.is(end, "for")) && tokens[end - 1].has(flag::TITLE | flag::ROLE);
            let the = start > 0 && passage.is(start - 1, "the") && of;
            if binds && (org || titled || the) && next(1) {
                joined = true;
                2
            } else if (of && (org || titled || the)
                || passage.is(end, "to") && tokens[end - 1].has(flag::TITLE))
                && passage.is(end + 1, "the")
                && next(2)
            {
                joined = true;
                3
            } else if passage.is(end, "and")
                && next(1)
                && org_ahead(passage, end + 1)
                && !tokens[start..end]
                    .iter()
                    .any(|t| t.has(flag::MALE | flag::FEMALE | flag::TITLE))
                && passage.is(start.saturating_sub(1), "the")
            {
                2
            } else {
                break;
            }
        };
        org |= token.has(ORG);
        end = (end + step).min(tokens.len());
    }
    end
}

/// Whether the capitalised words from `i` on end in a word for an institution.
fn org_ahead(passage: &Passage<'_>, i: usize) -> bool {
    let ahead = passage.tokens.iter().skip(i).take_while(|t| t.is_capital());
    ahead.last().is_some_and(|t| t.has(ORG))
}
