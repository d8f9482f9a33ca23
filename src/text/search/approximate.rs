//! Search with errors.
//!
//! Myers, “A fast bit-vector algorithm for approximate string matching based on dynamic programming” (J. ACM 46,
//! 1999), in the form of Hyyrö, “A bit-vector algorithm for computing Levenshtein and Damerau edit distances”
//! (2003), in blocks of 64 characters. A column of the table of edit distances is kept as the differences between
//! its cells, which are -1, 0 or 1: two bits each, so that one step of arithmetic does 64 cells.
//!
//! Characters are compared as they read, capital or small: curly quotation marks are no error, nor are headline capitals.

use std::ops::Range;

use crate::text::{TextRange, typography::fold};

/// Cells of a column in one word.
const BLOCK: usize = 64;

/// A place where a pattern nearly stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Approximate {
    /// Where.
    pub range: TextRange,
    /// Characters that are missing, superfluous or others.
    pub errors: usize,
}

/// Words to be searched with errors.
#[derive(Clone, Debug)]
pub struct Pattern {
    forward: Masks,
    backward: Masks,
}

impl Pattern {
    /// Gets ready to find `words`.
    pub fn new(words: &str) -> Self {
        let mut characters: Vec<char> = words.chars().filter_map(read).collect();
        let forward = Masks::new(&characters);
        characters.reverse();
        Self { forward, backward: Masks::new(&characters) }
    }

    /// Its length in characters that can be seen.
    pub fn len(&self) -> usize {
        self.forward.length
    }

    /// Whether there is nothing to find.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How much work searching `bytes` of text is, in steps of one word.
    pub fn cost(&self, bytes: usize) -> usize {
        self.forward.blocks.saturating_mul(bytes)
    }

    /// The places in `within` where the pattern stands with at most `errors`: of those that run into each other the
    /// best one, and of equal ones the first. In order.
    pub fn find(&self, text: &str, within: TextRange, errors: usize) -> Vec<Approximate> {
        let mut found = Vec::new();
        let Some(part) = within.of(text).filter(|_| !self.is_empty()) else { return found };
        let mut column = Column::new(&self.forward, 0);
        // The best end of the matches that run into each other here: offset, characters seen, errors.
        let mut best: Option<(usize, usize, usize)> = None;
        for (read, (character, c)) in seen(part).enumerate() {
            let score = column.step(c);
            let over =
                |(_, since, _): &(usize, usize, usize)| score > errors || read - since > self.len();
            if let Some((end, _, errors)) = best.take_if(|best| over(best)) {
                found.extend(self.ending_at(part, end, errors));
            }
            if score <= errors && best.is_none_or(|(_, _, least)| score < least) {
                best = Some((character.end, read, score));
            }
        }
        if let Some((end, _, errors)) = best {
            found.extend(self.ending_at(part, end, errors));
        }
        let from = within.start().get();
        for Approximate { range, .. } in &mut found {
            *range = TextRange::bytes(from + range.start().get(), from + range.end().get());
        }
        found
    }

    /// The shortest match that ends at `end` with this many errors: the pattern is read backward from there.
    fn ending_at(&self, part: &str, end: usize, errors: usize) -> Option<Approximate> {
        let mut column = Column::new(&self.backward, 1);
        let before = seen(part.get(..end)?).rev();
        for (character, c) in before.take(2 * (self.len() + errors) + BLOCK) {
            if column.step(c) == errors {
                let range = TextRange::bytes(character.start, end);
                return Some(Approximate { range, errors });
            }
        }
        None
    }
}

/// The characters of `text` that are compared, each with its bytes. What is not seen neither starts nor ends a match.
fn seen(text: &str) -> impl DoubleEndedIterator<Item = (Range<usize>, char)> {
    text.char_indices().filter_map(|(at, c)| Some((at..at + c.len_utf8(), read(c)?)))
}

/// `c` as it is compared; `None` for what is not seen.
fn read(c: char) -> Option<char> {
    let c = fold(c)?;
    if c.is_ascii() { Some(c.to_ascii_lowercase()) } else { c.to_lowercase().next() }
}

/// In which cells of a column each character of a pattern stands.
#[derive(Clone, Debug)]
struct Masks {
    length: usize,
    blocks: usize,
    /// The characters, sorted.
    alphabet: Vec<char>,
    /// For ASCII, the index in `masks`; others are looked up.
    ascii: [u8; 128],
    /// `blocks` words for each character; the first are those of a character that is not in the pattern.
    masks: Vec<u64>,
}

impl Masks {
    fn new(characters: &[char]) -> Self {
        let mut alphabet = characters.to_vec();
        alphabet.sort_unstable();
        alphabet.dedup();
        let blocks = characters.len().div_ceil(BLOCK);
        let mut masks = Self {
            length: characters.len(),
            blocks,
            ascii: [0; 128],
            masks: vec![0; (alphabet.len() + 1) * blocks],
            alphabet,
        };
        // ASCII sorts first, so that its indices fit.
        for (i, c) in masks.alphabet.iter().enumerate() {
            if let Some(place) = masks.ascii.get_mut(*c as usize) {
                *place = u8::try_from(i + 1).unwrap_or_default();
            }
        }
        for (i, c) in characters.iter().enumerate() {
            let at = masks.index(*c) * blocks + i / BLOCK;
            masks.masks.get_mut(at).into_iter().for_each(|mask| *mask |= 1 << (i % BLOCK));
        }
        masks
    }

    fn index(&self, c: char) -> usize {
        match self.ascii.get(c as usize) {
            Some(place) => usize::from(*place),
            None => self.alphabet.binary_search(&c).map_or(0, |i| i + 1),
        }
    }

    fn of(&self, c: char) -> &[u64] {
        let from = self.index(c) * self.blocks;
        self.masks.get(from..from + self.blocks).unwrap_or_default()
    }
}

/// One column of the table: the differences between cells, and the value of the last cell.
#[derive(Debug)]
struct Column<'a> {
    masks: &'a Masks,
    /// Which cells are one more than the cell above, and which one less.
    vertical: Vec<(u64, u64)>,
    /// What the cell above the first grows by in each column: 0 where a match may start anywhere, 1 where it starts at
    /// the first character read.
    top: i8,
    score: usize,
}

impl<'a> Column<'a> {
    fn new(masks: &'a Masks, top: i8) -> Self {
        Self { masks, vertical: vec![(u64::MAX, 0); masks.blocks], top, score: masks.length }
    }

    /// Goes on to the next character, as it is compared; gives the fewest errors of a match that ends with it.
    fn step(&mut self, c: char) -> usize {
        let last = 1 << ((self.masks.length + BLOCK - 1) % BLOCK);
        let blocks = self.vertical.len();
        let mut carry = self.top;
        for (i, ((up, down), equal)) in self.vertical.iter_mut().zip(self.masks.of(c)).enumerate() {
            let bottom = if i + 1 == blocks { last } else { 1 << (BLOCK - 1) };
            carry = step_block(up, down, *equal, carry, bottom);
        }
        self.score = self.score.saturating_add_signed(carry.into());
        self.score
    }
}

/// One block of a column: Hyyrö's figure 4, with Myers's carries between blocks. `carry` is the difference between
/// the cell above and its left neighbour; the result is that of the cell at `bottom`.
fn step_block(up: &mut u64, down: &mut u64, equal: u64, carry: i8, bottom: u64) -> i8 {
    let below = u64::from(carry < 0);
    let same_or_down = equal | *down;
    let equal = equal | below;
    let zero = ((equal & *up).wrapping_add(*up) ^ *up) | equal;
    let mut right_up = *down | !(zero | *up);
    let mut right_down = *up & zero;
    let out = i8::from(right_up & bottom != 0) - i8::from(right_down & bottom != 0);
    right_up = right_up << 1 | u64::from(carry > 0);
    right_down = right_down << 1 | below;
    *up = right_down | !(same_or_down | right_up);
    *down = right_up & same_or_down;
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::fixture::tagged;

    #[track_caller]
    fn check(words: &str, notation: &str, errors: usize) {
        let (text, places) = tagged(notation);
        let found = Pattern::new(words).find(&text, TextRange::bytes(0, text.len()), errors);
        let found: Vec<_> = found.iter().map(|it| (it.errors.to_string(), it.range)).collect();
        assert_eq!(found, places, "{words} in {notation}");
    }

    #[test]
    fn finds_words_with_letters_missing_superfluous_or_others() {
        check("taxes fell", "He said [0]taxes fell[/].", 2);
        check("taxes fell", "He said [1]taxs fell[/].", 2);
        check("taxes fell", "He said [1]taxxes fell[/].", 2);
        check("taxes fell", "He said [2]tabes fall[/].", 2);
        check("taxes fell", "He said ra[2]tes fell[/].", 2);
        check("taxes fell", "He said rain fell.", 2);
    }

    #[test]
    fn finds_each_place_once() {
        check("taxes fell", "[1]taxes fel[/] and [0]taxes fell[/] and rates rose", 2);
    }

    #[test]
    fn typography_and_capitals_are_no_error() {
        check("Taxes Fall", "[0]TAXES fall[/]", 0);
        check("\"No,\" it's said", "[0]“No,” it’s\u{a0}sa\u{ad}id[/].", 0);
    }

    #[test]
    fn counts_characters_not_bytes() {
        check("налоги упали", "[1]налоги упал[/]ы", 1);
        check("𝒜𝒜𝒜 אבג", "e\u{301} [1]𝒜𝒜ℬ אבג[/]", 1);
    }

    #[test]
    fn what_is_not_seen_is_no_match() {
        check("x", "[1]y[/]z\u{ad}", 1);
    }

    #[test]
    fn an_empty_pattern_stands_nowhere() {
        check("", "text", 3);
        check("\u{ad}", "text", 3);
    }

    #[test]
    fn long_patterns_take_several_blocks() {
        let long = "word after word ".repeat(20);
        let broken = long.replacen("after", "aft", 3);
        let text = format!("Before. {broken}After.");
        let found = Pattern::new(&long).find(&text, TextRange::bytes(0, text.len()), 20);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].errors, found[0].range.of(&text)), (6, Some(&*broken)));
    }

    /// The edit distance by the table (Wagner and Fischer 1974), last row; a match may start anywhere where `free`.
    fn table(pattern: &[char], text: &[char], free: bool) -> Vec<usize> {
        let mut column: Vec<usize> = (0..=pattern.len()).collect();
        let mut last = Vec::new();
        for (j, c) in text.iter().enumerate() {
            let mut diagonal = column[0];
            column[0] = if free { 0 } else { j + 1 };
            for (i, p) in pattern.iter().enumerate() {
                let here =
                    (diagonal + usize::from(p != c)).min(column[i] + 1).min(column[i + 1] + 1);
                diagonal = std::mem::replace(&mut column[i + 1], here);
            }
            last.push(column[pattern.len()]);
        }
        last
    }

    proptest! {
        #[test]
        fn scores_are_those_of_the_table(pattern in "[abй]{1,150}", text in "[abй]{0,200}", free in any::<bool>()) {
            let (p, t): (Vec<char>, Vec<char>) = (pattern.chars().collect(), text.chars().collect());
            let masks = Masks::new(&p);
            let mut column = Column::new(&masks, i8::from(!free));
            let scores: Vec<usize> = t.iter().map(|c| column.step(*c)).collect();
            prop_assert_eq!(scores, table(&p, &t, free));
        }

        #[test]
        fn what_is_found_has_as_many_errors_as_it_says(pattern in "\\PC{1,20}|[ab ]{1,90}", text in "(\\PC|[ab“\u{ad} ]){0,120}", errors in 0usize..8) {
            let seen = |text| seen(text).map(|(_, c)| c).collect::<Vec<_>>();
            for found in Pattern::new(&pattern).find(&text, TextRange::bytes(0, text.len()), errors) {
                let words = seen(found.range.of(&text).unwrap());
                prop_assert_eq!(table(&seen(&pattern), &words, false).last().copied(), Some(found.errors));
                prop_assert!(found.errors <= errors);
            }
        }
    }
}
