//! Fields that merge.

use std::ops::Deref;

use serde::{Deserialize, Serialize};

use super::Stamp;

/// A last-writer-wins register: a value and when it was written. Reads as its value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "(Stamp, T)", into = "(Stamp, T)")]
#[serde(bound(serialize = "T: Clone + Serialize", deserialize = "T: Deserialize<'de>"))]
pub struct Register<T> {
    stamp: Stamp,
    value: T,
}

impl<T> Register<T> {
    /// `value`, written at `stamp`.
    pub const fn new(value: T, stamp: Stamp) -> Self {
        Self { stamp, value }
    }

    /// When the value was written.
    pub const fn stamp(&self) -> Stamp {
        self.stamp
    }
}

impl<T: Ord + Clone> Register<T> {
    /// The later of two writes; on equal stamps the greater value, so that the order of merging never
    /// matters.
    pub fn merge(&mut self, other: &Self) {
        if *other > *self {
            *self = other.clone();
        }
    }
}

impl<T> Deref for Register<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T> From<(Stamp, T)> for Register<T> {
    fn from((stamp, value): (Stamp, T)) -> Self {
        Self { stamp, value }
    }
}

impl<T> From<Register<T>> for (Stamp, T) {
    fn from(register: Register<T>) -> Self {
        (register.stamp, register.value)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::record::{NodeId, Timestamp};

    prop_compose! {
        fn register()(at in 0u64..3, counter in 0u32..2, node in 0u128..2, value in 0u8..3) -> Register<u8> {
            Register::new(value, Stamp { at: Timestamp::from_millis(at), counter, node: NodeId::from_u128(node) })
        }
    }

    fn merged(mut a: Register<u8>, b: &Register<u8>) -> Register<u8> {
        a.merge(b);
        a
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4096))]

        #[test]
        fn merging_is_commutative_associative_and_idempotent(a in register(), b in register(), c in register()) {
            prop_assert_eq!(merged(a.clone(), &b), merged(b.clone(), &a));
            prop_assert_eq!(merged(merged(a.clone(), &b), &c), merged(a.clone(), &merged(b.clone(), &c)));
            prop_assert_eq!(merged(a.clone(), &a), a);
        }
    }
}
