//! Parts of the Rust toolchain that rustup installs.

use std::path::Path;

use anyhow::{Result, bail};

use crate::{process, project::Project};

/// Where the page runs.
const WASM: &str = "wasm32-unknown-unknown";

/// Installs the standard library for wasm, unless it is there.
///
/// # Errors
/// Where it is missing and cannot be installed.
pub(crate) fn wasm_target(project: &Project) -> Result<()> {
    let mut rustc = project.command("rustc")?;
    let library = process::output(rustc.args(["--print", "target-libdir", "--target", WASM]))?;
    if Path::new(library.trim()).is_dir() {
        return Ok(());
    }
    rustup(project, &["target", "add", WASM], "Rust's standard library for wasm")
}

/// Installs the cargo command of a rustup component (`clippy`, `rustfmt`), unless it is there.
///
/// # Errors
/// Where it is missing and cannot be installed.
pub(crate) fn component(project: &Project, command: &str, component: &str) -> Result<()> {
    if process::output(project.command("cargo")?.args([command, "--version"])).is_ok() {
        return Ok(());
    }
    rustup(project, &["component", "add", component], component)
}

fn rustup(project: &Project, arguments: &[&str], what: &str) -> Result<()> {
    if project.find("rustup")?.is_none() {
        bail!("{what} is missing: install it as you installed Rust");
    }
    eprintln!("Installing {what} with rustup: less than a minute");
    process::run(project.command("rustup")?.args(arguments))
}
