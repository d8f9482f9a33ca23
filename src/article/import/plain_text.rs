//! Plain text, as people save and paste it.
//!
//! Characters are cleaned, lines become pieces, furniture is set aside, and what is left is read from the top.
//! Every letter and digit of the input ends up in a block or in a line that was left out.

pub(super) mod byline;
pub(super) mod clean;
pub(super) mod date;
pub(super) mod dateline;
pub(super) mod ending;
pub(super) mod furniture;
mod head;
mod kinds;
mod layout;
mod line;
mod seam;

use self::{dateline::dateline, head::Head, layout::Piece};
use super::{Draft, Furniture, ImportError, Importer, Request, Warning, title::title_of};
use crate::{
    article::{BlockKind, BodyBuilder, MarkKind},
    text::TextRange,
};

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

    fn import(&self, text: &str, request: Request<'_>) -> Result<Draft, ImportError> {
        let text = clean::clean(text);
        let pieces = layout::pieces(&text, &line::lines(&text));
        let (pieces, left_out) = match request.furniture {
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
    Ok(Draft {
        title: title_of(&body).into(),
        // Plain text does not say.
        language: None,
        byline: head.byline.map(Into::into),
        dateline: place,
        published: head.published.map(Into::into),
        url: None,
        site: None,
        body: body.into(),
        warnings: Vec::new(),
    })
}

#[cfg(test)]
mod tests;
