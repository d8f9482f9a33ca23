//! What the Web Annotation Data Model (W3C Recommendation, 23 February 2017) demands, written by hand from its
//! text, beside the schema that could be wrong in the same way as the program.

use serde_json::{Value, json};

const ANNO: &str = "http://www.w3.org/ns/anno.jsonld";
const MOTIVATIONS: [&str; 13] = [
    "assessing",
    "bookmarking",
    "classifying",
    "commenting",
    "describing",
    "editing",
    "highlighting",
    "identifying",
    "linking",
    "moderating",
    "questioning",
    "replying",
    "tagging",
];

/// Fails where a file does not hold to the model.
pub(crate) fn check(file: &Value) {
    check_context(file);
    assert!(is_iri(&file["id"]), "5.1: exactly 1 IRI identifies a collection");
    assert!(has(&file["type"], "AnnotationCollection"));
    assert!(file["label"].is_string());
    let total = file["total"].as_u64().expect("5.1: total is a non-negative integer");
    let mut pages: Vec<&Value> = Vec::new();
    pages.extend(file.get("first"));
    pages.extend(file.get("pages").into_iter().flat_map(|pages| pages.as_array().unwrap()));
    assert_eq!(pages.is_empty(), total == 0, "5.1: a collection with annotations has a first page");
    let mut seen = 0;
    for (i, page) in pages.iter().enumerate() {
        assert!(is_iri(&page["id"]));
        assert!(has(&page["type"], "AnnotationPage"));
        assert_eq!(page.get("@context"), None, "5.2: not where it is embedded");
        assert_eq!(page["partOf"], file["id"]);
        assert_eq!(page["startIndex"], json!(seen), "5.2: relative to the collection");
        let next = pages.get(i + 1).map(|next| &next["id"]);
        assert_eq!(
            page.get("next"),
            next,
            "5.2: the IRI of the page that follows, unless the last"
        );
        let items = page["items"].as_array().unwrap();
        assert!(!items.is_empty(), "5.2: an array of 1 or more annotations");
        items.iter().for_each(check_annotation);
        seen += items.len();
    }
    assert_eq!(seen as u64, total);
    if let Some(last) = pages.last() {
        assert_eq!(file["last"], last["id"]);
    }
    file.get("deletedClaims").into_iter().flat_map(many).for_each(check_annotation);
}

fn check_context(node: &Value) {
    let contexts = many(&node["@context"]);
    assert!(contexts.contains(&&json!(ANNO)), "3.1: the context must be among them");
    assert!(contexts.len() > 1 || node["@context"].is_string(), "3.1: a single one is a string");
}

fn check_annotation(node: &Value) {
    check_context(node);
    assert!(is_iri(&node["id"]), "3.1: exactly 1 IRI");
    assert!(has(&node["type"], "Annotation"), "3.1: the Annotation class is among its types");
    let motivations = many(&node["motivation"]);
    assert_eq!(motivations.len(), 1, "3.3.5: there should be exactly 1");
    assert!(motivations.iter().all(|it| is_motivation(it)));
    for time in ["created", "modified"] {
        check_moment(&node[time]);
    }
    assert!(is_iri(&node["creator"]["id"]), "3.3.2: an agent should have exactly 1 IRI");
    assert_eq!(node.get("bodyValue"), None, "3.2.5: not where there are bodies");
    for body in node.get("body").into_iter().flat_map(many) {
        check_body(body);
    }
    let targets = many(&node["target"]);
    assert!(!targets.is_empty(), "3.1: 1 or more targets");
    for target in targets {
        if target.is_object() {
            check_specific_resource(target);
        } else {
            assert!(is_iri(target), "3.2.1: an external resource is its IRI");
        }
    }
    for part in ["mention", "cue"] {
        node.get(part).into_iter().for_each(check_specific_resource);
    }
}

fn check_body(body: &Value) {
    assert!(many(&body["purpose"]).iter().all(|it| is_motivation(it)));
    if has(&body["type"], "TextualBody") {
        assert!(body["value"].is_string(), "3.2.4: exactly 1 value");
    } else {
        assert!(has(&body["type"], "SpecificResource"), "3.3.5: only these two have purposes");
        let source = &body["source"];
        assert!(is_iri(source) || is_iri(&source["id"]), "4: exactly 1 source");
    }
}

fn check_specific_resource(node: &Value) {
    assert!(has(&node["type"], "SpecificResource"));
    assert!(is_iri(&node["source"]), "4: exactly 1 source");
    let mut quotes = 0;
    for selector in many(&node["selector"]) {
        match selector["type"].as_str().unwrap() {
            "TextQuoteSelector" => {
                quotes += 1;
                assert!(selector["exact"].is_string(), "4.2.4: exactly 1 exact");
                assert!(selector["prefix"].is_string() && selector["suffix"].is_string());
            }
            "TextPositionSelector" => {
                let at = |name: &str| selector[name].as_u64().expect("4.2.5: not negative");
                assert!(at("start") <= at("end"));
            }
            other => panic!("{other} is no selector that is written"),
        }
    }
    assert_eq!(quotes, 1);
}

/// “The datetime must be a xsd:dateTime with the UTC timezone expressed as Z.”
fn check_moment(value: &Value) {
    let text = value.as_str().expect("3.3.1: a moment");
    let shape: String = text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    assert_eq!(shape, "0000-00-00T00:00:00.000Z");
}

fn many(value: &Value) -> Vec<&Value> {
    match value {
        Value::Null => Vec::new(),
        Value::Array(list) => list.iter().collect(),
        one => vec![one],
    }
}

fn has(value: &Value, word: &str) -> bool {
    many(value).iter().any(|it| *it == word)
}

fn is_motivation(value: &Value) -> bool {
    MOTIVATIONS.iter().any(|word| value == word)
}

/// A scheme, a colon, and no space.
fn is_iri(value: &Value) -> bool {
    let Some((scheme, rest)) = value.as_str().and_then(|iri| iri.split_once(':')) else {
        return false;
    };
    scheme.chars().all(|c| c.is_ascii_alphanumeric())
        && !rest.is_empty()
        && !rest.contains(char::is_whitespace)
}

#[test]
fn positions_count_code_points_and_quote_what_stands_there() {
    let file = crate::json(&crate::export(&crate::example::dataset()));
    let text: Vec<char> = file["articles"][0]["text"].as_str().unwrap().chars().collect();
    let mut positions = 0;
    for item in file["first"]["items"].as_array().unwrap() {
        let parts = [&item["target"], &item["mention"], &item["cue"]];
        for part in parts.into_iter().flat_map(many) {
            let [quote, position] = part["selector"].as_array().unwrap().as_slice() else {
                continue;
            };
            let at = |name: &str| position[name].as_u64().unwrap() as usize;
            let standing: String = text[at("start")..at("end")].iter().collect();
            assert_eq!(quote["exact"], json!(standing));
            positions += 1;
        }
    }
    assert!(positions > 4 && text.iter().any(|c| c.len_utf16() == 2), "beyond the basic plane");
}
