//! Forms of cues that attribute nothing: “an estimated 40 people”, “was denied a visa”.

use crate::suggest::{
    lexicon::{BE, Form, PARTICLES, flag, frame, literal},
    passage::{Passage, Token},
};

/// Whether the cue at `at` is only the look of one.
pub(super) fn is_lookalike(passage: &Passage<'_>, at: usize) -> bool {
    is_adjective(passage, at) || is_refusal(passage, at) || lacks_particle(passage, at)
}

/// A verb that attributes only with its particle, without it: “played football”, and not “played down the risk”.
fn lacks_particle(passage: &Passage<'_>, at: usize) -> bool {
    let entry = passage.tokens[at].entry;
    if entry.frames & frame::PHRASAL == 0 {
        return false;
    }
    let article = passage.has(at + 1, flag::DET);
    let next = passage.tokens.get(at + 1 + usize::from(article)).map_or(0, |t| t.word);
    let known = PARTICLES.iter().find(|(verb, _)| literal(verb) == entry.lemma);
    known.is_some_and(|(_, particles)| !particles.contains(&next))
}

/// A participle between an article and its noun: “an estimated 40 people”.
fn is_adjective(passage: &Passage<'_>, at: usize) -> bool {
    let past = matches!(passage.tokens[at].entry.form, Some(Form::Past | Form::Participle));
    let article = at.checked_sub(1).is_some_and(|i| ["a", "an"].iter().any(|a| passage.is(i, a)));
    past && article && is_noun_phrase(passage, at + 1)
}

/// To be denied a thing is not to be given it: “was twice denied entry”, “denied them a visa”.
fn is_refusal(passage: &Passage<'_>, at: usize) -> bool {
    const HEARERS: [u32; 5] =
        [literal("them"), literal("him"), literal("us"), literal("me"), literal("her")];
    let token = &passage.tokens[at];
    if token.entry.lemma != literal("deny") {
        return false;
    }
    let next = |d: usize| passage.tokens.get(at + d);
    // “denied her a visa”, and not “denied her part in it”.
    if next(1).is_some_and(|t| HEARERS.contains(&t.word)) && is_noun_phrase(passage, at + 2) {
        return !passage.is(at + 1, "her") || next(2).is_some_and(|t| t.has(flag::DET));
    }
    let mut before = passage.tokens.iter().take(at).rev();
    let adverb =
        |t: &&Token| t.has(flag::ADVERB) || t.entry.flags == 0 && !t.is_cue() && !t.is_capital();
    let verb = before.find(|t| !adverb(t)).filter(|_| at > 0);
    let near = passage.tokens[at.saturating_sub(3)..at].iter().any(|t| BE.contains(&t.word));
    near && verb.is_some_and(|t| BE.contains(&t.word)) && is_noun_phrase(passage, at + 1)
}

/// Whether a noun phrase starts at `at`, with its article or without.
fn is_noun_phrase(passage: &Passage<'_>, at: usize) -> bool {
    passage.tokens.get(at).is_some_and(|t| t.is_word() && !t.has(flag::SMALL))
        && !passage.is(at, "that")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        article::{Block, BlockKind},
        text::TextRange,
    };

    #[test]
    fn what_only_looks_like_a_cue_is_none() {
        let looks = [
            ("It cost an estimated 40 people their homes.", "estimated", true),
            ("She was denied visas to enter the country.", "denied", true),
            ("The team was initially denied a visa.", "denied", true),
            ("They denied him entry at the border.", "denied", true),
            ("They denied her the chance.", "denied", true),
            ("She denied her part in it.", "denied", false),
            ("The charge was denied by the mayor.", "denied", false),
            ("The charge was denied on Monday.", "denied", false),
            ("The mayor denied the charge.", "denied", false),
            ("It was denied that he paid.", "denied", false),
            ("They played football.", "played", true),
            ("They played down the risk.", "played", false),
            ("She took an exception to the word.", "took", false),
            ("She took the bus.", "took", true),
            ("The ministry estimated that 40 people died.", "estimated", false),
        ];
        for (text, cue, expected) in looks {
            let range = TextRange::bytes(0, text.len());
            let passage =
                Passage::read(text, &Block { kind: BlockKind::Paragraph, range, marks: vec![] });
            let at = passage.token_at(text.find(cue).unwrap());
            assert_eq!(is_lookalike(&passage, at), expected, "{text}");
        }
    }
}
