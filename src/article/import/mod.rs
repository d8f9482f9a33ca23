//! Opening an article: bytes → text → blocks. One file per input format, behind one trait and one list.

mod decode;
#[cfg(feature = "import-pages")]
mod detect;
mod draft;
#[cfg(feature = "import-pages")]
mod html;
mod imported;
#[cfg(feature = "import-pages")]
mod markdown;
#[cfg(feature = "import-pages")]
mod mhtml;
#[cfg(feature = "import-pages")]
mod open;
mod plain_text;
mod title;

use serde::{Deserialize, Serialize};
use thiserror::Error;

pub use decode::{Decoded, decode};
pub use draft::{Draft, Warning};
pub use imported::{CHOICES, Imported, Reason};
#[cfg(feature = "import-pages")]
pub use open::{Given, Hint, open};

/// The largest file that is opened, in bytes.
pub const MAX_BYTES: usize = 20 * 1024 * 1024;

/// Why nothing could be opened.
#[derive(Clone, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
pub enum ImportError {
    /// Nothing but white space.
    #[error("There is no text in it.")]
    Empty,
    /// Not text at all.
    #[error(
        "This is not a text file. Save the article as plain text, or copy its words and paste them."
    )]
    Binary,
    /// A PDF file.
    #[error("This is a PDF. Open it, copy the words of the article and paste them here.")]
    Pdf,
    /// A file of Word or of another word processor.
    #[error(
        "This is a word processor's file. Save it there as plain text (.txt), or copy its words and paste them here."
    )]
    WordProcessor,
    /// Larger than [`MAX_BYTES`].
    #[error("It is larger than 20 MB. Split it, or paste the part you need.")]
    TooLarge,
    /// Of more parts, or nested deeper, than any article.
    #[error(
        "This page is made of more parts than an article can have, and opening it would take too long. Copy the words of the article and paste them."
    )]
    TooComplex,
    /// A saved page or a message that has no page in it.
    #[error(
        "There is no page in this file. Save the page again, or copy the words of the article and paste them."
    )]
    NoPage,
}

/// What is known of a text besides its words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Request<'a> {
    /// Whether what looks like page furniture stays.
    pub furniture: Furniture,
    /// Where the text is from, where that is known.
    pub address: Option<&'a str>,
    /// Whether a person selected it on a page, and so meant all of it.
    pub is_copied: bool,
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
    /// Only where there is no article in it at all, or where it is beyond what can be opened safely.
    fn import(&self, text: &str, request: Request<'_>) -> Result<Draft, ImportError>;
    /// Understands a file.
    ///
    /// # Errors
    /// As [`decode()`] and [`Importer::import`].
    fn import_bytes(&self, bytes: &[u8], request: Request<'_>) -> Result<Draft, ImportError> {
        let decoded = decode(bytes)?;
        Ok(self.import(&decoded.text, request)?.with_undecodable(decoded.replaced))
    }
}

/// Every importer, the most general last.
pub static IMPORTERS: &[&dyn Importer] = &[
    #[cfg(feature = "import-pages")]
    &mhtml::SavedPage,
    #[cfg(feature = "import-pages")]
    &html::WebPage,
    #[cfg(feature = "import-pages")]
    &markdown::Markdown,
    &plain_text::PlainText,
];

/// Whether lines that look like page furniture stay.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Furniture {
    /// They go, and a warning lists them.
    #[default]
    LeaveOut,
    /// They stay.
    Keep,
}

/// Understands `text` as plain text. What it is in fact, [`open()`] finds out.
///
/// # Errors
/// [`ImportError::Empty`] where there is no text at all.
pub fn import(text: &str, furniture: Furniture) -> Result<Draft, ImportError> {
    plain_text::PlainText.import(text, Request { furniture, ..Request::default() })
}
