//! Blocks and the marks inside them.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::text::TextRange;

/// What a block is, and so how it is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BlockKind {
    /// The headline above all.
    Headline,
    /// The summary under the headline.
    Standfirst,
    /// Who wrote it, and when.
    Byline,
    /// A heading between sections.
    Heading,
    /// Running text.
    Paragraph,
    /// A quotation set apart.
    Quote,
    /// One item of a list.
    ListItem,
    /// The words under a picture.
    Caption,
    /// One row of a table, its cells parted by tabs.
    TableRow,
}

/// One block: a stretch of the canonical text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where its text stands.
    pub range: TextRange,
    /// Inline marks: inside `range`, in order, not overlapping.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Mark>,
}

/// What a mark says of its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MarkKind {
    /// Emphasised.
    Emphasis,
    /// Of strong importance.
    Strong,
    /// The place and agency a report starts with: `MOSCOW (AA)`.
    Dateline,
    /// A link to this address (http, https or mailto; the view follows no other).
    Link(Rc<str>),
}

/// One inline mark.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// What it says.
    pub kind: MarkKind,
    /// Of which text.
    pub range: TextRange,
}
