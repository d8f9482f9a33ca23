//! What the program is made of.

use std::process::Stdio;

use anyhow::{Context, Result, bail};

use super::{Run, Step};
use crate::{process, tools};

/// What cargo-deny says where it cannot reach the list of known holes.
const OUT_OF_REACH: &str = "failed to fetch advisory database";

pub(super) const STEP: Step = Step {
    name: "deny",
    summary: "no dependency has a known hole, a licence that does not fit, or comes from elsewhere",
    run,
};

fn run(run: &Run<'_>) -> Result<()> {
    let project = run.project;
    tools::crates(project, &[&tools::CARGO_DENY])?;
    let mut deny = project.command("cargo")?;
    process::run(deny.args(["deny", "--locked", "check", "bans", "licenses", "sources"]))?;
    // Known holes are listed on GitHub, which not every machine reaches; then the other checks still count.
    let mut deny = project.command("cargo")?;
    deny.args(["deny", "--locked", "check", "advisories"]).stdin(Stdio::null());
    let output = deny.output().context("`cargo deny` does not start")?;
    let said = String::from_utf8_lossy(&output.stderr);
    eprint!("{said}");
    if output.status.success() {
        return Ok(());
    }
    if !is_out_of_reach(&said) {
        bail!("a dependency has a known hole, was taken back, or is not kept any more");
    }
    eprintln!(
        "\nNOT CHECKED for known holes: the list on GitHub is out of reach. Everything else was checked."
    );
    Ok(())
}

/// Whether the list could not be had, and nothing was found wrong.
fn is_out_of_reach(said: &str) -> bool {
    said.contains(OUT_OF_REACH) && !said.contains("error[")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_cannot_be_reached_is_let_pass() {
        assert!(is_out_of_reach(
            "[ERROR] failed to fetch advisory database https://x with cli: failed to clone"
        ));
        assert!(!is_out_of_reach("error[vulnerability]: x\nadvisories FAILED"));
        assert!(!is_out_of_reach("failed to fetch advisory database x\nerror[yanked]: y"));
        assert!(!is_out_of_reach(""));
    }
}
