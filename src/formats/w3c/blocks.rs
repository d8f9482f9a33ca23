//! The blocks of an article's text, in code points.

use std::rc::Rc;

use super::{
    json::{Aside, Found, Node, Writer},
    terms::{BLOCKS, END, HREF, KIND, MARKS, START},
    words,
};
use crate::{
    article::{Block, BlockKind, Body, Mark, RawBody},
    text::{ByteOffset, CodePointOffset, OffsetMap, TextRange},
};

/// Writes the blocks of a body.
pub(super) fn write(w: &mut Writer, body: &Body) {
    w.list(BLOCKS, |w| {
        for block in body.blocks() {
            w.object_element(|w| {
                w.text(KIND, words::block(block.kind));
                write_range(w, body.text(), body.offsets(), block.range);
                if !block.marks.is_empty() {
                    w.list(MARKS, |w| write_marks(w, body, &block.marks));
                }
            });
        }
    });
}

fn write_marks(w: &mut Writer, body: &Body, marks: &[Mark]) {
    for mark in marks {
        let (kind, href) = words::mark(&mark.kind);
        w.object_element(|w| {
            w.text(KIND, kind);
            write_range(w, body.text(), body.offsets(), mark.range);
            w.some_text(HREF, href);
        });
    }
}

/// Writes where a range starts and ends, in code points.
pub(super) fn write_range(w: &mut Writer, text: &str, offsets: &OffsetMap, range: TextRange) {
    let (start, end) = offsets.range_in_code_points(text, range);
    w.number(START, start.get());
    w.number(END, end.get());
}

/// Reads where a range starts and ends, in code points; `None` where it is turned round or leaves the text.
pub(super) fn read_range(node: &Node<'_>, text: &str, offsets: &OffsetMap) -> Option<TextRange> {
    let start = node.get(START)?.number()?;
    let end = node.get(END)?.number()?;
    let length = offsets.to_code_points(text, ByteOffset::new(text.len()));
    let at = |offset: u32| CodePointOffset::new(offset as usize);
    (start <= end && at(end) <= length).then(|| {
        let byte = |offset| offsets.from_code_points(text, at(offset));
        TextRange::new(byte(start), byte(end))
    })
}

/// Reads the body of an article that has this text. Where the blocks do not fit the text, they are set aside,
/// and each paragraph of the text is a block. `None` where there is no text to make blocks of.
pub(super) fn read(article: &Node<'_>, text: &str, aside: &mut Aside) -> Option<Body> {
    let text: Rc<str> = text.into();
    let offsets = OffsetMap::new(&text);
    let mut given = Vec::new();
    let mark = aside.mark();
    let mut whole = true;
    article.for_each(BLOCKS, |node| match read_block(&node, &text, &offsets, aside) {
        Some(block) => given.push(block),
        None => whole = false,
    });
    if whole && let Ok(body) = Body::try_from(RawBody { text: text.clone(), blocks: given }) {
        return Some(body);
    }
    if let Some(node) = article.get(BLOCKS) {
        let reason = "These blocks do not fit the text, so its paragraphs were taken as blocks.";
        aside.instead(mark, &node, reason);
    }
    let blocks = paragraphs(&text);
    Body::try_from(RawBody { text, blocks }).ok()
}

fn read_block(
    node: &Node<'_>,
    text: &str,
    offsets: &OffsetMap,
    aside: &mut Aside,
) -> Option<Block> {
    let range = read_range(node, text, offsets)?;
    let kind = Found::read(node, KIND, aside, "a kind of block that Claimlight knows", |kind| {
        words::to_block(kind.text()?)
    });
    let mut marks: Vec<Mark> = Vec::new();
    node.for_each(MARKS, |node| {
        let mark = read_mark(&node, text, offsets).filter(|mark| {
            let from = marks.last().map_or(range.start(), |last| last.range.end());
            from <= mark.range.start() && mark.range.end() <= range.end()
        });
        match mark {
            Some(mark) => {
                marks.push(mark);
                aside.unknown(&node, &[&[KIND, START, END, HREF]]);
            }
            None => aside.put(&node, "This mark is of no known kind or does not fit its block."),
        }
    });
    aside.unknown(node, &[&[KIND, START, END, MARKS]]);
    Some(Block { kind: kind.given().unwrap_or(BlockKind::Paragraph), range, marks })
}

fn read_mark(node: &Node<'_>, text: &str, offsets: &OffsetMap) -> Option<Mark> {
    let kind = words::to_mark(node.text_of(KIND)?, node.text_of(HREF))?;
    Some(Mark { kind, range: read_range(node, text, offsets)? })
}

/// The stretches between blank lines.
fn paragraphs(text: &str) -> Vec<Block> {
    let mut at = 0;
    let mut blocks = Vec::new();
    for part in text.split("\n\n") {
        let words = part.trim();
        if !words.is_empty() {
            let start = at + part.len() - part.trim_start().len();
            let range = TextRange::bytes(start, start + words.len());
            blocks.push(Block { kind: BlockKind::Paragraph, range, marks: Vec::new() });
        }
        at += part.len() + 2;
    }
    blocks
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use serde_json::{Value, json};

    use super::*;

    fn read_from(article: &Value, text: &str) -> (Vec<(BlockKind, String)>, usize) {
        let mut aside = Aside::default();
        let body = read(&Node::root(article), text, &mut aside).unwrap();
        let block = |b: &Block| (b.kind, body.slice(b.range).to_owned());
        (body.blocks().iter().map(block).collect(), aside.finish().len())
    }

    #[test]
    fn without_blocks_paragraphs_are_blocks() {
        let expected = [(BlockKind::Paragraph, "a𝒜".into()), (BlockKind::Paragraph, "b c".into())];
        let (blocks, aside) = read_from(&json!({}), "\n\na𝒜\n\n\n\n b c ");
        assert_eq!((blocks, aside), (expected.to_vec(), 0));
    }

    #[test]
    fn blocks_that_do_not_fit_are_set_aside_as_one() {
        let whole = (vec![(BlockKind::Paragraph, "naïve".to_owned())], 1);
        let one = json!({ "kind": "heading", "start": 0, "end": 3 });
        for other in [
            json!({ "kind": "heading", "start": 2, "end": 5 }),
            json!({ "kind": "heading", "start": 4, "end": 6 }),
            json!({ "kind": "heading", "start": 5, "end": 4 }),
            json!({ "kind": "heading", "start": -1, "end": 1e99 }),
            json!({ "kind": "heading" }),
            json!(["heading"]),
        ] {
            assert_eq!(read_from(&json!({ "blocks": [one, other] }), "naïve"), whole);
        }
        assert_eq!(read_from(&json!({ "blocks": 7 }), "naïve"), whole);
    }

    #[test]
    fn an_unknown_kind_is_a_paragraph_and_an_unknown_mark_is_none() {
        let table = json!({ "kind": "table", "start": 0, "end": 5, "marks": [
            { "kind": "strong", "start": 0, "end": 2 },
            { "kind": "strong", "start": 1, "end": 3 },
            { "kind": "link", "start": 3, "end": 4 },
            { "kind": "blink", "start": 3, "end": 4 },
        ] });
        let expected = vec![(BlockKind::Paragraph, "naïve".to_owned())];
        assert_eq!(read_from(&json!({ "blocks": [table] }), "naïve"), (expected, 4));
    }
}
