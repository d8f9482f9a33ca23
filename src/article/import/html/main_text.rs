//! Which text of a page is the article's, by how it stands on the page (`dom_smoothie`, after Mozilla's Readability).

use std::collections::HashSet;

use dom_query::{Document, NodeData, NodeId, NodeRef};
use dom_smoothie::{Config, Readability};

use super::{element::is_unseen, furniture::Weights};

/// How large a page may be for this, in elements and in what it costs to read the text of each (characters, each as
/// often as it is nested). The longest pages of news are a tenth of it.
const MAX_ELEMENTS: usize = 60_000;
const MAX_COST: usize = 60_000_000;

/// The text nodes of the article; `None` where the page is too large to tell, or there is none.
pub(super) fn main_text(page: &Document, weights: &Weights) -> Option<HashSet<NodeId>> {
    let (elements, cost) = weights.size();
    if elements > MAX_ELEMENTS || cost > MAX_COST {
        return None;
    }
    let page = page.clone();
    let removed: Vec<NodeRef<'_>> =
        page.root().descendants_it().filter(|node| is_out(*node, weights)).collect();
    removed.iter().for_each(NodeRef::remove_from_parent);
    page.root().descendants().iter().for_each(ease);
    let config = Config { disable_json_ld: true, ..Config::default() };
    let mut readability = Readability::with_document(page, None, Some(config)).ok()?;
    readability.parse().ok()?;
    let content = readability.doc.try_select("#readability-page-1")?;
    let nodes = content.nodes().first()?;
    Some(nodes.descendants_it().filter(NodeRef::is_text).map(|node| node.id).collect())
}

/// Takes from a node what would keep the library from the text, or would keep it busy: it writes what it found as HTML,
/// which takes time with the square of how many characters of one text have to be escaped.
fn ease(node: &NodeRef<'_>) {
    if node.is_text() {
        let text = node.text();
        let is_escaped = |c: char| matches!(c, '&' | '\u{80}'..='\u{bf}');
        if text.len() > LONG && text.chars().filter(|c| is_escaped(*c)).count() > LONG {
            let text = text.replace(is_escaped, " ");
            node.update(|node| {
                if let NodeData::Text { contents } = &mut node.data {
                    *contents = text.into();
                }
            });
        }
        return;
    }
    // Readers see what is hidden from assistive technology only.
    node.remove_attr("aria-hidden");
    for attribute in node.attrs().iter().filter(|attribute| attribute.value.len() > LONG) {
        node.remove_attr(&attribute.name.local);
    }
}

/// From this length on, texts and values of attributes are looked at, in bytes.
const LONG: usize = 4096;

fn is_out(node: NodeRef<'_>, weights: &Weights) -> bool {
    let unseen = node.element_ref().is_some_and(|element| {
        let name = &*element.name.local;
        // It reads the title from the head.
        !matches!(name, "head" | "title") && is_unseen(&element)
    });
    unseen || weights.is_furniture(node)
}
