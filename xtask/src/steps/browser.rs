//! Tests inside browsers.

use anyhow::Result;

use super::{Run, Step};
use crate::{browsers, process, tools};

/// Which variable names the driver of a browser to `wasm-bindgen-test-runner`. It knows Safari's driver, but not that
/// of WebKitGTK: WebKit is tested by the step `e2e` only.
const DRIVERS: [(&str, &str); 2] = [("chromium", "CHROMEDRIVER"), ("firefox", "GECKODRIVER")];

pub(super) const STEP: Step = Step {
    name: "browser",
    summary: "tests inside Chromium and Firefox (the runner cannot steer WebKit)",
    run,
};

fn run(run: &Run<'_>) -> Result<()> {
    tools::wasm_target(run.project)?;
    tools::crates(run.project, &[&tools::WASM_BINDGEN])?;
    for (name, variable) in DRIVERS {
        let Some(browser) = run.browsers.iter().find(|browser| browser.name == name) else {
            continue;
        };
        browsers::install(run.project, &[browser])?;
        eprintln!("   in {name}");
        let mut cargo = run.project.command("cargo")?;
        cargo.args(["test", "--locked", "--target", "wasm32-unknown-unknown"]);
        cargo.args(["--package", "claimlight", "--test", "browser"]);
        // By its name, which is found on `PATH`: cargo splits this variable at spaces.
        cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner");
        // Only one of them: the runner takes the first that it finds.
        for (_, other) in DRIVERS {
            cargo.env_remove(other);
        }
        process::run(cargo.env(variable, browsers::program(run.project, browser.driver)?))?;
    }
    Ok(())
}
