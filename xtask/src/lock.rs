//! Which version of a crate the lock file holds.

use std::fs;

use anyhow::{Context, Result};

use crate::project::Project;

/// The version of the crate `name` in `Cargo.lock`.
///
/// # Errors
/// Where the file cannot be read or does not name the crate.
pub(crate) fn version(project: &Project, name: &str) -> Result<String> {
    let path = project.root().join("Cargo.lock");
    let lock = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    let version = find(&lock, name).with_context(|| format!("Cargo.lock names no {name}"))?;
    Ok(version.to_owned())
}

/// Cargo writes each package as a `name` line with its `version` line below.
fn find<'a>(lock: &'a str, name: &str) -> Option<&'a str> {
    let named = format!("name = \"{name}\"");
    let mut lines = lock.lines().skip_while(|line| *line != named).skip(1);
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"
[[package]]
name = "wasm-bindgen-macro"
version = "0.2.1"
dependencies = [
 "wasm-bindgen",
]

[[package]]
name = "wasm-bindgen"
version = "0.2.128"
"#;

    #[test]
    fn a_version_is_that_of_the_very_crate() {
        assert_eq!(find(LOCK, "wasm-bindgen"), Some("0.2.128"));
        assert_eq!(find(LOCK, "wasm"), None);
    }

    #[test]
    fn the_real_lock_file_is_understood() {
        let version = version(&Project::here().unwrap(), "wasm-bindgen").unwrap();
        assert!(version.starts_with("0.2."), "{version}");
    }
}
