//! Fits the confidence: of what the tagger finds in articles it has not seen, how much is right?

use claimlight::{
    suggest::lab::{Calibration, SIGNS},
    text::{TextRange, sentences},
};

use crate::{
    boost::grow,
    corpus::{Document, Gold},
};

#[derive(Clone, Copy)]
/// What was seen of a finding, and whether it was right.
pub(crate) struct Trial {
    pub(crate) signs: [f32; SIGNS],
    pub(crate) right: bool,
    /// Whether it is right as well for readers who mark less: see [`narrowed`].
    pub(crate) narrow: bool,
}

/// What pulls weights to zero.
const PULL: f64 = 10.0;

/// The weights of the signs (logistic regression by Newton’s method, with a little L2).
fn fit(trials: &[Trial], right: fn(&Trial) -> bool) -> [f32; SIGNS] {
    let mut weights = [0.0_f64; SIGNS];
    for _ in 0..25 {
        let mut slope = [0.0; SIGNS];
        let mut curve = [[0.0; SIGNS]; SIGNS];
        for trial in trials {
            let signs = trial.signs.map(f64::from);
            let sum: f64 = signs.iter().zip(&weights).map(|(s, w)| s * w).sum();
            let likely = logistic(sum);
            let error = likely - f64::from(u8::from(right(trial)));
            for i in 0..SIGNS {
                slope[i] += error * signs[i];
                for j in 0..SIGNS {
                    curve[i][j] += likely * (1.0 - likely) * signs[i] * signs[j];
                }
            }
        }
        for i in 0..SIGNS {
            slope[i] += PULL * weights[i];
            curve[i][i] += PULL;
        }
        for (weight, step) in weights.iter_mut().zip(solve(curve, slope)) {
            *weight -= step;
        }
    }
    weights.map(|weight| weight as f32)
}

/// The probability that has these log odds.
pub(crate) fn logistic(odds: f64) -> f64 {
    1.0 / (1.0 + (-odds).exp())
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

/// What tells right from wrong `trials`, without a floor.
pub(crate) fn calibrate(trials: &[Trial]) -> Calibration {
    Calibration {
        weights: fit(trials, |trial| trial.right),
        forest: grow(trials, |trial| trial.right),
        narrow: fit(trials, |trial| trial.narrow),
        floor: 0.0,
    }
}

/// The document as readers mark it who keep to sentences: of each content what lies in the sentence of its cue, of chained
/// attributions only the inner, and nothing of a quotation for which the text names neither speaker nor cue.
pub(crate) fn narrowed(document: &Document) -> Document {
    let text = document.body.text();
    let all: Vec<TextRange> =
        document.body.blocks().iter().flat_map(|block| sentences(text, block.range)).collect();
    let relays = |gold: &Gold| {
        let inner = document.gold.iter().flat_map(|other| &other.cue);
        let plain = |piece: &TextRange, cue: TextRange| {
            let before = text.get(piece.start().get()..cue.start().get()).unwrap_or_default();
            piece.encloses(cue) && !before.contains(['“', '"', '‘', '«', '`', '\''])
        };
        let mut inside = inner.filter(|cue| gold.content.iter().any(|piece| plain(piece, **cue)));
        inside.next().is_some()
    };
    let narrow = |gold: &Gold| {
        if relays(gold) {
            return None;
        }
        let anchor = gold.cue.first().or(gold.source.first())?;
        let mut gold = gold.clone();
        if let Some(home) = all.iter().find(|s| s.intersection(*anchor).is_some()) {
            let inside: Vec<TextRange> =
                gold.content.iter().filter_map(|piece| piece.intersection(*home)).collect();
            if !inside.is_empty() {
                gold.content = inside;
            }
        }
        Some(gold)
    };
    Document {
        id: document.id.clone(),
        body: document.body.clone(),
        gold: document.gold.iter().filter_map(narrow).collect(),
        names: document.names,
    }
}

/// Points of link F1 that fewer wrong proposals are worth.
const QUIET: f64 = 0.2;

/// The confidence below which nothing is proposed: link F1, of `gold` attributions, is best there or hardly less than
/// anywhere below; who reads would rather miss a proposal than be shown a wrong one. `trials` come with how likely each was
/// thought to be right. With it, link F1 there.
pub(crate) fn floor(trials: &[(f32, Trial)], gold: usize) -> (f32, f64) {
    let mut all: Vec<(f32, bool)> = trials.iter().map(|(sure, t)| (*sure, t.right)).collect();
    all.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut right = 0;
    let score = |(n, (sure, is_right)): (usize, &(f32, bool))| {
        right += usize::from(*is_right);
        (*sure, 200.0 * f64::from(right as u32) / (n + 1 + gold) as f64)
    };
    let scores: Vec<(f32, f64)> = all.iter().enumerate().map(score).collect();
    let best = scores.iter().map(|(_, f1)| *f1).fold(0.0, f64::max);
    scores.into_iter().find(|(_, f1)| *f1 >= best - QUIET).unwrap_or((1.0, 0.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn little_is_not_worth_many_wrong_proposals() {
        let trial = |right| Trial { signs: [0.0; SIGNS], right, narrow: right };
        // A hundred sure ones are right; of the next thousand, every second; the rest is wrong.
        let sure = (0..100).map(|_| (0.9, trial(true)));
        let some = (0..1000).map(|n| (0.5, trial(n % 2 == 0)));
        let rest = (0..100).map(|_| (0.1, trial(false)));
        let all: Vec<(f32, Trial)> = sure.chain(some).chain(rest).collect();
        let (least, f1) = floor(&all, 600);
        // 600 right of 1,100 proposed: 2 · 600 / (1,100 + 600).
        assert!((f1 - 70.6).abs() < QUIET + 0.1 && least == 0.5, "{least} {f1}");
        // 90 of 100 are found for sure: 180 / 190. One more of two less sure: 182 / 192, hardly more.
        let sure = (0..90).map(|_| (0.9, trial(true)));
        let two = [(0.5, trial(false)), (0.5, trial(true))];
        let all: Vec<(f32, Trial)> = sure.chain(two).collect();
        let (least, f1) = floor(&all, 100);
        assert!((f1 - 94.7).abs() < 0.1 && least == 0.9, "{least} {f1}");
    }
}
