//! JSON in the order people read it, two spaces to a level.
//!
//! `serde_json` sorts members by name, which would put an annotation's `body` before its `id`; this writes
//! them as they are told.

/// Writes one JSON document.
#[derive(Debug, Default)]
pub(in super::super) struct Writer {
    out: String,
    depth: usize,
    /// Whether the object or list being written already has something in it.
    filled: bool,
}

impl Writer {
    /// A document that is one object.
    pub(in super::super) fn document(fill: impl FnOnce(&mut Self)) -> String {
        let mut writer = Self::default();
        writer.bracketed('{', '}', fill);
        writer.out.push('\n');
        writer.out
    }

    /// A member that is a string.
    pub(in super::super) fn text(&mut self, name: &str, value: &str) {
        self.member(name);
        self.string(value);
    }

    /// A member that is a string, where there is one.
    pub(in super::super) fn some_text(&mut self, name: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.text(name, value);
        }
    }

    /// A member that is a whole number.
    pub(in super::super) fn number(&mut self, name: &str, value: usize) {
        self.member(name);
        self.out.push_str(&value.to_string());
    }

    /// A member that is `true`; what is false is left out.
    pub(in super::super) fn flag(&mut self, name: &str, value: bool) {
        if value {
            self.member(name);
            self.out.push_str("true");
        }
    }

    /// A member that is an object.
    pub(in super::super) fn object(&mut self, name: &str, fill: impl FnOnce(&mut Self)) {
        self.member(name);
        self.bracketed('{', '}', fill);
    }

    /// A member that is a list.
    pub(in super::super) fn list(&mut self, name: &str, fill: impl FnOnce(&mut Self)) {
        self.member(name);
        self.bracketed('[', ']', fill);
    }

    /// A member that is a list of strings, where there are any.
    pub(in super::super) fn some_texts<T: AsRef<str>>(&mut self, name: &str, values: &[T]) {
        if !values.is_empty() {
            self.list(name, |w| values.iter().for_each(|value| w.text_element(value.as_ref())));
        }
    }

    /// An element that is a string.
    pub(in super::super) fn text_element(&mut self, value: &str) {
        self.next();
        self.string(value);
    }

    /// An element that is an object.
    pub(in super::super) fn object_element(&mut self, fill: impl FnOnce(&mut Self)) {
        self.next();
        self.bracketed('{', '}', fill);
    }

    fn member(&mut self, name: &str) {
        self.next();
        self.string(name);
        self.out.push_str(": ");
    }

    fn next(&mut self) {
        if self.filled {
            self.out.push(',');
        }
        self.filled = true;
        self.line();
    }

    fn line(&mut self) {
        self.out.push('\n');
        for _ in 0..self.depth {
            self.out.push_str("  ");
        }
    }

    fn bracketed(&mut self, open: char, close: char, fill: impl FnOnce(&mut Self)) {
        self.out.push(open);
        self.depth += 1;
        self.filled = false;
        fill(self);
        self.depth -= 1;
        if self.filled {
            self.line();
        }
        self.out.push(close);
        self.filled = true;
    }

    /// RFC 8259, section 7: the quotation mark, the backslash and U+0000 to U+001F must be escaped.
    fn string(&mut self, value: &str) {
        self.out.push('"');
        let mut rest = value;
        while let Some(at) = rest.find(|c: char| matches!(c, '"' | '\\' | '\0'..='\x1f')) {
            let (plain, special) = rest.split_at(at);
            self.out.push_str(plain);
            let mut special = special.chars();
            match special.next().unwrap_or_default() {
                '\n' => self.out.push_str("\\n"),
                '\t' => self.out.push_str("\\t"),
                c @ ('"' | '\\') => self.out.extend(['\\', c]),
                c => {
                    let code = u32::from(c);
                    let digit = |shift: u32| char::from_digit(code >> shift & 15, 16);
                    self.out.push_str("\\u00");
                    self.out.extend([digit(4), digit(0)].into_iter().flatten());
                }
            }
            rest = special.as_str();
        }
        self.out.push_str(rest);
        self.out.push('"');
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn keeps_the_order_and_indents_by_two() {
        let json = Writer::document(|w| {
            w.text("z", "last letter");
            w.object("a", |w| {
                w.number("n", 7);
                w.flag("no", false);
                w.flag("yes", true);
            });
            w.list("empty", |_| ());
            w.list("list", |w| {
                w.text_element("x");
                w.object_element(|_| ());
            });
        });
        let expected = "{\n  \"z\": \"last letter\",\n  \"a\": {\n    \"n\": 7,\n    \"yes\": true\n  },\n  \
                        \"empty\": [],\n  \"list\": [\n    \"x\",\n    {}\n  ]\n}\n";
        assert_eq!(json, expected);
    }

    #[test]
    fn every_character_comes_back() {
        let every: String = ('\0'..='\u{ffff}').chain(['𝒜', '\u{10ffff}']).collect();
        let json = Writer::document(|w| w.text(&every, &every));
        let read: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(read.get(&every).and_then(|v| v.as_str()), Some(&*every));
        assert!(json.contains("\\u001f") && json.contains("\\\"") && json.contains("\\\\"));
    }
}
