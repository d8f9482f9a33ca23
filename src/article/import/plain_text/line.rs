//! One line of the text: its words, and the marker before them.

use super::{date::is_month, ending::width};

/// What a line starts with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Marker {
    /// Words.
    None,
    /// `•`, `*` and their like.
    Bullet,
    /// `1.` or `1)`.
    Number,
    /// A hyphen: an item of a list, or a heading.
    Hyphen,
    /// A dash: a heading, an item of a list, or somebody who speaks.
    Dash,
    /// `>`: a quotation.
    Quote,
}

/// A line that is not blank.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    /// All of it, without the white space around it.
    pub(super) whole: &'a str,
    /// Without the marker.
    pub(super) text: &'a str,
    pub(super) marker: Marker,
    /// White space before it, in characters.
    pub(super) indent: usize,
    /// Of the whole line, in characters.
    pub(super) width: usize,
    /// Whether a blank line, or nothing, stands before it.
    pub(super) after_blank: bool,
}

/// The lines of `text` that have something in them. Rules drawn with characters count as blank lines.
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    let mut found: Vec<Line<'_>> = Vec::new();
    let (mut after_blank, mut next_number) = (true, 1);
    for line in text.split('\n') {
        let start = line.trim_start();
        let whole = start.trim_end();
        if is_rule(whole) {
            after_blank = true;
            continue;
        }
        let (marker, rest) = marker(whole, &mut next_number);
        let indent = width(line) - width(start);
        found.push(Line { whole, text: rest, marker, indent, width: width(whole), after_blank });
        after_blank = false;
    }
    found
}

/// Whether a line parts what is above from what is below: blank, or `***`, `-----`, `* * *`.
fn is_rule(line: &str) -> bool {
    line.chars().all(|c| {
        c.is_whitespace()
            || matches!(c, '*' | '-' | '_' | '=' | '~' | '#' | '>' | '•' | '·' | '–' | '—')
    })
}

/// The marker of a line and the words after it. Numbers count only in their order: prose has lines that start
/// with “2021. ”.
fn marker<'a>(line: &'a str, next_number: &mut u32) -> (Marker, &'a str) {
    let spaced = |rest: &'a str| rest.starts_with(char::is_whitespace).then(|| rest.trim_start());
    if let Some(rest) = line.strip_prefix('>') {
        return (Marker::Quote, rest.trim_start_matches(['>', ' ', '\t']));
    }
    let mut chars = line.chars();
    let first = chars.next();
    let rest = spaced(chars.as_str());
    match (first, rest) {
        (Some('•' | '●' | '▪' | '■' | '◦' | '‣' | '⁃'), _) => {
            return (Marker::Bullet, chars.as_str().trim_start());
        }
        (Some('*' | '·' | '+'), Some(rest)) => return (Marker::Bullet, rest),
        (Some('-' | '‐' | '‑' | '−'), Some(rest)) => return (Marker::Hyphen, rest),
        (Some('–' | '—' | '―'), Some(rest)) => return (Marker::Dash, rest),
        _ => {}
    }
    let digits = line.find(|c: char| !c.is_ascii_digit()).unwrap_or(line.len());
    if let Some((number, rest)) = line.split_at_checked(digits)
        && let Ok(number) = number.parse::<u32>()
        && let Some(rest) = rest.strip_prefix(['.', ')']).and_then(spaced)
        && (number == 1 || number == *next_number)
        && !rest.split_whitespace().next().is_some_and(is_month)
    {
        *next_number = number.saturating_add(1);
        return (Marker::Number, rest);
    }
    (Marker::None, line)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn markers(text: &str) -> Vec<(Marker, &str)> {
        lines(text).iter().map(|line| (line.marker, line.text)).collect()
    }

    #[test]
    fn reads_markers() {
        assert_eq!(
            markers("• One\n* Two\n•Three\n- Four\n– Five\n> > Six"),
            [
                (Marker::Bullet, "One"),
                (Marker::Bullet, "Two"),
                (Marker::Bullet, "Three"),
                (Marker::Hyphen, "Four"),
                (Marker::Dash, "Five"),
                (Marker::Quote, "Six"),
            ]
        );
        assert_eq!(
            markers("-5 degrees\n*emphasis*\n–"),
            [(Marker::None, "-5 degrees"), (Marker::None, "*emphasis*"),]
        );
    }

    #[test]
    fn numbers_count_in_order_and_not_in_dates() {
        assert_eq!(
            markers("1. One\n2) Two\n4. Four\n2021. It"),
            [
                (Marker::Number, "One"),
                (Marker::Number, "Two"),
                (Marker::None, "4. Four"),
                (Marker::None, "2021. It"),
            ]
        );
        assert_eq!(markers("1. November 2021"), [(Marker::None, "1. November 2021")]);
    }

    #[test]
    fn knows_what_stands_after_a_blank_line() {
        let after_blank: Vec<bool> =
            lines("a\nb\n \t\nc\n* * *\nd\ne").iter().map(|line| line.after_blank).collect();
        assert_eq!(after_blank, [true, false, true, true, false]);
        assert_eq!(lines("  a").first().map(|line| (line.indent, line.width)), Some((2, 1)));
    }
}
