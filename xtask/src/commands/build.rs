//! `cargo xtask build`.

use anyhow::Result;
use lexopt::{Arg, Parser};

use super::Command;
use crate::{project::Project, site};

pub(super) const COMMAND: Command = Command {
    name: "build",
    options: "[--release]",
    summary: "Leaves the site in dist/, for any server and below any path (always a release build)",
    run,
};

fn run(project: &Project, mut arguments: Parser) -> Result<()> {
    while let Some(argument) = arguments.next()? {
        match argument {
            // What it does anyway.
            Arg::Long("release") => {}
            other => return Err(other.unexpected().into()),
        }
    }
    site::build(project)?;
    println!("The site is in {}", project.dist().display());
    Ok(())
}
