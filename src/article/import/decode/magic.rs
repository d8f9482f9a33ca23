//! Files that are no text, told by how they start.

use crate::article::import::ImportError;

/// Starts of files that are no text. Most hold zero bytes soon after and would be refused anyway; these are
/// those that might not.
const BINARY: [&[u8]; 17] = [
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff",
    b"GIF87a",
    b"GIF89a",
    b"II*\0",
    b"MM\0*",
    b"\0\0\x01\0",
    b"PK\x05\x06",
    b"Rar!\x1a\x07",
    b"7z\xbc\xaf\x27\x1c",
    b"\x1f\x8b",
    b"BZh91AY&SY",
    b"\xfd7zXZ\0",
    b"OggS\0",
    b"\x1aE\xdf\xa3",
    b"\x7fELF",
    b"\0asm",
];

/// Word before 2007, and the format that word processors exchange.
const WORD_PROCESSOR: [&[u8]; 2] = [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf"];

/// A ZIP archive, which newer word processors write.
const ZIP: &[u8] = b"PK\x03\x04";

/// Names of entries that only documents have.
const DOCUMENT_ENTRIES: [&[u8]; 2] = [b"word/", b"mimetypeapplication/vnd.oasis.opendocument.text"];

/// How far names of entries are looked for, in bytes: the first entries of a document tell.
const LOOK: usize = 8192;

/// Why a file that starts like this is not opened.
pub(super) fn refusal(bytes: &[u8]) -> Option<ImportError> {
    let starts = |magic: &&[u8]| bytes.starts_with(magic);
    if bytes.starts_with(b"%PDF-") {
        Some(ImportError::Pdf)
    } else if WORD_PROCESSOR.iter().any(starts) || is_document(bytes) {
        Some(ImportError::WordProcessor)
    } else if bytes.starts_with(ZIP) || BINARY.iter().any(starts) {
        Some(ImportError::Binary)
    } else {
        None
    }
}

/// Whether this is the ZIP archive of a word processor.
fn is_document(bytes: &[u8]) -> bool {
    let head = bytes.get(..LOOK).unwrap_or(bytes);
    let holds = |name: &&[u8]| head.windows(name.len()).any(|window| window == *name);
    bytes.starts_with(ZIP) && DOCUMENT_ENTRIES.iter().any(holds)
}
