//! Carrying claims over to a changed version of their article.

use std::rc::Rc;

use super::{
    Anchor, Claim, Flags, Resolution, Rewording,
    anchor::{Sought, describe, resolve_sought, twins},
};
use crate::{
    article::{Article, Body},
    text::{ByteOffset, TextRange, next_word_end, previous_word_start, sentences},
};

/// Bytes around a quotation in which its sentence is looked for: most sentences, and no text without full stops.
const REACH: usize = 240;

/// Bytes of context on each side at least.
const CONTEXT: usize = 32;

/// A claim, and what would become of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// The claim of the old version.
    pub claim: Rc<Claim>,
    /// What would become of its words.
    pub outcome: Outcome,
    /// Where the text names the source, if it still does.
    pub mention: Option<TextRange>,
    /// Where the text attributes, if it still does.
    pub cue: Option<TextRange>,
}

/// What would become of a claim's words; of those with several fragments, the worst.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// They stand where they stood: taken over without asking.
    Exact(Vec<TextRange>),
    /// They stand elsewhere, in the same surroundings: taken over without asking.
    Moved(Vec<TextRange>),
    /// They changed, or what says whose they are did: a person decides.
    Reworded {
        /// The fragments.
        parts: Vec<Part>,
        /// What a person should look at, in all of them.
        flags: Flags,
    },
    /// They are not there.
    Orphan,
}

impl Outcome {
    /// Whether typography is all that changed: a preview may have it ticked.
    pub fn is_typography(&self) -> bool {
        let plain = |part: &Part| part.rewording.as_ref().is_none_or(Rewording::is_typography);
        match self {
            Self::Reworded { parts, flags } => !flags.any() && parts.iter().all(plain),
            Self::Exact(_) | Self::Moved(_) | Self::Orphan => false,
        }
    }
}

/// A fragment of a claim that is reworded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Where it stands.
    pub range: TextRange,
    /// What changed, where it did.
    pub rewording: Option<Rewording>,
}

/// How many claims end in which way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Where they stood.
    pub exact: usize,
    /// Elsewhere.
    pub moved: usize,
    /// To be decided.
    pub reworded: usize,
    /// Of those, how many have a flag.
    pub flagged: usize,
    /// Gone.
    pub orphans: usize,
}

impl Tally {
    /// Counts.
    pub fn of(carried: &[Carried]) -> Self {
        let mut tally = Self::default();
        for it in carried {
            match &it.outcome {
                Outcome::Exact(_) => tally.exact += 1,
                Outcome::Moved(_) => tally.moved += 1,
                Outcome::Reworded { flags, .. } => {
                    tally.reworded += 1;
                    tally.flagged += usize::from(flags.any());
                }
                Outcome::Orphan => tally.orphans += 1,
            }
        }
        tally
    }
}

/// What would become of `claims` of `old` in `new`. Nothing but what is [`Outcome::Exact`] or [`Outcome::Moved`] may be
/// taken over without asking.
///
/// An anchor knows 32 characters around its words; here the old text is there as well, so that the whole sentence
/// around them must be the same. Where the text no longer names the source or attributes as it did, the claim is to be
/// decided although its words stand.
pub fn carry_over<'a>(
    old: &Article,
    claims: impl IntoIterator<Item = &'a Rc<Claim>>,
    new: &Body,
) -> Vec<Carried> {
    let claims: Vec<&Rc<Claim>> = claims.into_iter().collect();
    let anchors = claims.iter().flat_map(|claim| {
        claim.content.iter().chain(claim.mention.as_ref()).chain(claim.cue.as_ref())
    });
    let mut sought: Vec<Sought<'_>> = anchors.map(|anchor| seek(&old.body, anchor)).collect();
    let twins = twins(old.body.text(), &sought);
    sought.iter_mut().zip(twins).for_each(|(sought, twin)| sought.twin = twin);
    let mut found = resolve_sought(new.text(), &sought).into_iter();
    claims
        .into_iter()
        .map(|claim| {
            let parts: Vec<Resolution> = found.by_ref().take(claim.content.len()).collect();
            let mut part = |there: bool| if there { found.next() } else { None };
            let (mention, cue) = (part(claim.mention.is_some()), part(claim.cue.is_some()));
            let stands =
                |it: &Option<Resolution>| it.as_ref().is_none_or(|it| it.silent().is_some());
            let attributed = stands(&mention) && stands(&cue);
            let place = |it: Option<Resolution>| it.and_then(|it| it.silent());
            Carried {
                claim: Rc::clone(claim),
                outcome: outcome(parts, attributed),
                mention: place(mention),
                cue: place(cue),
            }
        })
        .collect()
}

impl Carried {
    /// The claim's content in `text`, the new version; `accepted` says whether a person takes a rewording over. The
    /// anchors of an orphan say what it was, and are not looked for.
    pub fn content(&self, text: &str, accepted: bool) -> Rc<[Anchor]> {
        let ranges: Option<Vec<TextRange>> = match &self.outcome {
            Outcome::Exact(ranges) | Outcome::Moved(ranges) => Some(ranges.clone()),
            Outcome::Reworded { parts, .. } if accepted => {
                Some(parts.iter().map(|part| part.range).collect())
            }
            Outcome::Reworded { .. } | Outcome::Orphan => None,
        };
        let found = ranges.and_then(|ranges| ranges.iter().map(|it| describe(text, *it)).collect());
        found.unwrap_or_else(|| self.claim.content.iter().map(orphaned).collect())
    }

    /// The mention in `text`.
    pub fn mention_in(&self, text: &str) -> Option<Anchor> {
        moved((*self.claim.mention).as_ref(), self.mention, text)
    }

    /// The cue in `text`.
    pub fn cue_in(&self, text: &str) -> Option<Anchor> {
        moved((*self.claim.cue).as_ref(), self.cue, text)
    }
}

fn orphaned(anchor: &Anchor) -> Anchor {
    anchor.orphaned(anchor.range.start())
}

fn moved(anchor: Option<&Anchor>, to: Option<TextRange>, text: &str) -> Option<Anchor> {
    let anchor = anchor?;
    to.and_then(|range| describe(text, range)).or_else(|| Some(orphaned(anchor)))
}

/// An anchor of the old text with the sentence around it, or as it is where its words do not stand there.
fn seek<'a>(old: &'a Body, anchor: &'a Anchor) -> Sought<'a> {
    let text = old.text();
    let range = anchor.range;
    if !anchor.stands_in(text) {
        return Sought::of(anchor);
    }
    let floor = |at: usize| ByteOffset::new(text.floor_char_boundary(at));
    let block = |at: ByteOffset| old.blocks().get(old.block_at(at)).map_or(range, |it| it.range);
    let near = TextRange::new(
        floor(range.start().get().saturating_sub(REACH)).max(block(range.start()).start()),
        floor(range.end().get() + REACH).min(block(range.end()).end()),
    );
    // From where the sentence that holds the first word starts to where that of the last ends.
    let sentences = sentences(text, near);
    let first = sentences.iter().rev().map(|it| it.start()).find(|start| *start <= range.start());
    let last = sentences.iter().map(|it| it.end()).find(|end| *end >= range.end());
    let (start, end) = (first.unwrap_or(range.start()), last.unwrap_or(range.end()));
    let back = ByteOffset::new(range.start().get().saturating_sub(CONTEXT));
    let reach = TextRange::new(
        start.min(previous_word_start(text, back)),
        end.max(next_word_end(text, range.end().plus(CONTEXT))),
    );
    Sought::within(text, range, reach).unwrap_or_else(|| Sought::of(anchor))
}

/// The outcome of a claim whose fragments end so. `attributed` says whether mention and cue stand.
fn outcome(found: Vec<Resolution>, attributed: bool) -> Outcome {
    let part = |it: &Resolution| match it {
        Resolution::Exact(range) | Resolution::Moved(range) => {
            Some(Part { range: *range, rewording: None })
        }
        Resolution::Reworded(it) => Some(Part { range: it.range, rewording: Some(it.clone()) }),
        Resolution::Orphan => None,
    };
    let Some(parts) = found.iter().map(part).collect::<Option<Vec<Part>>>() else {
        return Outcome::Orphan;
    };
    let in_order = parts.windows(2).all(|pair| match pair {
        [a, b] => a.range.end() <= b.range.start(),
        _ => true,
    });
    if !in_order {
        return Outcome::Orphan;
    }
    let rewordings = parts.iter().filter_map(|part| part.rewording.as_ref());
    let flags = rewordings.fold(Flags::default(), |flags, it| flags.or(it.flags));
    let flags = Flags { surroundings: flags.surroundings || !attributed, ..flags };
    if !attributed || parts.iter().any(|part| part.rewording.is_some()) {
        return Outcome::Reworded { parts, flags };
    }
    let ranges = parts.iter().map(|part| part.range).collect();
    if found.iter().all(|it| matches!(it, Resolution::Exact(_))) {
        Outcome::Exact(ranges)
    } else {
        Outcome::Moved(ranges)
    }
}

#[cfg(test)]
mod tests;
