//! The body of an article: which pieces are paragraphs, headings, items and quotations.

use super::{
    ending::{announces, is_finished, starts_lower, width},
    layout::Piece,
    line::Marker,
};
use crate::article::BlockKind;

/// The longest heading after a dash, and the longest without one, in characters.
const LONGEST_AFTER_DASH: usize = 120;
const LONGEST_HEADING: usize = 80;

/// How the words under a picture start.
const CAPTIONS: [&str; 8] =
    ["photo:", "photos:", "photograph:", "photo by ", "file photo:", "image:", "picture:", "foto:"];

/// What piece `at` is, and its text as a reader sees it. `first` is the first piece of the body.
pub(super) fn read(pieces: &[Piece<'_>], first: usize, at: usize) -> Option<(BlockKind, String)> {
    let piece = pieces.get(at)?;
    let text = || piece.text.clone();
    let before = at.checked_sub(1).filter(|_| at > first).and_then(|at| pieces.get(at));
    let next = pieces.get(at + 1);
    Some(match piece.marker {
        Marker::Quote => (BlockKind::Quote, text()),
        Marker::Bullet => (BlockKind::ListItem, text()),
        // The number says something: “see point 3”.
        Marker::Number => (BlockKind::ListItem, piece.marked_text()),
        Marker::Hyphen | Marker::Dash => {
            let same =
                |other: Option<&Piece<'_>>| other.is_some_and(|it| it.marker == piece.marker);
            let open = !is_finished(&piece.text) && !announces(&piece.text);
            let several = same(before) || same(next);
            if several && (piece.marker == Marker::Hyphen || open) {
                (BlockKind::ListItem, text())
            } else if !several && open && next.is_some() && width(&piece.text) <= LONGEST_AFTER_DASH
            {
                (BlockKind::Heading, text())
            } else {
                // Somebody speaks: “— Да, — сказал он.”
                (BlockKind::Paragraph, piece.marked_text())
            }
        }
        Marker::None if is_caption(&piece.text) => (BlockKind::Caption, text()),
        Marker::None if is_heading(piece, before, next) => (BlockKind::Heading, text()),
        Marker::None => (BlockKind::Paragraph, text()),
    })
}

/// Whether `text` says whose picture stood there, or what it showed.
fn is_caption(text: &str) -> bool {
    let starts =
        |start: &&str| text.get(..start.len()).is_some_and(|it| it.eq_ignore_ascii_case(start));
    CAPTIONS.iter().any(starts) || text.starts_with("Фото:") || text.starts_with("ФОТО:")
}

/// Whether a piece is a short line without a full stop between running text.
fn is_heading(piece: &Piece<'_>, before: Option<&Piece<'_>>, next: Option<&Piece<'_>>) -> bool {
    let ends = |piece: &Piece<'_>| piece.marker != Marker::None || is_finished(&piece.text);
    !is_finished(&piece.text)
        && !announces(&piece.text)
        && starts_lower(&piece.text) != Some(true)
        && piece.text.contains(char::is_alphabetic)
        && width(&piece.text) <= LONGEST_HEADING
        && before.is_some_and(ends)
        && next.is_some_and(ends)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::import::plain_text::{layout::pieces, line::lines};

    /// Expects these kinds and texts between two paragraphs.
    #[track_caller]
    fn check(text: &str, want: &[(BlockKind, &str)]) {
        let text = format!("Taxes fell.\n\n{text}\n\nPrices rose.");
        let pieces = pieces(&text, &lines(&text));
        let found: Vec<_> = (0..pieces.len()).filter_map(|at| read(&pieces, 0, at)).collect();
        let found: Vec<_> = found.iter().map(|(kind, text)| (*kind, &**text)).collect();
        assert_eq!(found[1..found.len() - 1], *want);
    }

    use BlockKind::{Caption, Heading, ListItem, Paragraph, Quote};

    #[test]
    fn a_dash_before_a_line_that_stands_alone_makes_it_a_heading() {
        check(
            "– Poland’s behavior towards migrants slammed",
            &[(Heading, "Poland’s behavior towards migrants slammed")],
        );
        check("- ‘Humanitarian crisis’", &[(Heading, "‘Humanitarian crisis’")]);
    }

    #[test]
    fn a_short_line_without_a_full_stop_is_a_heading() {
        check("What the EU says", &[(Heading, "What the EU says")]);
        check("What does the EU say?", &[(Paragraph, "What does the EU say?")]);
        check("The minister said:", &[(Paragraph, "The minister said:")]);
        check("in October", &[(Paragraph, "in October")]);
        check("2021", &[(Paragraph, "2021")]);
        check("One name\n\nAnother name", &[(Paragraph, "One name"), (Paragraph, "Another name")]);
    }

    #[test]
    fn the_words_under_a_picture_are_told_by_how_they_start() {
        check("FILE PHOTO: Rain in Minsk", &[(Caption, "FILE PHOTO: Rain in Minsk")]);
        check("Photograph: Jane Doe/Agency", &[(Caption, "Photograph: Jane Doe/Agency")]);
        check("Фото: Агентство", &[(Caption, "Фото: Агентство")]);
        check("Photographs of it were taken.", &[(Paragraph, "Photographs of it were taken.")]);
    }

    #[test]
    fn bullets_are_items() {
        check("• One\n• Two.", &[(ListItem, "One"), (ListItem, "Two.")]);
        check("- One\n- Two.", &[(ListItem, "One"), (ListItem, "Two.")]);
        check("– One\n– Two", &[(ListItem, "One"), (ListItem, "Two")]);
        check("* One", &[(ListItem, "One")]);
        check("1. One\n2. Two", &[(ListItem, "1. One"), (ListItem, "2. Two")]);
    }

    #[test]
    fn a_dash_before_speech_stays() {
        check("— Да, — сказал он.", &[(Paragraph, "— Да, — сказал он.")]);
        check("– Oui.\n– Non.", &[(Paragraph, "– Oui."), (Paragraph, "– Non.")]);
    }

    #[test]
    fn lines_after_an_angle_bracket_are_a_quotation() {
        check("> Taxes fell.", &[(Quote, "Taxes fell.")]);
    }
}
