//! The top of an article on its page: headline, standfirst, who wrote it and when.

use super::{
    choose::{bare, is_prose},
    metadata::Metadata,
    pieces::Piece,
    role::Role,
};
use crate::article::{
    BlockKind,
    import::plain_text::{
        byline::byline,
        date::published,
        ending::width,
        furniture::{self, role},
    },
};

/// The longest line that tells who wrote an article and when, in characters.
const LONGEST_BYLINE: usize = 200;

/// The longest standfirst, in characters.
const LONGEST_STANDFIRST: usize = 600;

/// The shortest point of a list under the headline, in characters.
const SHORTEST_POINT: usize = 20;

/// The longest headline, in characters.
const LONGEST_HEADLINE: usize = 300;

/// What the top of an article says.
#[derive(Debug, Default)]
pub(super) struct Head {
    pub(super) headline: Option<String>,
    pub(super) byline: Option<String>,
    pub(super) published: Option<String>,
}

/// Reads the top of an article: changes what was chosen, and what the blocks are.
pub(super) fn read(pieces: &mut [Piece], chosen: &mut [bool], metadata: &Metadata) -> Head {
    let mut head = Head::default();
    let first =
        (0..pieces.len()).find(|i| chosen[*i] && is_body(&pieces[*i])).unwrap_or(pieces.len());
    let Some(at) = headline(pieces, chosen, metadata, first) else { return head };
    pieces[at].kind = BlockKind::Headline;
    chosen[at] = true;
    head.headline = Some(pieces[at].text.clone());
    let title = bare(&pieces[at].text);
    for (piece, chosen) in pieces[..at].iter().zip(&mut *chosen) {
        *chosen &= is_body(piece) && piece.role != Role::Kicker;
    }
    for i in at + 1..pieces.len() {
        // What the page repeats.
        if pieces[i].kind == BlockKind::Heading && bare(&pieces[i].text) == title {
            chosen[i] = false;
        }
    }
    let names_follow = |pieces: &[Piece], i: usize| {
        (i + 1..pieces.len().min(i + 6))
            .any(|j| !pieces[j].is_furniture && is_byline(&pieces[j], metadata))
    };
    let mut i = at + 1;
    while i < pieces.len() && (i <= first || names_follow(pieces, i - 1)) && i < at + 30 {
        let piece = &pieces[i];
        if piece.is_furniture {
            i += 1;
            continue;
        }
        if is_byline(piece, metadata) {
            let line = byline(&piece.text);
            let when = line.and_then(|line| line.published).or_else(|| published(&piece.text));
            head.byline = head.byline.or_else(|| line.map(|line| line.who.to_owned()));
            head.published = head.published.or_else(|| when.map(|when| when.when.to_owned()));
            pieces[i].kind = BlockKind::Byline;
            chosen[i] = true;
        } else if is_standfirst(piece, metadata)
            || is_above_byline(piece, i < first || names_follow(pieces, i))
        {
            pieces[i].kind = BlockKind::Standfirst;
            chosen[i] = true;
        } else if is_prose(piece) && i >= first {
            break;
        } else if is_point(piece) {
            chosen[i] = true;
        } else if piece.role == Role::Kicker {
            chosen[i] = false;
        }
        i += 1;
    }
    head
}

/// Whether a block is of the body, not of the top.
fn is_body(piece: &Piece) -> bool {
    is_prose(piece)
        && piece.kind != BlockKind::Heading
        && !matches!(piece.role, Role::Byline | Role::Kicker)
}

/// The block of the headline: of those that stand before the body, the one that says what the page says its title is.
fn headline(pieces: &[Piece], chosen: &[bool], metadata: &Metadata, first: usize) -> Option<usize> {
    let title = metadata.title.as_deref().map(bare).unwrap_or_default();
    let before =
        || (0..pieces.len().min(first + 1)).filter(|i| width(&pieces[*i].text) <= LONGEST_HEADLINE);
    let says_title = |i: &usize| {
        let text = bare(&pieces[*i].text);
        let (longer, shorter) =
            if text.len() < title.len() { (&title, &text) } else { (&text, &title) };
        !shorter.is_empty() && longer.contains(&**shorter) && shorter.len() * 2 >= longer.len()
    };
    let first_headings =
        || before().filter(|i| pieces[*i].is_first_heading && !pieces[*i].is_furniture);
    let headings =
        || before().filter(|i| pieces[*i].kind == BlockKind::Heading && !pieces[*i].is_furniture);
    first_headings()
        .find(says_title)
        .or_else(|| first_headings().next_back())
        .or_else(|| headings().find(says_title))
        .or_else(|| before().filter(|i| chosen[*i] && !is_body(&pieces[*i])).find(says_title))
}

/// Whether a block says who wrote the article, or when.
fn is_byline(piece: &Piece, metadata: &Metadata) -> bool {
    let text = &piece.text;
    let names_author = || {
        let said = bare(text);
        let mut authors = metadata
            .byline
            .iter()
            .flat_map(|names| names.split(", "))
            .map(bare)
            .filter(|name| !name.is_empty());
        !is_prose(piece) && authors.any(|name| said.contains(&name))
    };
    width(text) <= LONGEST_BYLINE
        && !matches!(piece.kind, BlockKind::Caption | BlockKind::Heading | BlockKind::Quote)
        && (piece.role == Role::Byline
            || byline(text).is_some()
            || published(text).is_some()
            || names_author())
}

/// Whether a block is a standfirst, by what the page says of it or of its summary.
fn is_standfirst(piece: &Piece, metadata: &Metadata) -> bool {
    let fits = matches!(piece.kind, BlockKind::Paragraph | BlockKind::Heading)
        && width(&piece.text) <= LONGEST_STANDFIRST;
    let summary = metadata.description.as_deref().map(bare).unwrap_or_default();
    let is_summary = !summary.is_empty() && bare(&piece.text) == summary;
    fits && (piece.role == Role::Standfirst || is_summary && !piece.is_first_heading)
}

/// Whether a block is one of the points that sum up the article under its headline.
fn is_point(piece: &Piece) -> bool {
    piece.kind == BlockKind::ListItem
        && piece.linked * 2 < piece.width
        && width(&piece.text) >= SHORTEST_POINT
        && role(&piece.text) == furniture::Role::Article
}

/// Whether a sentence between headline and names is a standfirst.
fn is_above_byline(piece: &Piece, is_above: bool) -> bool {
    is_above
        && is_prose(piece)
        && piece.kind == BlockKind::Paragraph
        && width(&piece.text) <= LONGEST_STANDFIRST
}
