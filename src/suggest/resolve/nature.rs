//! What a name tells of its bearer: person or institution, he or she.

use super::names::{Names, Run, Word};
use crate::suggest::{lexicon::flag, passage::Kind};

/// Words for institutions.
pub(super) const ORG: u32 = flag::INSTITUTION | flag::ORG_END | flag::MEDIA;

/// What a speaker is, as far as its name tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Nature {
    Person,
    Institution,
    /// A single word that may be either.
    Open,
    /// A group or person without a name: “two officials”.
    Described,
    Document,
}

/// Grammatical gender, where something tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Gender {
    #[default]
    Unknown,
    He,
    She,
}

/// The gender that the title of a run tells.
pub(super) fn title_gender(names: &Names, run: &Run, text: &str) -> Gender {
    let titles = &names.words[run.words.start..run.words.start + run.titled.min(run.words.len())];
    let words = titles.iter().filter_map(|word| text.get(word.start as usize..word.end as usize));
    words.filter_map(gender_of_word).next().unwrap_or_default()
}

/// Whether a title or role tells the gender: “Ms.”, “chairwoman”.
pub(super) fn gender_of_word(word: &str) -> Option<Gender> {
    let small = word.to_lowercase();
    let small = small.trim_end_matches('.');
    let she = [
        "ms",
        "mrs",
        "miss",
        "mme",
        "lady",
        "dame",
        "baroness",
        "queen",
        "princess",
        "sister",
        "mother",
        "madam",
        "widow",
        "wife",
        "daughter",
        "actress",
        "aunt",
        "grandmother",
        "duchess",
        "countess",
    ];
    let he = [
        "mr",
        "sir",
        "lord",
        "king",
        "prince",
        "father",
        "brother",
        "pope",
        "baron",
        "widower",
        "husband",
        "son",
        "actor",
        "uncle",
        "grandfather",
        "sheikh",
        "imam",
        "duke",
        "count",
    ];
    if she.contains(&small) || small.ends_with("woman") {
        Some(Gender::She)
    } else if he.contains(&small)
        || small.ends_with("sman")
        || small.ends_with("rman")
        || small.ends_with("eman")
        || small == "man"
    {
        Some(Gender::He)
    } else {
        None
    }
}

pub(super) fn nature(run: &Run, words: &[Word]) -> Nature {
    let last = words.last().map_or(0, |word| word.flags);
    let titled = run.titled > 0;
    let any = |flags: u32| words.iter().any(|word| word.flags & flags != 0);
    let first = words.first().map_or(0, |word| word.flags);
    let named = first & (flag::MALE | flag::FEMALE) != 0 && words.len() > 1;
    if titled {
        return Nature::Person;
    }
    if last & ORG != 0
        || run.acronym.is_some()
        || any(flag::INSTITUTION) && words.len() > 2
        || words.iter().all(|word| word.kind == Kind::Upper) && words.len() == 1
    {
        return Nature::Institution;
    }
    if words.len() == 1 && any(flag::PLACE | flag::CITED | flag::DEMONYM) {
        return Nature::Institution;
    }
    let institution =
        run.said & (flag::INSTITUTION | flag::MEDIA) != 0 && run.said & flag::ROLE == 0;
    if institution && !named {
        return Nature::Institution;
    }
    if named && !run.the || run.said & flag::ROLE != 0 {
        return Nature::Person;
    }
    if run.the || words.iter().any(|word| word.kind == Kind::Lower && word.flags & flag::PREP != 0)
    {
        return Nature::Institution;
    }
    match words.len() {
        2 | 3 if !any(flag::PLACE | flag::DEMONYM | ORG) => Nature::Person,
        1 => Nature::Open,
        _ => Nature::Institution,
    }
}

/// One number for all words of a name.
pub(super) fn whole(words: &[Word]) -> u32 {
    words.iter().fold(0x811c_9dc5, |all: u32, word| {
        (all ^ word.hash).rotate_left(5).wrapping_mul(0x9e37_79b1)
    })
}

/// The hash of the initials of a name, small words left out: Transport Union Solidarity → “tus”.
pub(super) fn initials(words: &[Word]) -> u32 {
    words
        .iter()
        .filter(|word| word.kind != Kind::Lower)
        .fold(0x811c_9dc5, |hash, word| (hash ^ u32::from(word.initial)).wrapping_mul(0x0100_0193))
}
