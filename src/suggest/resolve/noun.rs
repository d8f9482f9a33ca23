//! Noun phrases that are no names, and how phrases stand in their sentences.

use std::ops::Range;

use super::{names::Names, nature::Gender};
use crate::{
    article::BlockKind,
    suggest::{
        lexicon::{flag, literal},
        passage::{Kind, Passage, Token},
    },
};

/// Heads of noun phrases that are taken note of.
pub(super) const HEAD: u32 =
    flag::ROLE | flag::GROUP | flag::INSTITUTION | flag::DOCUMENT | flag::MEDIA;

/// Words for people of whom nobody speaks again.
const NOBODY: [u32; 10] = [
    literal("some"),
    literal("others"),
    literal("several"),
    literal("most"),
    literal("both"),
    literal("few"),
    literal("many"),
    literal("everyone"),
    literal("nobody"),
    literal("times"),
];

/// How a phrase stands in its sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Stands {
    /// Before its verb, as far as the words before it tell.
    pub(super) subject: bool,
    /// In quotation marks.
    pub(super) quoted: bool,
}

impl Stands {
    /// Reads the words before these tokens, and the one behind.
    pub(super) fn read(passage: &Passage<'_>, tokens: &Range<usize>) -> Self {
        let quoted = passage.quotation(tokens.start).is_some();
        let owner = passage.tokens.get(tokens.end).is_some_and(|t| t.kind == Kind::Possessive);
        let passes = |t: &&Token| {
            t.is_word()
                && (!t.has(flag::SMALL) || t.has(flag::DET | flag::ADVERB) && !t.has(flag::PREP))
                && !(t.kind == Kind::Lower && (t.has(flag::PAST) || t.is_cue() && !t.has(HEAD)))
        };
        let from = passage.sentences.partition_point(|s| s.start <= tokens.start);
        let from = from.checked_sub(1).map_or(0, |s| passage.sentences[s].start);
        let before = passage.tokens.get(from..tokens.start).unwrap_or_default();
        let stop = before.iter().rev().take(8).find(|t| !passes(t));
        // “Ann left and Ben stayed”, but “with Ann and Ben.”
        let goes_on = passage.tokens.get(tokens.end).is_some_and(Token::is_word);
        let clause = |t: &Token| t.has(flag::CONJ) && goes_on || t.has(flag::SUBORD);
        let starts = stop.is_none_or(|t| !t.is_word() || clause(t));
        Self { subject: starts && !owner, quoted }
    }
}

/// What stands before a noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Article {
    /// “A”, “two”, “some”.
    Indefinite,
    /// “The”, “this”.
    Definite,
    /// “His”, “the union’s”.
    Owned,
    /// Nothing.
    Bare,
}

/// A noun phrase that is no name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Noun {
    /// The head.
    pub(super) head: u32,
    /// What the lexicon knows of the head.
    pub(super) flags: u32,
    /// First byte, article left out.
    pub(super) start: u32,
    /// Byte after the head.
    pub(super) end: u32,
    /// What stands before it.
    pub(super) article: Article,
    /// Whether the head says “several”.
    pub(super) plural: bool,
    /// Whether a word other than the article stands before the head.
    pub(super) modified: bool,
    /// How it stands in its sentence.
    pub(super) stands: Stands,
}

/// Words for people and documents that have no part in finding attributions.
const PEOPLE: [u32; 16] = [
    literal("guest"),
    literal("visitor"),
    literal("customer"),
    literal("caller"),
    literal("passenger"),
    literal("lady"),
    literal("gentleman"),
    literal("stranger"),
    literal("sophomore"),
    literal("freshman"),
    literal("gunman"),
    literal("assistant"),
    literal("listener"),
    literal("reader"),
    literal("parent"),
    literal("grandson"),
];
const DOCUMENTS: [u32; 8] = [
    literal("draft"),
    literal("decision"),
    literal("evaluation"),
    literal("regulation"),
    literal("opinion"),
    literal("roster"),
    literal("proposal"),
    literal("text"),
];

/// What is known of a head, beyond what the lexicon knows.
pub(super) fn head_flags(token: &Token) -> u32 {
    let more = match token.word {
        word if PEOPLE.contains(&word) => flag::ROLE,
        word if DOCUMENTS.contains(&word) => flag::DOCUMENT,
        _ => 0,
    };
    token.entry.flags | more
}

impl Names {
    /// Takes in the noun phrases, sentences and pronouns of a block.
    pub(super) fn read_nouns(&mut self, passage: &Passage<'_>) {
        let ends = passage.tokens.first().zip(passage.tokens.last());
        if let (BlockKind::Headline, Some((first, last))) = (passage.kind, ends) {
            self.headlines.push((first.start, last.end));
        }
        let paragraph = self.sentences.last().map_or(1, |(_, number)| number + 1);
        let starts = passage.sentences.iter().filter_map(|s| passage.tokens.get(s.start));
        self.sentences.extend(starts.map(|token| (token.start, paragraph)));
        for (i, token) in passage.tokens.iter().enumerate() {
            let gender = match () {
                _ if token.has(flag::HE) || token.word == literal("his") => Some(Gender::He),
                _ if token.has(flag::SHE) => Some(Gender::She),
                _ => None,
            };
            if let Some(gender) = gender.filter(|_| passage.quotation(i).is_none()) {
                let subject = token.word == literal("he") || token.word == literal("she");
                self.pronouns.push((token.start, gender, subject));
            }
            let leads = passage.sentences.binary_search_by_key(&i, |s| s.start).is_ok();
            let group = leads && token.kind == Kind::Capital && token.has(flag::GROUP);
            if (token.kind == Kind::Lower || group) && head_flags(token) & HEAD != 0 {
                self.nouns.extend(noun(passage, i));
            }
        }
    }
}

/// The noun phrase whose head is token `i`, if it is one.
fn noun(passage: &Passage<'_>, i: usize) -> Option<Noun> {
    let tokens = &passage.tokens;
    let head = tokens.get(i)?;
    let next = tokens.get(i + 1);
    let goes_on = next.is_some_and(|t| {
        t.is_capital() || t.kind == Kind::Lower && t.has(HEAD & !flag::MEDIA) && !t.is_cue()
    });
    if goes_on {
        return None;
    }
    if NOBODY.contains(&head.word) {
        return None;
    }
    let modifies = |j: &usize| {
        let word = &tokens[*j];
        word.kind == Kind::Lower
            && !word.has(flag::SMALL | flag::DET | flag::OWN | flag::PRONOUN | flag::PAST)
            && (!word.is_cue() || word.has(HEAD))
            || word.has(flag::DEMONYM)
            || word.kind == Kind::Number
            || word.kind == Kind::Upper
    };
    let start = (i.saturating_sub(3)..i).rev().take_while(modifies).last().unwrap_or(i);
    let before = start.checked_sub(1).and_then(|j| tokens.get(j));
    let article = match before {
        Some(t) if t.has(flag::OWN) || t.kind == Kind::Possessive => Article::Owned,
        Some(t)
            if ["the", "this", "that", "these", "those"].iter().any(|w| t.word == literal(w)) =>
        {
            Article::Definite
        }
        Some(t) if t.has(flag::DET) => Article::Indefinite,
        _ => Article::Bare,
    };
    let group = head.has(flag::GROUP) && !head.has(flag::DET);
    if head.has(flag::DET) || article == Article::Bare && !group {
        return None;
    }
    let single = before.is_some_and(|t| t.word == literal("a") || t.word == literal("an"));
    let plural = group || !single && passage.slice_of(head).ends_with('s');
    // “Two officials” is a name of its own, “the officials” is not.
    let counted = article == Article::Indefinite && plural;
    let first = if counted { start - 1 } else { start };
    Some(Noun {
        head: head.word,
        flags: head_flags(head),
        start: tokens[first].start,
        end: head.end,
        article,
        plural,
        modified: start < i,
        stands: Stands::read(passage, &(start..i + 1)),
    })
}
