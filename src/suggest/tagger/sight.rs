//! Features of the tokens around a trigger, seen from there.

use std::{cmp::Ordering, ops::Range};

use super::{
    angle::Angle,
    features::{feature, pair, role},
    nearby::{between_all, distance, list_ahead, verb_ahead},
    shape::Shapes,
};
use crate::suggest::{
    lexicon::{flag, literal},
    passage::{Kind, Passage},
    rule::Reading,
};

/// How a token stands to a trigger, as far as its neighbours often stand the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stand {
    side: u32,
    /// Where it stands to quotation marks.
    state: u32,
    /// Whether it is inside or outside of a quotation as the trigger is.
    same: u32,
    between: u32,
    /// Whether it is in the subject or the object of the trigger.
    phrase: u32,
    /// What the rule reads here and next to it.
    labels: u32,
}

/// A trigger’s view of its window.
pub(crate) struct Sight<'a> {
    angle: &'a Angle,
    passage: &'a Passage<'a>,
    shapes: &'a Shapes,
    /// What the rule reads, by token of the window.
    labels: Vec<u8>,
    /// What stands between the token and the trigger, by token of the window.
    between: Vec<u8>,
}

impl<'a> Sight<'a> {
    /// What `angle` sees in `passage`, of which a rule has this `reading`.
    pub(crate) fn new(
        angle: &'a Angle,
        passage: &'a Passage<'a>,
        shapes: &'a Shapes,
        reading: Option<&Reading>,
    ) -> Self {
        let Angle { at, window, .. } = angle;
        let mut labels = vec![role::OTHER as u8; window.len()];
        if let Some(reading) = reading {
            let mut fill = |range: &Range<usize>, label: usize| {
                let end = range.end.min(window.end);
                for i in range.start.max(window.start)..end {
                    labels[i - window.start] = label as u8;
                }
            };
            reading.content.iter().for_each(|piece| fill(piece, role::CONTENT));
            fill(&reading.source, role::SOURCE);
        }
        Self { angle, passage, shapes, labels, between: between_all(passage, window, *at) }
    }

    /// On which side of the trigger token `i` is.
    pub(crate) fn side(&self, i: usize) -> u32 {
        match i.cmp(&self.angle.at) {
            Ordering::Less => 1,
            Ordering::Equal => 2,
            Ordering::Greater => 3,
        }
    }

    /// How far token `i` is from the trigger, roughly.
    pub(crate) fn far(&self, i: usize) -> u32 {
        distance(i.abs_diff(self.angle.at))
    }

    fn label(&self, i: Option<usize>) -> u32 {
        let label = i.and_then(|i| self.labels.get(i.checked_sub(self.angle.window.start)?));
        label.map_or(9, |label| u32::from(*label))
    }

    /// How token `i` stands to the trigger.
    pub(crate) fn stand(&self, i: usize) -> Stand {
        let (angle, side) = (self.angle, self.side(i));
        let within = |range: &Option<Range<usize>>| {
            u32::from(range.as_ref().is_some_and(|range| range.contains(&i)))
        };
        Stand {
            side,
            state: u32::from(self.shapes.state[i]),
            same: u32::from(self.passage.quoted[i] == angle.quoted),
            between: u32::from(self.between[i - angle.window.start]),
            phrase: within(&angle.subject) | within(&angle.object) << 1 | side << 2,
            labels: pair(
                pair(self.label(i.checked_sub(1)), self.label(Some(i))),
                self.label(Some(i + 1)),
            ),
        }
    }

    /// The features of every token that stands so.
    pub(crate) fn standing(&self, stand: Stand, push: &mut impl FnMut(u32)) {
        let Stand { side, state, same, between, phrase, labels } = stand;
        let angle = self.angle;
        push(feature(33, pair(side, pair(state, same))));
        push(feature(34, pair(angle.lemma, pair(side, pair(state, between & 12)))));
        push(feature(35, pair(angle.class, pair(side, state))));
        push(feature(37, pair(side, between)));
        push(feature(39, pair(angle.around, side)));
        push(feature(41, pair(angle.rule, labels)));
        push(feature(42, labels));
        push(feature(44, pair(angle.pattern, pair(side, pair(state, between & 3)))));
        push(feature(46, pair(phrase, angle.rule)));
        push(feature(47, pair(phrase, pair(angle.class, between & 1))));
        push(feature(49, pair(angle.pattern, pair(phrase, between))));
        push(feature(52, pair(angle.main(), pair(side, between))));
    }

    /// The features of every token that stands so, so far away.
    pub(crate) fn distant(&self, stand: Stand, far: u32, push: &mut impl FnMut(u32)) {
        let (angle, place) = (self.angle, pair(stand.side, far));
        push(feature(31, place));
        push(feature(40, pair(angle.around, place)));
        push(feature(45, pair(angle.pattern, place)));
        push(feature(48, pair(angle.class, pair(place, stand.between & 5))));
        push(feature(53, pair(angle.main(), pair(place, stand.state))));
    }

    /// The features that only token `i` has, seen from the trigger.
    pub(crate) fn seen(&self, i: usize, (stand, far): (Stand, u32), push: &mut impl FnMut(u32)) {
        let Stand { side, between, .. } = stand;
        let Self { angle, passage, shapes, .. } = self;
        let here = shapes.shape(Some(i));
        let place = pair(side, far);
        push(feature(32, pair(place, here)));
        push(feature(36, pair(angle.lemma, pair(side, here))));
        push(feature(38, pair(pair(side, between), here)));
        push(feature(43, pair(passage.tokens[i].word, place)));
        push(feature(50, pair(pair(far.min(6), side), pair(shapes.shape(i.checked_sub(1)), here))));
        push(feature(51, pair(angle.main(), pair(side, here))));
    }

    /// The features of the step from token `i - 1` to token `i` that hang on the trigger; the others are [`super::features::step`]’s.
    pub(crate) fn step(&self, i: usize, push: &mut impl FnMut(u32)) {
        let Self { angle, passage, shapes, .. } = self;
        let side = self.side(i);
        let last = i.checked_sub(1);
        let word = |i: Option<usize>| i.and_then(|i| passage.tokens.get(i)).map_or(0, |t| t.word);
        push(feature(66, pair(pair(angle.rule, self.label(last)), self.label(Some(i)))));
        push(feature(67, pair(pair(angle.class, side), self.far(i).min(4))));
        let token = &passage.tokens[i];
        let parts = token.has(flag::CONJ | flag::SUBORD | flag::WH) || token.kind == Kind::Mark;
        if !parts || passage.quoted[i] != angle.quoted {
            return;
        }
        // Where a clause may end: what comes next, and whether it has a verb of its own.
        let (next, then) = (shapes.shape(Some(i + 1)), shapes.shape(Some(i + 2)));
        let ahead = pair(word(Some(i)), verb_ahead(passage, shapes, i + 1));
        let place = pair(side, angle.first);
        push(feature(72, pair(ahead, side)));
        push(feature(73, pair(pair(word(Some(i)), pair(next, then)), side)));
        push(feature(74, pair(pair(word(Some(i)), next), place)));
        push(feature(75, pair(ahead, place)));
        push(feature(76, pair(pair(ahead, next), side)));
        push(feature(77, pair(pair(ahead, angle.main()), side)));
        if token.word == literal(",") {
            let list = pair(list_ahead(passage, shapes, i), side);
            push(feature(78, list));
            push(feature(79, pair(list, pair(shapes.shape(last), next))));
        }
    }
}
