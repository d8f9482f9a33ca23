//! Which proposals a person does not want in an article.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::{
    order::Map,
    record::{Register, Stamp},
    text::{ByteOffset, TextRange},
};

/// Where somebody is said to say something. It tells proposals apart by their place, so that what was dismissed stays away
/// when the engine learns to draw its edges a little otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Spot {
    /// From where the content starts to where it ends.
    pub range: TextRange,
    /// Where the cue starts, if there is one.
    pub cue: Option<ByteOffset>,
}

/// A text that is not a spot.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("“{0}” is not a spot (start-end@cue)")]
pub struct ParseSpotError(String);

impl Spot {
    /// Whether both are of one statement: at least half of all their text is of both, and no two cues claim it, as those
    /// of “the ministry said the mayor had said …” do.
    pub fn is_like(&self, other: &Self) -> bool {
        let parted = matches!((self.cue, other.cue), (Some(a), Some(b)) if a != b);
        let both = self.range.intersection(other.range).map_or(0, TextRange::len);
        let all = self.range.len() + other.range.len() - both;
        !parted && 2 * both >= all
    }
}

/// `110-137@140`, in bytes; without a cue `110-137`.
impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.range.start().get(), self.range.end().get())?;
        self.cue.map_or(Ok(()), |cue| write!(f, "@{}", cue.get()))
    }
}

impl FromStr for Spot {
    type Err = ParseSpotError;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let parse = || {
            let (range, cue) = match s.split_once('@') {
                Some((range, cue)) => (range, Some(ByteOffset::new(cue.parse().ok()?))),
                None => (s, None),
            };
            let (start, end) = range.split_once('-')?;
            Some(Self { range: TextRange::bytes(start.parse().ok()?, end.parse().ok()?), cue })
        };
        parse().ok_or_else(|| ParseSpotError(s.chars().take(60).collect()))
    }
}

impl TryFrom<String> for Spot {
    type Error = ParseSpotError;

    fn try_from(s: String) -> Result<Self, Self::Error> {
        s.parse()
    }
}

impl From<Spot> for String {
    fn from(spot: Spot) -> Self {
        spot.to_string()
    }
}

/// The proposals that were dismissed, and those that were taken up again: each a register of its own, so that copies
/// merge.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Dismissed(Map<Spot, Register<bool>>);

impl Dismissed {
    /// Whether nothing was ever dismissed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All that was ever said.
    pub fn iter(&self) -> impl Iterator<Item = (&Spot, &Register<bool>)> {
        self.0.iter()
    }

    /// Whether exactly this spot is dismissed.
    pub fn holds(&self, spot: &Spot) -> bool {
        self.0.get(spot).is_some_and(|dismissed| **dismissed)
    }

    /// Whether this spot, or one of the same statement, is dismissed.
    pub fn covers(&self, spot: &Spot) -> bool {
        self.0.iter().any(|(known, dismissed)| **dismissed && known.is_like(spot))
    }

    /// When this spot was last dismissed or taken up again.
    pub fn stamp(&self, spot: &Spot) -> Option<Stamp> {
        self.0.get(spot).map(Register::stamp)
    }

    /// Says whether a spot is dismissed, and gives what was said before where that changed.
    pub fn write(&mut self, spot: Spot, dismissed: bool, stamp: Stamp) -> Option<bool> {
        let before = self.holds(&spot);
        self.add(spot, &Register::new(dismissed, stamp));
        (self.holds(&spot) != before).then_some(before)
    }

    /// Takes over what was written later on another copy.
    pub fn merge(&mut self, other: &Self) {
        for (spot, register) in other.0.iter() {
            self.add(*spot, register);
        }
    }

    fn add(&mut self, spot: Spot, register: &Register<bool>) {
        self.0.get_or_insert(spot, || register.clone()).merge(register);
    }
}

impl FromIterator<(Spot, Register<bool>)> for Dismissed {
    fn from_iter<I: IntoIterator<Item = (Spot, Register<bool>)>>(all: I) -> Self {
        let mut dismissed = Self::default();
        for (spot, register) in all {
            dismissed.add(spot, &register);
        }
        dismissed
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::record::{NodeId, Timestamp};

    fn spot(text: &str) -> Spot {
        text.parse().unwrap()
    }

    fn stamp(at: u64) -> Stamp {
        Stamp { at: Timestamp::from_millis(at), counter: 0, node: NodeId::from_u128(1) }
    }

    #[test]
    fn a_spot_reads_back_as_it_was_written() {
        for text in ["110-137@140", "0-7", "5-5@0"] {
            assert_eq!(spot(text).to_string(), text);
        }
        for text in ["", "7", "1-x", "1-2@", "-1-2"] {
            assert!(text.parse::<Spot>().is_err(), "{text}");
        }
    }

    #[test]
    fn edges_drawn_otherwise_are_the_same_statement() {
        assert!(spot("10-50@60").is_like(&spot("12-48@60")));
        assert!(spot("10-50@60").is_like(&spot("10-50")));
        assert!(!spot("10-50@60").is_like(&spot("10-25@60")));
        assert!(!spot("10-50").is_like(&spot("50-90")));
    }

    #[test]
    fn another_cue_is_another_statement() {
        assert!(!spot("10-50@60").is_like(&spot("12-50@5")));
    }

    #[test]
    fn the_later_word_counts_whatever_comes_first() {
        let (a, b) = (spot("1-9@20"), spot("30-40"));
        let said = |dismissed, at| Register::new(dismissed, stamp(at));
        let one: Dismissed = [(a, said(true, 1)), (b, said(true, 2))].into_iter().collect();
        let other: Dismissed = [(a, said(false, 3))].into_iter().collect();
        let (mut there, mut back) = (one.clone(), other.clone());
        there.merge(&other);
        back.merge(&one);
        assert_eq!(there, back);
        assert!(!there.covers(&a) && there.covers(&b));
    }

    #[test]
    fn writing_gives_what_was_said_before_where_that_changed() {
        let mut dismissed = Dismissed::default();
        assert_eq!(dismissed.write(spot("1-9"), false, stamp(1)), None);
        assert_eq!(dismissed.write(spot("1-9"), true, stamp(2)), Some(false));
        assert_eq!(dismissed.write(spot("1-9"), true, stamp(3)), None);
        assert_eq!(dismissed.stamp(&spot("1-9")), Some(stamp(3)));
        assert_eq!(dismissed.write(spot("1-9"), false, stamp(4)), Some(true));
        assert!(!dismissed.covers(&spot("1-9")));
    }

    #[test]
    fn in_json_it_is_an_object() {
        let mut dismissed = Dismissed::default();
        dismissed.write(spot("1-9@20"), true, stamp(2));
        let json = serde_json::to_string(&dismissed).unwrap();
        assert!(json.starts_with("{\"1-9@20\":["), "{json}");
        assert_eq!(serde_json::from_str::<Dismissed>(&json).unwrap(), dismissed);
    }
}
