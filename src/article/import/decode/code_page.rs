//! Windows-1251 and 1252, told apart by their letters.

use yore::code_pages::{CP1251, CP1252};

use super::Decoded;

const REPLACEMENT: &str = "\u{fffd}";

/// Decodes any bytes: as Windows-1251 where that gives Cyrillic words, else as Windows-1252.
pub(super) fn decode(bytes: &[u8]) -> Decoded {
    let (text, encoding) = if is_cyrillic(bytes) {
        (CP1251.decode(bytes), "windows-1251")
    } else {
        (CP1252.decode(bytes), "windows-1252")
    };
    // Bytes without a character come as control characters that neither code page has.
    let replaced = text.chars().filter(is_undefined).count();
    let text = text.replace(|c| is_undefined(&c), REPLACEMENT);
    Decoded { text, encoding, replaced }
}

fn is_undefined(c: &char) -> bool {
    matches!(c, '\u{80}'..='\u{9f}')
}

/// Letters beyond ASCII make up whole words in Cyrillic text; in Latin text most stand beside ASCII letters.
fn is_cyrillic(bytes: &[u8]) -> bool {
    let (mut together, mut beside_ascii) = (0usize, 0usize);
    for pair in bytes.windows(2) {
        let letters = |of: fn(u8) -> bool| pair.iter().filter(|byte| of(**byte)).count();
        match (letters(is_high_letter), letters(|byte| byte.is_ascii_alphabetic())) {
            (2, _) => together += 1,
            (1, 1) => beside_ascii += 1,
            _ => {}
        }
    }
    together > beside_ascii
}

/// Letters of both code pages, but for × and ÷ of Windows-1252.
fn is_high_letter(byte: u8) -> bool {
    byte >= 0xc0
}
