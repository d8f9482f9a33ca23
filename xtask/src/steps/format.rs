//! Formatting.

use super::Step;
use crate::{process, tools};

pub(super) const STEP: Step = Step {
    name: "format",
    summary: "the code is formatted as rustfmt does it",
    run: |run| {
        tools::component(run.project, "fmt", "rustfmt")?;
        process::run(run.project.command("cargo")?.args(["fmt", "--all", "--check"]))
    },
};
