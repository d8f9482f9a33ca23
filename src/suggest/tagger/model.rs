//! The weights, as a file holds them.

use thiserror::Error;

use super::{
    chain::Lattice,
    features::{Angle, alone, role::COUNT},
    shape::Shapes,
    table::{Table, take},
};
use crate::suggest::{confidence::Calibration, passage::Passage, rule::Site};

/// How a file of weights starts.
const MAGIC: [u8; 4] = *b"CLAT";

/// The layout of the file and the meaning of its features; another number is another engine.
const VERSION: u16 = 1;

/// Weights of the tagger, and how sure what it says is.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    pub(crate) nodes: Table<COUNT>,
    pub(crate) steps: Table<{ COUNT * COUNT }>,
    pub(crate) triggers: Table<1>,
    pub(crate) calibration: Calibration,
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
        1.0 / (1.0 + (-(sum as f32) * self.triggers.scale()).exp())
    }

    /// What token `i` alone says of each role.
    pub(crate) fn alone(&self, passage: &Passage<'_>, shapes: &Shapes, i: usize) -> [i32; COUNT] {
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

    /// The scores of the window of a site; `alone` is what each of its tokens says by itself.
    pub(crate) fn lattice(
        &self,
        site: &Site<'_>,
        shapes: &Shapes,
        angle: &Angle,
        alone: &[[i32; COUNT]],
    ) -> Lattice {
        let mut lattice = Lattice::default();
        for (i, alone) in site.sentence.clone().zip(alone) {
            let mut sums = *alone;
            angle.seen(site.passage, shapes, i, &mut |feature| self.add(feature, &mut sums));
            lattice.nodes.push(sums.map(|sum| sum as f32 * self.nodes.scale()));
            let mut sums = [0; COUNT * COUNT];
            if i > site.sentence.start {
                angle.step(site.passage, shapes, i, &mut |feature| {
                    if let Some(weights) = self.steps.get(feature) {
                        for (sum, weight) in sums.iter_mut().zip(weights) {
                            *sum += i32::from(*weight);
                        }
                    }
                });
            }
            lattice.steps.push(sums.map(|sum| sum as f32 * self.steps.scale()));
        }
        lattice
    }
}
