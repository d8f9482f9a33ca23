//! Whom a pronoun, a role or a description fits best, of those heard of before.

use super::{
    super::{
        entity::Entity,
        mention::Description,
        nature::{Nature, gender_of_word},
        noun::Noun,
        words,
    },
    Tracker,
    traits::Wanted,
};
use crate::{
    suggest::lexicon::{flag, hash, lexicon, literal},
    text::TextRange,
};

/// Institutions that any organization may be called.
pub(super) const ANY: [u32; 14] = [
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

impl Tracker<'_> {
    /// Whom a description means: who was said to be that, one described so before, or someone new.
    pub(super) fn described(&mut self, description: &Description, mention: TextRange) -> usize {
        if let Some(id) = self.foretold(description, mention) {
            return id;
        }
        let things = flag::INSTITUTION | flag::DOCUMENT;
        let other =
            description.owned && description.owner.is_none() && description.flags & things != 0;
        if description.definite && !description.office && !other {
            if let Some(id) = self.by_role(description) {
                return id;
            }
            if let Some(id) = self.by_head.get(&description.head) {
                return *id;
            }
            if let Some(id) = self.by_kind(description, mention) {
                return id;
            }
        }
        let bare = description.definite && description.others.is_empty();
        let longer = |noun: &&Noun| {
            noun.head == description.head && noun.modified && noun.end <= description.span.0
        };
        let until = self.names.nouns.partition_point(|noun| noun.end <= description.span.0);
        let before = self.names.nouns.get(..until).unwrap_or_default();
        let noun = before.iter().rev().take(200).find(longer);
        let span = noun.filter(|_| bare).map_or(description.span, |noun| (noun.start, noun.end));
        let name = hash(words(self.text, span));
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
        let mut entity = Entity::new(nature, self.without_owner(span));
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
        if let Some(noun) =
            self.noun_by_head.get(&description.head).filter(|_| description.definite)
        {
            self.of_noun[*noun].get_or_insert(id);
        }
        self.by_head.insert(description.head, id);
        self.by_words.insert(name, id);
        id
    }

    /// A phrase without “his”, “their”: out of its sentence they say nothing.
    fn without_owner(&self, span: (u32, u32)) -> (u32, u32) {
        let all = words(self.text, span);
        match all.split_once(' ') {
            Some((first, rest)) if lexicon().word(first).flags & flag::OWN != 0 => {
                (span.1 - rest.len() as u32, span.1)
            }
            _ => span,
        }
    }

    /// Who is named only behind a headline that speaks of a role: “Minister: no talks before spring”.
    fn foretold(&self, description: &Description, mention: TextRange) -> Option<usize> {
        let start = mention.start().get() as u32;
        let headline = self.names.headlines.partition_point(|(from, _)| *from <= start);
        let (_, end) = headline.checked_sub(1).and_then(|last| self.names.headlines.get(last))?;
        let person = description.flags & flag::ROLE != 0 && !description.plural;
        if *end <= start || !person || !description.bare {
            return None;
        }
        let ids = self.entities.by_role.get(&description.head)?;
        ids.iter().copied().find(|id| self.entities.all[*id].nature == Nature::Person)
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
                let named = description.flags & flag::INSTITUTION != 0
                    && self.entities.all[id].words.contains(&description.head)
                    && description.owned;
                owner == id
                    || !named && self.entities.all[id].parent.is_none_or(|parent| parent == owner)
            })
        };
        let agrees = |id: usize| {
            let entity = &self.entities.all[id];
            let named =
                entity.nature == Nature::Institution && entity.words.contains(&description.head);
            !named || description.others.iter().all(|word| entity.words.contains(word))
        };
        let wanted = |id: &usize| heard(*id).is_some() && owned(*id) && agrees(*id);
        same.into_iter()
            .flatten()
            .rev()
            .take(64)
            .copied()
            .filter(wanted)
            .max_by_key(|id| (shared(*id), heard(*id)))
    }

    /// Who may be called by a word for any firm, any paper, any document.
    fn by_kind(&mut self, description: &Description, mention: TextRange) -> Option<usize> {
        let wanted = match () {
            _ if ANY.contains(&description.head) => Wanted::Firm,
            _ if description.flags & flag::MEDIA != 0 => Wanted::Media,
            _ if [literal("document"), literal("text"), literal("paper")]
                .contains(&description.head) =>
            {
                Wanted::Document
            }
            _ => return None,
        };
        if description.plural || description.owner.is_some() || description.owned {
            return None;
        }
        self.likeliest(wanted, mention.start().get() as u32, None)
    }
}
