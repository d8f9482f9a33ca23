//! The shape of the code, as DESIGN.md and `src/lib.rs` state it: what is absent, and who may use whom.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::{
    fs,
    path::{Path, PathBuf},
};

/// The modules in reading order, each with those it may use.
const ARROWS: &[(&str, &[&str])] = &[
    ("order", &[]),
    ("record", &["order"]),
    ("text", &["order"]),
    ("article", &["order", "record", "text"]),
    ("annotation", &["order", "record", "text", "article"]),
    ("suggest", &["order", "record", "text", "article", "annotation"]),
    ("formats", &["order", "record", "text", "article", "annotation"]),
    ("store", &["order", "record", "text", "article", "annotation", "suggest"]),
    ("worker", &["order", "record", "text", "article", "annotation", "suggest"]),
    // The edge: it names what it hands over, and decides nothing.
    ("browser", &["order", "record", "text", "article", "annotation", "store"]),
    (
        "view",
        &[
            "order",
            "record",
            "text",
            "article",
            "annotation",
            "suggest",
            "formats",
            "store",
            "worker",
            "browser",
        ],
    ),
];

/// Those that name no browser, clock or randomness.
const PURE: [&str; 9] =
    ["order", "record", "text", "article", "annotation", "suggest", "formats", "store", "worker"];

const IMPURE: [&str; 12] = [
    "yew",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "gloo",
    "rand",
    "getrandom",
    "SystemTime::now",
    "Instant",
    "new_v4",
    "now_v7",
];

/// Lines of production code a file may have.
const LONGEST: usize = 300;

/// A line of production code, without its comment.
struct Line {
    file: PathBuf,
    /// One-based.
    number: usize,
    text: String,
}

impl Line {
    /// The module of the crate it stands in; `main` and `lib` for the files at the root.
    fn module(&self) -> &str {
        let first = self.file.strip_prefix(root().join("src")).unwrap().iter().next().unwrap();
        first.to_str().unwrap().trim_end_matches(".rs")
    }

    /// Whether it names `name` as a word or a path of words.
    fn names(&self, name: &str) -> bool {
        let word = |c: char| c.is_alphanumeric() || c == '_';
        self.text.match_indices(name).any(|(at, _)| {
            let before = self.text[..at].chars().next_back();
            let after = self.text[at + name.len()..].chars().next();
            !before.is_some_and(word) && !after.is_some_and(word)
        })
    }
}

impl std::fmt::Display for Line {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let file = self.file.strip_prefix(root()).unwrap().display();
        write!(f, "{file}:{}: {}", self.number, self.text.trim())
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file and folder of the repository that people write, `folder` itself left out.
fn paths(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if ["node_modules", "target", "dist"].iter().any(|made| path.ends_with(made)) {
            continue;
        }
        if path.is_dir() {
            found.extend(paths(&path));
        }
        found.push(path);
    }
    found.sort();
    found
}

/// The lines of a file that are neither blank, nor comments, nor under `#[cfg(test)]`.
fn lines_of(file: &Path, source: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    // The indentation of an item that is only there in tests, until its end.
    let mut test: Option<&str> = None;
    for (i, line) in source.lines().enumerate() {
        let code = line.trim_start();
        let indent = &line[..line.len() - code.len()];
        if code.starts_with("#[cfg(test)]") {
            test = Some(indent);
            continue;
        }
        if let Some(of) = test {
            // rustfmt puts the end of an item under its start.
            let ends = code.ends_with(';') || code.starts_with('}');
            if indent == of && ends && !code.starts_with("#[") {
                test = None;
            }
            continue;
        }
        let text = line.split("//").next().unwrap_or_default();
        // The two slashes of an address are no comment.
        let text = if text.ends_with(':') { line } else { text };
        if !text.trim().is_empty() {
            lines.push(Line { file: file.to_owned(), number: i + 1, text: text.to_owned() });
        }
    }
    lines
}

/// The files of the library and the binary with their production lines; files of tests have none.
fn files() -> Vec<(PathBuf, Vec<Line>)> {
    let rust = |path: &PathBuf| path.extension().is_some_and(|it| it == "rs");
    let sources = paths(&root().join("src")).into_iter().filter(rust);
    let only_tests = |path: &Path| {
        let names = ["tests", "tests.rs", "fixture.rs"];
        path.iter().any(|part| names.iter().any(|name| part == *name))
    };
    let read = |path: PathBuf| {
        let source = fs::read_to_string(&path).unwrap();
        let lines = if only_tests(&path) { Vec::new() } else { lines_of(&path, &source) };
        (path, lines)
    };
    let files: Vec<_> = sources.map(read).collect();
    assert!(files.len() > 80, "the scanner finds the sources: {}", files.len());
    files
}

fn production() -> Vec<Line> {
    files().into_iter().flat_map(|(_, lines)| lines).collect()
}

/// Fails with a list of all that is wrong.
#[track_caller]
fn none(wrong: impl IntoIterator<Item = String>, rule: &str) {
    let wrong: Vec<String> = wrong.into_iter().collect();
    assert!(wrong.is_empty(), "{rule}:\n{}", wrong.join("\n"));
}

#[test]
fn pure_modules_name_no_browser_clock_or_randomness() {
    let wrong = production()
        .into_iter()
        .filter(|line| PURE.contains(&line.module()) && IMPURE.iter().any(|name| line.names(name)));
    none(wrong.map(|line| line.to_string()), "ids and times arrive inside actions");
}

/// The modules of the crate that a source names: after `crate::`, alone or in braces.
fn used(lines: &[Line]) -> Vec<(&Line, String)> {
    let mut used = Vec::new();
    // Whether the line is inside `use crate::{ … }`, whose entries rustfmt indents by four.
    let mut listing = false;
    for line in lines {
        let word = |text: &str| {
            text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>()
        };
        if line.text.trim_end().ends_with("use crate::{") {
            listing = true;
            continue;
        }
        if listing {
            let entry = line.text.strip_prefix("    ").filter(|rest| !rest.starts_with(' '));
            match entry {
                Some(entry) if entry.starts_with(char::is_alphabetic) => {
                    used.push((line, word(entry)));
                }
                None if line.text.starts_with('}') => listing = false,
                _ => {}
            }
            continue;
        }
        for (at, path) in line.text.match_indices("crate::") {
            let rest = &line.text[at + path.len()..];
            match rest.strip_prefix('{') {
                // All on one line.
                Some(list) => {
                    let mut depth = 0;
                    let entries = list.split(|c: char| {
                        depth += i32::from(c == '{') - i32::from(c == '}');
                        c == ',' && depth == 0
                    });
                    used.extend(entries.map(|entry| (line, word(entry.trim()))));
                }
                None => used.push((line, word(rest))),
            }
        }
    }
    used.retain(|(_, name)| !name.is_empty());
    used
}

#[test]
fn modules_use_only_those_before_them() {
    let mut seen = 0;
    let mut wrong = Vec::new();
    for (_, lines) in files() {
        for (line, name) in used(&lines) {
            let Some((module, may)) = ARROWS.iter().find(|(it, _)| *it == line.module()) else {
                assert!(
                    ["lib", "main", "bin"].contains(&line.module()),
                    "{line}: no arrow leads here"
                );
                continue;
            };
            seen += 1;
            if name != *module && !may.contains(&&*name) {
                wrong.push(format!("{module} uses {name}: {line}"));
            }
        }
    }
    none(wrong, "order ← text, record ← article ← annotation ← { suggest, formats, store } ← view");
    assert!(seen > 200, "the scanner finds the paths: {seen}");
}

#[test]
fn files_stay_short() {
    let long = files().into_iter().map(|(path, lines)| (path, lines.len()));
    let long = long.filter(|(_, length)| *length > LONGEST);
    none(
        long.map(|(path, length)| format!("{} has {length} lines", path.display())),
        "a file has one purpose, and at most 300 lines of production code",
    );
}

#[test]
fn no_markup_is_ever_parsed() {
    const WAYS: [&str; 8] = [
        "inner_html",
        "set_inner_html",
        "outer_html",
        "set_outer_html",
        "insert_adjacent_html",
        "from_html_unchecked",
        "create_contextual_fragment",
        "DomParser",
    ];
    let wrong = production().into_iter().filter(|line| WAYS.iter().any(|way| line.names(way)));
    none(wrong.map(|line| line.to_string()), "text reaches the page as text nodes");
}

#[test]
fn nothing_in_production_may_panic_by_unwrapping() {
    const WAYS: [&str; 6] =
        [".unwrap()", ".expect(", ".unwrap_err()", "todo!(", "unimplemented!(", "panic!("];
    let wrong = production()
        .into_iter()
        .filter(|line| line.module() != "main" && WAYS.iter().any(|way| line.text.contains(way)));
    none(wrong.map(|line| line.to_string()), "each error is handled once, where it belongs");
}

#[test]
fn no_file_is_a_drawer_for_everything() {
    const DRAWERS: [&str; 8] =
        ["util", "utils", "helper", "helpers", "common", "misc", "shared", "stuff"];
    let folders = ["src", "tests", "xtask", "assets"].map(|name| root().join(name));
    let all = folders.iter().filter(|folder| folder.exists()).flat_map(|folder| paths(folder));
    let wrong = all.filter(|path| {
        let name = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        DRAWERS.contains(&name.to_lowercase().as_str())
    });
    none(wrong.map(|path| path.display().to_string()), "a name says what is inside");
}

/// The scanner itself, which every rule above rests on.
#[test]
fn the_scanner_sees_production_code_only() {
    let source = "\
//! Names yew.
use crate::text::Range; // not crate::view
#[cfg(test)]
mod fixture;
fn a() -> &'static str {
    \"https://a.example\"
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    fn b() {
        c().unwrap();
    }
}
#[cfg(test)]
use crate::store;
use crate::{
    annotation::{
        Claim,
        view,
    },
    record,
};
use crate::{article::{Article, Body}, text};
";
    let lines = lines_of(&root().join("src/store/a.rs"), source);
    let numbers: Vec<usize> = lines.iter().map(|line| line.number).collect();
    assert_eq!(numbers, [2, 5, 6, 7, 18, 19, 20, 21, 22, 23, 24, 25]);
    let used: Vec<String> = used(&lines).into_iter().map(|(_, name)| name).collect();
    assert_eq!(used, ["text", "annotation", "record", "article", "text"]);
    assert!(lines[0].names("Range") && !lines[0].names("Rang") && !lines[0].names("view"));
    assert!(lines[2].text.contains("a.example"));
    assert_eq!(lines[0].module(), "store");
}
