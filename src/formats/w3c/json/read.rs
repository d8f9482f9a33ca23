//! Parts of a parsed file, each knowing where it stands.

use std::fmt::Write;

use serde_json::{Map, Value};

use super::aside::Aside;

/// Where a part stands.
#[derive(Clone, Copy, Debug)]
pub(super) enum Place<'a> {
    Root,
    Member(&'a Place<'a>, &'a str),
    Element(&'a Place<'a>, usize),
}

impl Place<'_> {
    /// The place as a JSON Pointer (RFC 6901).
    pub(super) fn pointer(&self) -> String {
        let mut pointer = String::new();
        self.write(&mut pointer);
        pointer
    }

    fn write(&self, out: &mut String) {
        match self {
            Self::Root => {}
            Self::Member(parent, name) => {
                parent.write(out);
                out.push('/');
                out.push_str(&name.replace('~', "~0").replace('/', "~1"));
            }
            Self::Element(parent, index) => {
                parent.write(out);
                // Writing to a string cannot fail.
                let _ = write!(out, "/{index}");
            }
        }
    }
}

/// A part of the file.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Node<'a> {
    pub(super) value: &'a Value,
    pub(super) place: Place<'a>,
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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

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
}
