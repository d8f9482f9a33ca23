//! What a mention of a speaker is: a pronoun, a name, a role, a description.

use std::ops::Range;

use super::{
    entity::Entities,
    names::Names,
    nature::Nature,
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
    /// Whether the head is of several.
    pub(super) plural: bool,
    /// The phrase without article, relative clause and apposition.
    pub(super) span: (u32, u32),
    /// A name in it, of an owner or after “of”: what it belongs to.
    pub(super) owner: Option<usize>,
    /// Whether it is an office that speaks for itself: “the press service of …”.
    pub(super) office: bool,
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
        for (number, part) in parts.iter().enumerate().take(3) {
            let head = self.head(part.clone())?;
            let entity = self.entity_at(head);
            let person = entity.filter(|id| {
                number == 0
                    || self.entities.all.get(*id).is_some_and(|e| e.nature == Nature::Person)
                        && self.whole_name(part.clone())
            });
            if let Some(id) = person {
                return Some(Reference::Named(id));
            }
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

    fn whole_name(&self, part: Range<usize>) -> bool {
        self.tokens[part].iter().all(|t| !t.is_word() || t.is_capital())
    }

    fn is_in_run(&self, i: usize) -> bool {
        self.entity_at(i).is_some()
    }

    /// The head of a part: the last word before “of”, “for” and their like that is not inside a name.
    fn head(&self, part: Range<usize>) -> Option<usize> {
        let mut head = None;
        for i in part {
            let token = &self.tokens[i];
            if token.kind == Kind::Possessive {
                continue;
            }
            if !token.is_word() {
                if head.is_some() && token.kind != Kind::Possessive && token.word != literal("&") {
                    break;
                }
                continue;
            }
            let small = token.kind == Kind::Lower
                && token.has(flag::PREP | flag::WH | flag::AUX | flag::CONJ)
                && !token.has(flag::DET);
            if small && head.is_some() && !self.is_in_run(i) {
                break;
            }
            let participle = token.kind == Kind::Lower
                && head.is_some_and(|h: usize| {
                    self.tokens[h]
                        .has(flag::ROLE | flag::GROUP | flag::DOCUMENT | flag::INSTITUTION)
                })
                && !token.has(
                    flag::ROLE
                        | flag::GROUP
                        | flag::DOCUMENT
                        | flag::INSTITUTION
                        | flag::MEDIA
                        | flag::NOMINAL,
                )
                && ["ed", "ing", "en"].iter().any(|end| self.word(i).ends_with(end));
            let nouns = flag::ROLE
                | flag::GROUP
                | flag::INSTITUTION
                | flag::DOCUMENT
                | flag::MEDIA
                | flag::NOMINAL
                | flag::HEARER;
            let determined =
                head.is_some_and(|h: usize| !self.tokens[h].has(flag::DET | flag::OWN));
            let verb = token.kind == Kind::Lower
                && token.is_finite_cue()
                && !token.has(nouns)
                && determined;
            if participle || (token.has(flag::DATE) || verb) && head.is_some() {
                break;
            }
            if !small {
                head = Some(i);
            }
        }
        head
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
            flags: token.entry.flags,
            others,
            definite,
            plural,
            span: (self.tokens[start].start, end),
            owner,
            office: office && (owner.is_some() || part.end > head + 2),
        };
        let institution =
            if spokes && depth < 2 { self.institution(&part, head, depth) } else { None };
        Some(match institution {
            Some(institution) => Reference::For(description, Box::new(institution)),
            None => Reference::Described(description),
        })
    }

    /// The name that a phrase belongs to: “EU figures”, “the union’s president”, “a report by the ministry”.
    fn owner(&self, part: &Range<usize>, head: usize) -> Option<usize> {
        let before = (part.start..head)
            .rev()
            .find_map(|i| self.entity_at(i).filter(|_| self.tokens[i].is_capital()));
        before.or_else(|| {
            (head + 1..part.end)
                .find_map(|i| self.entity_at(i).filter(|_| self.tokens[i].is_capital()))
        })
    }

    /// What stands for the institution in “a ministry spokesman”, “the union’s spokeswoman”, “a spokesman for the EU”.
    fn institution(&self, part: &Range<usize>, head: usize, depth: u8) -> Option<Reference> {
        let after = (head + 1..part.end).find(|i| self.tokens[*i].has(flag::PREP));
        if let Some(prep) = after.filter(|i| i + 1 < part.end) {
            return self.read_tokens(prep + 1..part.end, depth + 1);
        }
        let owned = (part.start..head).rev().find(|i| self.tokens[*i].kind == Kind::Possessive);
        let end = owned.unwrap_or(head);
        let named = |i: &usize| {
            self.tokens[*i].is_capital() || self.tokens[*i].has(flag::INSTITUTION | flag::MEDIA)
        };
        let last = (part.start..end).rev().find(named)?;
        if let Some(id) = self.entity_at(last) {
            return Some(Reference::Named(id));
        }
        let reference = self.read_tokens(part.start..last + 1, depth + 1)?;
        // “A ministry spokesman” speaks of the ministry.
        Some(match reference {
            Reference::Described(description) => {
                Reference::Described(Description { definite: true, ..description })
            }
            other => other,
        })
    }
}
