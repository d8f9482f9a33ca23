//! Learns the weights of the tagger.

use claimlight::suggest::lab::{self, FEATURES, ROLES};

use crate::{
    align::Taught,
    ftrl::{Ftrl, Pace},
};

/// How long and how fast to learn.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plan {
    pub(crate) rounds: usize,
    pub(crate) chain: Pace,
    pub(crate) trigger: Pace,
    /// How often to learn all over.
    pub(crate) turns: u64,
    pub(crate) seed: u64,
    /// Share of features left out at each look, so that none is relied on alone.
    pub(crate) dropped: f32,
}

impl Default for Plan {
    fn default() -> Self {
        Self {
            rounds: 14,
            chain: Pace { alpha: 0.08, beta: 1.0, l1: 9.0, l2: 0.5 },
            trigger: Pace { alpha: 0.2, beta: 1.0, l1: 3.0, l2: 0.5 },
            turns: 3,
            seed: 2026,
            dropped: 0.3,
        }
    }
}

/// Weights as they come out.
pub(crate) struct Weights {
    pub(crate) nodes: Vec<[f32; ROLES]>,
    pub(crate) steps: Vec<[f32; ROLES * ROLES]>,
    pub(crate) triggers: Vec<[f32; 1]>,
}

/// Learns from these examples, several times in different order, and takes the mean.
pub(crate) fn learn(all: &[&Taught], plan: Plan) -> Weights {
    let mut sum = learn_once(all, plan);
    for turn in 1..plan.turns {
        let more = learn_once(all, Plan { seed: plan.seed + turn, ..plan });
        add(&mut sum.nodes, &more.nodes);
        add(&mut sum.steps, &more.steps);
        add(&mut sum.triggers, &more.triggers);
    }
    // At use, all features speak at once.
    let share = (1.0 - plan.dropped) / plan.turns as f32;
    sum.nodes.iter_mut().flatten().for_each(|w| *w *= share);
    sum.steps.iter_mut().flatten().for_each(|w| *w *= share);
    sum.triggers.iter_mut().flatten().for_each(|w| *w *= share);
    sum
}

fn add<const N: usize>(sum: &mut [[f32; N]], more: &[[f32; N]]) {
    for (sum, more) in sum.iter_mut().flatten().zip(more.iter().flatten()) {
        *sum += more;
    }
}

fn learn_once(all: &[&Taught], plan: Plan) -> Weights {
    let mut nodes = Ftrl::<ROLES>::new(FEATURES, plan.chain);
    let mut steps = Ftrl::<{ ROLES * ROLES }>::new(FEATURES, plan.chain);
    let mut triggers = Ftrl::<1>::new(FEATURES, plan.trigger);
    let mut order: Vec<usize> = (0..all.len()).collect();
    let mut random = Random(plan.seed);
    for _ in 0..plan.rounds {
        random.shuffle(&mut order);
        for at in &order {
            let taught = all[*at];
            let wanted = f32::from(u8::from(taught.right));
            let features = &random.keep(&taught.example.features, plan.dropped);
            let likely = 1.0 / (1.0 + (-triggers.score(features)[0]).exp());
            triggers.learn(features, &[likely - wanted]);
            if taught.right {
                learn_chain(taught, plan.dropped, &mut random, &mut nodes, &mut steps);
            }
        }
    }
    Weights { nodes: nodes.weights(), steps: steps.weights(), triggers: triggers.weights() }
}

fn learn_chain(
    taught: &Taught,
    dropped: f32,
    random: &mut Random,
    nodes: &mut Ftrl<ROLES>,
    steps: &mut Ftrl<{ ROLES * ROLES }>,
) {
    let example = &taught.example;
    let mut kept = |all: &[Vec<u32>]| -> Vec<Vec<u32>> {
        all.iter().map(|features| random.keep(features, dropped)).collect()
    };
    let (seen, moved) = (kept(&example.nodes), kept(&example.steps));
    let scores = seen.iter().map(|features| nodes.score(features)).collect();
    let moves = moved.iter().map(|features| steps.score(features)).collect();
    let mut chain = lab::chain(scores, moves);
    for (i, role) in taught.roles.iter().enumerate() {
        chain.nodes[i][*role] -= 1.0;
        nodes.learn(&seen[i], &chain.nodes[i]);
        if i > 0 {
            chain.steps[i][taught.roles[i - 1] * ROLES + role] -= 1.0;
            steps.learn(&moved[i], &chain.steps[i]);
        }
    }
}

/// SplitMix64.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// `features` without a share of them.
    fn keep(&mut self, features: &[u32], dropped: f32) -> Vec<u32> {
        let least = (dropped * 256.0) as u64;
        let mut bits = (0_u64, 0);
        let kept = features.iter().filter(|_| {
            if bits.1 == 0 {
                bits = (self.next(), 8);
            }
            let byte = bits.0 & 255;
            bits = (bits.0 >> 8, bits.1 - 1);
            byte >= least
        });
        kept.copied().collect()
    }

    pub(crate) fn shuffle(&mut self, order: &mut [usize]) {
        for i in (1..order.len()).rev() {
            order.swap(i, (self.next() % (i as u64 + 1)) as usize);
        }
    }
}
