//! What a person hands to the page: a file, a text, a page.

use thiserror::Error;

/// What a person hands to the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The file's name; `None` for what was pasted or handed over.
    pub name: Option<String>,
    /// Its IANA media type, where the browser says so.
    pub media_type: Option<String>,
    /// Where it is from, where that is known.
    pub address: Option<String>,
    /// The same as plain text, where a clipboard has both.
    pub plain: Option<String>,
    /// Whether a person selected it on a page, and so meant all of it.
    pub is_copied: bool,
    /// What it holds.
    pub contents: Result<Contents, Unread>,
}

/// What it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Contents {
    /// A text.
    Text(String),
    /// A file of whatever kind.
    Bytes(Vec<u8>),
}

/// Why a file was not read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Unread {
    /// Larger than any importer takes, so nothing was even tried.
    #[error("This file is larger than 64 MB.")]
    TooLarge,
    /// The browser's own words.
    #[error("The browser could not read this file: {0}")]
    Failed(String),
}

impl Contents {
    /// All of it, as bytes.
    pub fn bytes(&self) -> &[u8] {
        match self {
            Self::Text(text) => text.as_bytes(),
            Self::Bytes(bytes) => bytes,
        }
    }
}

impl Given {
    /// Words, typed or pasted.
    pub fn words(text: impl Into<String>) -> Self {
        Self::of(Ok(Contents::Text(text.into())))
    }

    /// A file.
    pub fn file(name: String, media_type: String, contents: Result<Vec<u8>, Unread>) -> Self {
        let contents = contents.map(Contents::Bytes);
        let media_type = Some(media_type).filter(|media_type| !media_type.is_empty());
        Self { name: Some(name), media_type, ..Self::of(contents) }
    }

    /// What was selected on a page, as HTML and, where that is known, as words.
    pub fn copied(html: String, plain: Option<String>) -> Self {
        let html = Ok(Contents::Text(html));
        Self { media_type: Some("text/html".into()), plain, is_copied: true, ..Self::of(html) }
    }

    /// A page, or what a server answered.
    pub fn page(address: String, media_type: Option<String>, contents: Contents) -> Self {
        Self { address: Some(address), media_type, ..Self::of(Ok(contents)) }
    }

    const fn of(contents: Result<Contents, Unread>) -> Self {
        Self {
            name: None,
            media_type: None,
            address: None,
            plain: None,
            is_copied: false,
            contents,
        }
    }

    /// The words, where nothing else is known of them.
    pub fn as_words(&self) -> Option<&str> {
        match &self.contents {
            Ok(Contents::Text(text)) if self.media_type.is_none() && self.address.is_none() => {
                Some(text)
            }
            _ => None,
        }
    }
}
