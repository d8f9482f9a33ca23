//! What single words are: cues by class, titles, roles, institutions, names, places, small words.
//!
//! One table from the hash of a word in small letters to what is known of it, filled once.

mod frames;
mod inflect;
mod verbs;
mod words;

use std::sync::LazyLock;

use self::{
    frames::FRAMES,
    inflect::{american, forms},
    verbs::{NOUNS, VERBS},
    words::WORDS,
};
pub(crate) use self::{
    frames::{PARTICLES, frame},
    inflect::Form,
};

/// What a word is besides a cue. One bit each.
pub(crate) mod flag {
    macro_rules! flags {
        ($($name:ident)*) => { flags!(@ 0u32, $($name)*); };
        (@ $n:expr, $name:ident $($rest:ident)*) => {
            pub(crate) const $name: u32 = 1 << ($n);
            flags!(@ $n + 1, $($rest)*);
        };
        (@ $n:expr,) => {};
    }
    flags! {
        TITLE ROLE INSTITUTION MEDIA DOCUMENT GROUP HE SHE THEY IT ME OWN DET PREP AUX MODAL NEG CONJ SUBORD WH
        DATE ADVERB HEARER CITED PLACE DEMONYM MALE FEMALE ORG_END NOMINAL PAST
    }
    /// Words that stand for a person or thing named before.
    pub(crate) const PRONOUN: u32 = HE | SHE | THEY | IT | ME;
    /// Words that hold a sentence together, and when it was: no noun phrase starts with one.
    pub(crate) const SMALL: u32 = PREP | CONJ | SUBORD | AUX | MODAL | NEG | ADVERB | WH | DATE;
}

/// Forms of “be”.
pub(crate) const BE: [u32; 7] = [
    literal("was"),
    literal("were"),
    literal("been"),
    literal("be"),
    literal("being"),
    literal("is"),
    literal("are"),
];

/// How a verb attributes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Cue {
    /// No cue.
    #[default]
    None,
    /// “said that …”.
    Say,
    /// “claimed that …”.
    Claim,
    /// “denied the allegations”.
    Deny,
    /// “accused X of …”.
    Attack,
    /// “believes that …”.
    Think,
    /// “asked whether …”.
    Ask,
    /// “urged X to …”.
    Urge,
    /// “promised to …”.
    Promise,
    /// “wrote that …”.
    Write,
    /// “figures show that …”.
    Show,
    /// “called the plan …”.
    Call,
    /// “quoted X as saying”.
    Name,
    /// “according to”.
    According,
}

/// All classes, those first that say most about where the content is.
pub(crate) const CLASSES: [Cue; 13] = [
    Cue::According,
    Cue::Say,
    Cue::Claim,
    Cue::Write,
    Cue::Show,
    Cue::Think,
    Cue::Urge,
    Cue::Promise,
    Cue::Ask,
    Cue::Call,
    Cue::Attack,
    Cue::Deny,
    Cue::Name,
];

/// What is known of a word.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Entry {
    /// Bits of [`flag`].
    pub(crate) flags: u32,
    /// Classes of cue, a bit each by the number of [`Cue`].
    pub(crate) cues: u16,
    /// What it goes on with, bits of [`frame`], where it is a verb.
    pub(crate) frames: u8,
    /// The form, where it is a verb.
    pub(crate) form: Option<Form>,
    /// The hash of the lemma, where it is a verb.
    pub(crate) lemma: u32,
}

/// The hash of no letters at all.
pub(crate) const NO_LETTERS: u32 = 0x811c_9dc5;

/// The hash of what has this `hash`, with one byte more.
pub(crate) const fn hash_on(hash: u32, byte: u8) -> u32 {
    (hash ^ byte as u32).wrapping_mul(0x0100_0193)
}

/// The hash of a word, letter case aside (FNV-1a over the bytes of the small letters).
pub(crate) fn hash(word: &str) -> u32 {
    if word.is_ascii() {
        return word
            .bytes()
            .fold(NO_LETTERS, |hash, byte| hash_on(hash, byte.to_ascii_lowercase()));
    }
    let mut buffer = [0; 4];
    let small = word.chars().map(|c| if c == '’' { '\'' } else { c });
    small
        .flat_map(char::to_lowercase)
        .fold(NO_LETTERS, |hash, c| c.encode_utf8(&mut buffer).bytes().fold(hash, hash_on))
}

/// The hash of a word known at compile time, in small ASCII letters.
pub(crate) const fn literal(word: &str) -> u32 {
    hash_of(word.as_bytes())
}

const fn hash_of(bytes: &[u8]) -> u32 {
    let (mut hash, mut i) = (NO_LETTERS, 0);
    while i < bytes.len() {
        hash = hash_on(hash, bytes[i]);
        i += 1;
    }
    hash
}

/// The hashes of `N` words, known at compile time, in small ASCII letters, parted by one space each.
pub(crate) const fn literals<const N: usize>(words: &str) -> [u32; N] {
    let (mut all, mut rest) = ([0; N], words.as_bytes());
    let mut n = 0;
    while n < N {
        let mut end = 0;
        while end < rest.len() && rest[end] != b' ' {
            end += 1;
        }
        assert!(end > 0, "there are fewer words than N");
        let (word, behind) = rest.split_at(end);
        all[n] = hash_of(word);
        rest = if behind.is_empty() { behind } else { behind.split_at(1).1 };
        n += 1;
    }
    assert!(rest.is_empty(), "there are more words than N");
    all
}

/// Slots of the table; a power of two well above the number of words.
const SLOTS: usize = 1 << 14;

/// The table: open addressing, linear probing.
pub(crate) struct Lexicon {
    /// The hash of the word in each slot; 0 where there is none.
    keys: Vec<u32>,
    /// Where its entry is.
    places: Vec<u16>,
    /// The first is that of all words that are not known.
    entries: Vec<Entry>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::new);

/// The lexicon. The first call fills it.
pub(crate) fn lexicon() -> &'static Lexicon {
    &LEXICON
}

impl Lexicon {
    fn new() -> Self {
        let mut all =
            Self { keys: vec![0; SLOTS], places: vec![0; SLOTS], entries: vec![Entry::default()] };
        for (cue, lemmas) in VERBS {
            for lemma in lemmas.split_ascii_whitespace() {
                for (form, word) in forms(lemma).into_iter().chain(american(lemma)) {
                    let entry = all.entry(hash(&word));
                    entry.cues |= 1 << cue as u16;
                    entry.form.get_or_insert(form);
                    entry.lemma = hash(lemma);
                }
            }
        }
        let phrasal = PARTICLES.iter().map(|(verb, _)| (frame::PHRASAL, *verb));
        for (frames, lemmas) in FRAMES.into_iter().chain(phrasal) {
            for lemma in lemmas.split_ascii_whitespace() {
                for (_, word) in forms(lemma).into_iter().chain(american(lemma)) {
                    // Only of verbs that attribute.
                    let entry = all.entry(hash(&word));
                    entry.frames |= if entry.cues == 0 { 0 } else { frames };
                }
            }
        }
        all.entry(hash("according")).cues |= 1 << Cue::According as u16;
        for noun in NOUNS.split_ascii_whitespace() {
            all.entry(hash(noun)).flags |= flag::NOMINAL;
        }
        for (flags, words) in WORDS {
            for word in words.split_ascii_whitespace() {
                all.entry(hash(word)).flags |= flags;
            }
        }
        all
    }

    /// The entry to fill; the table is never full.
    fn entry(&mut self, key: u32) -> &mut Entry {
        let slot = self.slot(key);
        if self.keys[slot] != key {
            self.keys[slot] = key;
            self.places[slot] = self.entries.len() as u16;
            self.entries.push(Entry::default());
        }
        &mut self.entries[usize::from(self.places[slot])]
    }

    fn slot(&self, key: u32) -> usize {
        let mut slot = key as usize & (SLOTS - 1);
        while self.keys[slot] != 0 && self.keys[slot] != key {
            slot = (slot + 1) & (SLOTS - 1);
        }
        slot
    }

    /// What is known of the word with this hash.
    pub(crate) fn get(&self, key: u32) -> Entry {
        self.entries[usize::from(self.places[self.slot(key)])]
    }

    /// What is known of `word`.
    pub(crate) fn word(&self, word: &str) -> Entry {
        self.get(hash(word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_words_in_any_letter_case() {
        let lexicon = lexicon();
        assert_ne!(lexicon.word("SAID").cues & 1 << Cue::Say as u16, 0);
        assert_eq!(lexicon.word("said").lemma, hash("say"));
        assert_ne!(lexicon.word("Minister").flags & flag::ROLE, 0);
        assert_ne!(lexicon.word("didn’t").flags & flag::AUX, 0);
        assert_eq!(lexicon.word("zebra").flags, 0);
        assert_eq!(literal("according"), hash("According"));
        assert_eq!(literals("river lake"), [hash("River"), hash("Lake")]);
    }

    /// This lexicon says what attributes; `text::cue` is the excerpt of it that the first visit can afford.
    #[test]
    fn the_excerpt_of_the_first_visit_says_nothing_else() {
        for word in crate::text::REPORTING_VERBS {
            let entry = lexicon().word(word);
            assert!(entry.cues != 0 && entry.form != Some(Form::Ing), "{word}");
        }
    }

    #[test]
    fn the_table_has_room() {
        let used = lexicon().entries.len();
        assert!(used < SLOTS / 2, "{used}");
    }
}
