//! Features of a trigger as a whole: is it one?

use std::ops::Range;

use super::{
    angle::Angle,
    features::{feature, pair},
    nearby::ahead,
    shape::Shapes,
};
use crate::suggest::{
    lexicon::{flag, frame},
    passage::Passage,
    rule::Site,
};

/// The frame that a verb needs for what seems to be ahead; see [`ahead`].
fn frame_of(ahead: u32) -> u8 {
    match ahead {
        1 | 2 => frame::QUOTE,
        10 | 11 | 14..=17 => frame::CLAUSE,
        12 | 13 => frame::ACT,
        // Nothing: what is said stands before.
        3 => frame::CLAUSE | frame::QUOTE,
        4 | 30 => frame::THING,
        _ => frame::MATTER,
    }
}

impl Angle {
    /// The features of the trigger itself: is it one?
    pub(crate) fn trigger(&self, site: &Site<'_>, shapes: &Shapes, push: &mut impl FnMut(u32)) {
        let (passage, at) = (site.passage, self.at);
        let step = |d: isize| at.checked_add_signed(d).filter(|j| self.window.contains(j));
        let word = |d: isize| step(d).map_or(0, |j| passage.tokens[j].word);
        let shape = |d: isize| shapes.shape(step(d));
        let that = (at + 1..self.window.end.min(at + 8)).find(|i| passage.is(*i, "that"));
        let that = that.map_or(0, |i| (i - at).min(4) as u32);
        let length = |range: Range<usize>| (range.len() as u32 / 3).min(6);
        let spans = pair(length(self.window.start..at), length(at..self.window.end));
        let mut others =
            self.window.clone().filter(|i| *i != at && passage.tokens[*i].is_finite_cue());
        let others = others.by_ref().take(2).count() as u32;
        push(feature(81, self.lemma));
        push(feature(82, word(0)));
        push(feature(83, self.class));
        push(feature(84, pair(self.lemma, word(1))));
        push(feature(85, pair(self.lemma, word(-1))));
        push(feature(86, pair(self.lemma, self.pattern)));
        push(feature(87, pair(self.class, self.pattern)));
        push(feature(88, self.pattern));
        push(feature(89, pair(self.pattern, self.rule)));
        push(feature(90, pair(self.lemma, self.rule)));
        push(feature(91, pair(self.class, self.rule)));
        for d in [-3, -2, -1, 1, 2, 3] {
            push(feature((100 + d) as u32, word(d)));
            push(feature((110 + d) as u32, shape(d)));
            push(feature((120 + d) as u32, pair(shape(d), self.class)));
        }
        let ahead = ahead(passage, shapes, at + 1..self.window.end);
        push(feature(153, pair(self.lemma, ahead)));
        push(feature(154, pair(self.class, ahead)));
        push(feature(155, pair(self.pattern, ahead)));
        push(feature(156, pair(pair(self.class, ahead), shape(1))));
        let who = self.speaks(passage, shapes);
        let frames = u32::from(site.token().entry.frames);
        let wanted = u32::from(frame_of(ahead));
        let fits = u32::from(frames & wanted != 0) | (frames >> 5) << 1 | wanted << 4;
        push(feature(162, fits));
        push(feature(163, pair(fits, self.rule)));
        push(feature(164, pair(fits, who)));
        push(feature(165, pair(fits, self.pattern)));
        push(feature(166, pair(frames, ahead)));
        push(feature(167, pair(pair(fits, shape(1)), self.class & 511)));
        push(feature(157, pair(self.rule, ahead)));
        push(feature(158, pair(pair(self.rule, ahead), self.main())));
        push(feature(159, pair(pair(who, ahead), self.main())));
        push(feature(160, pair(pair(who, ahead), self.rule)));
        push(feature(161, pair(pair(who, self.pattern), self.class)));
        let [subject, object] =
            [&self.subject, &self.object].map(|phrase| self.phrase_shape(passage, shapes, phrase));
        for class in (0..16).filter(|class| self.classes & (1 << class) != 0) {
            push(feature(144, class));
            push(feature(145, pair(class, self.rule)));
            push(feature(146, pair(class, self.pattern)));
            push(feature(147, pair(class, shape(1))));
            push(feature(148, pair(class, shape(-1))));
            push(feature(149, pair(class, that)));
            push(feature(150, pair(class, subject)));
            push(feature(151, pair(class, word(1))));
        }
        push(feature(152, u32::from(self.classes)));
        let head = |phrase: &Option<Range<usize>>| {
            let end = phrase.as_ref().map(|phrase| phrase.end.saturating_sub(1));
            end.and_then(|i| passage.tokens.get(i)).map_or(0, |t| t.word)
        };
        let [who, whom] = [&self.subject, &self.object].map(head);
        push(feature(168, pair(self.main(), who)));
        push(feature(169, pair(who, ahead)));
        push(feature(170, pair(self.main(), whom)));
        push(feature(171, pair(self.lemma, whom)));
        push(feature(130, pair(shape(-1), shape(1))));
        push(feature(131, pair(pair(shape(-2), shape(-1)), self.class)));
        push(feature(132, pair(pair(shape(1), shape(2)), self.class)));
        push(feature(133, pair(that, self.class)));
        push(feature(134, pair(that, self.lemma)));
        push(feature(135, pair(spans, self.class)));
        push(feature(136, pair(others, self.pattern)));
        push(feature(137, passage.kind as u32));
        push(feature(138, pair(passage.kind as u32, self.class)));
        push(feature(139, pair(subject, self.class)));
        push(feature(140, pair(object, self.class)));
        push(feature(141, pair(self.lemma, pair(shape(-1), shape(1)))));
        push(feature(142, pair(pair(word(-1), word(1)), 0)));
        push(feature(143, pair(self.lemma, subject)));
    }

    /// Whether the subject is a pronoun, a name, somebody or something that speaks, or anything else.
    fn speaks(&self, passage: &Passage<'_>, shapes: &Shapes) -> u32 {
        let Some(subject) = &self.subject else { return 0 };
        let nouns = flag::ROLE | flag::GROUP | flag::INSTITUTION | flag::DOCUMENT | flag::MEDIA;
        let last = subject.end.saturating_sub(1);
        if passage.has(subject.start, flag::PRONOUN | flag::WH) {
            return shapes.shape(Some(subject.start));
        }
        match subject.clone().any(|i| passage.has(i, nouns)) {
            true => 1,
            false if passage.tokens[last].is_capital() => 2,
            false if subject.clone().any(|i| passage.tokens[i].is_capital()) => 3,
            false => 4,
        }
    }

    /// What the last word of a phrase is, and its first.
    fn phrase_shape(
        &self,
        passage: &Passage<'_>,
        shapes: &Shapes,
        phrase: &Option<Range<usize>>,
    ) -> u32 {
        phrase.as_ref().map_or(0, |phrase| {
            let comma = u32::from(phrase.clone().any(|i| passage.is(i, ",")));
            pair(
                comma,
                pair(shapes.shape(Some(phrase.start)), shapes.shape(phrase.end.checked_sub(1))),
            )
        })
    }
}
