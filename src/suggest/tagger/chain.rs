//! A linear chain over four roles: the best path, and how likely each role is at each token.

use super::features::role::COUNT;

/// Scores of one window: of each role at each token, and of each step between two roles.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lattice {
    /// By token.
    pub(crate) nodes: Vec<[f32; COUNT]>,
    /// By token, from the one before: `[last * COUNT + here]`. The first is not read.
    pub(crate) steps: Vec<[f32; COUNT * COUNT]>,
}

/// What the chain says of one window.
#[derive(Clone, Debug, Default)]
pub(crate) struct Marginals {
    /// How likely each role is at each token.
    pub(crate) nodes: Vec<[f32; COUNT]>,
    /// How likely each pair of roles is, from the token before; zero at the first.
    pub(crate) steps: Vec<[f32; COUNT * COUNT]>,
    /// The logarithm of the sum over all paths.
    pub(crate) total: f32,
}

impl Lattice {
    /// Allows only `role` at token `at`.
    pub(crate) fn force(&mut self, at: usize, role: usize) {
        for (other, score) in self.nodes.get_mut(at).into_iter().flatten().enumerate() {
            if other != role {
                *score = -1e4;
            }
        }
    }

    /// The best path (Viterbi).
    pub(crate) fn best(&self) -> Vec<usize> {
        let mut back: Vec<[u8; COUNT]> = Vec::with_capacity(self.nodes.len());
        let Some(mut score) = self.nodes.first().copied() else { return Vec::new() };
        back.push([0; COUNT]);
        for (node, step) in self.nodes.iter().zip(&self.steps).skip(1) {
            let (mut next, mut from) = ([f32::NEG_INFINITY; COUNT], [0; COUNT]);
            for last in 0..COUNT {
                for here in 0..COUNT {
                    let sum = score[last] + step[last * COUNT + here] + node[here];
                    if sum > next[here] {
                        (next[here], from[here]) = (sum, last as u8);
                    }
                }
            }
            score = next;
            back.push(from);
        }
        let mut role = (0..COUNT).max_by(|a, b| score[*a].total_cmp(&score[*b])).unwrap_or(0);
        let mut path = vec![0; back.len()];
        for (i, from) in back.iter().enumerate().rev() {
            path[i] = role;
            role = usize::from(from[role]);
        }
        path
    }

    /// How likely each role is at each token.
    pub(crate) fn nodes(self) -> Vec<[f32; COUNT]> {
        self.sums(false).nodes
    }

    /// Marginals of tokens and of steps.
    pub(crate) fn marginals(self) -> Marginals {
        self.sums(true)
    }

    /// Forward–backward, scaled at each token so that nothing runs out of range. Scores give way to their exponentials, and
    /// these and the forward sums to marginals.
    fn sums(self, with_steps: bool) -> Marginals {
        let Self { nodes: mut emitted, mut steps } = self;
        let mut nodes: Vec<[f32; COUNT]> = Vec::with_capacity(emitted.len());
        let mut total = 0.0;
        for (emit, step) in emitted.iter_mut().zip(&mut steps) {
            let top = emit.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            *emit = emit.map(|score| exp(score - top));
            *step = step.map(exp);
            let mut sums = *emit;
            if let Some(last) = nodes.last() {
                for (here, sum) in sums.iter_mut().enumerate() {
                    *sum *= (0..COUNT).map(|l| last[l] * step[l * COUNT + here]).sum::<f32>();
                }
            }
            let scale = sums.iter().sum::<f32>().max(f32::MIN_POSITIVE);
            if with_steps {
                total += scale.ln() + top;
            }
            nodes.push(sums.map(|sum| sum / scale));
        }
        let mut backward = [1.0; COUNT];
        for i in (0..nodes.len()).rev() {
            let joint: [f32; COUNT] = std::array::from_fn(|r| nodes[i][r] * backward[r]);
            let sum = joint.iter().sum::<f32>().max(f32::MIN_POSITIVE);
            nodes[i] = joint.map(|x| x / sum);
            if i == 0 {
                break;
            }
            let ahead: [f32; COUNT] = std::array::from_fn(|r| emitted[i][r] * backward[r]);
            let mut before = [0.0; COUNT];
            for last in 0..COUNT {
                for here in 0..COUNT {
                    before[last] += steps[i][last * COUNT + here] * ahead[here];
                }
            }
            if with_steps {
                for (at, pair) in steps[i].iter_mut().enumerate() {
                    *pair = nodes[i - 1][at / COUNT] * *pair * ahead[at % COUNT];
                }
                let sum = steps[i].iter().sum::<f32>().max(f32::MIN_POSITIVE);
                steps[i] = steps[i].map(|x| x / sum);
            }
            let sum = before.iter().sum::<f32>().max(f32::MIN_POSITIVE);
            backward = before.map(|x| x / sum);
        }
        steps.first_mut().into_iter().for_each(|first| *first = [0.0; COUNT * COUNT]);
        Marginals { nodes, steps, total }
    }
}

/// The exponential function to about six digits, in few steps that need no branch: 2 to the nearest whole power, times a
/// polynomial for the rest.
#[inline]
fn exp(x: f32) -> f32 {
    /// Adding this leaves the nearest whole number in the low bits.
    const ROUND: f32 = 12_582_912.0;
    let x = x.clamp(-85.0, 85.0) * std::f32::consts::LOG2_E;
    let rounded = x + ROUND;
    let rest = x - (rounded - ROUND);
    let power = [0.009_618_13, 0.055_504_11, 0.240_226_5, std::f32::consts::LN_2, 1.0]
        .iter()
        .fold(0.001_333_36, |sum, factor| sum * rest + factor);
    let whole = rounded.to_bits().wrapping_sub(ROUND.to_bits());
    f32::from_bits(power.to_bits().wrapping_add(whole << 23))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A window of three tokens with scores that follow no pattern.
    fn lattice() -> Lattice {
        let score = |n: usize| ((n * 7919) % 23) as f32 / 7.0 - 1.5;
        Lattice {
            nodes: (0..3).map(|i| std::array::from_fn(|r| score(i * 5 + r))).collect(),
            steps: (0..3).map(|i| std::array::from_fn(|p| score(i * 17 + p + 3))).collect(),
        }
    }

    fn score(lattice: &Lattice, path: &[usize]) -> f32 {
        let nodes: f32 = path.iter().enumerate().map(|(i, r)| lattice.nodes[i][*r]).sum();
        let step = |i: usize| lattice.steps[i][path[i - 1] * COUNT + path[i]];
        nodes + (1..path.len()).map(step).sum::<f32>()
    }

    fn paths() -> Vec<[usize; 3]> {
        (0..64).map(|n| [n / 16, n / 4 % 4, n % 4]).collect()
    }

    #[test]
    fn the_exponential_is_near_enough() {
        for n in -800..=800 {
            let x = n as f32 / 10.0;
            assert!((exp(x) / x.exp() - 1.0).abs() < 1e-5, "{x}");
        }
        assert!(exp(-1e4) < 1e-30);
    }

    #[test]
    fn the_best_path_is_the_best_of_all() {
        let lattice = lattice();
        let best =
            paths().into_iter().max_by(|a, b| score(&lattice, a).total_cmp(&score(&lattice, b)));
        assert_eq!(lattice.best(), best.unwrap());
    }

    #[test]
    fn marginals_are_sums_over_all_paths() {
        let (lattice, all) = (lattice(), paths());
        let weight = |path: &[usize; 3]| score(&lattice, path).exp();
        let total: f32 = all.iter().map(weight).sum();
        let marginals = lattice.clone().marginals();
        assert!((marginals.total - total.ln()).abs() < 1e-4);
        for (i, node) in marginals.nodes.iter().enumerate() {
            for (role, got) in node.iter().enumerate() {
                let sum: f32 = all.iter().filter(|p| p[i] == role).map(weight).sum();
                assert!((got - sum / total).abs() < 1e-4);
            }
        }
        let pair: f32 = all.iter().filter(|p| p[0] == 1 && p[1] == 3).map(weight).sum();
        assert!((marginals.steps[1][COUNT + 3] - pair / total).abs() < 1e-4);
    }
}
