//! The one way in: bytes or text, and what is known of them, become an article for the person to look over.

use super::{Furniture, ImportError, Imported, MAX_BYTES, Request, detect::detect};

/// What a person handed over.
#[derive(Clone, Copy, Debug)]
pub enum Given<'a> {
    /// A file.
    Bytes(&'a [u8]),
    /// What was pasted, typed, or handed over by a page.
    Text(&'a str),
}

impl<'a> Given<'a> {
    /// All of it, as bytes.
    pub(super) fn bytes(self) -> &'a [u8] {
        match self {
            Self::Bytes(bytes) => bytes,
            Self::Text(text) => text.as_bytes(),
        }
    }
}

/// What is known besides.
#[derive(Clone, Copy, Debug, Default)]
pub struct Hint<'a> {
    /// The name of the file.
    pub name: Option<&'a str>,
    /// What the browser says it is: `text/html`.
    pub media_type: Option<&'a str>,
    /// Where it is from.
    pub address: Option<&'a str>,
    /// The [`Importer::id`](super::Importer::id) that the person chose.
    pub importer: Option<&'a str>,
    /// Whether a person selected it on a page, and so meant all of it.
    pub is_copied: bool,
    /// Whether page furniture stays.
    pub furniture: Furniture,
}

/// Understands what a person handed over, with the importer that fits it or that they chose.
///
/// # Errors
/// Where there is no article in it, with a sentence for the person.
pub fn open(given: Given<'_>, hint: &Hint<'_>) -> Result<Imported, ImportError> {
    if given.bytes().len() > MAX_BYTES {
        return Err(ImportError::TooLarge);
    }
    let (importer, reason) = detect(given, hint);
    let request =
        Request { furniture: hint.furniture, address: hint.address, is_copied: hint.is_copied };
    let draft = match given {
        Given::Bytes(bytes) => importer.import_bytes(bytes, request)?,
        Given::Text(text) => importer.import(text, request)?,
    };
    Ok(Imported { draft, importer: importer.id().into(), reason })
}
