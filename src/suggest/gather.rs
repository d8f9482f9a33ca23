//! From the findings of each block to attributions of the text: quotations that go on in the next sentence or
//! block are joined, and of two findings of the same words the surer one stays.

use std::ops::Range;

use super::{
    confidence::Extent, finding::Finding, lexicon::flag, passage::Passage, rule::TriggerKind,
};
use crate::{annotation::Mode, article::BlockKind, text::TextRange};

/// Findings less likely than this speak for nobody.
const UNSURE: f32 = 0.3;

/// A finding in the text, with what is needed to say who speaks.
#[derive(Clone, Debug)]
pub(crate) struct Attributed {
    pub(crate) content: Vec<TextRange>,
    pub(crate) mention: Option<TextRange>,
    pub(crate) antecedent: Option<TextRange>,
    pub(crate) cue: Option<TextRange>,
    pub(crate) words: Words,
    pub(crate) rule: Option<usize>,
    pub(crate) confidence: f32,
    pub(crate) signs: super::confidence::Signs,
    pub(crate) extent: Extent,
}

/// Which words the content has: in quotation marks, or the writer’s.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Words {
    quoted: bool,
    plain: bool,
}

impl Words {
    fn read(&mut self, passage: &Passage<'_>, pieces: &[Range<usize>]) {
        for i in
            pieces.iter().flat_map(|piece| piece.clone()).filter(|i| passage.tokens[*i].is_word())
        {
            let quoted = passage.quotation(i).is_some();
            self.quoted |= quoted;
            self.plain |= !quoted;
        }
    }

    /// How the words of the speaker are given.
    pub(crate) fn mode(self) -> Mode {
        match self {
            Self { quoted: true, plain: false } => Mode::Direct,
            Self { quoted: true, plain: true } => Mode::Mixed,
            Self { quoted: false, .. } => Mode::Indirect,
        }
    }
}

/// What the next block has to know of the one before.
#[derive(Debug, Default)]
pub(crate) struct Carry {
    /// The attribution whose quotation is still open.
    open: Option<usize>,
    /// The attribution that ends with a colon, and waits for its content.
    awaits: Option<usize>,
    /// Who has the floor, where the text is a transcript.
    floor: Floor,
}

/// The speaker’s labels of a text, as far as it is read.
#[derive(Debug, Default)]
struct Floor {
    /// Blocks that start with a label, and blocks since the first of them.
    labelled: usize,
    blocks: usize,
    /// The attribution of the last label.
    speaker: Option<usize>,
}

impl Floor {
    /// Whose words a block without a label goes on with: where most blocks have labels, the last speaker’s.
    fn speaker(&self) -> Option<usize> {
        self.speaker.filter(|_| self.labelled >= 3 && self.labelled * 2 >= self.blocks)
    }

    /// Puts a block without a label down to whoever has the floor; a heading or “(Applause.)” ends a speech.
    fn go_on(&mut self, passage: &Passage<'_>, found: &mut Vec<Finding>, all: &mut [Attributed]) {
        let aside = ["(", "["].iter().any(|mark| passage.is(0, mark));
        if passage.kind != BlockKind::Paragraph || aside {
            self.speaker = None;
        }
        let whole = 0..passage.tokens.len();
        // The writer of a transcript does not say “I”.
        let speaks =
            whole.clone().any(|i| passage.has(i, flag::ME) && passage.quotation(i).is_none());
        if !speaks {
            self.speaker = None;
        }
        let owner = self.speaker().and_then(|owner| all.get_mut(owner));
        if let (Some(owner), Some(range)) = (owner, passage.range(whole.clone())) {
            owner.content.push(range);
            owner.words.read(passage, std::slice::from_ref(&whole));
            owner.extent.all += whole.len();
            owner.extent.sign(&mut owner.signs);
            found.retain(|finding| finding.trigger.kind != TriggerKind::Alone);
        }
    }
}

/// Adds the findings of a block to `all`.
pub(crate) fn gather(
    passage: &Passage<'_>,
    mut found: Vec<Finding>,
    carry: &mut Carry,
    all: &mut Vec<Attributed>,
) {
    keep_best(&mut found);
    let labels = |finding: &Finding| {
        finding.trigger.kind == TriggerKind::Colon
            && finding.window == (0..passage.tokens.len())
            && finding.confidence > UNSURE
    };
    let label = found.iter().position(labels).filter(|_| passage.kind == BlockKind::Paragraph);
    carry.floor.blocks += usize::from(carry.floor.labelled > 0);
    if label.is_none() {
        carry.floor.go_on(passage, &mut found, all);
    }
    let mut awaits = std::mem::take(&mut carry.awaits);
    let mut open = std::mem::take(&mut carry.open);
    // The last attribution that ends in a quotation, and the token after it.
    let mut quoting: Option<(usize, usize)> = None;
    for (number, finding) in found.iter().enumerate() {
        if finding.content.is_empty() {
            continue;
        }
        let first = finding.content.first().map_or(0, |piece| piece.start);
        let alone = finding.trigger.kind == TriggerKind::Alone;
        if alone {
            let starts = finding.window.start == 0;
            let owner = match quoting {
                Some((owner, end)) if end + 2 >= first => Some(owner),
                _ => open.take().or_else(|| awaits.take()).filter(|_| starts),
            };
            if let Some(owner) = owner {
                if let Some(owner) = all.get_mut(owner) {
                    owner.words.read(passage, &finding.content);
                    owner.extent.all += finding.extent.all;
                    owner.extent.sign(&mut owner.signs);
                    owner
                        .content
                        .extend(finding.content.iter().filter_map(|p| passage.range(p.clone())));
                }
                quoting = finding.content.last().map(|piece| (owner, piece.end));
                continue;
            }
        }
        let antecedent = || {
            let earlier = found.get(..number).filter(|_| !finding.told)?.iter().rev();
            let mut same = earlier.take(8).filter(|other| {
                other.window.start == finding.window.start
                    && other.window.contains(&finding.trigger.at)
            });
            let source =
                same.find(|other| !other.source.is_empty()).map(|other| other.source.clone());
            let known = source.unwrap_or(finding.antecedent.clone());
            passage.range(known).filter(|_| finding.trigger.kind != TriggerKind::Alone)
        };
        let mut mention = passage.range(finding.source.clone());
        let mut carried = if mention.is_none() { antecedent() } else { None };
        // Who is named for nothing else in the sentence is named for this.
        let named = |range: TextRange| {
            found.iter().any(|other| {
                other.window.start == finding.window.start
                    && other.confidence > UNSURE
                    && passage
                        .range(other.source.clone())
                        .is_some_and(|r| r.intersection(range).is_some())
            })
        };
        if let Some(range) = carried.filter(|range| !named(*range)) {
            (mention, carried) = (Some(range), None);
        }
        let mut words = Words::default();
        words.read(passage, &finding.content);
        all.push(Attributed {
            content: finding
                .content
                .iter()
                .filter_map(|piece| passage.range(piece.clone()))
                .collect(),
            antecedent: carried,
            mention,
            cue: passage.range(finding.cue.clone()),
            words,
            rule: finding.rule,
            confidence: finding.confidence,
            signs: finding.signs,
            extent: finding.extent,
        });
        if label == Some(number) {
            carry.floor.speaker = Some(all.len() - 1);
            carry.floor.labelled += 1;
        }
        let outside = passage.quotation(finding.trigger.at).is_none() || alone;
        if finding.confidence > UNSURE && outside {
            quoting = Some((all.len() - 1, finding.window.end));
        }
    }
    let unclosed =
        passage.quotations.last().is_some_and(|q| !q.closed && q.end == passage.tokens.len());
    carry.open = quoting.map(|(owner, _)| owner).filter(|_| unclosed).or(open.filter(|_| unclosed));
    carry.awaits = awaits.filter(|_| false);
}

/// Of findings whose contents are nearly the same words, keeps the surest.
fn keep_best(found: &mut Vec<Finding>) {
    let same = |a: &Finding, b: &Finding| {
        // A chained attribution has nearly the same words as the one it is in.
        let chained = a.trigger != b.trigger && (a.is_within(b) || b.is_within(a));
        a.iou(b) > 0.6 && !chained
    };
    let mut kept: Vec<Finding> = Vec::new();
    for finding in found.drain(..) {
        let near = kept.iter().rev().take(6).position(|other| same(other, &finding));
        match near.map(|back| kept.len() - 1 - back) {
            Some(at) if kept[at].confidence < finding.confidence => kept[at] = finding,
            Some(_) => {}
            None => kept.push(finding),
        }
    }
    *found = kept;
}
