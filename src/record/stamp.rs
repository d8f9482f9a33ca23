//! Hybrid logical timestamps.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{NodeId, Timestamp};

/// When a field was written: wall clock, then a counter for writes within one millisecond (or while the wall
/// clock stands behind what was already seen), then the writer, so that no two writes compare equal.
///
/// Kulkarni, Demirbas et al., “Logical Physical Clocks” (OPODIS 2014).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Stamp {
    /// Wall clock at the write, or the latest seen.
    pub at: Timestamp,
    /// Orders the writes that share `at`.
    pub counter: u32,
    /// Who wrote.
    pub node: NodeId,
}

/// A text that is not a stamp.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("“{0}” is not a stamp (milliseconds.counter.writer)")]
pub struct ParseStampError(String);

impl Stamp {
    /// Before every real write: what the app itself ships with. Anything a person does wins over it.
    pub const fn shipped() -> Self {
        Self { at: Timestamp::from_millis(0), counter: 0, node: NodeId::from_u128(0) }
    }
}

/// `milliseconds.counter.writer`, the first two in decimal.
impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.at.millis(), self.counter, self.node)
    }
}

impl FromStr for Stamp {
    type Err = ParseStampError;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let parse = || {
            let mut parts = s.splitn(3, '.');
            let at = Timestamp::from_millis(parts.next()?.parse().ok()?);
            let counter = parts.next()?.parse().ok()?;
            let node = parts.next()?.parse().ok()?;
            Some(Self { at, counter, node })
        };
        parse().ok_or_else(|| ParseStampError(s.chars().take(60).collect()))
    }
}

impl TryFrom<String> for Stamp {
    type Error = ParseStampError;

    fn try_from(s: String) -> Result<Self, Self::Error> {
        s.parse()
    }
}

impl From<Stamp> for String {
    fn from(stamp: Stamp) -> Self {
        stamp.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_writes() {
        let stamp = Stamp {
            at: Timestamp::from_millis(1_637_055_000_000),
            counter: 7,
            node: NodeId::from_u128(9),
        };
        assert_eq!(stamp.to_string().parse(), Ok(stamp));
        assert!("12.x.1".parse::<Stamp>().is_err());
    }

    #[test]
    fn time_comes_before_counter_and_counter_before_writer() {
        let stamp = |at, counter, node| Stamp {
            at: Timestamp::from_millis(at),
            counter,
            node: NodeId::from_u128(node),
        };
        assert!(stamp(1, 9, 9) < stamp(2, 0, 0));
        assert!(stamp(2, 0, 9) < stamp(2, 1, 0));
        assert!(stamp(2, 1, 0) < stamp(2, 1, 1));
    }
}
