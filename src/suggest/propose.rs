//! From an article to proposals, in one go or block by block.

use std::rc::Rc;

use super::{
    confidence::Signs,
    finding::find,
    gather::{Attributed, Carry, gather},
    passage::Passage,
    proposal::Proposal,
    resolve::Resolver,
    rule::RULES,
    tagger::Model,
};
use crate::{
    annotation::Source,
    article::{Block, Body},
    text::TextRange,
};

/// Proposes who says what in `body`: with the tagger where a `model` is there, by the rules alone otherwise.
/// `known` are the sources of the registry; what they say is put down to them.
pub fn propose(body: &Body, known: &[Rc<Source>], model: Option<&Model>) -> Vec<Proposal> {
    let mut proposing = Proposing::new(body, known, model);
    proposing.read_blocks(body.blocks().len());
    proposing.finish()
}

/// An article half read: what a worker uses to report progress and to stay ready between blocks.
pub struct Proposing<'a> {
    body: &'a Body,
    known: &'a [Rc<Source>],
    model: Option<&'a Model>,
    next: usize,
    carry: Carry,
    found: Vec<Attributed>,
    resolver: Resolver,
}

impl<'a> Proposing<'a> {
    /// Starts at the first block of `body`.
    pub fn new(body: &'a Body, known: &'a [Rc<Source>], model: Option<&'a Model>) -> Self {
        Self {
            body,
            known,
            model,
            next: 0,
            carry: Carry::default(),
            found: Vec::new(),
            resolver: Resolver::default(),
        }
    }

    /// Reads the next `count` blocks, and says how much of the text is read, 0 to 1.
    pub fn read_blocks(&mut self, count: usize) -> f32 {
        let blocks = self.body.blocks();
        let end = blocks.len().min(self.next + count);
        for block in blocks.get(self.next..end).unwrap_or_default() {
            self.read_block(block);
        }
        self.next = end;
        self.next as f32 / blocks.len().max(1) as f32
    }

    fn read_block(&mut self, block: &Block) {
        let passage = Passage::read(self.body.text(), block);
        self.resolver.read(&passage);
        let found = find(&passage, self.model);
        gather(&passage, found, &mut self.carry, &mut self.found);
    }

    /// Says who speaks, and gives what is likely enough, in text order.
    pub fn finish(mut self) -> Vec<Proposal> {
        let floor = self.model.map_or(0.0, |model| model.calibration.floor);
        let text = self.body.text();
        let mut found = std::mem::take(&mut self.found);
        found.retain(|found| found.confidence >= floor);
        let speakers = self.resolver.resolve(text, &found, self.known);
        let proposals = found.into_iter().zip(speakers).map(|(found, resolved)| Proposal {
            mode: found.words.mode(),
            explanation: self.explain(&found),
            speaker: resolved.speaker,
            group: resolved.group,
            content: found.content,
            mention: found.mention,
            antecedent: found.antecedent,
            cue: found.cue,
            confidence: self.said(found.confidence, &found.signs),
        });
        proposals.collect()
    }

    /// How sure to call a finding.
    fn said(&self, likely: f32, signs: &Signs) -> f32 {
        self.model.map_or(likely, |model| model.calibration.said(likely, signs))
    }

    /// What speaks for a finding, in words: “‘according to’ + EU figures”.
    fn explain(&self, found: &Attributed) -> String {
        let words = |range: TextRange| self.body.slice(range);
        let cue = found.cue.map(|cue| format!("‘{}’", words(cue)));
        let mention = found.mention.or(found.antecedent).map(|mention| words(mention).to_owned());
        match (cue, mention) {
            (Some(cue), Some(mention)) => format!("{cue} + {mention}"),
            (Some(part), None) | (None, Some(part)) => part,
            (None, None) => found.rule.map_or("a quotation", |rule| RULES[rule].label()).to_owned(),
        }
    }
}
