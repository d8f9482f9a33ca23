//! Looking sources up.

use std::rc::Rc;

use super::library::Sources;
use crate::{
    annotation::{Attribution, Source},
    order::{self, Map},
    record::SourceId,
};

/// A source that is neither thrown away nor merged into another.
pub fn live(sources: &Sources, id: SourceId) -> Option<&Rc<Source>> {
    sources.get(&id).filter(|source| !*source.deleted)
}

/// The sources that are neither thrown away nor merged, by name.
pub fn by_name(sources: &Sources) -> Vec<Rc<Source>> {
    let mut live: Vec<_> = sources.values().filter(|s| !*s.deleted).cloned().collect();
    order::sort_by_key(&mut live, |source| (source.name.to_lowercase(), source.id));
    live
}

/// `attribution` with merged sources followed and thrown-away ones left out.
pub fn current(sources: &Sources, attribution: Attribution) -> Attribution {
    let Attribution::Source(mut id) = attribution else { return attribution };
    // Two registries that merged each other's sources could form a ring: no chain is longer than the registry.
    for _ in 0..=sources.len() {
        match sources.get(&id) {
            Some(source) if !*source.deleted => return Attribution::Source(id),
            Some(source) => match *source.merged_into {
                Some(next) => id = next,
                None => return Attribution::Unattributed,
            },
            None => return Attribution::Unattributed,
        }
    }
    Attribution::Unattributed
}

/// Whether `source` is `ancestor`, or belongs to it by way of others.
pub fn belongs_to(sources: &Sources, source: SourceId, ancestor: SourceId) -> bool {
    let mut at = Some(source);
    for _ in 0..=sources.len() {
        match at {
            Some(id) if id == ancestor => return true,
            Some(id) => at = sources.get(&id).and_then(|source| *source.parent),
            None => return false,
        }
    }
    // A ring, which two registries can form that were merged: nothing more may join it.
    true
}

/// The live source that goes by `name`, letter case aside: by its name first, else by an alias.
pub fn named<'a>(sources: &'a Sources, name: &str) -> Option<&'a Rc<Source>> {
    let wanted = name.to_lowercase();
    let first = wanted.chars().next();
    // Most differ in the first letter, and nothing need be written down to see that.
    let is = |name: &str| {
        let starts = name.chars().flat_map(char::to_lowercase).next() == first;
        starts && name.to_lowercase() == wanted
    };
    let live = || sources.values().filter(|source| !*source.deleted);
    live()
        .find(|source| is(&source.name))
        .or_else(|| live().find(|s| s.aliases.iter().any(|a| is(a))))
}

/// The names of all live sources, to look up many.
#[derive(Debug)]
pub(super) struct Names {
    names: Map<String, SourceId>,
    aliases: Map<String, SourceId>,
}

impl Names {
    /// Of these sources.
    pub(super) fn of(sources: &Sources) -> Self {
        // Of several values under one key a map takes the last; the first source is the one meant.
        let live = || sources.values().rev().filter(|source| !*source.deleted);
        let names = live().map(|source| (source.name.to_lowercase(), source.id));
        let aliases = live().flat_map(|source| {
            source.aliases.iter().map(|alias| (alias.to_lowercase(), source.id))
        });
        Self { names: names.collect(), aliases: aliases.collect() }
    }

    /// The source that [`named`] finds.
    pub(super) fn find(&self, name: &str) -> Option<SourceId> {
        let wanted = name.to_lowercase();
        self.names.get(&wanted).or_else(|| self.aliases.get(&wanted)).copied()
    }
}
