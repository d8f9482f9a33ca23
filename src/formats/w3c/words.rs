//! The words that stand for the model's choices. Each `match` is complete, so a new choice does not compile
//! until it has its word.

use super::terms::{AGENT, ORGANIZATION, PERSON, TEXT_CLASS};
use crate::{
    annotation::{Mode, PATTERNS, Pattern, SourceKind, Verdict},
    article::{BlockKind, MarkKind},
};

/// The word of a mode.
pub(super) const fn mode(mode: Mode) -> &'static str {
    match mode {
        Mode::Direct => "direct",
        Mode::Indirect => "indirect",
        Mode::Mixed => "mixed",
    }
}

/// The mode of a word.
pub(super) fn to_mode(word: &str) -> Option<Mode> {
    Mode::ALL.into_iter().find(|it| mode(*it) == word)
}

/// The word of a verdict.
pub(super) const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Unchecked => "unchecked",
        Verdict::Supported => "supported",
        Verdict::Disputed => "disputed",
        Verdict::Refuted => "refuted",
    }
}

/// The verdict of a word.
pub(super) fn to_verdict(word: &str) -> Option<Verdict> {
    Verdict::ALL.into_iter().find(|it| verdict(*it) == word)
}

/// The word of a source's kind.
pub(super) const fn kind(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Person => "person",
        SourceKind::Organization => "organization",
        SourceKind::Government => "government",
        SourceKind::Media => "media",
        SourceKind::Document => "document",
        SourceKind::Unnamed => "unnamed",
    }
}

/// The kind of a word.
pub(super) fn to_kind(word: &str) -> Option<SourceKind> {
    SourceKind::ALL.into_iter().find(|it| kind(*it) == word)
}

/// The class of a source of this kind, in the vocabularies of the W3C context.
pub(super) const fn class(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Person => PERSON,
        SourceKind::Organization | SourceKind::Government | SourceKind::Media => ORGANIZATION,
        SourceKind::Document => TEXT_CLASS,
        SourceKind::Unnamed => AGENT,
    }
}

/// The pattern of a word, which is its CSS keyword.
pub(super) fn to_pattern(word: &str) -> Option<Pattern> {
    PATTERNS.into_iter().find(|it| it.css() == word)
}

/// The word of a block's kind.
pub(super) const fn block(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Headline => "headline",
        BlockKind::Standfirst => "standfirst",
        BlockKind::Byline => "byline",
        BlockKind::Heading => "heading",
        BlockKind::Paragraph => "paragraph",
        BlockKind::Quote => "quote",
        BlockKind::ListItem => "list-item",
        BlockKind::Caption => "caption",
        BlockKind::TableRow => "table-row",
    }
}

/// The kind of block of a word.
pub(super) fn to_block(word: &str) -> Option<BlockKind> {
    const ALL: [BlockKind; 9] = [
        BlockKind::Headline,
        BlockKind::Standfirst,
        BlockKind::Byline,
        BlockKind::Heading,
        BlockKind::Paragraph,
        BlockKind::Quote,
        BlockKind::ListItem,
        BlockKind::Caption,
        BlockKind::TableRow,
    ];
    ALL.into_iter().find(|it| block(*it) == word)
}

/// The word of a mark, and where it links to.
pub(super) fn mark(kind: &MarkKind) -> (&'static str, Option<&str>) {
    match kind {
        MarkKind::Emphasis => ("emphasis", None),
        MarkKind::Strong => ("strong", None),
        MarkKind::Dateline => ("dateline", None),
        MarkKind::Link(href) => ("link", Some(href)),
    }
}

/// The mark of a word; a link needs to lead somewhere.
pub(super) fn to_mark(word: &str, href: Option<&str>) -> Option<MarkKind> {
    match word {
        "emphasis" => Some(MarkKind::Emphasis),
        "strong" => Some(MarkKind::Strong),
        "dateline" => Some(MarkKind::Dateline),
        "link" => href.map(|href| MarkKind::Link(href.into())),
        _ => None,
    }
}
