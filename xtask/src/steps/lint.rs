//! Lints.

use super::Step;
use crate::{process, tools};

/// Everything that runs on this machine, and everything that runs in a browser. The unit tests run on this machine only.
const KINDS: [&[&str]; 3] = [
    &["--workspace", "--all-targets"],
    // What reads pages, as it will be in a browser.
    &[
        "--package",
        "claimlight",
        "--lib",
        "--features",
        "import-pages",
        "--target",
        "wasm32-unknown-unknown",
    ],
    &[
        "--package",
        "claimlight",
        "--lib",
        "--bins",
        "--test",
        "browser",
        "--target",
        "wasm32-unknown-unknown",
    ],
];

pub(super) const STEP: Step = Step {
    name: "lint",
    summary: "neither the compiler nor clippy warns, natively and for wasm",
    run: |run| {
        tools::component(run.project, "clippy", "clippy")?;
        tools::wasm_target(run.project)?;
        for kind in KINDS {
            let mut cargo = run.project.command("cargo")?;
            process::run(
                cargo.args(["clippy", "--locked"]).args(kind).args(["--", "-D", "warnings"]),
            )?;
        }
        Ok(())
    },
};
