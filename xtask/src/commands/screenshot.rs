//! `cargo xtask screenshot`.

use anyhow::Result;
use lexopt::Parser;

use super::Command;
use crate::{
    browsers, process,
    project::Project,
    steps::{Run, e2e},
};

pub(super) const COMMAND: Command = Command {
    name: "screenshot",
    options: "",
    summary: "Makes the README's picture, docs/screenshot.png, of the page as it is now",
    run,
};

fn run(project: &Project, mut arguments: Parser) -> Result<()> {
    if let Some(other) = arguments.next()? {
        return Err(other.unexpected().into());
    }
    let picture = project.root().join("docs/screenshot.png");
    let run = Run::new(project, browsers::ALL.iter().take(1).collect());
    process::run(e2e::journeys(&run)?.env("CLAIMLIGHT_PICTURE", &picture))?;
    println!("The picture is {}", picture.display());
    Ok(())
}
