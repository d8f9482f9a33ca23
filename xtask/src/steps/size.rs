//! How much a first visit loads.

use std::{fs, io::Write, path::Path};

use anyhow::{Context, Result, bail};
use flate2::{Compression, write::GzEncoder};

use super::{Run, Step};
use crate::site;

/// 200 KB.
const BUDGET: usize = 200 * 1024;

/// Published beside the page, which does not load them: the page in one file, what describes its exports, the way out
/// where the page fails.
const NOT_LOADED: &[&str] =
    &["claimlight.html", "claimlight-context.jsonld", "claimlight.schema.json", "rescue.html"];

pub(super) const STEP: Step =
    Step { name: "size", summary: "a first visit loads at most 200 KB", run };

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
    let mut rows = Vec::new();
    for file in site::files(run.project)? {
        let name = file.strip_prefix(&dist)?.display().to_string();
        if !NOT_LOADED.contains(&name.as_str()) && !is_later(&file) {
            rows.push(measure(name, &file)?);
        }
    }
    println!("{}", table(&rows));
    let sum = total(&rows);
    if sum > BUDGET {
        bail!("a first visit loads {sum} bytes, {} more than it may", sum - BUDGET);
    }
    Ok(())
}

/// Whether it is a part of the program that loads when somebody does something.
fn is_later(file: &Path) -> bool {
    file.file_name().is_some_and(|name| name.to_string_lossy().starts_with(site::LATER))
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

fn table(rows: &[Row]) -> String {
    let line = |name: &str, bytes: &str, gzip: &str| format!("{name:44}{bytes:>12}{gzip:>12}\n");
    let mut table = line("file", "bytes", "gzip -9");
    for row in rows {
        table += &line(&row.name, &row.bytes.to_string(), &row.gzip.to_string());
    }
    let bytes = rows.iter().map(|row| row.bytes).sum::<usize>();
    let total = total(rows);
    table += &line("a first visit", &bytes.to_string(), &total.to_string());
    table += &line("budget", "", &BUDGET.to_string());
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
        let table = table(&rows);
        let words: Vec<Vec<&str>> =
            table.lines().map(|line| line.split_whitespace().collect()).collect();
        assert_eq!(words[1], ["a.wasm", "700", "300"]);
        assert_eq!(words[3], ["a", "first", "visit", "750", "340"]);
        assert_eq!(words[4], ["budget", "204800"]);
    }
}
