//! What editors and publishing systems change without changing a word.

/// `c` as it reads: all quotation marks of a kind are one, all dashes, all spaces; `None` for what nobody sees.
pub(crate) fn fold(c: char) -> Option<char> {
    match c {
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => None,
        '“'..='‟' | '«' | '»' | '″' => Some('"'),
        '‘'..='‛' | '‹' | '›' | '′' | '´' | '`' => Some('\''),
        '‐'..='―' | '−' => Some('-'),
        c if c.is_ascii() || !c.is_whitespace() => {
            Some(if c.is_ascii_whitespace() { ' ' } else { c })
        }
        _ => Some(' '),
    }
}

/// Whether two texts differ in quotation marks, dashes and spaces at most.
pub(crate) fn reads_same(a: &str, b: &str) -> bool {
    a == b || read(a).eq(read(b))
}

/// The characters as they read, with one space for several.
fn read(text: &str) -> impl Iterator<Item = char> {
    let mut spaced = false;
    text.chars().filter_map(fold).filter(move |c| {
        let again = spaced && *c == ' ';
        spaced = *c == ' ';
        !again
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotation_marks_dashes_and_spaces_read_the_same_in_all_shapes() {
        for (a, b) in [
            ("“No”, he said", "\"No\", he said"),
            ("Poland’s", "Poland's"),
            ("10\u{a0}000", "10 000"),
            ("a\r\n b", "a\nb"),
            ("1990–2000", "1990-2000"),
            ("co\u{ad}operate", "cooperate"),
        ] {
            assert!(reads_same(a, b), "{a} {b}");
        }
    }

    #[test]
    fn words_accents_and_directions_do_not() {
        for (a, b) in [("taxes", "taxis"), ("can’t", "cant"), ("10 000", "10000"), ("é", "e")] {
            assert!(!reads_same(a, b), "{a} {b}");
        }
    }
}
