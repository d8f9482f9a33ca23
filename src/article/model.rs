//! One article of the library.

use std::rc::Rc;

use super::{Body, Dismissed};
use crate::record::{ArticleId, Register, Timestamp};

/// An article: a body that never changes, facts read when it was opened, and what a person may change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// Its identity.
    pub id: ArticleId,
    /// The article it is a later version of, where it is one.
    pub previous: Option<ArticleId>,
    /// When it was first opened.
    pub opened: Timestamp,
    /// Text and blocks.
    pub body: Rc<Body>,
    /// BCP 47 tag of the text's language, where known.
    pub language: Option<Rc<str>>,
    /// Who wrote it, as printed.
    pub byline: Option<Rc<str>>,
    /// Place and agency it starts with, as printed: `MOSCOW (AA)`.
    pub dateline: Option<Rc<str>>,
    /// When it was published, as printed or as the page says.
    pub published: Option<Rc<str>>,
    /// The name of the site or paper it stands on, as the page says.
    pub site: Option<Rc<str>>,
    /// What the library calls it.
    pub title: Register<Rc<str>>,
    /// Where it came from.
    pub url: Register<Option<Rc<str>>>,
    /// Whether a person threw it away. It stays, so that merging cannot bring it back.
    pub deleted: Register<bool>,
    /// The proposals that are not wanted here.
    pub dismissed: Dismissed,
}

impl Article {
    /// Takes over what was written later on another copy of this article; the body is the same by
    /// definition. Commutative, associative and idempotent.
    pub fn merge(&mut self, other: &Self) {
        // One version may be opened in two places.
        self.opened = self.opened.min(other.opened);
        self.title.merge(&other.title);
        self.url.merge(&other.url);
        self.deleted.merge(&other.deleted);
        self.dismissed.merge(&other.dismissed);
    }
}
