//! The parts of a file that were not understood.

use serde_json::{Map, Value};

use super::read::Node;
use crate::formats::SetAside;

/// How many parts are listed one by one. What is more is counted: a hostile file could fill the memory.
const MAX_LISTED: usize = 100_000;

/// The parts that were not understood.
#[derive(Debug, Default)]
pub(in super::super) struct Aside {
    listed: Vec<SetAside>,
    more: usize,
}

impl Aside {
    /// A list that starts with these.
    pub(in super::super) fn of(mut listed: Vec<SetAside>) -> Self {
        let more = listed.len().saturating_sub(MAX_LISTED);
        listed.truncate(MAX_LISTED);
        Self { listed, more }
    }

    /// Sets a part aside. `reason` is a sentence.
    pub(in super::super) fn put(&mut self, node: &Node<'_>, reason: impl Into<String>) {
        if self.listed.len() >= MAX_LISTED {
            self.more += 1;
            return;
        }
        let place = node.place.pointer();
        self.listed.push(SetAside { place, reason: reason.into(), json: node.json() });
    }

    /// Sets aside the members of an object that are not among `known`: all of them as one part.
    pub(in super::super) fn unknown(&mut self, node: &Node<'_>, known: &[&[&str]]) {
        let is_known = |name: &str| known.iter().any(|names| names.contains(&name));
        let members = node.object().into_iter().flatten();
        let rest: Map<String, Value> = members
            .filter(|(name, value)| !is_known(name) && !value.is_null())
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect();
        if !rest.is_empty() {
            let names: Vec<String> = rest.keys().map(|name| format!("“{name}”")).collect();
            let reason = format!("Claimlight does not know {} here.", names.join(", "));
            self.put(&Node { value: &Value::Object(rest), place: node.place }, reason);
        }
    }

    /// How much is listed now, for [`Self::instead`].
    pub(in super::super) fn mark(&self) -> usize {
        self.listed.len()
    }

    /// Sets aside the whole of a part, in place of its own parts set aside since `mark`.
    pub(in super::super) fn instead(
        &mut self,
        mark: usize,
        node: &Node<'_>,
        reason: impl Into<String>,
    ) {
        self.listed.truncate(mark);
        self.put(node, reason);
    }

    /// The list.
    pub(in super::super) fn finish(mut self) -> Vec<SetAside> {
        if self.more > 0 {
            let reason =
                format!("{} more parts were not understood; they are not listed.", self.more);
            self.listed.push(SetAside { place: String::new(), reason, json: "null".to_owned() });
        }
        self.listed
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use serde_json::json;

    use super::*;

    fn only(aside: Aside) -> (String, String, String) {
        let mut list = aside.finish();
        assert_eq!(list.len(), 1);
        let SetAside { place, reason, json } = list.remove(0);
        (place, reason, json)
    }

    #[test]
    fn names_the_place_as_a_json_pointer() {
        let file = json!({ "a/b": [0, { "m~n": true }] });
        let root = Node::root(&file);
        let mut aside = Aside::default();
        root.for_each("a/b", |element| {
            if let Some(member) = element.get("m~n") {
                aside.put(&member, "Why.");
            }
        });
        let (place, ..) = only(aside);
        assert_eq!(place, "/a~1b/1/m~0n");
        assert_eq!(file.pointer(&place), Some(&json!(true)));
    }

    #[test]
    fn unknown_members_of_an_object_are_one_part() {
        let file = json!({ "id": 1, "group": "x", "user": [2], "none": null });
        let mut aside = Aside::default();
        aside.unknown(&Node::root(&file), &[&["id"]]);
        let expected = (
            String::new(),
            "Claimlight does not know “group”, “user” here.".to_owned(),
            r#"{"group":"x","user":[2]}"#.to_owned(),
        );
        assert_eq!(only(aside), expected);
    }

    #[test]
    fn the_whole_replaces_its_parts() {
        let file = json!({ "a": 1, "b": 2 });
        let root = Node::root(&file);
        let mut aside = Aside::default();
        let mark = aside.mark();
        aside.put(&root.get("a").unwrap(), "Part.");
        aside.put(&root.get("b").unwrap(), "Part.");
        aside.instead(mark, &root, "Whole.");
        assert_eq!(only(aside).1, "Whole.");
    }

    #[test]
    fn counts_what_it_does_not_list() {
        let file = json!(0);
        let mut aside = Aside::default();
        for _ in 0..MAX_LISTED + 3 {
            aside.put(&Node::root(&file), "No.");
        }
        let list = aside.finish();
        assert_eq!(list.len(), MAX_LISTED + 1);
        assert!(list.last().unwrap().reason.starts_with("3 more parts"));
    }
}
