//! Who says how much.

use super::placement::Placed;
use crate::{
    annotation::Attribution,
    article::Body,
    order::{self, Map},
};

/// One voice's part of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// Whose.
    pub attribution: Attribution,
    /// How many claims.
    pub claims: usize,
    /// How many words these hold, each counted once for each claim it is in.
    pub words: usize,
}

/// Counts claims and words by attribution: sources first, most words first, then the article's own voice, then what
/// nobody has attributed.
pub fn shares<'a>(body: &Body, claims: impl IntoIterator<Item = &'a Placed>) -> Vec<Share> {
    let mut by: Map<Attribution, (usize, usize)> = Map::new();
    for placed in claims {
        let words: usize = placed.ranges.iter().map(|range| body.words_in(*range)).sum();
        let sum = by.get_or_insert(placed.attribution, Default::default);
        *sum = (sum.0 + 1, sum.1 + words);
    }
    let mut shares: Vec<Share> = by
        .into_iter()
        .map(|(attribution, (claims, words))| Share { attribution, claims, words })
        .collect();
    let kind = |attribution| match attribution {
        Attribution::Source(_) => 0,
        Attribution::OwnVoice => 1,
        Attribution::Unattributed => 2,
    };
    order::sort_by_key(&mut shares, |s| {
        (kind(s.attribution), std::cmp::Reverse((s.words, s.claims)))
    });
    shares
}
