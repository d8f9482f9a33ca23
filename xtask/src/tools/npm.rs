//! Packages from the npm registry.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

use super::pins::Package;
use crate::{process, project::Project};

/// The folder of `package`, which is installed if it is missing or of another version.
///
/// # Errors
/// Where npm is missing, or fails.
pub(crate) fn install(project: &Project, package: &Package) -> Result<PathBuf> {
    let prefix = project.tools().join("npm");
    let folder = prefix.join("node_modules").join(package.name);
    if is_installed(&folder, package.version) {
        return Ok(folder);
    }
    for program in ["node", "npm"] {
        if project.find(program)?.is_none() {
            bail!("{} {}: install Node.js and npm for it", package.name, package.purpose);
        }
    }
    eprintln!(
        "Installing {} {} from npm, which {}: some seconds",
        package.name, package.version, package.purpose
    );
    fs::create_dir_all(&prefix).with_context(|| format!("making {}", prefix.display()))?;
    let mut npm = project.command("npm")?;
    npm.args(["install", "--no-audit", "--no-fund", "--loglevel", "error", "--save-exact"]);
    npm.arg("--prefix").arg(&prefix).arg(format!("{}@{}", package.name, package.version));
    process::run(&mut npm)?;
    Ok(folder)
}

fn is_installed(folder: &Path, version: &str) -> bool {
    // A file that is not there says no version.
    let manifest = fs::read_to_string(folder.join("package.json")).unwrap_or_default();
    says(&manifest, version)
}

fn says(manifest: &str, version: &str) -> bool {
    let line = format!("\"version\": \"{version}\"");
    manifest.lines().any(|said| said.trim().trim_end_matches(',') == line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_read_from_the_manifest() {
        let manifest = "{\n  \"name\": \"axe-core\",\n  \"version\": \"4.14.1\",\n}";
        assert!(says(manifest, "4.14.1"));
        assert!(!says(manifest, "4.14"));
        assert!(!says("", "4.14.1"));
    }
}
