//! Parts of a parsed file, each knowing where it stands, and the list of those that were not understood.

use std::fmt::Write;

use serde_json::{Map, Value};

use crate::formats::SetAside;

/// How many parts are listed one by one. What is more is counted: a hostile file could fill the memory.
const MAX_LISTED: usize = 100_000;

/// Where a part stands.
#[derive(Clone, Copy, Debug)]
enum Place<'a> {
    Root,
    Member(&'a Place<'a>, &'a str),
    Element(&'a Place<'a>, usize),
}

impl Place<'_> {
    /// The place as a JSON Pointer (RFC 6901).
    fn pointer(&self, out: &mut String) {
        match self {
            Self::Root => {}
            Self::Member(parent, name) => {
                parent.pointer(out);
                out.push('/');
                out.push_str(&name.replace('~', "~0").replace('/', "~1"));
            }
            Self::Element(parent, index) => {
                parent.pointer(out);
                // Writing to a string cannot fail.
                let _ = write!(out, "/{index}");
            }
        }
    }
}

/// A part of the file.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Node<'a> {
    value: &'a Value,
    place: Place<'a>,
}

impl<'a> Node<'a> {
    /// The whole file.
    pub(in super::super) fn root(value: &'a Value) -> Self {
        Self { value, place: Place::Root }
    }

    /// The part as JSON.
    pub(in super::super) fn json(&self) -> String {
        self.value.to_string()
    }

    /// Whether it is an object or a list: the only parts that can hold others.
    pub(in super::super) fn is_compound(&self) -> bool {
        self.value.is_object() || self.value.is_array()
    }

    /// Its members, where it is an object.
    pub(in super::super) fn object(&self) -> Option<&'a Map<String, Value>> {
        self.value.as_object()
    }

    /// The member of this name; `null` is no member.
    pub(in super::super) fn get<'b>(&'b self, name: &'b str) -> Option<Node<'b>> {
        let value = self.value.get(name).filter(|value| !value.is_null())?;
        Some(Node { value, place: Place::Member(&self.place, name) })
    }

    /// Its elements; what is no list is its own only element, as JSON-LD has it.
    pub(in super::super) fn each(&self) -> impl Iterator<Item = Node<'_>> {
        let list = self.value.as_array();
        let elements = list.into_iter().flatten().enumerate();
        let elements =
            elements.map(|(i, value)| Node { value, place: Place::Element(&self.place, i) });
        elements.chain(list.is_none().then_some(*self))
    }

    /// The elements of the member of this name; none where there is no such member.
    ///
    /// Elements refer to the place of their list, so they are handed over one by one.
    pub(in super::super) fn for_each(&self, name: &str, mut visit: impl FnMut(Node<'_>)) {
        if let Some(member) = self.get(name) {
            member.each().for_each(&mut visit);
        }
    }

    /// Its text, where it is a string.
    pub(in super::super) fn text(&self) -> Option<&'a str> {
        self.value.as_str()
    }

    /// The text of the member of this name.
    pub(in super::super) fn text_of(&self, name: &str) -> Option<&'a str> {
        self.value.get(name)?.as_str()
    }

    /// Its number, where it is whole, not negative and at most `u32::MAX`. `12.0` is whole: JSON-LD
    /// processors may write it so.
    pub(in super::super) fn number(&self) -> Option<u32> {
        let exact = self.value.as_u64().and_then(|n| u32::try_from(n).ok());
        exact.or_else(|| {
            let n = self.value.as_f64()?;
            (n.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&n)).then_some(n as u32)
        })
    }

    /// Whether the member of this name is `word`, or a list that has it.
    pub(in super::super) fn has(&self, name: &str, word: &str) -> bool {
        match self.value.get(name) {
            Some(Value::String(only)) => only == word,
            Some(Value::Array(list)) => list.iter().any(|value| value == word),
            _ => false,
        }
    }
}

/// What a member gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) enum Found<T> {
    /// A value.
    Given(T),
    /// There is no such member.
    Absent,
    /// There is one, and it was set aside.
    Broken,
}

impl<T> Found<T> {
    /// Reads the member `name` of `node`; what `read` refuses is set aside. `expected` completes the sentence
    /// “This should be …”.
    pub(in super::super) fn read(
        node: &Node<'_>,
        name: &str,
        aside: &mut Aside,
        expected: &str,
        read: impl FnOnce(&Node<'_>) -> Option<T>,
    ) -> Self {
        let Some(member) = node.get(name) else { return Self::Absent };
        match read(&member) {
            Some(value) => Self::Given(value),
            None => {
                aside.put(&member, format!("This should be {expected}."));
                Self::Broken
            }
        }
    }

    /// The value as something else.
    pub(in super::super) fn map<U>(self, change: impl FnOnce(T) -> U) -> Found<U> {
        match self {
            Self::Given(value) => Found::Given(change(value)),
            Self::Absent => Found::Absent,
            Self::Broken => Found::Broken,
        }
    }

    /// The value, if any.
    pub(in super::super) fn given(self) -> Option<T> {
        match self {
            Self::Given(value) => Some(value),
            Self::Absent | Self::Broken => None,
        }
    }
}

impl Found<bool> {
    /// Reads a member that is `true` or `false`.
    pub(in super::super) fn flag(node: &Node<'_>, name: &str, aside: &mut Aside) -> Self {
        Self::read(node, name, aside, "true or false", |flag| flag.value.as_bool())
    }
}

/// The parts that were not understood.
#[derive(Debug, Default)]
pub(in super::super) struct Aside {
    listed: Vec<SetAside>,
    more: usize,
}

impl Aside {
    /// Sets a part aside. `reason` is a sentence.
    pub(in super::super) fn put(&mut self, node: &Node<'_>, reason: impl Into<String>) {
        if self.listed.len() >= MAX_LISTED {
            self.more += 1;
            return;
        }
        let mut place = String::new();
        node.place.pointer(&mut place);
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
    fn only_whole_numbers_in_range_are_numbers() {
        let number = |value: Value| Node::root(&value).number();
        assert_eq!(number(json!(12)), Some(12));
        assert_eq!(number(json!(12.0)), Some(12));
        assert_eq!(number(json!(u32::MAX)), Some(u32::MAX));
        for hostile in [json!(-1), json!(1e99), json!(0.5), json!(1_u64 << 32), json!("7")] {
            assert_eq!(number(hostile), None);
        }
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
