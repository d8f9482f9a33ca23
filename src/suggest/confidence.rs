//! How sure a finding is: what was seen of it, weighed into a probability.

use super::{forest::Forest, tagger::take};

/// How many things are seen of a finding.
pub(crate) const SIGNS: usize = 92;

/// The first of two signs that say how much of the content is beyond the sentence of the cue.
const BEYOND: usize = 26;

/// How many tokens a content has, and how many of them in the sentence of its cue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Extent {
    pub(crate) near: usize,
    pub(crate) all: usize,
}

impl Extent {
    /// Puts into `signs` how much is beyond.
    pub(crate) fn sign(self, signs: &mut Signs) {
        let near = self.near as f32 / self.all.max(1) as f32;
        signs[BEYOND] = if near < 0.6 { 1.0 } else { 0.0 };
        signs[BEYOND + 1] = 1.0 - near;
    }
}

/// What is seen of a finding, in the order of the weights.
pub(crate) type Signs = [f32; SIGNS];

/// Sureness that a finding does not reach that only some readers would mark the same way.
pub(crate) const DISPUTED: f32 = 0.89;

/// The weights of the signs, fitted to findings in articles of styles that the tagger had not seen.
#[derive(Clone, Debug, PartialEq)]
pub struct Calibration {
    /// How likely a finding is right as our own guidelines have it.
    pub weights: Signs,
    /// The same, by what signs say together. Both count half.
    pub forest: Forest,
    /// How likely it is right as well for readers who mark no quotation farther than the sentence of its cue, and no
    /// quotation without one.
    pub narrow: Signs,
    /// Findings below are not proposed.
    pub floor: f32,
}

impl Default for Calibration {
    fn default() -> Self {
        let mut weights = [0.0; SIGNS];
        // The constant, the trigger’s log odds and the certainty of the content.
        (weights[0], weights[1], weights[3]) = (1.0, 0.6, 1.0);
        Self { weights, forest: Forest::default(), narrow: weights, floor: 0.4 }
    }
}

impl Calibration {
    /// The probability that a finding with these signs is right by our guidelines.
    pub fn of(&self, signs: &Signs) -> f32 {
        let weighed = likely(&self.weights, signs);
        if self.forest.trees.is_empty() {
            return weighed;
        }
        (weighed + self.forest.likely(signs)) / 2.0
    }

    /// How sure to call it: what most depends on how one marks is not called surer than [`DISPUTED`].
    pub fn said(&self, likely: f32, signs: &Signs) -> f32 {
        likely.min(DISPUTED.max(self.narrow_of(signs)))
    }

    fn narrow_of(&self, signs: &Signs) -> f32 {
        likely(&self.narrow, signs)
    }

    pub(crate) fn write(&self, bytes: &mut Vec<u8>) {
        for number in self.weights.iter().chain(&self.narrow).chain([&self.floor]) {
            bytes.extend(number.to_le_bytes());
        }
        self.forest.write(bytes);
    }

    pub(crate) fn read(bytes: &mut &[u8]) -> Option<Self> {
        let mut number = || Some(f32::from_le_bytes(take(bytes, 4)?.try_into().ok()?));
        let mut signs = || {
            let mut weights = [0.0; SIGNS];
            for weight in &mut weights {
                *weight = number()?;
            }
            Some(weights)
        };
        let (weights, narrow) = (signs()?, signs()?);
        let floor = number()?;
        Some(Self { weights, narrow, floor, forest: Forest::read(bytes)? })
    }
}

/// The logistic function of the weighted signs.
fn likely(weights: &Signs, signs: &Signs) -> f32 {
    logistic(weights.iter().zip(signs).map(|(weight, sign)| weight * sign).sum())
}

/// The probability that has these log odds.
pub(crate) fn logistic(odds: f32) -> f32 {
    1.0 / (1.0 + (-odds).exp())
}
