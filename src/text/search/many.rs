//! Exact search of many quotes in one pass.
//!
//! The first bytes of each quote go into a sorted list, and a bit for each into a filter. At every byte of the
//! text the filter says whether any quote may start there; it nearly always says no. After Karp and Rabin,
//! “Efficient randomized pattern-matching algorithms” (1987), with several patterns. An automaton (Aho and
//! Corasick) is as fast, and several times the code.

use crate::text::TextRange;

/// Bits of the filter, as a power of two. 10,000 quotes set 1 in 26 of 2¹⁸, which is 32 KB and stays in the cache.
const FILTER: u32 = 18;

/// How many of the first bytes are looked at: the longest that a quote has.
const HEADS: [usize; 3] = [8, 4, 1];

/// Quotes to be found together.
#[derive(Debug)]
pub struct Needles<'a> {
    needles: Vec<&'a str>,
    /// One for each length of heads that is needed.
    groups: Vec<Group>,
}

/// Needles whose first `head` bytes are looked at.
#[derive(Debug)]
struct Group {
    head: usize,
    filter: Vec<u64>,
    /// The heads and whose they are, sorted.
    heads: Vec<(u64, usize)>,
}

impl<'a> Needles<'a> {
    /// Gets ready to find `needles`. Empty ones stand nowhere.
    pub fn new(needles: Vec<&'a str>) -> Self {
        let group = |(i, head): (usize, &usize)| {
            let longest = i.checked_sub(1).and_then(|i| HEADS.get(i)).copied();
            let of_group = |needle: &str| {
                needle.len() >= *head && longest.is_none_or(|longest| needle.len() < longest)
            };
            let mut heads: Vec<(u64, usize)> = Vec::new();
            let mut filter = vec![0; 1 << (FILTER - 6)];
            for (i, needle) in needles.iter().enumerate().filter(|(_, needle)| of_group(needle)) {
                if let Some(value) = read(needle.as_bytes(), 0, *head) {
                    heads.push((value, i));
                    let (word, bit) = place(value);
                    filter.get_mut(word).into_iter().for_each(|word| *word |= bit);
                }
            }
            heads.sort_unstable();
            (!heads.is_empty()).then_some(Group { head: *head, filter, heads })
        };
        let groups = HEADS.iter().enumerate().filter_map(group).collect();
        Self { needles, groups }
    }

    /// Calls `found` with the index of a needle and a place where it stands, for all of them; places of one needle
    /// come in order. A needle is let go after `limit` places.
    pub fn each_in(&self, text: &str, limit: usize, mut found: impl FnMut(usize, TextRange)) {
        let mut left = vec![limit; self.needles.len()];
        let bytes = text.as_bytes();
        for group in &self.groups {
            for at in 0..bytes.len() {
                let Some(value) = read(bytes, at, group.head) else { break };
                let (word, bit) = place(value);
                if group.filter.get(word).is_none_or(|word| word & bit == 0) {
                    continue;
                }
                let first = group.heads.partition_point(|(head, _)| *head < value);
                let same = group.heads.iter().skip(first).take_while(|(head, _)| *head == value);
                for (_, i) in same {
                    let (Some(needle), Some(left)) = (self.needles.get(*i), left.get_mut(*i))
                    else {
                        continue;
                    };
                    let stands = bytes.get(at..).is_some_and(|b| b.starts_with(needle.as_bytes()));
                    if *left > 0 && stands {
                        *left -= 1;
                        found(*i, TextRange::bytes(at, at + needle.len()));
                    }
                }
            }
        }
    }
}

/// The `count` bytes from `at` on, as a number.
fn read(bytes: &[u8], at: usize, count: usize) -> Option<u64> {
    let here = bytes.get(at..at + count)?;
    // The common lengths in one load each.
    if let Ok(eight) = here.try_into() {
        return Some(u64::from_le_bytes(eight));
    }
    Some(here.iter().fold(0, |value, byte| value << 8 | u64::from(*byte)))
}

/// Where the filter keeps the bit of a head: Fibonacci hashing (Knuth, TAOCP 3, section 6.4).
fn place(value: u64) -> (usize, u64) {
    let hash = value.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - FILTER);
    ((hash >> 6) as usize, 1 << (hash & 63))
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*};

    use super::*;
    use crate::text::occurrences;

    fn all(text: &str, needles: &[&str], limit: usize) -> Vec<Vec<TextRange>> {
        let mut found = vec![Vec::new(); needles.len()];
        Needles::new(needles.to_vec()).each_in(text, limit, |i, range| found[i].push(range));
        found
    }

    #[test]
    fn finds_quotes_of_all_lengths_at_once() {
        let text = "The mayor said taxes fell.";
        let needles = ["The mayor said", "said", "e", "", "taxes rose", text];
        let counts: Vec<usize> = all(text, &needles, 9).iter().map(Vec::len).collect();
        assert_eq!(counts, [1, 1, 3, 0, 0, 1]);
    }

    #[test]
    fn lets_go_of_what_stands_everywhere() {
        assert_eq!(all("aaaa", &["a", "aa"], 2)[0].len(), 2);
    }

    proptest! {
        #[test]
        fn finds_what_searching_one_by_one_finds(
            text in "[abé𝒜]{0,60}",
            needles in vec("[abé𝒜]{0,10}", 0..12),
        ) {
            let needles: Vec<&str> = needles.iter().map(String::as_str).collect();
            let one_by_one: Vec<Vec<TextRange>> =
                needles.iter().map(|needle| occurrences(&text, needle).collect()).collect();
            prop_assert_eq!(all(&text, &needles, usize::MAX), one_by_one);
        }
    }
}
