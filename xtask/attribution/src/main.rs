//! Trains and measures the engine of attributions; `cargo xtask` runs it with optimisation.

mod align;
mod boost;
mod calibrate;
mod corpus;
mod evaluate;
mod ftrl;
mod gum;
mod kinds;
mod learn;
mod predict;
mod propose;
mod report;
mod score;
mod speed;
mod train;

use std::path::Path;

use anyhow::{Context as _, Result, bail};

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let root =
        Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).context("the repository")?;
    let Some((command, rest)) = arguments.split_first() else {
        bail!("train, evaluate, propose or speed?")
    };
    match command.as_str() {
        "train" => train::run(root, rest),
        "evaluate" => evaluate::run(root, rest),
        "propose" => propose::run(root, rest),
        "speed" => speed::run(root),
        other => bail!("{other}? train, evaluate, propose or speed"),
    }
}
