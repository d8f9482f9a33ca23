//! JSON as records have it: names, texts, whole numbers, truth values, lists and objects.
//!
//! A page that opens needs no other, so `serde_json`, which reads and writes all that JSON can say and tells where a
//! file breaks off, is left to imported files. What each type compiles to is less by half here: an object is only read
//! by names, a number is whole, and an error is a few words.

mod read;
mod write;

use std::fmt;

pub(super) use self::{read::from_str, write::to_string};

/// Why a value has no JSON form here, or JSON no value; the end of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Error(Box<str>);

impl Error {
    #[cold]
    #[inline(never)]
    fn of(reason: &str) -> Self {
        Self(reason.into())
    }

    #[cold]
    #[inline(never)]
    fn about(reason: &str, name: &str) -> Self {
        Self::of(&[reason, " “", name, "”"].concat())
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Error {}

impl serde::ser::Error for Error {
    fn custom<T: fmt::Display>(reason: T) -> Self {
        Self::of(&reason.to_string())
    }
}

impl serde::de::Error for Error {
    fn custom<T: fmt::Display>(reason: T) -> Self {
        Self::of(&reason.to_string())
    }

    fn invalid_type(_found: serde::de::Unexpected<'_>, _wanted: &dyn serde::de::Expected) -> Self {
        Self::of(OTHER_KIND)
    }

    fn invalid_value(_found: serde::de::Unexpected<'_>, _wanted: &dyn serde::de::Expected) -> Self {
        Self::of("a number is out of range")
    }

    fn invalid_length(_length: usize, _wanted: &dyn serde::de::Expected) -> Self {
        Self::of("a list has another length")
    }

    fn unknown_variant(name: &str, _known: &'static [&'static str]) -> Self {
        Self::about("it does not know", name)
    }

    fn unknown_field(name: &str, _known: &'static [&'static str]) -> Self {
        Self::about("it does not know", name)
    }

    fn missing_field(name: &'static str) -> Self {
        Self::about("it lacks", name)
    }

    fn duplicate_field(name: &'static str) -> Self {
        Self::about("it has twice", name)
    }
}

const OTHER_KIND: &str = "a value is of another kind";

#[cfg(test)]
mod tests {
    use std::fmt::Debug;

    use proptest::{collection::vec, prelude::*};
    use serde::{Deserialize, Serialize, de::DeserializeOwned};

    use super::*;
    use crate::order::Map;

    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    enum Kind {
        PlainOne,
        Named(String),
        Both(u8, bool),
        Fields { a: Option<i32> },
    }

    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
    struct Thing {
        kind: Vec<Kind>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        maybe: Option<Box<Thing>>,
        pair: (u64, i64),
        by_name: Map<String, String>,
    }

    fn thing() -> impl Strategy<Value = Thing> {
        let kind = prop_oneof![
            Just(Kind::PlainOne),
            any::<String>().prop_map(Kind::Named),
            any::<(u8, bool)>().prop_map(|(n, it)| Kind::Both(n, it)),
            any::<Option<i32>>().prop_map(|a| Kind::Fields { a }),
        ];
        let by_name = vec(("[a-c\"\\\\\n]{0,2}", "(\\PC|[\u{0}-\u{1f}\u{7f}\"\\\\/𝒜])*"), 0..4);
        (vec(kind, 0..4), any::<(u64, i64)>(), by_name).prop_map(|(kind, pair, by_name)| {
            let by_name: Map<String, String> = by_name.into_iter().collect();
            let inner = Thing { kind: kind.clone(), maybe: None, pair, by_name: Map::new() };
            Thing { kind, maybe: Some(Box::new(inner)), pair, by_name }
        })
    }

    /// Both ways through this module and through `serde_json`.
    fn check<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) {
        let json = serde_json::to_string(value).unwrap();
        assert_eq!(to_string(value).as_ref(), Ok(&json));
        assert_eq!(from_str::<T>(&json).as_ref(), Ok(value));
    }

    proptest! {
        #[test]
        fn writes_what_serde_json_writes_and_reads_it(thing in thing()) {
            check(&thing);
            let pretty = serde_json::to_string_pretty(&thing).unwrap();
            prop_assert_eq!(from_str(&pretty), Ok(thing));
        }

        #[test]
        fn reads_the_escapes_of_others(text in any::<String>()) {
            let escaped: String = text.encode_utf16().map(|unit| format!("\\u{unit:04X}")).collect();
            prop_assert_eq!(from_str(&format!("\"{escaped}\"")), Ok(text));
        }

        #[test]
        fn any_text_is_a_value_or_an_error(text in any::<String>(), cut in 0usize..300, thing in thing()) {
            let _ = from_str::<Thing>(&text);
            let json = to_string(&thing).unwrap();
            if let Some(cut) = json.get(..cut.min(json.len() - 1)) {
                prop_assert!(from_str::<Thing>(cut).is_err());
            }
        }
    }

    #[test]
    fn passes_over_what_it_does_not_know() {
        let json = r#"{"kind":[],"new":{"a":[1.5e3,"}]\""],"b":null},"pair":[1,-1],"by_name":{}}"#;
        let thing = from_str::<Thing>(json).unwrap();
        assert_eq!(thing, Thing { kind: vec![], maybe: None, pair: (1, -1), by_name: Map::new() });
    }

    #[track_caller]
    fn refuses<T: DeserializeOwned + Debug>(json: &str, reason: &str) {
        assert_eq!(from_str::<T>(json).unwrap_err().to_string(), reason);
    }

    #[test]
    fn says_what_is_wrong() {
        refuses::<Thing>(r#"{"kind":[]}"#, "it lacks “pair”");
        refuses::<Kind>(r#""what""#, "it does not know “what”");
        refuses::<u8>("300", "a number is out of range");
        refuses::<u8>("1.5", "it is no JSON");
        refuses::<String>("3", OTHER_KIND);
        refuses::<(u8, u8)>("[1]", "a list has another length");
        refuses::<(u8, u8)>("[1,2,3]", "it is no JSON");
        refuses::<bool>("true false", "it is no JSON");
        refuses::<String>(r#""\ud800x""#, "it is no JSON");
    }

    #[test]
    fn depth_costs_no_stack() {
        let deep = format!(
            r#"{{"kind":[],"new":{}1{},"pair":[1,1],"by_name":{{}}}}"#,
            "[".repeat(1 << 20),
            "]".repeat(1 << 20)
        );
        assert!(from_str::<Thing>(&deep).is_ok());
    }
}
