//! The example and the words of `docs/FORMAT.md` are those of the program.

use std::{collections::BTreeSet, rc::Rc};

use claimlight::{
    annotation::{Claim, Mode, PATTERNS, SourceKind, Verdict},
    formats::{FormatError, MAX_BYTES},
    record::ClaimId,
};
use serde_json::{Map, Value, json};

use crate::{against_schema, example, export, import, in_order, json, path, read, w3c_model};

const EXAMPLE: &str = "tests/data/example.json";
const FORMAT: &str = "docs/FORMAT.md";

/// The export of a data set put together by hand in `example.rs`. To write it anew after a change of the format,
/// run the test with `CLAIMLIGHT_WRITE_EXAMPLE=1` and read the difference.
#[test]
fn the_example_is_what_the_program_writes() {
    let text = export(&example::dataset());
    if std::env::var_os("CLAIMLIGHT_WRITE_EXAMPLE").is_some() {
        std::fs::write(path(EXAMPLE), &text).unwrap();
    }
    assert_eq!(read(EXAMPLE), text);
}

#[test]
fn the_example_holds_to_schema_and_model_and_comes_back() {
    let file = json(&read(EXAMPLE));
    assert_eq!(against_schema(&file), Vec::<String>::new());
    w3c_model::check(&file);
    let imported = import(&read(EXAMPLE)).unwrap();
    assert_eq!((imported.set_aside, imported.data), (vec![], in_order(example::dataset())));
}

/// The blocks of the document that are fenced so.
fn fenced(language: &str) -> Vec<Value> {
    let document = read(FORMAT);
    let mut blocks = Vec::new();
    for part in document.split(&format!("\n```{language}\n")).skip(1) {
        blocks.push(json(part.split("\n```").next().unwrap()));
    }
    blocks
}

/// Whether `part` says nothing that `whole` does not: members and elements may be left out.
fn holds(whole: &Value, part: &Value) -> bool {
    match (whole, part) {
        (Value::Object(whole), Value::Object(part)) => {
            part.iter().all(|(name, value)| whole.get(name).is_some_and(|it| holds(it, value)))
        }
        (Value::Array(whole), Value::Array(part)) => {
            let mut rest = whole.iter();
            part.iter().all(|value| rest.any(|it| holds(it, value)))
        }
        (whole, part) => whole == part,
    }
}

/// Whether `part` is somewhere inside.
fn holds_inside(whole: &Value, part: &Value) -> bool {
    holds(whole, part)
        || match whole {
            Value::Object(members) => members.values().any(|it| holds_inside(it, part)),
            Value::Array(list) => list.iter().any(|it| holds_inside(it, part)),
            _ => false,
        }
}

#[test]
fn every_excerpt_is_from_the_example() {
    let example = json(&read(EXAMPLE));
    let excerpts = fenced("json");
    assert_eq!(excerpts.len(), 8);
    for excerpt in excerpts {
        assert!(holds_inside(&example, &excerpt), "{excerpt:#}");
    }
    assert!(
        !holds_inside(&example, &json!({ "mode": "direct", "total": 5 })),
        "the check can fail"
    );
}

#[test]
fn the_smallest_file_of_the_document_gives_a_claim() {
    let files = fenced("json import");
    assert_eq!(files.len(), 1);
    let imported = import(&files[0].to_string()).unwrap();
    assert_eq!((imported.set_aside, imported.data.claims.len()), (vec![], 1));
    assert_eq!(&*imported.data.claims[0].content[0].quote.exact, "The bridge is closed");
}

/// Our terms, as the shipped context defines them; what starts with a capital or is a prefix is none.
fn context() -> Map<String, Value> {
    let shipped = json(&read("assets/claimlight-context.jsonld"));
    let mut terms = shipped["@context"].as_object().unwrap().clone();
    terms.retain(|name, _| !["cl", "xsd"].contains(&name.as_str()));
    terms
}

#[test]
fn the_document_explains_every_term() {
    let document = read(FORMAT);
    for (term, _) in context() {
        assert!(document.contains(&format!("`{term}`")), "{term}");
    }
}

#[test]
fn the_document_names_every_choice() {
    let document = read(FORMAT);
    let modes = Mode::ALL.map(|mode| mode.label());
    let verdicts = Verdict::ALL.map(|verdict| verdict.label());
    let kinds = SourceKind::ALL.map(|kind| kind.label());
    let blocks = [
        "headline",
        "standfirst",
        "byline",
        "heading",
        "paragraph",
        "quote",
        "list-item",
        "caption",
        "table-row",
    ];
    let choices =
        modes.iter().chain(&verdicts).chain(&kinds).chain(&blocks).map(|it| it.to_lowercase());
    for choice in choices.chain(PATTERNS.map(|pattern| pattern.css().to_owned())) {
        assert!(document.contains(&format!("`{choice}`")), "{choice}");
    }
}

/// The names that the W3C context (http://www.w3.org/ns/anno.jsonld) defines or has a prefix for, as far as they are
/// written.
const W3C: [&str; 29] = [
    "body",
    "created",
    "creator",
    "end",
    "exact",
    "first",
    "generated",
    "generator",
    "id",
    "items",
    "label",
    "language",
    "last",
    "modified",
    "motivation",
    "name",
    "next",
    "partOf",
    "prefix",
    "prev",
    "purpose",
    "schema:softwareVersion",
    "selector",
    "source",
    "start",
    "startIndex",
    "suffix",
    "target",
    "total",
];

/// The names of members, but not of those inside JSON literals, which JSON-LD leaves alone.
fn names(value: &Value, literals: &BTreeSet<String>, out: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                if name == "@context" {
                    continue;
                }
                out.insert(name.clone());
                if !literals.contains(name) {
                    names(value, literals, out);
                }
            }
        }
        Value::Array(list) => list.iter().for_each(|part| names(part, literals, out)),
        _ => {}
    }
}

#[test]
fn every_term_that_is_written_is_defined_and_every_defined_term_is_written() {
    let mut data = example::dataset();
    // Enough for a second page.
    let claim = data.claims[0].clone();
    data.claims.extend(
        (1..=500_u128)
            .map(|n| Rc::new(Claim { id: ClaimId::from_u128(n << 64), ..(*claim).clone() })),
    );
    let ours = context();
    let literals =
        ours.iter().filter(|(_, it)| it["@type"] == "@json").map(|(name, _)| name.clone());
    let mut written = BTreeSet::new();
    names(&json(&export(&data)), &literals.collect(), &mut written);
    let defined: BTreeSet<String> = ours.keys().cloned().collect();
    let w3c: BTreeSet<String> =
        W3C.iter().chain(&["type", "value"]).map(|it| (*it).to_owned()).collect();
    let foreign: Vec<_> = written.difference(&w3c).cloned().collect();
    assert_eq!(foreign, defined.iter().cloned().collect::<Vec<_>>());
    assert!(defined.is_disjoint(&w3c), "no term of ours hides one of the W3C");
}

#[test]
fn the_limits_are_those_of_the_program() {
    let document = read(FORMAT);
    assert!(document.contains("| size of the file | 64 MB (67,108,864 bytes) |"));
    assert_eq!(MAX_BYTES, 67_108_864);
    assert!(document.contains("| depth of objects and lists | 64 |"));
    let nested = |n: usize| import(&format!("{}{}", "[".repeat(n), "]".repeat(n)));
    assert!(matches!(nested(64), Err(FormatError::Shape(_))));
    assert_eq!(nested(65), Err(FormatError::TooDeep));
    assert!(document.contains("| values in all | 3,000,000 |"));
    let values = |n: usize| import(&format!("[0{}]", ",0".repeat(n)));
    let refused = values(3_000_001).unwrap_err().to_string();
    assert!(refused.contains("it has more than 3000000 values"), "{refused}");
}
