//! The file format as a whole: what is written comes back, holds to its schema and to the W3C model, and
//! nothing that is read can break anything.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "format/documented.rs"]
mod documented;
#[path = "format/example.rs"]
mod example;
#[path = "format/foreign.rs"]
mod foreign;
#[path = "format/generate.rs"]
mod generate;
#[path = "format/hostile.rs"]
mod hostile;
#[path = "format/laws.rs"]
mod laws;
#[path = "format/odd_parts.rs"]
mod odd_parts;
#[path = "format/w3c_model.rs"]
mod w3c_model;

use std::{path::PathBuf, sync::LazyLock};

use claimlight::{
    annotation::Creator,
    formats::{Dataset, ExportContext, FORMATS, Format, FormatError, Imported},
    record::{NodeId, Timestamp},
};
use serde_json::Value;

/// The format under test.
fn w3c() -> &'static dyn Format {
    *FORMATS.iter().find(|format| format.id() == "w3c").unwrap()
}

/// Noon of the day after the story.
fn context() -> ExportContext {
    ExportContext {
        at: Timestamp::from_millis(18_948 * 86_400_000 + 12 * 3_600_000),
        creator: Creator { id: NodeId::from_u128(0xc0), name: "Ada".into() },
    }
}

fn export(data: &Dataset) -> String {
    w3c().export(data, &context())
}

fn import(file: &str) -> Result<Imported, FormatError> {
    w3c().import(file)
}

fn json(file: &str) -> Value {
    serde_json::from_str(file).unwrap()
}

/// A file of the repository.
fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn read(name: &str) -> String {
    std::fs::read_to_string(path(name)).unwrap()
}

/// What the shipped schema has against a file, one line each.
fn against_schema(file: &Value) -> Vec<String> {
    static SCHEMA: LazyLock<jsonschema::Validator> = LazyLock::new(|| {
        jsonschema::draft202012::new(&json(&read("assets/claimlight.schema.json"))).unwrap()
    });
    SCHEMA.iter_errors(file).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// The data in the order a file has it.
fn in_order(mut data: Dataset) -> Dataset {
    data.articles.sort_by_key(|article| article.id);
    data.sources.sort_by_key(|source| source.id);
    data.claims.sort_by_key(|claim| (claim.article, claim.start(), claim.id));
    data
}
