//! Tags of very many attributes. Parsers compare each attribute of a tag with those before it, so that a tag of a
//! million takes hours.

use crate::article::import::ImportError;

/// Up to so many attributes of a tag nobody counts.
const USUAL: u64 = 100;

/// How many comparisons of attributes a page may take: a second or so.
const MAX_COMPARISONS: u64 = 400_000_000;

/// Where a tag is being read (HTML Standard, 13.2.5.32 and following).
#[derive(Clone, Copy, PartialEq)]
enum State {
    Outside,
    Opening,
    Between,
    Name,
    AfterName,
    BeforeValue,
    Quoted(u8),
    Unquoted,
}

/// Refuses a page whose tags have too many attributes. Takes all that looks like a tag for one, wherever it stands.
pub(super) fn check(html: &str) -> Result<(), ImportError> {
    let (mut state, mut attributes, mut comparisons) = (State::Outside, 0u64, 0u64);
    for byte in html.bytes() {
        let before = state;
        state = state.after(byte);
        if state == State::Name && before != State::Name {
            attributes += 1;
            comparisons += if attributes > USUAL { attributes } else { 0 };
            if comparisons > MAX_COMPARISONS {
                return Err(ImportError::TooComplex);
            }
        } else if state == State::Outside {
            attributes = 0;
        }
    }
    Ok(())
}

impl State {
    fn after(self, byte: u8) -> Self {
        let blank = byte.is_ascii_whitespace() || byte == b'/';
        match (self, byte) {
            (Self::Quoted(quote), byte) if byte == quote => Self::Between,
            (Self::Quoted(_), _) => self,
            (Self::Outside, b'<') => Self::Opening,
            (Self::Outside, _) => self,
            (Self::Opening, byte) if byte.is_ascii_alphabetic() => Self::Unquoted,
            (Self::Opening, b'/' | b'<') => self,
            (Self::Opening, _) | (_, b'>') => Self::Outside,
            (Self::BeforeValue, b'"' | b'\'') => Self::Quoted(byte),
            (Self::BeforeValue, byte) if byte.is_ascii_whitespace() => self,
            (Self::BeforeValue, _) => Self::Unquoted,
            (Self::Name | Self::AfterName, b'=') => Self::BeforeValue,
            (Self::Name, byte) if byte.is_ascii_whitespace() => Self::AfterName,
            (Self::AfterName, byte) if byte.is_ascii_whitespace() => self,
            (_, _) if blank => Self::Between,
            (Self::Unquoted | Self::Name, _) => self,
            (Self::Between | Self::AfterName, _) => Self::Name,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_the_attributes_of_each_tag() {
        let tag = |n: usize, sample: &str| format!("<p {}>", sample.repeat(n));
        for sample in ["a ", "a=1 ", "a/", "a='>'", "a = \"> <b\" ", "=a/"] {
            assert_eq!(check(&tag(20_000, sample)), Ok(()), "{sample}");
            assert_eq!(check(&tag(40_000, sample)), Err(ImportError::TooComplex), "{sample}");
        }
        assert_eq!(check(&"<p a b c d e f>".repeat(100_000)), Ok(()));
        assert_eq!(check(&format!("<p {}", "<p a b>".repeat(100_000))), Ok(()));
        assert_eq!(check(&format!("if (a < b) {}", "c ".repeat(100_000))), Ok(()));
    }
}
