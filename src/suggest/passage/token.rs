//! Words, numbers and marks, in one pass, without a string of their own.

use crate::suggest::lexicon::{
    Cue, Entry, Form, NO_LETTERS, hash, hash_on, lexicon, literal, literals,
};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Small letters.
    Lower,
    /// A capital, then small letters.
    Capital,
    /// Two capitals or more: “EU”.
    Upper,
    /// Starts with a digit.
    Number,
    /// “’s” or the “’” of “workers’”.
    Possessive,
    /// A quotation mark that opens.
    Opens,
    /// A quotation mark that closes.
    Closes,
    /// Any other mark.
    Mark,
}

/// One token.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    /// First byte in the text.
    pub(crate) start: u32,
    /// First byte after.
    pub(crate) end: u32,
    /// Hash of the word in small letters, or of the mark.
    pub(crate) word: u32,
    /// What it is.
    pub(crate) kind: Kind,
    /// What the lexicon knows of it.
    pub(crate) entry: Entry,
}

impl Token {
    /// Whether it is a word or number.
    pub(crate) fn is_word(&self) -> bool {
        matches!(self.kind, Kind::Lower | Kind::Capital | Kind::Upper | Kind::Number)
    }

    /// Whether it starts with a capital.
    pub(crate) fn is_capital(&self) -> bool {
        matches!(self.kind, Kind::Capital | Kind::Upper)
    }

    /// Whether the lexicon has one of these flags for it.
    pub(crate) fn has(&self, flags: u32) -> bool {
        self.entry.flags & flags != 0
    }

    /// Whether it is a cue of this class.
    pub(crate) fn cues(&self, class: Cue) -> bool {
        self.entry.cues & (1 << class as u16) != 0
    }

    /// Whether it is any verb that attributes.
    pub(crate) fn is_cue(&self) -> bool {
        self.entry.cues != 0
    }

    /// Whether it is a verb of saying or writing: a quotation may follow right behind it.
    pub(crate) fn is_cue_of_speech(&self) -> bool {
        [Cue::Say, Cue::Write, Cue::Ask].iter().any(|class| self.cues(*class))
    }

    /// Whether it is a verb that attributes, with a subject of its own: “says”, “said”, “say”.
    pub(crate) fn is_finite_cue(&self) -> bool {
        self.is_cue() && self.entry.form != Some(Form::Ing)
    }
}

/// Adds the tokens of `text`, which starts at byte `base`, to `tokens`.
pub(crate) fn tokenize(text: &str, base: usize, tokens: &mut Vec<Token>) {
    let lexicon = lexicon();
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let byte = bytes[at];
        if byte.is_ascii_whitespace() {
            at += 1;
            continue;
        }
        if let Some(Plain { length, word, kind }) = Plain::read(&bytes[at..]) {
            let start = base + at;
            at += length;
            let (start, end) = (start as u32, (base + at) as u32);
            let word = read_month(word, kind, tokens, &text[at..]);
            tokens.push(Token { start, end, word, kind, entry: lexicon.get(word) });
            continue;
        }
        let c = if byte.is_ascii() { char::from(byte) } else { char_at(text, at) };
        if c.is_whitespace() {
            at += c.len_utf8();
            continue;
        }
        let start = at;
        let kind = if c.is_alphanumeric() {
            at = word_end(text, at);
            kind_of(&text[start..at])
        } else {
            at += c.len_utf8();
            // ``…'' and “…” of full stops are one mark.
            while matches!(c, '`' | '\'' | '.' | '-') && bytes.get(at) == Some(&byte) {
                at += 1;
            }
            Kind::Mark
        };
        let mut kind = kind;
        if kind == Kind::Mark && matches!(c, '\'' | '’') {
            let after_word = tokens
                .last()
                .is_some_and(|last| last.end as usize == base + start && last.is_word());
            let rest = &text[at..];
            if after_word
                && rest.starts_with(['s', 'S'])
                && !rest[1..].starts_with(char::is_alphanumeric)
            {
                at += 1;
                kind = Kind::Possessive;
            } else if after_word && text[..start].ends_with('s') {
                kind = Kind::Possessive;
            }
        }
        let written = &text[start..at];
        let word = hash(if kind == Kind::Mark { written } else { written.trim_end_matches('.') });
        let word = read_month(word, kind, tokens, &text[at..]);
        let entry = if kind == Kind::Mark { Entry::default() } else { lexicon.get(word) };
        tokens.push(Token {
            start: (base + start) as u32,
            end: (base + at) as u32,
            word,
            kind,
            entry,
        });
    }
}

/// “May”, which most of the time is no month.
const MAY: u32 = literal("may");
/// A month that is nothing else.
const JUNE: u32 = literal("june");
/// Words before a month.
const BEFORE_MONTHS: [u32; 14] =
    literals("in of since until till by last next this early late mid before after");

/// The word, or [`JUNE`] where it is a “May” that is a month: whatever is known of months then holds of it.
fn read_month(word: u32, kind: Kind, before: &[Token], rest: &str) -> u32 {
    let is_may = word == MAY && kind == Kind::Capital;
    if is_may && is_month(before, rest) { JUNE } else { word }
}

/// Whether “May” behind these tokens and before this text is the month, not a name and not a verb: “in May”, “3 May”,
/// “May 3”.
fn is_month(before: &[Token], rest: &str) -> bool {
    let follows = before.last().is_some_and(|last| {
        last.kind == Kind::Number || last.is_word() && BEFORE_MONTHS.contains(&last.word)
    });
    let owns = rest.starts_with(['\'', '’']);
    follows && !owns || rest.trim_start().starts_with(|c: char| c.is_ascii_digit())
}

/// A word of ASCII letters and digits that nothing goes on with, as most are: read in one go.
struct Plain {
    /// In bytes.
    length: usize,
    /// Its hash.
    word: u32,
    kind: Kind,
}

impl Plain {
    /// The word at the start of `text`; `None` where no letter stands there or [`word_end`] has to look closer.
    fn read(text: &[u8]) -> Option<Self> {
        let first = text.first().filter(|first| first.is_ascii_alphabetic())?;
        let (mut length, mut word, mut capitals, mut small) = (0, NO_LETTERS, 0, 0);
        let mut last = *first;
        while let Some(byte) = text.get(length).filter(|byte| byte.is_ascii_alphanumeric()) {
            word = hash_on(word, byte.to_ascii_lowercase());
            capitals += usize::from(byte.is_ascii_uppercase());
            small += usize::from(byte.is_ascii_lowercase());
            (length, last) = (length + 1, *byte);
        }
        let goes_on = match text.get(length) {
            None => false,
            Some(b',' | b':') => last.is_ascii_digit(),
            Some(next) => !next.is_ascii() || b"'-._&@".contains(next),
        };
        let kind = match first.is_ascii_lowercase() {
            true => Kind::Lower,
            false if capitals > 1 && small == 0 => Kind::Upper,
            false => Kind::Capital,
        };
        (!goes_on).then_some(Self { length, word, kind })
    }
}

fn char_at(text: &str, at: usize) -> char {
    text[at..].chars().next().unwrap_or(' ')
}

/// Where the word that starts at `start` ends: letters and digits, with single joiners inside (“al-Amr”, “didn’t”,
/// “7,935”), and the full stop of “U.S.” and “Mr.”.
fn word_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let (mut at, mut dotted) = (start, false);
    while at < bytes.len() {
        if bytes[at].is_ascii_alphanumeric() {
            at += 1;
            continue;
        }
        let c = char_at(text, at);
        if c.is_alphanumeric() || is_combining(c) {
            at += c.len_utf8();
            continue;
        }
        let after = at + c.len_utf8();
        let next = text[after..].chars().next();
        let digits = at > start
            && bytes[at - 1].is_ascii_digit()
            && next.is_some_and(|c| c.is_ascii_digit());
        let joins = match c {
            '\'' | '’' => {
                // “Poland’s” is two tokens, “didn’t” one.
                let rest = &text[after..];
                !rest.starts_with(['s', 'S']) || rest[1..].starts_with(char::is_alphanumeric)
            }
            '-' | '‐' | '‑' | '.' | '_' | '&' | '@' => true,
            ',' | ':' => digits,
            _ => false,
        };
        if !(joins && next.is_some_and(char::is_alphanumeric)) {
            break;
        }
        dotted |= c == '.' && !digits;
        at = after;
    }
    let word = &text[start..at];
    let abbreviates = || {
        dotted && word.len() <= 7 && word.split('.').all(|part| part.chars().count() <= 2)
            || word.len() == 1 && word.starts_with(char::is_uppercase)
            || word.starts_with(char::is_uppercase)
                && word.len() <= 5
                && SHORTENED.iter().any(|short| short.eq_ignore_ascii_case(word))
    };
    if bytes.get(at) == Some(&b'.') && bytes.get(at + 1) != Some(&b'.') && abbreviates() {
        at += 1;
    }
    at
}

/// Titles and companies that are written with a full stop.
const SHORTENED: [&str; 32] = [
    "Mr", "Mrs", "Ms", "Dr", "Prof", "Sen", "Rep", "Gov", "Gen", "Col", "Maj", "Capt", "Lt", "Sgt",
    "Rev", "Fr", "St", "Hon", "Adm", "Cmdr", "Cpl", "Pvt", "Supt", "Insp", "Det", "Jr", "Sr",
    "Inc", "Corp", "Ltd", "Co", "Bros",
];

/// Marks that belong to the letter before them.
fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}')
}

fn kind_of(word: &str) -> Kind {
    let mut chars = word.chars();
    let first = chars.next().unwrap_or(' ');
    if first.is_numeric() {
        Kind::Number
    } else if !first.is_uppercase() {
        Kind::Lower
    } else if chars.clone().any(char::is_uppercase) && !chars.any(char::is_lowercase) {
        Kind::Upper
    } else {
        Kind::Capital
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn split(text: &str) -> Vec<&str> {
        let mut tokens = Vec::new();
        tokenize(text, 0, &mut tokens);
        tokens.iter().map(|t| &text[t.start as usize..t.end as usize]).collect()
    }

    proptest! {
        #[test]
        fn plain_words_are_read_as_all_are(text in "[A-Za-z][A-Za-z0-9]{0,9}(| .|,[ 1]|:1|-a|’s|é|\\.A?|'|\u{301})") {
            let Some(plain) = Plain::read(text.as_bytes()) else { return Ok(()) };
            let word = &text[..word_end(&text, 0)];
            prop_assert_eq!((plain.length, plain.word), (word.len(), hash(word)));
            prop_assert_eq!(plain.kind, kind_of(word));
        }
    }

    #[test]
    fn may_is_a_month_where_months_stand() {
        let is_june = |text: &str| {
            let mut tokens = Vec::new();
            tokenize(text, 0, &mut tokens);
            tokens.iter().any(|token| token.word == JUNE)
        };
        for text in [
            "Taxes fell in May, he said.",
            "It was in May.",
            "On 3 May it rained.",
            "May 3, 2021",
            "late May",
        ] {
            assert!(is_june(text), "{text}");
        }
        for text in [
            "Taxes may fall.",
            "May said so.",
            "Mrs May",
            "critics of May’s plan",
            "in May's words",
        ] {
            assert!(!is_june(text), "{text}");
        }
    }

    #[test]
    fn words_keep_what_joins_them() {
        assert_eq!(
            split("Poland’s al-Amr didn't pay $7,935 in the U.S., Mr. J. Doe said."),
            [
                "Poland", "’s", "al-Amr", "didn't", "pay", "$", "7,935", "in", "the", "U.S.", ",",
                "Mr.", "J.", "Doe", "said", "."
            ]
        );
        assert_eq!(
            split("the workers’ ``plan''..."),
            ["the", "workers", "’", "``", "plan", "''", "..."]
        );
        assert_eq!(
            split("“No,” he said—yes."),
            ["“", "No", ",", "”", "he", "said", "—", "yes", "."]
        );
    }
}
