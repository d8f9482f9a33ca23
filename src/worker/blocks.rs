//! A body on its way between page and worker.

use std::{iter::repeat_n, rc::Rc};

use serde::{Deserialize, Serialize};

use crate::{
    article::{Block, BlockKind, Body, BodyError, Mark, RawBody},
    text::{ByteOffset, TextRange},
};

/// The blocks of a body, in few and small values: each costs as much to read as a line of text. The text goes beside them,
/// as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Blocks {
    /// What kind so many in a row are.
    kinds: Vec<(BlockKind, usize)>,
    /// For each, the bytes between it and the one before, then its own, all in one list.
    lengths: Vec<usize>,
    /// The marks of those that have any, by index.
    marks: Vec<(usize, Vec<Mark>)>,
}

impl Blocks {
    /// Of this body.
    pub fn of(body: &Body) -> Self {
        let mut blocks = Self::default();
        let mut end = 0;
        for (index, block) in body.blocks().iter().enumerate() {
            match blocks.kinds.last_mut().filter(|(kind, _)| *kind == block.kind) {
                Some((_, many)) => *many += 1,
                None => blocks.kinds.push((block.kind, 1)),
            }
            blocks.lengths.extend([block.range.start().get() - end, block.range.len()]);
            end = block.range.end().get();
            if !block.marks.is_empty() {
                blocks.marks.push((index, block.marks.clone()));
            }
        }
        blocks
    }

    /// The body, with its text.
    ///
    /// # Errors
    /// Where they do not fit the text.
    pub fn of_text(self, text: Rc<str>) -> Result<Body, BodyError> {
        let kinds = self.kinds.into_iter().flat_map(|(kind, many)| repeat_n(kind, many));
        let mut end = ByteOffset::ZERO;
        let mut next = |length: usize| {
            end = ByteOffset::new(end.get().saturating_add(length));
            end
        };
        let (pairs, _) = self.lengths.as_chunks();
        let ranges = pairs.iter().map(|[gap, own]| TextRange::new(next(*gap), next(*own)));
        let block = |(kind, range)| Block { kind, range, marks: Vec::new() };
        let mut blocks: Vec<Block> = kinds.zip(ranges).map(block).collect();
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
        body.block(BlockKind::Paragraph, "So they did.");
        let body = body.build().unwrap();
        let sent = serde_json::to_string(&Blocks::of(&body)).unwrap();
        let arrived: Blocks = serde_json::from_str(&sent).unwrap();
        assert_eq!(arrived.clone().of_text(body.text().clone()), Ok(body));
        assert_eq!(arrived.clone().of_text("Taxes fell".into()), Err(BodyError::Block(1)));
        let stray = Blocks { marks: vec![(3, Vec::new())], ..arrived };
        assert_eq!(stray.of_text("".into()), Err(BodyError::Block(3)));
    }
}
