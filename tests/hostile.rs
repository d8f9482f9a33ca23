//! Hostile input, through every importer: each gives an article or a sentence, in bounded time, and nothing in it that a
//! page could run.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "hostile/large.rs"]
mod large;

use std::{
    fs,
    path::Path,
    time::{Duration, Instant},
};

use claimlight::article::{
    BlockKind, MarkKind,
    import::{Draft, Furniture, Given, Hint, IMPORTERS, ImportError, open},
};

/// How long one input may take, in a build for tests, which is ten times slower than what people have, on a machine
/// that does other things. What is not bounded takes hours.
const LONGEST: Duration = Duration::from_secs(60);

fn small() -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/hostile-pages");
    let mut files: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
        .iter()
        .map(|path| {
            (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(path).unwrap())
        })
        .collect()
}

/// Whether an address leads to the web or to mail, read as a browser does.
fn is_safe(address: &str) -> bool {
    ["http://", "https://", "mailto:"].iter().any(|scheme| address.starts_with(scheme))
        && !address.contains(|c: char| c.is_control())
}

#[track_caller]
fn check(name: &str, draft: &Draft) {
    for block in draft.body.blocks() {
        for mark in &block.marks {
            if let MarkKind::Link(to) = &mark.kind {
                assert!(is_safe(to), "{name}: {to}");
            }
        }
    }
    assert!(draft.url.as_deref().is_none_or(is_safe), "{name}: {:?}", draft.url);
    assert!(!draft.title.trim().is_empty(), "{name}");
    assert!(
        draft.body.blocks().iter().all(|block| !draft.body.slice(block.range).trim().is_empty()),
        "{name}"
    );
}

#[test]
fn nothing_that_runs_comes_through() {
    let cases = small();
    assert!(cases.len() >= 30, "{}", cases.len());
    for (name, bytes) in &cases {
        for is_copied in [false, true] {
            for furniture in [Furniture::LeaveOut, Furniture::Keep] {
                let hint = Hint { name: Some(name), is_copied, furniture, ..Hint::default() };
                let Ok(imported) = open(Given::Bytes(bytes), &hint) else { continue };
                check(name, &imported.draft);
                let text = imported.draft.body.text();
                assert!(!text.contains("alert"), "{name}: {text}");
            }
        }
    }
}

#[test]
fn the_words_between_come_through() {
    let without = ["cut.mhtml", "frameset.html", "loop.eml"];
    for (name, bytes) in small() {
        let imported = open(Given::Bytes(&bytes), &Hint { name: Some(&name), ..Hint::default() });
        match imported {
            Ok(imported) => {
                let text = imported.draft.body.text();
                assert!(text.contains("Taxes fell"), "{name}: {text}");
                // What stands after the hostile part, too.
                let late = str::from_utf8(&bytes)
                    .is_ok_and(|page| page.contains("before anybody could ask"));
                let swallowed =
                    ["mutation-select.html", "elements-of-others.html"].contains(&&*name);
                assert!(
                    !late || swallowed || text.contains("before anybody could ask"),
                    "{name}: {text}"
                );
            }
            Err(error) => assert!(without.contains(&&*name), "{name}: {error}"),
        }
    }
}

#[test]
fn every_importer_takes_everything() {
    for (name, bytes) in small() {
        for importer in IMPORTERS {
            let hint = Hint { importer: Some(importer.id()), ..Hint::default() };
            for given in [Given::Bytes(&bytes), Given::Text(&String::from_utf8_lossy(&bytes))] {
                match open(given, &hint) {
                    Ok(imported) => check(&name, &imported.draft),
                    Err(error) => assert!(error.to_string().ends_with('.'), "{name}: {error}"),
                }
            }
        }
    }
}

#[test]
fn code_that_is_shown_is_text() {
    let (_, bytes) = small().into_iter().find(|(name, _)| name == "shown-code.html").unwrap();
    let draft = open(Given::Bytes(&bytes), &Hint::default()).unwrap().draft;
    assert!(
        draft
            .body
            .text()
            .contains("Write <script>warn(1)</script> or <img src=x onerror=warn(1)> to test it")
    );
    assert!(
        draft
            .body
            .blocks()
            .iter()
            .all(|block| block.marks.is_empty() && block.kind != BlockKind::TableRow)
    );
}

#[test]
fn nothing_takes_long() {
    let mut report = String::new();
    let mut slow = Vec::new();
    for case in large::large() {
        let started = Instant::now();
        let hint = Hint { name: Some(case.file), ..Hint::default() };
        let imported = open(Given::Bytes(case.text.as_bytes()), &hint);
        let took = started.elapsed();
        let what = match &imported {
            Ok(imported) => {
                check(case.name, &imported.draft);
                format!("{} blocks", imported.draft.body.blocks().len())
            }
            Err(error) => format!("{error:?}"),
        };
        // Dropping it is part of it.
        let started = Instant::now();
        drop(imported);
        let took = took + started.elapsed();
        let line = format!("{:36}{:>8} ms  {what}\n", case.name, took.as_millis());
        eprint!("{line}");
        report += &line;
        if took > LONGEST {
            slow.push(line);
        }
    }
    assert!(slow.is_empty(), "{}", slow.concat());
}

#[test]
fn what_is_too_large_is_said_to_be() {
    let cases = large::large();
    for name in ["50 MB on one line", "50 MB on one line of text"] {
        let case = cases.iter().find(|case| case.name == name).unwrap();
        let found = open(Given::Text(&case.text), &Hint::default()).map(|_| ());
        assert_eq!(found, Err(ImportError::TooLarge));
    }
}
