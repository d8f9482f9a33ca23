//! How a page is encoded: a byte order mark tells, else valid UTF-8, else what the page declares, else statistics.

use encoding_rs::{Encoding, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE};

use crate::article::import::{Decoded, ImportError, MAX_BYTES, decode};

/// How far a declaration is looked for, in bytes. Browsers look at 1,024; saved pages have more before it.
const LOOK: usize = 8192;

/// Decodes a page.
///
/// # Errors
/// As [`decode()`].
pub(in crate::article::import) fn decode_page(bytes: &[u8]) -> Result<Decoded, ImportError> {
    if bytes.len() > MAX_BYTES {
        return Err(ImportError::TooLarge);
    }
    let is_marked = bytes.starts_with(b"\xef\xbb\xbf")
        || bytes.starts_with(b"\xff\xfe")
        || bytes.starts_with(b"\xfe\xff");
    match declared(bytes) {
        Some(encoding)
            if !is_marked && (encoding == ISO_2022_JP || str::from_utf8(bytes).is_err()) =>
        {
            with_encoding(bytes, encoding)
        }
        _ => decode(bytes),
    }
}

/// Decodes with an encoding that something declares; where nothing of it fits, as if it were not declared.
fn with_encoding(bytes: &[u8], encoding: &'static Encoding) -> Result<Decoded, ImportError> {
    let (text, has_errors) = encoding.decode_without_bom_handling(bytes);
    let replaced = if has_errors {
        text.chars().filter(|c| *c == char::REPLACEMENT_CHARACTER).count()
    } else {
        0
    };
    // Of this many bytes, one may be wrong.
    const BYTES_PER_ERROR: usize = 50;
    if replaced * BYTES_PER_ERROR > bytes.len()
        || bytes.iter().filter(|byte| **byte == 0).count() * BYTES_PER_ERROR > bytes.len()
    {
        return decode(bytes);
    }
    let label = encoding.name().to_ascii_lowercase();
    let label = LABELS.iter().copied().find(|it| *it == label).unwrap_or("other");
    Ok(Decoded { text: text.into_owned(), encoding: label, replaced })
}

/// The encoding that a page declares, in `<meta charset>`, `<meta http-equiv>` or an XML declaration.
pub(in crate::article::import) fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head: String = bytes
        .iter()
        .take(LOOK)
        .map(|byte| if byte.is_ascii() { byte.to_ascii_lowercase() as char } else { '?' })
        .collect();
    let declarations = head.match_indices("charset").map(|(at, name)| at + name.len());
    let xml = head
        .starts_with("<?xml")
        .then(|| head.find("encoding").map(|at| at + "encoding".len()))
        .flatten();
    let within_tag = |at: &usize| {
        let before = head.get(..*at).unwrap_or_default();
        before.rfind('<').is_some_and(|tag| {
            before.get(tag..).is_some_and(|tag| {
                (tag.starts_with("<meta") || tag.starts_with("<?xml")) && !tag.contains('>')
            })
        })
    };
    xml.into_iter().chain(declarations).filter(within_tag).find_map(|at| {
        let rest = head.get(at..)?.trim_start().strip_prefix('=')?;
        let rest = rest.trim_start().trim_start_matches(['"', '\'']);
        let label = rest
            .split(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | ';' | '>' | '/' | '?'))
            .next()?;
        let encoding = Encoding::for_label(label.as_bytes())?;
        // What can be read as ASCII is not UTF-16, whatever it says.
        Some(if encoding == UTF_16BE || encoding == UTF_16LE { UTF_8 } else { encoding })
    })
}

/// Encodings of the WHATWG Encoding Standard, by the names that are kept.
const LABELS: &[&str] = &[
    "utf-8",
    "ibm866",
    "iso-8859-2",
    "iso-8859-3",
    "iso-8859-4",
    "iso-8859-5",
    "iso-8859-6",
    "iso-8859-7",
    "iso-8859-8",
    "iso-8859-8-i",
    "iso-8859-10",
    "iso-8859-13",
    "iso-8859-14",
    "iso-8859-15",
    "iso-8859-16",
    "koi8-r",
    "koi8-u",
    "macintosh",
    "windows-874",
    "windows-1250",
    "windows-1251",
    "windows-1252",
    "windows-1253",
    "windows-1254",
    "windows-1255",
    "windows-1256",
    "windows-1257",
    "windows-1258",
    "x-mac-cyrillic",
    "gbk",
    "gb18030",
    "big5",
    "euc-jp",
    "iso-2022-jp",
    "shift_jis",
    "euc-kr",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn page(charset: &str, words: &str) -> Vec<u8> {
        let encoding = Encoding::for_label(charset.as_bytes()).unwrap();
        encoding
            .encode(&format!("<html><head><meta charset='{charset}'></head><p>{words}</p>"))
            .0
            .into_owned()
    }

    #[test]
    fn a_page_is_decoded_as_it_declares() {
        for (charset, words) in [
            ("windows-1251", "Налоги снизились"),
            ("koi8-r", "Налоги снизились"),
            ("windows-1254", "Vergiler düştü, dedi başkan İğdır"),
            ("shift_jis", "税金が下がったと市長は述べた"),
            ("euc-jp", "税金が下がったと市長は述べた"),
            ("iso-2022-jp", "税金が下がった"),
            ("gbk", "市长说税收下降了"),
            ("big5", "市長說稅收下降了"),
            ("euc-kr", "시장은 세금이 내렸다고 말했다"),
            ("windows-1256", "قال العمدة"),
            ("windows-1255", "אמר ראש העיר"),
            ("iso-8859-2", "Podatki spadły"),
            ("utf-8", "Größe — “Taxes”"),
        ] {
            let decoded = decode_page(&page(charset, words)).unwrap();
            assert!(decoded.text.contains(words), "{charset}: {}", decoded.text);
            assert_eq!((decoded.encoding, decoded.replaced), (charset, 0));
        }
    }

    #[test]
    fn utf8_is_utf8_whatever_it_says() {
        let bytes =
            "<meta http-equiv='Content-Type' content='text/html; charset=windows-1251'>Größe"
                .as_bytes();
        assert_eq!(declared(bytes), Some(encoding_rs::WINDOWS_1251));
        assert!(decode_page(bytes).unwrap().text.ends_with("Größe"));
    }

    #[test]
    fn only_a_declaration_declares() {
        for page in [
            "<p>charset=koi8-r</p>",
            "<meta charset=nonsense>",
            "<meta name=a><p charset=koi8-r>",
            "charset",
        ] {
            assert_eq!(declared(page.as_bytes()), None, "{page}");
        }
        assert_eq!(
            declared(b"<?xml version='1.0' encoding='iso-8859-2'?>"),
            Some(encoding_rs::ISO_8859_2)
        );
    }
}
