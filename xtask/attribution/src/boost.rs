//! Grows the forest of the confidence: gradient boosting with small trees (Friedman 2001), each on a part of the
//! trials and of the signs.

use claimlight::suggest::lab::{Forest, LEAVES, QUESTIONS, SIGNS, Tree};

use crate::{
    calibrate::{Trial, logistic},
    learn::Random,
};

const TREES: usize = 200;

/// How much of what a tree finds is taken over.
const PACE: f64 = 0.04;

/// Trials that each end must have.
const LEAST: usize = 8;

/// Signs that each tree may ask about.
const ASKED: usize = 24;

/// Bounds that a sign may be compared with.
const BOUNDS: usize = 16;

/// What pulls an end to zero.
const PULL: f64 = 1.0;

/// The forest that tells right from wrong `trials`.
pub(crate) fn grow(trials: &[Trial], right: fn(&Trial) -> bool) -> Forest {
    let bounds: Vec<Vec<f32>> = (0..SIGNS).map(|sign| bounds(trials, sign)).collect();
    let wanted: Vec<f64> = trials.iter().map(|t| f64::from(u8::from(right(t)))).collect();
    let share = (wanted.iter().sum::<f64>() / trials.len().max(1) as f64).clamp(0.01, 0.99);
    let base = (share / (1.0 - share)).ln();
    let mut odds = vec![base; trials.len()];
    let mut random = Random(2026);
    let mut grown = Vec::new();
    for _ in 0..TREES {
        let slopes: Vec<(f64, f64)> = odds
            .iter()
            .zip(&wanted)
            .map(|(odds, wanted)| {
                let likely = logistic(*odds);
                (wanted - likely, likely * (1.0 - likely))
            })
            .collect();
        let part: Vec<usize> = (0..trials.len()).filter(|_| random.next() & 1 == 0).collect();
        let mut signs: Vec<usize> = (0..SIGNS).filter(|s| !bounds[*s].is_empty()).collect();
        random.shuffle(&mut signs);
        signs.truncate(ASKED);
        let (tree, leaves) = plant(trials, &slopes, part, &signs, &bounds);
        for (odds, trial) in odds.iter_mut().zip(trials) {
            *odds += leaves[tree.leaf(&trial.signs)];
        }
        grown.push((tree, leaves));
    }
    let top = grown.iter().flat_map(|(_, leaves)| leaves).fold(1e-6_f64, |top, l| top.max(l.abs()));
    let step = top / 127.0;
    let trees = grown.into_iter().map(|(tree, leaves)| Tree {
        leaves: leaves.map(|leaf| (leaf / step).round() as i8),
        ..tree
    });
    Forest { base: base as f32, step: step as f32, trees: trees.collect() }
}

/// Values between which the trials fall apart about evenly.
fn bounds(trials: &[Trial], sign: usize) -> Vec<f32> {
    let mut values: Vec<f32> = trials.iter().map(|trial| trial.signs[sign]).collect();
    values.sort_by(f32::total_cmp);
    let mut bounds: Vec<f32> = Vec::new();
    for n in 1..=BOUNDS {
        let at = (n * values.len() / (BOUNDS + 1)).min(values.len().saturating_sub(1));
        let Some(value) = values.get(at).copied() else { break };
        // Halfway to the next value above, so that equal ones stay together.
        if let Some(above) = values[at..].iter().copied().find(|other| *other > value) {
            let bound = (value + above) / 2.0;
            if bounds.last() != Some(&bound) {
                bounds.push(bound);
            }
        }
    }
    // Of a sign that is seldom there.
    if bounds.is_empty()
        && let (Some(low), Some(high)) = (values.first(), values.last())
        && low < high
    {
        bounds.push((low + high) / 2.0);
    }
    bounds
}

/// One tree, and what its ends count.
fn plant(
    trials: &[Trial],
    slopes: &[(f64, f64)],
    part: Vec<usize>,
    signs: &[usize],
    bounds: &[Vec<f32>],
) -> (Tree, [f64; LEAVES]) {
    let mut tree =
        Tree { signs: [0; QUESTIONS], bounds: [f32::MAX; QUESTIONS], leaves: [0; LEAVES] };
    let mut at: Vec<Vec<usize>> = vec![Vec::new(); QUESTIONS + LEAVES];
    at[0] = part;
    for node in 0..QUESTIONS {
        let here = std::mem::take(&mut at[node]);
        if let Some((sign, bound)) = split(trials, slopes, &here, signs, bounds) {
            (tree.signs[node], tree.bounds[node]) = (sign as u8, bound);
        }
        let above = |n: &usize| trials[*n].signs[usize::from(tree.signs[node])] > tree.bounds[node];
        let (right, left) = here.into_iter().partition(above);
        (at[2 * node + 1], at[2 * node + 2]) = (left, right);
    }
    let leaves = std::array::from_fn(|leaf| {
        let (slope, curve) = sum(slopes, &at[QUESTIONS + leaf]);
        PACE * slope / (curve + PULL)
    });
    (tree, leaves)
}

fn sum(slopes: &[(f64, f64)], of: &[usize]) -> (f64, f64) {
    of.iter().fold((0.0, 0.0), |sum, n| (sum.0 + slopes[*n].0, sum.1 + slopes[*n].1))
}

/// The question that parts right from wrong best.
fn split(
    trials: &[Trial],
    slopes: &[(f64, f64)],
    here: &[usize],
    signs: &[usize],
    bounds: &[Vec<f32>],
) -> Option<(usize, f32)> {
    let all = sum(slopes, here);
    let worth = |(slope, curve): (f64, f64)| slope * slope / (curve + PULL);
    let mut best: Option<(f64, usize, f32)> = None;
    for sign in signs {
        let bounds = &bounds[*sign];
        let mut buckets = vec![(0_usize, 0.0, 0.0); bounds.len() + 1];
        for n in here {
            let value = trials[*n].signs[*sign];
            let bucket = &mut buckets[bounds.partition_point(|bound| value > *bound)];
            *bucket = (bucket.0 + 1, bucket.1 + slopes[*n].0, bucket.2 + slopes[*n].1);
        }
        let mut low = (0, 0.0, 0.0);
        for (bound, bucket) in bounds.iter().zip(&buckets) {
            low = (low.0 + bucket.0, low.1 + bucket.1, low.2 + bucket.2);
            if low.0 < LEAST || here.len() - low.0 < LEAST {
                continue;
            }
            let gain = worth((low.1, low.2)) + worth((all.0 - low.1, all.1 - low.2)) - worth(all);
            if best.is_none_or(|(most, ..)| gain > most) {
                best = Some((gain, *sign, *bound));
            }
        }
    }
    best.map(|(_, sign, bound)| (sign, bound))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn learns_what_only_two_signs_together_say() {
        let trial = |n: usize| {
            let mut signs = [0.0; SIGNS];
            (signs[3], signs[7]) = ((n % 2) as f32, (n / 2 % 2) as f32);
            let right = signs[3] != signs[7] || n.is_multiple_of(16);
            Trial { signs, right, narrow: right }
        };
        let trials: Vec<Trial> = (0..400).map(trial).collect();
        let forest = grow(&trials, |trial| trial.right);
        for trial in trials.iter().filter(|trial| trial.signs[3] != trial.signs[7]) {
            assert!(forest.likely(&trial.signs) > 0.8);
        }
        assert!(forest.likely(&[0.0; SIGNS]) < 0.5);
    }
}
