//! Shapes and keys of records.

use std::rc::Rc;

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::envelope::{EnvelopeError, unseal};
use crate::{
    annotation::{Claim, Source},
    article::{Article, Body, BodyError, RawBody},
    record::{ArticleId, ClaimId, NodeId, Register, SourceId, Timestamp},
    store::{library::Bare, view_state::ViewState},
};

/// What all keys of this app start with, version of the key scheme included.
const PREFIX: &str = "claimlight/1/";

/// Whether a key of the browser's storage is one of this app's.
pub fn is_own(key: &str) -> bool {
    key.starts_with(PREFIX)
}

/// What a record is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    /// Which browser profile this is.
    Node,
    /// How the reader left the page.
    View,
    /// What may change of an article.
    Article(ArticleId),
    /// What may not: its text and blocks.
    Text(ArticleId),
    /// A source.
    Source(SourceId),
    /// A claim.
    Claim(ClaimId),
}

/// Where a record stands. The first slot is its own; the others are for when something stands there that cannot be
/// read, and so must not be written over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Slot {
    pub(super) key: Key,
    /// Counted from 1.
    pub(super) number: u32,
}

/// `claimlight/1/claim/…`, and `claimlight/1/claim/…/2` for the second slot.
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
    fn parse(rest: &str) -> Option<Self> {
        let mut parts = rest.split('/');
        let key = match parts.next()? {
            "node" => Key::Node,
            "view" => Key::View,
            "article" => Key::Article(parts.next()?.parse().ok()?),
            "text" => Key::Text(parts.next()?.parse().ok()?),
            "source" => Key::Source(parts.next()?.parse().ok()?),
            "claim" => Key::Claim(parts.next()?.parse().ok()?),
            _ => return None,
        };
        let number = match parts.next() {
            None => 1,
            Some(number) => number.parse().ok().filter(|number| *number > 1)?,
        };
        parts.next().is_none().then_some(Self { key, number })
    }
}

/// What can stand in a slot.
pub(super) trait Record: Serialize + DeserializeOwned {
    /// Whether it is what `key` says.
    fn is(&self, key: Key) -> bool;

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
}

impl Record for ViewState {
    fn is(&self, key: Key) -> bool {
        key == Key::View
    }
}

impl Record for Source {
    fn is(&self, key: Key) -> bool {
        key == Key::Source(self.id)
    }
}

impl Record for Claim {
    fn is(&self, key: Key) -> bool {
        key == Key::Claim(self.id)
    }
}

impl Record for StoredArticle {
    fn is(&self, key: Key) -> bool {
        key == Key::Article(self.id)
    }
}

impl Record for StoredText {
    fn is(&self, key: Key) -> bool {
        matches!(key, Key::Text(_))
    }
}

/// An article's text and blocks, which say nothing of whose they are.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(try_from = "RawBody", into = "RawBody")]
pub(super) struct StoredText(pub(super) Body);

impl TryFrom<RawBody> for StoredText {
    type Error = BodyError;

    fn try_from(raw: RawBody) -> Result<Self, BodyError> {
        Body::try_from(raw).map(Self)
    }
}

impl From<StoredText> for RawBody {
    fn from(text: StoredText) -> Self {
        Self::from(&text.0)
    }
}

/// An article without its body.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct StoredArticle {
    pub(super) id: ArticleId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    previous: Option<ArticleId>,
    opened: Timestamp,
    language: Option<Rc<str>>,
    byline: Option<Rc<str>>,
    dateline: Option<Rc<str>>,
    published: Option<Rc<str>>,
    title: Register<Rc<str>>,
    url: Register<Option<Rc<str>>>,
    pub(super) deleted: Register<bool>,
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
            title,
            url,
            deleted,
            ..
        } = article.clone();
        Self { id, previous, opened, language, byline, dateline, published, title, url, deleted }
    }
}

impl StoredArticle {
    /// Takes over what was written later in another slot.
    pub(super) fn merge(&mut self, other: &Self) {
        self.opened = self.opened.min(other.opened);
        self.title.merge(&other.title);
        self.url.merge(&other.url);
        self.deleted.merge(&other.deleted);
    }

    /// The article, with its body.
    pub(super) fn with_body(self, body: Body) -> Article {
        let Self {
            id,
            previous,
            opened,
            language,
            byline,
            dateline,
            published,
            title,
            url,
            deleted,
        } = self;
        let body = Rc::new(body);
        Article {
            id,
            previous,
            opened,
            body,
            language,
            byline,
            dateline,
            published,
            title,
            url,
            deleted,
        }
    }

    /// What is to be known of it without its body.
    pub(super) fn bare(self) -> Bare {
        let Self { title, url, deleted, .. } = self;
        Bare { title, url, deleted }
    }
}
