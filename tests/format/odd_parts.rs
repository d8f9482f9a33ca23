//! Parts that are JSON but make no sense: each is set aside with its reason and place, and the rest comes in.

use std::rc::Rc;

use claimlight::{
    annotation::{Attribution, Claim},
    formats::{Dataset, Imported},
    record::{ArticleId, ClaimId, SourceId},
    text::TextRange,
};
use serde_json::{Value, json};

use crate::{example, export, import, in_order, json};

/// The example with one member put in or replaced; `null` takes it out.
fn with(changes: &[(&str, Value)]) -> Imported {
    let mut file = json(&export(&example::dataset()));
    for (place, value) in changes {
        let (parent, name) = place.rsplit_once('/').unwrap();
        let parent = file.pointer_mut(parent).unwrap();
        match (parent, name.parse::<usize>()) {
            (Value::Array(list), Ok(i)) if i < list.len() => list[i] = value.clone(),
            (Value::Array(list), _) => list.push(value.clone()),
            (object, _) => object[name] = value.clone(),
        }
    }
    import(&file.to_string()).unwrap()
}

/// Where each part set aside stands, and why.
fn aside(imported: &Imported) -> Vec<(&str, &str)> {
    imported.set_aside.iter().map(|part| (&*part.place, &*part.reason)).collect()
}

fn claim(imported: &Imported, n: u128) -> &Rc<Claim> {
    let id = ClaimId::from_u128(n);
    imported.data.claims.iter().find(|claim| claim.id == id).expect("the claim is there")
}

const URN: &str = "urn:uuid:00000000-0000-0000-0000-0000000000";

/// Item 3 is claim 2, on “Repairs will cost 4 million”.
const REPAIRS: &str = "/first/items/3";

fn selectors(of: &[Value]) -> Imported {
    with(&[(&format!("{REPAIRS}/target/selector"), json!(of))])
}

fn position(start: impl Into<Value>, end: impl Into<Value>) -> Value {
    json!({ "type": "TextPositionSelector", "start": start.into(), "end": end.into() })
}

fn quote(exact: &str, prefix: &str, suffix: &str) -> Value {
    json!({ "type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix })
}

/// Where claim 2 stands, and its words.
fn stands(imported: &Imported) -> (TextRange, &str) {
    let anchor = &claim(imported, 2).content[0];
    (anchor.range, &*anchor.quote.exact)
}

#[test]
fn numbers_that_are_no_positions_are_set_aside_and_the_quote_is_used() {
    let wanted = stands(&selectors(&[quote("Repairs", "", " will")])).0;
    let long = quote("Repairs", "", " will");
    for (start, end) in [
        (json!(-1), json!(7)),
        (json!(7), json!(3)),
        (json!(0), json!(162)),
        (json!(0.5), json!(7)),
        (json!(0), json!(1e300)),
        (json!(0), json!(4_294_967_296_u64)),
        (json!(null), json!(7)),
        (json!("0"), json!("7")),
    ] {
        let imported = selectors(&[position(start.clone(), end.clone()), long.clone()]);
        let reason = "These positions do not fit the article's text.";
        let place = format!("{REPAIRS}/target/selector/0");
        assert_eq!(aside(&imported), [(&*place, reason)], "{start} {end}");
        assert_eq!(stands(&imported), (wanted, "Repairs"));
    }
}

#[test]
fn a_position_that_leaves_the_text_is_no_claim_without_a_quote() {
    let imported = selectors(&[position(0, 162)]);
    let reason = "It does not say which words it is about in a way that Claimlight knows.";
    assert_eq!(aside(&imported), [(REPAIRS, reason)]);
    assert_eq!(imported.data.claims.len(), 5, "the others are there");
}

/// The text is 161 code points long; the headline has a digit beyond the Basic Multilingual Plane.
#[test]
fn positions_count_code_points_to_the_last_one() {
    assert_eq!(stands(&selectors(&[position(160, 161)])).1, ".");
    assert_eq!(stands(&selectors(&[position(7, 8)])).1, "𝟕");
    assert_eq!(stands(&selectors(&[position(8, 9)])).1, " ", "never half of a character");
}

/// “ß” is one code point here; “e” and its accent are two, and the file says where it cuts them.
#[test]
fn a_position_between_a_letter_and_its_accent_is_taken_as_it_is() {
    let article = json!({ "id": "a", "text": "Ne\u{301}e" });
    let item = json!({ "type": "Annotation", "id": "b", "target": {
        "source": "a", "selector": position(1, 2),
    } });
    let file = json!({ "articles": [article], "items": [item] });
    let Imported { data, set_aside } = import(&file.to_string()).unwrap();
    assert_eq!(set_aside, vec![]);
    let anchor = &data.claims[0].content[0];
    assert_eq!((anchor.range, &*anchor.quote.exact), (TextRange::bytes(1, 2), "e"));
    assert_eq!(&*anchor.quote.suffix, "\u{301}e");
}

#[test]
fn words_in_other_surroundings_are_not_taken_for_those_meant() {
    // “is” stands twice, and neither time after these words.
    let imported = selectors(&[quote("is", "xxxxxxxxxxxxxxxx", "yyyyyyyyyyyyyyyy")]);
    assert_eq!(aside(&imported), []);
    assert_eq!(stands(&imported), (TextRange::bytes(0, 0), "is"), "an orphan, as the file has it");
    // A position that holds the words needs no surroundings.
    let imported = selectors(&[position(110, 117), quote("Repairs", "wrong ", " wrong")]);
    assert_eq!(stands(&imported), (TextRange::bytes(122, 129), "Repairs"));
}

#[test]
fn selectors_of_other_kinds_are_set_aside_one_by_one() {
    let css = json!({ "type": "CssSelector", "value": "p" });
    let imported = selectors(&[css, quote("Repairs", "", " will"), quote("cost", "", "")]);
    let reason = "Claimlight does not know this way of selecting words.";
    let places = [0, 2].map(|i| format!("{REPAIRS}/target/selector/{i}"));
    assert_eq!(aside(&imported), [(&*places[0], reason), (&*places[1], reason)]);
    assert_eq!(stands(&imported).1, "Repairs");
}

#[test]
fn bytes_turned_round_are_no_place() {
    // Item 4 is claim 5, whose words no longer stand in the text.
    let imported = with(&[("/first/items/4/target/bytes", json!({ "start": 9, "end": 3 }))]);
    let places: Vec<_> = imported.set_aside.iter().map(|part| &*part.place).collect();
    assert_eq!(places, ["/first/items/4/target/bytes"]);
    assert_eq!(claim(&imported, 5).content[0].range, TextRange::bytes(0, 0));
}

#[test]
fn a_dismissal_that_does_not_fit_the_text_is_set_aside_alone() {
    let mut article = json(&export(&example::dataset()))["articles"][0].clone();
    let fits = article["dismissed"][0].clone();
    article["id"] = json!("urn:uuid:00000000-0000-0000-0000-0000000000b7");
    let mut beyond = fits.clone();
    beyond["end"] = json!(99_999);
    let mut astray = fits.clone();
    astray["cue"] = json!("soon");
    let mut undated = fits.clone();
    undated["stamp"] = json!("yesterday");
    article["dismissed"] = json!([beyond, fits, astray, undated, "all"]);
    let imported = with(&[("/articles/1", article)]);
    let reason = "This should be a range of the text, with a stamp.";
    let expected = [0, 2, 3, 4].map(|n| (format!("/articles/1/dismissed/{n}"), reason));
    let expected: Vec<_> = expected.iter().map(|(place, why)| (place.as_str(), *why)).collect();
    assert_eq!(aside(&imported), expected);
    let kept = imported.data.articles.iter().map(|it| it.dismissed.iter().count());
    assert_eq!(kept.collect::<Vec<_>>(), [1, 1]);
}

#[test]
fn the_same_record_twice_is_one_and_another_with_its_id_is_set_aside() {
    let file = json(&export(&example::dataset()));
    let copies = [
        ("/articles/1", file["articles"][0].clone()),
        ("/sources/3", file["sources"][0].clone()),
        ("/first/items/5", file["first"]["items"][0].clone()),
    ];
    let imported = with(&copies);
    assert_eq!(aside(&imported), []);
    assert_eq!(imported.data, in_order(example::dataset()));

    let mut others = copies.clone();
    others[0].1["text"] = json!("Another text.");
    others[0].1["blocks"] = Value::Null;
    others[0].1["dismissed"] = Value::Null;
    others[1].1["created"] = json!("2001-01-01T00:00:00Z");
    others[2].1["creator"] = json!({ "name": "Eve" });
    let imported = with(&others);
    let expected = [
        ("/articles/1", "Another article of this file has the same id."),
        ("/sources/3", "Another source of this file has the same id."),
        ("/first/items/5", "Another annotation of this file has the same id."),
    ];
    assert_eq!(aside(&imported), expected);
    assert_eq!(imported.data, in_order(example::dataset()));
}

/// Identities of articles, sources and claims are told apart by where they stand.
#[test]
fn one_id_for_things_of_three_kinds_is_three_things() {
    let mut data = example::dataset();
    let number = 0xa1;
    let source = Rc::make_mut(&mut data.sources[0]);
    source.id = SourceId::from_u128(number);
    data.sources.truncate(1);
    data.claims.truncate(1);
    let claim = Rc::make_mut(&mut data.claims[0]);
    claim.id = ClaimId::from_u128(number);
    let stamp = claim.attribution.stamp();
    claim.attribution = (stamp, Attribution::Source(SourceId::from_u128(number))).into();
    let imported = import(&export(&data)).unwrap();
    assert_eq!(aside(&imported), []);
    assert_eq!(imported.data, in_order(data));
}

#[test]
fn a_claim_on_an_article_that_is_not_in_the_file_waits_for_it() {
    let elsewhere = format!("{URN}ff");
    let place = format!("{REPAIRS}/target/source");
    let imported = with(&[(&place, json!(elsewhere))]);
    let claim = claim(&imported, 2);
    assert_eq!(claim.article, ArticleId::from_u128(0xff));
    assert_eq!(&*claim.content[0].quote.exact, "Repairs will cost 4 million");
    // Its cue is in the article of the file.
    let cue = format!("{REPAIRS}/cue");
    assert_eq!(aside(&imported), [(&*cue, "These are no words of the claim's article.")]);

    // An address could be anybody's.
    let imported = with(&[(&place, json!("https://elsewhere.example/"))]);
    assert_eq!(aside(&imported), [(REPAIRS, "The article it is about is not in this file.")]);
    assert_eq!(imported.data.claims.len(), 5);
}

#[test]
fn sources_that_belong_to_each_other_in_a_ring_come_in_and_go_out() {
    let (council, mayor) = (format!("{URN}51"), format!("{URN}52"));
    let imported =
        with(&[("/sources/0/parent", json!(mayor)), ("/sources/1/parent", json!(council))]);
    assert_eq!(aside(&imported), []);
    let parent = |i: usize| *imported.data.sources[i].parent;
    assert_eq!([parent(0), parent(1)], [0x52, 0x51].map(|n| Some(SourceId::from_u128(n))));
    assert_eq!(import(&export(&imported.data)).unwrap().data, imported.data);

    let imported = with(&[("/sources/0/parent", json!(council))]);
    assert_eq!(
        aside(&imported),
        [("/sources/0/parent", "This should be the id of another source.")]
    );
    assert_eq!(*imported.data.sources[0].parent, None);
}

#[test]
fn wrong_shapes_are_set_aside_where_they_stand() {
    for (place, wrong) in [
        ("/articles/0/byline", json!(["a"])),
        ("/articles/0/opened", json!(1_637_053_200)),
        ("/articles/0/stamps", json!([])),
        ("/articles/0/stamps/all", json!("-1.0.x")),
        ("/articles/0/blocks/1/marks/0", json!("bold")),
        ("/sources/0/kind", json!("alien")),
        ("/sources/0/style", json!({ "colour": 256, "pattern": "solid" })),
        ("/sources/0/aliases", json!(["a", 7])),
        ("/sources/0/deleted", json!("yes")),
        ("/first/items/1/mode", json!("shouted")),
        ("/first/items/1/cue", json!(7)),
        ("/first/items/1/mention", json!([])),
        ("/first/items/1/attribution", json!({})),
        ("/first/items/1/created", json!("2021-11-16")),
        ("/first/items/1/body/1/verdict", json!("perhaps")),
        ("/first/items/1/target/0/fragment", json!(-1)),
        ("/first/items/1/motivation", json!("winning")),
        ("/formatVersion", json!(2)),
        ("/formatVersion", json!("one")),
    ] {
        let imported = with(&[(place, wrong.clone())]);
        let Dataset { articles, sources, claims } = &imported.data;
        assert_eq!((articles.len(), sources.len(), claims.len()), (1, 3, 6), "{place} {wrong}");
        assert!(!imported.set_aside.is_empty(), "{place} {wrong}");
        let inside = |part: &str| place.starts_with(part) || part.starts_with(place);
        assert!(aside(&imported).iter().all(|(part, _)| inside(part)), "{:?}", aside(&imported));
    }
}

#[test]
fn an_article_without_words_or_a_source_without_a_name_is_none() {
    for (text, reason) in [
        (json!(""), "This article has no words."),
        (json!(" \n\n\t"), "This article has no words."),
        (json!(7), "An article needs an id and its text."),
    ] {
        let imported = with(&[("/articles/0/text", text)]);
        assert_eq!(aside(&imported)[0], ("/articles/0", reason));
        assert_eq!(imported.data.articles, []);
        assert_eq!(imported.data.claims.len(), 6, "they may be about one in the library");
    }
    let imported = with(&[("/sources/1/name", json!(null))]);
    assert_eq!(aside(&imported), [("/sources/1", "A source needs an id and a name.")]);
    // Its claim still names it, as other tools see it.
    let id = SourceId::from_u128(0x52);
    assert_eq!(*claim(&imported, 1).attribution, Attribution::Source(id));
    assert!(imported.data.sources.iter().any(|source| source.id == id));
}

/// Links that run scripts are text like any other here; the view follows http, https and mailto only.
#[test]
fn addresses_of_any_scheme_are_kept_as_text() {
    let imported = with(&[("/articles/0/blocks/1/marks/1/href", json!("javascript:alert(1)"))]);
    assert_eq!(aside(&imported), []);
    assert_eq!(import(&export(&imported.data)).unwrap().data, imported.data);
}
