//! UTF-16 of both byte orders.

use super::Decoded;

/// Of this many characters, one may be such as text does not have.
const CHARACTERS_PER_ODD_ONE: usize = 50;

/// Of this many characters, at least one is a space, a line end or another that is common. Chinese has the
/// fewest; English read as UTF-16 looks like Chinese that has none.
const CHARACTERS_PER_COMMON_ONE: usize = 25;

/// The order of the two bytes of a unit.
#[derive(Clone, Copy)]
enum Order {
    Little,
    Big,
}

impl Order {
    fn units(self, bytes: &[u8]) -> impl Iterator<Item = u16> {
        bytes.as_chunks::<2>().0.iter().map(move |unit| match self {
            Self::Little => u16::from_le_bytes(*unit),
            Self::Big => u16::from_be_bytes(*unit),
        })
    }

    fn decode(self, bytes: &[u8]) -> Decoded {
        let encoding = match self {
            Self::Little => "utf-16le",
            Self::Big => "utf-16be",
        };
        let mut text = String::with_capacity(bytes.len());
        let mut replaced = 0;
        for c in char::decode_utf16(self.units(bytes)) {
            text.push(c.unwrap_or_else(|_| {
                replaced += 1;
                char::REPLACEMENT_CHARACTER
            }));
        }
        if bytes.len() % 2 == 1 {
            text.push(char::REPLACEMENT_CHARACTER);
            replaced += 1;
        }
        Decoded { text, encoding, replaced }
    }
}

/// The text, where `bytes` has a byte order mark.
pub(super) fn marked(bytes: &[u8]) -> Option<Decoded> {
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        Some(Order::Little.decode(rest))
    } else {
        Some(Order::Big.decode(bytes.strip_prefix(b"\xfe\xff")?))
    }
}

/// The text, where `bytes` has zero bytes, as no other encoding of text has, and reads as text in one order.
/// Some text reads as text in both (“一。” as “N”), but only in the right order does it have the spaces and line
/// ends of text.
pub(super) fn unmarked(bytes: &[u8]) -> Option<Decoded> {
    if !bytes.contains(&0) {
        return None;
    }
    let likely = |order: Order| Some((common(order.units(bytes))?, order));
    let order = match (likely(Order::Little), likely(Order::Big)) {
        (Some((little, _)), Some((big, order))) if little < big => order,
        (Some((_, order)), _) | (None, Some((_, order))) => order,
        (None, None) => return None,
    };
    Some(order.decode(bytes))
}

/// How many characters are among the most common of text; nothing where they are too few, or too many are none
/// of text.
fn common(units: impl Iterator<Item = u16>) -> Option<usize> {
    let (mut characters, mut odd, mut common) = (0, 0, 0);
    for c in char::decode_utf16(units) {
        characters += 1;
        match c {
            Ok(' ' | '\n' | 'a'..='z' | '0'..='9' | '、' | '。' | '，') => common += 1,
            Ok(c) if is_of_text(c) => {}
            _ => odd += 1,
        }
    }
    let is_text = odd * CHARACTERS_PER_ODD_ONE <= characters
        && common * CHARACTERS_PER_COMMON_ONE >= characters;
    is_text.then_some(common)
}

/// Whether news has such characters: letters, digits, punctuation and symbols of any script.
fn is_of_text(c: char) -> bool {
    c.is_alphanumeric()
        || c.is_whitespace()
        || c.is_ascii_graphic()
        || matches!(c, '\u{a0}'..='\u{bf}' | '×' | '÷' | '\u{300}'..='\u{36f}')
        // Arabic punctuation; signs of Indic scripts that join letters.
        || matches!(c, '،' | '؛' | '؟' | '\u{640}'..='\u{65f}' | '\u{94d}' | '\u{9cd}')
        // General punctuation, currency, symbols, and those of East Asia.
        || matches!(c, '\u{2010}'..='\u{27bf}' | '\u{3000}'..='\u{303f}' | '\u{feff}' | '\u{ff00}'..='\u{ffef}')
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{1f000}'..='\u{1faff}' | '\u{fe0f}')
}
