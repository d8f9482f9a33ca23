//! One block as the engine reads it: tokens, quotations, sentences.

mod dateline;
mod token;

use std::ops::Range;

pub(crate) use self::token::{Kind, Token, tokenize};
use crate::{
    article::{Block, BlockKind},
    suggest::lexicon::{flag, literal},
    text::{TextRange, enclosures, sentences},
};

/// No quotation.
pub(crate) const PLAIN: u16 = u16::MAX;

/// An outermost quotation of the block, in tokens, marks included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Quotation {
    /// The token of the mark that opens.
    pub(crate) start: usize,
    /// First token after the mark that closes, or after the block where it goes on in the next.
    pub(crate) end: usize,
    /// Whether a mark closes it in this block.
    pub(crate) closed: bool,
    /// Words inside.
    pub(crate) words: u32,
    /// Whether it reads like speech rather than a quoted term: long, or with a mark of its own at the end.
    pub(crate) speech: bool,
}

/// One block.
#[derive(Debug)]
pub(crate) struct Passage<'a> {
    /// The text of the whole article.
    pub(crate) text: &'a str,
    /// What the block is.
    pub(crate) kind: BlockKind,
    /// Its tokens.
    pub(crate) tokens: Vec<Token>,
    /// For each token the outermost quotation it is in, marks included, or [`PLAIN`].
    pub(crate) quoted: Vec<u16>,
    /// Its outermost quotations.
    pub(crate) quotations: Vec<Quotation>,
    /// Its sentences; none ends inside a quotation.
    pub(crate) sentences: Vec<Range<usize>>,
}

impl<'a> Passage<'a> {
    /// Reads `block` of `text`, once.
    pub(crate) fn read(text: &'a str, block: &Block) -> Self {
        let mut tokens = Vec::with_capacity(block.range.len() / 5);
        tokenize(block.range.of(text).unwrap_or_default(), block.range.start().get(), &mut tokens);
        let mut passage = Self {
            text,
            kind: block.kind,
            quoted: vec![PLAIN; tokens.len()],
            tokens,
            quotations: Vec::new(),
            sentences: Vec::new(),
        };
        passage.read_quotations(block.range);
        passage.read_sentences(block.range);
        passage
    }

    fn read_quotations(&mut self, block: TextRange) {
        let mut from = 0;
        for found in enclosures(self.text, block) {
            if !found.quotation || !block.encloses(found.outer) {
                continue;
            }
            let start = self.token_at(found.outer.start().get());
            let end = self.token_at(found.outer.end().get());
            if start >= end {
                continue;
            }
            if let Some(open) = self.tokens.get_mut(start).filter(|t| !t.is_word()) {
                open.kind = Kind::Opens;
            }
            let closed = found.is_closed();
            if closed && let Some(close) = self.tokens.get_mut(end - 1).filter(|t| !t.is_word()) {
                close.kind = Kind::Closes;
            }
            if start < from || self.quotations.len() >= usize::from(PLAIN) {
                continue;
            }
            from = end;
            let inner = &self.tokens[start..end];
            let words = inner.iter().filter(|t| t.is_word()).count() as u32;
            let last = inner.iter().rev().find(|t| t.kind != Kind::Closes);
            let ends = last.is_some_and(|t| {
                [",", ".", "?", "!", "…", "..."].iter().any(|m| t.word == literal(m))
            });
            let number = self.quotations.len() as u16;
            self.quoted[start..end].fill(number);
            self.quotations.push(Quotation {
                start,
                end,
                closed,
                words,
                speech: !closed || words >= 6 || ends,
            });
        }
    }

    fn read_sentences(&mut self, block: TextRange) {
        let mut start = 0;
        for sentence in sentences(self.text, block) {
            let end = self.token_at(sentence.end().get());
            let open = end > 0
                && end < self.quoted.len()
                && self.quoted[end - 1] != PLAIN
                && self.quoted[end - 1] == self.quoted[end];
            let title = end > 0
                && self.tokens.get(end - 1).is_some_and(|t| t.is_word() && t.has(flag::TITLE))
                && self.slice(end - 1..end).ends_with('.');
            if end > start && !open && !title && !self.goes_on(start, end) {
                self.sentences.push(start..end);
                start = end;
            }
        }
        if start < self.tokens.len() {
            self.sentences.push(start..self.tokens.len());
        }
    }

    /// Whether a quotation that ends a sentence at `end` goes on with who said it: “Why?” Ms. Colquitt thundered.
    fn goes_on(&self, start: usize, end: usize) -> bool {
        let closes = end > start && self.tokens[end - 1].kind == Kind::Closes;
        let asks = end >= 2
            && self.tokens.get(end - 2).is_some_and(|t| !t.is_word() && t.word != literal("."));
        if !closes || !asks {
            return false;
        }
        let mut words = self.tokens[end..].iter().take(6);
        match words.next() {
            Some(first) if first.has(flag::PRONOUN) || first.is_capital() => {
                if first.has(flag::PRONOUN) {
                    return words.next().is_some_and(Token::is_finite_cue);
                }
                words.find(|t| !t.is_capital()).is_some_and(Token::is_finite_cue)
                    || self.only_says(end)
            }
            _ => false,
        }
    }

    /// Whether what starts at `from` only says who said it: “Rep. Bae Seung-joo of the main opposition party said.”
    fn only_says(&self, from: usize) -> bool {
        let until = self.tokens.len().min(from + 24);
        let verbal = |t: &Token| {
            t.has(flag::AUX | flag::MODAL | flag::WH)
                || t.is_finite_cue() && t.kind == Kind::Lower && !t.has(flag::NOMINAL | flag::ROLE)
        };
        let Some(verb) = (from..until).find(|i| verbal(&self.tokens[*i])) else { return false };
        let token = &self.tokens[verb];
        let plain = (from..verb).all(|i| self.tokens[i].is_word() || self.is(i, ","));
        let ends = [".", ",", "in", "on", "at", "as", "to", "during", "after", "before"];
        token.is_cue_of_speech()
            && plain
            && !token.has(flag::AUX)
            && (verb + 1 == self.tokens.len()
                || ends.iter().any(|end| self.is(verb + 1, end))
                || self.has(verb + 1, flag::DATE))
    }

    /// The first token that starts at byte `at` or after.
    pub(crate) fn token_at(&self, at: usize) -> usize {
        self.tokens.partition_point(|t| (t.start as usize) < at)
    }

    /// The words of these tokens, as written.
    pub(crate) fn slice(&self, tokens: Range<usize>) -> &'a str {
        let range = self.range(tokens);
        range.and_then(|range| range.of(self.text)).unwrap_or_default()
    }

    /// The word of a token, as written.
    pub(crate) fn slice_of(&self, token: &Token) -> &'a str {
        self.text.get(token.start as usize..token.end as usize).unwrap_or_default()
    }

    /// The range of these tokens; nothing where there are none.
    pub(crate) fn range(&self, tokens: Range<usize>) -> Option<TextRange> {
        let all = self.tokens.get(tokens)?;
        Some(TextRange::bytes(all.first()?.start as usize, all.last()?.end as usize))
    }

    /// The quotation that token `i` is in.
    pub(crate) fn quotation(&self, i: usize) -> Option<&Quotation> {
        self.quotations.get(usize::from(*self.quoted.get(i)?))
    }

    /// Whether token `i` is this mark or small word.
    pub(crate) fn is(&self, i: usize, word: &str) -> bool {
        self.tokens.get(i).is_some_and(|t| t.word == literal(word))
    }

    /// Whether the lexicon has one of these flags for token `i`.
    pub(crate) fn has(&self, i: usize, flags: u32) -> bool {
        self.tokens.get(i).is_some_and(|t| t.has(flags))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Vec<String>, Vec<String>) {
        let block = Block {
            kind: BlockKind::Paragraph,
            range: TextRange::bytes(0, text.len()),
            marks: vec![],
        };
        let passage = Passage::read(text, &block);
        let words = |r: &Range<usize>| passage.slice(r.clone()).to_owned();
        (
            passage.quotations.iter().map(|q| passage.slice(q.start..q.end).to_owned()).collect(),
            passage.sentences.iter().map(words).collect(),
        )
    }

    #[test]
    fn no_sentence_ends_inside_a_quotation() {
        let (quotations, sentences) =
            read("“We left. It was late,” he said. ``Nobody came.'' She left.");
        assert_eq!(quotations, ["“We left. It was late,”", "``Nobody came.''"]);
        assert_eq!(
            sentences,
            ["“We left. It was late,” he said.", "``Nobody came.''", "She left."]
        );
    }

    #[test]
    fn a_question_goes_on_with_who_asked() {
        let (_, sentences) =
            read("“Why now?” Ms. Colquitt thundered. “Why not?” The hall was dark.");
        assert_eq!(
            sentences,
            ["“Why now?” Ms. Colquitt thundered.", "“Why not?”", "The hall was dark."]
        );
    }

    #[test]
    fn a_mark_without_a_partner_holds_nothing() {
        let (quotations, sentences) = read("He said “we left. And that was it.");
        assert!(quotations.is_empty());
        assert_eq!(sentences.len(), 2);
    }
}
