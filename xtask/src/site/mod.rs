//! Builds the page: as a site, and as one file.

mod bundle;
mod inline;
mod optimize;
mod page;
mod policy;
mod program;
mod template;
mod trunk;
mod worker;

pub(crate) use self::{
    bundle::bundle,
    program::LATER,
    trunk::trunk,
    worker::{ALL as WORKERS, OPEN, PROPOSE},
};

use std::{fs, path::PathBuf};

use anyhow::{Context, Result};

use crate::{
    project::Project,
    tools::{self, WasmOpt},
};

/// Leaves the site in `dist/`.
///
/// # Errors
/// Where a tool cannot be had, or the build fails.
pub(crate) fn build(project: &Project) -> Result<()> {
    tools::wasm_target(project)?;
    tools::crates(project, &[&tools::WASM_BINDGEN, &tools::WASM_SPLIT])?;
    let wasm_opt = WasmOpt::get(project)?;
    let program = program::program(project, &wasm_opt)?;
    let mut folders = vec![program];
    for worker in WORKERS {
        folders.push(worker::program(project, &wasm_opt, worker)?);
    }
    page::assemble(project, &folders)
}

/// All files of the built site, in order.
///
/// # Errors
/// Where there is none.
pub(crate) fn files(project: &Project) -> Result<Vec<PathBuf>> {
    let mut folders = vec![project.dist()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        let entries =
            fs::read_dir(&folder).with_context(|| format!("reading {}", folder.display()))?;
        for entry in entries {
            let path = entry?.path();
            if path.is_dir() { &mut folders } else { &mut files }.push(path);
        }
    }
    files.sort();
    Ok(files)
}
