//! Noun phrases beside a verb, and the ends of clauses, by what stands where.

use std::ops::Range;

use super::Site;
use crate::suggest::{
    lexicon::{Form, flag},
    passage::{Kind, Token},
};

/// Longest noun phrase, in tokens.
const LONGEST: usize = 30;

impl Site<'_> {
    pub(super) fn at(&self, i: usize) -> Option<&Token> {
        self.passage.tokens.get(i).filter(|_| self.sentence.contains(&i))
    }

    pub(super) fn kind(&self, i: usize) -> Option<Kind> {
        self.at(i).map(|t| t.kind)
    }

    /// Whether token `i` is this mark or small word, in the sentence.
    pub(super) fn is(&self, i: usize, word: &str) -> bool {
        self.sentence.contains(&i) && self.passage.is(i, word)
    }

    /// Whether token `i` has one of these flags, in the sentence.
    pub(super) fn has(&self, i: usize, flags: u32) -> bool {
        self.sentence.contains(&i) && self.passage.has(i, flags)
    }

    pub(super) fn opens(&self, i: usize) -> bool {
        self.kind(i) == Some(Kind::Opens)
    }

    pub(super) fn closes(&self, i: usize) -> bool {
        self.kind(i) == Some(Kind::Closes)
    }

    /// The first token of the verb group that ends with the trigger: “has not said”.
    pub(crate) fn verb_start(&self) -> usize {
        let mut start = self.trigger.at;
        while start > self.sentence.start && self.is_of_verb(start - 1) {
            start -= 1;
        }
        start
    }

    pub(super) fn is_of_verb(&self, i: usize) -> bool {
        let token = &self.passage.tokens[i];
        let adverb = token.has(flag::ADVERB) || self.passage.slice(i..i + 1).ends_with("ly");
        token.kind == Kind::Lower
            && (token.has(flag::AUX | flag::MODAL | flag::NEG) || adverb && !token.has(flag::ROLE))
    }

    /// The noun phrase that ends right before token `end`, with its apposition.
    pub(super) fn phrase_before(&self, end: usize) -> Option<Range<usize>> {
        let last = end.checked_sub(1).filter(|i| self.sentence.contains(i))?;
        if !self.is(last, ",") {
            let start = self.phrase_start(end)?;
            return Some(start..end);
        }
        // “Karin Lind, a spokeswoman for the union, said”; “The states, which own the bridges, fear”.
        let from = self.sentence.start.max(last.saturating_sub(LONGEST));
        let mut comma = last;
        while let Some(open) = (from..comma).rev().find(|i| self.is(*i, ",") || self.closes(*i)) {
            if self.closes(open) {
                return None;
            }
            let core = self.phrase_start(open).map(|start| start..open);
            let named = core.clone().is_some_and(|core| self.is_name_like(core));
            if let Some(core) = core.filter(|_| named) {
                let relative = self.has(open + 1, flag::WH) || self.has(open + 2, flag::WH);
                return Some(core.start..if relative { open } else { last });
            }
            comma = open;
        }
        // “The firm Secunia, has said”.
        let core = self.phrase_start(last)?;
        (core == self.after_dateline()).then_some(core..last)
    }

    /// Whether a phrase may name a speaker; see [`Self::is_name_like`].
    pub(crate) fn names(&self, phrase: Range<usize>) -> bool {
        self.is_name_like(phrase)
    }

    /// Whether a phrase may name a speaker: a name, a role, a group, an institution or a document.
    pub(super) fn is_name_like(&self, phrase: Range<usize>) -> bool {
        let nouns = flag::ROLE | flag::GROUP | flag::INSTITUTION | flag::DOCUMENT | flag::MEDIA;
        self.passage.tokens[phrase].iter().any(|t| t.is_capital() || t.has(nouns))
    }

    /// Where the noun phrase starts whose last token is before `end`.
    pub(super) fn phrase_start(&self, end: usize) -> Option<usize> {
        let from = self.sentence.start.max(end.saturating_sub(LONGEST));
        let mut start = end;
        while start > from {
            let i = start - 1;
            let token = &self.passage.tokens[i];
            let first = start == end;
            if token.has(flag::PRONOUN | flag::WH) && (first || !token.has(flag::OWN)) {
                return first.then_some(i);
            }
            if token.kind == Kind::Possessive {
                start -= 1;
                continue;
            }
            if first && self.is(i, ")") {
                let open = (from..i).rev().find(|i| self.is(*i, "("))?;
                return self.phrase_start(open);
            }
            if !token.is_word() {
                break;
            }
            if token.has(flag::DET | flag::OWN) {
                start -= 1;
                if start > from && self.binds(start - 1) {
                    continue;
                }
                break;
            }
            let joins = token.kind == Kind::Lower && self.is(i, "and") && !first;
            if joins {
                let named = self.passage.tokens[start].is_capital()
                    && i > from
                    && self.passage.tokens[i - 1].is_capital();
                if named {
                    start -= 1;
                    continue;
                }
                break;
            }
            if token.kind == Kind::Lower {
                if self.binds(i) && !first && i > from && self.passage.tokens[i - 1].is_word() {
                    start -= 1;
                    continue;
                }
                let nouns = flag::ROLE
                    | flag::GROUP
                    | flag::INSTITUTION
                    | flag::DOCUMENT
                    | flag::NOMINAL
                    | flag::MEDIA
                    | flag::HEARER;
                let verb = token.is_finite_cue() && !token.has(nouns);
                let small = flag::AUX
                    | flag::MODAL
                    | flag::NEG
                    | flag::CONJ
                    | flag::SUBORD
                    | flag::PREP
                    | flag::ADVERB;
                if verb || token.has(small) {
                    break;
                }
            } else {
                let small = flag::CONJ | flag::SUBORD | flag::PREP;
                let leads = token.has(small) && i == self.sentence.start;
                if !first && (leads || token.has(flag::DATE)) {
                    break;
                }
            }
            start -= 1;
        }
        (start < end).then_some(start)
    }

    /// Whether token `i` is a preposition that binds two parts of one noun phrase.
    fn binds(&self, i: usize) -> bool {
        ["of", "for", "at", "in", "from", "with", "to", "by"].iter().any(|word| self.is(i, word))
            && self.kind(i) == Some(Kind::Lower)
    }

    /// The noun phrase that starts at `start`, with its apposition: after an inverted verb or “according to”. An
    /// apposition counts where a comma closes it, or, unless it must be `closed`, any mark.
    pub(super) fn phrase_after(&self, start: usize, closed: bool) -> Option<Range<usize>> {
        let first = self.at(start)?;
        if first.has(flag::PRONOUN) && !first.has(flag::OWN) {
            return Some(start..start + 1);
        }
        let mut end = self.phrase_end(start)?;
        // “said Karin Lind, a spokeswoman for the union.”
        if self.is(end, ",")
            && !self.has(end + 1, flag::WH | flag::CONJ | flag::PREP | flag::SUBORD)
        {
            let token = self.at(end + 1);
            let noun = token.is_some_and(|t| t.is_word() && t.entry.form != Some(Form::Ing));
            let name = self.is_name_like(start..end);
            if noun
                && name
                && let Some(inner) = self.phrase_end(end + 1)
            {
                let whole = if closed {
                    self.is(inner, ",")
                } else {
                    self.at(inner).is_none_or(|t| matches!(t.kind, Kind::Mark | Kind::Opens))
                };
                let roles = self.passage.tokens[end + 1..inner].iter().any(|t| {
                    t.has(flag::ROLE | flag::INSTITUTION | flag::GROUP | flag::DET)
                        || t.kind == Kind::Number
                });
                // “According to the Herald, Professor Lind, the chairman, said”: another speaker, not an apposition.
                let other = closed
                    && self.at(end + 1).is_some_and(Token::is_capital)
                    && self.at(inner - 1).is_some_and(Token::is_capital);
                if whole && roles && !other {
                    end = inner;
                }
            }
        }
        Some(start..end)
    }

    fn phrase_end(&self, start: usize) -> Option<usize> {
        let until = self.sentence.end.min(start + LONGEST);
        let mut end = start;
        while end < until {
            let token = &self.passage.tokens[end];
            if token.kind == Kind::Possessive {
                end += 1;
                continue;
            }
            if !token.is_word() {
                let paren = self.is(end, "(") && self.is(end + 2, ")");
                if paren {
                    end += 3;
                    continue;
                }
                break;
            }
            if token.kind == Kind::Lower {
                let binds = self.binds(end) && end > start;
                if binds && self.is(end, "in") || self.is(end, "to") && end > start {
                    let place =
                        self.at(end + 1).is_some_and(|t| t.is_capital() && !t.has(flag::DATE));
                    if !place {
                        break;
                    }
                } else if self.is(end, "and") && end > start {
                    let named = self.at(end + 1).is_some_and(Token::is_capital)
                        && self.passage.tokens[end - 1].is_capital();
                    if !named {
                        break;
                    }
                } else if !binds
                    && token.has(
                        flag::PREP
                            | flag::CONJ
                            | flag::SUBORD
                            | flag::AUX
                            | flag::MODAL
                            | flag::WH
                            | flag::PRONOUN
                            | flag::ADVERB,
                    )
                    && !token.has(flag::DET | flag::OWN)
                    && !self.is(end, "latest")
                {
                    break;
                }
            }
            if token.has(flag::DATE) && end > start {
                let owner = self.kind(end + 1) == Some(Kind::Possessive);
                if !owner {
                    break;
                }
            }
            end += 1;
        }
        (end > start).then_some(end)
    }
}
