//! Features: numbers that stand for what surrounds a token. Here are those of the token alone; see `trigger` and `sight`
//! for the others.

use super::shape::Shapes;
use crate::suggest::passage::Passage;

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
