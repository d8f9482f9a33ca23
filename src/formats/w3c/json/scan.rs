//! What is asked of a file before it is parsed: one pass over its bytes.

use std::borrow::Cow;

use crate::formats::FormatError;

/// How deep objects and lists may stand in each other; an exported file goes to 10, and `serde_json` stops at
/// 128.
const MAX_DEPTH: usize = 64;

/// How many values a file may have. One of 64 MB that Claimlight wrote has about half as many; a file that is
/// all brackets would have ten times more, and take gigabytes once parsed.
const MAX_VALUES: usize = 3_000_000;

/// The file, ready for the parser.
///
/// # Errors
/// Where it is too deep or has too many values.
pub(super) fn scan(file: &str) -> Result<Cow<'_, str>, FormatError> {
    Ok(mend_surrogates(file, &survey(file)?))
}

/// Checks depth and number of values; gives the places of `\u` escapes that are half a surrogate pair.
fn survey(file: &str) -> Result<Vec<usize>, FormatError> {
    let bytes = file.as_bytes();
    let mut lone = Vec::new();
    let (mut at, mut depth, mut values, mut in_string) = (0, 0_usize, 0_usize, false);
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => in_string = !in_string,
            b'\\' if in_string => {
                at += escape(file, at, &mut lone);
                continue;
            }
            b'[' | b'{' if !in_string => {
                depth += 1;
                values += 1;
            }
            b']' | b'}' if !in_string => depth = depth.saturating_sub(1),
            b',' if !in_string => values += 1,
            _ => {}
        }
        if depth > MAX_DEPTH {
            return Err(FormatError::TooDeep);
        }
        at += 1;
    }
    if values > MAX_VALUES {
        return Err(FormatError::Shape(format!("it has more than {MAX_VALUES} values")));
    }
    Ok(lone)
}

/// Length of `\ud83d`.
const ESCAPE: usize = 6;

/// Half of a surrogate pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Half {
    High,
    Low,
}

/// How many bytes the escape at `at` takes, a surrogate pair being one; half of a pair is noted in `lone`.
fn escape(file: &str, at: usize, lone: &mut Vec<usize>) -> usize {
    match surrogate(file, at) {
        None => 2,
        Some(Half::High) if surrogate(file, at + ESCAPE) == Some(Half::Low) => 2 * ESCAPE,
        Some(_) => {
            lone.push(at);
            ESCAPE
        }
    }
}

/// Which half of a surrogate pair is escaped at `at`, if any.
fn surrogate(file: &str, at: usize) -> Option<Half> {
    let digits = file.get(at..at + ESCAPE)?.strip_prefix("\\u")?;
    match u16::from_str_radix(digits, 16).ok()? {
        0xd800..=0xdbff => Some(Half::High),
        0xdc00..=0xdfff => Some(Half::Low),
        _ => None,
    }
}

/// Half an emoji, as JavaScript leaves it where it cuts a string, would make the whole file unreadable: it
/// becomes U+FFFD, of the same length, so that lines and columns stay.
fn mend_surrogates<'a>(file: &'a str, lone: &[usize]) -> Cow<'a, str> {
    if lone.is_empty() {
        return Cow::Borrowed(file);
    }
    let mut mended = String::with_capacity(file.len());
    let mut from = 0;
    for at in lone {
        mended.push_str(file.get(from..*at).unwrap_or_default());
        mended.push_str("\\ufffd");
        from = at + ESCAPE;
    }
    mended.push_str(file.get(from..).unwrap_or_default());
    Cow::Owned(mended)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn brackets_in_strings_are_no_depth() {
        let deep = format!("[\"{}\"]", "[{\\\"".repeat(500));
        assert!(scan(&deep).is_ok());
    }

    #[test]
    fn stops_one_level_too_deep() {
        let nested = |n: usize| format!("{}{}", "[".repeat(n), "]".repeat(n));
        assert!(scan(&nested(MAX_DEPTH)).is_ok());
        assert_eq!(scan(&nested(MAX_DEPTH + 1)), Err(FormatError::TooDeep));
    }

    #[test]
    fn stops_at_more_values_than_memory_is_good_for() {
        let list = |n: usize| format!("[{}1]", "1,".repeat(n));
        assert!(matches!(scan(&list(MAX_VALUES)), Err(FormatError::Shape(_))));
        assert!(scan(&list(MAX_VALUES - 1)).is_ok());
    }

    #[test]
    fn mends_halves_of_surrogate_pairs_and_nothing_else() {
        let read = |escaped: &str| {
            let file = format!("[\"{escaped}\"]");
            let value: serde_json::Value = serde_json::from_str(&scan(&file).unwrap()).unwrap();
            value.pointer("/0").unwrap().as_str().unwrap().to_owned()
        };
        assert_eq!(read(r"\ud83d\ude00"), "😀");
        assert_eq!(read(r"a\ud83d"), "a\u{fffd}");
        assert_eq!(read(r"\ude00b"), "\u{fffd}b");
        assert_eq!(read(r"\ud83d\ud83d\ude00"), "\u{fffd}😀");
        assert_eq!(read(r"\ud83dx\ude00"), "\u{fffd}x\u{fffd}");
        assert_eq!(read(r"\ud83d\n\ude00"), "\u{fffd}\n\u{fffd}");
        assert_eq!(read(r"\\ud83d"), r"\ud83d", "an escaped backslash, then letters");
        assert_eq!(read(r"\u00e9\ufffd"), "é\u{fffd}");
    }
}
