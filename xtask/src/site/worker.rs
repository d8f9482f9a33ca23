//! The program that runs beside the page: engine and weights in a file of their own, loaded when they are first needed.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use base64::{Engine, engine::general_purpose::STANDARD};

use super::optimize;
use crate::{process, project::Project, tools::WasmOpt};

/// What its files are called.
pub(crate) const NAME: &str = "propose_worker";

/// The `id` of the element from which the page knows where it is: see `src/browser/worker.rs`.
pub(super) const ELEMENT: &str = "claimlight-worker";

/// Builds it; gives the folder that holds its two files and no others.
///
/// # Errors
/// Where a tool fails.
pub(super) fn program(project: &Project, wasm_opt: &WasmOpt) -> Result<PathBuf> {
    let Built { folder, glue, wasm } = build(project, wasm_opt)?;
    let wasm = wasm.file_name().unwrap_or_default().to_string_lossy();
    // An address is looked for from where the script is.
    let start = format!("wasm_bindgen({{ module_or_path: \"{wasm}\" }});\n");
    let script = format!("{}\n{start}", fs::read_to_string(&glue)?.trim_end());
    fs::write(&glue, script).with_context(|| format!("writing {}", glue.display()))?;
    Ok(folder)
}

/// The whole of it as one script: for a page that may load nothing.
///
/// # Errors
/// Where a tool fails.
pub(super) fn whole(project: &Project, wasm_opt: &WasmOpt) -> Result<String> {
    let Built { glue, wasm, .. } = build(project, wasm_opt)?;
    let bytes = fs::read(&wasm).with_context(|| format!("reading {}", wasm.display()))?;
    let start = include_str!("start_worker.js").replace("WASM", &STANDARD.encode(bytes));
    Ok(format!("{}\n{start}", fs::read_to_string(&glue)?.trim_end()))
}

/// Says where it is, to a page that has its files in `folder`.
pub(super) fn address(folder: &str) -> String {
    format!("<meta id=\"{ELEMENT}\" content=\"./{folder}/{NAME}.js\">")
}

/// What wasm-bindgen and `wasm-opt` make of it.
struct Built {
    folder: PathBuf,
    glue: PathBuf,
    wasm: PathBuf,
}

fn build(project: &Project, wasm_opt: &WasmOpt) -> Result<Built> {
    let folder = project.target().join("site/worker");
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("clearing {}", folder.display()))?;
    }
    let mut bindgen = project.command("wasm-bindgen")?;
    // Not every browser has workers that load modules.
    bindgen.args(["--target", "no-modules", "--no-typescript", "--out-name", NAME, "--out-dir"]);
    process::run(bindgen.arg(&folder).arg(compile(project)?))?;
    let [glue, wasm] = ["js", "wasm"].map(|ending| folder.join(file(ending)));
    optimize::optimize(project, wasm_opt, &wasm, NAME)?;
    Ok(Built { folder, glue, wasm })
}

/// What wasm-bindgen calls its files.
fn file(ending: &str) -> String {
    if ending == "wasm" { format!("{NAME}_bg.wasm") } else { format!("{NAME}.{ending}") }
}

fn compile(project: &Project) -> Result<PathBuf> {
    let mut cargo = project.command("cargo")?;
    cargo.args(["build", "--locked", "--profile", "worker", "--target", "wasm32-unknown-unknown"]);
    process::run(cargo.args(["--package", "claimlight", "--bin", NAME, "--no-default-features"]))?;
    let built = Path::new("wasm32-unknown-unknown/worker").join(format!("{NAME}.wasm"));
    Ok(project.target().join(built))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_finds_it_beside_the_rest_of_the_program() {
        assert_eq!(
            address("claimlight-0"),
            "<meta id=\"claimlight-worker\" content=\"./claimlight-0/propose_worker.js\">"
        );
    }

    #[test]
    fn page_and_site_agree_on_names() {
        let page = include_str!("../../../src/browser/worker.rs");
        assert!(page.contains(&format!("\"{ELEMENT}\"")));
        assert!(page.contains(&format!("\"./{NAME}_loader.js\"")));
        assert!(include_str!("../../../index.html").contains(&format!("data-bin=\"{NAME}\"")));
    }
}
