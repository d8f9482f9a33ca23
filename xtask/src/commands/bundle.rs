//! `cargo xtask bundle`.

use anyhow::Result;
use lexopt::Parser;

use super::Command;
use crate::{project::Project, site};

pub(super) const COMMAND: Command = Command {
    name: "bundle",
    options: "",
    summary: "Leaves the page in one file, dist/claimlight.html, which opens from disk by double click",
    run,
};

fn run(project: &Project, arguments: Parser) -> Result<()> {
    super::nothing_more(arguments)?;
    println!("The page is in {}", site::bundle(project)?.display());
    Ok(())
}
