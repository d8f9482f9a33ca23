//! Opening an article: bytes → text → blocks. One file per input format, behind one trait and one list.

mod decode;
mod plain_text;

use std::rc::Rc;

use thiserror::Error;

pub use decode::{Decoded, decode};

use super::Body;

/// The largest file that is opened, in bytes.
pub const MAX_BYTES: usize = 20 * 1024 * 1024;

/// An article as an importer understood it, for the person to look over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// What the library will call it: the headline, or the first words.
    pub title: Rc<str>,
    /// BCP 47 tag of the language, where the input says so.
    pub language: Option<Rc<str>>,
    /// Who wrote it, as printed.
    pub byline: Option<Rc<str>>,
    /// Place and agency it starts with, as printed.
    pub dateline: Option<Rc<str>>,
    /// When it was published, as printed.
    pub published: Option<Rc<str>>,
    /// Text and blocks.
    pub body: Body,
    /// What the person should know, each a sentence.
    pub warnings: Vec<Warning>,
}

/// What an importer did that a person should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// These lines look like page furniture and were left out.
    LeftOut(Vec<String>),
    /// This many characters could not be decoded and stand as “�”.
    Undecodable(usize),
}

/// Why nothing could be opened.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ImportError {
    /// Nothing but white space.
    #[error("There is no text in it.")]
    Empty,
    /// Not text at all.
    #[error(
        "This is not a text file. Save the article as plain text, or copy its words and paste them."
    )]
    Binary,
    /// Larger than [`MAX_BYTES`].
    #[error("It is larger than 20 MB. Split it, or paste the part you need.")]
    TooLarge,
}

/// One input format.
pub trait Importer: Sync {
    /// Short stable name.
    fn id(&self) -> &'static str;
    /// What people read.
    fn label(&self) -> &'static str;
    /// File name endings, without the dot.
    fn extensions(&self) -> &'static [&'static str];
    /// Understands `text`.
    ///
    /// # Errors
    /// Only where there is no article in it at all.
    fn import(&self, text: &str) -> Result<Draft, ImportError>;
}

/// Every importer, the most general last.
pub static IMPORTERS: &[&dyn Importer] = &[&plain_text::PlainText];

/// Whether lines that look like page furniture stay.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Furniture {
    /// They go, and a warning lists them.
    #[default]
    LeaveOut,
    /// They stay.
    Keep,
}

/// STUB
pub fn import(text: &str, _keep: Furniture) -> Result<Draft, ImportError> {
    plain_text::PlainText.import(text)
}

impl std::fmt::Display for Warning {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{self:?}")
    }
}

impl Draft {
    /// STUB
    pub fn into_article(
        self,
        id: crate::record::ArticleId,
        opened: crate::record::Timestamp,
        stamp: crate::record::Stamp,
        title: Option<&str>,
        url: Option<&str>,
    ) -> super::Article {
        use crate::record::Register;
        super::Article {
            id,
            opened,
            body: Rc::new(self.body),
            language: self.language,
            byline: self.byline,
            dateline: self.dateline,
            published: self.published,
            title: Register::new(title.map_or(self.title, Into::into), stamp),
            url: Register::new(url.map(Into::into), stamp),
            deleted: Register::new(false, stamp),
        }
    }
}
