//! FTRL-proximal with L1: learns online, and leaves most weights at zero (McMahan et al. 2013).

/// How fast and how sparse.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pace {
    pub(crate) alpha: f32,
    pub(crate) beta: f32,
    pub(crate) l1: f32,
    pub(crate) l2: f32,
}

/// Weights of `N` outcomes by feature, as they are learnt.
pub(crate) struct Ftrl<const N: usize> {
    pace: Pace,
    sums: Vec<[f32; N]>,
    squares: Vec<[f32; N]>,
}

impl<const N: usize> Ftrl<N> {
    pub(crate) fn new(features: usize, pace: Pace) -> Self {
        Self { pace, sums: vec![[0.0; N]; features], squares: vec![[0.0; N]; features] }
    }

    fn weight(&self, sum: f32, square: f32) -> f32 {
        let over = sum.abs() - self.pace.l1;
        if over <= 0.0 {
            return 0.0;
        }
        -over.copysign(sum) / ((self.pace.beta + square.sqrt()) / self.pace.alpha + self.pace.l2)
    }

    /// The weights of one feature.
    pub(crate) fn row(&self, feature: u32) -> [f32; N] {
        let (sums, squares) = (&self.sums[feature as usize], &self.squares[feature as usize]);
        std::array::from_fn(|i| self.weight(sums[i], squares[i]))
    }

    /// The sum of the weights of these features.
    pub(crate) fn score(&self, features: &[u32]) -> [f32; N] {
        let mut all = [0.0; N];
        for feature in features {
            for (sum, weight) in all.iter_mut().zip(self.row(*feature)) {
                *sum += weight;
            }
        }
        all
    }

    /// Learns from the slope of the loss.
    pub(crate) fn learn(&mut self, features: &[u32], slope: &[f32; N]) {
        for feature in features {
            let row = self.row(*feature);
            let (sums, squares) =
                (&mut self.sums[*feature as usize], &mut self.squares[*feature as usize]);
            for i in 0..N {
                if slope[i] == 0.0 {
                    continue;
                }
                let square = squares[i] + slope[i] * slope[i];
                let step = (square.sqrt() - squares[i].sqrt()) / self.pace.alpha;
                sums[i] += slope[i] - step * row[i];
                squares[i] = square;
            }
        }
    }

    /// All weights.
    pub(crate) fn weights(&self) -> Vec<[f32; N]> {
        (0..self.sums.len() as u32).map(|feature| self.row(feature)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn learns_what_matters_and_nothing_else() {
        let pace = Pace { alpha: 0.5, beta: 1.0, l1: 1.0, l2: 0.0 };
        let mut ftrl = Ftrl::<1>::new(3, pace);
        for n in 0..200 {
            // Feature 1 says yes, feature 2 stands beside it by chance, feature 0 is always there.
            let yes = n % 2 == 0;
            let features: &[u32] = if yes {
                &[0, 1]
            } else if n % 4 == 1 {
                &[0, 2]
            } else {
                &[0]
            };
            let likely = 1.0 / (1.0 + (-ftrl.score(features)[0]).exp());
            ftrl.learn(features, &[likely - f32::from(u8::from(yes))]);
        }
        assert!(ftrl.row(1)[0] > 1.0);
        assert!(ftrl.row(0)[0] < 0.0);
    }
}
