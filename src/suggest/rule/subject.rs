//! Whose verb a trigger is.

use std::ops::Range;

use super::{Site, TriggerKind};
use crate::{
    article::BlockKind,
    suggest::{
        lexicon::{BE, Form, flag, literal},
        passage::{Kind, Token},
    },
};

impl Site<'_> {
    /// The noun phrase in front of the verb, whoever speaks.
    pub(crate) fn subject(&self) -> Option<Range<usize>> {
        self.phrase_before(self.before_day(self.verb_start()))
    }

    /// The end of what is in front of a day: of “the High Court on Monday directed”, “the High Court”.
    fn before_day(&self, end: usize) -> usize {
        let mut start = end;
        while start > self.sentence.start && self.has(start - 1, flag::DATE) {
            start -= 1;
        }
        let on = start < end && start > self.sentence.start && self.is(start - 1, "on");
        let start = start - usize::from(on);
        if start > self.sentence.start { start } else { end }
    }

    /// Whether a phrase is only when something is said.
    pub(crate) fn is_day(&self, phrase: &Range<usize>) -> bool {
        !phrase.is_empty() && phrase.clone().all(|i| self.has(i, flag::DATE))
    }

    /// Whether a phrase has nothing but small words: “In”, “the”.
    pub(crate) fn is_small(&self, phrase: &Range<usize>) -> bool {
        let small = flag::PREP | flag::CONJ | flag::SUBORD | flag::AUX | flag::MODAL | flag::NEG;
        let article = |i: usize| ["the", "a", "an"].iter().any(|word| self.is(i, word));
        phrase.clone().all(|i| self.has(i, small) || article(i))
    }

    /// The noun phrase right in front of a verb that has its own subject: not “was told”, not “and demanded”.
    pub(crate) fn plain_subject(&self) -> Option<Range<usize>> {
        let finite = self.token().is_finite_cue() && self.trigger.kind == TriggerKind::Verb;
        let start = self.verb_start();
        let passive = (start..self.trigger.at).any(|i| {
            self.has(i, flag::AUX)
                && !self.is(i, "has")
                && !self.is(i, "have")
                && !self.is(i, "had")
        });
        if !finite || passive || self.token().entry.form == Some(Form::Base) {
            return None;
        }
        self.subject().filter(|s| {
            self.is_name_like(s.clone()) || self.has(s.start, flag::PRONOUN | flag::DET)
        })
    }

    /// The noun phrase that the sentence starts with, where it may name a speaker.
    pub(crate) fn lead(&self) -> Option<Range<usize>> {
        let phrase = self.phrase_after(self.after_dateline(), false)?;
        let person = self.has(phrase.start, flag::PRONOUN);
        (phrase.end < self.trigger.at && (person || self.is_name_like(phrase.clone())))
            .then_some(phrase)
    }

    /// The subject of the clause whose second verb the trigger is: of “She rose and asked”, “She”. A clause starts with its
    /// sentence, also inside a quotation, or behind a semicolon or colon.
    pub(crate) fn shared_subject(&self) -> Option<Range<usize>> {
        let mut join = self.verb_start().checked_sub(1)?;
        if !["and", "but", "then", "or", "to"].iter().any(|word| self.is(join, word)) {
            return None;
        }
        while join > self.sentence.start && self.has(join - 1, flag::CONJ | flag::ADVERB) {
            join -= 1;
        }
        let level = self.passage.quoted[self.trigger.at];
        let parts = |i: usize| {
            [".", "?", "!", ";", ":"].iter().any(|mark| self.is(i, mark)) || self.opens(i)
        };
        let mut start = join;
        while start > self.after_dateline() {
            let i = start - 1;
            if self.passage.quoted[i] != level {
                // A quotation within the clause is passed over.
                let whole = self.passage.quotation(i).filter(|_| self.closes(i));
                start = whole?.start.max(self.sentence.start);
                continue;
            }
            if parts(i) {
                break;
            }
            // “X, who said A and warned of B”: the pronoun is the subject; not of “X, who knows, left and warned of B”.
            if self.has(i, flag::WH) && !self.goes_on_behind_clause(i, join) {
                return None;
            }
            start = i;
        }
        if self.has(start, flag::CONJ | flag::ADVERB) {
            start += 1;
        }
        if self.has(start, flag::PREP | flag::SUBORD | flag::DATE) || self.is(start, ",") {
            start = (start..join).find(|i| self.is(*i, ","))? + 1;
        }
        let phrase = self.phrase_after(start, true)?;
        let speaks = self.has(phrase.start, flag::PRONOUN | flag::DET | flag::OWN)
            || self.is_name_like(phrase.clone());
        (phrase.end < join && speaks).then_some(phrase)
    }

    /// Whether the relative clause from `start` on ends before `end` with a comma, behind which its noun has its verb.
    fn goes_on_behind_clause(&self, start: usize, end: usize) -> bool {
        let comma = (start + 1..end).find(|i| self.is(*i, ","));
        comma.and_then(|comma| self.at(comma + 1)).is_some_and(|next| {
            next.kind == Kind::Lower
                && (next.has(flag::PAST | flag::AUX | flag::MODAL)
                    || next.is_finite_cue()
                    || self.passage.slice_of(next).ends_with("ed"))
        })
    }

    /// Whether the subject is told something and says nothing: “was told that”, “the court heard”, “inquest told”.
    pub(crate) fn is_hearer(&self, subject: &Range<usize>) -> bool {
        const HEARERS: [u32; 10] = [
            literal("court"),
            literal("inquest"),
            literal("jury"),
            literal("jurors"),
            literal("tribunal"),
            literal("inquiry"),
            literal("hearing"),
            literal("trial"),
            literal("judge"),
            literal("committee"),
        ];
        let at = self.trigger.at;
        if subject.is_empty() || subject.end > at {
            return false;
        }
        let hears = subject.clone().any(|i| HEARERS.contains(&self.passage.tokens[i].word));
        let headline = self.passage.kind == BlockKind::Headline && self.is(at, "told");
        let heard = self.token().entry.lemma == literal("hear") || headline;
        hears && heard || self.is_told()
    }

    /// Whether whoever stands in front of the verb is told something, and says nothing: “was told”.
    pub(crate) fn is_told(&self) -> bool {
        const TOLD: [u32; 8] = [
            literal("tell"),
            literal("inform"),
            literal("assure"),
            literal("advise"),
            literal("brief"),
            literal("notify"),
            literal("remind"),
            literal("warn"),
        ];
        let passive = || {
            let group = self.verb_start()..self.trigger.at;
            group.into_iter().any(|i| BE.contains(&self.passage.tokens[i].word))
        };
        TOLD.contains(&self.token().entry.lemma) && (passive() || self.shares_passive())
    }

    /// Whether the verb is the second of a passive: “was hauled in and told”.
    fn shares_passive(&self) -> bool {
        let join = self.verb_start().checked_sub(1).filter(|i| self.is(*i, "and"));
        join.is_some_and(|join| {
            let first = &self.passage.tokens[self.sentence.start.max(join.saturating_sub(5))..join];
            first.iter().any(|t| BE.contains(&t.word)) && first.iter().all(Token::is_word)
        })
    }

    /// The noun phrase behind the trigger.
    pub(crate) fn object(&self) -> Option<Range<usize>> {
        self.phrase_after(self.trigger.at + 1, false)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::at;

    #[test]
    fn a_second_verb_shares_the_subject_of_its_clause() {
        let shared = |text, cue| {
            at(text, cue, |site, passage| {
                site.shared_subject().map(|range| passage.slice(range).to_owned())
            })
            .unwrap()
        };
        let rose = shared("She rose from her chair and asked whether it rained.", "asked");
        assert_eq!(rose.as_deref(), Some("She"));
        let clause = "The mayor, who runs for office, took her coat and asked whether it rained.";
        assert_eq!(shared(clause, "asked").as_deref(), Some("The mayor"));
        let relative = "They met the mayor, who took her coat and asked whether it rained.";
        assert_eq!(shared(relative, "asked"), None);
        let own = shared("The mayor rose from her chair. She asked whether it rained.", "asked");
        assert_eq!(own, None);
    }

    #[test]
    fn who_is_told_says_nothing() {
        let hearer = |text, cue| {
            at(text, cue, |site, _| site.subject().is_some_and(|s| site.is_hearer(&s))).unwrap()
        };
        assert!(hearer("The parents were told that the school was safe.", "told"));
        assert!(hearer("The court heard that the alarm was old.", "heard"));
        let shared = |text| at(text, "told", |site, _| site.is_hearer(&(0..1))).unwrap();
        assert!(shared("I was hauled in and told that it was late."));
        assert!(!shared("I came in and told them it was late."));
        assert!(!hearer("The parents told us that the school was safe.", "told"));
    }

    #[test]
    fn a_day_is_not_who_speaks() {
        let subject =
            at("The High Court on Monday ordered the city to pay.", "ordered", |site, passage| {
                site.subject().map(|range| passage.slice(range).to_owned())
            })
            .unwrap();
        assert_eq!(subject.as_deref(), Some("The High Court"));
    }

    #[test]
    fn small_words_alone_are_nobody() {
        let small = |phrase: &str| {
            let text = format!("{phrase} said so.");
            at(&text, "said", |site, _| site.is_small(&(0..site.trigger.at))).unwrap()
        };
        assert!(small("In the"));
        assert!(!small("Several"));
        assert!(!small("The mayor"));
    }
}
