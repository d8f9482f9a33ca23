//! What the weights of a text’s features sum up to: of triggers, of tokens, and of steps between tokens.
//!
//! Weights are bytes and no token has more than a few dozen features, so that sums fit in 16 bits.

use super::{
    angle::Angle,
    chain::Lattice,
    features::{alone, role::COUNT, step},
    model::Model,
    shape::Shapes,
    sight::{Sight, Stand},
    table::Table,
};
use crate::suggest::{confidence::logistic, passage::Passage, rule::Site};

/// Sums of weights, by role.
type Roles = [i16; COUNT];

/// Sums of weights, by pair of roles.
type Pairs = [i16; COUNT * COUNT];

/// What a token says without regard to a trigger, as far as a trigger has asked: of each role, and of the step to it for
/// triggers behind it and for triggers before it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Alone {
    node: Option<Roles>,
    steps: [Option<Pairs>; 2],
}

/// What the last token had in common with its neighbours, so that it is summed up once.
#[derive(Default)]
struct Shared {
    by: Option<(Stand, u32)>,
    standing: Roles,
    distant: Roles,
}

impl Shared {
    /// What all tokens that stand so, so far away, say of each role.
    fn of(&mut self, nodes: &Table<COUNT>, sight: &Sight<'_>, stand: Stand, far: u32) -> Roles {
        let last = self.by.replace((stand, far));
        if last.is_none_or(|(last, _)| last != stand) {
            self.standing = Roles::default();
            sight.standing(stand, &mut |feature| nodes.add(feature, &mut self.standing));
        }
        if last != Some((stand, far)) {
            self.distant = self.standing;
            sight.distant(stand, far, &mut |feature| nodes.add(feature, &mut self.distant));
        }
        self.distant
    }
}

impl Model {
    /// How likely the trigger is one.
    pub(crate) fn trigger(&self, site: &Site<'_>, shapes: &Shapes, angle: &Angle) -> f32 {
        let mut sums = [0];
        angle.trigger(site, shapes, &mut |feature| self.triggers.add(feature, &mut sums));
        let [sum] = sums;
        logistic(f32::from(sum) * self.triggers.scale())
    }

    /// What token `i` alone says of each role.
    fn alone(&self, passage: &Passage<'_>, shapes: &Shapes, i: usize) -> Roles {
        let mut sums = Roles::default();
        alone(passage, shapes, i, &mut |feature| self.nodes.add(feature, &mut sums));
        sums
    }

    /// What the step to token `i` says of each pair of roles, for triggers on this side of it.
    fn step(&self, passage: &Passage<'_>, shapes: &Shapes, i: usize, side: u32) -> Pairs {
        let mut sums = Pairs::default();
        step(passage, shapes, i, side, &mut |feature| self.steps.add(feature, &mut sums));
        sums
    }

    /// The scores of the window of a site; `alone` is what each of its tokens says by itself.
    pub(crate) fn lattice(
        &self,
        site: &Site<'_>,
        shapes: &Shapes,
        sight: &Sight<'_>,
        alone: &mut [Alone],
    ) -> Lattice {
        let mut lattice = Lattice {
            nodes: Vec::with_capacity(alone.len()),
            steps: Vec::with_capacity(alone.len()),
        };
        let passage = site.passage;
        let mut shared = Shared::default();
        for (i, alone) in site.sentence.clone().zip(alone) {
            let (stand, far) = (sight.stand(i), sight.far(i));
            let mut sums = shared.of(&self.nodes, sight, stand, far);
            let mut add = |feature| self.nodes.add(feature, &mut sums);
            sight.seen(i, (stand, far), &mut add);
            let node = alone.node.get_or_insert_with(|| self.alone(passage, shapes, i));
            for (sum, alone) in sums.iter_mut().zip(node) {
                *sum += *alone;
            }
            lattice.nodes.push(sums.map(|sum| f32::from(sum) * self.nodes.scale()));
            let mut sums = Pairs::default();
            if i > site.sentence.start {
                let side = sight.side(i);
                let count = || self.step(passage, shapes, i, side);
                sums = match side {
                    1 => *alone.steps[0].get_or_insert_with(count),
                    3 => *alone.steps[1].get_or_insert_with(count),
                    _ => count(),
                };
                sight.step(i, &mut |feature| self.steps.add(feature, &mut sums));
            }
            lattice.steps.push(sums.map(|sum| f32::from(sum) * self.steps.scale()));
        }
        lattice
    }
}
