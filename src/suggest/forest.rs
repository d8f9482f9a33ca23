//! Small trees whose leaves add up to how likely a finding is: what signs say together, not one by one.

use super::{
    confidence::{Signs, logistic},
    tagger::take,
};

/// Questions of a tree: three one after the other, each about one sign.
pub const QUESTIONS: usize = 7;

/// Ends of a tree.
pub const LEAVES: usize = 8;

/// A tree of three levels: question `n` is followed by `2 n + 1` where its sign is not above the bound, else by `2 n + 2`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tree {
    /// Which sign each question is about.
    pub signs: [u8; QUESTIONS],
    /// What that sign is compared with.
    pub bounds: [f32; QUESTIONS],
    /// What each end counts, in steps of the forest.
    pub leaves: [i8; LEAVES],
}

/// Trees, each of which corrects those before it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Forest {
    /// Log odds without any tree.
    pub base: f32,
    /// Log odds of one step.
    pub step: f32,
    /// The trees.
    pub trees: Vec<Tree>,
}

impl Tree {
    /// The end that these signs lead to.
    pub fn leaf(&self, signs: &Signs) -> usize {
        let mut at = 0;
        while at < QUESTIONS {
            let sign = signs.get(usize::from(self.signs[at])).copied().unwrap_or(0.0);
            at = 2 * at + 1 + usize::from(sign > self.bounds[at]);
        }
        at - QUESTIONS
    }
}

impl Forest {
    /// The probability that a finding with these signs is right.
    pub fn likely(&self, signs: &Signs) -> f32 {
        let sum: i32 = self.trees.iter().map(|tree| i32::from(tree.leaves[tree.leaf(signs)])).sum();
        logistic(self.base + sum as f32 * self.step)
    }

    /// Appends the forest to `bytes`: signs, bounds and leaves apart, which packs better.
    pub(super) fn write(&self, bytes: &mut Vec<u8>) {
        bytes.extend(self.base.to_le_bytes());
        bytes.extend(self.step.to_le_bytes());
        bytes.extend((self.trees.len() as u16).to_le_bytes());
        // Few bounds are used, many times over.
        let mut bounds: Vec<f32> = Vec::new();
        let mut numbers = Vec::new();
        for bound in self.trees.iter().flat_map(|tree| tree.bounds) {
            let known = bounds.iter().position(|other| *other == bound);
            let number = known.unwrap_or(bounds.len());
            if known.is_none() {
                bounds.push(bound);
            }
            numbers.push(number as u16);
        }
        bytes.extend((bounds.len() as u16).to_le_bytes());
        bytes.extend(bounds.iter().flat_map(|bound| bound.to_le_bytes()));
        bytes.extend(self.trees.iter().flat_map(|tree| tree.signs));
        bytes.extend(numbers.iter().flat_map(|number| number.to_le_bytes()));
        bytes.extend(self.trees.iter().flat_map(|tree| tree.leaves.map(|leaf| leaf as u8)));
    }

    /// Reads what [`Self::write`] wrote; nothing where the bytes end before.
    pub(super) fn read(bytes: &mut &[u8]) -> Option<Self> {
        let float = |bytes: &mut &[u8]| Some(f32::from_le_bytes(take(bytes, 4)?.try_into().ok()?));
        let short = |bytes: &mut &[u8]| {
            Some(usize::from(u16::from_le_bytes(take(bytes, 2)?.try_into().ok()?)))
        };
        let (base, step, count) = (float(bytes)?, float(bytes)?, short(bytes)?);
        let known = short(bytes)?;
        let bounds: Option<Vec<f32>> = (0..known).map(|_| float(bytes)).collect();
        let bounds = bounds?;
        let signs = take(bytes, count * QUESTIONS)?;
        let numbers = take(bytes, 2 * count * QUESTIONS)?;
        let leaves = take(bytes, count * LEAVES)?;
        let numbers = numbers.chunks_exact(2 * QUESTIONS);
        let parts = signs.chunks_exact(QUESTIONS).zip(numbers).zip(leaves.chunks_exact(LEAVES));
        let tree = |((signs, numbers), leaves): ((&[u8], &[u8]), &[u8])| {
            let mut tree = Tree {
                signs: signs.try_into().ok()?,
                bounds: [0.0; QUESTIONS],
                leaves: [0; LEAVES],
            };
            for (bound, number) in tree.bounds.iter_mut().zip(numbers.chunks_exact(2)) {
                *bound = *bounds.get(usize::from(u16::from_le_bytes(number.try_into().ok()?)))?;
            }
            for (leaf, byte) in tree.leaves.iter_mut().zip(leaves) {
                *leaf = *byte as i8;
            }
            Some(tree)
        };
        let trees: Option<Vec<Tree>> = parts.map(tree).collect();
        Some(Self { base, step, trees: trees? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::suggest::confidence::SIGNS;

    fn forest() -> Forest {
        // Sign 1 above 0.5, then sign 2 above 2 (left) or sign 3 above 0.5 (right).
        let tree = Tree {
            signs: [1, 2, 3, 0, 0, 0, 0],
            bounds: [0.5, 2.0, 0.5, f32::MAX, f32::MAX, f32::MAX, f32::MAX],
            leaves: [-10, 0, 20, 0, 30, 0, 40, 0],
        };
        Forest { base: 0.0, step: 0.1, trees: vec![tree] }
    }

    #[test]
    fn questions_lead_to_an_end() {
        let mut signs = [0.0; SIGNS];
        let odds = |signs: &Signs| {
            let likely = forest().likely(signs);
            (likely / (1.0 - likely)).ln()
        };
        assert!((odds(&signs) + 1.0).abs() < 1e-4);
        signs[2] = 3.0;
        assert!((odds(&signs) - 2.0).abs() < 1e-4);
        signs[1] = 1.0;
        assert!((odds(&signs) - 3.0).abs() < 1e-4);
        signs[3] = 1.0;
        assert!((odds(&signs) - 4.0).abs() < 1e-4);
    }

    #[test]
    fn reads_what_it_wrote() {
        let mut bytes = Vec::new();
        forest().write(&mut bytes);
        let mut rest = bytes.as_slice();
        assert_eq!(Forest::read(&mut rest), Some(forest()));
        assert!(rest.is_empty());
        for end in 0..bytes.len() {
            assert_eq!(Forest::read(&mut &bytes[..end]), None, "{end}");
        }
    }
}
