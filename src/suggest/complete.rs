//! What the proposals say of a selection that a person made by hand.

use super::proposal::{Proposal, Speaker};
use crate::{
    annotation::{Mode, guess_mode},
    article::Body,
    text::TextRange,
};

/// Who says a selection, and where the text says so.
#[derive(Clone, Debug, PartialEq)]
pub struct Completion {
    /// Who speaks.
    pub speaker: Speaker,
    /// The group of the proposal it is taken from.
    pub group: u32,
    /// Where the text names the speaker.
    pub mention: Option<TextRange>,
    /// What attributes.
    pub cue: Option<TextRange>,
    /// How the selected words are given.
    pub mode: Mode,
}

/// Fills in what a selection leaves open, from the proposal that shares most of its words with it; of equal ones the one
/// that has fewest others, as the inner of two chained attributions. Nothing where none shares any.
pub fn complete(body: &Body, selection: TextRange, proposals: &[Proposal]) -> Option<Completion> {
    let shared = |proposal: &Proposal| -> usize {
        let pieces = proposal.content.iter().filter_map(|piece| piece.intersection(selection));
        pieces.map(TextRange::len).sum()
    };
    let length =
        |proposal: &Proposal| -> usize { proposal.content.iter().map(|piece| piece.len()).sum() };
    let touching = proposals.iter().filter(|proposal| shared(proposal) > 0);
    let best =
        touching.max_by_key(|proposal| (shared(proposal), std::cmp::Reverse(length(proposal))))?;
    Some(Completion {
        speaker: best.speaker.clone(),
        group: best.group,
        mention: best.mention.or(best.antecedent),
        cue: best.cue,
        mode: guess_mode(body.text(), &[selection]),
    })
}
