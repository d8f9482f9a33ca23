//! The source that an entity would be in the registry: name, aliases, kind, parent.

use super::{entity::Entity, nature::Nature, words};
use crate::{
    annotation::SourceKind,
    suggest::{
        lexicon::{flag, literals},
        proposal::NewSource,
    },
};

/// Most aliases that are given.
const ALIASES: usize = 5;

/// What entity `id` would be.
pub(super) fn source(entities: &[Entity], id: usize, text: &str) -> NewSource {
    let Some(entity) = entities.get(id) else { return NewSource::named("") };
    let name = entity.label.unwrap_or(words(text, entity.name)).to_owned();
    let mut aliases: Vec<String> = Vec::new();
    for form in &entity.forms {
        let form = words(text, *form);
        if form != name && !aliases.iter().any(|alias| alias == form) && aliases.len() < ALIASES {
            aliases.push(form.to_owned());
        }
    }
    let parent = match (entity.parent.and_then(|id| entities.get(id)), entity.country) {
        (Some(parent), _) => Some(words(text, parent.name).to_owned()),
        (None, Some(country)) => Some(format!("{} government", words(text, country))),
        (None, None) => None,
    };
    NewSource { kind: kind(entity), parent: parent.filter(|parent| *parent != name), name, aliases }
}

/// Words of institutions that govern.
const GOVERNING: [u32; 36] = literals(
    "government ministry department parliament senate congress cabinet court tribunal \
     police army navy military council commission authority authorities administration \
     kremlin pentagon presidency embassy prosecution agency bureau service house \
     coastguard directorate legislature inspectorate prosecutors customs guard treasury \
     chancellery",
);

fn kind(entity: &Entity) -> SourceKind {
    let flags = entity.flags;
    let governs = entity.words.iter().any(|word| GOVERNING.contains(word));
    // “The Treasury”, which stands there like a person’s name.
    let only_governs = governs && entity.words.iter().all(|word| GOVERNING.contains(word));
    match entity.nature {
        Nature::Person => SourceKind::Person,
        Nature::Document => SourceKind::Document,
        Nature::Described if flags & flag::INSTITUTION == 0 || entity.plural && !governs => {
            SourceKind::Unnamed
        }
        Nature::Open if only_governs => SourceKind::Government,
        Nature::Open
            if flags & (flag::INSTITUTION | flag::ORG_END | flag::PLACE | flag::CITED) == 0 =>
        {
            SourceKind::Person
        }
        _ if governs || flags & (flag::PLACE | flag::CITED) != 0 => SourceKind::Government,
        _ if flags & flag::MEDIA != 0 => SourceKind::Media,
        _ => SourceKind::Organization,
    }
}
