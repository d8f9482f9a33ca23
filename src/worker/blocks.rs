//! A body on its way between page and worker.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::{
    article::{Block, BlockKind, Body, BodyError, Mark, RawBody},
    text::{ByteOffset, TextRange},
};

/// The blocks of a body, in few values: reading each costs as much as a line of text. The text goes beside them, as it
/// is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Blocks {
    kinds: Vec<BlockKind>,
    /// Where each starts and ends, in bytes.
    edges: Vec<(usize, usize)>,
    /// The marks of those that have any, by index.
    marks: Vec<(usize, Vec<Mark>)>,
}

impl Blocks {
    /// Of this body.
    pub fn of(body: &Body) -> Self {
        let blocks = body.blocks();
        let marked = blocks.iter().enumerate().filter(|(_, block)| !block.marks.is_empty());
        let edges = |block: &Block| (block.range.start().get(), block.range.end().get());
        Self {
            kinds: blocks.iter().map(|block| block.kind).collect(),
            edges: blocks.iter().map(edges).collect(),
            marks: marked.map(|(index, block)| (index, block.marks.clone())).collect(),
        }
    }

    /// The body, with its text.
    ///
    /// # Errors
    /// Where they do not fit the text.
    pub fn of_text(self, text: Rc<str>) -> Result<Body, BodyError> {
        let range = |(start, end)| TextRange::new(ByteOffset::new(start), ByteOffset::new(end));
        let block = |(kind, edges)| Block { kind, range: range(edges), marks: Vec::new() };
        let mut blocks: Vec<Block> = self.kinds.into_iter().zip(self.edges).map(block).collect();
        for (index, marks) in self.marks {
            blocks.get_mut(index).ok_or(BodyError::Block(index))?.marks = marks;
        }
        Body::try_from(RawBody { text, blocks })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{BodyBuilder, MarkKind};

    #[test]
    fn a_body_arrives_as_it_was_sent() {
        let mut body = BodyBuilder::default();
        body.block(BlockKind::Headline, "Taxes fell");
        let strong = (MarkKind::Strong, TextRange::bytes(0, 4));
        body.marked_block(BlockKind::Paragraph, "They fell, “he” said.", [strong]);
        let body = body.build().unwrap();
        let sent = serde_json::to_string(&Blocks::of(&body)).unwrap();
        let arrived: Blocks = serde_json::from_str(&sent).unwrap();
        assert_eq!(arrived.clone().of_text(body.text().clone()), Ok(body));
        assert_eq!(arrived.clone().of_text("Taxes fell".into()), Err(BodyError::Block(1)));
        let stray = Blocks { marks: vec![(2, Vec::new())], ..arrived };
        assert_eq!(stray.of_text("".into()), Err(BodyError::Block(2)));
    }
}
