//! `cargo xtask fluency`.

use anyhow::Result;
use lexopt::Parser;

use super::Command;
use crate::{
    browsers, process,
    project::Project,
    steps::{Run, e2e},
};

pub(super) const COMMAND: Command = Command {
    name: "fluency",
    options: "",
    summary: "Counts the tasks that hold up the page over 50 ms with a text of 500,000 words, in Chromium",
    run,
};

fn run(project: &Project, mut arguments: Parser) -> Result<()> {
    if let Some(other) = arguments.next()? {
        return Err(other.unexpected().into());
    }
    let run = Run::new(project, browsers::ALL.iter().take(1).collect());
    process::run(e2e::journeys(&run)?.env("CLAIMLIGHT_FLUENCY", "1"))
}
