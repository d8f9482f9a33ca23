//! What a mention of a speaker is: a pronoun, a name, a role, a description.

mod part;

use std::ops::Range;

use super::{
    entity::Entities,
    names::Names,
    nature::Nature,
    noun::head_flags,
    pronoun::{Pronoun, pronoun},
};
use crate::suggest::{
    lexicon::{flag, literal},
    passage::{Kind, Token, tokenize},
};

/// How a mention names its speaker. Spans are in bytes of the text.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Reference {
    Pronoun(Pronoun),
    /// The entity of a name.
    Named(usize),
    /// Someone speaking for an institution, and what stands for it.
    For(Description, Box<Reference>),
    /// A noun phrase.
    Described(Description),
    /// Some of those spoken of: “two of them”, “one of the diplomats”; the noun, where there is one.
    Part(Option<u32>, Description),
}

/// A noun phrase that is no name.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Description {
    /// Its head: “minister”.
    pub(super) head: u32,
    /// What the lexicon knows of the head.
    pub(super) flags: u32,
    /// The other words in front of the head.
    pub(super) others: Vec<u32>,
    /// Whether it speaks of something known: “the minister”, “his lawyer”.
    pub(super) definite: bool,
    /// Whether nothing determines it: “minister”.
    pub(super) bare: bool,
    /// The head, in bytes.
    pub(super) head_span: (u32, u32),
    /// Whether the head is of several.
    pub(super) plural: bool,
    /// Whether it has an owner: “its commission”, “the federation’s commission”.
    pub(super) owned: bool,
    /// The phrase without article, relative clause and apposition.
    pub(super) span: (u32, u32),
    /// A name in it, of an owner or after “of”: what it belongs to.
    pub(super) owner: Option<usize>,
    /// Whether it is an office that speaks for itself: “the press service of …”.
    pub(super) office: bool,
}

impl Description {
    /// Whether it speaks for others by its name: “a spokesperson”.
    pub(super) fn is_spokes(&self) -> bool {
        SPOKES.contains(&self.head)
    }
}

const SPOKES: [u32; 8] = [
    literal("spokesman"),
    literal("spokeswoman"),
    literal("spokesperson"),
    literal("spokespeople"),
    literal("spokesmen"),
    literal("representative"),
    literal("representatives"),
    literal("spox"),
];

const FIGURES: [u32; 7] = [
    literal("figures"),
    literal("data"),
    literal("statistics"),
    literal("numbers"),
    literal("estimates"),
    literal("records"),
    literal("calculations"),
];

/// A mention being read.
pub(super) struct Reader<'a> {
    text: &'a str,
    names: &'a Names,
    entities: &'a Entities,
    tokens: Vec<Token>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(
        text: &'a str,
        names: &'a Names,
        entities: &'a Entities,
        span: (u32, u32),
    ) -> Self {
        let mut tokens = Vec::new();
        let words = text.get(span.0 as usize..span.1 as usize).unwrap_or_default();
        tokenize(words, span.0 as usize, &mut tokens);
        Self { text, names, entities, tokens }
    }

    /// What the mention is; nothing where it has no word.
    pub(super) fn read(&self) -> Option<Reference> {
        self.read_tokens(0..self.tokens.len(), 0)
    }

    fn read_tokens(&self, range: Range<usize>, depth: u8) -> Option<Reference> {
        let words = self.tokens.get(range.clone())?;
        if let Some(pronoun) = pronoun(words) {
            return Some(Reference::Pronoun(pronoun));
        }
        let parts = self.parts(range);
        let first = parts.first()?.clone();
        let head = self.head(first.clone())?;
        let named = self
            .entity_at(head)
            .or_else(|| self.closing_name(&first, head))
            .or_else(|| parts.iter().skip(1).take(2).find_map(|part| self.apposed(&first, part)));
        if let Some(id) = named {
            return Some(Reference::Named(id));
        }
        self.describe(first, depth)
    }

    /// The pieces between commas.
    fn parts(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let mut parts = Vec::new();
        let mut start = range.start;
        for i in range.clone() {
            let word = self.tokens[i].word;
            if word == literal(",")
                || word == literal("(")
                || word == literal("–")
                || word == literal("—")
            {
                if i > start {
                    parts.push(start..i);
                }
                start = i + 1;
            }
        }
        if range.end > start {
            parts.push(start..range.end);
        }
        parts
    }

    /// The entity of the run that token `i` ends or is in.
    fn entity_at(&self, i: usize) -> Option<usize> {
        let token = self.tokens.get(i)?;
        let runs = self.names.within(token.start.saturating_sub(120) as usize, token.end as usize);
        let holds = |run: &usize| {
            let words = &self.names.words[self.names.runs[*run].words.clone()];
            words.first().is_some_and(|w| w.start <= token.start)
                && words.last().is_some_and(|w| token.end <= w.end)
        };
        let run = runs.rev().find(holds)?;
        self.entities.of_run[run]
    }

    fn is_in_run(&self, i: usize) -> bool {
        self.entity_at(i).is_some()
    }

    fn word(&self, i: usize) -> &'a str {
        self.tokens
            .get(i)
            .and_then(|t| self.text.get(t.start as usize..t.end as usize))
            .unwrap_or_default()
    }

    fn describe(&self, part: Range<usize>, depth: u8) -> Option<Reference> {
        let head = self.head(part.clone())?;
        let token = &self.tokens[head];
        let owner = self.owner(&part, head);
        let office =
            [literal("service"), literal("office"), literal("secretariat")].contains(&token.word);
        let spokes = SPOKES.contains(&token.word)
            || token.word == literal("secretary")
                && head > part.start
                && self.tokens[head - 1].word == literal("press");
        if FIGURES.contains(&token.word)
            && let Some(id) = owner.filter(|id| self.entities.all[*id].nature != Nature::Person)
        {
            return Some(Reference::Named(id));
        }
        let first = part.start;
        let determiner = &self.tokens[first];
        // “Analysts at the bank”, “a ministry official”.
        let official = token.word == literal("official");
        let staff = self.staff(&part, head) || official && !self.follows_preposition(&part, head);
        let article = [
            literal("the"),
            literal("a"),
            literal("an"),
            literal("this"),
            literal("that"),
            literal("these"),
            literal("those"),
        ]
        .contains(&determiner.word);
        let start = if article && first < head { first + 1 } else { first };
        let definite =
            article && determiner.word != literal("a") && determiner.word != literal("an")
                || determiner.has(flag::OWN)
                || self.tokens[first..head].iter().any(|t| t.kind == Kind::Possessive)
                || !article && head == first && token.is_capital();
        let end = self.tokens[part.end - 1].end;
        let plural = token.has(flag::GROUP)
            || self.word(head).ends_with('s') && !token.has(flag::INSTITUTION);
        let others =
            self.tokens[start..head].iter().filter(|t| t.is_word()).map(|t| t.word).collect();
        let description = Description {
            head: token.word,
            head_span: (token.start, token.end),
            flags: head_flags(token),
            others,
            definite,
            owned: self.tokens[first..head].iter().any(|t| t.kind == Kind::Possessive),
            bare: !article && !determiner.has(flag::OWN | flag::DET),
            plural,
            span: (self.tokens[start].start, end),
            owner,
            office: office && (owner.is_some() || part.end > head + 2),
        };
        let institution = if (spokes || staff) && depth < 2 {
            self.institution(&part, head, depth)
        } else {
            None
        };
        if let Some(of) = self.partitive(&part, head) {
            return Some(Reference::Part(of, description));
        }
        Some(match institution {
            Some(institution) => Reference::For(description, Box::new(institution)),
            None => Reference::Described(description),
        })
    }
}
