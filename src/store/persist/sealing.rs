//! Writing a long text down, bit by bit.

use std::{ops::Range, rc::Rc};

use serde::Serialize;

use super::{SMALL, envelope::Envelope, stored::Key};
use crate::{
    article::{Article, Body},
    record::ArticleId,
    store::Session,
};

/// Blocks that are written down like a text of [`BLOCKS_BYTES`] bytes.
const BLOCKS: usize = 64;
/// How many bytes of text take as long as [`BLOCKS`] blocks.
const BLOCKS_BYTES: usize = 8 * 1024;

/// The article of a key, where it is that of a text with more than [`SMALL`] units, as its length tells: a unit takes three
/// bytes at most. To write a book down holds up the page.
pub(super) fn long_text(session: &Session, key: Key) -> Option<&Article> {
    let Key::Text(id) = key else { return None };
    let article = session.library.articles().get(&id)?;
    (article.body.text().len() / 3 > SMALL).then_some(article)
}

/// A text on its way to a record. At its end it is the record that [`seal`](super::envelope::seal) makes of a `StoredText`.
#[derive(Clone, Debug)]
pub(super) struct Sealing {
    pub(super) article: ArticleId,
    body: Rc<Body>,
    record: Envelope,
    /// Bytes of the text that are written down.
    text: usize,
    /// Blocks that are.
    blocks: usize,
}

impl Sealing {
    pub(super) fn of(article: &Article) -> Self {
        let (article, body) = (article.id, article.body.clone());
        let mut record = Envelope::with_room(body.text().len() + 64 * body.blocks().len());
        record.push(r#"{"text":""#);
        Self { article, body, record, text: 0, blocks: 0 }
    }

    /// Writes on, about as much as takes as long as `most` bytes of text. Gives the record, once it is whole.
    pub(super) fn go_on(&mut self, most: usize) -> Option<String> {
        let body = self.body.clone();
        let (text, blocks) = (body.text(), body.blocks());
        if self.text < text.len() {
            let end = text.ceil_char_boundary(self.text.saturating_add(most));
            self.push(text.get(self.text..end));
            self.text = end;
            if end == text.len() {
                self.record.push(r#"","blocks":["#);
            }
            return None;
        }
        let end = self.blocks.saturating_add((most / BLOCKS_BYTES).max(1).saturating_mul(BLOCKS));
        let Range { start, end } = self.blocks..end.min(blocks.len());
        if start > 0 {
            self.record.push(",");
        }
        self.push(blocks.get(start..end));
        self.blocks = end;
        if end < blocks.len() {
            return None;
        }
        self.record.push("]}");
        Some(std::mem::take(&mut self.record).close())
    }

    /// The JSON of a string or a list, without what stands around it.
    fn push(&mut self, part: Option<impl Serialize>) {
        let json = part.and_then(|part| serde_json::to_string(&part).ok()).unwrap_or_default();
        let inside = json.len().checked_sub(1).and_then(|end| json.get(1..end));
        self.record.push(inside.unwrap_or_default());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        article::{BlockKind, BodyBuilder, MarkKind},
        store::{
            persist::{envelope::seal, stored::StoredText},
            tests::fixture::article,
        },
        text::TextRange,
    };

    #[test]
    fn bit_by_bit_it_is_the_same_record() {
        let mut body = BodyBuilder::default();
        for n in 0..300 {
            let strong = (MarkKind::Strong, TextRange::bytes(1, 5));
            let words = format!("“Taxes”\tfell \\ by {n} “per cent” – 𝒜\u{7f}\u{1}.");
            body.block(BlockKind::Paragraph, &words);
            body.marked_block(BlockKind::Quote, "It is so.", [strong]);
        }
        let body = Rc::new(body.build().unwrap());
        let article = Article { body: body.clone(), ..(*article(1, "A.")).clone() };
        let whole = seal(&StoredText(body.clone()));
        assert!(whole.is_some());
        for most in [1, 100, 10_000, usize::MAX] {
            let mut sealing = Sealing::of(&article);
            let mut goes = 1;
            let record = loop {
                match sealing.go_on(most) {
                    Some(record) => break record,
                    None => goes += 1,
                }
            };
            assert!(goes >= body.text().len() / most.max(30), "{most}: {goes}");
            assert_eq!(Some(record), whole, "{most}");
        }
    }
}
