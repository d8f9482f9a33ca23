//! What a person can do to the library: every edit undoes.

use std::{collections::BTreeSet, rc::Rc};

use crate::{
    annotation::{Attribution, Dataset, Mode, Origin, SourceKind, SourceStyle, Verdict},
    article::{Article, Spot},
    record::{ArticleId, ClaimId, SourceId},
    suggest::NewSource,
    text::TextRange,
};

/// Who is named when a claim is attributed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Speaker {
    /// Somebody the registry knows, the article itself, or nobody.
    Known(Attribution),
    /// Somebody typed in: the source that goes by this name, or else a new one with this identity.
    Named {
        /// What a new source is known by.
        id: SourceId,
        /// As typed.
        name: String,
    },
    /// Somebody the engine names: the source that goes by this name, or else a new one with this identity.
    Proposed {
        /// What a new source is known by.
        id: SourceId,
        /// What the source it belongs to is known by, where that is new too.
        parent: SourceId,
        /// What the engine knows of it.
        source: NewSource,
    },
}

/// A claim whose parts were proposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Its identity.
    pub id: ClaimId,
    /// What first made it: the engine, or a hand that the engine helped.
    pub origin: Origin,
    /// What is claimed.
    pub content: Vec<TextRange>,
    /// By whom.
    pub speaker: Speaker,
    /// Where the text names the source.
    pub mention: Option<TextRange>,
    /// Where it attributes.
    pub cue: Option<TextRange>,
    /// How the words are given.
    pub mode: Mode,
}

/// What a claim's part that names the attribution is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Where the text names the source.
    Mention,
    /// Where the text attributes.
    Cue,
}

impl Part {
    /// What people read.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Mention => "mention",
            Self::Cue => "cue",
        }
    }
}

/// An edit of claims of the open article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClaimEdit {
    /// Makes a claim of this text.
    Create {
        /// Its identity.
        id: ClaimId,
        /// What is claimed.
        range: TextRange,
        /// By whom.
        speaker: Speaker,
    },
    /// Makes claims whose parts were proposed.
    Take(Vec<Taken>),
    /// Puts a claim down to somebody else.
    Attribute(ClaimId, Speaker),
    /// Adds a fragment to a claim; fragments that touch become one.
    Extend(ClaimId, TextRange),
    /// Takes the fragment with this index out.
    DropFragment(ClaimId, usize),
    /// Puts this text in the place of the fragment with this index.
    MoveFragment(ClaimId, usize, TextRange),
    /// Says where the words of an orphan are.
    Reattach(ClaimId, TextRange),
    /// Says where the text names the source, or attributes.
    Mark(ClaimId, Part, Option<TextRange>),
    /// How the words are given.
    Mode(ClaimId, Mode),
    /// Whether it holds.
    Verdict(ClaimId, Verdict),
    /// What bears the verdict out: one address to a line.
    Evidence(ClaimId, String),
    /// What the reader writes about it.
    Note(ClaimId, String),
    /// The reader's keywords, separated by commas.
    Tags(ClaimId, String),
    /// Throws claims away.
    Delete(Vec<ClaimId>),
}

/// An edit of the registry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SourceEdit {
    /// Adds a source.
    Add {
        /// Its identity.
        id: SourceId,
        /// What it is called.
        name: String,
    },
    /// What it is called.
    Rename(SourceId, String),
    /// Other names, separated by commas.
    Aliases(SourceId, String),
    /// What kind of speaker it is.
    Kind(SourceId, SourceKind),
    /// What it belongs to.
    Parent(SourceId, Option<SourceId>),
    /// How its claims are painted.
    Style(SourceId, SourceStyle),
    /// Makes two sources one: all claims follow, and the name lives on as an alias.
    Merge {
        /// The one that goes.
        from: SourceId,
        /// The one that stays.
        into: SourceId,
    },
    /// Throws a source away; its claims become unattributed.
    Delete(SourceId),
}

/// An edit of the library's articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ArticleEdit {
    /// Adds an article and opens it.
    Add(Rc<Article>),
    /// Adds another version of an article that is there, opens it, and carries the claims over.
    Revise {
        /// The version: see [`Article::as_version_of`].
        version: Rc<Article>,
        /// The claims whose rewording a person takes over; of the others, those that are reworded become orphans.
        accepted: BTreeSet<ClaimId>,
    },
    /// What the library calls it.
    Rename(ArticleId, String),
    /// Where it came from.
    Address(ArticleId, String),
    /// The proposal at this spot is not wanted.
    Dismiss(ArticleId, Spot),
    /// Throws it away, its claims with it.
    Delete(ArticleId),
}

/// Any edit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Of claims.
    Claim(ClaimEdit),
    /// Of sources.
    Source(SourceEdit),
    /// Of articles.
    Article(ArticleEdit),
    /// Takes in what a file holds.
    Import(Rc<Dataset>),
}
