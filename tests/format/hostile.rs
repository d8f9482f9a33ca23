//! Files that are broken, cut off, too large, too deep or tampered with: a sentence or parts set aside, never a
//! panic, and what is understood still comes in.

use claimlight::formats::{FormatError, Imported, MAX_BYTES};
use proptest::{collection::vec, prelude::*};
use serde_json::{Value, json};

use crate::{example, export, import, in_order, json, read};

fn example() -> String {
    read("tests/data/example.json")
}

/// The sentence a person reads.
fn refusal(file: &str) -> String {
    import(file).expect_err("this should be refused").to_string()
}

#[test]
fn every_refusal_is_a_sentence_that_says_nothing_was_changed() {
    let refused = [
        (String::new(), "This file is not JSON: it breaks off at line 1, column 1."),
        ("Dear diary".into(), "This file is not JSON: it breaks off at line 1, column 1."),
        ("{\"a\": 1,}".into(), "This file is not JSON: it breaks off at line 1, column 9."),
        ("[1, NaN]".into(), "This file is not JSON: it breaks off at line 1, column 5."),
        ("[\"a\u{0}b\"]".into(), "This file is not JSON: it breaks off at line 1, column 4."),
        ("{} {}".into(), "This file is not JSON: it breaks off at line 1, column 4."),
        (
            "{\"items\": [-1e400]}".into(),
            "A number at line 1, column 17 of this file is too large to be read.",
        ),
        ("[".repeat(100_000), "This file is nested too deeply to be annotations."),
        ("{\"a\":".repeat(100_000), "This file is nested too deeply to be annotations."),
        (" ".repeat(MAX_BYTES + 1), "This file is larger than 64 MB, more than Claimlight writes."),
        ("null".into(), "This JSON holds no annotations Claimlight knows: it is a single value."),
        ("7".into(), "This JSON holds no annotations Claimlight knows: it is a single value."),
        (
            "[[], 1]".into(),
            "This JSON holds no annotations Claimlight knows: it is a list without annotations.",
        ),
        (
            "{\"type\": \"Feature\"}".into(),
            "This JSON holds no annotations Claimlight knows: it is an object without annotations, articles or sources.",
        ),
    ];
    for (file, sentence) in refused {
        assert_eq!(refusal(&file), format!("{sentence} Nothing was changed."));
    }
}

/// Refused by its size alone: it is not even JSON, and takes no time. The page does not read such a file at all.
#[test]
fn a_file_of_200_megabytes_is_refused_before_it_is_parsed() {
    let file = "x".repeat(200 * 1024 * 1024);
    assert_eq!(import(&file), Err(FormatError::TooLarge));
}

#[test]
fn depth_bombs_inside_a_file_that_begins_well_are_refused() {
    for (open, close) in [("[", "]"), ("{\"next\":", "}")] {
        let bomb = format!("{}1{}", open.repeat(100_000), close.repeat(100_000));
        let file =
            example().replacen("\"articles\": [", &format!("\"x\": {bomb}, \"articles\": ["), 1);
        assert_eq!(import(&file), Err(FormatError::TooDeep));
    }
    let strings = example().replacen("Riverton", &"[{".repeat(100_000), 1);
    assert_eq!(import(&strings).unwrap().set_aside, vec![], "brackets in text are text");
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_file() {
    let file = format!("\u{feff}{}", example());
    assert_eq!(import(&file).unwrap(), import(&example()).unwrap());
}

#[test]
fn the_example_cut_off_anywhere_is_not_json() {
    // Without its white space, where a cut tells nothing new.
    let file = json(&example()).to_string();
    let whole = file.len();
    for at in (0..whole).filter(|at| file.is_char_boundary(*at)) {
        assert!(matches!(import(&file[..at]), Err(FormatError::NotJson { .. })), "{at}");
    }
    assert!(import(&file[..whole]).is_ok());
}

#[test]
fn of_two_members_of_one_name_the_earlier_is_set_aside() {
    let file = example().replacen(
        "\"title\": \"Bridge",
        "\"title\": {\"old\": [1]}, \"title\": \"Bridge",
        1,
    );
    let Imported { data, set_aside } = import(&file).unwrap();
    assert_eq!(data, in_order(example::dataset()));
    let [part] = set_aside.as_slice() else { panic!("one part: {set_aside:?}") };
    assert_eq!((&*part.place, &*part.json), ("/articles/0/title", "{\"old\":[1]}"));
    assert_eq!(part.reason, "This name stands twice in one object; the later member counts.");
}

#[test]
fn half_a_surrogate_pair_becomes_a_replacement_character() {
    let file = example().replacen("City Hall", "City\\ud83d Hall \\ude00", 1);
    let data = import(&file).unwrap().data;
    assert_eq!(&*data.sources[0].aliases[1], "City\u{fffd} Hall \u{fffd}");
}

#[test]
fn nul_characters_and_huge_texts_are_text() {
    let huge = "м".repeat(4_000_000);
    let file = example().replacen("City Hall", &format!("City\\u0000Hall{huge}"), 1);
    let Imported { data, set_aside } = import(&file).unwrap();
    assert_eq!(set_aside, vec![]);
    assert_eq!(data.sources[0].aliases[1].len(), "City\0Hall".len() + 8_000_000);
    let back = import(&export(&data)).unwrap();
    assert_eq!(back.data, data);
}

/// Nothing is read as markup, escaped, or lost: the page shows it as the text it is.
#[test]
fn markup_is_text_wherever_it_stands() {
    let markup = "<script>alert(1)</script><img src=x onerror=alert(1)>&lt;&amp;\"'";
    let mut file = json(&example());
    for place in [
        "/articles/0/title",
        "/articles/0/byline",
        "/sources/0/name",
        "/sources/0/aliases/0",
        "/first/items/1/body/1/evidence/0",
        "/first/items/1/body/2/value",
        "/first/items/1/body/4/value",
        "/first/items/1/creator/name",
    ] {
        *file.pointer_mut(place).unwrap() = markup.into();
    }
    let Imported { data, set_aside } = import(&file.to_string()).unwrap();
    assert_eq!(set_aside, vec![]);
    let claim = &data.claims[1];
    assert_eq!(&**data.articles[0].title, markup);
    assert_eq!(data.articles[0].byline.as_deref(), Some(markup));
    assert_eq!(&**data.sources[0].name, markup);
    assert_eq!(&*data.sources[0].aliases[0], markup);
    assert_eq!(
        (&*claim.evidence[0], &**claim.note, &*claim.creator.name),
        (markup, markup, markup)
    );
    assert!(claim.tags.iter().any(|tag| &**tag == markup));
    assert_eq!(import(&export(&data)).unwrap().data, data);
}

/// Any JSON at all, of the names that the format knows.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "\\PC{0,8}".prop_map(Value::from),
        prop::sample::select(vec![
            "Annotation",
            "urn:uuid:00000000-0000-0000-0000-0000000000a1",
            "1.1.x"
        ])
        .prop_map(Value::from),
    ];
    let names = prop::sample::select(vec![
        "type", "id", "items", "first", "next", "pages", "articles", "sources", "target", "source",
        "selector", "body", "stamps", "all", "text", "blocks", "marks", "start", "end", "name",
        "x",
    ]);
    leaf.prop_recursive(6, 40, 5, move |part| {
        prop_oneof![
            vec(part.clone(), 0..5).prop_map(Value::from),
            vec((names.clone(), part), 0..6)
                .prop_map(|members| members.into_iter().map(|(k, v)| (k.to_owned(), v)).collect()),
        ]
    })
}

/// Every place in a file, as a JSON Pointer.
fn places(value: &Value, at: &str, out: &mut Vec<String>) {
    out.push(at.to_owned());
    match value {
        Value::Array(list) => {
            for (i, part) in list.iter().enumerate() {
                places(part, &format!("{at}/{i}"), out);
            }
        }
        Value::Object(members) => {
            for (name, part) in members {
                places(part, &format!("{at}/{}", name.replace('~', "~0").replace('/', "~1")), out);
            }
        }
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_json_gives_a_sentence_or_parts(value in any_json()) {
        if let Ok(imported) = import(&value.to_string()) {
            for part in imported.set_aside {
                prop_assert!(part.reason.ends_with('.') && !part.json.is_empty());
                prop_assert!(value.pointer(&part.place).is_some(), "{} is in the file", part.place);
            }
        }
    }

    /// One part of the example replaced by anything: at most what it belongs to is set aside.
    #[test]
    fn one_wrong_part_spoils_no_other(at in any::<prop::sample::Index>(), wrong in any_json()) {
        let mut file = json(&example());
        let mut all = Vec::new();
        places(&file, "", &mut all);
        let at = at.get(&all);
        let items = ["/first", "/first/items"].contains(&&**at);
        let whole = at.is_empty() || items || at == "/articles" || at == "/sources";
        *file.pointer_mut(at).unwrap() = wrong;
        let Ok(imported) = import(&file.to_string()) else {
            prop_assert!(at.is_empty(), "{}", at);
            return Ok(());
        };
        if !whole && !at.starts_with("/articles/0") {
            prop_assert!(imported.data.claims.len() >= 5, "{} of 6 claims at {}", imported.data.claims.len(), at);
            prop_assert_eq!(imported.data.articles.len(), 1);
        }
        // What was understood travels on.
        let again = import(&export(&imported.data)).unwrap();
        prop_assert_eq!(again.set_aside, vec![]);
        prop_assert_eq!(again.data, imported.data);
    }

    #[test]
    fn flipped_bits_never_break_more_than_the_file(flips in vec((any::<prop::sample::Index>(), 0..8_u8), 1..4)) {
        let mut bytes = example().into_bytes();
        for (at, bit) in flips {
            let at = at.index(bytes.len());
            bytes[at] ^= 1 << bit;
        }
        // The page refuses what is no text before it gets here.
        if let Ok(file) = String::from_utf8(bytes)
            && let Ok(imported) = import(&file)
        {
            prop_assert!(imported.data.claims.len() <= 7);
            let again = import(&export(&imported.data)).unwrap();
            prop_assert_eq!((again.set_aside, again.data), (vec![], imported.data));
        }
    }
}

#[test]
fn a_list_of_anything_keeps_what_is_an_annotation() {
    let item = json(&example())["first"]["items"][0].clone();
    let file = json!([null, 7, item, [item], { "type": "Annotation" }]);
    let Imported { data, set_aside } = import(&file.to_string()).unwrap();
    assert_eq!(data.claims.len(), 1);
    let places: Vec<&str> = set_aside.iter().map(|part| &*part.place).collect();
    assert_eq!(places, ["/0", "/1", "/3", "/4"]);
}
