//! Features: numbers that stand for what surrounds a token, seen alone and seen from a trigger.

use std::ops::Range;

use super::{
    nearby::{between_all, distance, list_ahead, verb_ahead},
    shape::Shapes,
};
use crate::suggest::{
    lexicon::{CLASSES, flag, literal},
    passage::{Kind, PLAIN, Passage, Token},
    rule::{Reading, Site},
};

/// What a token is in an attribution. The numbers index the weights.
pub(crate) mod role {
    /// Nothing.
    pub(crate) const OTHER: usize = 0;
    /// Who.
    pub(crate) const SOURCE: usize = 1;
    /// “said”.
    pub(crate) const CUE: usize = 2;
    /// What.
    pub(crate) const CONTENT: usize = 3;
    /// How many.
    pub(crate) const COUNT: usize = 4;
}

/// Bits of a feature’s number.
pub(crate) const BITS: u32 = 18;

/// The number of template `template` with `value`.
pub(super) fn feature(template: u32, value: u32) -> u32 {
    let mixed = (value ^ template.wrapping_mul(0x9e37_79b1)).wrapping_mul(0x85eb_ca6b);
    let mixed = (mixed ^ (mixed >> 15)).wrapping_mul(0xc2b2_ae35);
    mixed >> (32 - BITS)
}

pub(super) fn pair(a: u32, b: u32) -> u32 {
    a.wrapping_mul(0x0100_0193).rotate_left(7) ^ b
}

/// Forms of “be” that make a passive of a cue: “was told”.
const BE: [u32; 6] = [
    literal("is"),
    literal("are"),
    literal("was"),
    literal("were"),
    literal("been"),
    literal("being"),
];

/// The features of token `i` alone.
pub(crate) fn alone(passage: &Passage<'_>, shapes: &Shapes, i: usize, push: &mut impl FnMut(u32)) {
    let word = |d: isize| {
        i.checked_add_signed(d).and_then(|j| passage.tokens.get(j)).map_or(0, |t| t.word)
    };
    let shape = |d: isize| shapes.shape(i.checked_add_signed(d));
    let state = u32::from(shapes.state[i]);
    let (before, here, after) = (shape(-1), shape(0), shape(1));
    push(feature(1, word(0)));
    push(feature(2, word(-1)));
    push(feature(3, word(1)));
    push(feature(4, word(-2)));
    push(feature(5, word(2)));
    push(feature(6, pair(word(-1), word(0))));
    push(feature(7, pair(word(0), word(1))));
    push(feature(8, here));
    push(feature(9, before));
    push(feature(10, after));
    push(feature(11, shape(-2)));
    push(feature(12, shape(2)));
    push(feature(13, pair(pair(before, here), after)));
    push(feature(14, pair(pair(shape(-2), before), here)));
    push(feature(15, pair(pair(shape(2), after), here)));
    push(feature(16, state));
    push(feature(17, pair(state, here)));
    push(feature(18, pair(shape(3), pair(shape(4), here))));
}

/// The features of the step from token `i - 1` to token `i` that are the same for all triggers on one `side`.
pub(crate) fn step(
    passage: &Passage<'_>,
    shapes: &Shapes,
    i: usize,
    side: u32,
    push: &mut impl FnMut(u32),
) {
    let last = i.checked_sub(1);
    let (before, here) = (shapes.shape(last), shapes.shape(Some(i)));
    let word = |i: Option<usize>| i.and_then(|i| passage.tokens.get(i)).map_or(0, |t| t.word);
    let state = u32::from(shapes.state[i]);
    let state = pair(u32::from(last.map_or(0, |i| shapes.state[i])), state);
    push(feature(61, side));
    push(feature(62, pair(side, pair(before, here))));
    push(feature(63, pair(side, word(last))));
    push(feature(64, pair(side, word(Some(i)))));
    push(feature(65, pair(side, state)));
    push(feature(68, pair(pair(word(last), word(Some(i))), side)));
    push(feature(69, pair(pair(word(last), here), side)));
    push(feature(70, pair(pair(here, shapes.shape(Some(i + 1))), side)));
    push(feature(71, pair(pair(word(last), word(last.and_then(|i| i.checked_sub(1)))), side)));
}

/// What a trigger’s features of every token share; made once per trigger.
pub(crate) struct Angle {
    pub(super) at: usize,
    pub(super) window: Range<usize>,
    pub(super) lemma: u32,
    pub(super) class: u32,
    pub(super) classes: u16,
    pub(super) pattern: u32,
    around: u32,
    /// What stands right behind the trigger.
    first: u32,
    quoted: u16,
    pub(super) subject: Option<Range<usize>>,
    pub(super) object: Option<Range<usize>>,
    pub(super) rule: u32,
    /// What the rule reads, by token of the window.
    labels: Vec<u8>,
    /// What stands between the token and the trigger, by token of the window.
    between: Vec<u8>,
}

impl Angle {
    pub(crate) fn new(
        site: &Site<'_>,
        shapes: &Shapes,
        reading: Option<&(usize, Reading)>,
    ) -> Self {
        let (passage, at, window) = (site.passage, site.trigger.at, site.sentence.clone());
        let token = site.token();
        let mut labels = vec![role::OTHER as u8; window.len()];
        if let Some((_, reading)) = reading {
            let mut fill = |range: &Range<usize>, label: usize| {
                let end = range.end.min(window.end);
                for i in range.start.max(window.start)..end {
                    labels[i - window.start] = label as u8;
                }
            };
            reading.content.iter().for_each(|piece| fill(piece, role::CONTENT));
            fill(&reading.source, role::SOURCE);
        }
        let verb = site.verb_start()..at;
        let passive = verb.clone().any(|i| BE.contains(&passage.tokens[i].word));
        let near = |d: isize| shapes.shape(at.checked_add_signed(d).filter(|j| window.contains(j)));
        let outside = |i: &usize| passage.quoted[*i] == PLAIN;
        let quotation = |range: Range<usize>| {
            u32::from(range.into_iter().any(|i| passage.quotation(i).is_some_and(|q| q.speech)))
        };
        let pattern = quotation(window.start..at)
            | quotation(at + 1..window.end) << 1
            | u32::from(!outside(&at)) << 2
            | u32::from(passage.quoted[window.start] != PLAIN) << 3
            | (site.trigger.kind as u32) << 4;
        Self {
            at,
            lemma: if token.entry.lemma == 0 { token.word } else { token.entry.lemma },
            class: main_class(token) << 9
                | u32::from(passive) << 8
                | token.entry.form.map_or(7, |form| form as u32) << 4
                | site.trigger.kind as u32,
            classes: token.entry.cues,
            pattern,
            around: pair(near(-1), near(1)),
            first: near(1),
            quoted: passage.quoted[at],
            subject: site.subject(),
            object: site.object(),
            rule: reading.map_or(0, |(number, _)| *number as u32 + 1),
            labels,
            between: between_all(passage, &window, at),
            window,
        }
    }

    /// The noun phrase before the trigger.
    pub(crate) fn subject(&self) -> Option<Range<usize>> {
        self.subject.clone()
    }

    pub(super) fn main(&self) -> u32 {
        self.class >> 9
    }

    fn label(&self, i: Option<usize>) -> u32 {
        let label = i.and_then(|i| self.labels.get(i.checked_sub(self.window.start)?));
        label.map_or(9, |label| u32::from(*label))
    }

    /// The features of token `i` seen from the trigger.
    pub(crate) fn seen(
        &self,
        passage: &Passage<'_>,
        shapes: &Shapes,
        i: usize,
        push: &mut impl FnMut(u32),
    ) {
        let side = self.side(i);
        let far = distance(i.abs_diff(self.at));
        let here = shapes.shape(Some(i));
        let state = u32::from(shapes.state[i]);
        let between = u32::from(self.between[i - self.window.start]);
        let place = pair(side, far);
        let within = |range: &Option<Range<usize>>| {
            u32::from(range.as_ref().is_some_and(|range| range.contains(&i)))
        };
        let phrase = within(&self.subject) | within(&self.object) << 1 | side << 2;
        let labels =
            pair(pair(self.label(i.checked_sub(1)), self.label(Some(i))), self.label(Some(i + 1)));
        let same = u32::from(passage.quoted[i] == self.quoted);
        push(feature(31, place));
        push(feature(32, pair(place, here)));
        push(feature(33, pair(side, pair(state, same))));
        push(feature(34, pair(self.lemma, pair(side, pair(state, between & 12)))));
        push(feature(35, pair(self.class, pair(side, state))));
        push(feature(36, pair(self.lemma, pair(side, here))));
        push(feature(37, pair(side, between)));
        push(feature(38, pair(pair(side, between), here)));
        push(feature(39, pair(self.around, side)));
        push(feature(40, pair(self.around, place)));
        push(feature(41, pair(self.rule, labels)));
        push(feature(42, labels));
        push(feature(43, pair(passage.tokens[i].word, place)));
        push(feature(44, pair(self.pattern, pair(side, pair(state, between & 3)))));
        push(feature(45, pair(self.pattern, place)));
        push(feature(46, pair(phrase, self.rule)));
        push(feature(47, pair(phrase, pair(self.class, between & 1))));
        push(feature(51, pair(self.main(), pair(side, here))));
        push(feature(52, pair(self.main(), pair(side, between))));
        push(feature(53, pair(self.main(), pair(place, state))));
        push(feature(48, pair(self.class, pair(place, between & 5))));
        push(feature(49, pair(self.pattern, pair(phrase, between))));
        push(feature(50, pair(pair(far.min(6), side), pair(shapes.shape(i.checked_sub(1)), here))));
    }

    /// The features of the step from token `i - 1` to token `i` that hang on the trigger; the others are [`step`]’s.
    pub(crate) fn step(
        &self,
        passage: &Passage<'_>,
        shapes: &Shapes,
        i: usize,
        push: &mut impl FnMut(u32),
    ) {
        let side = self.side(i);
        let last = i.checked_sub(1);
        let word = |i: Option<usize>| i.and_then(|i| passage.tokens.get(i)).map_or(0, |t| t.word);
        push(feature(66, pair(pair(self.rule, self.label(last)), self.label(Some(i)))));
        push(feature(67, pair(pair(self.class, side), distance(i.abs_diff(self.at)).min(4))));
        let token = &passage.tokens[i];
        let parts = token.has(flag::CONJ | flag::SUBORD | flag::WH) || token.kind == Kind::Mark;
        if !parts || passage.quoted[i] != self.quoted {
            return;
        }
        // Where a clause may end: what comes next, and whether it has a verb of its own.
        let (next, then) = (shapes.shape(Some(i + 1)), shapes.shape(Some(i + 2)));
        let ahead = pair(word(Some(i)), verb_ahead(passage, shapes, i + 1));
        let place = pair(side, self.first);
        push(feature(72, pair(ahead, side)));
        push(feature(73, pair(pair(word(Some(i)), pair(next, then)), side)));
        push(feature(74, pair(pair(word(Some(i)), next), place)));
        push(feature(75, pair(ahead, place)));
        push(feature(76, pair(pair(ahead, next), side)));
        push(feature(77, pair(pair(ahead, self.main()), side)));
        if token.word == literal(",") {
            let list = pair(list_ahead(passage, shapes, i), side);
            push(feature(78, list));
            push(feature(79, pair(list, pair(shapes.shape(last), next))));
        }
    }

    /// On which side of the trigger token `i` is.
    pub(crate) fn side(&self, i: usize) -> u32 {
        match i.cmp(&self.at) {
            std::cmp::Ordering::Less => 1,
            std::cmp::Ordering::Equal => 2,
            std::cmp::Ordering::Greater => 3,
        }
    }
}

/// The number of the first class of a cue.
pub(crate) fn main_class(token: &Token) -> u32 {
    CLASSES.iter().position(|class| token.cues(*class)).unwrap_or(CLASSES.len()) as u32
}
