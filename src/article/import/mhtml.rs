//! Pages saved as one file (MHTML), and newsletters saved from a mail program: a message (RFC 5322) with a page inside.

use mail_parser::{Message, MessageParser, MimeHeaders, PartType};

use super::{
    Draft, ImportError, Importer, MAX_BYTES, Request, Warning,
    html::{page, web},
    plain_text::PlainText,
};

/// How far the head of a message is looked for, in bytes.
const LOOK: usize = 16 * 1024;

/// Messages within messages that are opened.
const DEEPEST: usize = 3;

/// The importer of saved pages and messages.
pub(super) struct SavedPage;

impl Importer for SavedPage {
    fn id(&self) -> &'static str {
        "saved-page"
    }

    fn label(&self) -> &'static str {
        "Saved page or e-mail"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["mhtml", "mht", "eml"]
    }

    fn import(&self, text: &str, request: Request<'_>) -> Result<Draft, ImportError> {
        self.import_bytes(text.as_bytes(), request)
    }

    fn import_bytes(&self, bytes: &[u8], request: Request<'_>) -> Result<Draft, ImportError> {
        if bytes.len() > MAX_BYTES {
            return Err(ImportError::TooLarge);
        }
        let message = MessageParser::default().parse(bytes).ok_or(ImportError::NoPage)?;
        read(&message, request, 0)
    }
}

/// Whether a file starts as a message with parts does.
pub(super) fn is_message(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(bytes.get(..LOOK).unwrap_or(bytes)).to_ascii_lowercase();
    let head = head.trim_start_matches(['\u{feff}', '\r', '\n']);
    let headers: Vec<&str> = head.lines().take_while(|line| !line.trim().is_empty()).collect();
    let is_header = |line: &&str| {
        line.starts_with([' ', '\t'])
            || line.split_once(':').is_some_and(|(name, _)| {
                name.bytes().all(|byte| byte.is_ascii_graphic()) && !name.is_empty()
            })
    };
    let has = |start: &str| headers.iter().any(|line| line.starts_with(start));
    // Mailboxes start with a line of their own.
    headers.len() >= 2
        && headers.iter().skip(1).all(is_header)
        && has("content-type:")
        && (has("mime-version:") || has("from:"))
}

fn read(message: &Message<'_>, request: Request<'_>, depth: usize) -> Result<Draft, ImportError> {
    let html = message.parts.iter().find_map(|part| match &part.body {
        PartType::Html(html) if !html.trim().is_empty() => Some((html, part)),
        _ => None,
    });
    let location = message.header_raw("Snapshot-Content-Location").map(str::trim);
    let mut draft = if let Some((html, part)) = html {
        let address = location.or_else(|| part.content_location()).and_then(web);
        page(
            html,
            Request {
                address: address.as_deref().or(request.address),
                is_copied: false,
                ..request
            },
        )?
    } else if let Some(text) = message.parts.iter().find_map(|part| match &part.body {
        PartType::Text(text) if !text.trim().is_empty() => Some(text),
        _ => None,
    }) {
        PlainText.import(text, request)?
    } else {
        let inner = message.parts.iter().find_map(|part| match &part.body {
            PartType::Message(inner) => Some(inner),
            _ => None,
        });
        return match inner {
            Some(inner) if depth < DEEPEST => read(inner, request, depth + 1),
            _ => Err(ImportError::NoPage),
        };
    };
    // A message has a sender; a page that a browser saved only says that it did.
    if location.is_none() {
        let from = message.from().and_then(|from| from.first()).and_then(|from| from.name());
        draft.site = draft.site.or_else(|| from.map(|name| name.trim().into()));
        draft.published =
            draft.published.or_else(|| message.date().map(|date| date.to_rfc3339().into()));
    }
    let replaced = draft.body.text().chars().filter(|c| *c == char::REPLACEMENT_CHARACTER).count();
    if !draft.warnings.iter().any(|it| matches!(it, Warning::Undecodable(_))) {
        draft = draft.with_undecodable(replaced);
    }
    Ok(draft)
}
