//! Binaryen's `wasm-opt`, from `PATH` or from npm.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};

use super::{
    npm,
    pins::{BINARYEN, OLDEST_WASM_OPT},
};
use crate::{process, project::Project};

/// What rustc's wasm may use beyond the first version of wasm: all that the three engines run.
const FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// A program that makes wasm small.
#[derive(Clone, Debug)]
pub(crate) struct WasmOpt {
    program: PathBuf,
}

impl WasmOpt {
    /// The one on `PATH` if it is recent enough, else npm's.
    ///
    /// # Errors
    /// Where there is neither.
    pub(crate) fn get(project: &Project) -> Result<Self> {
        if let Some(program) = project.find("wasm-opt")? {
            // One that does not run is as good as none.
            let said = process::output(project.command(&program)?.arg("--version"));
            if number(&said.unwrap_or_default()).is_some_and(|number| number >= OLDEST_WASM_OPT) {
                return Ok(Self { program });
            }
        }
        let folder = npm::install(project, &BINARYEN).with_context(|| {
            format!("there is no wasm-opt of version {OLDEST_WASM_OPT} or later on PATH")
        })?;
        Ok(Self { program: folder.join("bin/wasm-opt") })
    }

    /// Writes what is in `from`, made small, to `to`.
    ///
    /// # Errors
    /// Where the project's folder cannot be put on `PATH`.
    pub(crate) fn command(&self, project: &Project, from: &Path, to: &Path) -> Result<Command> {
        let mut command = project.command(&self.program)?;
        command.arg("-Oz").args(FEATURES).arg(from).arg("-o").arg(to);
        Ok(command)
    }
}

/// `132` in `wasm-opt version 132 (version_132)`.
fn number(said: &str) -> Option<u32> {
    let rest = said.strip_prefix("wasm-opt version ")?;
    rest.split(|letter: char| !letter.is_ascii_digit()).next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_understood() {
        assert_eq!(number("wasm-opt version 132 (version_132)\n"), Some(132));
        assert_eq!(number("wasm-opt version 108-12-gabc"), Some(108));
        assert_eq!(number("something else 9"), None);
        assert_eq!(number(""), None);
    }
}
