//! Shapes and keys of records.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::{
    article::{Article, Body},
    record::{ArticleId, ClaimId, Register, SourceId, Timestamp},
};

/// What all keys of this app start with, version of the key scheme included.
const PREFIX: &str = "claimlight/1/";

/// The key of a record.
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

impl std::fmt::Display for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(PREFIX)?;
        match self {
            Self::Node => f.write_str("node"),
            Self::View => f.write_str("view"),
            Self::Article(id) => write!(f, "article/{id}"),
            Self::Text(id) => write!(f, "text/{id}"),
            Self::Source(id) => write!(f, "source/{id}"),
            Self::Claim(id) => write!(f, "claim/{id}"),
        }
    }
}

impl Key {
    /// Reads a key; `None` for those of others, and of later versions.
    pub(super) fn parse(key: &str) -> Option<Self> {
        let rest = key.strip_prefix(PREFIX)?;
        match rest.split_once('/') {
            None if rest == "node" => Some(Self::Node),
            None if rest == "view" => Some(Self::View),
            Some(("article", id)) => id.parse().ok().map(Self::Article),
            Some(("text", id)) => id.parse().ok().map(Self::Text),
            Some(("source", id)) => id.parse().ok().map(Self::Source),
            Some(("claim", id)) => id.parse().ok().map(Self::Claim),
            _ => None,
        }
    }
}

/// An article without its body.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct StoredArticle {
    pub(super) id: ArticleId,
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
            id, opened, language, byline, dateline, published, title, url, deleted, ..
        } = article.clone();
        Self { id, opened, language, byline, dateline, published, title, url, deleted }
    }
}

impl StoredArticle {
    /// The article, with its body.
    pub(super) fn with_body(self, body: Body) -> Article {
        let Self { id, opened, language, byline, dateline, published, title, url, deleted } = self;
        let body = Rc::new(body);
        Article { id, opened, body, language, byline, dateline, published, title, url, deleted }
    }
}
