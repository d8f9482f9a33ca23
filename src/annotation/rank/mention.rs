//! Where a text names sources.

use std::rc::Rc;

use super::names::Names;
use crate::{
    annotation::Source,
    record::SourceId,
    text::{TextRange, is_reporting_verb, words},
};

/// A place where the text names a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Where.
    pub range: TextRange,
    /// Whom.
    pub source: SourceId,
    /// Whether the text around it attributes something to it: “Lavrov said”, “according to the EU”, “…,” said
    /// Lavrov.
    pub attributes: bool,
    /// Whether it is an owner: “the EU’s agencies”.
    pub owns: bool,
}

/// Words that may stand between a name and the verb, or between “according to” and the name.
const BETWEEN: usize = 2;

/// Every place where `within` names one of `sources`, in text order: by name or alias, or a person by the last name
/// alone; whole words, the longest name that fits.
pub fn mentions(text: &str, within: TextRange, sources: &[Rc<Source>]) -> Vec<Mention> {
    let names = Names::new(sources);
    let words: Vec<TextRange> = words(text, within).collect();
    let mut found = Vec::new();
    let mut from = within.start();
    for (i, word) in words.iter().enumerate() {
        let rest = text.get(word.start().get()..within.end().get()).unwrap_or_default();
        let Some((length, source)) = names.at(rest).filter(|_| word.start() >= from) else {
            continue;
        };
        let range = TextRange::new(word.start(), word.start().plus(length));
        from = range.end();
        let before = words.get(..i).unwrap_or_default();
        let next = words.partition_point(|word| word.start() < range.end());
        let after = words.get(next..).unwrap_or_default();
        let owns = text.get(range.end().get()..).is_some_and(|rest| {
            ["’s", "'s", "’ ", "' "].iter().any(|ending| rest.starts_with(ending))
        });
        let attributes = !owns && follows_cue(text, range, before) || leads_cue(text, range, after);
        found.push(Mention { range, source, attributes: attributes && !owns, owns });
    }
    found
}

/// “Lavrov said”, “Lavrov also said”: the verb in the same breath.
fn leads_cue(text: &str, name: TextRange, after: &[TextRange]) -> bool {
    let verb =
        after.iter().take(BETWEEN + 1).find(|word| word.of(text).is_some_and(is_reporting_verb));
    verb.is_some_and(|verb| {
        let between = TextRange::new(name.end(), verb.start()).of(text).unwrap_or_default();
        between.chars().all(|c| c.is_alphanumeric() || c == ' ')
    })
}

/// “according to Lavrov”, “according to the latest EU figures”, “…,” said Lavrov.
fn follows_cue(text: &str, name: TextRange, before: &[TextRange]) -> bool {
    let word = |i: usize| {
        let range = *before.get(before.len().checked_sub(i + 1)?)?;
        Some((range, range.of(text)?))
    };
    let according = (0..=BETWEEN).any(|i| {
        let (Some((_, to)), Some((start, according))) = (word(i), word(i + 1)) else {
            return false;
        };
        let between = TextRange::new(start.start(), name.start()).of(text).unwrap_or_default();
        to == "to"
            && according.eq_ignore_ascii_case("according")
            && between.chars().all(|c| c.is_alphanumeric() || c == ' ')
    });
    // The verb comes first only after what is said.
    let inverted = (0..=BETWEEN).any(|i| {
        let Some((verb, _)) = word(i).filter(|(_, word)| is_reporting_verb(word)) else {
            return false;
        };
        let said = text.get(..verb.start().get()).unwrap_or_default().trim_end();
        let between = TextRange::new(verb.end(), name.start()).of(text).unwrap_or_default();
        said.ends_with(['”', '"', '’', '»', ','])
            && between.chars().all(|c| c.is_alphanumeric() || c == ' ')
    });
    according || inverted
}
