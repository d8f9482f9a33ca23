//! Plain text, as people save and paste it.

use super::{Draft, ImportError, Importer};
use crate::article::{BlockKind, BodyBuilder};

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

    fn import(&self, text: &str, _furniture: super::Furniture) -> Result<Draft, ImportError> {
        let mut body = BodyBuilder::default();
        let mut title = None;
        for part in text.split("\n\n").map(str::trim).filter(|part| !part.is_empty()) {
            let kind = if title.is_none() { BlockKind::Headline } else { BlockKind::Paragraph };
            title.get_or_insert(part);
            body.block(kind, part);
        }
        Ok(Draft {
            title: title.unwrap_or_default().into(),
            language: None,
            byline: None,
            dateline: None,
            published: None,
            body: body.build().map_err(|_| ImportError::Empty)?,
            warnings: Vec::new(),
        })
    }
}
