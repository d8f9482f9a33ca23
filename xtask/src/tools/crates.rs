//! Tools from crates.io.

use std::fs;

use anyhow::{Context, Result};

use super::pins::Crate;
use crate::{process, project::Project};

/// Makes compiling a tool quick; it need not be fast itself.
const QUICKLY: &[(&str, &str)] = &[
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "false"),
];

/// Installs those of `tools` that are missing or of another version.
///
/// # Errors
/// Where one cannot be compiled.
pub(crate) fn install(project: &Project, tools: &[&Crate]) -> Result<()> {
    let build = project.tools().join("build");
    let mut installed = false;
    for tool in tools {
        let version = tool.version.number(project)?;
        if is_installed(project, tool, &version)? {
            continue;
        }
        eprintln!(
            "Installing {} {version}, which {}: about {} minutes on two cores",
            tool.name, tool.purpose, tool.minutes
        );
        let mut cargo = project.command("cargo")?;
        cargo.args(["install", "--locked", "--force", "--version", &version, "--root"]);
        cargo.arg(project.tools()).arg(tool.name);
        if !tool.features.is_empty() {
            cargo.args(["--features", &tool.features.join(",")]);
        }
        cargo.env("CARGO_TARGET_DIR", &build).envs(QUICKLY.iter().copied());
        process::run(&mut cargo)?;
        installed = true;
    }
    if installed {
        // Hundreds of megabytes that nothing needs any more.
        fs::remove_dir_all(&build).with_context(|| format!("removing {}", build.display()))?;
    }
    Ok(())
}

fn is_installed(project: &Project, tool: &Crate, version: &str) -> Result<bool> {
    // Not every program says its version; what cargo put here is in its list.
    let list = fs::read_to_string(project.tools().join(".crates.toml")).unwrap_or_default();
    if lists(&list, tool.name, version) {
        return Ok(true);
    }
    for program in tool.programs {
        // A program that is not there, or does not run, is to be installed.
        let said = process::output(project.command(program)?.arg("--version")).unwrap_or_default();
        if !says(&said, version) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether cargo's list of what it installed has this version of a crate.
fn lists(list: &str, name: &str, version: &str) -> bool {
    list.lines().any(|line| line.starts_with(&format!("\"{name} {version} (")))
}

/// Whether the first line of what a program says about itself names `version`.
fn says(said: &str, version: &str) -> bool {
    said.lines().next().is_some_and(|line| line.split_whitespace().any(|word| word == version))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_lists_what_it_installed() {
        let list = "[v1]\n\"trunk 0.21.14 (registry+https://x)\" = [\"trunk\"]\n";
        assert!(lists(list, "trunk", "0.21.14"));
        assert!(!lists(list, "trunk", "0.21.1"));
        assert!(!lists(list, "runk", "0.21.14"));
    }

    #[test]
    fn a_version_is_recognised_as_a_whole() {
        assert!(says("trunk 0.21.14\n", "0.21.14"));
        assert!(says("geckodriver 0.37.1 (abc 2026-01-01)\n\nThe source of 0.1", "0.37.1"));
        assert!(!says("trunk 0.21.140\n", "0.21.14"));
        assert!(!says("trunk 0.1\n0.21.14", "0.21.14"));
        assert!(!says("", "0.21.14"));
    }
}
