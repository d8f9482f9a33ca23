//! Documentation comments.

use super::Step;
use crate::{process, tools};

/// The app as it is in a browser, where it has all its modules; the programs as they are on this machine.
const KINDS: [&[&str]; 2] = [
    &[
        "--package",
        "claimlight",
        "--lib",
        "--features",
        "import-pages",
        "--target",
        "wasm32-unknown-unknown",
    ],
    &["--package", "claimlight-e2e", "--package", "xtask"],
];

/// The documentation is read with its private items, so public ones may link to them.
const FLAGS: &str = "-D warnings -A rustdoc::private-intra-doc-links";

pub(super) const STEP: Step = Step {
    name: "docs",
    summary: "the documentation comments' links lead somewhere",
    run: |run| {
        tools::wasm_target(run.project)?;
        for kind in KINDS {
            let mut cargo = run.project.command("cargo")?;
            cargo.args(["doc", "--locked", "--no-deps", "--document-private-items"]).args(kind);
            process::run(cargo.env("RUSTDOCFLAGS", FLAGS))?;
        }
        Ok(())
    },
};
