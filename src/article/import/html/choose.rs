//! Which blocks of a page are the article's: those that hold what was found to be the main text, and those that belong
//! with them.

use std::collections::{HashMap, HashSet};

use dom_query::{Document, NodeId, NodeRef};

use super::{
    element::{lineage, words},
    pieces::Piece,
    role::Role,
};
use crate::article::{
    BlockKind,
    import::plain_text::{
        ending::is_finished,
        furniture::{self, role},
    },
};

/// The shortest paragraph that is prose by its length, in characters; of scripts without spaces, a third.
const PROSE: usize = 60;

/// The share of the main text that its container holds at least, in percent.
const CONTAINED: usize = 90;

/// The shortest sentence that counts as said twice, in letters.
const SHORTEST_REPEATED: usize = 12;

/// Paragraphs before readers' remarks can start.
const PROSE_BEFORE_REMARKS: usize = 2;

/// Whether a block is running text rather than a link or a label.
pub(super) fn is_prose(piece: &Piece) -> bool {
    let dense = piece.text.chars().filter(|c| *c >= '\u{2e80}').count();
    let width = piece.width + 2 * dense;
    piece.linked * 2 < piece.width
        && (width >= PROSE && is_finished(&piece.text) || width >= 3 * PROSE)
}

/// Letters and digits, in small letters: what two copies of a text share.
pub(super) fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// For each block, whether it is the article's. At least one is, where there are any.
pub(super) fn choose(
    page: &Document,
    pieces: &[Piece],
    main: Option<&HashSet<NodeId>>,
) -> Vec<bool> {
    let out = ruled_out(pieces);
    let in_main = |piece: &Piece| {
        let inside: usize = piece
            .nodes
            .iter()
            .filter(|(id, _)| main.is_none_or(|main| main.contains(id)))
            .map(|(_, n)| n)
            .sum();
        inside * 2 >= piece.width.max(1)
    };
    let likely: Vec<bool> =
        pieces.iter().zip(&out).map(|(piece, out)| !out && in_main(piece)).collect();
    let mut chosen = likely.clone();
    if let Some(root) = root(page, pieces, &likely) {
        rescue(page, pieces, &out, root, &mut chosen);
    }
    drop_repeated(pieces, &mut chosen);
    drop_lone_headings(pieces, &mut chosen);
    for fallback in [out.iter().map(|out| !out).collect(), vec![true; pieces.len()]] {
        if !chosen.contains(&true) {
            chosen = fallback;
        }
    }
    chosen
}

/// What is no part of the article wherever it stands: what the page names so, what says so itself, and links alone.
fn ruled_out(pieces: &[Piece]) -> Vec<bool> {
    let (mut in_list, mut in_remarks, mut prose) = (false, false, 0);
    let mut out = Vec::with_capacity(pieces.len());
    for piece in pieces {
        if piece.is_furniture {
            out.push(true);
            continue;
        }
        let role = role(&piece.text);
        let runs = is_prose(piece) && role == furniture::Role::Article;
        in_remarks |= role == furniture::Role::Remarks && prose >= PROSE_BEFORE_REMARKS;
        in_list = match role {
            furniture::Role::List => prose > 0,
            _ => in_list && !runs && piece.kind != BlockKind::TableRow,
        };
        prose += usize::from(runs);
        let is_link = piece.linked * 10 >= piece.width * 9
            && matches!(piece.kind, BlockKind::Paragraph | BlockKind::ListItem)
            && piece.role != Role::Byline;
        out.push(role != furniture::Role::Article || in_list || in_remarks || is_link);
    }
    out
}

/// The element that holds the main text: the innermost with nearly all of it. Where it is one of several alike that
/// each hold running text, as the entries of a live report are, the one around them all.
fn root<'a>(page: &'a Document, pieces: &[Piece], likely: &[bool]) -> Option<NodeRef<'a>> {
    let mut held: HashMap<NodeId, usize> = HashMap::new();
    let chosen =
        || pieces.iter().zip(likely).filter(|(_, likely)| **likely).map(|(piece, _)| piece);
    let all: usize = chosen().map(|piece| piece.width).sum();
    for piece in chosen() {
        for node in lineage(page.tree.get(&piece.element)?) {
            *held.entry(node.id).or_default() += piece.width;
        }
    }
    let longest = chosen().max_by_key(|piece| piece.width)?;
    let mut root = lineage(page.tree.get(&longest.element)?)
        .find(|node| held.get(&node.id).is_some_and(|held| held * 100 >= all * CONTAINED))?;
    let with_prose: HashSet<NodeId> = pieces
        .iter()
        .filter(|piece| is_prose(piece) && !piece.is_furniture)
        .filter_map(|piece| page.tree.get(&piece.element))
        .flat_map(|node| lineage(node).map(|node| node.id).collect::<Vec<_>>())
        .collect();
    for node in lineage(root).take_while(|node| !node.has_name("body")).collect::<Vec<_>>() {
        let Some(parent) = node.parent() else { break };
        let alike = parent.element_children().into_iter().filter(|it| {
            it.id != node.id
                && shape(*it) == shape(node)
                && with_prose.contains(&it.id)
                && !is_card(*it)
        });
        if alike.count() >= 2 && shape(node).1.is_some() {
            root = parent;
        }
    }
    Some(root)
}

/// The name of an element and the first word of its class.
fn shape(node: NodeRef<'_>) -> (Option<String>, Option<String>) {
    let name = node.node_name().map(|name| name.to_string());
    (name, node.element_ref().and_then(|element| words(&element).into_iter().next()))
}

/// Whether an element is a card that leads elsewhere: its heading is a link.
fn is_card(node: NodeRef<'_>) -> bool {
    node.descendants_it().any(|it| {
        let is_heading = matches!(it.node_name().as_deref(), Some("h1" | "h2" | "h3" | "h4"));
        let linked = |it: NodeRef<'_>| it.descendants_it().any(|it| it.has_name("a"));
        is_heading && (linked(it) || it.parent().is_some_and(|parent| parent.has_name("a")))
    })
}

/// Chooses what stands among the chosen blocks, and what stands beside them in the same element.
fn rescue(page: &Document, pieces: &[Piece], out: &[bool], root: NodeRef<'_>, chosen: &mut [bool]) {
    let inside: Vec<bool> = pieces
        .iter()
        .map(|piece| {
            page.tree
                .get(&piece.element)
                .is_some_and(|node| lineage(node).any(|it| it.id == root.id))
        })
        .collect();
    let parent = |piece: &Piece| {
        page.tree.get(&piece.element).and_then(|node| node.parent()).map(|node| node.id)
    };
    let prose = |i: usize| is_prose(&pieces[i]);
    let first = (0..pieces.len()).find(|i| inside[*i] && !out[*i] && chosen[*i] && prose(*i));
    let last = (0..pieces.len()).rfind(|i| inside[*i] && !out[*i] && (chosen[*i] || prose(*i)));
    let (Some(first), Some(last)) = (first, last) else { return };
    let mut siblings: HashMap<NodeId, usize> = HashMap::new();
    for i in (0..pieces.len()).filter(|i| chosen[*i] && prose(*i)) {
        parent(&pieces[i]).into_iter().for_each(|id| *siblings.entry(id).or_default() += 1);
    }
    for (i, piece) in pieces.iter().enumerate() {
        let among = inside[i] && (first..=last).contains(&i);
        let beside =
            parent(piece).and_then(|id| siblings.get(&id)).is_some_and(|count| *count >= 2);
        let is_text = piece.linked * 2 < piece.width.max(1);
        if !out[i] && is_text && (among || beside && inside[i]) {
            chosen[i] = true;
        }
    }
}

/// Drops quotations that a page shows large and that stand in the article anyway.
fn drop_repeated(pieces: &[Piece], chosen: &mut [bool]) {
    let is_body =
        |piece: &Piece| piece.kind == BlockKind::Paragraph && piece.role != Role::PullQuote;
    let body: String = pieces
        .iter()
        .zip(&*chosen)
        .filter(|(piece, chosen)| **chosen && is_body(piece))
        .map(|(piece, _)| bare(&piece.text))
        .collect();
    for (piece, chosen) in pieces.iter().zip(chosen) {
        let is_quote = piece.role == Role::PullQuote || piece.kind == BlockKind::Quote;
        let mut sentences = piece
            .text
            .split(['.', '?', '!', '…', '。', '！', '？'])
            .map(bare)
            .filter(|it| it.chars().count() >= SHORTEST_REPEATED)
            .peekable();
        if *chosen
            && is_quote
            && sentences.peek().is_some()
            && sentences.all(|it| body.contains(&*it))
        {
            *chosen = false;
        }
    }
}

/// Drops headings with nothing chosen under them.
fn drop_lone_headings(pieces: &[Piece], chosen: &mut [bool]) {
    let is_heading = |i: usize| pieces[i].kind == BlockKind::Heading;
    for i in (0..pieces.len()).rev().filter(|i| is_heading(*i) && !pieces[*i].is_first_heading) {
        let under = (i + 1..pieces.len()).take_while(|j| !is_heading(*j)).any(|j| chosen[j]);
        // A heading may stand over another.
        let over = i + 1 < pieces.len() && is_heading(i + 1) && chosen[i + 1];
        if !under && !over {
            chosen[i] = false;
        }
    }
}
