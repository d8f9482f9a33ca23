//! Who is meant: from mentions to canonical sources.

mod antecedent;
mod context;
mod entity;
mod kind;
mod known;
mod leaning;
mod mention;
mod names;
mod nature;
mod noun;
mod pronoun;
mod run;
#[cfg(test)]
mod tests;

use std::rc::Rc;

use self::{antecedent::Tracker, entity::Entities, known::Known, names::Names};
use super::{
    gather::Attributed,
    passage::Passage,
    proposal::{NewSource, Speaker},
};
use crate::annotation::Source;

/// Reads names block by block; says in the end who speaks.
#[derive(Debug, Default)]
pub(crate) struct Resolver {
    names: Names,
}

/// Who speaks in one attribution.
pub(crate) struct Resolved {
    /// Who.
    pub(crate) speaker: Speaker,
    /// The number of the speaker; all that nobody is said to say share one.
    pub(crate) group: u32,
}

impl Resolver {
    /// Takes in the names of a block.
    pub(crate) fn read(&mut self, passage: &Passage<'_>) {
        self.names.read(passage);
    }

    /// Who speaks in each of `found`, which stand in text order.
    pub(crate) fn resolve(
        &self,
        text: &str,
        found: &[Attributed],
        registry: &[Rc<Source>],
    ) -> Vec<Resolved> {
        let entities = Entities::gather(&self.names, text);
        let known = Known::new(registry);
        let mut tracker = Tracker::new(text, &self.names, entities);
        let speakers: Vec<Option<usize>> = tracker.follow(found);
        let entities = tracker.into_entities();
        let mut of_entity: Vec<Option<Speaker>> = vec![None; entities.len()];
        let resolved = speakers.into_iter().map(|speaker| match speaker {
            None => Resolved { speaker: Speaker::Nobody, group: 0 },
            Some(id) => {
                let speaker = of_entity[id].get_or_insert_with(|| {
                    known.find(&entities[id], text).map_or_else(
                        || Speaker::New(kind::source(&entities, id, text)),
                        Speaker::Known,
                    )
                });
                Resolved { speaker: speaker.clone(), group: id as u32 + 1 }
            }
        });
        resolved.collect()
    }
}

/// The words of a span, on one line.
fn words(text: &str, span: (u32, u32)) -> &str {
    text.get(span.0 as usize..span.1 as usize).unwrap_or_default()
}

impl NewSource {
    /// A source of this name only.
    fn named(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            aliases: Vec::new(),
            kind: crate::annotation::SourceKind::Unnamed,
            parent: None,
        }
    }
}
