//! What came of opening an article, and how it came about.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Draft;

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Imported {
    /// The article, for the person to look over. Its warnings say what was left out.
    pub draft: Draft,
    /// The importer that read it.
    pub importer: Choice,
    /// Why that one.
    pub reason: Reason,
    /// Those that a person may choose instead.
    pub alternatives: Vec<Choice>,
}

/// An importer that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Its [`Importer::id`](super::Importer::id).
    pub id: String,
    /// What people read.
    pub label: String,
}

/// Why an importer was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reason {
    /// A person chose it.
    Chosen,
    /// It was copied from a page.
    Copied,
    /// It starts as such files do.
    Start,
    /// Its name ends so.
    Name(String),
    /// It was handed over as being so.
    MediaType(String),
    /// It has the marks of Markdown: headings, links, emphasis.
    Marks,
    /// It is nothing else.
    Words,
}

/// A sentence for people.
impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Chosen => f.write_str("You chose it."),
            Self::Copied => f.write_str("It was copied from a page."),
            Self::Start => f.write_str("It starts as such files do."),
            Self::Name(ending) => write!(f, "Its name ends in .{ending}."),
            Self::MediaType(kind) => write!(f, "It was handed over as {kind}."),
            Self::Marks => {
                f.write_str("It has headings, links or emphasis as Markdown marks them.")
            }
            Self::Words => f.write_str("It is words without markup."),
        }
    }
}
