//! What sources go by, to be found at a word.

use std::{cmp::Reverse, rc::Rc};

use crate::{
    annotation::{Source, SourceKind},
    order::{self, Map},
    record::SourceId,
};

/// Names by their first word.
pub(super) struct Names<'a> {
    by_first: Map<String, Vec<(&'a str, SourceId)>>,
}

impl<'a> Names<'a> {
    /// The names and aliases of `sources`; of people with several names, also the last one alone.
    pub(super) fn new(sources: &'a [Rc<Source>]) -> Self {
        let mut by_first: Map<String, Vec<(&'a str, SourceId)>> = Map::new();
        for source in sources {
            for name in source.names() {
                let last = name.rsplit(' ').next().filter(|_| *source.kind == SourceKind::Person);
                for form in [Some(name), last.filter(|last| *last != name)].into_iter().flatten() {
                    let form = form.trim_matches(|c: char| !c.is_alphanumeric());
                    if !form.is_empty() {
                        by_first.get_or_insert(key(form), Vec::new).push((form, source.id));
                    }
                }
            }
        }
        for names in by_first.values_mut() {
            // The longest that fits is the one meant; of equal ones, the source's that comes first.
            order::sort_by_key(names, |(name, _)| Reverse(name.len()));
        }
        Self { by_first }
    }

    /// The longest name that `rest`, which starts with a word, starts with: its length in bytes, and whose it is.
    pub(super) fn at(&self, rest: &str) -> Option<(usize, SourceId)> {
        let names = self.by_first.get(&key(rest))?;
        names.iter().find(|(name, _)| starts(rest, name)).map(|(name, id)| (name.len(), *id))
    }
}

/// The first run of letters and digits, letter case aside.
fn key(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether `text` starts with `name`, as whole words. Letter case counts, except that a sentence may start with what
/// the name has in small letters.
fn starts(text: &str, name: &str) -> bool {
    let (Some(head), Some(tail)) = (text.get(..name.len()), text.get(name.len()..)) else {
        return false;
    };
    let whole = !tail.starts_with(char::is_alphanumeric);
    let mut letters = head.chars();
    let mut wanted = name.chars();
    let first = match (letters.next(), wanted.next()) {
        (Some(a), Some(b)) => a == b || b.to_uppercase().eq([a]),
        _ => false,
    };
    whole && first && letters.as_str() == wanted.as_str()
}
