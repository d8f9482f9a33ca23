//! Attributions as JSON lines with offsets in code points: GUM news (`shared/attribution/`).

use std::{fs, path::Path};

use anyhow::{Context as _, Result};
use claimlight::{
    article::{Block, BlockKind, Body, RawBody},
    text::TextRange,
};
use serde::Deserialize;

use crate::corpus::{Document, Gold, NameTest};

#[derive(Deserialize)]
struct Line {
    id: String,
    text: String,
    attributions: Vec<Attribution>,
}

#[derive(Deserialize)]
struct Attribution {
    source: Vec<(usize, usize)>,
    cue: Vec<(usize, usize)>,
    content: Vec<(usize, usize)>,
    #[serde(default)]
    entity: Option<serde_json::Value>,
    #[serde(default)]
    names: Vec<String>,
}

/// All articles of the file.
pub(crate) fn read(path: &Path) -> Result<Vec<Document>> {
    let file = fs::read_to_string(path).with_context(|| path.display().to_string())?;
    file.lines().map(|line| document(serde_json::from_str(line)?)).collect()
}

fn document(line: Line) -> Result<Document> {
    let bytes: Vec<usize> =
        line.text.char_indices().map(|(at, _)| at).chain([line.text.len()]).collect();
    let byte = |at: usize| bytes.get(at).copied().unwrap_or(line.text.len());
    let ranges = |spans: &[(usize, usize)]| {
        spans.iter().map(|(a, b)| TextRange::bytes(byte(*a), byte(*b))).collect::<Vec<_>>()
    };
    let gold = line.attributions.iter().map(|a| Gold {
        source: ranges(&a.source),
        cue: ranges(&a.cue),
        content: ranges(&a.content),
        described: false,
        names: a.names.clone(),
        speaker: a
            .entity
            .as_ref()
            .filter(|e| !e.is_null())
            .map(ToString::to_string)
            .unwrap_or_default(),
    });
    let gold = gold.collect();
    let mut blocks = Vec::new();
    let mut at = 0;
    for part in line.text.split("\n\n") {
        let start = at + part.len() - part.trim_start().len();
        let range = TextRange::bytes(start, start + part.trim().len());
        at += part.len() + 2;
        if !range.is_empty() {
            let kind = if blocks.is_empty() { BlockKind::Headline } else { BlockKind::Paragraph };
            blocks.push(Block { kind, range, marks: Vec::new() });
        }
    }
    let body = Body::try_from(RawBody { text: line.text.into(), blocks })?;
    Ok(Document { id: line.id, body, gold, names: NameTest::Chain })
}
