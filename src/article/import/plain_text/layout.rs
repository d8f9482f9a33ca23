//! Lines to pieces: which line breaks part paragraphs, and which only end a line.
//!
//! Texts have a blank line between paragraphs, or one paragraph on each line, or lines of about the same width.
//! In the last kind a line ends because the next word did not fit, which can be seen: that tells the kinds apart.

use super::{
    ending::{announces, is_finished, is_unspaced, starts_lower, width},
    line::{Line, Marker},
    seam::Seams,
};
use crate::order;

/// Widths that lines are broken at, in characters.
const WRAP: std::ops::RangeInclusive<usize> = 30..=120;

/// The shortest line that a person may have broken by hand, in characters.
const SHORTEST_BROKEN: usize = 40;

/// What will be one block, or page furniture: some lines, and their words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece<'a> {
    /// The lines as they stood.
    pub(super) lines: Vec<&'a str>,
    pub(super) marker: Marker,
    /// The words, with one space between them and without the marker.
    pub(super) text: String,
}

impl Piece<'_> {
    /// The words with the marker that stood before them.
    pub(super) fn marked_text(&self) -> String {
        let marker = self.lines.first().and_then(|line| line.split_whitespace().next());
        format!("{} {}", marker.unwrap_or_default(), self.text)
    }
}

/// The pieces that `lines` of `text` make up.
pub(super) fn pieces<'a>(text: &'a str, lines: &[Line<'a>]) -> Vec<Piece<'a>> {
    let wrap = Wrap::of(lines);
    let seams = Seams::new(text);
    let mut found: Vec<Piece<'a>> = Vec::new();
    let mut before: Option<&Line<'a>> = None;
    for line in lines {
        match (before, found.last_mut()) {
            (Some(before), Some(piece)) if wrap.goes_on(piece.marker, before, line) => {
                let words = if line.marker == Marker::Quote { line.text } else { line.whole };
                seams.join(&mut piece.text, &spaced_once(words));
                piece.lines.push(line.whole);
            }
            _ => found.push(Piece {
                lines: vec![line.whole],
                marker: line.marker,
                text: spaced_once(line.text),
            }),
        }
        before = Some(line);
    }
    found
}

/// Runs of spaces and tabs are one space on a page. Those that do not break are kept.
fn spaced_once(text: &str) -> String {
    let mut once = String::with_capacity(text.len());
    for word in text.split([' ', '\t']).filter(|word| !word.is_empty()) {
        if !once.is_empty() {
            once.push(' ');
        }
        once.push_str(word);
    }
    once
}

/// How the lines of a text were broken.
struct Wrap {
    /// The width that lines were broken at, if they were.
    at: Option<usize>,
    /// Whether there are blank lines between paragraphs.
    blank_lines: bool,
}

/// What the breaks between neighbouring lines look like.
#[derive(Default)]
struct Breaks {
    all: usize,
    /// The next word did not fit.
    forced: usize,
    /// In the middle of a sentence.
    unfinished: usize,
    /// The next line starts with a small letter.
    lower: usize,
    /// The next line starts with a letter that is small or large.
    cased: usize,
}

impl Wrap {
    fn of(lines: &[Line<'_>]) -> Self {
        let neighbours = || {
            let pairs = lines.iter().zip(lines.iter().skip(1));
            pairs.filter(|(_, next)| {
                !next.after_blank && matches!(next.marker, Marker::None | Marker::Quote)
            })
        };
        let mut widths: Vec<usize> = neighbours().map(|(line, _)| line.width).collect();
        order::sort(&mut widths);
        // A few lines may be wider: headlines and addresses are not broken.
        let widest = widths.get((widths.len() * 95 / 100).min(widths.len().saturating_sub(1)));
        let blank_lines = lines.iter().skip(1).any(|line| line.after_blank);
        let at = widest.copied().filter(|at| WRAP.contains(at));
        let mut breaks = Breaks::default();
        for (line, next) in neighbours() {
            let lower = starts_lower(next.text);
            breaks.all += 1;
            breaks.forced += usize::from(at.is_some_and(|at| is_forced(line, next, at)));
            breaks.unfinished += usize::from(!is_finished(line.text) && !announces(line.text));
            breaks.lower += usize::from(lower == Some(true));
            breaks.cased += usize::from(lower.is_some());
        }
        Self { at: at.filter(|_| breaks.are_wrapped()), blank_lines }
    }

    /// Whether `line` goes on with what `before` started, as part of a piece with this marker.
    fn goes_on(&self, marker: Marker, before: &Line<'_>, line: &Line<'_>) -> bool {
        if line.after_blank || (marker == Marker::Quote) != (line.marker == Marker::Quote) {
            return false;
        }
        let lower = starts_lower(line.text) == Some(true);
        let unfinished = !is_finished(before.text) && !announces(before.text);
        let Some(at) = self.at else {
            let same = marker == line.marker && (lower || marker == Marker::Quote);
            return same && unfinished && before.width >= SHORTEST_BROKEN;
        };
        let forced = is_forced(before, line, at);
        match line.marker {
            Marker::None | Marker::Quote => {}
            // A dash that happened to come first on its line.
            Marker::Hyphen | Marker::Dash => {
                return marker == Marker::None && forced && lower && unfinished;
            }
            Marker::Bullet | Marker::Number => return false,
        }
        let starts_indented = marker == Marker::None && line.indent > before.indent + 1;
        let short = self.blank_lines && unfinished && before.width * 10 >= at * 6;
        !starts_indented && (forced || lower || short)
    }
}

impl Breaks {
    /// Whether lines end where the next word did not fit, most of them within a sentence.
    fn are_wrapped(&self) -> bool {
        let within_sentences = if self.cased * 2 > self.all {
            self.lower * 4 >= self.cased
        } else {
            self.all > 1 && self.unfinished * 10 >= self.all * 6
        };
        self.all > 0 && self.forced * 10 >= self.all * 6 && within_sentences
    }
}

/// Whether the first word of `next` did not fit on `line`.
fn is_forced(line: &Line<'_>, next: &Line<'_>, at: usize) -> bool {
    let word = next.text.split_whitespace().next().unwrap_or_default();
    let word = if word.starts_with(is_unspaced) { 1 } else { width(word) + 1 };
    line.width + word > at
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::import::plain_text::line::lines;

    #[track_caller]
    fn check(text: &str, want: &[&str]) {
        let found: Vec<String> =
            pieces(text, &lines(text)).into_iter().map(|piece| piece.text).collect();
        assert_eq!(found, want);
    }

    /// Sentences that come out at about 70 columns.
    const WRAPPED: &str = "\
        Poland has sent more than twelve thousand soldiers to its border with\n\
        Belarus, where people from the Middle East have been camping in the\n\
        cold for weeks. Warsaw says that Minsk brings them there to put it\n\
        under pressure.";
    const JOINED: &str = "Poland has sent more than twelve thousand soldiers to its border with Belarus, where \
        people from the Middle East have been camping in the cold for weeks. Warsaw says that Minsk brings them \
        there to put it under pressure.";

    #[test]
    fn blank_lines_part_paragraphs() {
        check("One.\n\nTwo.\n \t\n\nThree.", &["One.", "Two.", "Three."]);
    }

    #[test]
    fn without_blank_lines_each_line_is_a_paragraph() {
        check(
            "Taxes fall\nTaxes fell, the mayor said.\nPrices rose.",
            &["Taxes fall", "Taxes fell, the mayor said.", "Prices rose."],
        );
        let long = "A paragraph that is longer than any line of wrapped text would ever be, so that it is clear \
            that the file has one paragraph on every line and no blank lines between them.";
        check(&format!("{long}\n{long}"), &[long, long]);
        check(
            "他说一切都好。\n第二天他走了，没有回来。\n税收下降。",
            &["他说一切都好。", "第二天他走了，没有回来。", "税收下降。"],
        );
    }

    #[test]
    fn lines_of_one_width_are_joined() {
        check(WRAPPED, &[JOINED]);
        check(&format!("{WRAPPED}\n\n{WRAPPED}"), &[JOINED, JOINED]);
        check(&format!("Headline of it all\n\n{WRAPPED}\n"), &["Headline of it all", JOINED]);
    }

    #[test]
    fn a_short_line_ends_a_paragraph_where_there_are_no_blank_lines() {
        check(&format!("{WRAPPED}\n{WRAPPED}\n{WRAPPED}"), &[JOINED, JOINED, JOINED]);
    }

    #[test]
    fn an_indented_line_starts_a_paragraph() {
        let first = "   Poland has sent more than twelve thousand soldiers to its border\n\
            with Belarus, and the government in Warsaw says more will come soon.\n";
        let joined = "Poland has sent more than twelve thousand soldiers to its border with Belarus, and the \
            government in Warsaw says more will come soon.";
        check(&first.repeat(2), &[joined, joined]);
    }

    #[test]
    fn items_and_quotations_go_on_on_the_next_line() {
        check(
            "- Poland has sent more than twelve thousand soldiers to its border with\n  Belarus\n\
             - Latvia has sent a thousand and has asked its neighbours for a hundred\n  more",
            &[
                "Poland has sent more than twelve thousand soldiers to its border with Belarus",
                "Latvia has sent a thousand and has asked its neighbours for a hundred more",
            ],
        );
        check(
            "> Poland has sent more than twelve thousand soldiers to its border with\n> Belarus.\n>\n> Yes.",
            &[
                "Poland has sent more than twelve thousand soldiers to its border with Belarus.",
                "Yes.",
            ],
        );
    }

    #[test]
    fn a_dash_first_on_a_wrapped_line_is_no_marker() {
        check(
            "Poland has sent more than twelve thousand soldiers to its border with\n\
             Belarus, where people from many countries have been camping for weeks\n\
             – in the cold – and says that Minsk brings them there to put pressure\n\
             on it.",
            &[
                "Poland has sent more than twelve thousand soldiers to its border with Belarus, where people \
               from many countries have been camping for weeks – in the cold – and says that Minsk brings them \
               there to put pressure on it.",
            ],
        );
    }

    #[test]
    fn one_line_broken_by_hand_is_joined() {
        check(
            "The minister said that the agreement was signed\nin October.\n\nYes.",
            &["The minister said that the agreement was signed in October.", "Yes."],
        );
    }

    #[test]
    fn spaces_are_one_and_those_that_do_not_break_stay() {
        check("One  two\t three\u{a0}\u{a0}four", &["One two three\u{a0}\u{a0}four"]);
    }
}
