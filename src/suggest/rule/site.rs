//! Where an attribution may hang: cues, speaker labels, quotations that stand alone.

use std::ops::Range;

use super::{
    lookalike::is_lookalike,
    mark::{is_afterword, is_label},
    outlook::{is_own_view, is_per, is_stance, is_view},
};
use crate::{
    article::BlockKind,
    suggest::{
        lexicon::{Cue, Form, flag, literal},
        passage::{Kind, Passage, Token},
    },
};

/// What kind of place a trigger is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TriggerKind {
    /// A verb of the lexicon.
    Verb,
    /// “according to”, “in the words of”.
    According,
    /// “his claim that”.
    Noun,
    /// A verb the lexicon does not know, beside a quotation or “that”.
    Unknown,
    /// The colon after a speaker’s label, or in a headline.
    Colon,
    /// A quotation without any of these.
    Alone,
}

/// A place where an attribution may hang.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Trigger {
    /// The token.
    pub(crate) at: usize,
    /// What it is.
    pub(crate) kind: TriggerKind,
}

/// A trigger in its sentence.
#[derive(Clone, Debug)]
pub(crate) struct Site<'p> {
    /// The block.
    pub(crate) passage: &'p Passage<'p>,
    /// The tokens of the sentence, or of what is near enough of a very long one.
    pub(crate) sentence: Range<usize>,
    /// The trigger.
    pub(crate) trigger: Trigger,
}

impl Site<'_> {
    /// The token of the trigger.
    pub(crate) fn token(&self) -> &Token {
        &self.passage.tokens[self.trigger.at]
    }
}

/// The triggers of a sentence, in order.
pub(crate) fn triggers(passage: &Passage<'_>, sentence: Range<usize>) -> Vec<Trigger> {
    let mut found = Vec::new();
    let mut outside = false;
    for at in sentence.clone() {
        if let Some(kind) = kind_at(passage, &sentence, at) {
            outside |= passage.quotation(at).is_none();
            found.push(Trigger { at, kind });
        }
    }
    let first = passage.tokens.get(sentence.start);
    let opens = first.is_some_and(|t| t.kind == Kind::Opens);
    if opens && !outside && passage.quotation(sentence.start).is_some_and(|q| q.speech) {
        found.insert(0, Trigger { at: sentence.start, kind: TriggerKind::Alone });
    }
    found
}

fn kind_at(passage: &Passage<'_>, sentence: &Range<usize>, at: usize) -> Option<TriggerKind> {
    let token = &passage.tokens[at];
    if token.kind == Kind::Mark {
        let label = passage.is(at, ":") && is_label(passage, sentence, at)
            || is_afterword(passage, sentence, at);
        return label.then_some(TriggerKind::Colon);
    }
    if !matches!(token.kind, Kind::Lower | Kind::Capital) {
        return None;
    }
    let next = passage.tokens.get(at + 1);
    if token.cues(Cue::According) {
        return passage.is(at + 1, "to").then_some(TriggerKind::According);
    }
    if passage.is(at + 1, "of") && is_view(passage, at) || is_per(passage, sentence, at) {
        return Some(TriggerKind::According);
    }
    if is_own_view(passage, sentence, at) {
        return Some(TriggerKind::Noun);
    }
    if is_stance(passage, sentence, at) {
        return Some(TriggerKind::Unknown);
    }
    let before = at.checked_sub(1).filter(|i| *i >= sentence.start);
    let before = before.and_then(|i| passage.tokens.get(i));
    let title_case =
        matches!(passage.kind, BlockKind::Headline | BlockKind::Heading | BlockKind::Standfirst);
    let lower = token.kind == Kind::Lower || before.is_none() || title_case;
    if !lower {
        return None;
    }
    let owned = before.is_some_and(|t| {
        t.has(flag::DET | flag::OWN) && !t.has(flag::SHE) && !t.has(flag::GROUP)
            || t.kind == Kind::Possessive
    });
    if token.has(flag::NOMINAL) {
        let opens = next.is_some_and(|next| next.kind == Kind::Opens);
        let leads = opens || passage.is(at + 1, "that") || passage.is(at + 1, "of");
        if leads && (owned || !token.is_cue()) || owned && passage.is(at + 1, ":") {
            return Some(TriggerKind::Noun);
        }
    }
    if token.is_cue() {
        let plain = token.entry.form == Some(Form::Base);
        let noun = plain
            && (owned
                || before.is_some_and(|t| is_singular(passage, t))
                    && !is_past_too(token)
                    && !is_only_verb(token)
                    && !opens_clause(passage, at + 1));
        return (!is_lookalike(passage, at) && (!noun || title_case)).then_some(TriggerKind::Verb);
    }
    is_unknown_verb(passage, sentence, at).then_some(TriggerKind::Unknown)
}

/// Whether a clause may start at `at`, and no compound goes on there: “critics of the plan claim the …”.
pub(super) fn opens_clause(passage: &Passage<'_>, at: usize) -> bool {
    passage.has(at, flag::DET | flag::OWN | flag::PRONOUN) || passage.is(at, "that")
}

/// Whether a plain verb cannot follow the word as its subject: “the New Zealand flag”, but “critics charge”, “to say”.
fn is_singular(passage: &Passage<'_>, token: &Token) -> bool {
    let word = token.start as usize..token.end as usize;
    let plural = passage.text.get(word).is_some_and(|word| word.ends_with(['s', 'S']));
    const PLURAL: [u32; 8] = [
        literal("people"),
        literal("data"),
        literal("media"),
        literal("men"),
        literal("women"),
        literal("children"),
        literal("public"),
        literal("to"),
    ];
    let small = flag::SMALL | flag::PRONOUN | flag::GROUP;
    token.is_word()
        && token.kind != Kind::Number
        && !plural
        && !token.has(small)
        && !PLURAL.contains(&token.word)
}

/// Whether the plain form is the past as well: “put”.
fn is_past_too(token: &Token) -> bool {
    const SAME: [u32; 6] = [
        literal("put"),
        literal("read"),
        literal("cast"),
        literal("bet"),
        literal("forecast"),
        literal("let"),
    ];
    SAME.contains(&token.word)
}

/// Whether the plain form is hardly ever a noun: “people close to Castellan reject it”.
fn is_only_verb(token: &Token) -> bool {
    const VERBS: [u32; 28] = [
        literal("say"),
        literal("argue"),
        literal("reject"),
        literal("believe"),
        literal("think"),
        literal("insist"),
        literal("deny"),
        literal("expect"),
        literal("know"),
        literal("agree"),
        literal("admit"),
        literal("feel"),
        literal("suggest"),
        literal("warn"),
        literal("tell"),
        literal("describe"),
        literal("reckon"),
        literal("confirm"),
        literal("propose"),
        literal("hypothesize"),
        literal("interpret"),
        literal("assume"),
        literal("maintain"),
        literal("assert"),
        literal("accuse"),
        literal("predict"),
        literal("conclude"),
        literal("speculate"),
    ];
    VERBS.contains(&token.word)
}

/// Whether the word may be a verb that the lexicon does not know, and stands where a cue would.
fn is_unknown_verb(passage: &Passage<'_>, sentence: &Range<usize>, at: usize) -> bool {
    let token = &passage.tokens[at];
    let word = passage.slice(at..at + 1);
    let shaped = word.len() > 4 && ["ed", "s", "ing"].iter().any(|end| word.ends_with(end));
    if token.kind != Kind::Lower || token.entry.flags != 0 || !shaped {
        return false;
    }
    let next = passage.tokens.get(at + 1);
    if passage.is(at + 1, "that") || next.is_some_and(|t| t.kind == Kind::Opens) {
        return true;
    }
    let before = sentence.start.max(at.saturating_sub(8))..at;
    let named = before.clone().next_back().is_some_and(|i| {
        passage.tokens[i].is_capital() || passage.has(i, flag::PRONOUN | flag::ROLE)
    });
    let closes = |i: usize| passage.tokens[i].kind == Kind::Closes;
    named && before.clone().any(closes) || before.clone().next_back().is_some_and(closes)
}
