//! Opening an article: what a person hands over goes out, what was understood comes back.

use serde::{Deserialize, Serialize};

use super::Blocks;
use crate::article::import::{Furniture, ImportError, Imported};
#[cfg(feature = "import-pages")]
use crate::article::import::{Given, Hint, open as understand};

/// What is to be opened. Its bytes go beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// The name of the file.
    pub name: Option<String>,
    /// What the browser says it is: `text/html`.
    pub media_type: Option<String>,
    /// Where it is from.
    pub address: Option<String>,
    /// The importer that the person chose.
    pub importer: Option<String>,
    /// Whether the bytes are a text in UTF-8, and no file.
    pub is_text: bool,
    /// Whether a person selected it on a page, and so meant all of it.
    pub is_copied: bool,
    /// Whether page furniture stays.
    pub furniture: Furniture,
}

/// What came of it.
pub type Opened = Result<Imported, ImportError>;

/// The same without the text.
type Told = Result<Imported<Blocks>, ImportError>;

/// What came of it as a message: JSON, and beside it the text, which is read several times as fast that way. `None` where
/// it has no JSON form, which nothing that is opened lacks.
#[cfg(feature = "import-pages")]
pub fn tell(opened: Opened) -> Option<(String, std::rc::Rc<str>)> {
    let mut text = "".into();
    let told: Told = opened.map(|Imported { draft, importer, reason }| {
        text = draft.body.text().clone();
        let blocks = Blocks::of(&draft.body);
        Imported { draft: draft.with_body(blocks), importer, reason }
    });
    Some((serde_json::to_string(&told).ok()?, text))
}

/// What such a message says. `None` where it is none.
pub fn told(message: &str, text: Vec<u8>) -> Option<Opened> {
    let text = String::from_utf8(text).ok()?;
    match serde_json::from_str::<Told>(message).ok()? {
        Ok(Imported { mut draft, importer, reason }) => {
            let body = std::mem::take(&mut draft.body).of_text(text.into()).ok()?;
            Some(Ok(Imported { draft: draft.with_body(body.into()), importer, reason }))
        }
        Err(error) => Some(Err(error)),
    }
}

/// Understands what is to be opened.
///
/// # Errors
/// Where there is no article in it, with a sentence for the person.
#[cfg(feature = "import-pages")]
pub fn open(opening: &Opening, bytes: &[u8]) -> Opened {
    let hint = Hint {
        name: opening.name.as_deref(),
        media_type: opening.media_type.as_deref(),
        address: opening.address.as_deref(),
        importer: opening.importer.as_deref(),
        is_copied: opening.is_copied,
        furniture: opening.furniture,
    };
    match std::str::from_utf8(bytes) {
        Ok(text) if opening.is_text => understand(Given::Text(text), &hint),
        _ => understand(Given::Bytes(bytes), &hint),
    }
}

#[cfg(feature = "import-pages")]
#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_a_page_hands_over_is_understood_by_what_is_known_of_it() {
        let page = b"<!DOCTYPE html><html><body><article><h1>Taxes fell</h1><p>The mayor said taxes fell by a fifth.</p></article></body></html>";
        let opening = Opening { address: Some("https://a.example/b".into()), ..Opening::default() };
        let opened = open(&opening, page).unwrap();
        assert_eq!(&*opened.importer, "web-page");
        assert_eq!(opened.draft.url.as_deref(), Some("https://a.example/b"));
        let chosen = Opening { importer: Some("plain-text".into()), is_text: true, ..opening };
        assert_eq!(open(&chosen, page).unwrap().importer.as_ref(), "plain-text");
        assert_eq!(open(&Opening::default(), b"%PDF-1.7"), Err(ImportError::Pdf));
    }

    #[test]
    fn a_message_whose_text_is_another_is_none() {
        let (message, _) = tell(open(&Opening::default(), b"Taxes fell.")).unwrap();
        assert_eq!(told(&message, b"Taxes".to_vec()), None);
        assert_eq!(told(&message, vec![0xFF; 11]), None);
        assert_eq!(told("", Vec::new()), None);
    }

    #[test]
    fn what_came_of_it_reads_back_as_it_was_written() {
        for opened in [open(&Opening::default(), b"Taxes fell."), open(&Opening::default(), b"")] {
            let (message, text) = tell(opened.clone()).unwrap();
            assert_eq!(told(&message, text.as_bytes().to_vec()), Some(opened));
        }
    }
}
