//! `cargo xtask screenshot` and `fluency`: the built page in Chromium, pictured or measured.

use std::ffi::OsStr;

use anyhow::Result;
use lexopt::Parser;

use super::Command;
use crate::{
    browsers, process,
    project::Project,
    steps::{Run, e2e},
};

pub(super) const SCREENSHOT: Command = Command {
    name: "screenshot",
    options: "",
    summary: "Makes the README's picture, docs/screenshot.png, of the page as it is now",
    run: |project, arguments| {
        let picture = project.root().join("docs/screenshot.png");
        run(project, arguments, "CLAIMLIGHT_PICTURE", picture.as_os_str())?;
        println!("The picture is {}", picture.display());
        Ok(())
    },
};

pub(super) const FLUENCY: Command = Command {
    name: "fluency",
    options: "",
    summary: "Counts the tasks that hold up the page over 50 ms with a text of 500,000 words, in Chromium",
    run: |project, arguments| run(project, arguments, "CLAIMLIGHT_FLUENCY", OsStr::new("1")),
};

/// Runs the journeys' program with this variable, which has it do something else.
fn run(project: &Project, mut arguments: Parser, variable: &str, value: &OsStr) -> Result<()> {
    if let Some(other) = arguments.next()? {
        return Err(other.unexpected().into());
    }
    let run = Run::new(project, browsers::ALL.iter().take(1).collect());
    process::run(e2e::journeys(&run)?.env(variable, value))
}
