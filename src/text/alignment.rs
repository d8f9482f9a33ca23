//! Which words of one text are which of another.

use unicode_segmentation::UnicodeSegmentation;

use super::typography::{fold, reads_same};

/// The most pairs of tokens that are compared: 8 MB of memory and some 20 ms.
const MOST_PAIRS: usize = 1 << 23;

/// What became of tokens, by their indices in the old and the new text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// Still there, typography aside.
    Kept(usize, usize),
    /// Another one stands in its place.
    Replaced(usize, usize),
    /// No longer there.
    Removed(usize),
    /// New.
    Added(usize),
}

/// What stands between word boundaries (UAX #29): words, spaces, marks.
pub(crate) fn tokens(text: &str) -> impl Iterator<Item = &str> {
    text.split_word_bounds()
}

/// What a token is: only like is put in the place of like.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Word,
    Space,
    Mark,
    /// A line end: the end of a paragraph.
    End,
}

impl Kind {
    fn of(token: &str) -> Self {
        if token.contains(char::is_alphanumeric) {
            Self::Word
        } else if token.contains(|c: char| !c.is_whitespace()) {
            Self::Mark
        } else if token.contains('\n') {
            Self::End
        } else {
            Self::Space
        }
    }
}

/// A token, ready to be compared.
struct Token {
    kind: Kind,
    cost: u32,
    /// A hash of what it reads as.
    reading: u64,
    /// The same, letter case aside.
    letters: u64,
}

impl Token {
    fn of(text: &&str) -> Self {
        let kind = Kind::of(text);
        let count = u32::try_from(text.chars().count()).unwrap_or(END);
        let cost = if kind == Kind::End { END } else { count };
        let read = text.chars().filter_map(fold);
        Self {
            kind,
            cost,
            reading: hash(read.clone()),
            letters: hash(read.flat_map(char::to_lowercase)),
        }
    }

    /// What it costs to put another in its place.
    fn replaced_by(&self, other: &Self) -> u32 {
        if self.kind != other.kind {
            FORBIDDEN
        } else if self.reading == other.reading {
            0
        } else if self.letters == other.letters {
            1
        } else {
            self.cost.max(other.cost)
        }
    }
}

/// FNV-1a.
fn hash(characters: impl Iterator<Item = char>) -> u64 {
    characters.fold(0xcbf2_9ce4_8422_2325, |hash, c| {
        (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3)
    })
}

/// More than any way costs.
const FORBIDDEN: u32 = u32::MAX >> 1;

/// What a line end costs: as much as some words, so that paragraphs meet where they start and end.
const END: u32 = 16;

/// Cells of the table: how their value came about.
const DIAGONAL: u8 = 0;
const DOWN: u8 = 1;
const RIGHT: u8 = 2;

/// The cheapest way from `old` to a stretch of `new`, where a letter costs one (Needleman and Wunsch 1970; what stands
/// around the stretch costs nothing). `None` where that is too much to compare.
///
/// A word is put in the place of another rather than beside it, so that where a quotation starts and ends remains
/// clear although its first word changed.
pub(crate) fn align(old: &[&str], new: &[&str]) -> Option<Vec<Step>> {
    let width = new.len() + 1;
    if old.len().saturating_mul(width) > MOST_PAIRS {
        return None;
    }
    let (was, is): (Vec<Token>, Vec<Token>) =
        (old.iter().map(Token::of).collect(), new.iter().map(Token::of).collect());
    let mut ways = vec![RIGHT; old.len() * width];
    let mut row: Vec<u32> = vec![0; width];
    for (i, was) in was.iter().enumerate() {
        let mut diagonal = 0_u32;
        let mut left = u32::MAX;
        let cells = row.iter_mut().zip(ways.iter_mut().skip(i * width));
        for (j, (cell, way)) in cells.enumerate() {
            let mut best = (cell.saturating_add(was.cost), DOWN);
            if let Some(is) = j.checked_sub(1).and_then(|j| is.get(j)) {
                best = best.min((left.saturating_add(is.cost), RIGHT));
                best = best.min((diagonal.saturating_add(was.replaced_by(is)), DIAGONAL));
            }
            diagonal = *cell;
            (*cell, *way) = best;
            left = best.0;
        }
    }
    // Of equal ends the last: what may be another is that rather than gone.
    let end = row.iter().enumerate().rev().min_by_key(|(_, cost)| **cost).map_or(0, |(j, _)| j);
    Some(trace(old, new, &ways, end))
}

/// Reads the table backward.
fn trace(old: &[&str], new: &[&str], ways: &[u8], end: usize) -> Vec<Step> {
    let (mut i, mut j) = (old.len(), end);
    let mut steps = Vec::new();
    while let Some(above) = i.checked_sub(1) {
        let way = ways.get(above * (new.len() + 1) + j).copied();
        let step = match (way, j.checked_sub(1)) {
            (Some(DIAGONAL), Some(before)) => {
                (i, j) = (above, before);
                match (old.get(i), new.get(j)) {
                    (Some(was), Some(is)) if reads_same(was, is) => Step::Kept(i, j),
                    _ => Step::Replaced(i, j),
                }
            }
            (Some(RIGHT), Some(before)) => {
                j = before;
                Step::Added(j)
            }
            _ => {
                i = above;
                Step::Removed(i)
            }
        };
        steps.push(step);
    }
    steps.reverse();
    steps
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The steps as `[-gone-]`, `{+new+}`, and what stayed.
    fn written(old: &str, new: &str) -> String {
        let (old, new): (Vec<_>, Vec<_>) = (tokens(old).collect(), tokens(new).collect());
        let write = |step: &Step| match *step {
            Step::Kept(_, j) => new[j].to_owned(),
            Step::Replaced(i, j) => format!("[-{}-]{{+{}+}}", old[i], new[j]),
            Step::Removed(i) => format!("[-{}-]", old[i]),
            Step::Added(j) => format!("{{+{}+}}", new[j]),
        };
        align(&old, &new).unwrap().iter().map(write).collect()
    }

    #[test]
    fn words_take_the_place_of_words() {
        let check = |old, new, expect| assert_eq!(written(old, new), expect, "{old} → {new}");
        check("taxes fell twice", "taxes rose twice", "taxes [-fell-]{+rose+} twice");
        check("they did attack", "they did not attack", "they did{+ +}{+not+} attack");
        check("taxes fell twice", "taxes fell", "taxes fell[- -][-twice-]");
        check("“taxes”", "\"taxes\"", "\"taxes\"");
    }

    #[test]
    fn what_stands_around_costs_nothing() {
        assert_eq!(written("taxes fell", "Today taxes fell again"), "taxes fell");
        assert_eq!(written("taxes", "…"), "[-taxes-]");
        assert_eq!(written("", "taxes"), "");
    }

    proptest! {
        #[test]
        fn steps_go_through_the_old_text_and_a_stretch_of_the_new(old in "[ab ,1]{0,20}", new in "(\\PC|[ab ,1]){0,20}") {
            let (old, new): (Vec<_>, Vec<_>) = (tokens(&old).collect(), tokens(&new).collect());
            let steps = align(&old, &new).unwrap();
            let olds = steps.iter().filter_map(|step| match *step {
                Step::Kept(i, _) | Step::Replaced(i, _) | Step::Removed(i) => Some(i),
                Step::Added(_) => None,
            });
            prop_assert!(olds.eq(0..old.len()));
            let news: Vec<usize> = steps.iter().filter_map(|step| match *step {
                Step::Kept(_, j) | Step::Replaced(_, j) | Step::Added(j) => Some(j),
                Step::Removed(_) => None,
            }).collect();
            prop_assert!(news.windows(2).all(|pair| pair[0] + 1 == pair[1]));
        }
    }
}
