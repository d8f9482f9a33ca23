//! The registry of who speaks.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::SourceStyle;
use crate::record::{Register, SourceId, Timestamp};

/// What kind of speaker a source is.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum SourceKind {
    /// One human being.
    #[default]
    Person,
    /// A company, party, union, court, alliance …
    Organization,
    /// A government, ministry, authority, head of state's office.
    Government,
    /// A newspaper, agency, broadcaster.
    Media,
    /// A report, statement, law, set of figures.
    Document,
    /// “Officials”, “a person familiar with the matter”.
    Unnamed,
}

impl SourceKind {
    /// All kinds, in the order menus show them.
    pub const ALL: [Self; 6] = [
        Self::Person,
        Self::Organization,
        Self::Government,
        Self::Media,
        Self::Document,
        Self::Unnamed,
    ];

    /// What people read.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Person => "Person",
            Self::Organization => "Organization",
            Self::Government => "Government",
            Self::Media => "Media",
            Self::Document => "Document",
            Self::Unnamed => "Unnamed",
        }
    }
}

/// One source. Fields merge one by one, as a claim's do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Its identity.
    pub id: SourceId,
    /// When it was added.
    pub created: Timestamp,
    /// What it is called.
    pub name: Register<Rc<str>>,
    /// Other names it goes by in texts.
    pub aliases: Register<Rc<[Rc<str>]>>,
    /// What kind of speaker it is.
    pub kind: Register<SourceKind>,
    /// The source it belongs to (Lavrov → Russian government).
    pub parent: Register<Option<SourceId>>,
    /// How its claims are painted.
    pub style: Register<SourceStyle>,
    /// The source it was merged into: claims of this one are that one's.
    pub merged_into: Register<Option<SourceId>>,
    /// Whether a person threw it away. It stays, so that merging cannot bring it back.
    pub deleted: Register<bool>,
}

impl Source {
    /// Its name, then its aliases.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&**self.name).chain(self.aliases.iter().map(|alias| &**alias))
    }

    /// When any field was last written, or the source added.
    pub fn modified(&self) -> Timestamp {
        let stamps = [
            self.name.stamp(),
            self.aliases.stamp(),
            self.kind.stamp(),
            self.parent.stamp(),
            self.style.stamp(),
            self.merged_into.stamp(),
            self.deleted.stamp(),
        ];
        stamps.iter().map(|stamp| stamp.at).fold(self.created, Timestamp::max)
    }

    /// Takes over what was written later on another copy of this source. Commutative, associative and
    /// idempotent.
    pub fn merge(&mut self, other: &Self) {
        self.created = self.created.min(other.created);
        self.name.merge(&other.name);
        self.aliases.merge(&other.aliases);
        self.kind.merge(&other.kind);
        self.parent.merge(&other.parent);
        self.style.merge(&other.style);
        self.merged_into.merge(&other.merged_into);
        self.deleted.merge(&other.deleted);
    }
}
