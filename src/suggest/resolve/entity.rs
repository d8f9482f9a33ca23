//! Who is named: runs of the same name gathered into one speaker each.

use std::collections::HashMap;

use super::{
    names::{Names, Run, Word},
    nature::{Gender, Nature, ORG, gender_of_word, initials, nature, title_gender, whole},
};
use crate::suggest::{
    lexicon::{flag, lexicon},
    passage::Kind,
};

/// A speaker.
#[derive(Clone, Debug)]
pub(super) struct Entity {
    pub(super) nature: Nature,
    pub(super) gender: Gender,
    /// The name with most words so far, in bytes of the text.
    pub(super) name: (u32, u32),
    pub(super) length: usize,
    /// What it is called where the text has no name for it.
    pub(super) label: Option<&'static str>,
    /// Other names.
    pub(super) forms: Vec<(u32, u32)>,
    /// Flags of the words of its names and of what is said of it.
    pub(super) flags: u32,
    /// The words of its names.
    pub(super) words: Vec<u32>,
    /// Whom it belongs to.
    pub(super) parent: Option<usize>,
    /// A demonym or place before its title: “Russian”.
    pub(super) country: Option<(u32, u32)>,
    /// Where it was named last, and spoke last, in bytes.
    pub(super) named_at: Option<u32>,
    pub(super) spoke_at: Option<u32>,
    /// Whether several people speak.
    pub(super) plural: bool,
    /// What speaks for a person (more than 0) or a thing (less).
    pub(super) leaning: i16,
    /// Whether it is a place.
    pub(super) place: bool,
    /// How often “he” more than “she” follows.
    pub(super) heard: i16,
    /// How often it was “he” more than “she” so far.
    pub(super) called: i16,
    /// He or she who speaks for it without a name.
    pub(super) voice: Option<Gender>,
}

impl Entity {
    pub(super) fn new(nature: Nature, name: (u32, u32)) -> Self {
        Self {
            nature,
            gender: Gender::Unknown,
            name,
            length: 0,
            label: None,
            forms: Vec::new(),
            flags: 0,
            words: Vec::new(),
            parent: None,
            country: None,
            named_at: None,
            spoke_at: None,
            plural: false,
            leaning: 0,
            place: false,
            heard: 0,
            called: 0,
            voice: None,
        }
    }
}

/// All who are named, and by which run.
#[derive(Debug, Default)]
pub(super) struct Entities {
    pub(super) all: Vec<Entity>,
    /// The entity of each run.
    pub(super) of_run: Vec<Option<usize>>,
    /// Those whom a role or an institution word is said of, in text order: “minister”, “union”.
    pub(super) by_role: HashMap<u32, Vec<usize>>,
    surnames: HashMap<u32, Vec<usize>>,
    wholes: HashMap<u32, usize>,
    firsts: HashMap<u32, usize>,
    acronyms: HashMap<u32, usize>,
}

/// Most people of one last name that are told apart.
const NAMESAKES: usize = 16;

impl Entities {
    /// Gathers the names of a whole text.
    pub(super) fn gather(names: &Names, text: &str) -> Self {
        let mut all = Self { of_run: vec![None; names.runs.len()], ..Self::default() };
        // Longer names first, so that a surname alone finds the person wherever it stands.
        for several in [true, false] {
            for (number, run) in names.runs.iter().enumerate() {
                let words = names.named(run);
                let role = run.titled >= run.words.len();
                let adjective = words.iter().all(|word| word.flags & flag::DEMONYM != 0);
                let ordinary = run.first
                    && words.len() == 1
                    && !several
                    && !all.is_name_elsewhere(names, words);
                if (words.len() > 1) == several && !role && !adjective && !ordinary {
                    let id = all.place(run, words, title_gender(names, run, text));
                    all.of_run[number] = Some(id);
                    all.note(id, names, run, text);
                }
            }
        }
        all.decide(names);
        all
    }

    /// Whether a word that only its place makes a capital is a name all the same.
    fn is_name_elsewhere(&self, names: &Names, words: &[Word]) -> bool {
        let Some(word) = words.first() else { return false };
        let sure = flag::PLACE | flag::CITED | flag::MALE | flag::FEMALE;
        word.flags & sure != 0
            || word.kind == Kind::Upper
            || names.inner.contains(&word.hash)
            || self.surnames.contains_key(&word.hash)
            || self.firsts.contains_key(&word.hash)
    }

    /// The entity of a run, new where none fits.
    fn place(&mut self, run: &Run, words: &[Word], gender: Gender) -> usize {
        let Some(last) = words.last() else { return self.add(Nature::Open, words) };
        if let [word] = words {
            return self.place_single(run, word, words, gender);
        }
        let whole = whole(words);
        if let Some(id) = self.wholes.get(&whole) {
            return *id;
        }
        let nature = nature(run, words);
        if nature == Nature::Person {
            let first = words[0];
            let same = self.surnames.get(&last.hash).into_iter().flatten().copied().find(|id| {
                let known = &self.all[*id].words;
                known.len() < 2 || known.first() == Some(&first.hash) || known.contains(&first.hash)
            });
            let id = same.unwrap_or_else(|| self.add(nature, words));
            let others = self.surnames.entry(last.hash).or_default();
            if !others.contains(&id) && others.len() < NAMESAKES {
                others.push(id);
            }
            self.wholes.insert(whole, id);
            self.firsts.entry(first.hash).or_insert(id);
            return id;
        }
        let id = self.add(nature, words);
        self.wholes.insert(whole, id);
        self.firsts.entry(words[0].hash).or_insert(id);
        let initials = initials(words);
        self.acronyms.entry(initials).or_insert(id);
        if let Some(acronym) = run.acronym {
            self.acronyms.insert(acronym, id);
        }
        id
    }

    fn place_single(&mut self, run: &Run, word: &Word, words: &[Word], gender: Gender) -> usize {
        let fits = |id: &&usize| {
            let known = self.all[**id].gender;
            gender == Gender::Unknown || known == Gender::Unknown || known == gender
        };
        let namesakes = self.surnames.get(&word.hash);
        let person = namesakes.and_then(|ids| ids.iter().find(fits)).copied();
        if person.is_none() && namesakes.is_some() && gender != Gender::Unknown {
            let id = self.add(Nature::Person, words);
            self.all[id].gender = gender;
            self.surnames.entry(word.hash).or_default().push(id);
            return id;
        }
        let acronym = self.acronyms.get(&word.hash).copied().filter(|_| word.kind == Kind::Upper);
        let key = whole(words);
        let known = self.wholes.get(&key).copied();
        let first = self
            .firsts
            .get(&word.hash)
            .copied()
            .filter(|_| word.flags & (ORG | flag::PLACE | flag::DEMONYM | flag::CITED) == 0);
        if let Some(id) = acronym.or(known).or(person).or(first) {
            if word.flags & (flag::MALE | flag::FEMALE) == 0 && acronym.or(known).is_none() {
                self.all[id].leaning += if person.is_some() { 1 } else { -1 };
            }
            return id;
        }
        let nature = nature(run, words);
        let id = self.add(nature, words);
        self.wholes.insert(key, id);
        if nature == Nature::Person {
            self.surnames.entry(word.hash).or_default().push(id);
        }
        id
    }

    fn add(&mut self, nature: Nature, words: &[Word]) -> usize {
        let span = words.first().zip(words.last()).map_or((0, 0), |(a, b)| (a.start, b.end));
        self.all.push(Entity::new(nature, span));
        self.all.len() - 1
    }

    /// Takes over what a run says of its entity.
    fn note(&mut self, id: usize, names: &Names, run: &Run, text: &str) {
        let words = names.named(run);
        let Some((start, end)) = words.first().zip(words.last()).map(|(a, b)| (a.start, b.end))
        else {
            return;
        };
        let entity = &mut self.all[id];
        let count = words.len();
        if count > entity.length {
            (entity.length, entity.name) = (count, (start, end));
        }
        let form = |span: (u32, u32)| text.get(span.0 as usize..span.1 as usize);
        if entity.forms.len() < 6
            && entity.forms.iter().all(|other| form(*other) != form((start, end)))
        {
            entity.forms.push((start, end));
        }
        entity.flags |= words.iter().fold(run.said, |all, word| all | word.flags);
        entity.words.extend(
            words
                .iter()
                .map(|word| word.hash)
                .filter(|hash| count > 1 || *hash != 0)
                .take(if entity.words.len() < 12 { 12 } else { 0 }),
        );
        let titles =
            &names.words[run.words.start..run.words.start + run.titled.min(run.words.len())];
        if let Some(country) =
            titles.iter().find(|word| word.flags & (flag::DEMONYM | flag::PLACE) != 0)
        {
            entity.country.get_or_insert((country.start, country.end));
        }
        let told = titles.iter().map(|word| (word.start, word.end));
        let gender = told.chain([(start, end)]).filter_map(form).find_map(gender_of_word);
        let first =
            words.first().filter(|_| entity.nature == Nature::Person).map_or(0, |word| word.flags);
        let by_name = match (first & flag::MALE != 0, first & flag::FEMALE != 0) {
            (true, false) => Some(Gender::He),
            (false, true) => Some(Gender::She),
            _ => None,
        };
        if let Some(gender) = gender.or(by_name).filter(|_| entity.gender == Gender::Unknown) {
            entity.gender = gender;
        }
        let told = run.titled > 0 || run.said & flag::ROLE != 0;
        entity.place |= run.located || words.iter().any(|word| word.flags & flag::PLACE != 0);
        entity.leaning += i16::from(run.leaning) + if told { 3 } else { 0 };
        if entity.nature != Nature::Institution && (run.titled > 0 || run.said & flag::ROLE != 0) {
            entity.nature = Nature::Person;
        }
        let person = self.all[id].nature == Nature::Person;
        let wanted = if person { flag::ROLE } else { flag::INSTITUTION | flag::MEDIA };
        let lexicon = lexicon();
        let of_kind = |role: &&u32| lexicon.get(**role).flags & wanted != 0;
        for role in names.roles[run.roles.clone()].iter().filter(of_kind) {
            let list = self.by_role.entry(*role).or_default();
            if list.last() != Some(&id) {
                list.push(id);
            }
        }
        if self.all[id].nature == Nature::Institution {
            // “Transport Ministry”, “Ministry of Transport”; “Police Act” is no police.
            let heads = words.iter().enumerate().filter(|(number, word)| {
                let ends = words.get(number + 1).is_none_or(|next| next.kind == Kind::Lower);
                ends && word.flags & (ORG | flag::GROUP) != 0
            });
            for (_, word) in heads {
                let list = self.by_role.entry(word.hash).or_default();
                if list.last() != Some(&id) {
                    list.push(id);
                }
            }
        }
    }
}
