//! Which source is likely meant.

use std::rc::Rc;

use super::Source;
use crate::{record::SourceId, text::TextRange};

/// Every place where the text within `within` names one of `sources` (by name or alias, whole words, letter
/// case respected), in text order.
pub fn mentions(
    text: &str,
    within: TextRange,
    sources: &[Rc<Source>],
) -> Vec<(TextRange, SourceId)> {
    let _ = (text, within, sources);
    Vec::new()
}

/// `sources` with the likely one first, for a selection: the nearest mention in or before it, then the
/// one used last, then the others by how often they are used, then by name.
pub fn rank(
    text: &str,
    selection: TextRange,
    sources: &[Rc<Source>],
    last_used: Option<SourceId>,
    uses: &dyn Fn(SourceId) -> usize,
) -> Vec<SourceId> {
    let _ = (text, selection, last_used, uses);
    sources.iter().map(|source| source.id).collect()
}
