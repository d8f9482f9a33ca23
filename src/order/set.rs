//! A set that is a sorted list.

use std::borrow::Borrow;

use serde::{Deserialize, Serialize};

use super::sort;

/// Different things, in order. In JSON it is a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<T>", bound(deserialize = "T: Ord + Deserialize<'de>"))]
pub struct Set<T>(Vec<T>);

impl<T> Set<T> {
    /// Nothing.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// How many there are.
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.0.iter()
    }

    /// The place of `one`, or where it would go.
    fn find<Q: Ord + ?Sized>(&self, one: &Q) -> Result<usize, usize>
    where
        T: Borrow<Q>,
    {
        self.0.binary_search_by(|known| known.borrow().cmp(one))
    }

    /// Whether it is in.
    pub fn contains<Q: Ord + ?Sized>(&self, one: &Q) -> bool
    where
        T: Borrow<Q>,
    {
        self.find(one).is_ok()
    }

    /// Takes it out; whether it was in.
    pub fn remove<Q: Ord + ?Sized>(&mut self, one: &Q) -> bool
    where
        T: Borrow<Q>,
    {
        self.find(one).map(|at| self.0.remove(at)).is_ok()
    }
}

impl<T: Ord> Set<T> {
    /// Puts it in; whether it is new.
    pub fn insert(&mut self, one: T) -> bool {
        self.find(&one).map_err(|at| self.0.insert(at, one)).is_err()
    }
}

impl<T> Default for Set<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: Ord> From<Vec<T>> for Set<T> {
    fn from(mut all: Vec<T>) -> Self {
        sort(&mut all);
        all.dedup();
        Self(all)
    }
}

impl<T: Ord, const N: usize> From<[T; N]> for Set<T> {
    fn from(all: [T; N]) -> Self {
        Vec::from(all).into()
    }
}

impl<T: Ord> FromIterator<T> for Set<T> {
    fn from_iter<I: IntoIterator<Item = T>>(all: I) -> Self {
        all.into_iter().collect::<Vec<T>>().into()
    }
}

impl<T> IntoIterator for Set<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a, T> IntoIterator for &'a Set<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn holds_what_a_tree_holds(
            first in prop::collection::vec(0u8..20, 0..30),
            then in prop::collection::vec((0u8..20, any::<bool>()), 0..30),
        ) {
            let mut ours: Set<u8> = first.iter().copied().collect();
            let mut tree: BTreeSet<u8> = first.into_iter().collect();
            for (one, comes) in then {
                prop_assert_eq!(ours.contains(&one), tree.contains(&one));
                if comes {
                    prop_assert_eq!(ours.insert(one), tree.insert(one));
                } else {
                    prop_assert_eq!(ours.remove(&one), tree.remove(&one));
                }
            }
            let json = serde_json::to_string(&ours).unwrap();
            prop_assert_eq!(&json, &serde_json::to_string(&tree).unwrap());
            prop_assert_eq!(serde_json::from_str::<Set<u8>>(&json).unwrap(), ours);
        }

        #[test]
        fn is_read_in_any_order(mixed in prop::collection::vec(0u8..20, 0..30)) {
            let ours: Set<u8> = serde_json::from_str(&format!("{mixed:?}")).unwrap();
            let tree: BTreeSet<u8> = mixed.into_iter().collect();
            prop_assert!(ours.iter().eq(&tree));
        }
    }
}
