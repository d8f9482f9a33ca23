//! When each field was written, so that importing merges field by field.
//!
//! `all` holds for every field that is not named: most fields of most records were written at once, and a file
//! of 10,000 claims is a quarter smaller for it.

use super::{
    json::{Aside, Found, Node, Writer},
    terms::{ALL, STAMPS},
};
use crate::record::{NodeId, Register, Stamp, Timestamp};

/// Writes the stamps of a record's fields.
pub(super) fn write(w: &mut Writer, stamps: &[(&str, Stamp)]) {
    let Some((_, all)) = stamps.first() else { return };
    w.object(STAMPS, |w| {
        w.text(ALL, &all.to_string());
        for (field, stamp) in stamps.iter().filter(|(_, stamp)| stamp != all) {
            w.text(field, &stamp.to_string());
        }
    });
}

/// The stamps of one record, as a file gives them.
#[derive(Debug)]
pub(super) struct Stamps {
    named: Vec<(&'static str, Stamp)>,
    all: Option<Stamp>,
    fallback: Stamp,
}

impl Stamps {
    /// Reads the stamps of a record that has these fields. `modified` stamps what has a value and no stamp.
    pub(super) fn read(
        record: &Node<'_>,
        fields: &[&'static str],
        modified: Timestamp,
        aside: &mut Aside,
    ) -> Self {
        let fallback = Stamp { at: modified, counter: 0, node: NodeId::from_u128(0) };
        let mut stamps = Self { named: Vec::new(), all: None, fallback };
        let Some(node) = record.get(STAMPS) else { return stamps };
        if node.object().is_none() {
            aside.put(&node, "This should be an object with a stamp for each field.");
            return stamps;
        }
        let mut stamp = |field| {
            let expected = "a stamp: milliseconds.counter.writer";
            Found::read(&node, field, aside, expected, |n| n.text()?.parse().ok()).given()
        };
        stamps.all = stamp(ALL);
        for field in fields {
            stamps.named.extend(stamp(field).map(|stamp| (*field, stamp)));
        }
        aside.unknown(&node, &[&[ALL], fields]);
        stamps
    }

    /// Whether the file says when `field` was written.
    pub(super) fn has(&self, field: &str) -> bool {
        self.stamp(field).is_some()
    }

    /// The field as a register. A value that is there has its stamp, or else the record's time. One that is
    /// not there, or could not be read, only counts as erased where a stamp says so: else it gives way to
    /// whatever is known already.
    pub(super) fn register<T>(&self, field: &str, found: Found<T>, default: T) -> Register<T> {
        let stamp = match found {
            Found::Given(_) => self.stamp(field).unwrap_or(self.fallback),
            Found::Absent => self.stamp(field).unwrap_or(Stamp::shipped()),
            Found::Broken => Stamp::shipped(),
        };
        Register::new(found.given().unwrap_or(default), stamp)
    }

    fn stamp(&self, field: &str) -> Option<Stamp> {
        let named = self.named.iter().find(|(name, _)| *name == field);
        named.map(|(_, stamp)| *stamp).or(self.all)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use serde_json::{Value, json};

    use super::*;

    const FIELDS: &[&str] = &["name", "kind"];

    fn stamp(at: u64) -> Stamp {
        Stamp { at: Timestamp::from_millis(at), counter: 3, node: NodeId::from_u128(7) }
    }

    fn read(record: &Value) -> (Stamps, usize) {
        let mut aside = Aside::default();
        let stamps =
            Stamps::read(&Node::root(record), FIELDS, Timestamp::from_millis(50), &mut aside);
        (stamps, aside.finish().len())
    }

    #[test]
    fn one_stamp_stands_for_all_fields_that_share_it() {
        let json = Writer::document(|w| {
            write(w, &[("name", stamp(1)), ("kind", stamp(1)), ("parent", stamp(2))]);
        });
        let json: Value = serde_json::from_str(&json).unwrap();
        let expected =
            json!({ "stamps": { "all": stamp(1).to_string(), "parent": stamp(2).to_string() } });
        assert_eq!(json, expected);
    }

    #[test]
    fn a_value_has_its_own_stamp_then_that_of_all_then_the_time_of_the_record() {
        let (named, _) = read(
            &json!({ "stamps": { "all": stamp(1).to_string(), "kind": stamp(2).to_string() } }),
        );
        let at = |stamps: &Stamps, field| stamps.register(field, Found::Given(1), 0).stamp();
        assert_eq!(at(&named, "kind"), stamp(2));
        assert_eq!(at(&named, "name"), stamp(1));
        let (none, _) = read(&json!({}));
        let expected =
            Stamp { at: Timestamp::from_millis(50), counter: 0, node: NodeId::from_u128(0) };
        assert_eq!(at(&none, "name"), expected);
    }

    #[test]
    fn what_is_missing_or_broken_erases_nothing_unless_a_stamp_says_so() {
        let (stamps, _) = read(&json!({ "stamps": { "kind": stamp(2).to_string() } }));
        let at = |field, found| stamps.register::<u8>(field, found, 0).stamp();
        assert_eq!(at("name", Found::Absent), Stamp::shipped());
        assert_eq!(at("kind", Found::Absent), stamp(2));
        assert_eq!(at("kind", Found::Broken), Stamp::shipped());
    }

    #[test]
    fn sets_aside_what_is_no_stamp() {
        assert_eq!(read(&json!({ "stamps": "yesterday" })).1, 1);
        let (stamps, aside) = read(&json!({ "stamps": { "all": -1, "name": "x", "colour": "1" } }));
        assert_eq!(aside, 3);
        assert!(!stamps.has("name"));
    }
}
