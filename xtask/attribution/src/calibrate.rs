//! Fits the confidence: of what the tagger finds in articles it has not seen, how much is right?

use claimlight::suggest::lab::SIGNS;

#[derive(Clone, Copy)]
/// What was seen of a finding, and whether it was right.
pub(crate) struct Trial {
    pub(crate) signs: [f32; SIGNS],
    pub(crate) right: bool,
}

/// The weights of the signs (logistic regression by Newton’s method, with a little L2).
pub(crate) fn fit(trials: &[Trial]) -> [f32; SIGNS] {
    let mut weights = [0.0_f64; SIGNS];
    for _ in 0..25 {
        let mut slope = [0.0; SIGNS];
        let mut curve = [[0.0; SIGNS]; SIGNS];
        for trial in trials {
            let signs = trial.signs.map(f64::from);
            let sum: f64 = signs.iter().zip(&weights).map(|(s, w)| s * w).sum();
            let likely = 1.0 / (1.0 + (-sum).exp());
            let error = likely - f64::from(u8::from(trial.right));
            for i in 0..SIGNS {
                slope[i] += error * signs[i];
                for j in 0..SIGNS {
                    curve[i][j] += likely * (1.0 - likely) * signs[i] * signs[j];
                }
            }
        }
        for i in 0..SIGNS {
            slope[i] += 0.5 * weights[i];
            curve[i][i] += 0.5;
        }
        for (weight, step) in weights.iter_mut().zip(solve(curve, slope)) {
            *weight -= step;
        }
    }
    weights.map(|weight| weight as f32)
}

/// Solves `matrix · x = right` (Gauss, with pivots).
fn solve(mut matrix: [[f64; SIGNS]; SIGNS], mut right: [f64; SIGNS]) -> [f64; SIGNS] {
    for i in 0..SIGNS {
        let pivot = (i..SIGNS).max_by(|a, b| matrix[*a][i].abs().total_cmp(&matrix[*b][i].abs()));
        let pivot = pivot.unwrap_or(i);
        matrix.swap(i, pivot);
        right.swap(i, pivot);
        let row = matrix[i];
        for j in i + 1..SIGNS {
            let factor = matrix[j][i] / row[i];
            for (cell, above) in matrix[j].iter_mut().zip(row) {
                *cell -= factor * above;
            }
            right[j] -= factor * right[i];
        }
    }
    let mut x = [0.0; SIGNS];
    for i in (0..SIGNS).rev() {
        let sum: f64 = (i + 1..SIGNS).map(|j| matrix[i][j] * x[j]).sum();
        x[i] = (right[i] - sum) / matrix[i][i];
    }
    x
}

/// The probability that the weights give to these signs.
pub(crate) fn likely(weights: &[f32; SIGNS], signs: &[f32; SIGNS]) -> f32 {
    let sum: f32 = weights.iter().zip(signs).map(|(weight, sign)| weight * sign).sum();
    1.0 / (1.0 + (-sum).exp())
}

/// Points of link F1 that are given for finding more: a proposal too many is one key, one too few a search.
const SLACK: f64 = 0.1;

/// The confidence below which proposing costs more than it brings: the lowest where link F1, of `gold` attributions, is
/// about as good as it gets.
pub(crate) fn floor(trials: &[Trial], weights: &[f32; SIGNS], gold: usize) -> (f32, f64) {
    let mut all: Vec<(f32, bool)> =
        trials.iter().map(|t| (likely(weights, &t.signs), t.right)).collect();
    all.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut right = 0;
    let scores: Vec<(f32, f64)> = all
        .iter()
        .enumerate()
        .map(|(n, (sure, is_right))| {
            right += usize::from(*is_right);
            (*sure, 200.0 * f64::from(right as u32) / (n + 1 + gold) as f64)
        })
        .collect();
    let best = scores.iter().map(|(_, f1)| *f1).fold(0.0, f64::max);
    let enough = scores.into_iter().rev().find(|(_, f1)| *f1 >= best - SLACK);
    enough.unwrap_or((1.0, 0.0))
}
