//! JSON text → values, told of names that stand twice in one object.

use std::{cell::RefCell, fmt};

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::{read::Place, scan::scan};
use crate::formats::{FormatError, MAX_BYTES, SetAside};

/// A parsed file.
#[derive(Debug, PartialEq)]
pub(in super::super) struct Parsed {
    /// What it holds. Of members with one name, the last.
    pub(in super::super) value: Value,
    /// The members that a later one of the same name hides.
    pub(in super::super) hidden: Vec<SetAside>,
}

/// Parses a file.
///
/// # Errors
/// Where it is too large, too deep, has too many values, or is not JSON.
pub(in super::super) fn parse(file: &str) -> Result<Parsed, FormatError> {
    if file.len() > MAX_BYTES {
        return Err(FormatError::TooLarge);
    }
    let file = scan(file.strip_prefix('\u{feff}').unwrap_or(file))?;
    let mut json = serde_json::Deserializer::from_str(&file);
    let hidden = RefCell::default();
    let read = Part { place: Place::Root, hidden: &hidden }.deserialize(&mut json);
    let value = read.and_then(|value| json.end().map(|()| value)).map_err(|error| {
        let (line, column) = (error.line().max(1), error.column().max(1));
        // The only complaint of the parser that is not about grammar.
        if error.to_string().starts_with("number out of range") {
            FormatError::Number { line, column }
        } else {
            FormatError::NotJson { line, column }
        }
    })?;
    Ok(Parsed { value, hidden: hidden.into_inner() })
}

/// A value about to be read, and where it stands.
#[derive(Clone, Copy)]
struct Part<'a> {
    place: Place<'a>,
    hidden: &'a RefCell<Vec<SetAside>>,
}

impl<'de> DeserializeSeed<'de> for Part<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Value, D::Error> {
        json.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Part<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        loop {
            let place = Place::Element(&self.place, values.len());
            match list.next_element_seed(Part { place, ..self })? {
                Some(value) => values.push(value),
                None => return Ok(values.into()),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Value, A::Error> {
        let mut members = Map::new();
        while let Some(name) = object.next_key::<String>()? {
            let place = Place::Member(&self.place, &name);
            let value = object.next_value_seed(Part { place, ..self })?;
            if let Some(hidden) = members.insert(name.clone(), value) {
                self.hidden.borrow_mut().push(SetAside {
                    place: place.pointer(),
                    reason: "This name stands twice in one object; the later member counts.".into(),
                    json: hidden.to_string(),
                });
            }
        }
        Ok(members.into())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use serde_json::json;

    use super::*;

    #[test]
    fn values_are_those_of_the_file() {
        let file = r#"{"a":[null,true,-1,18446744073709551615,0.5,1e2,"\u00e9"],"b":{}}"#;
        let value = json!({ "a": [null, true, -1, u64::MAX, 0.5, 100.0, "é"], "b": {} });
        assert_eq!(parse(file), Ok(Parsed { value, hidden: vec![] }));
    }

    #[test]
    fn of_members_with_one_name_the_earlier_are_set_aside() {
        let parsed = parse(r#"{"a":[0,{"b":{"c":1},"b":2,"b":3}],"d":4}"#).unwrap();
        assert_eq!(parsed.value, json!({ "a": [0, { "b": 3 }], "d": 4 }));
        let hidden: Vec<_> = parsed.hidden.iter().map(|it| (&*it.place, &*it.json)).collect();
        assert_eq!(hidden, [("/a/1/b", r#"{"c":1}"#), ("/a/1/b", "2")]);
    }

    #[test]
    fn tells_where_it_breaks_off() {
        assert_eq!(parse("{\n  \"a\": x"), Err(FormatError::NotJson { line: 2, column: 8 }));
        assert_eq!(parse(""), Err(FormatError::NotJson { line: 1, column: 1 }));
        assert_eq!(parse("[] []"), Err(FormatError::NotJson { line: 1, column: 4 }));
        assert!(parse("\u{feff}[]").is_ok(), "a byte order mark is no error");
    }

    #[test]
    fn a_broken_escape_is_left_to_the_parser() {
        assert_eq!(parse("[\"\\ud8"), Err(FormatError::NotJson { line: 1, column: 6 }));
        assert!(matches!(parse("[\"\\uд8з9\"]"), Err(FormatError::NotJson { line: 1, .. })));
    }

    #[test]
    fn a_number_beyond_all_numbers_is_json_that_cannot_be_read() {
        assert_eq!(parse("[\n1e999]"), Err(FormatError::Number { line: 2, column: 5 }));
    }
}
