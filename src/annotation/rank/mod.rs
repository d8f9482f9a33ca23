//! Which source is likely meant.

mod mention;
mod names;

use std::{cmp::Reverse, rc::Rc};

pub use self::mention::{Mention, mentions};
use super::Source;
use crate::{
    order,
    record::SourceId,
    text::{ByteOffset, TextRange, enclosures, is_reporting_verb, sentence_at, words},
};

/// How far before the sentence earlier mentions are looked for, in bytes.
const LOOK_BACK: usize = 2_000;

/// How a mention bears on a selection, the most telling first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Bearing {
    /// The sentence attributes to it, outside the selection: “Lavrov said …”, “According to Lavrov, …”.
    Attributes,
    /// The sentence attributes to a pronoun (“…,” he recalled), and this is who was attributed to before.
    Antecedent,
    /// In the same sentence, before the selection.
    Before,
    /// In the selection, after it, or as an owner (“Poland’s authorities”): more likely spoken of.
    SpokenOf,
    /// In an earlier sentence.
    Earlier,
}

/// `sources` with the likely one first, for a selection.
///
/// First come those that the text names near it, by how the mention bears on the selection: one that the sentence
/// attributes to, in front of it or behind; the one before, where the sentence attributes to a pronoun; one in front
/// in the same sentence; one inside or behind, or one that only owns something; one in an earlier sentence. Within each
/// of these, the nearest first. Then comes the source used last, then the others by how often they are used, then
/// in the order given.
///
/// Reads the sentences of the selection and about 2,000 bytes before them, whatever the length of the text.
pub fn rank(
    text: &str,
    selection: TextRange,
    sources: &[Rc<Source>],
    last_used: Option<SourceId>,
    uses: &dyn Fn(SourceId) -> usize,
) -> Vec<SourceId> {
    let scope = scope(text, selection);
    let from = text.floor_char_boundary(scope.start().get().saturating_sub(LOOK_BACK));
    let window = TextRange::new(ByteOffset::new(from), scope.end());
    let found = mentions(text, window, sources);
    let place = Place { selection, scope, pronoun: has_pronoun(text, scope, selection) };
    let best = |id: SourceId| {
        let of_source = found.iter().filter(|mention| mention.source == id);
        of_source.map(|mention| (place.bearing(mention), place.distance(mention))).min()
    };
    let mut ranked: Vec<_> = sources
        .iter()
        .map(|source| {
            let best = best(source.id);
            let used = (Some(source.id) != last_used, Reverse(uses(source.id)));
            ((best.is_none(), best, used), source.id)
        })
        .collect();
    order::sort_by_key(&mut ranked, |(key, _)| *key);
    ranked.into_iter().map(|(_, id)| id).collect()
}

/// The sentences of the selection, and of a quotation it is part of: the attribution may stand at its end.
fn scope(text: &str, selection: TextRange) -> TextRange {
    let holds =
        |outer: TextRange| outer.start() <= selection.start() && selection.start() < outer.end();
    let quotation = enclosures(text, selection)
        .into_iter()
        .find(|found| found.quotation && holds(found.outer))
        .map_or(selection, |found| found.outer);
    let start = selection.start().min(quotation.start());
    let end = selection.end().max(quotation.end());
    // The end of a range belongs to what is before it.
    let last = ByteOffset::new(text.floor_char_boundary(end.get().saturating_sub(1)));
    let first = sentence_at(text, line(text, start), start);
    let last = sentence_at(text, line(text, last), last);
    TextRange::new(
        first.map_or(start, |sentence| sentence.start().min(start)),
        last.map_or(end, |sentence| sentence.end().max(end)),
    )
}

/// The line that holds `at`; in a canonical text, no sentence crosses its ends.
fn line(text: &str, at: ByteOffset) -> TextRange {
    let (before, after) = text.split_at_checked(at.get()).unwrap_or_default();
    let start = before.rfind('\n').map_or(0, |i| i + 1);
    let end = after.find('\n').map_or(text.len(), |i| at.get() + i);
    TextRange::bytes(start, end)
}

/// What mentions are looked at from.
struct Place {
    selection: TextRange,
    scope: TextRange,
    /// Whether the scope attributes to a pronoun outside the selection.
    pronoun: bool,
}

impl Place {
    fn bearing(&self, mention: &Mention) -> Bearing {
        let near = self.scope.encloses(mention.range);
        let outside = mention.range.intersection(self.selection).is_none();
        match (near, outside) {
            (true, true) if mention.attributes => Bearing::Attributes,
            (false, _) if mention.attributes && self.pronoun => Bearing::Antecedent,
            (false, _) => Bearing::Earlier,
            (true, true) if !mention.owns && mention.range.end() <= self.selection.start() => {
                Bearing::Before
            }
            (true, _) => Bearing::SpokenOf,
        }
    }

    /// Bytes between the mention and the selection.
    fn distance(&self, mention: &Mention) -> usize {
        let before = self.selection.start().get().saturating_sub(mention.range.end().get());
        let after = mention.range.start().get().saturating_sub(self.selection.end().get());
        before.max(after)
    }
}

/// Whether `scope` attributes to a pronoun outside the selection: “he recalled”, “it said”.
fn has_pronoun(text: &str, scope: TextRange, selection: TextRange) -> bool {
    let words: Vec<(TextRange, &str)> = words(text, scope)
        .filter(|range| range.intersection(selection).is_none())
        .filter_map(|range| Some((range, range.of(text)?)))
        .collect();
    let is_pronoun = |word: &str| {
        ["he", "she", "it", "they"].iter().any(|pronoun| word.eq_ignore_ascii_case(pronoun))
    };
    words.windows(2).any(|pair| {
        let [(_, first), (_, second)] = pair else { return false };
        is_pronoun(first) && is_reporting_verb(second)
            || is_reporting_verb(first) && is_pronoun(second)
    })
}

#[cfg(test)]
mod tests;
