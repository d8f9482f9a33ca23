//! Whose verb a trigger is.

use std::ops::Range;

use super::{Site, TriggerKind};
use crate::suggest::lexicon::{Form, flag};

impl Site<'_> {
    /// The noun phrase in front of the verb, whoever speaks.
    pub(crate) fn subject(&self) -> Option<Range<usize>> {
        self.phrase_before(self.verb_start())
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

    /// The noun phrase behind the trigger.
    pub(crate) fn object(&self) -> Option<Range<usize>> {
        self.phrase_after(self.trigger.at + 1, false)
    }
}
