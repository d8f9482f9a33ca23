//! What a trigger is, as far as its features and those of the tokens around it hang on that.

use std::ops::Range;

use super::{features::pair, shape::Shapes};
use crate::suggest::{
    lexicon::{CLASSES, literal},
    passage::{PLAIN, Token},
    rule::Site,
};

/// Forms of “be” that make a passive of a cue: “was told”.
const BE: [u32; 6] = [
    literal("is"),
    literal("are"),
    literal("was"),
    literal("were"),
    literal("been"),
    literal("being"),
];

/// What a trigger’s features of every token share; made once per trigger.
pub(crate) struct Angle {
    pub(super) at: usize,
    pub(super) window: Range<usize>,
    pub(super) lemma: u32,
    pub(super) class: u32,
    pub(super) classes: u16,
    pub(super) pattern: u32,
    pub(super) around: u32,
    /// What stands right behind the trigger.
    pub(super) first: u32,
    pub(super) quoted: u16,
    pub(super) subject: Option<Range<usize>>,
    pub(super) object: Option<Range<usize>>,
    pub(super) rule: u32,
}

impl Angle {
    pub(crate) fn new(site: &Site<'_>, shapes: &Shapes, rule: Option<usize>) -> Self {
        let (passage, at, window) = (site.passage, site.trigger.at, site.sentence.clone());
        let token = site.token();
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
            rule: rule.map_or(0, |number| number as u32 + 1),
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
}

/// The number of the first class of a cue.
pub(crate) fn main_class(token: &Token) -> u32 {
    CLASSES.iter().position(|class| token.cues(*class)).unwrap_or(CLASSES.len()) as u32
}
