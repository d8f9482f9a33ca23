//! How much room the records of localStorage take.

use std::{collections::BTreeMap, ops::Bound};

use crate::text::utf16_len;

/// How many UTF-16 units each key and its record take, and all together: asked at every write, so it is never added up.
#[derive(Debug, Default)]
pub(super) struct Sizes {
    by_name: BTreeMap<String, usize>,
    all: usize,
}

impl Sizes {
    /// Of these names and records.
    pub(super) fn of(records: &[(String, String)]) -> Self {
        let mut sizes = Self::default();
        records.iter().for_each(|(name, record)| sizes.insert(name, record));
        sizes
    }

    /// What all take.
    pub(super) const fn all(&self) -> usize {
        self.all
    }

    /// What a record takes, its name included; 0 where there is none.
    pub(super) fn get(&self, name: &str) -> usize {
        self.by_name.get(name).copied().unwrap_or_default()
    }

    /// Those whose names start so, and what they take.
    pub(super) fn starting_with<'a>(
        &'a self,
        start: &'a str,
    ) -> impl Iterator<Item = (&'a str, usize)> {
        let from = self.by_name.range::<str, _>((Bound::Included(start), Bound::Unbounded));
        from.map(|(name, size)| (name.as_str(), *size))
            .take_while(move |it| it.0.starts_with(start))
    }

    /// This stands there now.
    pub(super) fn insert(&mut self, name: &str, record: &str) {
        let size = utf16_len(name) + utf16_len(record);
        self.all += size;
        self.all -= self.by_name.insert(name.to_owned(), size).unwrap_or_default();
    }

    /// Nothing stands there now.
    pub(super) fn remove(&mut self, name: &str) {
        self.all -= self.by_name.remove(name).unwrap_or_default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_is_what_the_records_take_whatever_happened_to_them() {
        let record = |name: &str, record: &str| (name.to_owned(), record.to_owned());
        let mut sizes = Sizes::of(&[record("a/1", "ab"), record("a/2", "š😀"), record("b", "")]);
        assert_eq!(
            (sizes.get("a/1"), sizes.get("a/2"), sizes.get("b"), sizes.all()),
            (5, 6, 1, 12)
        );
        sizes.insert("a/1", "a");
        sizes.remove("b");
        sizes.remove("none");
        assert_eq!((sizes.get("a/1"), sizes.get("b"), sizes.all()), (4, 0, 10));
        assert_eq!(sizes.starting_with("a/").collect::<Vec<_>>(), [("a/1", 4), ("a/2", 6)]);
        assert_eq!(sizes.starting_with("a/2").count(), 1);
    }
}
