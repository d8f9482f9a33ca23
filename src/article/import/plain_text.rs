//! Plain text, as people save and paste it.
//!
//! Characters are cleaned, lines become pieces, furniture is set aside, and what is left is read from the top.
//! Every letter and digit of the input ends up in a block or in a line that was left out.

mod byline;
mod clean;
mod date;
mod dateline;
mod ending;
mod furniture;
mod head;
mod kinds;
mod layout;
mod line;
mod seam;

use self::{dateline::dateline, head::Head, layout::Piece};
use super::{Draft, Furniture, ImportError, Importer, Warning};
use crate::{
    article::{BlockKind, BodyBuilder, MarkKind},
    text::TextRange,
};

/// The longest title made from first words, in characters.
const LONGEST_TITLE: usize = 60;

/// Paragraphs that may start with the dateline: an editor's note can stand before it.
const BEFORE_DATELINE: usize = 3;

/// The plain-text importer.
pub(super) struct PlainText;

impl Importer for PlainText {
    fn id(&self) -> &'static str {
        "plain-text"
    }

    fn label(&self) -> &'static str {
        "Plain text"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["txt", "text"]
    }

    fn import(&self, text: &str, furniture: Furniture) -> Result<Draft, ImportError> {
        let text = clean::clean(text);
        let pieces = layout::pieces(&text, &line::lines(&text));
        let (pieces, left_out) = match furniture {
            Furniture::LeaveOut => furniture::part(pieces),
            Furniture::Keep => (pieces, Vec::new()),
        };
        let mut draft = draft(&pieces)?;
        if !left_out.is_empty() {
            let lines = left_out.iter().flat_map(|piece| &piece.lines);
            draft.warnings.push(Warning::LeftOut(lines.map(ToString::to_string).collect()));
        }
        Ok(draft)
    }
}

/// Reads pieces from the top.
fn draft(pieces: &[Piece<'_>]) -> Result<Draft, ImportError> {
    let head = Head::read(pieces);
    let mut body = BodyBuilder::default();
    for (kind, piece) in head.kinds.iter().zip(pieces) {
        body.block(*kind, &piece.text);
    }
    let first = head.kinds.len();
    let (mut place, mut paragraphs) = (None, 0);
    for (kind, text) in (first..pieces.len()).filter_map(|at| kinds::read(pieces, first, at)) {
        let may_start =
            kind == BlockKind::Paragraph && place.is_none() && paragraphs < BEFORE_DATELINE;
        paragraphs += usize::from(kind == BlockKind::Paragraph);
        let end = dateline(&text).filter(|_| may_start);
        if let Some(printed) = end.and_then(|end| text.get(..end)) {
            place = Some(printed.into());
        }
        let mark = end.map(|end| (MarkKind::Dateline, TextRange::bytes(0, end)));
        body.marked_block(kind, &text, mark);
    }
    let body = body.build().map_err(|_| ImportError::Empty)?;
    let first_of = |is: fn(BlockKind) -> bool| {
        let block = body.blocks().iter().find(|block| is(block.kind));
        block.map(|block| body.slice(block.range))
    };
    let headline = first_of(|kind| kind == BlockKind::Headline).map(str::to_owned);
    let prose = || first_of(|kind| kind != BlockKind::Byline).or_else(|| first_of(|_| true));
    let title = headline.or_else(|| prose().map(first_words)).unwrap_or_default();
    Ok(Draft {
        title: title.into(),
        // Plain text does not say.
        language: None,
        byline: head.byline.map(Into::into),
        dateline: place,
        published: head.published.map(Into::into),
        body,
        warnings: Vec::new(),
    })
}

/// The first words of `text`, as many as a title has.
fn first_words(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(LONGEST_TITLE) else { return text.to_owned() };
    let head = text.get(..end).unwrap_or_default();
    let words = head.rsplit_once(char::is_whitespace).map_or(head, |(words, _)| words);
    let words = words
        .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '–' | '—'));
    format!("{}…", if words.is_empty() { head } else { words })
}

#[cfg(test)]
mod tests;
