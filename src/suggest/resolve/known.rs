//! Sources of the registry, found by name, alias or a person’s last name.

use std::{collections::HashMap, rc::Rc};

use super::{entity::Entity, nature::Nature, words};
use crate::{
    annotation::{Source, SourceKind},
    record::SourceId,
};

/// The registry by name.
pub(super) struct Known {
    names: HashMap<String, SourceId>,
    surnames: HashMap<String, (SourceId, String)>,
}

impl Known {
    pub(super) fn new(sources: &[Rc<Source>]) -> Self {
        let mut known = Self { names: HashMap::new(), surnames: HashMap::new() };
        for source in sources.iter().filter(|source| !*source.deleted) {
            let id = source.merged_into.unwrap_or(source.id);
            for name in source.names() {
                let name = plain(name);
                if *source.kind == SourceKind::Person
                    && let Some(last) = name.rsplit(' ').next()
                {
                    known.surnames.entry(last.to_owned()).or_insert_with(|| (id, name.clone()));
                }
                known.names.entry(name).or_insert(id);
            }
        }
        known
    }

    /// The source that an entity is.
    pub(super) fn find(&self, entity: &Entity, text: &str) -> Option<SourceId> {
        let forms = std::iter::once(entity.name).chain(entity.forms.iter().copied());
        let forms: Vec<String> = forms.map(|form| plain(words(text, form))).collect();
        if let Some(id) = forms.iter().find_map(|form| self.names.get(form)) {
            return Some(*id);
        }
        let person = matches!(entity.nature, Nature::Person | Nature::Open);
        let name = forms.first().filter(|_| person)?;
        let (first, last) = name.rsplit_once(' ').unwrap_or(("", name));
        let (id, full) = self.surnames.get(last)?;
        let fits = first.is_empty()
            || !full.contains(' ')
            || full.starts_with(first.split(' ').next().unwrap_or(first));
        fits.then_some(*id)
    }
}

/// A name in small letters, without its article.
fn plain(name: &str) -> String {
    let name = name.to_lowercase();
    ["the ", "a ", "an "]
        .iter()
        .find_map(|article| name.strip_prefix(article))
        .unwrap_or(&name)
        .trim()
        .to_owned()
}
