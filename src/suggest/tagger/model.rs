//! The weights, as a file holds them.

use thiserror::Error;

use super::{
    chain::Lattice,
    features::{Angle, alone, role::COUNT, step},
    shape::Shapes,
    table::{Table, take},
};
use crate::suggest::{
    confidence::{Calibration, logistic},
    passage::Passage,
    rule::Site,
};

/// How a file of weights starts.
const MAGIC: [u8; 4] = *b"CLAT";

/// The layout of the file and the meaning of its features; another number is another engine.
const VERSION: u16 = 4;

/// Weights of the tagger, and how sure what it says is.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    pub(crate) nodes: Table<COUNT>,
    pub(crate) steps: Table<{ COUNT * COUNT }>,
    pub(crate) triggers: Table<1>,
    pub(crate) calibration: Calibration,
}

/// Sums of weights, by pair of roles.
type Pairs = [i32; COUNT * COUNT];

/// What a token says without regard to a trigger, as far as a trigger has asked: of each role, and of the step to it for
/// triggers behind it and for triggers before it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Alone {
    node: Option<[i32; COUNT]>,
    steps: [Option<Pairs>; 2],
}

/// Why bytes are no model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ModelError {
    /// Something else altogether.
    #[error("these are no weights of the engine")]
    Foreign,
    /// Of another version.
    #[error("the weights are of version {0}, the engine is of version {VERSION}")]
    Version(u16),
    /// Cut short or changed.
    #[error("the weights are damaged")]
    Damaged,
}

impl Model {
    /// Reads a file of weights.
    ///
    /// # Errors
    /// [`ModelError`] where the bytes are no weights, of another version, or damaged.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ModelError> {
        let mut rest = bytes;
        if take(&mut rest, 4) != Some(&MAGIC) {
            return Err(ModelError::Foreign);
        }
        let number = |bytes: &mut &[u8]| Some(u16::from_le_bytes(take(bytes, 2)?.try_into().ok()?));
        let version = number(&mut rest).ok_or(ModelError::Damaged)?;
        if version != VERSION {
            return Err(ModelError::Version(version));
        }
        let sum = take(&mut rest, 4).and_then(|sum| Some(u32::from_le_bytes(sum.try_into().ok()?)));
        if sum != Some(crc32fast::hash(rest)) {
            return Err(ModelError::Damaged);
        }
        let mut read = || {
            Some(Self {
                calibration: Calibration::read(&mut rest)?,
                nodes: Table::read(&mut rest)?,
                steps: Table::read(&mut rest)?,
                triggers: Table::read(&mut rest)?,
            })
        };
        read().ok_or(ModelError::Damaged)
    }

    /// The file of these weights.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut body = Vec::new();
        self.calibration.write(&mut body);
        self.nodes.write(&mut body);
        self.steps.write(&mut body);
        self.triggers.write(&mut body);
        let mut bytes = MAGIC.to_vec();
        bytes.extend(VERSION.to_le_bytes());
        bytes.extend(crc32fast::hash(&body).to_le_bytes());
        bytes.extend(body);
        bytes
    }

    /// How likely the trigger is one.
    pub(crate) fn trigger(&self, site: &Site<'_>, shapes: &Shapes, angle: &Angle) -> f32 {
        let mut sum = 0;
        angle.trigger(site, shapes, &mut |feature| {
            sum += self.triggers.get(feature).map_or(0, |[weight]| i32::from(*weight));
        });
        logistic(sum as f32 * self.triggers.scale())
    }

    /// What token `i` alone says of each role.
    fn alone(&self, passage: &Passage<'_>, shapes: &Shapes, i: usize) -> [i32; COUNT] {
        let mut sums = [0; COUNT];
        alone(passage, shapes, i, &mut |feature| self.add(feature, &mut sums));
        sums
    }

    #[inline]
    fn add(&self, feature: u32, sums: &mut [i32; COUNT]) {
        if let Some(weights) = self.nodes.get(feature) {
            for (sum, weight) in sums.iter_mut().zip(weights) {
                *sum += i32::from(*weight);
            }
        }
    }

    /// What the step to token `i` says of each pair of roles, for triggers on this side of it.
    fn step(&self, passage: &Passage<'_>, shapes: &Shapes, i: usize, side: u32) -> Pairs {
        let mut sums = [0; COUNT * COUNT];
        step(passage, shapes, i, side, &mut |feature| self.add_step(feature, &mut sums));
        sums
    }

    #[inline]
    fn add_step(&self, feature: u32, sums: &mut Pairs) {
        if let Some(weights) = self.steps.get(feature) {
            for (sum, weight) in sums.iter_mut().zip(weights) {
                *sum += i32::from(*weight);
            }
        }
    }

    /// The scores of the window of a site; `alone` is what each of its tokens says by itself.
    pub(crate) fn lattice(
        &self,
        site: &Site<'_>,
        shapes: &Shapes,
        angle: &Angle,
        alone: &mut [Alone],
    ) -> Lattice {
        let mut lattice = Lattice {
            nodes: Vec::with_capacity(alone.len()),
            steps: Vec::with_capacity(alone.len()),
        };
        let passage = site.passage;
        for (i, alone) in site.sentence.clone().zip(alone) {
            let mut sums = *alone.node.get_or_insert_with(|| self.alone(passage, shapes, i));
            angle.seen(passage, shapes, i, &mut |feature| self.add(feature, &mut sums));
            lattice.nodes.push(sums.map(|sum| sum as f32 * self.nodes.scale()));
            let mut sums = [0; COUNT * COUNT];
            if i > site.sentence.start {
                let side = angle.side(i);
                let count = || self.step(passage, shapes, i, side);
                sums = match side {
                    1 => *alone.steps[0].get_or_insert_with(count),
                    3 => *alone.steps[1].get_or_insert_with(count),
                    _ => count(),
                };
                angle.step(passage, shapes, i, &mut |feature| self.add_step(feature, &mut sums));
            }
            lattice.steps.push(sums.map(|sum| sum as f32 * self.steps.scale()));
        }
        lattice
    }
}
