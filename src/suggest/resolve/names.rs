//! Names in the text: runs of capitalised words, with what stands around them.

use std::{collections::HashSet, ops::Range};

use super::{
    leaning::{leaning, located},
    nature::{Gender, ORG},
    noun::{Noun, Stands},
    run::{run_end, starts_name},
};

use crate::article::BlockKind;
use crate::suggest::{
    lexicon::{flag, literal},
    passage::{Kind, Passage},
};

/// A word of a name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub(super) hash: u32,
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) flags: u32,
    pub(super) kind: Kind,
    /// Its first letter, small; 0 where that is not ASCII.
    pub(super) initial: u8,
}

/// A run of capitalised words.
#[derive(Clone, Debug)]
pub(super) struct Run {
    /// Its words, in the list of all words of runs.
    pub(super) words: Range<usize>,
    /// How many of them are titles and what belongs to titles: “Russian Foreign Minister”.
    pub(super) titled: usize,
    /// Whether “the” stands before.
    pub(super) the: bool,
    /// A short form in brackets behind: “(TUS)”.
    pub(super) acronym: Option<u32>,
    /// What the words before it and the apposition behind it say of it: flags of both.
    pub(super) said: u32,
    /// The roles before and behind, in the list of all roles.
    pub(super) roles: Range<usize>,
    /// Whether only its place makes its first word a capital.
    pub(super) first: bool,
    /// How it stands in its sentence.
    pub(super) stands: Stands,
    /// Whether what stands around it is for a person (more than 0) or for a thing (less).
    pub(super) leaning: i8,
    /// Whether it stands where a place does: “in Lima”.
    pub(super) located: bool,
}

/// All names of a text, in order.
#[derive(Debug, Default)]
pub(super) struct Names {
    pub(super) words: Vec<Word>,
    pub(super) runs: Vec<Run>,
    /// Hashes of role and institution words said of names.
    pub(super) roles: Vec<u32>,
    /// Words with a capital where none is needed.
    pub(super) inner: HashSet<u32>,
    /// Noun phrases that are no names: “the defence ministry”, “two officials”.
    pub(super) nouns: Vec<Noun>,
    /// Where sentences start, and in which paragraph.
    pub(super) sentences: Vec<(u32, u32)>,
    /// Where headlines stand.
    pub(super) headlines: Vec<(u32, u32)>,
    /// The pronouns “he” and “she” with their forms, and whether they are subjects.
    pub(super) pronouns: Vec<(u32, Gender, bool)>,
}

/// Letters after a name.
const LETTERS: [u32; 10] = [
    literal("kc"),
    literal("qc"),
    literal("sc"),
    literal("mp"),
    literal("jr"),
    literal("sr"),
    literal("esq"),
    literal("phd"),
    literal("obe"),
    literal("td"),
];

impl Names {
    /// Adds the names of a block.
    pub(super) fn read(&mut self, passage: &Passage<'_>) {
        self.read_nouns(passage);
        let mut i = 0;
        while i < passage.tokens.len() {
            if starts_name(passage, i) {
                let end = run_end(passage, i);
                self.add(passage, i..end);
                i = end;
            } else {
                i += 1;
            }
        }
    }

    fn add(&mut self, passage: &Passage<'_>, tokens: Range<usize>) {
        let first = self.words.len();
        let leads = passage.sentences.binary_search_by_key(&tokens.start, |s| s.start).is_ok()
            || tokens.start > 0 && passage.tokens[tokens.start - 1].kind == Kind::Opens;
        if !leads && passage.kind != BlockKind::Headline && tokens.len() == 1 {
            self.inner.insert(passage.tokens[tokens.start].word);
        }
        for token in &passage.tokens[tokens.clone()] {
            if token.is_word() {
                self.words.push(Word {
                    hash: token.word,
                    start: token.start,
                    end: token.end,
                    flags: token.entry.flags,
                    kind: token.kind,
                    initial: initial(passage.text, token.start),
                });
            }
        }
        let words = first..self.words.len();
        let roles = self.roles.len();
        let said = self.read_context(passage, &tokens);
        let acronym = [1, 2].iter().find_map(|skip| {
            let open = tokens.end + skip - 1;
            let token = passage.tokens.get(open + 1)?;
            let short =
                passage.is(open, "(") && token.kind == Kind::Upper && passage.is(open + 2, ")");
            short.then_some(token.word)
        });
        let located = located(passage, &tokens);
        let run = Run {
            titled: self.titles(words.clone()),
            words,
            the: tokens.start > 0 && passage.is(tokens.start - 1, "the"),
            acronym,
            said,
            roles: roles..self.roles.len(),
            first: leads,
            stands: Stands::read(passage, &tokens),
            leaning: leaning(passage, &tokens, located),
            located,
        };
        self.runs.push(run);
    }

    /// How many words at the start are a title; none for an institution (“Council of Ministers”).
    fn titles(&self, words: Range<usize>) -> usize {
        let all = &self.words[words];
        let org = |word: &Word| word.flags & ORG != 0 && word.flags & flag::ROLE == 0;
        let of = all.get(1).is_some_and(|word| word.kind == Kind::Lower);
        if all.last().is_some_and(org) || of && all.first().is_some_and(org) {
            return 0;
        }
        let last = all.iter().rposition(|word| word.flags & (flag::TITLE | flag::ROLE) != 0);
        let mut titled = last.map_or(0, |last| last + 1);
        if titled > 0 {
            // “Ambassador to the United States”, “Secretary of State”.
            let place = |word: &Word| {
                word.flags & (flag::PLACE | flag::PREP | flag::DET) != 0
                    || [
                        literal("united"),
                        literal("states"),
                        literal("state"),
                        literal("nations"),
                        literal("kingdom"),
                    ]
                    .contains(&word.hash)
            };
            // “Minister of Health Gleb Trofimov”: the name is at the end.
            let of = all
                .get(titled)
                .is_some_and(|word| word.kind == Kind::Lower && word.flags & flag::PREP != 0);
            if of {
                titled = if all.len() >= titled + 4 { all.len() - 2 } else { all.len() };
            }
            while titled < all.len() && place(&all[titled]) {
                titled += 1;
            }
        }
        titled
    }

    /// Where the paragraph that byte `at` is in starts.
    pub(super) fn paragraph_start(&self, at: u32) -> u32 {
        let before = self.sentences.partition_point(|(start, _)| *start <= at);
        let before = self.sentences.get(..before).unwrap_or_default();
        let paragraph = before.last().map_or(0, |(_, number)| *number);
        let first = before.partition_point(|(_, number)| *number < paragraph);
        before.get(first).map_or(0, |(start, _)| *start)
    }

    /// The runs that lie in the bytes `start..end`.
    pub(super) fn within(&self, start: usize, end: usize) -> Range<usize> {
        let at = |run: &Run| self.words.get(run.words.start).map_or(0, |word| word.start as usize);
        let first = self.runs.partition_point(|run| at(run) < start);
        let last = self.runs.partition_point(|run| at(run) < end);
        first..last.max(first)
    }

    /// The words of a run that are its name.
    pub(super) fn named(&self, run: &Run) -> &[Word] {
        let words = &self.words[run.words.clone()];
        let words = if run.titled < words.len() { &words[run.titled..] } else { words };
        // “Naomi Ferris KC”.
        match words {
            [name @ .., last] if name.len() > 1 && LETTERS.contains(&last.hash) => name,
            _ => words,
        }
    }
}

fn initial(text: &str, start: u32) -> u8 {
    let byte = text.as_bytes().get(start as usize).copied().unwrap_or(0);
    if byte.is_ascii() { byte.to_ascii_lowercase() } else { 0 }
}
