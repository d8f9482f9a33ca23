//! The program of the published site: in two parts, of which a first visit loads one.
//!
//! Trunk cannot take a program apart, so cargo, `wasm-split-cli`, wasm-bindgen and `wasm-opt` are called in turn.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use super::optimize::optimize;
use crate::{process, project::Project, tools::WasmOpt};

/// What the program's files are called.
pub(crate) const NAME: &str = "claimlight";

/// What the files of later parts begin with.
pub(crate) const LATER: &str = "split_";

/// Builds the program; gives the folder that holds its files and no others.
///
/// # Errors
/// Where a tool fails.
pub(crate) fn program(project: &Project, wasm_opt: &WasmOpt) -> Result<PathBuf> {
    let folder = project.target().join("site");
    let [parts, joined] = ["parts", "program"].map(|name| folder.join(name));
    for folder in [&parts, &joined] {
        if folder.exists() {
            fs::remove_dir_all(folder).with_context(|| format!("clearing {}", folder.display()))?;
        }
        fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    }
    process::run(
        project
            .command("wasm-split-cli")?
            .arg(compile(project)?)
            .arg(&parts)
            .args(["--out-name", NAME]),
    )?;
    let mut bindgen = project.command("wasm-bindgen")?;
    bindgen.args(["--target", "web", "--keep-lld-exports", "--no-typescript"]);
    bindgen.args(["--out-name", NAME, "--out-dir"]).arg(&joined);
    process::run(bindgen.arg(parts.join(format!("{NAME}.wasm"))))?;
    for file in files(&parts)? {
        let name = file.file_name().unwrap_or_default();
        // The first part is what wasm-bindgen made of it.
        if name != format!("{NAME}.wasm").as_str() {
            fs::copy(&file, joined.join(name))?;
        }
    }
    for file in files(&joined)? {
        if file.extension().is_some_and(|ending| ending == "wasm") {
            let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            optimize(project, wasm_opt, &file, &name)?;
        }
    }
    Ok(joined)
}

/// Compiles the program, with the marks that say where it comes apart.
fn compile(project: &Project) -> Result<PathBuf> {
    // Apart from other builds, which have other flags.
    let target = project.target().join("site/target");
    let mut cargo = project.command("cargo")?;
    cargo.args(["build", "--locked", "--release", "--target", "wasm32-unknown-unknown"]);
    cargo.args(["--package", "claimlight", "--bin", "claimlight", "--features", "split"]);
    cargo.env("CARGO_TARGET_DIR", &target);
    cargo.env("RUSTFLAGS", "-Clink-arg=--emit-relocs").env("CARGO_PROFILE_RELEASE_STRIP", "none");
    process::run(&mut cargo)?;
    Ok(target.join("wasm32-unknown-unknown/release/claimlight.wasm"))
}

/// The files in a folder, in order.
pub(super) fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))?;
    let mut files = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    files.sort();
    Ok(files)
}
