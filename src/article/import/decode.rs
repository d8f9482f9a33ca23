//! Bytes to text.
//!
//! A byte order mark tells; without one, valid UTF-8 is UTF-8, and what is not is told by statistics. Line ends
//! stay as they are: importers read all kinds.

mod code_page;
mod magic;
mod utf16;
mod utf8;

use super::{ImportError, MAX_BYTES};

/// Text and how it was encoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text.
    pub text: String,
    /// Label of the encoding (WHATWG Encoding Standard).
    pub encoding: &'static str,
    /// How many characters could not be decoded.
    pub replaced: usize,
}

/// Of this many characters, one may be a control character: old files have page breaks and end marks.
const CHARACTERS_PER_CONTROL: usize = 100;

/// Decodes a file.
///
/// # Errors
/// [`ImportError::Empty`], or why it is not text that can be opened.
pub fn decode(bytes: &[u8]) -> Result<Decoded, ImportError> {
    if bytes.len() > MAX_BYTES {
        return Err(ImportError::TooLarge);
    }
    if let Some(error) = magic::refusal(bytes) {
        return Err(error);
    }
    let decoded = utf16::marked(bytes)
        .or_else(|| utf8::certain(bytes))
        .or_else(|| utf16::unmarked(bytes))
        .or_else(|| utf8::damaged(bytes))
        .unwrap_or_else(|| code_page::decode(bytes));
    let (mut characters, mut controls, mut blank) = (0, 0, true);
    for c in decoded.text.chars() {
        characters += 1;
        controls += usize::from(is_binary(c));
        blank &= c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}');
    }
    if blank {
        Err(ImportError::Empty)
    } else if controls * CHARACTERS_PER_CONTROL > characters {
        Err(ImportError::Binary)
    } else {
        Ok(decoded)
    }
}

/// Control characters that no text has.
fn is_binary(c: char) -> bool {
    c.is_ascii_control() && !c.is_ascii_whitespace()
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use proptest::prelude::*;

    use super::*;

    const STORY: &str = "Taxes fell, the mayor said.\r\n\r\n“Twice,” he added – in 2021 alone.\r\n";
    const RUSSIAN: &str = "МОСКВА. «Налоги снизились», — сказал мэр. Ещё раз: это правда.\r\n";
    const UKRAINIAN: &str = "Київ. Її уряд повідомив: «Є нові відомості», — і подякував.";
    const GERMAN: &str = "Größe und Übermut: „Äußerst schön“, sagte Jürgen Müller – für 5 €.";
    const FRENCH: &str =
        "Créée à l’été dernier, la mesure a été très débattue : « Où ça ? » – à Pâques.";
    const CHINESE: &str = "一名男子说，一切都好。\n第一，波兰一方。";
    const ARABIC: &str = "قال الوزير إن الضرائب انخفضت.\nموسكو";

    #[track_caller]
    fn check(bytes: &[u8], text: &str, encoding: &'static str) {
        let decoded = Decoded { text: text.to_owned(), encoding, replaced: 0 };
        assert_eq!(decode(bytes), Ok(decoded));
    }

    fn le(text: &str) -> Vec<u8> {
        text.encode_utf16().flat_map(u16::to_le_bytes).collect()
    }

    fn be(text: &str) -> Vec<u8> {
        text.encode_utf16().flat_map(u16::to_be_bytes).collect()
    }

    fn cp1251(text: &str) -> Vec<u8> {
        yore::code_pages::CP1251.encode(text).unwrap().into_owned()
    }

    fn cp1252(text: &str) -> Vec<u8> {
        yore::code_pages::CP1252.encode(text).unwrap().into_owned()
    }

    #[test]
    fn reads_utf8_with_and_without_byte_order_mark() {
        for text in [STORY, RUSSIAN, GERMAN, CHINESE, ARABIC, "👍🏽 ok", "plain"] {
            check(text.as_bytes(), text, "utf-8");
            check(format!("\u{feff}{text}").as_bytes(), text, "utf-8");
        }
    }

    #[test]
    fn reads_utf16_with_byte_order_mark() {
        for text in [STORY, RUSSIAN, CHINESE, ARABIC, "👍🏽", "一"] {
            check(&[&[0xff, 0xfe], &*le(text)].concat(), text, "utf-16le");
            check(&[&[0xfe, 0xff], &*be(text)].concat(), text, "utf-16be");
        }
    }

    #[test]
    fn reads_utf16_without_byte_order_mark() {
        for text in [STORY, RUSSIAN, UKRAINIAN, GERMAN, CHINESE, ARABIC, "Yes 👍🏽 it did.", "Hi"]
        {
            check(&le(text), text, "utf-16le");
            check(&be(text), text, "utf-16be");
        }
    }

    #[test]
    fn tells_windows_1251_from_1252_by_its_letters() {
        for text in [RUSSIAN, UKRAINIAN, "мир", "Visa: он сказал «да» и ушёл.", "Covid-19: как это"]
        {
            check(&cp1251(text), text, "windows-1251");
        }
        for text in [GERMAN, FRENCH, "café", "À é", "“Quotes” – and dashes", "© 2021 €5 • ½"]
        {
            check(&cp1252(text), text, "windows-1252");
        }
    }

    /// Both code pages have quotation marks and dashes at 0x91 to 0x97.
    #[test]
    fn reads_curly_quotes_and_dashes_of_either_code_page() {
        check(b"\x91a\x92 \x93b\x94 \x95 \x96 \x97", "‘a’ “b” • – —", "windows-1252");
        check(b"\x93\xec\xe8\xf0\x94 \x97", "“мир” —", "windows-1251");
    }

    #[test]
    fn counts_what_it_cannot_decode() {
        let found = |bytes: &[u8]| decode(bytes).map(|d| (d.text, d.encoding, d.replaced));
        let cut = "“Налоги” – да".as_bytes();
        assert_eq!(
            found(&cut[..cut.len() - 1]),
            Ok(("“Налоги” – д\u{fffd}".into(), "utf-8", 1)),
            "a file that was cut"
        );
        let broken = [b"\xe2\x80\x9cOne\xe2\x80\x9d ", &b"\xff"[..], b" two ", b"\xfe."].concat();
        assert_eq!(found(&broken), Ok(("“One” \u{fffd} two \u{fffd}.".into(), "utf-8", 2)));
        assert_eq!(
            found(b"\xff\xfea\0\x00\xd8b\0"),
            Ok(("a\u{fffd}b".into(), "utf-16le", 1)),
            "half a surrogate pair"
        );
        assert_eq!(found(b"\xff\xfea\0b"), Ok(("a\u{fffd}".into(), "utf-16le", 1)), "half a unit");
        assert_eq!(found(b"caf\xe9 \x81"), Ok(("café \u{fffd}".into(), "windows-1252", 1)));
    }

    #[test]
    fn refuses_what_has_no_text() {
        for bytes in [
            &b""[..],
            b" \t\r\n",
            b"\xef\xbb\xbf",
            b"\xff\xfe",
            "\u{a0}\u{200b}\n".as_bytes(),
            b"\xfe\xff\0 ",
        ] {
            assert_eq!(decode(bytes), Err(ImportError::Empty), "{bytes:?}");
        }
    }

    #[test]
    fn refuses_what_is_no_text() {
        let pdf = b"%PDF-1.7\n1 0 obj";
        assert_eq!(decode(pdf), Err(ImportError::Pdf));
        let docx = b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0[Content_Types].xml ... word/document.xml";
        assert_eq!(decode(docx), Err(ImportError::WordProcessor));
        assert_eq!(
            decode(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0"),
            Err(ImportError::WordProcessor)
        );
        assert_eq!(decode(b"{\\rtf1\\ansi Taxes}"), Err(ImportError::WordProcessor));
        for binary in [
            &b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..],
            b"\xff\xd8\xff\xe0JFIF and no control character",
            b"PK\x03\x04\x0a\0a.zip",
            b"GIF89a and no control character",
            b"\0asm\x01\0\0\0",
            b"text\0and\0\0more text\0",
            b"\0\0\0\0",
            b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0\xb8",
            b"caf\xe9 \x01\x02\x03",
        ] {
            assert_eq!(decode(binary), Err(ImportError::Binary), "{binary:?}");
        }
        let noise: Vec<u8> =
            (0..4096u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        assert_eq!(decode(&noise), Err(ImportError::Binary));
    }

    #[test]
    fn a_rare_control_character_is_no_reason_to_refuse() {
        for end in ["\u{1a}", "\0", "\0a"] {
            let text = format!("{}{end}", "Taxes fell. ".repeat(20));
            check(text.as_bytes(), &text, "utf-8");
        }
    }

    #[test]
    fn refuses_what_is_too_large() {
        let largest = vec![b'a'; MAX_BYTES];
        assert_eq!(decode(&largest).map(|decoded| decoded.text.len()), Ok(MAX_BYTES));
        assert_eq!(decode(&vec![b'a'; MAX_BYTES + 1]), Err(ImportError::TooLarge));
    }

    /// Quadratic work on a megabyte of the worst would take minutes.
    #[test]
    fn takes_linear_time() {
        for unit in [&b"\xff"[..], b"\xe2\x80", b"\0", b"a\0", b"\xd8\0", b"\xc3\xa9\xff"] {
            let started = Instant::now();
            let _ = decode(&unit.repeat(1_000_000 / unit.len()));
            assert!(started.elapsed() < Duration::from_secs(5), "{unit:?}");
        }
    }

    proptest! {
        #[test]
        fn any_bytes_give_text_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            if let Ok(decoded) = decode(&bytes) {
                prop_assert!(!decoded.text.trim().is_empty());
                prop_assert!(decoded.replaced <= bytes.len());
            }
        }

        #[test]
        fn text_comes_back_from_utf8_and_from_marked_utf16(text in "\\PC{1,60}") {
            prop_assume!(!text.starts_with('\u{feff}') && magic::refusal(text.as_bytes()).is_none());
            let bytes = [&[0xff, 0xfe], &*le(&text)].concat();
            for bytes in [text.as_bytes(), &bytes] {
                match decode(bytes) {
                    Ok(decoded) => prop_assert_eq!(&decoded.text, &text),
                    Err(error) => prop_assert_eq!(error, ImportError::Empty),
                }
            }
        }
    }
}
