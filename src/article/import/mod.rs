//! Opening an article: bytes → text → blocks. One file per input format, behind one trait and one list.

mod decode;
mod draft;
mod plain_text;

use thiserror::Error;

pub use decode::{Decoded, decode};
pub use draft::{Draft, Warning};

/// The largest file that is opened, in bytes.
pub const MAX_BYTES: usize = 20 * 1024 * 1024;

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
    fn import(&self, text: &str, furniture: Furniture) -> Result<Draft, ImportError>;
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

/// Understands `text`, with the importer that fits it best.
///
/// # Errors
/// [`ImportError::Empty`] where there is no text at all.
pub fn import(text: &str, furniture: Furniture) -> Result<Draft, ImportError> {
    // One format so far, and it takes any text.
    IMPORTERS.last().map_or(Err(ImportError::Empty), |importer| importer.import(text, furniture))
}
