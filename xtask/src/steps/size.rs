//! How much a first visit loads, and the engine that proposes claims.

use std::{fs, io::Write, path::Path};

use anyhow::{Context, Result, bail};
use flate2::{Compression, write::GzEncoder};

use super::{Run, Step};
use crate::site;

/// 200 KB.
const BUDGET: usize = 200 * 1024;

/// 350 KB: the engine with its weights.
const ENGINE_BUDGET: usize = 350 * 1024;

/// Published beside the page, which does not load them: the page in one file, what describes its exports, the way out
/// where the page fails.
const NOT_LOADED: &[&str] = &[
    "claimlight.html",
    "claimlight-context.jsonld",
    "claimlight.schema.json",
    "rescue.html",
    "claimlight.webmanifest",
    "icon-192.png",
    "icon-512.png",
];

pub(super) const STEP: Step = Step {
    name: "size",
    summary: "a first visit loads at most 200 KB, the engine at most 350 KB",
    run,
};

/// One file of the site.
#[derive(Debug)]
struct Row {
    name: String,
    bytes: usize,
    gzip: usize,
}

fn run(run: &Run<'_>) -> Result<()> {
    run.build_site()?;
    let dist = run.project.dist();
    let (mut rows, mut engine) = (Vec::new(), Vec::new());
    for file in site::files(run.project)? {
        let name = file.strip_prefix(&dist)?.display().to_string();
        if is_of(&file, site::PROPOSE.name) {
            engine.push(measure(name, &file)?);
        } else if !NOT_LOADED.contains(&name.as_str())
            && ![site::LATER, site::OPEN.name].iter().any(|later| is_of(&file, later))
        {
            rows.push(measure(name, &file)?);
        }
    }
    check("a first visit", &rows, BUDGET)?;
    check("the engine", &engine, ENGINE_BUDGET)
}

/// Prints what these files weigh together.
///
/// # Errors
/// Where that is more than it may be, or nothing at all.
fn check(what: &str, rows: &[Row], budget: usize) -> Result<()> {
    println!("{}", table(what, rows, budget));
    let sum = total(rows);
    if rows.is_empty() {
        bail!("{what} is not in the site");
    }
    if sum > budget {
        bail!("{what} is {sum} bytes, {} more than it may be", sum - budget);
    }
    Ok(())
}

/// Whether it is one of the files that load later, which all begin with `name`.
fn is_of(file: &Path, name: &str) -> bool {
    file.file_name().is_some_and(|file| file.to_string_lossy().starts_with(name))
}

fn measure(name: String, file: &Path) -> Result<Row> {
    let content = fs::read(file).with_context(|| format!("reading {}", file.display()))?;
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&content)?;
    Ok(Row { name, bytes: content.len(), gzip: encoder.finish()?.len() })
}

fn total(rows: &[Row]) -> usize {
    rows.iter().map(|row| row.gzip).sum()
}

fn table(what: &str, rows: &[Row], budget: usize) -> String {
    let line = |name: &str, bytes: &str, gzip: &str| format!("{name:44}{bytes:>12}{gzip:>12}\n");
    let mut table = line("file", "bytes", "gzip -9");
    for row in rows {
        table += &line(&row.name, &row.bytes.to_string(), &row.gzip.to_string());
    }
    let bytes = rows.iter().map(|row| row.bytes).sum::<usize>();
    let total = total(rows);
    table += &line(what, &bytes.to_string(), &total.to_string());
    table += &line("budget", "", &budget.to_string());
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_adds_up() {
        let row = |name: &str, bytes, gzip| Row { name: name.to_owned(), bytes, gzip };
        let rows = [row("a.wasm", 700, 300), row("index.html", 50, 40)];
        assert_eq!(total(&rows), 340);
        let table = table("a first visit", &rows, BUDGET);
        let words: Vec<Vec<&str>> =
            table.lines().map(|line| line.split_whitespace().collect()).collect();
        assert_eq!(words[1], ["a.wasm", "700", "300"]);
        assert_eq!(words[3], ["a", "first", "visit", "750", "340"]);
        assert_eq!(words[4], ["budget", "204800"]);
    }

    #[test]
    fn too_much_and_nothing_fail() {
        let rows = [Row { name: "a.wasm".to_owned(), bytes: 9, gzip: 7 }];
        assert!(check("it", &rows, 7).is_ok());
        let error = check("it", &rows, 6).unwrap_err().to_string();
        assert_eq!(error, "it is 7 bytes, 1 more than it may be");
        assert!(check("it", &[], 7).is_err());
    }
}
