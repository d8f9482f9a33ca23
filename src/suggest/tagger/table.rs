//! Weights by feature: most features have none, so a bit says which do, and the number of bits before it is where
//! they are. Looking up has no branch on that bit: which features of a text have weights is nothing a processor can guess.

use super::features::BITS;

const FEATURES: usize = 1 << BITS;

/// Steps from nothing to the greatest weight: more of them cost bytes, and tell nothing more.
const LEVELS: f32 = 48.0;

/// Weights of `N` outcomes for each feature that has any.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Table<const N: usize> {
    blocks: Vec<Block>,
    /// The first row is that of all features without weights.
    rows: Vec<[i8; N]>,
    /// What a weight of 1 counts.
    scale: f32,
}

/// Which of 64 features have weights, and how many before them do.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Block {
    bits: u64,
    before: u32,
}

impl<const N: usize> Table<N> {
    /// A table of these weights, to the nearest of [`LEVELS`] steps up to the greatest.
    pub(crate) fn new(weights: &[[f32; N]]) -> Self {
        let top = weights.iter().flatten().fold(1e-6_f32, |top, w| top.max(w.abs()));
        let scale = top / LEVELS;
        let rounded = weights.iter().map(|row| row.map(|w| (w / scale).round() as i8));
        let rows = rounded.enumerate().filter(|(_, row)| row.iter().any(|w| *w != 0));
        Self::from_rows(scale, rows)
    }

    fn from_rows(scale: f32, rows: impl Iterator<Item = (usize, [i8; N])>) -> Self {
        let mut blocks = vec![Block::default(); FEATURES / 64];
        let mut all = vec![[0; N]];
        for (feature, row) in rows {
            if let Some(block) = blocks.get_mut(feature / 64) {
                block.bits |= 1 << (feature % 64);
                all.push(row);
            }
        }
        let mut count = 0;
        for block in &mut blocks {
            block.before = count;
            count += block.bits.count_ones();
        }
        Self { blocks, rows: all, scale }
    }

    /// The weights of `feature`; zeros where it has none.
    #[inline]
    pub(crate) fn get(&self, feature: u32) -> &[i8; N] {
        let block = self.blocks.get((feature / 64) as usize).copied().unwrap_or_default();
        let bit = 1 << (feature % 64);
        let row = block.before + (block.bits & (bit - 1)).count_ones() + 1;
        let has = u32::from(block.bits & bit != 0);
        self.rows.get((row * has) as usize).unwrap_or(&[0; N])
    }

    /// Adds the weights of `feature` to `sums`.
    #[inline]
    pub(crate) fn add(&self, feature: u32, sums: &mut [i16; N]) {
        // Read before anything is written, so that they are added all at once.
        let weights = self.get(feature).map(i16::from);
        for (sum, weight) in sums.iter_mut().zip(weights) {
            *sum += weight;
        }
    }

    /// What a weight of 1 counts.
    pub(crate) fn scale(&self) -> f32 {
        self.scale
    }

    /// How many features have weights.
    pub(crate) fn len(&self) -> usize {
        self.rows.len() - 1
    }

    /// Appends the table to `bytes`: scale, number of rows, then the gap to each feature and its weights, of which a
    /// mask says which are not zero. Gaps, masks and weights stand apart, which packs better.
    pub(super) fn write(&self, bytes: &mut Vec<u8>) {
        bytes.extend(self.scale.to_le_bytes());
        bytes.extend((self.len() as u32).to_le_bytes());
        let mut last = 0;
        let set = (0..FEATURES).filter(|f| self.blocks[f / 64].bits & (1 << (f % 64)) != 0);
        for feature in set {
            let mut gap = feature - last;
            last = feature;
            while gap >= 128 {
                bytes.push((gap % 128) as u8 | 128);
                gap /= 128;
            }
            bytes.push(gap as u8);
        }
        for row in &self.rows[1..] {
            let mask = row.iter().enumerate().fold(0_u32, |m, (i, w)| m | u32::from(*w != 0) << i);
            bytes.extend(&mask.to_le_bytes()[..N.div_ceil(8)]);
        }
        for row in &self.rows[1..] {
            bytes.extend(row.iter().filter(|w| **w != 0).map(|w| *w as u8));
        }
    }

    /// Reads what [`Self::write`] wrote; nothing where the bytes end before.
    pub(super) fn read(bytes: &mut &[u8]) -> Option<Self> {
        let scale = f32::from_le_bytes(take(bytes, 4)?.try_into().ok()?);
        let rows = u32::from_le_bytes(take(bytes, 4)?.try_into().ok()?) as usize;
        let mut features = Vec::new();
        let mut last = 0;
        for _ in 0..rows.min(FEATURES) {
            let (mut gap, mut shift) = (0_usize, 0);
            loop {
                let byte = *take(bytes, 1)?.first()?;
                gap |= usize::from(byte & 127) << shift;
                shift += 7;
                if byte < 128 || shift > 28 {
                    break;
                }
            }
            last += gap;
            features.push(last);
        }
        let width = N.div_ceil(8);
        let masks = take(bytes, width * features.len())?;
        let mut all = Vec::with_capacity(features.len());
        for (feature, mask) in features.iter().zip(masks.chunks(width)) {
            let mask = mask.iter().rev().fold(0_u32, |all, byte| all << 8 | u32::from(*byte));
            let mut row = [0_i8; N];
            for (i, weight) in row.iter_mut().enumerate() {
                if mask & (1 << i) != 0 {
                    *weight = *take(bytes, 1)?.first()? as i8;
                }
            }
            all.push((*feature, row));
        }
        Some(Self::from_rows(scale, all.into_iter()))
    }
}

/// The first `n` bytes, taken off `bytes`.
pub(in crate::suggest) fn take<'a>(bytes: &mut &'a [u8], n: usize) -> Option<&'a [u8]> {
    let (head, rest) = bytes.split_at_checked(n)?;
    *bytes = rest;
    Some(head)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_wrote_and_finds_every_weight() {
        let mut weights = vec![[0.0; 4]; FEATURES];
        weights[3] = [1.27, 0.0, -0.5, 0.0];
        weights[FEATURES - 1] = [0.0, 0.01, 0.0, -1.0];
        let table = Table::new(&weights);
        let mut bytes = Vec::new();
        table.write(&mut bytes);
        let mut rest = bytes.as_slice();
        assert_eq!(Table::read(&mut rest), Some(table.clone()));
        assert!(rest.is_empty());
        assert_eq!(table.get(3), &[48, 0, -19, 0]);
        assert_eq!(table.get(FEATURES as u32 - 1), &[0, 0, 0, -38]);
        assert_eq!((table.get(4), table.get(u32::MAX)), (&[0; 4], &[0; 4]));
        assert_eq!(Table::<4>::read(&mut &bytes[..bytes.len() - 1]), None);
    }
}
