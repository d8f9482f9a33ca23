//! How sure a finding is: what was seen of it, weighed into a probability.

use super::tagger::take;

/// How many things are seen of a finding.
pub(crate) const SIGNS: usize = 18;

/// What is seen of a finding, in the order of the weights.
pub(crate) type Signs = [f32; SIGNS];

/// The weights of the signs, fitted to findings in articles that the tagger had not seen.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Calibration {
    pub(crate) weights: Signs,
    /// Findings below are not proposed.
    pub(crate) floor: f32,
}

impl Default for Calibration {
    fn default() -> Self {
        let mut weights = [0.0; SIGNS];
        // The constant, the trigger’s log odds and the certainty of the content.
        (weights[0], weights[1], weights[3]) = (1.0, 0.6, 1.0);
        Self { weights, floor: 0.4 }
    }
}

impl Calibration {
    /// The probability that a finding with these signs is right.
    pub(crate) fn of(&self, signs: &Signs) -> f32 {
        let sum: f32 = self.weights.iter().zip(signs).map(|(weight, sign)| weight * sign).sum();
        1.0 / (1.0 + (-sum).exp())
    }

    pub(crate) fn write(&self, bytes: &mut Vec<u8>) {
        for number in self.weights.iter().chain([&self.floor]) {
            bytes.extend(number.to_le_bytes());
        }
    }

    pub(crate) fn read(bytes: &mut &[u8]) -> Option<Self> {
        let mut number = || Some(f32::from_le_bytes(take(bytes, 4)?.try_into().ok()?));
        let mut weights = [0.0; SIGNS];
        for weight in &mut weights {
            *weight = number()?;
        }
        Some(Self { weights, floor: number()? })
    }
}
