//! The README's tables are what the program does.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used)]

use claimlight::{
    article::import::IMPORTERS,
    formats::FORMATS,
    store::keys::{SHORTCUTS, When},
};

fn readme() -> String {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    std::fs::read_to_string(file).unwrap()
}

/// The rows of the table under the line `head`, as they stand.
fn table(head: &str) -> Vec<String> {
    let readme = readme();
    let (_, rest) = readme.split_once(head).expect("the README has the table");
    rest.lines().skip(2).take_while(|line| line.starts_with('|')).map(str::to_owned).collect()
}

#[test]
fn lists_every_key() {
    let rows: Vec<String> = When::ALL
        .iter()
        .flat_map(|when| SHORTCUTS.iter().filter(move |key| key.when == *when))
        .map(|key| format!("| {} | `{}` | {} |", key.when.label(), key.shown, key.does))
        .collect();
    assert_eq!(table("| when | key | does |").join("\n"), rows.join("\n"));
}

#[test]
fn lists_every_format() {
    let mut rows: Vec<String> = IMPORTERS
        .iter()
        .map(|importer| {
            let files: Vec<String> =
                importer.extensions().iter().map(|ending| format!("`.{ending}`")).collect();
            format!("| open articles | {} | {} |", importer.label(), files.join(", "))
        })
        .collect();
    rows.extend(FORMATS.iter().map(|format| {
        format!("| export and import | {} | `.{}` |", format.label(), format.extension())
    }));
    assert_eq!(table("| to | format | file |").join("\n"), rows.join("\n"));
}

#[test]
fn shows_a_picture_that_is_there() {
    let readme = readme();
    let (_, rest) = readme.split_once("](docs/").expect("the README shows a picture");
    let (name, _) = rest.split_once(')').unwrap();
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(name);
    assert!(std::fs::metadata(file).is_ok_and(|file| file.len() > 10_000));
}
