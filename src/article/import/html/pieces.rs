//! The blocks of a page in the order of reading, each with what tells whether it is the article's.

use dom_query::{Element, NodeId, NodeRef};

use super::{
    element::{is_block, is_unseen, style_says},
    furniture::Weights,
    inline::{Inline, Style},
    link::Base,
    role::{Role, is_caption, role},
    table::is_data_table,
};
use crate::{
    article::{BlockKind, MarkKind},
    text::TextRange,
};

/// One block of a page.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    /// What it is by its element.
    pub(super) kind: BlockKind,
    pub(super) text: String,
    pub(super) marks: Vec<(MarkKind, TextRange)>,
    /// The text nodes it is made of, each with its characters.
    pub(super) nodes: Vec<(NodeId, usize)>,
    /// Its element.
    pub(super) element: NodeId,
    /// Whether it is in what the page names as furniture.
    pub(super) is_furniture: bool,
    /// Whether it is a headline (`h1`).
    pub(super) is_first_heading: bool,
    /// What the class of its element, or of one around it, says.
    pub(super) role: Role,
    /// Characters, and how many of them are linked.
    pub(super) width: usize,
    pub(super) linked: usize,
}

/// What holds for the text of an element.
#[derive(Clone)]
struct Context {
    kind: BlockKind,
    style: Style,
    element: NodeId,
    role: Role,
    is_furniture: bool,
    is_first_heading: bool,
    is_preformatted: bool,
    /// Whether blocks are cells of one row.
    in_row: bool,
}

/// Reads pages.
pub(super) struct Walker<'a> {
    base: &'a Base,
    /// Nothing where all is kept.
    weights: Option<&'a Weights>,
    current: Inline,
    /// What the elements of the current words say of them, each with its characters.
    roles: Vec<(Role, usize)>,
    pieces: Vec<Piece>,
}

/// All blocks below `root`. Without weights, none is furniture.
pub(super) fn pieces(root: NodeRef<'_>, base: &Base, weights: Option<&Weights>) -> Vec<Piece> {
    let mut walker =
        Walker { base, weights, current: Inline::default(), roles: Vec::new(), pieces: Vec::new() };
    let context = Context {
        kind: BlockKind::Paragraph,
        style: Style::default(),
        element: root.id,
        role: Role::None,
        is_furniture: false,
        is_first_heading: false,
        is_preformatted: false,
        in_row: false,
    };
    walker.children(root, &context);
    walker.flush(&context);
    walker.pieces
}

impl Walker<'_> {
    /// No deeper than the parser lets elements nest.
    fn children(&mut self, node: NodeRef<'_>, context: &Context) {
        for child in node.children_it(false) {
            if child.is_text() {
                let count =
                    self.current.push(&child.text(), &context.style, context.is_preformatted);
                if count > 0 {
                    self.current.nodes.push((child.id, count));
                    self.roles.push((context.role, count));
                    self.current.linked += if context.style.link.is_some() { count } else { 0 };
                }
            } else if let Some(element) = child.element_ref() {
                self.element(child, &element, context);
            }
        }
    }

    fn element(&mut self, node: NodeRef<'_>, element: &Element, context: &Context) {
        if is_unseen(element) {
            return;
        }
        let name = &*element.name.local;
        match name {
            "br" => self.line_break(context),
            "img" => self.picture(element, context),
            "q" => {
                self.current.push("“", &context.style, false);
                self.children(node, &self.inner(node, element, context));
                self.current.push("”", &context.style, false);
            }
            "table" if !context.in_row && is_data_table(node) => self.table(node, element, context),
            _ if is_block(element) && context.in_row => {
                self.current.space();
                self.children(node, &self.inner(node, element, context));
                self.current.space();
            }
            _ if is_block(element) => {
                self.flush(context);
                let inner = self.block(node, element, context);
                self.children(node, &inner);
                self.flush(&inner);
            }
            _ => self.children(node, &self.inner(node, element, context)),
        }
    }

    /// Two breaks part paragraphs.
    fn line_break(&mut self, context: &Context) {
        if context.in_row {
            self.current.space();
        } else if self.current.ends_in_break() {
            self.flush(context);
        } else if !self.current.is_empty() {
            self.current.line_break();
        }
    }

    /// Pictures of characters are characters.
    fn picture(&mut self, element: &Element, context: &Context) {
        let alternative = element.attr("alt").unwrap_or_default();
        let is_emoji = !alternative.is_empty()
            && alternative.chars().count() <= 8
            && alternative.chars().all(|c| c >= '\u{200d}' && !c.is_alphanumeric());
        if is_emoji {
            self.current.push(&alternative, &context.style, false);
        }
    }

    /// The rows of a table, each with its cells.
    fn table(&mut self, table: NodeRef<'_>, element: &Element, context: &Context) {
        self.flush(context);
        let of_table = self.block(table, element, context);
        for part in table.descendants_it() {
            match part.node_name().as_deref() {
                Some("caption") => {
                    let caption = Context { kind: BlockKind::Caption, ..of_table.clone() };
                    self.children(part, &caption);
                    self.flush(&caption);
                }
                Some("tr") => {
                    let row = Context {
                        kind: BlockKind::TableRow,
                        in_row: true,
                        element: part.id,
                        ..of_table.clone()
                    };
                    let mut is_first = true;
                    for cell in part.element_children() {
                        if cell.element_ref().is_some_and(|cell| is_unseen(&cell)) {
                            continue;
                        }
                        if !std::mem::take(&mut is_first) {
                            self.current.tab();
                        }
                        self.children(cell, &row);
                    }
                    self.flush(&row);
                }
                _ => {}
            }
        }
    }

    /// What holds inside an inline element.
    fn inner(&self, node: NodeRef<'_>, element: &Element, context: &Context) -> Context {
        let mut inner = context.clone();
        match &*element.name.local {
            // Clipboards of text editors wrap all in `<b style="font-weight: normal">`.
            "b" | "strong" => {
                inner.style.strong = !style_says(element, "font-weight", &["normal", "400"])
            }
            "em" | "i" | "cite" | "dfn" | "var" => {
                inner.style.emphasis = !style_says(element, "font-style", &["normal"])
            }
            "a" => {
                let address = element.attr("href").and_then(|href| self.base.resolve(&href));
                inner.style.link = address.map(Into::into).or(inner.style.link);
            }
            "span" => {
                inner.style.strong |= style_says(
                    element,
                    "font-weight",
                    &["bold", "bolder", "600", "700", "800", "900"],
                );
                inner.style.emphasis |= style_says(element, "font-style", &["italic", "oblique"]);
            }
            _ => {}
        }
        inner.is_preformatted |=
            style_says(element, "white-space", &["pre", "pre-wrap", "break-spaces"]);
        inner.is_furniture |= self.weights.is_some_and(|weights| weights.is_furniture(node));
        if inner.role == Role::None {
            inner.role = role(element);
        }
        inner
    }

    /// What holds inside a block.
    fn block(&self, node: NodeRef<'_>, element: &Element, context: &Context) -> Context {
        let mut inner = self.inner(node, element, context);
        inner.element = node.id;
        let name = &*element.name.local;
        let kind = match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => BlockKind::Heading,
            "blockquote" => BlockKind::Quote,
            "li" | "dt" | "dd" => BlockKind::ListItem,
            "figcaption" => BlockKind::Caption,
            "pre" | "listing" | "xmp" | "plaintext" => {
                inner.is_preformatted = true;
                context.kind
            }
            _ if context.kind == BlockKind::Paragraph && is_caption(element) => BlockKind::Caption,
            _ => context.kind,
        };
        // What stands in a quotation, a heading or under a picture is that before all.
        let outer = matches!(context.kind, BlockKind::Quote | BlockKind::Caption);
        inner.kind = if outer { context.kind } else { kind };
        inner.is_first_heading |= name == "h1";
        inner
    }

    /// Ends the current block.
    fn flush(&mut self, context: &Context) {
        let mut inline = std::mem::take(&mut self.current);
        let (nodes, linked) = (std::mem::take(&mut inline.nodes), inline.linked);
        let roles = std::mem::take(&mut self.roles);
        let (text, marks) = inline.finish();
        if text.trim().is_empty() {
            return;
        }
        let width = nodes.iter().map(|(_, count)| count).sum();
        // What most of the words are.
        let most = |role: &Role| {
            roles.iter().filter(|(it, _)| it == role).map(|(_, count)| count).sum::<usize>() * 2
                > width
        };
        let role = roles.iter().map(|(role, _)| *role).find(most).unwrap_or(context.role);
        self.pieces.push(Piece {
            kind: context.kind,
            width,
            text,
            marks,
            nodes,
            linked,
            element: context.element,
            is_furniture: context.is_furniture,
            is_first_heading: context.is_first_heading,
            role,
        });
    }
}
