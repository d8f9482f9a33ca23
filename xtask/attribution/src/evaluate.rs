//! `evaluate`: the engine’s figures, beside what they should be.

use std::path::Path;

use anyhow::{Context as _, Result};
use claimlight::suggest::Model;

use crate::{
    corpus::{Document, read_folder},
    gum,
    predict::{predict, write_lines},
    report::{Figures, report},
    score::Subset,
};

/// Prints the figures; `arguments` may hold `--rules` (no tagger), `--errors`, `--train` (the part trained on),
/// `--write FOLDER` (gold and predictions for `score.py`).
pub(crate) fn run(root: &Path, arguments: &[String]) -> Result<()> {
    let has = |flag: &str| arguments.iter().any(|a| a == flag);
    let model = if has("--rules") { None } else { Some(read_model(root)?) };
    let gum = gum::read(&shared(root)?.join("attribution/gum-news-12.jsonl"))?;
    let (train, held) = read_split(root)?;
    let own = if has("--train") { train } else { held };
    let mut table = Vec::new();
    for (name, documents) in [("gum", &gum), ("own", &own)] {
        let predictions = predict(documents, model.as_ref());
        if let Some(folder) = arguments.iter().skip_while(|a| *a != "--write").nth(1) {
            write_lines(&Path::new(folder).join(format!("{name}-gold.jsonl")), documents, None)?;
            write_lines(
                &Path::new(folder).join(format!("{name}-pred.jsonl")),
                documents,
                Some(&predictions),
            )?;
        }
        for subset in [Subset::All, Subset::Speech] {
            let figures = report(
                name,
                documents,
                &predictions,
                subset,
                has("--errors") && subset == Subset::All,
            );
            table.extend(targets(name, subset, &figures));
        }
    }
    println!("figure                                  target  reached");
    for (figure, target, reached) in table {
        println!("{figure:40}{target:6.1}{reached:9.1}");
    }
    Ok(())
}

/// The figures of the issue: what, how much it should be, how much it is.
fn targets(name: &str, subset: Subset, figures: &Figures) -> Vec<(&'static str, f64, f64)> {
    match (name, subset) {
        ("gum", Subset::Speech) => vec![
            ("GUM news, speech: link F1", 72.0, figures.link),
            ("GUM news, speech: canonical source", 88.0, figures.canonical),
            ("GUM news, speech: right at 90 %", 92.0, figures.sure),
        ],
        ("own", Subset::All) => vec![
            ("own held out: link F1", 85.0, figures.link),
            ("own held out: strict F1", 70.0, figures.strict),
            ("own held out: right at 90 %", 92.0, figures.sure),
        ],
        ("own", Subset::Speech) => vec![
            ("own held out, speech: link F1", 85.0, figures.link),
            ("own held out, speech: strict F1", 70.0, figures.strict),
        ],
        _ => Vec::new(),
    }
}

/// The folder of shared files, beside the repository or above it.
pub(crate) fn shared(root: &Path) -> Result<std::path::PathBuf> {
    let found = root.ancestors().map(|folder| folder.join("shared")).find(|folder| folder.exists());
    found.context("no folder shared/ above the repository")
}

/// The weights in `assets/`.
pub(crate) fn read_model(root: &Path) -> Result<Model> {
    let path = root.join("assets/attribution.bin");
    let bytes = std::fs::read(&path).with_context(|| path.display().to_string())?;
    Ok(Model::from_bytes(&bytes)?)
}

/// The articles to train on, and those held out.
pub(crate) fn read_split(root: &Path) -> Result<(Vec<Document>, Vec<Document>)> {
    let list = std::fs::read_to_string(root.join("corpus/heldout.txt"))?;
    let held: Vec<&str> =
        list.lines().map(str::trim).filter(|line| !line.starts_with('#')).collect();
    let documents = read_folder(&root.join("corpus/articles"))?;
    Ok(documents.into_iter().partition(|d| !held.contains(&d.id.as_str())))
}
