//! The article's DOM, built once, as a map between its text nodes and the canonical text.
//!
//! Only lengths are read from the DOM, never text: the text stays in Rust.

use std::rc::Rc;

use wasm_bindgen::{JsCast, prelude::wasm_bindgen};
use web_sys::{DomRect, Element, Node, Range, Text};

use super::page::document;
use crate::{
    article::Body,
    text::{ByteOffset, TextRange},
};

/// The attribute that marks a block's element.
pub const BLOCK: &str = "data-block";

/// The elements of one article's blocks.
#[derive(Clone, Debug)]
pub struct ArticleDom {
    root: Element,
    blocks: Vec<Element>,
    body: Rc<Body>,
}

/// The DOM is built once for each body.
impl PartialEq for ArticleDom {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.body, &other.body) && self.root == other.root
    }
}

impl ArticleDom {
    /// Finds the blocks of `body` under `root`; `None` where they are not all there.
    pub fn find(root: Element, body: Rc<Body>) -> Option<Self> {
        let found = root.query_selector_all(&format!("[{BLOCK}]")).ok()?;
        let blocks: Vec<Element> =
            (0..found.length()).filter_map(|i| found.get(i)?.dyn_into().ok()).collect();
        (blocks.len() == body.blocks().len()).then_some(Self { root, blocks, body })
    }

    /// The article.
    pub fn body(&self) -> &Rc<Body> {
        &self.body
    }

    /// The element around all blocks.
    pub fn root(&self) -> &Element {
        &self.root
    }

    /// The element of a block.
    pub fn block(&self, index: usize) -> Option<&Element> {
        self.blocks.get(index)
    }

    /// The block at the top of the window: the first that ends below `y` (CSS pixels from the window's top). Looks into one
    /// section only: asking where a block stands has the browser lay out all of its section.
    pub fn block_below(&self, y: f64) -> Option<usize> {
        let ends_above = |e: &Element| e.get_bounding_client_rect().bottom() <= y;
        let sections = self.root.children();
        let sections: Vec<Element> =
            (0..sections.length()).filter_map(|i| sections.item(i)).collect();
        let at = sections.partition_point(ends_above);
        let first = first_block(sections.get(at)?)?;
        let end = sections.get(at + 1).and_then(first_block).unwrap_or(self.blocks.len());
        let i = first + self.blocks.get(first..end)?.partition_point(ends_above);
        (i < self.blocks.len()).then_some(i)
    }

    /// What the reader has selected in the article.
    pub fn selection(&self) -> Option<TextRange> {
        let selection = super::page::window().ok()?.get_selection().ok()??;
        if selection.is_collapsed() || selection.range_count() == 0 {
            return None;
        }
        let range = selection.get_range_at(0).ok()?;
        let inside = |node: &Node| self.root.contains(Some(node));
        let start = range.start_container().ok().filter(inside)?;
        // A triple click ends before whatever follows the last block.
        let end = range.end_container().ok()?;
        let end = if inside(&end) {
            self.offset(&end, range.end_offset().ok()?)
        } else {
            self.body.blocks().last()?.range.end()
        };
        let start = self.offset(&start, range.start_offset().ok()?);
        Some(TextRange::new(start, end)).filter(|range| !range.is_empty())
    }

    /// Lets go of the browser's own selection.
    pub fn clear_selection(&self) {
        let selection = super::page::window().and_then(|window| window.get_selection());
        if let Ok(Some(selection)) = selection {
            // Fails only while the document is being torn down.
            let _ = selection.remove_all_ranges();
        }
    }

    /// The place in the text under a point of the window (CSS pixels).
    pub fn at_point(&self, x: f64, y: f64) -> Option<ByteOffset> {
        let (node, offset) = caret(x, y)?;
        self.root.contains(Some(&node)).then(|| self.offset(&node, offset))
    }

    /// The place in the text of a DOM position (DOM standard, section 5.2: a node, and an offset into its text or
    /// children). What is between blocks goes to the end of the block before.
    fn offset(&self, node: &Node, offset: u32) -> ByteOffset {
        let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element());
        let block = element.and_then(|e| e.closest(&format!("[{BLOCK}]")).ok().flatten());
        let index = block.as_ref().and_then(|b| b.get_attribute(BLOCK)?.parse::<usize>().ok());
        let (Some(block), Some(index)) = (block, index) else {
            return self.between(node, offset);
        };
        let Some(start) = self.body.blocks().get(index).map(|b| b.range.start()) else {
            return ByteOffset::ZERO;
        };
        let (text, offsets) = (self.body.text(), self.body.offsets());
        let units = offsets.to_utf16(text, start).plus(units_before(&block, node, offset));
        offsets.from_utf16(text, units)
    }

    /// A position outside all blocks: the end of the last block before it.
    fn between(&self, node: &Node, offset: u32) -> ByteOffset {
        let at = node.child_nodes().get(offset).unwrap_or_else(|| node.clone());
        // Bit 4 (DOCUMENT_POSITION_FOLLOWING): `at` comes after the block.
        let before = |block: &Element| {
            block.compare_document_position(&at) & Node::DOCUMENT_POSITION_FOLLOWING != 0
        };
        let count = self.blocks.partition_point(before);
        let last = count.checked_sub(1).and_then(|i| self.body.blocks().get(i));
        last.map_or(ByteOffset::ZERO, |block| block.range.end())
    }

    /// The text node and UTF-16 offset in it where `at` stands.
    pub fn position(&self, at: ByteOffset) -> Option<(Text, u32)> {
        let index = self.body.block_at(at);
        let block = self.body.blocks().get(index)?;
        let (text, offsets) = (self.body.text(), self.body.offsets());
        let at = at.min(block.range.end());
        let start = offsets.to_utf16(text, block.range.start());
        let mut left = offsets.to_utf16(text, at).get().saturating_sub(start.get());
        let mut last = None;
        for node in texts(self.blocks.get(index)?) {
            let length = node.length() as usize;
            if left <= length {
                return Some((node, u32::try_from(left).ok()?));
            }
            left -= length;
            last = Some(node);
        }
        last.map(|node| {
            let end = node.length();
            (node, end)
        })
    }

    /// A live DOM range, for measuring.
    pub fn range(&self, range: TextRange) -> Option<Range> {
        let (start, from) = self.position(range.start())?;
        let (end, to) = self.position(range.end())?;
        let dom = document().ok()?.create_range().ok()?;
        dom.set_start(&start, from).ok()?;
        dom.set_end(&end, to).ok()?;
        Some(dom)
    }

    /// The first and the last box of a range on screen, in CSS pixels from the window's corner.
    pub fn boxes(&self, range: TextRange) -> Option<(DomRect, DomRect)> {
        let rects = self.range(range)?.get_client_rects()?;
        // The first character after a line's end gives an empty box on the line before.
        let full: Vec<DomRect> =
            (0..rects.length()).filter_map(|i| rects.get(i)).filter(|r| r.width() > 0.0).collect();
        Some((full.first()?.clone(), full.last()?.clone()))
    }
}

/// The index of the first block of a section.
fn first_block(section: &Element) -> Option<usize> {
    section.query_selector(&format!("[{BLOCK}]")).ok()??.get_attribute(BLOCK)?.parse().ok()
}

/// UTF-16 units of `block`'s text before a position inside it.
fn units_before(block: &Element, node: &Node, offset: u32) -> usize {
    let target = node.dyn_ref::<Text>();
    // A position among children is before the child it counts up to.
    let child = if target.is_none() { node.child_nodes().get(offset) } else { None };
    let mut units = 0;
    for text in texts(block) {
        if target == Some(&text) {
            return units + offset as usize;
        }
        let reached = child.as_ref().is_some_and(|child| child.contains(Some(&text)));
        if reached {
            return units;
        }
        units += text.length() as usize;
    }
    units
}

/// The text nodes of a block, in order. Marks do not nest, so they are its children or grandchildren.
fn texts(block: &Element) -> Vec<Text> {
    let mut texts = Vec::new();
    let children = block.child_nodes();
    for child in (0..children.length()).filter_map(|i| children.get(i)) {
        match child.dyn_into::<Text>() {
            Ok(text) => texts.push(text),
            Err(element) => {
                texts.extend(element.first_child().and_then(|inner| inner.dyn_into::<Text>().ok()));
            }
        }
    }
    texts
}

/// The caret position nearest to a point. WebKit has only the older of the two functions.
fn caret(x: f64, y: f64) -> Option<(Node, u32)> {
    let document: CaretDocument = document().ok()?.unchecked_into();
    let has = |name: &str| js_sys::Reflect::has(&document, &name.into()).unwrap_or(false);
    if has("caretPositionFromPoint") {
        let position = document.caret_position_from_point(x, y)?;
        Some((position.offset_node()?, position.offset()))
    } else if has("caretRangeFromPoint") {
        let range = document.caret_range_from_point(x, y)?;
        Some((range.start_container().ok()?, range.start_offset().ok()?))
    } else {
        None
    }
}

#[wasm_bindgen]
extern "C" {
    type CaretDocument;
    #[wasm_bindgen(method, js_name = caretPositionFromPoint)]
    fn caret_position_from_point(this: &CaretDocument, x: f64, y: f64) -> Option<CaretPosition>;
    #[wasm_bindgen(method, js_name = caretRangeFromPoint)]
    fn caret_range_from_point(this: &CaretDocument, x: f64, y: f64) -> Option<Range>;

    type CaretPosition;
    #[wasm_bindgen(method, getter, js_name = offsetNode)]
    fn offset_node(this: &CaretPosition) -> Option<Node>;
    #[wasm_bindgen(method, getter)]
    fn offset(this: &CaretPosition) -> u32;
}
