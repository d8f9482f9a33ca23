//! Who speaks, where the words right before the verb are only a part of it: of “a person briefed on the talks said”, not
//! “the talks”.

use std::ops::Range;

use super::Site;
use crate::suggest::{
    lexicon::{BE, Form, flag, literal},
    passage::Kind,
};

/// Most words that a source is taken back over.
const FARTHEST: usize = 24;

impl Site<'_> {
    /// The whole of a noun phrase in front of the verb, where `source` is only its end: no subject starts behind a
    /// preposition, or with the object of a relative clause.
    pub(crate) fn whole_subject(&self, source: Range<usize>) -> Range<usize> {
        if source.is_empty() || source.end != self.verb_start() {
            return source;
        }
        let mut whole = source.clone();
        let least = self.sentence.start.max(source.start.saturating_sub(FARTHEST));
        while let Some(start) = self.noun_bound_to(whole.start).filter(|start| *start >= least) {
            whole.start = start;
        }
        self.noun_of_relative(whole.start, least).unwrap_or(whole)
    }

    /// Where the noun phrase starts that a preposition binds to the one at `start`: “officials in”, “a person briefed on”.
    fn noun_bound_to(&self, start: usize) -> Option<usize> {
        let preposition = start.checked_sub(1).filter(|i| *i > self.sentence.start)?;
        let before = self.at(preposition - 1).filter(|t| t.is_word())?;
        if !self.has(preposition, flag::PREP) || self.kind(preposition) != Some(Kind::Lower) {
            return None;
        }
        let word = self.passage.slice(preposition - 1..preposition);
        let participle = before.kind == Kind::Lower
            && !before.has(flag::ROLE)
            && (["ed", "ing"].iter().any(|end| word.ends_with(end)) || before.has(flag::PAST));
        let end = if participle { preposition - 1 } else { preposition };
        let start = self.phrase_start(end)?;
        // “In Berlin on Monday the ministry”: a preposition that opens the sentence binds to nothing.
        let opens = start > self.sentence.start && self.has(start - 1, flag::PREP);
        let noun = !self.has(end - 1, flag::SMALL | flag::DET | flag::PRONOUN);
        (noun && !(opens && start - 1 == self.sentence.start)).then_some(start)
    }

    /// The noun phrase before a relative clause without comma that ends with the noun phrase at `start`: of “a charity that
    /// runs a helpline said”, “a charity”.
    fn noun_of_relative(&self, start: usize, least: usize) -> Option<Range<usize>> {
        let level = self.passage.quoted[self.trigger.at];
        let mut verbs = 0;
        for i in (least..start).rev() {
            let token = &self.passage.tokens[i];
            if !token.is_word() || self.passage.quoted[i] != level {
                return None;
            }
            let relative = ["who", "that", "which"].iter().any(|word| self.is(i, word));
            if relative {
                let start = self.phrase_start(i).filter(|start| *start >= least && verbs > 0)?;
                let noun = self.at(i - 1)?;
                let said = noun.is_finite_cue() && !noun.has(flag::ROLE | flag::NOMINAL);
                let small = noun.has(flag::SMALL | flag::PRONOUN);
                return (!said && !small).then_some(start..i);
            }
            let word = self.passage.slice(i..i + 1);
            let verb = token.kind == Kind::Lower
                && !token.has(flag::DET | flag::OWN | flag::PREP | flag::ADVERB)
                && (token.has(flag::AUX | flag::MODAL | flag::PAST)
                    || token.is_finite_cue()
                    || ["ed", "s"].iter().any(|end| word.ends_with(end)));
            verbs += usize::from(verb);
        }
        None
    }

    /// Whom somebody else quotes: “X was quoted by the paper as saying”, “the paper quoted X as saying”.
    pub(crate) fn quoted(&self) -> Option<Range<usize>> {
        let at = self.trigger.at;
        let as_ = at.checked_sub(1).filter(|i| self.is(*i, "as"))?;
        if self.token().entry.form != Some(Form::Ing) {
            return None;
        }
        const QUOTES: [u32; 2] = [literal("quote"), literal("cite")];
        let from = self.sentence.start.max(at.saturating_sub(16));
        let quoted = |i: &usize| QUOTES.contains(&self.passage.tokens[*i].entry.lemma);
        let verb = (from..as_).rev().find(quoted)?;
        let mut start = verb;
        while start > self.sentence.start && self.is_of_verb(start - 1) {
            start -= 1;
        }
        let passive = (start..verb).any(|i| BE.contains(&self.passage.tokens[i].word));
        if passive {
            return self.phrase_before(start);
        }
        let object = verb + 1..as_;
        let marks = object.clone().any(|i| self.kind(i) == Some(Kind::Opens));
        (!object.is_empty() && !marks).then_some(object)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::at;

    #[test]
    fn a_subject_is_taken_whole() {
        let whole = |text: &str, cue: &str, part: &str| {
            at(text, cue, |site, passage| {
                let start = passage.token_at(text.find(part).unwrap());
                let source = site.whole_subject(start..site.verb_start());
                passage.slice(source).to_owned()
            })
            .unwrap()
        };
        for (text, cue, part, wanted) in [
            (
                "A person briefed on the closing session said it was short.",
                "said",
                "the closing",
                "A person briefed on the closing session",
            ),
            (
                "Officials at the ministry said it was short.",
                "said",
                "the ministry",
                "Officials at the ministry",
            ),
            (
                "A charity that runs a helpline said it was short.",
                "said",
                "a helpline",
                "A charity",
            ),
            ("In Berlin the ministry said it was short.", "said", "the ministry", "the ministry"),
            ("A law that critics said was cruel has passed.", "said", "critics", "critics"),
            (
                "She said that the ministry warned of floods.",
                "warned",
                "the ministry",
                "the ministry",
            ),
        ] {
            assert_eq!(whole(text, cue, part), wanted, "{text}");
        }
    }

    #[test]
    fn who_is_quoted_speaks() {
        let quoted = |text: &str| {
            at(text, "saying", |site, passage| {
                site.quoted().map(|range| passage.slice(range).to_owned())
            })
            .unwrap()
        };
        let passive = quoted("The minister was quoted by the Post as saying it was late.");
        assert_eq!(passive.as_deref(), Some("The minister"));
        let active = quoted("The Post quoted the minister as saying it was late.");
        assert_eq!(active.as_deref(), Some("the minister"));
        assert_eq!(quoted("The minister left, saying it was late."), None);
    }
}
