//! Trunk, as we call it.

use std::{env, process::Command};

use anyhow::Result;

use crate::project::Project;

/// Trunk, which finds the right wasm-bindgen on the `PATH` it is given and so downloads nothing.
///
/// # Errors
/// Where the project's folder cannot be put on `PATH`.
pub(crate) fn trunk(project: &Project) -> Result<Command> {
    let mut command = project.command("trunk")?;
    command.env("TRUNK_SKIP_VERSION_CHECK", "true");
    if env::var_os("NO_COLOR").is_some() {
        // Trunk takes no other value.
        command.env("NO_COLOR", "true");
    }
    Ok(command)
}
