//! HTML to a tree, as browsers build it (html5ever), within bounds.
//!
//! Browsers bound what they build too: what is nested deeper goes to the deepest element that may be, so that no words
//! are lost. What no page of words has – hundreds of thousands of elements, tags of thousands of attributes – is
//! refused before it takes long.

use std::{
    borrow::Cow,
    cell::{Cell, Ref, RefCell},
};

use dom_query::{Document, NodeId, NodeRef};
use html5ever::{
    Attribute, LocalName, QualName,
    interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink},
    tendril::StrTendril,
    tokenizer::{
        BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
    },
    tree_builder::{TreeBuilder, TreeBuilderOpts},
};

use super::attributes;
use crate::article::import::ImportError;

/// How deep elements nest; Chromium stops at 512.
const MAX_DEPTH: usize = 256;

/// How many nodes a page has. The longest pages of news have some ten thousand.
const MAX_NODES: usize = 400_000;

/// Parses a whole page, or a fragment, which becomes the body of one.
///
/// # Errors
/// [`ImportError::TooComplex`] where it is beyond the bounds.
pub(super) fn parse(html: &str) -> Result<Document, ImportError> {
    attributes::check(html)?;
    let sink = Sink { document: Document::default(), depth: Cell::new(0) };
    let guard = Guard {
        builder: TreeBuilder::new(sink, TreeBuilderOpts::default()),
        dropped: RefCell::default(),
        is_over: Cell::new(false),
    };
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(html));
    let tokenizer = Tokenizer::new(guard, TokenizerOpts::default());
    // It pauses where a page declares its encoding, which is known by now.
    while !input.is_empty() {
        let _ = tokenizer.feed(&input);
    }
    tokenizer.end();
    let Guard { builder, is_over, .. } = tokenizer.sink;
    if is_over.get() { Err(ImportError::TooComplex) } else { Ok(builder.sink.document) }
}

/// Stands between the tokenizer and the tree builder, and keeps from the latter what is too much.
struct Guard {
    builder: TreeBuilder<NodeId, Sink>,
    /// Names of elements that would have been too deep and are open.
    dropped: RefCell<Vec<LocalName>>,
    /// Whether all is too much.
    is_over: Cell<bool>,
}

impl Guard {
    /// Whether this tag is one of an element that is too deep.
    fn drops(&self, tag: &Tag) -> bool {
        let depth = &self.builder.sink.depth;
        let mut dropped = self.dropped.borrow_mut();
        match tag.kind {
            TagKind::StartTag if depth.get() >= MAX_DEPTH && nests(&tag.name) => {
                if !tag.self_closing {
                    dropped.push(tag.name.clone());
                }
                true
            }
            TagKind::StartTag => false,
            TagKind::EndTag if dropped.last() == Some(&tag.name) => {
                dropped.pop();
                true
            }
            TagKind::EndTag => {
                depth.set(depth.get().saturating_sub(1));
                false
            }
        }
    }
}

impl TokenSink for Guard {
    type Handle = NodeId;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<NodeId> {
        if self.is_over.get() {
            return TokenSinkResult::Continue;
        }
        match &token {
            Token::ParseError(_) => return TokenSinkResult::Continue,
            Token::TagToken(tag) if self.drops(tag) => return TokenSinkResult::Continue,
            _ => {}
        }
        let result = self.builder.process_token(token, line);
        let sink = &self.builder.sink;
        self.is_over.set(
            sink.document.tree.len() > MAX_NODES
                || sink.depth.get() > 2 * MAX_DEPTH
                || self.dropped.borrow().len() > MAX_NODES,
        );
        match result {
            TokenSinkResult::Script(_) => TokenSinkResult::Continue,
            result => result,
        }
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

/// Whether elements of this name nest. Those without content part words, and what stands in those whose content is no
/// part of the text must not become one.
fn nests(name: &str) -> bool {
    !matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "source"
            | "track"
            | "wbr"
            | "iframe"
            | "math"
            | "noembed"
            | "noframes"
            | "noscript"
            | "script"
            | "select"
            | "style"
            | "svg"
            | "template"
            | "textarea"
            | "title"
            | "xmp"
    )
}

/// The tree under construction, which knows how deep the last element stands.
struct Sink {
    document: Document,
    depth: Cell<usize>,
}

impl Sink {
    fn note_depth(&self, parent: NodeId, child: &NodeOrText<NodeId>) {
        let is_element = |id: &NodeId| NodeRef::new(*id, &self.document.tree).is_element();
        if matches!(child, NodeOrText::AppendNode(id) if is_element(id)) {
            let parent = NodeRef::new(parent, &self.document.tree);
            self.depth.set(parent.ancestors_it(None).count() + 1);
        }
    }
}

impl TreeSink for Sink {
    type Handle = NodeId;
    type Output = Document;
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) -> Document {
        self.document
    }

    /// Nobody reads them.
    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> NodeId {
        self.document.get_document()
    }

    fn elem_name<'a>(&'a self, target: &'a NodeId) -> Ref<'a, QualName> {
        self.document.elem_name(target)
    }

    fn create_element(
        &self,
        name: QualName,
        attributes: Vec<Attribute>,
        flags: ElementFlags,
    ) -> NodeId {
        self.document.create_element(name, attributes, flags)
    }

    fn create_comment(&self, text: StrTendril) -> NodeId {
        self.document.create_comment(text)
    }

    fn create_pi(&self, target: StrTendril, data: StrTendril) -> NodeId {
        self.document.create_pi(target, data)
    }

    fn append(&self, parent: &NodeId, child: NodeOrText<NodeId>) {
        self.note_depth(*parent, &child);
        self.document.append(parent, child);
    }

    fn append_based_on_parent_node(
        &self,
        element: &NodeId,
        previous: &NodeId,
        child: NodeOrText<NodeId>,
    ) {
        self.note_depth(*previous, &child);
        self.document.append_based_on_parent_node(element, previous, child);
    }

    fn append_doctype_to_document(&self, name: StrTendril, public: StrTendril, system: StrTendril) {
        self.document.append_doctype_to_document(name, public, system);
    }

    fn get_template_contents(&self, target: &NodeId) -> NodeId {
        self.document.get_template_contents(target)
    }

    fn same_node(&self, x: &NodeId, y: &NodeId) -> bool {
        x == y
    }

    fn set_quirks_mode(&self, mode: QuirksMode) {
        self.document.set_quirks_mode(mode);
    }

    fn append_before_sibling(&self, sibling: &NodeId, new: NodeOrText<NodeId>) {
        self.note_depth(*sibling, &new);
        self.document.append_before_sibling(sibling, new);
    }

    fn add_attrs_if_missing(&self, target: &NodeId, attributes: Vec<Attribute>) {
        self.document.add_attrs_if_missing(target, attributes);
    }

    fn remove_from_parent(&self, target: &NodeId) {
        self.document.remove_from_parent(target);
    }

    fn reparent_children(&self, node: &NodeId, new_parent: &NodeId) {
        self.document.reparent_children(node, new_parent);
    }

    fn is_mathml_annotation_xml_integration_point(&self, node: &NodeId) -> bool {
        self.document.is_mathml_annotation_xml_integration_point(node)
    }
}
