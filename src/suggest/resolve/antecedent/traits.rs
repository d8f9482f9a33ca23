//! What is known of those who were mentioned, and what can be looked for among them.

use super::{
    super::{
        entity::Entity,
        nature::{Gender, Nature, gender_of_word},
        noun::Noun,
        words,
    },
    Tracker,
    candidate::ANY,
    scene::Who,
};
use crate::suggest::lexicon::{flag, lexicon, literal};

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    He,
    She,
    They,
    It,
    /// Several, none of them alone: “two of them”.
    Several,
    /// An institution: “a spokesperson”.
    Office,
    /// A firm: “the company”.
    Firm,
    /// “The newspaper”.
    Media,
    /// “The document”.
    Document,
}

/// What is known of one who was mentioned.
pub(super) struct Traits {
    pub(super) nature: Nature,
    pub(super) gender: Gender,
    pub(super) flags: u32,
    pub(super) plural: bool,
    pub(super) person: bool,
    pub(super) place: bool,
}

/// Institutions that are firms.
const FIRMS: [u32; 16] = [
    literal("inc"),
    literal("ltd"),
    literal("plc"),
    literal("corp"),
    literal("corporation"),
    literal("bank"),
    literal("brewery"),
    literal("bakery"),
    literal("refinery"),
    literal("railway"),
    literal("supermarket"),
    literal("insurer"),
    literal("utility"),
    literal("airline"),
    literal("supplier"),
    literal("developer"),
];

impl Tracker<'_> {
    /// Whether one can be looked for at all.
    pub(super) fn fits(&self, wanted: Wanted, who: Who) -> bool {
        let traits = self.traits(who);
        let things = flag::INSTITUTION | flag::DOCUMENT | flag::MEDIA;
        let described = traits.nature == Nature::Described;
        let document = traits.nature == Nature::Document
            || described
                && traits.flags & flag::DOCUMENT != 0
                && traits.flags & (flag::INSTITUTION | flag::MEDIA) == 0;
        let office = traits.nature == Nature::Institution
            || described && traits.flags & (flag::INSTITUTION | flag::MEDIA) != 0;
        let perhaps = traits.nature == Nature::Open
            || traits.nature == Nature::Person
                && traits.gender == Gender::Unknown
                && traits.flags & flag::ROLE == 0;
        match wanted {
            Wanted::He => traits.person && traits.gender != Gender::She,
            Wanted::She => traits.person && traits.gender != Gender::He,
            Wanted::They => {
                traits.plural
                    || match who {
                        Who::Noun(_) => traits.flags & flag::INSTITUTION != 0,
                        Who::Entity(_) => {
                            !matches!(traits.nature, Nature::Person | Nature::Document)
                        }
                    }
            }
            Wanted::Several => traits.plural && described && !document,
            Wanted::It => {
                (office || document || perhaps)
                    && (!traits.plural || traits.flags & things & !flag::DOCUMENT != 0)
            }
            Wanted::Office => office && traits.flags & flag::DEMONYM == 0,
            Wanted::Firm => {
                (traits.nature == Nature::Institution || perhaps)
                    && traits.flags & (flag::PLACE | flag::DEMONYM | flag::CITED) == 0
                    && !traits.place
                    && self.may_be_firm(who)
            }
            Wanted::Media => !described && traits.flags & flag::MEDIA != 0,
            Wanted::Document => document && !traits.plural,
        }
    }

    /// What is known of one.
    pub(super) fn traits(&self, who: Who) -> Traits {
        match who {
            Who::Entity(id) => {
                let entity = &self.entities.all[id];
                Traits {
                    nature: entity.nature,
                    gender: entity.voice.unwrap_or(entity.gender),
                    flags: entity.flags,
                    plural: entity.plural,
                    person: is_person(entity) || entity.voice.is_some(),
                    place: entity.place || entity.flags & (flag::PLACE | flag::CITED) != 0,
                }
            }
            Who::Noun(number) => {
                let noun = &self.names.nouns[number];
                Traits {
                    nature: Nature::Described,
                    gender: self.noun_gender(noun),
                    flags: noun.flags,
                    plural: noun.plural,
                    person: noun.flags & flag::ROLE != 0 && !noun.plural,
                    place: false,
                }
            }
        }
    }

    /// Whether nothing in the name says that it is no firm.
    fn may_be_firm(&self, who: Who) -> bool {
        let Who::Entity(id) = who else { return false };
        !self.entities.all[id].words.iter().any(|word| {
            let flags = lexicon().get(*word).flags;
            flags & (flag::INSTITUTION | flag::MEDIA | flag::DATE) != 0
                && !ANY.contains(word)
                && !FIRMS.contains(word)
        })
    }

    /// What the first name sounds like: “Elena” like a woman’s.
    pub(super) fn ending(&self, entity: &Entity) -> f32 {
        let name = words(self.text, entity.name);
        let Some((first, _)) = name.split_once(' ') else { return 0.0 };
        if first.ends_with(['a', 'e', 'i', 'ä', 'é']) { -1.0 } else { 1.0 }
    }

    pub(super) fn noun_gender(&self, noun: &Noun) -> Gender {
        let all = words(self.text, (noun.start, noun.end));
        all.split(' ').find_map(gender_of_word).unwrap_or_default()
    }
}

fn is_person(entity: &Entity) -> bool {
    let place = entity.flags & (flag::PLACE | flag::CITED) != 0;
    entity.nature == Nature::Person
        || entity.nature == Nature::Open
            && !place
            && entity.flags & flag::GROUP == 0
            && (entity.spoke_at.is_some() || entity.gender != Gender::Unknown)
        || entity.nature == Nature::Described
            && !entity.plural
            && entity.flags & (flag::INSTITUTION | flag::DOCUMENT | flag::SMALL) == 0
}
