//! Lines that say who wrote an article.

use super::{
    date::{Published, is_month, is_weekday, published},
    ending::width,
};

/// The longest line that is looked at, in characters.
const LONGEST: usize = 140;

/// What comes before the names, in lower case.
#[rustfmt::skip]
const STARTS: &[&str] = &[
    "by ", "by: ", "written by ", "reported by ", "author: ", "authors: ", "story by ", "von ", "text: ",
    "autor: ", "autorin: ", "par ", "por ", "автор: ", "авторы: ", "автор ", "yazan: ", "作者：", "作者:",
    "记者：", "بقلم ", "بقلم: ",
];

/// Words between names that are written small.
#[rustfmt::skip]
const SMALL: &[&str] = &[
    "and", "for", "in", "of", "at", "with", "the", "und", "et", "y", "e", "и", "ve", "de", "del", "della",
    "di", "da", "dos", "du", "la", "van", "der", "den", "von", "zu", "al", "bin", "ibn", "ten", "ter",
    "from", "für", "pour", "para", "для",
];

/// Who wrote it, as printed, and when it was published, where the line says so too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::article::import) struct Byline<'a> {
    pub(in crate::article::import) who: &'a str,
    pub(in crate::article::import) published: Option<Published<'a>>,
}

/// Reads a line such as “By Jane Doe and John Roe, Reuters | November 16, 2021”.
pub(in crate::article::import) fn byline(line: &str) -> Option<Byline<'_>> {
    if width(line) > LONGEST {
        return None;
    }
    let lower = line.to_lowercase();
    // Compared as characters: lower case may take more bytes.
    let start = STARTS.iter().find(|start| lower.starts_with(**start))?;
    let names_at = line.char_indices().nth(width(start)).map(|(at, _)| at)?;
    if line.starts_with(char::is_lowercase) {
        return None;
    }
    let dated = line.char_indices().skip(width(start)).find_map(|(at, c)| {
        let (who, when) = (line.get(..at)?, line.get(at + c.len_utf8()..)?);
        let parts = matches!(c, '|' | '·' | '•' | ',' | '–' | '—');
        parts.then(|| Some((who.trim_end(), published(when.trim_start())?))).flatten()
    });
    let who = dated.map_or(line, |(who, _)| who);
    let names = who.get(names_at..).filter(|names| are_names(names))?;
    (!names.is_empty()).then_some(Byline { who, published: dated.map(|(_, when)| when) })
}

/// Whether all `words` are written as names are: large, but for the small ones between them.
pub(in crate::article::import) fn are_names(words: &str) -> bool {
    let mut split =
        words.split(|c: char| c.is_whitespace() || matches!(c, ',' | '|' | '·' | '•' | '/'));
    let is_name = |word: &str| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        bare.is_empty()
            || SMALL.contains(&bare)
            || bare.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase())
            || word.contains('@')
            || word.starts_with("d’")
            || word.starts_with("d'")
    };
    let first = split.clone().find(|word| !word.is_empty());
    let names = first.is_some_and(|word| {
        let bare = word.trim_end_matches('.');
        word.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase())
            && !is_month(bare)
            && !is_weekday(bare)
    });
    let initial = |word: &str| width(word.trim_end_matches('.')) <= 3;
    let stops = words.trim_end().strip_suffix('.');
    let sentence =
        stops.is_some_and(|rest| rest.split_whitespace().last().is_some_and(|w| !initial(w)));
    names && !sentence && split.all(is_name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn who(line: &str) -> Option<(&str, Option<&str>)> {
        byline(line).map(|it| (it.who, it.published.map(|published| published.when)))
    }

    #[test]
    fn reads_names_agencies_and_dates() {
        for line in [
            "By Jane Doe",
            "BY JANE DOE",
            "By Jane Doe and John Roe, Reuters",
            "By Ludwig van den Berg in Warsaw",
            "By John Roe Jr.",
            "Von Max Mustermann",
            "Par Jeanne d’Arc",
            "Автор: Иван Иванов",
            "作者：王小明",
        ] {
            assert_eq!(who(line), Some((line, None)), "{line}");
        }
        assert_eq!(
            who("By Jane Doe, Reuters | Published November 16, 2021"),
            Some(("By Jane Doe, Reuters", Some("November 16, 2021")))
        );
        assert_eq!(who("By Jane Doe, 16.11.2021"), Some(("By Jane Doe", Some("16.11.2021"))));
    }

    #[test]
    fn prose_is_no_byline() {
        for line in [
            "By Monday taxes fell",
            "By November, Poland",
            "By then Poland had sent troops",
            "By Poland’s count, thousands came.",
            "Bystanders",
            "By ",
            "by Jane Doe",
            "Par exemple",
        ] {
            assert_eq!(who(line), None, "{line}");
        }
    }
}
