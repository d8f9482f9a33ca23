//! Shapes and keys of records.

use std::rc::Rc;

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::envelope::{EnvelopeError, unseal};
use crate::{
    annotation::{Claim, Source},
    article::{Article, Body, BodyError, Dismissed, RawBody},
    record::{ArticleId, ClaimId, NodeId, Register, SourceId, Timestamp},
    store::{library::Bare, view_state::ViewState},
};

/// What all keys of this app start with, version of the key scheme included.
const PREFIX: &str = "claimlight/1/";

/// Whether a key of the browser's storage is one of this app's.
pub fn is_own(key: &str) -> bool {
    key.starts_with(PREFIX)
}

/// What the keys of all texts start with.
pub(super) fn text_names() -> String {
    format!("{PREFIX}text/")
}

/// What a record is of. In the order in which records are written: what others lean on comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    /// Which browser profile this is.
    Node,
    /// What may not change of an article: its text and blocks.
    Text(ArticleId),
    /// What may.
    Article(ArticleId),
    /// A source.
    Source(SourceId),
    /// A claim.
    Claim(ClaimId),
    /// How the reader left the page.
    View,
}

/// Where a record stands. Each tab writes where no other does, so that none can lose what another wrote. The first
/// number is the record's own; the others are for when something stands there that cannot be read, and so must not be
/// written over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Slot {
    pub(super) key: Key,
    /// The tab that writes here: 0 where there is but one, and in a database, which all tabs share.
    pub(super) tab: u32,
    /// Counted from 1.
    pub(super) number: u32,
}

/// `claimlight/1/claim/…`; `claimlight/1/claim/…@3` of a tab; `claimlight/1/claim/…/2` for the second number.
impl std::fmt::Display for Slot {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(PREFIX)?;
        match self.key {
            Key::Node => f.write_str("node"),
            Key::View => f.write_str("view"),
            Key::Article(id) => write!(f, "article/{id}"),
            Key::Text(id) => write!(f, "text/{id}"),
            Key::Source(id) => write!(f, "source/{id}"),
            Key::Claim(id) => write!(f, "claim/{id}"),
        }?;
        if self.tab != 0 {
            write!(f, "@{}", self.tab)?;
        }
        if self.number == 1 { Ok(()) } else { write!(f, "/{}", self.number) }
    }
}

/// Whose a key is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    /// Another app's, or another key scheme's.
    Other,
    /// Ours, but of nothing this build knows.
    Unknown,
    /// Ours.
    Ours(Slot),
}

impl Owner {
    /// Whose `name` is.
    pub(super) fn of(name: &str) -> Self {
        match name.strip_prefix(PREFIX) {
            None => Self::Other,
            Some(rest) => Slot::parse(rest)
                // One name for one slot: what reads the same but is written otherwise is something else.
                .filter(|slot| slot.to_string() == name)
                .map_or(Self::Unknown, Self::Ours),
        }
    }
}

impl Slot {
    /// Where a record stands first.
    pub(super) const fn first(key: Key, tab: u32) -> Self {
        Self { key, tab, number: 1 }
    }

    fn parse(rest: &str) -> Option<Self> {
        let (kind, rest) = match rest.split_once('/') {
            Some((kind @ ("article" | "text" | "source" | "claim"), rest)) => (kind, rest),
            _ => ("", rest),
        };
        let (rest, number) = match rest.split_once('/') {
            Some((rest, number)) => (rest, number.parse().ok().filter(|number| *number > 1)?),
            None => (rest, 1),
        };
        let (name, tab) = match rest.split_once('@') {
            Some((name, tab)) => (name, tab.parse().ok().filter(|tab| *tab > 0)?),
            None => (rest, 0),
        };
        let key = match (kind, name) {
            ("", "node") => Key::Node,
            ("", "view") => Key::View,
            ("article", id) => Key::Article(id.parse().ok()?),
            ("text", id) => Key::Text(id.parse().ok()?),
            ("source", id) => Key::Source(id.parse().ok()?),
            ("claim", id) => Key::Claim(id.parse().ok()?),
            _ => return None,
        };
        Some(Self { key, tab, number })
    }
}

/// What can stand in a slot.
pub(super) trait Record: Clone + PartialEq + Serialize + DeserializeOwned {
    /// Whether it is what `key` says.
    fn is(&self, key: Key) -> bool;

    /// Whether both are copies of one record. Two records can have one identity where a hand or a fault gave it.
    fn is_copy_of(&self, _other: &Self) -> bool {
        true
    }

    /// Takes over what was written later on another copy. The order of merging never matters.
    fn merge(&mut self, other: &Self);

    /// Reads a record that stands under `key`.
    ///
    /// # Errors
    /// Where it cannot be used, and so must stay as it is.
    fn read(key: Key, record: &str) -> Result<Self, EnvelopeError> {
        let value: Self = unseal(record)?;
        if value.is(key) { Ok(value) } else { Err(EnvelopeError::Misplaced) }
    }
}

impl Record for NodeId {
    fn is(&self, key: Key) -> bool {
        key == Key::Node
    }

    /// Two tabs that first opened at once are one profile all the same.
    fn merge(&mut self, other: &Self) {
        *self = (*self).min(*other);
    }
}

impl Record for ViewState {
    fn is(&self, key: Key) -> bool {
        key == Key::View
    }

    fn merge(&mut self, other: &Self) {
        let backed_up = self.backed_up.max(other.backed_up);
        if other.left > self.left {
            self.clone_from(other);
        }
        self.backed_up = backed_up;
    }
}

impl Record for Source {
    fn is(&self, key: Key) -> bool {
        key == Key::Source(self.id)
    }

    fn merge(&mut self, other: &Self) {
        Self::merge(self, other);
    }
}

impl Record for Claim {
    fn is(&self, key: Key) -> bool {
        key == Key::Claim(self.id)
    }

    fn is_copy_of(&self, other: &Self) -> bool {
        self.article == other.article
    }

    fn merge(&mut self, other: &Self) {
        Self::merge(self, other);
    }
}

impl Record for StoredArticle {
    fn is(&self, key: Key) -> bool {
        key == Key::Article(self.id)
    }

    fn merge(&mut self, other: &Self) {
        self.opened = self.opened.min(other.opened);
        self.title.merge(&other.title);
        self.url.merge(&other.url);
        self.deleted.merge(&other.deleted);
        self.dismissed.merge(&other.dismissed);
    }
}

impl Record for StoredText {
    fn is(&self, key: Key) -> bool {
        matches!(key, Key::Text(_))
    }

    /// A text never changes.
    fn merge(&mut self, _other: &Self) {}
}

/// An article's text and blocks, which say nothing of whose they are.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "RawBody", into = "RawBody")]
pub(super) struct StoredText(pub(super) Rc<Body>);

impl TryFrom<RawBody> for StoredText {
    type Error = BodyError;

    fn try_from(raw: RawBody) -> Result<Self, BodyError> {
        Body::try_from(raw).map(|body| Self(Rc::new(body)))
    }
}

impl From<StoredText> for RawBody {
    fn from(text: StoredText) -> Self {
        Self::from(&*text.0)
    }
}

/// An article without its body.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct StoredArticle {
    pub(super) id: ArticleId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    previous: Option<ArticleId>,
    opened: Timestamp,
    language: Option<Rc<str>>,
    byline: Option<Rc<str>>,
    dateline: Option<Rc<str>>,
    published: Option<Rc<str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    site: Option<Rc<str>>,
    title: Register<Rc<str>>,
    url: Register<Option<Rc<str>>>,
    pub(super) deleted: Register<bool>,
    #[serde(default, skip_serializing_if = "Dismissed::is_empty")]
    dismissed: Dismissed,
}

impl From<&Article> for StoredArticle {
    fn from(article: &Article) -> Self {
        let Article {
            id,
            previous,
            opened,
            language,
            byline,
            dateline,
            published,
            site,
            title,
            url,
            deleted,
            dismissed,
            ..
        } = article.clone();
        Self {
            id,
            previous,
            opened,
            language,
            byline,
            dateline,
            published,
            site,
            title,
            url,
            deleted,
            dismissed,
        }
    }
}

impl StoredArticle {
    /// The article, with its body.
    pub(super) fn with_body(self, body: Rc<Body>) -> Article {
        let Self {
            id,
            previous,
            opened,
            language,
            byline,
            dateline,
            published,
            site,
            title,
            url,
            deleted,
            dismissed,
        } = self;
        Article {
            id,
            previous,
            opened,
            body,
            language,
            byline,
            dateline,
            published,
            site,
            title,
            url,
            deleted,
            dismissed,
        }
    }

    /// What is to be known of it without its body.
    pub(super) fn bare(self) -> Bare {
        let Self { title, url, deleted, dismissed, .. } = self;
        Bare { title, url, deleted, dismissed }
    }
}
