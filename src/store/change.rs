//! The smallest thing that can happen to a library, and its inverse.

use std::{mem::discriminant, rc::Rc};

use crate::{
    annotation::{Anchor, Attribution, Claim, Mode, Source, SourceKind, SourceStyle, Verdict},
    article::{Article, Spot},
    record::{ArticleId, ClaimId, Register, SourceId, Stamp, Timestamp},
};

/// Declares an enum with one variant for each register of a record, and what can be done with it.
macro_rules! fields {
    ($(#[$doc:meta])* $name:ident of $record:ident {
        $($(#[$field_doc:meta])* $variant:ident($field:ident: $type:ty)),* $(,)?
    }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum $name {
            $($(#[$field_doc])* $variant($type)),*
        }

        impl $name {
            /// Whether the record says so already.
            pub(super) fn holds_in(&self, record: &$record) -> bool {
                match self {
                    $(Self::$variant(value) => *record.$field == *value),*
                }
            }

            /// Writes the value at `stamp`; where that changed what the record says, gives what it said before.
            pub(super) fn write(self, record: &mut $record, stamp: Stamp) -> Option<Self> {
                match self {
                    $(Self::$variant(value) => {
                        let before = (*record.$field).clone();
                        record.$field.merge(&Register::new(value, stamp));
                        (*record.$field != before).then_some(Self::$variant(before))
                    })*
                }
            }

            /// The fields that `theirs` wrote later than `ours`, each with the time of writing.
            pub(super) fn newer(ours: &$record, theirs: &$record) -> Vec<(Self, Stamp)> {
                let mut newer = Vec::new();
                $(if theirs.$field > ours.$field {
                    let value = (*theirs.$field).clone();
                    newer.push((Self::$variant(value), theirs.$field.stamp()));
                })*
                newer
            }

            /// The record, where no field of it was written after `limit`; else with such fields written at `stamp`.
            pub(super) fn dated(record: &Rc<$record>, limit: Timestamp, stamp: Stamp) -> Rc<$record> {
                if Self::stamps(record).iter().all(|stamp| stamp.at <= limit) {
                    return Rc::clone(record);
                }
                let mut dated = (**record).clone();
                $(if dated.$field.stamp().at > limit {
                    dated.$field = Register::new((*dated.$field).clone(), stamp);
                })*
                Rc::new(dated)
            }

            /// When the field was last written in `record`.
            pub(super) fn stamp_in(&self, record: &$record) -> Stamp {
                match self {
                    $(Self::$variant(_) => record.$field.stamp()),*
                }
            }

            /// When each field of `record` was written.
            pub(super) fn stamps(record: &$record) -> Vec<Stamp> {
                vec![$(record.$field.stamp()),*]
            }
        }
    };
}

fields!(
    /// A field of a claim, and a value for it.
    ClaimField of Claim {
        /// What is claimed.
        Content(content: Rc<[Anchor]>),
        /// Who claims it.
        Attribution(attribution: Attribution),
        /// Where the text names the source.
        Mention(mention: Option<Anchor>),
        /// Where the text attributes.
        Cue(cue: Option<Anchor>),
        /// How the words are given.
        Mode(mode: Mode),
        /// Whether it holds.
        Verdict(verdict: Verdict),
        /// What bears the verdict out.
        Evidence(evidence: Rc<[Rc<str>]>),
        /// What the reader wrote.
        Note(note: Rc<str>),
        /// The reader's keywords.
        Tags(tags: Rc<[Rc<str>]>),
        /// Whether it is thrown away.
        Deleted(deleted: bool),
    }
);

fields!(
    /// A field of a source, and a value for it.
    SourceField of Source {
        /// What it is called.
        Name(name: Rc<str>),
        /// Other names.
        Aliases(aliases: Rc<[Rc<str>]>),
        /// What kind of speaker it is.
        Kind(kind: SourceKind),
        /// What it belongs to.
        Parent(parent: Option<SourceId>),
        /// How its claims are painted.
        Style(style: SourceStyle),
        /// What it was merged into.
        MergedInto(merged_into: Option<SourceId>),
        /// Whether it is thrown away.
        Deleted(deleted: bool),
    }
);

fields!(
    /// A field of an article, and a value for it.
    ArticleField of Article {
        /// What the library calls it.
        Title(title: Rc<str>),
        /// Where it came from.
        Url(url: Option<Rc<str>>),
        /// Whether it is thrown away.
        Deleted(deleted: bool),
    }
);

/// One change of one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Adds an article; one with the same identity merges with it.
    AddArticle(Rc<Article>),
    /// Adds a source; one with the same identity merges with it.
    AddSource(Rc<Source>),
    /// Adds a claim; one with the same identity merges with it.
    AddClaim(Rc<Claim>),
    /// Writes a field of an article.
    Article(ArticleId, ArticleField),
    /// Says whether the proposal at a spot of an article is dismissed.
    Dismissal(ArticleId, Spot, bool),
    /// Writes a field of a source.
    Source(SourceId, SourceField),
    /// Writes a field of a claim.
    Claim(ArticleId, ClaimId, ClaimField),
}

impl Change {
    /// Whether both write the same field of the same record.
    pub(super) fn writes_where(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Article(a, field), Self::Article(b, other)) => {
                a == b && discriminant(field) == discriminant(other)
            }
            (Self::Dismissal(a, spot, _), Self::Dismissal(b, other, _)) => a == b && spot == other,
            (Self::Source(a, field), Self::Source(b, other)) => {
                a == b && discriminant(field) == discriminant(other)
            }
            (Self::Claim(_, a, field), Self::Claim(_, b, other)) => {
                a == b && discriminant(field) == discriminant(other)
            }
            _ => false,
        }
    }
}
