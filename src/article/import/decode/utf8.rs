//! UTF-8, whole and damaged.

use super::Decoded;

const LABEL: &str = "utf-8";

/// The byte order mark.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// The text, where `bytes` has a byte order mark or is valid. UTF-16 is valid UTF-8 where all its letters are
/// ASCII, so zero bytes leave it open.
pub(super) fn certain(bytes: &[u8]) -> Option<Decoded> {
    if let Some(marked) = bytes.strip_prefix(MARK) {
        return Some(lossy(marked));
    }
    let text = str::from_utf8(bytes).ok().filter(|text| !text.contains('\0'))?;
    Some(Decoded { text: text.to_owned(), encoding: LABEL, replaced: 0 })
}

/// The text, where more of `bytes` beyond ASCII is UTF-8 than not. Letters of a code page hardly ever follow
/// each other as the bytes of one character do.
pub(super) fn damaged(bytes: &[u8]) -> Option<Decoded> {
    let (mut followers, mut invalid) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        let valid = chunk.valid();
        followers += valid.len() - valid.chars().count();
        invalid += usize::from(!chunk.invalid().is_empty());
    }
    (invalid == 0 || followers > invalid).then(|| lossy(bytes))
}

fn lossy(bytes: &[u8]) -> Decoded {
    let mut text = String::with_capacity(bytes.len());
    let mut replaced = 0;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            text.push(char::REPLACEMENT_CHARACTER);
            replaced += 1;
        }
    }
    Decoded { text, encoding: LABEL, replaced }
}
