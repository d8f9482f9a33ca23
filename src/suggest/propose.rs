//! From an article to proposals, in one go or block by block.

use std::rc::Rc;

use super::{
    finding::find,
    gather::{Attributed, Carry, gather},
    passage::Passage,
    proposal::{NewSource, Proposal, Speaker},
    tagger::Model,
};
use crate::{
    annotation::{Source, SourceKind, guess_mode},
    article::{Block, Body},
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
    #[expect(dead_code)]
    known: &'a [Rc<Source>],
    model: Option<&'a Model>,
    next: usize,
    carry: Carry,
    found: Vec<Attributed>,
}

impl<'a> Proposing<'a> {
    /// Starts at the first block of `body`.
    pub fn new(body: &'a Body, known: &'a [Rc<Source>], model: Option<&'a Model>) -> Self {
        Self { body, known, model, next: 0, carry: Carry::default(), found: Vec::new() }
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
        let found = find(&passage, self.model);
        gather(&passage, found, &mut self.carry, &mut self.found);
    }

    /// Says who speaks, and gives what is likely enough, in text order.
    pub fn finish(self) -> Vec<Proposal> {
        let floor = self.model.map_or(0.0, |model| model.calibration.floor);
        let text = self.body.text();
        let likely = self.found.into_iter().filter(|found| found.confidence >= floor);
        let proposals = likely.enumerate().map(|(number, found)| {
            let name = found.mention.or(found.antecedent).map_or("", |range| self.body.slice(range));
            Proposal {
                mode: guess_mode(text, &found.content),
                speaker: Speaker::New(NewSource {
                    name: name.to_owned(),
                    aliases: Vec::new(),
                    kind: SourceKind::Person,
                    parent: None,
                }),
                content: found.content,
                mention: found.mention,
                antecedent: found.antecedent,
                cue: found.cue,
                group: number as u32,
                confidence: found.confidence,
                explanation: String::new(),
            }
        });
        proposals.collect()
    }
}
