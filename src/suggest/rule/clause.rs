//! Where the content of a cue starts and ends, by the marks and small words around.

use std::ops::Range;

use super::Site;
use crate::suggest::{
    lexicon::{Form, flag},
    passage::{Kind, Token},
};

impl Site<'_> {
    /// The token after the words that tell to whom, when and where: “told [a news conference on Tuesday that] …”.
    pub(super) fn after_adjuncts(&self, from: usize) -> usize {
        let until = self.sentence.end.min(from + 14);
        let stops = |i: &usize| self.is(*i, "that") || self.opens(*i) || self.is(*i, ":");
        let hearer = self
            .has(from, flag::HEARER | flag::PREP | flag::DATE | flag::DET | flag::ADVERB)
            || self.at(from).is_some_and(Token::is_capital)
            || self.is(self.trigger.at, "told");
        if hearer && let Some(stop) = (from..until).find(stops) {
            let verbs = (from..stop).any(|i| {
                self.has(i, flag::AUX | flag::MODAL)
                    || self.at(i).is_some_and(|t| {
                        t.is_finite_cue()
                            && t.kind == Kind::Lower
                            && !t.has(flag::NOMINAL | flag::HEARER)
                    })
            });
            if !verbs {
                return if self.opens(stop) { stop } else { stop + 1 };
            }
        }
        let mut at = from;
        loop {
            if self.has(at, flag::DATE) {
                at += 1;
            } else if (self.is(at, "on")
                || self.is(at, "in")
                || self.is(at, "late")
                || self.is(at, "early"))
                && self.has(at + 1, flag::DATE)
            {
                at += 2;
            } else if self.has(at, flag::HEARER)
                && self.at(at).is_some_and(|t| t.kind == Kind::Lower)
                && self.is(self.trigger.at, "told")
            {
                at += 1;
            } else if self.is(at, "that")
                || self.is(at, ",") && at > from && self.is(at + 1, "that")
            {
                return at + 1 + usize::from(self.is(at, ","));
            } else {
                return at;
            }
        }
    }

    /// The content from `start` to the end of the clause: up to the full stop outside quotation marks, “, adding …”,
    /// or “but/and” and another cue.
    pub(super) fn clause_from(&self, start: usize) -> Option<Range<usize>> {
        let mut end = self.sentence.end;
        while end > start && self.is_outer_mark(end - 1) {
            end -= 1;
        }
        for i in start..end {
            if i == start || self.passage.quotation(i).is_some() {
                continue;
            }
            let comma = usize::from(self.is(i, ","));
            let ing = comma == 1
                && self.at(i + 1).is_some_and(|t| t.is_cue() && t.entry.form == Some(Form::Ing));
            let joined = (self.is(i + comma, "but") || self.is(i + comma, "and"))
                && (1..=2).any(|n| {
                    self.at(i + comma + n).is_some_and(|t| {
                        t.is_finite_cue()
                            && t.entry.form != Some(Form::Base)
                            && !t.has(flag::NOMINAL)
                    })
                });
            let cites = comma == 1 && self.is(i + 1, "according");
            if ing || joined || cites {
                end = i;
                break;
            }
        }
        (start < end).then_some(start..end)
    }

    /// Whether token `i` is a mark outside any quotation that ends or parts sentences.
    pub(super) fn is_outer_mark(&self, i: usize) -> bool {
        let mark = [".", ",", ";", ":", "?", "!"].iter().any(|mark| self.is(i, mark));
        mark && self.passage.quotation(i).is_none()
    }

    /// The content from the start of the sentence to token `end`, without the marks at its end, “But” and “And” and the
    /// dateline at its start.
    pub(super) fn clause_to(&self, mut end: usize) -> Option<Range<usize>> {
        while end > self.sentence.start && self.is_outer_mark(end - 1) {
            end -= 1;
        }
        let mut start = self.after_dateline();
        if self.is(start, "but") || self.is(start, "and") {
            start += 1;
        }
        (start < end).then_some(start..end)
    }

    /// The token after `MOSCOW (AA) –`, or the first of the sentence.
    pub(super) fn after_dateline(&self) -> usize {
        let start = self.sentence.start;
        if start == 0 { self.passage.dateline_end() } else { start }
    }
}
