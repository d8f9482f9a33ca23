//! Saved pages as sites of news lay them out: each becomes the article that a reader sees, and what the page says of it.
//!
//! The pages and their texts are ours, invented and written by hand: `NAME.html` beside `NAME.txt`, what a reader sees of
//! the article, and `NAME.json`, what the page says of it. Neither is made from what the program gives.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::{fs, path::Path};

use claimlight::article::import::{Given, Hint, Imported, open};
use serde_json::Value;

/// How many of an article's words may be missed, and how many of the words taken may be furniture, in thousandths: of
/// each page, and of all pages.
const MISSED: usize = 10;
const FURNITURE: usize = 20;

/// One page.
struct Page {
    name: String,
    text: String,
    facts: Value,
    imported: Imported,
}

fn pages() -> Vec<Page> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let mut files: Vec<_> =
        fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending != "txt" && ending != "json"));
    files.sort();
    let page = |path: &std::path::PathBuf| {
        let name = path.file_name().unwrap().to_str().unwrap();
        let beside = |ending| fs::read_to_string(path.with_extension(ending)).unwrap();
        let hint = Hint { name: Some(name), ..Hint::default() };
        let imported = open(Given::Bytes(&fs::read(path).unwrap()), &hint).expect(name);
        let facts = serde_json::from_str(&beside("json")).unwrap();
        Page { name: name.to_owned(), text: beside("txt"), facts, imported }
    };
    files.iter().map(page).collect()
}

/// The words of a text in small letters; where words are not parted by spaces, the characters.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let dense = |word: &str| word.starts_with(|c| c >= '\u{2e80}');
    words
        .flat_map(|word| {
            if dense(word) {
                word.chars().map(String::from).collect()
            } else {
                vec![word.to_lowercase()]
            }
        })
        .collect()
}

/// How many words two texts share in the same order.
fn shared(a: &[String], b: &[String]) -> usize {
    let mut row = vec![0; b.len() + 1];
    for word in a {
        let mut diagonal = 0;
        for (j, other) in b.iter().enumerate() {
            let above = row[j + 1];
            row[j + 1] = if word == other { diagonal + 1 } else { above.max(row[j]) };
            diagonal = above;
        }
    }
    row[b.len()]
}

#[test]
fn there_are_pages_of_many_kinds() {
    let pages = pages();
    assert!(pages.len() >= 25, "{}", pages.len());
    let mut languages: Vec<_> =
        pages.iter().filter_map(|page| page.facts["language"].as_str()).collect();
    languages.sort_unstable();
    languages.dedup();
    assert!(languages.len() >= 10, "{languages:?}");
}

#[test]
fn the_words_of_the_article_come_and_those_of_the_page_stay() {
    let mut report = format!("{:28}{:>8}{:>8}{:>10}\n", "page", "words", "missed", "furniture");
    let (mut all, mut all_taken, mut all_shared, mut failed) = (0, 0, 0, Vec::new());
    for page in pages() {
        let text = page.imported.draft.body.text();
        let (want, taken) = (words(&page.text), words(text));
        let shared = shared(&want, &taken);
        let (missed, furniture) = (want.len() - shared, taken.len() - shared);
        report += &format!("{:28}{:>8}{missed:>8}{furniture:>10}\n", page.name, want.len());
        if missed * 1000 > MISSED * want.len() || furniture * 1000 > FURNITURE * taken.len() {
            failed.push(format!("== {}\n-- wanted\n{}\n-- got\n{text}\n", page.name, page.text));
        }
        (all, all_taken, all_shared) =
            (all + want.len(), all_taken + taken.len(), all_shared + shared);
    }
    let per_mille = |part: usize, of: usize| part as f64 * 100.0 / of as f64;
    report += &format!(
        "missed {:.2} %, furniture {:.2} %\n",
        per_mille(all - all_shared, all),
        per_mille(all_taken - all_shared, all_taken)
    );
    println!("{report}");
    assert!(failed.is_empty(), "{}\n{report}", failed.join("\n"));
    assert!((all - all_shared) * 1000 <= MISSED * all, "{report}");
    assert!((all_taken - all_shared) * 1000 <= FURNITURE * all_taken, "{report}");
}

#[test]
fn the_text_is_what_a_reader_sees() {
    let mut wrong = Vec::new();
    for page in pages() {
        let text = page.imported.draft.body.text();
        let lines = |text: &str| {
            text.trim().split('\n').map(|line| line.trim().to_owned()).collect::<Vec<_>>()
        };
        let (want, got) = (lines(&page.text), lines(text));
        if want != got {
            let missing: Vec<_> = want.iter().filter(|line| !got.contains(line)).collect();
            let surplus: Vec<_> = got.iter().filter(|line| !want.contains(line)).collect();
            wrong.push(format!("{}: missing {missing:#?}, surplus {surplus:#?}", page.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_a_page_says_of_itself_is_read() {
    let mut wrong = Vec::new();
    for page in pages() {
        let draft = &page.imported.draft;
        let facts = [
            ("title", Some(&draft.title)),
            ("byline", draft.byline.as_ref()),
            ("published", draft.published.as_ref()),
            ("language", draft.language.as_ref()),
            ("url", draft.url.as_ref()),
            ("site", draft.site.as_ref()),
        ];
        for (name, fact) in facts {
            let want = page.facts[name].as_str();
            if want != fact.map(|fact| &**fact) {
                wrong.push(format!("{} {name}: {want:?} is read as {fact:?}", page.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
