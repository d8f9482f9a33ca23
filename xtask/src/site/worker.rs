//! The programs that run beside the page, each in a file of its own, loaded when it is first needed.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use base64::{Engine, engine::general_purpose::STANDARD};

use super::optimize;
use crate::{process, project::Project, tools::WasmOpt};

/// A program that runs beside the page.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Worker {
    /// What its files are called, and the `id` of the element from which the page knows where it is: see
    /// `src/browser/worker.rs`.
    pub(crate) name: &'static str,
    features: &'static str,
}

/// Engine and weights.
pub(crate) const PROPOSE: Worker = Worker { name: "propose_worker", features: "" };
/// The importers.
pub(crate) const OPEN: Worker = Worker { name: "open_worker", features: "import-pages" };
/// All of them.
pub(crate) const ALL: &[Worker] = &[PROPOSE, OPEN];

/// Builds one; gives the folder that holds its two files and no others.
///
/// # Errors
/// Where a tool fails.
pub(super) fn program(project: &Project, wasm_opt: &WasmOpt, worker: &Worker) -> Result<PathBuf> {
    let Built { folder, glue, wasm } = build(project, wasm_opt, worker)?;
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
pub(super) fn whole(project: &Project, wasm_opt: &WasmOpt, worker: &Worker) -> Result<String> {
    let Built { glue, wasm, .. } = build(project, wasm_opt, worker)?;
    let bytes = fs::read(&wasm).with_context(|| format!("reading {}", wasm.display()))?;
    let start = include_str!("start_worker.js").replace("WASM", &STANDARD.encode(bytes));
    Ok(format!("{}\n{start}", fs::read_to_string(&glue)?.trim_end()))
}

/// Says where it is, to a page that has its files in `folder`.
pub(super) fn address(folder: &str, worker: &str) -> String {
    format!("<meta id=\"{worker}\" content=\"./{folder}/{worker}.js\">")
}

/// What wasm-bindgen and `wasm-opt` make of it.
struct Built {
    folder: PathBuf,
    glue: PathBuf,
    wasm: PathBuf,
}

fn build(project: &Project, wasm_opt: &WasmOpt, worker: &Worker) -> Result<Built> {
    let Worker { name, .. } = worker;
    let folder = project.target().join("site").join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("clearing {}", folder.display()))?;
    }
    let mut bindgen = project.command("wasm-bindgen")?;
    // Not every browser has workers that load modules.
    bindgen.args(["--target", "no-modules", "--no-typescript", "--out-name", name, "--out-dir"]);
    process::run(bindgen.arg(&folder).arg(compile(project, worker)?))?;
    let [glue, wasm] =
        [format!("{name}.js"), format!("{name}_bg.wasm")].map(|file| folder.join(file));
    optimize::optimize(project, wasm_opt, &wasm, name)?;
    Ok(Built { folder, glue, wasm })
}

fn compile(project: &Project, Worker { name, features }: &Worker) -> Result<PathBuf> {
    let mut cargo = project.command("cargo")?;
    cargo.args(["build", "--locked", "--profile", "worker", "--target", "wasm32-unknown-unknown"]);
    process::run(
        cargo
            .args(["--package", "claimlight", "--bin", name, "--no-default-features"])
            .args(["--features", features]),
    )?;
    let built = Path::new("wasm32-unknown-unknown/worker").join(format!("{name}.wasm"));
    Ok(project.target().join(built))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_finds_it_beside_the_rest_of_the_program() {
        assert_eq!(
            address("claimlight-0", "propose_worker"),
            "<meta id=\"propose_worker\" content=\"./claimlight-0/propose_worker.js\">"
        );
    }

    #[test]
    fn page_and_site_agree_on_names() {
        let page = include_str!("../../../src/browser/worker.rs");
        for Worker { name, .. } in ALL {
            assert!(page.contains(&format!("\"{name}\"")));
            assert!(include_str!("../../../index.html").contains(&format!("data-bin=\"{name}\"")));
        }
    }
}
