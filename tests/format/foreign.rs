//! Annotations as other tools write them. The samples are ours, in the shapes those tools use.
//!
//! An annotation can become a claim where it names its article: one in the same file by id or address, or one
//! in the reader's library by its UUID. Everything else is set aside with the reason.

use claimlight::{
    annotation::{Attribution, Claim, Mode, Verdict},
    formats::Imported,
    text::TextRange,
};
use serde_json::{Value, json};

use crate::{export, import};

const PAGE: &str = "https://news.example/bridge";
const TEXT: &str = "The bridge is closed.\n\n“It is safe,” the mayor said. The bridge is old.";

/// The story, as a file of ours would have it.
fn story() -> Value {
    json!({ "id": "urn:uuid:00000000-0000-0000-0000-0000000000a1", "text": TEXT, "url": PAGE })
}

fn imported(file: &Value) -> Imported {
    import(&file.to_string()).unwrap()
}

fn only(imported: &Imported) -> &Claim {
    assert_eq!(imported.data.claims.len(), 1, "{:?}", imported.set_aside);
    &imported.data.claims[0]
}

fn aside(imported: &Imported) -> Vec<(&str, &str)> {
    imported.set_aside.iter().map(|part| (&*part.place, &*part.reason)).collect()
}

/// Byte offsets of the words.
fn at(words: &str) -> TextRange {
    let start = TEXT.find(words).unwrap();
    TextRange::bytes(start, start + words.len())
}

/// The shape of the JSON-LD that the Hypothes.is API serves.
fn hypothesis(source: &str) -> Value {
    json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "Annotation",
        "id": "https://hypothes.is/a/abc123",
        "created": "2021-11-16T10:28:42.830617+00:00",
        "modified": "2021-11-16T12:28:43.000000+02:00",
        "creator": "acct:ada@hypothes.is",
        "body": [
            { "type": "TextualBody", "value": "Says who?", "format": "text/markdown" },
            { "type": "TextualBody", "value": "safety", "purpose": "tagging" },
        ],
        "target": [{
            "source": source,
            "selector": [
                { "type": "RangeSelector", "startContainer": "/p[2]", "endContainer": "/p[2]", "startOffset": 1, "endOffset": 11 },
                { "type": "TextPositionSelector", "start": 24, "end": 34 },
                { "type": "TextQuoteSelector", "exact": "It is safe", "prefix": "“", "suffix": ",” the mayor said" },
            ],
        }],
    })
}

#[test]
fn an_annotation_of_hypothesis_becomes_an_unattributed_claim() {
    let imported = imported(&json!({ "articles": [story()], "items": [hypothesis(PAGE)] }));
    let claim = only(&imported);
    assert_eq!(claim.content[0].range, at("It is safe"));
    assert_eq!((&**claim.note, &*claim.tags[0]), ("Says who?", "safety"));
    assert_eq!(*claim.attribution, Attribution::Unattributed);
    assert_eq!(*claim.mode, Mode::Direct, "it stands in quotation marks");
    assert_eq!(&*claim.creator.name, "acct:ada@hypothes.is");
    assert_eq!(claim.created.to_string(), "2021-11-16T10:28:42.830Z");
    assert_eq!(claim.modified().to_string(), "2021-11-16T10:28:43.000Z");
    let reason = "Claimlight does not know this way of selecting words.";
    assert_eq!(aside(&imported), [("/items/0/target/0/selector/0", reason)]);
}

#[test]
fn an_annotation_of_a_page_that_is_not_in_the_file_is_set_aside_whole() {
    for file in [hypothesis(PAGE), json!([hypothesis(PAGE)])] {
        let imported = imported(&file);
        assert_eq!(imported.data.claims, []);
        let [part] = imported.set_aside.as_slice() else { panic!("{:?}", imported.set_aside) };
        assert_eq!(part.reason, "The article it is about is not in this file.");
        assert_eq!(part.json, hypothesis(PAGE).to_string(), "nothing of it is lost");
    }
}

#[test]
fn words_that_moved_are_found_by_their_surroundings_and_others_left_alone() {
    let file = |selector: Value| {
        let mut item = hypothesis(PAGE);
        item["target"][0]["selector"] = selector;
        json!({ "articles": [story()], "items": [item] })
    };
    let quote = |prefix: &str, suffix: &str| {
        json!([
            { "type": "TextPositionSelector", "start": 900, "end": 910 },
            { "type": "TextQuoteSelector", "exact": "The bridge is", "prefix": prefix, "suffix": suffix },
        ])
    };
    let found = |prefix, suffix| only(&imported(&file(quote(prefix, suffix)))).content[0].range;
    assert_eq!(found("said. ", " old."), TextRange::bytes(57, 70));
    assert_eq!(found("", " closed."), at("The bridge is"));
    assert_eq!(found("elsewhere: ", " new."), TextRange::bytes(0, 0), "an orphan");
}

/// The shape that Recogito and Annotorious write: an `id` that is a fragment, a body for each remark and tag.
#[test]
fn an_annotation_of_recogito_keeps_remark_and_tag() {
    let item = json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "#a88b22d0-6106-4872-9435-c78b5e89fede",
        "type": "Annotation",
        "body": [
            { "type": "TextualBody", "purpose": "commenting", "value": "A quotation" },
            { "type": "TextualBody", "purpose": "tagging", "value": "mayor" },
            { "type": "TextualBody", "purpose": "replying", "value": "Yes" },
        ],
        "target": { "source": PAGE, "selector": [
            { "type": "TextQuoteSelector", "exact": "the mayor" },
            { "type": "TextPositionSelector", "start": 37, "end": 46 },
        ] },
    });
    let imported = imported(&json!({ "articles": [story()], "items": [item] }));
    let claim = only(&imported);
    assert_eq!(claim.content[0].range, at("the mayor"));
    assert_eq!((&**claim.note, &*claim.tags[0]), ("A quotation", "mayor"));
    let reason = "Claimlight does not know this kind of body.";
    assert_eq!(aside(&imported), [("/items/0/body/2", reason)]);
}

/// Recogito's relations and the selectors it makes without a source are not about words of an article.
#[test]
fn a_relation_between_annotations_is_set_aside() {
    let relation = json!({
        "type": "Annotation", "id": "#r1", "motivation": "linking",
        "body": [{ "type": "TextualBody", "purpose": "tagging", "value": "says" }],
        "target": [{ "id": "#a1" }, { "id": "#a2" }],
    });
    let bare = json!({
        "type": "Annotation", "id": "#a3", "body": [],
        "target": { "selector": [{ "type": "TextQuoteSelector", "exact": "the mayor" }] },
    });
    let imported = imported(&json!({ "articles": [story()], "items": [relation, bare] }));
    let expected = [
        ("/items/0", "The article it is about is not in this file."),
        ("/items/1", "It does not say which article it is about."),
    ];
    assert_eq!(aside(&imported), expected);
}

#[test]
fn an_annotation_of_a_whole_page_or_picture_is_no_claim() {
    let page = json!({ "type": "Annotation", "bodyValue": "Good page", "target": PAGE });
    let region = json!({ "type": "Annotation", "target": { "source": PAGE, "selector": {
        "type": "FragmentSelector", "value": "xywh=1,2,3,4",
    } } });
    let imported = imported(&json!({ "articles": [story()], "items": [page, region] }));
    let expected = [
        ("/items/0", "It is about an article as a whole, not about words of it."),
        ("/items/1", "It does not say which words it is about in a way that Claimlight knows."),
    ];
    assert_eq!(aside(&imported), expected);
    assert_eq!(imported.data.articles.len(), 1, "the article is still there");
}

/// The forms that section 3 and 5 of the model allow: all give the same claim.
#[test]
fn one_annotation_a_list_a_page_and_a_collection_are_read_alike() {
    let article = "urn:uuid:00000000-0000-0000-0000-0000000000a1";
    let item = hypothesis(article);
    let page = json!({ "type": "AnnotationPage", "id": "p", "startIndex": 0, "items": [item] });
    let files = [
        item.clone(),
        json!([item]),
        page,
        json!({ "type": ["AnnotationCollection"], "total": 1, "first": {
            "type": "AnnotationPage", "items": item,
        } }),
        json!({ "type": "AnnotationCollection", "first": { "id": "p1", "items": [], "next": {
            "id": "p2", "items": [item],
        } } }),
    ];
    let first = imported(&files[0]).data;
    assert_eq!(&*first.claims[0].content[0].quote.exact, "It is safe");
    for file in &files {
        assert_eq!(imported(file).data, first, "{file}");
    }
}

#[test]
fn pages_on_a_server_are_named_and_not_fetched() {
    let file = json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "AnnotationCollection",
        "id": "https://annotations.example/c",
        "total": 42,
        "first": "https://annotations.example/c?page=0",
        "last": "https://annotations.example/c?page=1",
    });
    let imported = imported(&file);
    assert_eq!(imported.data.claims, []);
    assert_eq!(aside(&imported), [("/first", "This page of annotations is not in this file.")]);
}

#[test]
fn a_fact_check_by_another_tool_is_a_verdict_and_an_identified_agent_a_source() {
    let item = json!({
        "type": "Annotation", "id": "https://check.example/1",
        "body": [
            { "type": "SpecificResource", "purpose": "identifying", "source": {
                "id": "https://people.example/weiss", "type": "Person", "name": "Anna Weiß",
            } },
            { "type": "TextualBody", "purpose": "assessing", "value": "Refuted" },
        ],
        "target": { "source": PAGE, "selector": { "type": "TextQuoteSelector", "exact": "It is safe" } },
    });
    let imported = imported(&json!({ "articles": [story()], "items": [item] }));
    assert_eq!(aside(&imported), []);
    let claim = only(&imported);
    assert_eq!(*claim.verdict, Verdict::Refuted);
    let source = &imported.data.sources[0];
    assert_eq!((&**source.name, *claim.attribution), ("Anna Weiß", Attribution::Source(source.id)));
}

/// What came from another tool is from then on as good as our own.
#[test]
fn what_was_taken_in_from_elsewhere_travels_on() {
    let first = imported(&json!({ "articles": [story()], "items": [hypothesis(PAGE)] })).data;
    let again = import(&export(&first)).unwrap();
    assert_eq!((again.set_aside, again.data), (vec![], first));
}
