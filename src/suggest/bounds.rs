//! Where the content of a finding starts and ends, once the tagger has said what belongs to it: marks, quotations and
//! joined clauses are taken whole.

use std::ops::Range;

use super::{
    finding::Finding,
    lexicon::{Form, flag},
    passage::{Kind, Passage},
    rule::TriggerKind,
};

/// Words behind a quotation with which the writer goes on, not the speaker.
const LEAVES: [&str; 9] =
    ["and", "but", "as", "when", "while", "before", "after", "without", "then"];

/// Words that join a second clause of the speaker to a first: “A, he said, but B”.
const JOINS: [&str; 7] = ["and", "but", "since", "because", "so", "if", "though"];

impl Finding {
    /// Drops what only leads up to a cue that goes straight on with what is said: “Asked about it, she said that …”.
    fn drop_fronted(&mut self, passage: &Passage<'_>) {
        let goes_on = self.content.iter().find(|piece| piece.start >= self.cue.end).cloned();
        let straight = !self.cue.is_empty()
            && goes_on.as_ref().is_some_and(|piece| {
                let mut between = self.cue.end..piece.start;
                between.all(|i| passage.tokens[i].is_word() || passage.is(i, ":"))
            });
        if straight {
            let quotes = |i: usize| passage.quotation(i).is_some();
            self.content.retain(|piece| piece.end > self.cue.start || piece.clone().any(quotes));
        }
        // “Asked about it, she replied, “No.””: what she was asked she does not say.
        let quotation =
            goes_on.is_some_and(|piece| passage.tokens[piece.start].kind == Kind::Opens);
        let asked = |piece: &Range<usize>| {
            let token = &passage.tokens[piece.start];
            piece.end <= self.cue.start
                && passage.quotation(piece.start).is_none()
                && token.is_capital()
                && passage.slice_of(token).ends_with("ed")
                && self.source.start >= piece.end
        };
        if quotation {
            self.content.retain(|piece| !asked(piece));
        }
    }

    /// Takes “and “B”” to “A”, where both are what somebody is accused of, or says.
    fn join_quotations(&mut self, passage: &Passage<'_>) {
        let Some(last) = self.content.last_mut().filter(|last| last.start >= self.cue.end) else {
            return;
        };
        let closes = |i: usize| passage.tokens[i].kind == Kind::Closes;
        while last.end > 0 && closes(last.end - 1) && passage.is(last.end, "and") {
            let next = passage.tokens.get(last.end + 1).filter(|t| t.kind == Kind::Opens);
            let Some(quotation) = next.and_then(|_| passage.quotation(last.end + 1)) else {
                return;
            };
            if quotation.end > self.window.end || !quotation.closed {
                return;
            }
            last.end = quotation.end;
            let by = passage.is(last.end, "by")
                && passage
                    .tokens
                    .get(last.end + 1)
                    .is_some_and(|t| passage.slice_of(t).ends_with("ing"));
            if by {
                last.end = clause_end(passage, last.end, self.window.end);
            }
        }
    }

    /// Takes the rest of a quotation that who speaks only interrupts, however much is said of them: “A,” said X, who knows,
    /// “and B.”
    fn join_rest(&mut self, passage: &Passage<'_>) {
        let [only] = self.content.as_slice() else { return };
        let after = self.cue.end.max(self.source.end);
        let quoted = passage.quotation(only.start).is_some_and(|q| q.start == only.start);
        let interrupted = quoted
            && only.len() > 2
            && only.end <= self.cue.start
            && passage.is(only.end - 2, ",")
            && passage.tokens[only.end - 1].kind == Kind::Closes;
        let goes_on = |i: &usize| {
            passage.tokens[*i].kind == Kind::Opens
                && passage.is(i - 1, ",")
                && !passage.tokens[i - 2].is_cue_of_speech()
                && passage.tokens.get(i + 1).is_some_and(|t| t.kind == Kind::Lower)
        };
        if !interrupted || self.cue.is_empty() || self.source.is_empty() {
            return;
        }
        let rest = (after + 1..self.window.end).find(goes_on).and_then(|i| passage.quotation(i));
        if let Some(rest) = rest.filter(|rest| rest.speech && rest.end <= self.window.end) {
            self.content.push(rest.start..rest.end);
        }
    }

    /// Takes “and that …” to the clause it goes on from.
    fn join_that(&mut self, passage: &Passage<'_>) {
        let Some(last) = self.content.last_mut().filter(|last| last.start >= self.cue.end) else {
            return;
        };
        let comma = usize::from(passage.is(last.end, ","));
        let joined =
            passage.is(last.end + comma, "and") && passage.is(last.end + comma + 1, "that");
        if joined && self.cue.end > 0 && passage.quotation(last.end + comma).is_none() {
            last.end = clause_end(passage, last.end + comma + 2, self.window.end);
        }
    }

    /// Takes the second clause of “A, he said, but B”, which is his as well.
    fn join_clause(&mut self, passage: &Passage<'_>) {
        let [only] = self.content.as_slice() else { return };
        let after = self.cue.end.max(self.source.end);
        let left = only.end <= self.cue.start && passage.quotation(only.start).is_none();
        let joins = (passage.is(after, ",") || passage.is(after, ";"))
            && JOINS.iter().any(|word| passage.is(after + 1, word));
        if self.cue.is_empty() || self.source.is_empty() || !left || !joins {
            return;
        }
        let end = clause_end(passage, after + 2, self.window.end);
        let verb = passage.tokens.get(after + 2).is_none_or(|t| {
            t.has(flag::PAST | flag::AUX | flag::MODAL)
                || t.is_cue()
                || t.entry.form == Some(Form::Ing)
        });
        let speaks = (after + 2..end).any(|i| {
            let token = &passage.tokens[i];
            token.is_finite_cue() && !token.has(flag::NOMINAL) && token.kind == Kind::Lower
        });
        if !verb && !speaks && end > after + 4 {
            self.content.push(after + 1..end);
        }
    }

    /// Cuts what the writer adds behind a closed quotation: “I filled a need,” and got into his car.
    fn cut_tail(&mut self, passage: &Passage<'_>) {
        let Some(last) = self.content.last_mut() else { return };
        let label = self.trigger.kind == TriggerKind::Colon;
        if label || passage.tokens[last.start].kind != Kind::Opens {
            return;
        }
        let Some(close) = last.clone().rev().find(|i| passage.tokens[*i].kind == Kind::Closes)
        else {
            return;
        };
        let leaves = LEAVES.iter().any(|word| passage.is(close + 1, word));
        if close + 1 < last.end && leaves && passage.quotation(close + 1).is_none() {
            last.end = close + 1;
        }
    }

    /// Takes quotations whole that a piece only has the start or the end of.
    fn take_quotations_whole(&mut self, passage: &Passage<'_>) {
        let (at, window) = (self.trigger.at, self.window.clone());
        let whole = |i: usize| {
            let quotation = passage.quotation(i).filter(|q| q.closed && q.end <= window.end)?;
            let quotation = quotation.start..quotation.end;
            (!quotation.contains(&at) && quotation.start >= window.start).then_some(quotation)
        };
        for piece in self.content.iter_mut().filter(|piece| piece.start < piece.end) {
            if let Some(last) = whole(piece.end - 1).filter(|q| q.start >= piece.start) {
                piece.end = last.end;
            }
            if let Some(first) = whole(piece.start).filter(|q| q.end <= piece.end) {
                piece.start = first.start;
            }
        }
    }

    /// Drops a quoted term that only says where something longer was said: “A,” says the firm on its page “B”.
    fn drop_title(&mut self, passage: &Passage<'_>) {
        let said = self.content.first().is_some_and(|piece| {
            piece.end <= self.cue.start && passage.quotation(piece.start).is_some_and(|q| q.speech)
        });
        let after = self.cue.end.max(self.source.end);
        let term = |piece: &Range<usize>| {
            let quotation = passage.quotation(piece.start).filter(|q| !q.speech && q.closed);
            let whole = quotation.is_some_and(|q| q.start == piece.start && q.end == piece.end);
            whole && piece.start > after && passage.tokens[piece.start - 1].is_word()
        };
        if said && !self.cue.is_empty() {
            self.content.retain(|piece| !term(piece));
        }
    }

    /// Trims what a person would leave out at the edges, and takes a long quotation to its end.
    pub(crate) fn tidy(&mut self, passage: &Passage<'_>) {
        let dateline = passage.dateline_end();
        for piece in &mut self.content {
            piece.start = piece.start.max(dateline);
            let outer = |i: usize| {
                let token = &passage.tokens[i];
                token.kind == Kind::Mark
                    && passage.quotation(i).is_none()
                    && ![")", "%", "$", "("].iter().any(|mark| passage.is(i, mark))
            };
            let leads = |i: usize| outer(i) && !passage.is(i, "$");
            while piece.start < piece.end
                && (leads(piece.start) || passage.is(piece.start, "that") && piece.len() > 2)
            {
                piece.start += 1;
            }
            while piece.start < piece.end && outer(piece.end - 1) {
                piece.end -= 1;
            }
            if piece.start >= piece.end {
                continue;
            }
            let clipped_left =
                piece.start == self.window.start && passage.quotation(piece.start).is_some();
            if clipped_left && let Some(q) = passage.quotation(piece.start) {
                piece.start = q.start;
            }
            let clipped = piece.end == self.window.end || self.trigger.kind == TriggerKind::Alone;
            if clipped && let Some(q) = passage.quotation(piece.end - 1) {
                piece.end = q.end;
            }
        }
        self.content.retain(|piece| !piece.is_empty());
        self.take_quotations_whole(passage);
        self.drop_title(passage);
        self.drop_fronted(passage);
        self.join_quotations(passage);
        self.join_rest(passage);
        self.join_that(passage);
        self.join_clause(passage);
        self.cut_tail(passage);
        if self.trigger.kind == TriggerKind::Alone && self.cue.contains(&self.trigger.at) {
            self.cue = 0..0;
        }
    }
}

/// Where the clause from `start` ends, without the marks at its end.
fn clause_end(passage: &Passage<'_>, start: usize, limit: usize) -> usize {
    let mut end = limit.min(passage.tokens.len());
    let outer = |i: usize| passage.tokens[i].kind == Kind::Mark && passage.quotation(i).is_none();
    while end > start && outer(end - 1) {
        end -= 1;
    }
    for i in start..end {
        let adds = passage.is(i, ",")
            && passage.quotation(i).is_none()
            && passage
                .tokens
                .get(i + 1)
                .is_some_and(|t| t.is_cue() && t.entry.form == Some(Form::Ing));
        if adds || passage.is(i, ";") && passage.quotation(i).is_none() {
            return i;
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        article::{Block, BlockKind},
        suggest::{
            confidence::{Extent, SIGNS},
            rule::{Trigger, triggers},
        },
        text::TextRange,
    };

    /// What is left of the `pieces` of `text` as content of `cue`, with `source` before or behind it.
    fn tidied(text: &str, cue: &str, source: &str, pieces: &[&str]) -> Vec<String> {
        let range = TextRange::bytes(0, text.len());
        let block = Block { kind: BlockKind::Paragraph, range, marks: vec![] };
        let passage = Passage::read(text, &block);
        let tokens = |words: &str| {
            let start = text.find(words).unwrap();
            passage.token_at(start)..passage.token_at(start + words.len())
        };
        let at = tokens(cue);
        let all: Vec<Trigger> = triggers(&passage, passage.sentences[0].clone());
        let mut finding = Finding {
            trigger: *all.iter().find(|trigger| trigger.at == at.start).unwrap(),
            window: passage.sentences[0].clone(),
            source: tokens(source),
            antecedent: 0..0,
            told: false,
            cue: at,
            content: pieces.iter().map(|words| tokens(words)).collect(),
            rule: None,
            signs: [0.0; SIGNS],
            extent: Extent::default(),
            confidence: 1.0,
        };
        finding.tidy(&passage);
        finding.content.into_iter().map(|piece| passage.slice(piece).to_owned()).collect()
    }

    #[test]
    fn a_quotation_is_taken_whole() {
        let text = "Lind said it was \"a 'grand plot' of theirs\".";
        let whole = tidied(text, "said", "Lind", &["it was \"a '"]);
        assert_eq!(whole, ["it was \"a 'grand plot' of theirs\""]);
    }

    #[test]
    fn where_a_report_was_written_nobody_says() {
        let text = "MOSCOW (AA) – Taxes fell twice, the mayor said.";
        let whole = tidied(text, "said", "the mayor", &["MOSCOW (AA) – Taxes fell twice"]);
        assert_eq!(whole, ["Taxes fell twice"]);
        assert_eq!(tidied(text, "said", "the mayor", &["MOSCOW (AA)"]), Vec::<String>::new());
    }

    #[test]
    fn a_quotation_goes_on_behind_who_speaks() {
        let text = "“They ask for socks,” said a guard, who gave no name, “and then for bread.”";
        let said = ["“They ask for socks,”", "“and then for bread.”"];
        assert_eq!(tidied(text, "said", "a guard", &said[..1]), said);
        let other = "“They ask for socks,” said a guard, and his wife said, “and then for bread.”";
        assert_eq!(tidied(other, "said", "a guard", &said[..1]), said[..1]);
    }

    #[test]
    fn a_title_behind_who_says_it_is_not_said() {
        let text = "“It is time to say goodbye to it,” says the firm on its page “The Last Days”.";
        let said = ["“It is time to say goodbye to it,”", "“The Last Days”"];
        assert_eq!(tidied(text, "says", "the firm", &said), said[..1]);
    }
}
