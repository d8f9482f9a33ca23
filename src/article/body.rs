//! The canonical text and its blocks: what never changes once an article is opened.

use std::{cell::OnceCell, rc::Rc};

use serde::{Deserialize, Serialize};
use thiserror::Error;
use unicode_segmentation::UnicodeSegmentation;

use super::{Block, BlockKind, Mark, MarkKind, Sketch, Sketching};
use crate::text::{ByteOffset, OffsetMap, TextRange};

/// What stands between two blocks in the canonical text.
const BLOCK_BREAK: &str = "\n\n";

/// An article's text, checked: blocks are in order, lie on character boundaries and do not overlap, and marks
/// lie within their blocks.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(try_from = "RawBody", into = "RawBody")]
pub struct Body {
    text: Rc<str>,
    blocks: Vec<Block>,
    offsets: OffsetMap,
    /// Where each word ends, in order, by block; filled when words of that block are first counted.
    word_ends: Vec<OnceCell<Box<[ByteOffset]>>>,
    /// Made when it is first needed.
    sketch: OnceCell<Sketch>,
}

/// Two bodies are the same when text and blocks are; what is derived from these does not count.
impl PartialEq for Body {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text && self.blocks == other.blocks
    }
}

impl Eq for Body {}

/// A body as a file or a store holds it, not checked yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RawBody {
    /// The canonical text.
    pub text: Rc<str>,
    /// Its blocks.
    pub blocks: Vec<Block>,
}

/// Why a [`RawBody`] is no body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum BodyError {
    /// No block at all.
    #[error("the article has no text")]
    Empty,
    /// The block with this index leaves the text, splits a character or overlaps the one before.
    #[error("block {0} does not fit the text")]
    Block(usize),
    /// A mark of the block with this index leaves it or overlaps another.
    #[error("a mark of block {0} does not fit the block")]
    Mark(usize),
}

impl Body {
    /// The canonical text: blocks separated by a blank line, lines by `\n`.
    pub fn text(&self) -> &Rc<str> {
        &self.text
    }

    /// The blocks, in order. Never empty.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// Offsets of the canonical text in other units.
    pub fn offsets(&self) -> &OffsetMap {
        &self.offsets
    }

    /// The index of the block that holds `at`; between two blocks, the one before.
    pub fn block_at(&self, at: ByteOffset) -> usize {
        self.blocks.partition_point(|b| b.range.start() <= at).saturating_sub(1)
    }

    /// The indices of the blocks that `range` touches.
    pub fn blocks_of(&self, range: TextRange) -> std::ops::Range<usize> {
        let first = self.blocks.partition_point(|b| b.range.end() <= range.start());
        let last = self.blocks.partition_point(|b| b.range.start() < range.end());
        first..last.max(first)
    }

    /// How many words of blocks end in `range`. Reads each block the first time, and looks the number up later.
    pub fn words_in(&self, range: TextRange) -> usize {
        let blocks = self.blocks_of(range).filter_map(|block| self.word_ends(block));
        let in_block = |ends: &[ByteOffset]| {
            let until = |at: ByteOffset| ends.partition_point(|end| *end <= at);
            until(range.end()).saturating_sub(until(range.start()))
        };
        blocks.map(in_block).sum()
    }

    fn word_ends(&self, block: usize) -> Option<&[ByteOffset]> {
        let (known, block) = (self.word_ends.get(block)?, self.blocks.get(block)?);
        let ends = known.get_or_init(|| {
            let start = block.range.start().get();
            let words = self.slice(block.range).unicode_word_indices();
            words.map(|(at, word)| ByteOffset::new(start + at + word.len())).collect()
        });
        Some(ends)
    }

    /// What the text says, in little. Read once, all of it, where [`Sketching`] has not done so before.
    pub fn sketch(self: &Rc<Self>) -> &Sketch {
        Sketching::of(self.clone()).go_on(usize::MAX);
        self.sketch.get_or_init(Sketch::default)
    }

    /// The same, where it is known.
    pub(super) fn known_sketch(&self) -> Option<&Sketch> {
        self.sketch.get()
    }

    /// Remembers it.
    pub(super) fn keep_sketch(&self, sketch: Sketch) {
        // What is known already is the same.
        let _ = self.sketch.set(sketch);
    }

    /// The text of a range; empty where the range does not fit.
    pub fn slice(&self, range: TextRange) -> &str {
        range.of(&self.text).unwrap_or_default()
    }
}

impl TryFrom<RawBody> for Body {
    type Error = BodyError;

    fn try_from(raw: RawBody) -> Result<Self, BodyError> {
        if raw.blocks.is_empty() {
            return Err(BodyError::Empty);
        }
        let mut from = ByteOffset::ZERO;
        for (i, block) in raw.blocks.iter().enumerate() {
            if block.range.start() < from || block.range.of(&raw.text).is_none() {
                return Err(BodyError::Block(i));
            }
            from = block.range.end();
            let mut mark_from = block.range.start();
            for mark in &block.marks {
                let fits = mark.range.start() >= mark_from
                    && block.range.encloses(mark.range)
                    && mark.range.of(&raw.text).is_some();
                if !fits {
                    return Err(BodyError::Mark(i));
                }
                mark_from = mark.range.end();
            }
        }
        let offsets = OffsetMap::new(&raw.text);
        let word_ends = raw.blocks.iter().map(|_| OnceCell::new()).collect();
        let sketch = OnceCell::new();
        Ok(Self { text: raw.text, blocks: raw.blocks, offsets, word_ends, sketch })
    }
}

impl From<Body> for RawBody {
    fn from(body: Body) -> Self {
        Self { text: body.text, blocks: body.blocks }
    }
}

impl From<&Body> for RawBody {
    fn from(body: &Body) -> Self {
        Self { text: body.text.clone(), blocks: body.blocks.clone() }
    }
}

/// Builds a body block by block; what importers use.
#[derive(Debug, Default)]
pub struct BodyBuilder {
    text: String,
    blocks: Vec<Block>,
}

impl BodyBuilder {
    /// Adds a block of this text. Blank text adds nothing.
    pub fn block(&mut self, kind: BlockKind, text: &str) -> &mut Self {
        self.marked_block(kind, text, [])
    }

    /// Adds a block with marks, whose ranges count from the start of `text`, in order. Blank text adds
    /// nothing.
    pub fn marked_block(
        &mut self,
        kind: BlockKind,
        text: &str,
        marks: impl IntoIterator<Item = (MarkKind, TextRange)>,
    ) -> &mut Self {
        if text.trim().is_empty() {
            return self;
        }
        if !self.text.is_empty() {
            self.text.push_str(BLOCK_BREAK);
        }
        let start = ByteOffset::new(self.text.len());
        self.text.push_str(text);
        let moved =
            |r: TextRange| TextRange::new(start.plus(r.start().get()), start.plus(r.end().get()));
        self.blocks.push(Block {
            kind,
            range: TextRange::new(start, ByteOffset::new(self.text.len())),
            marks: marks.into_iter().map(|(kind, r)| Mark { kind, range: moved(r) }).collect(),
        });
        self
    }

    /// The body.
    ///
    /// # Errors
    /// [`BodyError::Empty`] when no block was added, [`BodyError::Mark`] when marks were out of order.
    pub fn build(self) -> Result<Body, BodyError> {
        Body::try_from(RawBody { text: self.text.into(), blocks: self.blocks })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(blocks: &[(BlockKind, &str)]) -> Body {
        let mut builder = BodyBuilder::default();
        for (kind, text) in blocks {
            builder.block(*kind, text);
        }
        builder.build().unwrap()
    }

    #[test]
    fn blocks_are_parted_by_a_blank_line() {
        let body = body(&[
            (BlockKind::Headline, "One"),
            (BlockKind::Paragraph, " "),
            (BlockKind::Paragraph, "Two"),
        ]);
        assert_eq!(&**body.text(), "One\n\nTwo");
        assert_eq!(body.blocks()[1].range, TextRange::bytes(5, 8));
    }

    #[test]
    fn finds_the_block_of_an_offset_and_of_a_range() {
        let body = body(&[
            (BlockKind::Headline, "One"),
            (BlockKind::Paragraph, "Two"),
            (BlockKind::Paragraph, "Six"),
        ]);
        let block = |at| body.block_at(ByteOffset::new(at));
        assert_eq!((block(0), block(4), block(5), block(99)), (0, 0, 1, 2));
        assert_eq!(body.blocks_of(TextRange::bytes(1, 6)), 0..2);
        assert_eq!(
            body.blocks_of(TextRange::bytes(3, 5)),
            1..1,
            "only the break between two blocks"
        );
    }

    #[test]
    fn refuses_blocks_and_marks_that_do_not_fit() {
        let block = |a, b, marks| Block {
            kind: BlockKind::Paragraph,
            range: TextRange::bytes(a, b),
            marks,
        };
        let try_body =
            |blocks| Body::try_from(RawBody { text: "naïve".into(), blocks }).map(|_| ());
        assert_eq!(try_body(vec![]), Err(BodyError::Empty));
        assert_eq!(try_body(vec![block(0, 3, vec![])]), Err(BodyError::Block(0)), "splits ï");
        assert_eq!(
            try_body(vec![block(0, 4, vec![]), block(2, 6, vec![])]),
            Err(BodyError::Block(1))
        );
        let outside = Mark { kind: MarkKind::Strong, range: TextRange::bytes(4, 6) };
        assert_eq!(try_body(vec![block(0, 4, vec![outside])]), Err(BodyError::Mark(0)));
    }
}
