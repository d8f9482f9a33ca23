//! Tests on this machine.

use super::Step;
use crate::process;

pub(super) const STEP: Step = Step {
    name: "native",
    summary: "tests of the pure code, and of the tools",
    run: |run| {
        let mut cargo = run.project.command("cargo")?;
        process::run(cargo.args([
            "test",
            "--locked",
            "--package",
            "claimlight",
            "--package",
            "xtask",
            "--package",
            "site-server",
            "--package",
            "attribution",
        ]))
    },
};
