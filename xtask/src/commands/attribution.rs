//! `cargo xtask train`, `evaluate`, `propose` and `speed`: the engine of attributions, run with optimisation.

use anyhow::Result;
use lexopt::Parser;

use super::Command;
use crate::{process, project::Project};

pub(super) const TRAIN: Command = Command {
    name: "train",
    options: "[--check] [--errors] [--write FOLDER]",
    summary: "Learns the weights of the engine from corpus/ and writes assets/attribution.bin; --check only measures",
    run: |project, arguments| run(project, "train", arguments),
};

pub(super) const EVALUATE: Command = Command {
    name: "evaluate",
    options: "[--rules] [--train] [--errors] [--write FOLDER]",
    summary: "Prints the figures of the engine beside what they should be",
    run: |project, arguments| run(project, "evaluate", arguments),
};

pub(super) const PROPOSE: Command = Command {
    name: "propose",
    options: "[--rules]",
    summary: "Prints what the engine proposes for the text on standard input",
    run: |project, arguments| run(project, "propose", arguments),
};

pub(super) const SPEED: Command = Command {
    name: "speed",
    options: "",
    summary: "Measures words a second of the engine",
    run: |project, arguments| run(project, "speed", arguments),
};

/// Runs the package `attribution`, optimised, with this command and what follows it.
fn run(project: &Project, command: &str, mut arguments: Parser) -> Result<()> {
    let mut cargo = project.command("cargo")?;
    cargo.args(["run", "--quiet", "--package", "attribution", "--profile", "lab", "--", command]);
    cargo.args(arguments.raw_args()?);
    process::run(&mut cargo)
}
