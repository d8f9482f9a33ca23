//! The top of an article: headline, standfirst, who wrote it and when.

use super::{
    byline::{are_names, byline},
    date::{Published, published},
    dateline::dateline,
    ending::{announces, is_finished, width},
    furniture::is_prose,
    layout::Piece,
    line::Marker,
};
use crate::{
    article::BlockKind,
    text::{TextRange, sentences},
};

/// The longest headline, in characters and in lines.
const LONGEST_HEADLINE: usize = 200;
const HEADLINE_LINES: usize = 3;

/// The longest piece of a standfirst, in characters and in sentences, and how many pieces it may have.
const LONGEST_STANDFIRST: usize = 320;
const STANDFIRST_SENTENCES: usize = 3;
const STANDFIRST_PIECES: usize = 3;

/// The longest line of names without a “By”, in characters.
const LONGEST_NAMES: usize = 80;

/// What the top of an article says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Head {
    /// What the first pieces are; the rest is the body's.
    pub(super) kinds: Vec<BlockKind>,
    pub(super) byline: Option<String>,
    pub(super) published: Option<String>,
    /// Whether `published` is when it was changed.
    is_update: bool,
}

impl Head {
    /// Reads the top of an article.
    pub(super) fn read(pieces: &[Piece<'_>]) -> Self {
        let mut head = Self::default();
        head.read_facts(pieces);
        let at = head.kinds.len();
        if !pieces.get(at).is_some_and(is_headline) || pieces.len() == at + 1 {
            return head;
        }
        head.kinds.push(BlockKind::Headline);
        head.read_standfirst(pieces);
        if head.read_facts(pieces) {
            head.read_standfirst(pieces);
            head.read_facts(pieces);
        }
        head
    }

    /// Reads lines that say who wrote it and when. Whether there were any.
    fn read_facts(&mut self, pieces: &[Piece<'_>]) -> bool {
        let from = self.kinds.len();
        for piece in pieces.iter().skip(from).take_while(|piece| is_fact(piece)) {
            let byline = byline(&piece.text);
            if let Some(byline) = byline {
                self.byline.get_or_insert_with(|| byline.who.to_owned());
            }
            let published = byline.map_or_else(|| published(&piece.text), |it| it.published);
            // The first date counts, but one of a change only until there is another.
            let counts =
                |it: &Published<'_>| self.published.is_none() || self.is_update && !it.update;
            if let Some(it) = published.filter(counts) {
                (self.published, self.is_update) = (Some(it.when.to_owned()), it.update);
            }
            self.kinds.push(BlockKind::Byline);
        }
        self.kinds.len() > from
    }

    /// Reads a standfirst: what stands between the headline and a line that tells who or when, or the dateline.
    /// Where neither follows, one without a full stop.
    fn read_standfirst(&mut self, pieces: &[Piece<'_>]) {
        let rest = pieces.get(self.kinds.len()..).unwrap_or_default();
        let ends = |piece: &Piece<'_>| is_fact(piece) || dateline(&piece.text).is_some();
        let until = rest.iter().take(STANDFIRST_PIECES + 1).position(ends);
        let count = match (until, rest) {
            (Some(until), _) => until,
            (None, [first, next, ..]) if !is_finished(&first.text) && is_prose(next) => 1,
            (None, _) => 0,
        };
        let fits = |piece: &Piece<'_>| {
            let all = TextRange::bytes(0, piece.text.len());
            piece.marker == Marker::None
                && !announces(&piece.text)
                && width(&piece.text) <= LONGEST_STANDFIRST
                && sentences(&piece.text, all).len() <= STANDFIRST_SENTENCES
        };
        let standfirst = rest.get(..count).unwrap_or_default();
        if self.kinds.contains(&BlockKind::Standfirst) || !standfirst.iter().all(fits) {
            return;
        }
        self.kinds.extend(standfirst.iter().map(|_| BlockKind::Standfirst));
        // Names above a date need no “By”.
        let dated = rest.get(count).is_some_and(|piece| published(&piece.text).is_some());
        if let Some(names) = standfirst.last().filter(|piece| dated && is_line_of_names(piece)) {
            self.byline.get_or_insert_with(|| names.text.clone());
            self.kinds.pop();
            self.kinds.push(BlockKind::Byline);
        }
    }
}

/// Whether a piece says who wrote the article, or when.
fn is_fact(piece: &Piece<'_>) -> bool {
    piece.marker == Marker::None
        && (byline(&piece.text).is_some() || published(&piece.text).is_some())
}

/// Whether a piece is nothing but names, and where they write from.
fn is_line_of_names(piece: &Piece<'_>) -> bool {
    let text = &piece.text;
    width(text) <= LONGEST_NAMES && text.contains(' ') && !is_finished(text) && are_names(text)
}

/// Whether the first piece is a headline, rather than the first paragraph of a pasted fragment.
fn is_headline(piece: &Piece<'_>) -> bool {
    let text = &piece.text;
    let full_stop = is_finished(text) && !text.ends_with(['?', '!', '…', '？', '！', '؟']);
    piece.marker == Marker::None
        && piece.lines.len() <= HEADLINE_LINES
        && width(text) <= LONGEST_HEADLINE
        && !full_stop
        && !announces(text)
        && dateline(text).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::import::plain_text::{layout::pieces, line::lines};

    const PROSE: &str =
        "Taxes fell twice in a year, the mayor said on Tuesday, and prices rose at the same time.";

    fn read(text: &str) -> Head {
        Head::read(&pieces(text, &lines(text)))
    }

    #[track_caller]
    fn check(top: &[&str], kinds: &[BlockKind]) {
        assert_eq!(read(&format!("{}\n\n{PROSE}\n\n{PROSE}", top.join("\n\n"))).kinds, kinds);
    }

    use BlockKind::{Byline, Headline, Standfirst};

    #[test]
    fn a_headline_has_no_full_stop() {
        check(&["Taxes fall"], &[Headline]);
        check(&["Will taxes fall?"], &[Headline]);
        check(&["Taxes fall in the U.S."], &[Headline]);
        check(&["Taxes fell."], &[]);
        check(&["“Taxes fell.”"], &[]);
        check(&["Said the mayor:"], &[]);
        check(&[&"Taxes fall ".repeat(20)], &[]);
        check(&[], &[]);
        assert_eq!(read("Taxes fall").kinds, [], "an article has more");
    }

    #[test]
    fn a_standfirst_stands_before_who_when_and_where() {
        check(&["Taxes fall", "Prices rise, too.", "By Jane Doe"], &[Headline, Standfirst, Byline]);
        check(&["Taxes fall", "Prices rise, too.", "MOSCOW (AA) – Yes."], &[Headline, Standfirst]);
        check(
            &["Taxes fall", "By Jane Doe", "Prices rise.", "MOSCOW – Yes."],
            &[Headline, Byline, Standfirst],
        );
        check(
            &["Taxes fall", "Prices rise", "Rain is near", "16.11.2021"],
            &[Headline, Standfirst, Standfirst, Byline],
        );
        check(&["Taxes fall", "Mayor says prices rise"], &[Headline, Standfirst]);
        check(&["Taxes fall", "Prices rise, too."], &[Headline]);
        check(&["Taxes fall", &PROSE.repeat(4), "By Jane Doe"], &[Headline]);
    }

    #[test]
    fn names_above_a_date_are_who_wrote_it() {
        let names = "Jane Doe in Narewka and John Roe";
        let head = read(&format!(
            "Taxes fall\n\nPrices rise\n\n{names}\n\n16 Nov 2021 17.57 GMT\n\n{PROSE}"
        ));
        assert_eq!(head.kinds, [Headline, Standfirst, Byline, Byline]);
        assert_eq!(head.byline.as_deref(), Some(names));
        assert_eq!(head.published.as_deref(), Some("16 Nov 2021 17.57 GMT"));
    }

    #[test]
    fn says_who_wrote_it_and_when() {
        let text = format!(
            "Taxes fall\n\nBy Jane Doe\n\nUpdated 17.11.2021\n\nPublished 16.11.2021\n\n{PROSE}"
        );
        let head = read(&text);
        assert_eq!(head.kinds, [Headline, Byline, Byline, Byline]);
        assert_eq!(head.byline.as_deref(), Some("By Jane Doe"));
        assert_eq!(head.published.as_deref(), Some("16.11.2021"), "not when it was changed");
        let head = read(&format!("16 November 2021\nTaxes fall\n{PROSE}"));
        assert_eq!(head.kinds, [Byline, Headline]);
        assert_eq!(head.published.as_deref(), Some("16 November 2021"));
        let head = read(&format!("Taxes fall\nBy Jane Doe | Updated May 3, 2021\n{PROSE}"));
        assert_eq!(head.published.as_deref(), Some("May 3, 2021"));
    }
}
