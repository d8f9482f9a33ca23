//! Journeys through the built site.

use std::process::Command;

use anyhow::Result;

use super::{Run, Step};
use crate::{browsers, process, site, tools};

pub(super) const STEP: Step = Step {
    name: "e2e",
    summary: "journeys through the built site, and the page in one file, in each browser",
    run,
};

fn run(run: &Run<'_>) -> Result<()> {
    process::run(&mut journeys(run)?)
}

/// Builds all that the journeys walk through; gives the command that walks them.
///
/// # Errors
/// Where a build or an installation fails.
pub(crate) fn journeys(run: &Run<'_>) -> Result<Command> {
    let project = run.project;
    browsers::install(project, &run.browsers)?;
    let axe = tools::package(project, &tools::AXE)?.join("axe.min.js");
    run.build_site()?;
    let bundle = site::bundle(project)?;
    let names: Vec<_> = run.browsers.iter().map(|browser| browser.name).collect();
    let mut cargo = project.command("cargo")?;
    cargo.args(["run", "--quiet", "--locked", "--package", "claimlight-e2e"]);
    cargo.env("CLAIMLIGHT_DIST", project.dist()).env("CLAIMLIGHT_BUNDLE", bundle);
    cargo.env("CLAIMLIGHT_AXE", axe).env("CLAIMLIGHT_BROWSERS", names.join(","));
    for browser in &run.browsers {
        cargo.env(browser.variable, browsers::program(project, browser.driver)?);
        if let Some(screen) = browser.screen {
            cargo.env("CLAIMLIGHT_XVFB", browsers::program(project, screen)?);
        }
    }
    Ok(cargo)
}
