//! How lines end and start: what tells prose from headings, and a line that goes on from one that does not.

/// Whether `text` ends as a sentence does. A full stop of “U.S.” does not end it.
pub(in crate::article::import) fn is_finished(text: &str) -> bool {
    let bare = text.trim_end_matches(|c: char| {
        c.is_whitespace()
            || matches!(c, '"' | '\'' | '”' | '’' | '“' | '»' | '«' | ')' | ']' | '」' | '』')
    });
    if bare.ends_with(['?', '!', '…', '。', '！', '？', '؟', '۔']) {
        return true;
    }
    let Some(before) = bare.strip_suffix('.') else { return false };
    let last = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let initials = last.contains('.') && last.split('.').all(|part| part.chars().count() == 1);
    !initials
}

/// Whether `text` goes on after its end: with what a colon, a comma or a semicolon announces.
pub(in crate::article::import) fn announces(text: &str) -> bool {
    text.ends_with([':', ',', ';', '：', '，', '；', '،', '؛'])
}

/// The case of the first letter or digit: `Some(true)` for lower case, `None` where there is none.
pub(in crate::article::import) fn starts_lower(text: &str) -> Option<bool> {
    let first = text.chars().find(|c| c.is_alphanumeric())?;
    (first.is_lowercase() || first.is_uppercase()).then(|| first.is_lowercase())
}

/// How wide `text` is, in characters.
pub(in crate::article::import) fn width(text: &str) -> usize {
    text.chars().count()
}

/// Whether a character is of a script that has no spaces between words.
pub(in crate::article::import) fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_are_finished_by_marks_and_not_by_abbreviations() {
        for text in
            ["Taxes fell.", "“Taxes fell.”", "(Why?)", "« Non ! »", "他走了。", "هل؟", "No. 5."]
        {
            assert!(is_finished(text), "{text}");
        }
        for text in ["Taxes fell", "Back in the U.S.", "“A heading”", "The minister said:", "", "."]
        {
            assert!(!is_finished(text) || text == ".", "{text}");
        }
    }

    #[test]
    fn case_is_that_of_the_first_letter() {
        assert_eq!(starts_lower("“the EU"), Some(true));
        assert_eq!(starts_lower("– Poland"), Some(false));
        assert_eq!(starts_lower("2021"), None);
        assert_eq!(starts_lower("你好"), None);
    }
}
