//! Moments, as files and people write them.

use std::{
    fmt,
    str::FromStr,
    time::{Duration, SystemTime},
};

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A moment: milliseconds since 1970-01-01T00:00:00Z.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Timestamp(u64);

/// The last moment RFC 3339 can write: 9999-12-31T23:59:59.999Z.
const LAST_MILLIS: u64 = 253_402_300_799_999;

/// A text that is not an RFC 3339 moment.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("“{0}” is not a date and time such as 2021-11-16T09:30:00Z")]
pub struct ParseTimeError(String);

impl Timestamp {
    /// `millis` milliseconds after the epoch; what lies after the year 9999 is its last moment.
    pub const fn from_millis(millis: u64) -> Self {
        Self(if millis > LAST_MILLIS { LAST_MILLIS } else { millis })
    }

    /// Milliseconds since the epoch.
    pub const fn millis(self) -> u64 {
        self.0
    }
}

/// RFC 3339 in UTC with milliseconds: `2021-11-16T09:30:00.000Z`.
impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let moment = SystemTime::UNIX_EPOCH + Duration::from_millis(self.0);
        humantime::format_rfc3339_millis(moment).fmt(f)
    }
}

impl FromStr for Timestamp {
    type Err = ParseTimeError;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let parse = || {
            let (local, ahead) = split_offset(s)?;
            let moment = humantime::parse_rfc3339(&local).ok()?;
            let since = moment.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
            let millis = i64::try_from(since.as_millis()).unwrap_or(i64::MAX);
            let millis = millis.saturating_sub(ahead * 60_000);
            Some(Self::from_millis(u64::try_from(millis).unwrap_or_default()))
        };
        parse().ok_or_else(|| ParseTimeError(s.chars().take(40).collect()))
    }
}

/// The moment as if it were UTC, and by how many minutes its clock is ahead of UTC. What ends neither in `Z` nor
/// in an offset could be any time zone's.
fn split_offset(s: &str) -> Option<(String, i64)> {
    if s.ends_with('Z') {
        return Some((s.to_owned(), 0));
    }
    let (local, offset) = s.split_at_checked(s.len().checked_sub(6)?)?;
    let number = |digits: &str| {
        digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse::<i64>().ok()).flatten()
    };
    let (hours, minutes) = offset.get(1..)?.split_once(':')?;
    let (hours, minutes) = (number(hours)?, number(minutes)?);
    if hours > 23 || minutes > 59 {
        return None;
    }
    let ahead = hours * 60 + minutes;
    match offset.as_bytes().first()? {
        b'+' => Some((format!("{local}Z"), ahead)),
        b'-' => Some((format!("{local}Z"), -ahead)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn writes_the_day_of_the_story() {
        // 16 November 2021 is day 18,947 of the epoch.
        let at = Timestamp::from_millis(18_947 * 86_400_000 + 9 * 3_600_000 + 30 * 60_000);
        assert_eq!(at.to_string(), "2021-11-16T09:30:00.000Z");
    }

    #[test]
    fn refuses_what_is_no_moment() {
        for no_moment in [
            "",
            "yesterday",
            "2021-11-16",
            "2021-11-16T09:30:00",
            "2021-11-16T09:30:00+24:00",
            "2021-11-16T09:30:00+0200",
            "2021-11-16T09:30:00+-1:00",
            "2021-11-16T09:30:00é1:00",
        ] {
            assert!(no_moment.parse::<Timestamp>().is_err(), "{no_moment}");
        }
    }

    #[test]
    fn takes_offsets_from_utc_as_other_tools_write_them() {
        let at = |s: &str| s.parse::<Timestamp>().unwrap().to_string();
        assert_eq!(at("2021-11-16T09:30:00.123456+00:00"), "2021-11-16T09:30:00.123Z");
        assert_eq!(at("2021-11-16T01:30:00+03:00"), "2021-11-15T22:30:00.000Z");
        assert_eq!(at("2021-11-16T22:00:00-02:30"), "2021-11-17T00:30:00.000Z");
        assert_eq!(at("1970-01-01T00:30:00+01:00"), "1970-01-01T00:00:00.000Z", "none before 1970");
        assert_eq!(at("9999-12-31T23:59:59-23:59"), "9999-12-31T23:59:59.999Z");
    }

    proptest! {
        #[test]
        fn reads_what_it_writes(millis in 0u64..=LAST_MILLIS) {
            let at = Timestamp::from_millis(millis);
            prop_assert_eq!(at.to_string().parse::<Timestamp>().unwrap(), at);
        }
    }
}
