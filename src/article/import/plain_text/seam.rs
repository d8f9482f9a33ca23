//! What comes between two lines that are joined: a space, nothing, or one hyphen less.

use super::ending::is_unspaced;
use crate::order::Set;

/// Words after a hyphen that only stands for what follows: “two- and three-year terms”.
const AFTER_SUSPENDED: &[&str] = &["and", "or", "to", "und", "oder", "bis", "et", "ou", "и", "или"];

/// Joins lines of one text.
pub(super) struct Seams<'a> {
    /// The words of lines that end with a hyphen, where it shall be known whether they are words without it.
    words: Set<&'a str>,
}

impl<'a> Seams<'a> {
    /// Reads the whole text once, and only if a line of it ends with a hyphen.
    pub(super) fn new(text: &'a str) -> Self {
        let words = if text.contains("-\n") {
            text.split(|c: char| !c.is_alphanumeric()).collect()
        } else {
            Set::new()
        };
        Self { words }
    }

    /// Adds the next line. A hyphen at the end of a line stays (“visa-|free”) unless the text has the word
    /// without one elsewhere (“migra-|tion”).
    pub(super) fn join(&self, text: &mut String, line: &str) {
        let letter = |c: Option<char>| c.filter(|c| c.is_alphanumeric());
        let stem = text.strip_suffix('-').unwrap_or_default();
        let first_word = line.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        if letter(stem.chars().next_back()).is_some() && !first_word.is_empty() {
            if AFTER_SUSPENDED.contains(&first_word) {
                text.push(' ');
            } else {
                let last_word =
                    stem.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
                let whole = format!("{last_word}{first_word}");
                if self.words.contains(&*whole) {
                    text.pop();
                }
            }
        } else if !is_closed(text, line) {
            text.push(' ');
        }
        text.push_str(line);
    }
}

/// Whether no space belongs between the two: after a dash without spaces, and between Chinese characters.
fn is_closed(text: &str, line: &str) -> bool {
    let mut back = text.chars().rev();
    match (back.next(), back.next(), line.chars().next()) {
        (Some('—'), Some(before), _) => before.is_alphanumeric(),
        (Some(before), _, Some(after)) => is_unspaced(before) && is_unspaced(after),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::Seams;

    #[track_caller]
    fn check(all: &str, a: &str, b: &str, want: &str) {
        let mut text = a.to_owned();
        Seams::new(all).join(&mut text, b);
        assert_eq!(text, want);
    }

    #[test]
    fn hyphens_stay_unless_the_text_has_the_word_without() {
        check("a visa-\nfree regime", "a visa-", "free regime", "a visa-free regime");
        check("migration, migra-\ntion", "migration, migra-", "tion", "migration, migration");
        check("Franco-\nGerman", "Franco-", "German", "Franco-German");
        check("two-\nand three-year", "two-", "and three-year", "two- and three-year");
        check("he said -\nand", "he said -", "and", "he said - and");
    }

    #[test]
    fn a_space_comes_between_words_that_have_spaces() {
        check("", "One", "two", "One two");
        check("", "One—", "two", "One—two");
        check("", "One —", "two", "One — two");
        check("", "一切都", "好", "一切都好");
        check("", "税收，", "下降", "税收，下降");
        check("", "한국", "사람", "한국 사람");
    }
}
