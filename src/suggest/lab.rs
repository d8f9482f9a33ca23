//! What training needs of the engine: its features, as numbers, beside the text they stand for.

use super::{
    confidence::Signs,
    finding::sites,
    gather::{Attributed, Carry, gather},
    passage::Passage,
    rule::{TriggerKind, first},
    tagger::{Angle, Model, Shapes, Sight, Table, features, role},
};
use crate::{
    article::Body,
    text::{ByteOffset, TextRange},
};

pub use super::{
    confidence::Calibration,
    forest::{Forest, LEAVES, QUESTIONS, Tree},
};

/// How many roles a token may have; [`OTHER`] is none.
pub const ROLES: usize = role::COUNT;
/// No part of the attribution.
pub const OTHER: usize = role::OTHER;
/// The source.
pub const SOURCE: usize = role::SOURCE;
/// The cue.
pub const CUE: usize = role::CUE;
/// The content.
pub const CONTENT: usize = role::CONTENT;
/// How many features there are.
pub const FEATURES: usize = 1 << features::BITS;
/// How many signs of confidence a finding has.
pub const SIGNS: usize = super::confidence::SIGNS;

/// A trigger in its window, as the tagger sees it.
pub struct Example {
    /// The trigger.
    pub trigger: TextRange,
    /// Whether it is the colon of a speaker’s label.
    pub colon: bool,
    /// Whether it is a quotation that stands alone.
    pub alone: bool,
    /// What speaks for or against its being one.
    pub features: Vec<u32>,
    /// The tokens of the window.
    pub tokens: Vec<TextRange>,
    /// The features of each token.
    pub nodes: Vec<Vec<u32>>,
    /// The features of the step to each token from the one before.
    pub steps: Vec<Vec<u32>>,
}

/// All triggers of `body`, in order.
pub fn examples(body: &Body) -> Vec<Example> {
    let mut all = Vec::new();
    for block in body.blocks() {
        let passage = Passage::read(body.text(), block);
        let shapes = Shapes::read(&passage);
        for site in sites(&passage) {
            let reading = first(&site);
            let angle = Angle::new(&site, &shapes, reading.as_ref().map(|(rule, _)| *rule));
            let sight =
                Sight::new(&angle, &passage, &shapes, reading.as_ref().map(|(_, reading)| reading));
            let mut example = Example {
                trigger: range(&passage, site.trigger.at),
                colon: site.trigger.kind == TriggerKind::Colon,
                alone: site.trigger.kind == TriggerKind::Alone,
                features: Vec::new(),
                tokens: Vec::new(),
                nodes: Vec::new(),
                steps: Vec::new(),
            };
            angle.trigger(&site, &shapes, &mut |feature| example.features.push(feature));
            for i in site.sentence.clone() {
                let (mut node, mut step) = (Vec::new(), Vec::new());
                features::alone(&passage, &shapes, i, &mut |feature| node.push(feature));
                let (stand, far) = (sight.stand(i), sight.far(i));
                sight.standing(stand, &mut |feature| node.push(feature));
                sight.distant(stand, far, &mut |feature| node.push(feature));
                sight.seen(i, (stand, far), &mut |feature| node.push(feature));
                if i > site.sentence.start {
                    features::step(&passage, &shapes, i, sight.side(i), &mut |f| step.push(f));
                    sight.step(i, &mut |feature| step.push(feature));
                }
                example.tokens.push(range(&passage, i));
                example.nodes.push(node);
                example.steps.push(step);
            }
            all.push(example);
        }
    }
    all
}

fn range(passage: &Passage<'_>, i: usize) -> TextRange {
    passage.range(i..i + 1).unwrap_or(TextRange::new(ByteOffset::ZERO, ByteOffset::ZERO))
}

/// What the chain says of an example with these scores; for the gradient.
pub struct Chain {
    /// How likely each role is at each token.
    pub nodes: Vec<[f32; ROLES]>,
    /// How likely each pair of roles is.
    pub steps: Vec<[f32; ROLES * ROLES]>,
    /// The logarithm of the sum over all paths.
    pub total: f32,
}

/// Runs the chain over scores.
pub fn chain(nodes: Vec<[f32; ROLES]>, steps: Vec<[f32; ROLES * ROLES]>) -> Chain {
    let marginals = super::tagger::chain::Lattice { nodes, steps }.marginals();
    Chain { nodes: marginals.nodes, steps: marginals.steps, total: marginals.total }
}

/// A model of these weights, by feature.
pub fn model(
    nodes: &[[f32; ROLES]],
    steps: &[[f32; ROLES * ROLES]],
    triggers: &[[f32; 1]],
    calibration: Calibration,
) -> Model {
    Model {
        nodes: Table::new(nodes),
        steps: Table::new(steps),
        triggers: Table::new(triggers),
        calibration,
    }
}

/// Gives `model` another calibration.
pub fn calibrate(model: &mut Model, calibration: Calibration) {
    model.calibration = calibration;
}

/// How many features of each kind have weights.
pub fn sizes(model: &Model) -> [usize; 3] {
    [model.nodes.len(), model.steps.len(), model.triggers.len()]
}

/// A finding before it is proposed: its parts and the signs of how sure it is.
pub struct Sighting {
    /// What is said.
    pub content: Vec<TextRange>,
    /// Where the speaker is named.
    pub mention: Option<TextRange>,
    /// What attributes.
    pub cue: Option<TextRange>,
    /// The signs.
    pub signs: Signs,
}

/// All findings in `body`, however unlikely.
pub fn sightings(body: &Body, model: &Model) -> Vec<Sighting> {
    let (mut carry, mut all) = (Carry::default(), Vec::<Attributed>::new());
    for block in body.blocks() {
        let passage = Passage::read(body.text(), block);
        let found = super::finding::find(&passage, Some(model));
        gather(&passage, found, &mut carry, &mut all);
    }
    let sighting = |found: Attributed| Sighting {
        content: found.content,
        mention: found.mention,
        cue: found.cue,
        signs: found.signs,
    };
    all.into_iter().map(sighting).collect()
}
