//! Whom a pronoun, a role or a description fits best, of those heard of before.

use super::{
    super::{
        entity::Entity,
        mention::Description,
        nature::{Gender, Nature, gender_of_word},
        pronoun::Pronoun,
        words,
    },
    Tracker,
};
use crate::{
    suggest::lexicon::{flag, literal},
    text::TextRange,
};

/// Institutions that any organization may be called.
const ANY: [u32; 14] = [
    literal("company"),
    literal("firm"),
    literal("group"),
    literal("organisation"),
    literal("organization"),
    literal("operator"),
    literal("maker"),
    literal("retailer"),
    literal("carrier"),
    literal("body"),
    literal("manufacturer"),
    literal("startup"),
    literal("club"),
    literal("charity"),
];

/// How much nearer one who spoke seems than one who was only named, in bytes.
const SPOKE: u32 = 300;

impl Tracker<'_> {
    /// Whom a pronoun stands for: the nearest that it fits, those who spoke seeming nearer.
    pub(super) fn pronoun(&self, pronoun: Pronoun, at: u32) -> Option<usize> {
        let fits = |entity: &Entity| match pronoun {
            Pronoun::He => is_person(entity) && entity.gender != Gender::She,
            Pronoun::She => is_person(entity) && entity.gender != Gender::He,
            Pronoun::They => entity.plural || entity.nature == Nature::Institution,
            Pronoun::It => {
                matches!(entity.nature, Nature::Institution | Nature::Document | Nature::Open)
                    && (entity.spoke_at.is_some()
                        || entity.flags & (flag::PLACE | flag::CITED) == 0)
                    || entity.flags & flag::INSTITUTION != 0 && entity.nature == Nature::Described
            }
            Pronoun::Self_ | Pronoun::Relative => false,
        };
        let candidates = self.spoke.iter().rev().take(12).chain(self.lately.iter().rev().take(24));
        let near = |entity: &Entity| {
            let spoke = entity.spoke_at.map(|spoke| at.saturating_sub(spoke).saturating_sub(SPOKE));
            let named = entity.named_at.map(|named| at.saturating_sub(named));
            let sure = match pronoun {
                Pronoun::He => entity.gender == Gender::He,
                Pronoun::She => entity.gender == Gender::She,
                _ => entity.spoke_at.is_some(),
            };
            let far = spoke.into_iter().chain(named).min().unwrap_or(u32::MAX);
            far.saturating_add(if sure { 0 } else { 250 })
        };
        let fitting = candidates.filter(|id| fits(&self.entities.all[**id]));
        let best = fitting.min_by_key(|id| near(&self.entities.all[**id])).copied();
        best.or_else(|| self.spoke.last().copied())
    }

    /// Whom a description means: who was said to be that, one described so before, or someone new.
    pub(super) fn described(&mut self, description: &Description, mention: TextRange) -> usize {
        if description.definite && !description.office {
            if let Some(id) = self.by_role(description) {
                return id;
            }
            if let Some(id) = self.by_head.get(&description.head) {
                return *id;
            }
        }
        let bare = description.definite && description.others.is_empty();
        let longer = |phrase: &&(u32, u32, u32)| {
            phrase.0 == description.head && phrase.2 <= description.span.0
        };
        let until = self.names.phrases.partition_point(|phrase| phrase.2 <= description.span.0);
        let phrase =
            self.names.phrases.get(..until).unwrap_or_default().iter().rev().take(200).find(longer);
        let span = phrase.filter(|_| bare).map_or(description.span, |phrase| (phrase.1, phrase.2));
        let name = words(self.text, span).to_lowercase();
        if let Some(id) = self.by_words.get(&name) {
            return *id;
        }
        let document = description.flags & flag::DOCUMENT != 0
            && description.flags & (flag::ROLE | flag::INSTITUTION) == 0;
        let nature = match description {
            Description { office: true, .. } => Nature::Institution,
            _ if document => Nature::Document,
            _ => Nature::Described,
        };
        let mut entity = Entity::new(nature, span);
        entity.flags = description.flags;
        entity.words = description.others.iter().copied().chain([description.head]).collect();
        entity.plural = description.plural && !document;
        entity.parent = description.owner;
        entity.named_at = Some(mention.start().get() as u32);
        entity.gender = words(self.text, description.span)
            .split(' ')
            .find_map(gender_of_word)
            .unwrap_or_default();
        self.entities.all.push(entity);
        let id = self.entities.all.len() - 1;
        self.by_head.insert(description.head, id);
        self.by_words.insert(name, id);
        id
    }

    /// One who was said to have this role or to be this institution; the last heard of.
    pub(super) fn by_role(&self, description: &Description) -> Option<usize> {
        let heard = |id: usize| self.entities.all[id].named_at.max(self.entities.all[id].spoke_at);
        let plural = description.plural && description.flags & flag::INSTITUTION == 0;
        if plural {
            return None;
        }
        let same = self.entities.by_role.get(&description.head);
        let shared = |id: usize| {
            let entity = &self.entities.all[id];
            description.others.iter().filter(|word| entity.words.contains(word)).count()
        };
        let owned = |id: usize| {
            description.owner.is_none_or(|owner| {
                owner == id || self.entities.all[id].parent.is_none_or(|parent| parent == owner)
            })
        };
        let wanted = |id: &usize| heard(*id).is_some() && owned(*id);
        let named = same
            .into_iter()
            .flatten()
            .rev()
            .take(64)
            .copied()
            .filter(wanted)
            .max_by_key(|id| (shared(*id), heard(*id)));
        if named.is_some() {
            return named;
        }
        let any = ANY.contains(&description.head) && !self.by_head.contains_key(&description.head);
        let institution = |id: &usize| {
            let entity = &self.entities.all[*id];
            let open = entity.nature == Nature::Open
                && entity.gender == Gender::Unknown
                && entity.spoke_at.is_some();
            (entity.nature == Nature::Institution
                && entity.flags & (flag::PLACE | flag::DEMONYM | flag::CITED) == 0)
                || open
        };
        let recent = self.spoke.iter().rev().take(10).chain(self.lately.iter().rev().take(20));
        recent.copied().filter(|id| any && institution(id)).max_by_key(|id| heard(*id))
    }
}

fn is_person(entity: &Entity) -> bool {
    let place = entity.flags & (flag::PLACE | flag::CITED) != 0;
    entity.nature == Nature::Person
        || entity.nature == Nature::Open
            && !place
            && (entity.spoke_at.is_some() || entity.gender != Gender::Unknown)
        || entity.nature == Nature::Described
            && !entity.plural
            && entity.flags & (flag::INSTITUTION | flag::DOCUMENT) == 0
}
