//! `cargo xtask endure`.

use anyhow::{Result, bail};
use lexopt::{Arg, Parser, ValueExt};

use super::Command;
use crate::{
    browsers, process,
    project::Project,
    steps::{Run, e2e},
};

/// How often each fault is tried, unless told otherwise.
const ROUNDS: u32 = 10;

pub(super) const COMMAND: Command = Command {
    name: "endure",
    options: "[--browser chromium|firefox|webkit] [--only 'browser killed'] [--rounds 10]",
    summary: "Kills browsers while they save, many times over, and looks what is lost: half an hour",
    run,
};

fn run(project: &Project, mut arguments: Parser) -> Result<()> {
    let (mut rounds, mut chosen, mut trial) = (ROUNDS, None, None);
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("rounds") => rounds = arguments.value()?.parse()?,
            Arg::Long("only") => trial = Some(arguments.value()?.string()?),
            Arg::Long("browser") => chosen = Some(arguments.value()?.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    let is_chosen = |name: &str| chosen.as_deref().is_none_or(|chosen| chosen == name);
    let browsers: Vec<_> = browsers::ALL.iter().filter(|it| is_chosen(it.name)).collect();
    if browsers.is_empty() {
        bail!("there is no such browser");
    }
    let run = Run::new(project, browsers);
    let mut journeys = e2e::journeys(&run)?;
    if let Some(trial) = trial {
        journeys.env("CLAIMLIGHT_ONLY", trial);
    }
    process::run(journeys.env("CLAIMLIGHT_ROUNDS", rounds.to_string()))
}
