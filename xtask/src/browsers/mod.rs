//! The browsers that tests run in: what each needs, and how it comes here.

mod debian;
mod list;

pub(crate) use self::list::{ALL, Browser};

use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use self::list::Program;
use crate::{project::Project, tools};

/// Installs what `browsers` need and lack.
///
/// # Errors
/// Where something is missing that we cannot install; the message says what.
pub(crate) fn install(project: &Project, browsers: &[&Browser]) -> Result<()> {
    let lacking = missing(project, browsers)?;
    if !lacking.is_empty() {
        if !debian::can_install(project) {
            bail!(advice(&lacking));
        }
        debian::install(project, &packages(&lacking))?;
        let lacking = missing(project, browsers)?;
        if !lacking.is_empty() {
            bail!(advice(&lacking));
        }
    }
    let crates: Vec<_> = browsers.iter().filter_map(|browser| browser.driver_crate).collect();
    tools::crates(project, &crates)
}

/// Where `program` is.
///
/// # Errors
/// Where it is not installed.
pub(crate) fn program(project: &Project, program: &str) -> Result<PathBuf> {
    project.find(program)?.with_context(|| format!("{program} is not on PATH"))
}

fn missing(project: &Project, browsers: &[&Browser]) -> Result<Vec<&'static Program>> {
    let mut missing = Vec::new();
    for program in browsers.iter().flat_map(|browser| browser.programs) {
        let mut found = false;
        for name in program.names {
            found |= project.find(name)?.is_some();
        }
        if !found {
            missing.push(program);
        }
    }
    Ok(missing)
}

fn packages(missing: &[&Program]) -> Vec<&'static str> {
    missing.iter().map(|program| program.package).collect()
}

fn advice(missing: &[&Program]) -> String {
    let programs: Vec<_> = missing.iter().map(|program| program.names.join(" or ")).collect();
    format!(
        "the tests need {}, which {} not on PATH: install them (on Debian and Ubuntu with \
         `sudo apt-get install {}`), or choose another browser with --browser",
        programs.join(", "),
        if missing.len() == 1 { "is" } else { "are" },
        packages(missing).join(" ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn advice_names_programs_and_packages() {
        const FIREFOX: Program =
            Program { names: &["firefox", "firefox-esr"], package: "firefox-esr" };
        const SCREEN: Program = Program { names: &["xvfb-run"], package: "xvfb" };
        assert_eq!(
            advice(&[&FIREFOX, &SCREEN]),
            "the tests need firefox or firefox-esr, xvfb-run, which are not on PATH: install them (on \
             Debian and Ubuntu with `sudo apt-get install firefox-esr xvfb`), or choose another browser \
             with --browser"
        );
    }
}
