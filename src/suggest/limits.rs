//! How far the content that the tagger reads may go: what a mark or a second verb parts from the cue is not said there.

use std::ops::Range;

use super::{
    lexicon::{Form, flag},
    passage::{Kind, PLAIN, Passage},
    rule::{Site, TriggerKind},
};

/// The content without what stands behind a semicolon, as seen from the cue, or behind the verb that the writer goes on
/// with.
pub(crate) fn limited(site: &Site<'_>, content: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let cued = matches!(site.trigger.kind, TriggerKind::Verb | TriggerKind::According);
    if !cued || site.passage.quoted[site.trigger.at] != PLAIN {
        return content;
    }
    before_second_verb(site, between_semicolons(site, content))
}

/// The content without what a semicolon outside quotation marks parts from its cue: that is the writer’s own again.
fn between_semicolons(site: &Site<'_>, content: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let (passage, at) = (site.passage, site.trigger.at);
    let parts = |i: &usize| passage.is(*i, ";") && passage.quoted[*i] == PLAIN;
    let right = (at..site.sentence.end).find(parts).unwrap_or(site.sentence.end);
    let left = (site.sentence.start..at).rev().find(parts).map_or(site.sentence.start, |i| i + 1);
    let cut = content.into_iter().map(|piece| piece.start.max(left)..piece.end.min(right));
    cut.filter(|piece| !piece.is_empty()).collect()
}

/// The content up to a second verb of who speaks: of “disputed parts of it but would not say which”, “parts of it”. Where
/// the content has a verb of its own, the second may be that of its subject, and stays.
fn before_second_verb(site: &Site<'_>, mut content: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let (passage, at) = (site.passage, site.trigger.at);
    let [only] = content.as_mut_slice() else { return content };
    if only.start <= at || passage.is(only.start - 1, "that") {
        return content;
    }
    for i in only.clone().skip(1) {
        let plain = passage.quotation(i).is_none();
        let joins = plain && (passage.is(i, "and") || passage.is(i, "but"));
        if joins && is_verb(passage, i + 1) && i + 1 < only.end {
            only.end = i;
            break;
        }
        let claims = passage.tokens.get(i + 1).is_some_and(|t| t.entry.form == Some(Form::Ing));
        if plain && passage.is(i, "while") && claims {
            only.end = i;
            break;
        }
        // “of that account” has no clause.
        let clause = passage.has(i, flag::WH | flag::SUBORD) && !passage.has(i - 1, flag::PREP);
        if plain && (is_verb(passage, i) || clause) {
            break;
        }
    }
    content
}

/// Whether token `i` is a verb that has a subject.
fn is_verb(passage: &Passage<'_>, i: usize) -> bool {
    let Some(token) = passage.tokens.get(i).filter(|token| token.kind == Kind::Lower) else {
        return false;
    };
    let finite = matches!(token.entry.form, Some(Form::Past | Form::Third));
    token.has(flag::AUX | flag::MODAL | flag::PAST)
        || token.is_cue() && finite && !token.has(flag::NOMINAL | flag::ROLE | flag::DOCUMENT)
        || passage.slice_of(token).ends_with("ed")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        article::{Block, BlockKind},
        suggest::rule::triggers,
        text::TextRange,
    };

    /// The content that is left of all that stands around the cue.
    fn left(text: &str, cue: &str) -> String {
        let range = TextRange::bytes(0, text.len());
        let block = Block { kind: BlockKind::Paragraph, range, marks: vec![] };
        let passage = Passage::read(text, &block);
        let at = passage.token_at(text.find(cue).unwrap());
        let sentence = passage.sentences[0].clone();
        let trigger = *triggers(&passage, sentence.clone()).iter().find(|t| t.at == at).unwrap();
        let site = Site { passage: &passage, sentence: sentence.clone(), trigger };
        let content = limited(&site, std::iter::once(at + 1..sentence.end - 1).collect());
        content.into_iter().map(|piece| passage.slice(piece)).collect()
    }

    #[test]
    fn the_writer_goes_on_behind_a_semicolon() {
        assert_eq!(left("He denied the claim; nobody asked him again.", "denied"), "the claim");
        let quoted = "He denied “the claim; and the rest” of it.";
        assert_eq!(left(quoted, "denied"), "“the claim; and the rest” of it");
    }

    #[test]
    fn a_second_verb_of_the_speaker_is_not_said() {
        let parts = "He disputed parts of that account but would not say which.";
        assert_eq!(left(parts, "disputed"), "parts of that account");
        let clause = "He insisted the system was sound and worked well.";
        assert_eq!(left(clause, "insisted"), "the system was sound and worked well");
    }
}
