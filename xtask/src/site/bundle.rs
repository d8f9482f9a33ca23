//! The page as one file that a person opens from disk.
//!
//! Pages from disk may load neither modules nor wasm, so everything stands inside: wasm-bindgen's output for pages
//! without modules as a classic script, the wasm as base64, and `start.js`, which hands the one to the other.

use std::{fs, path::PathBuf};

use anyhow::{Context, Result, bail};
use base64::{Engine, engine::general_purpose::STANDARD};

use super::{
    inline, optimize,
    policy::{Kind, protect},
    program::NAME,
    template::{Part, parts},
    worker,
};
use crate::{
    process,
    project::Project,
    tools::{self, WasmOpt},
};

/// Leaves the page in `dist/claimlight.html`, and gives that path.
///
/// # Errors
/// Where a tool fails, or the page needs a file that cannot be put inside.
pub(crate) fn bundle(project: &Project) -> Result<PathBuf> {
    tools::wasm_target(project)?;
    tools::crates(project, &[&tools::WASM_BINDGEN])?;
    let wasm_opt = WasmOpt::get(project)?;
    let folder = project.target().join("bundle");
    let compiled = compile(project)?;
    let mut bindgen = project.command("wasm-bindgen")?;
    bindgen.args(["--target", "no-modules", "--no-typescript", "--out-name", NAME, "--out-dir"]);
    process::run(bindgen.arg(&folder).arg(compiled))?;
    let wasm = folder.join(format!("{NAME}_bg.wasm"));
    optimize::optimize(project, &wasm_opt, &wasm, "bundle")?;
    let wasm = fs::read(&wasm).with_context(|| format!("reading {}", wasm.display()))?;
    let glue = read(folder.join(format!("{NAME}.js")))?;

    let template = read(project.root().join("index.html"))?;
    let mut page = String::new();
    for part in parts(&template)? {
        match part {
            Part::Html(html) => page.push_str(&alone(html)),
            Part::Style(path) => page.push_str(&inline::style(&read(project.root().join(path))?)?),
            Part::Icon(path) => page.push_str(&icon(project, path)?),
            Part::Program => page.push_str(&program(&glue, &wasm)),
            Part::Worker(name) => {
                let worker = worker::ALL.iter().find(|worker| worker.name == name);
                let worker = worker.with_context(|| format!("nobody knows how to build {name}"))?;
                page.push_str(&inline::data(name, &worker::whole(project, &wasm_opt, worker)?));
            }
            Part::Beside(_) => {}
        }
    }
    let file = project.dist().join(format!("{NAME}.html"));
    fs::create_dir_all(project.dist())?;
    fs::write(&file, protect(&page, Kind::OneFile)?)
        .with_context(|| format!("writing {}", file.display()))?;
    Ok(file)
}

/// The whole program, in one part.
fn compile(project: &Project) -> Result<PathBuf> {
    let mut cargo = project.command("cargo")?;
    cargo.args(["build", "--locked", "--release", "--target", "wasm32-unknown-unknown"]);
    process::run(cargo.args(["--package", "claimlight", "--bin", "claimlight"]))?;
    Ok(project.target().join("wasm32-unknown-unknown/release/claimlight.wasm"))
}

/// HTML without what a file by itself has no use for: it cannot be installed.
fn alone(html: &str) -> String {
    html.split_inclusive('\n').filter(|line| !line.contains("rel=\"manifest\"")).collect()
}

fn read(path: PathBuf) -> Result<String> {
    fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))
}

fn program(glue: &str, wasm: &[u8]) -> String {
    // A type that no browser runs makes the element a place for data.
    let data = format!(
        "<script type=\"application/wasm\" id=\"claimlight-wasm\">{}</script>",
        STANDARD.encode(wasm)
    );
    [inline::script(glue), data, inline::script(include_str!("start.js"))].join("\n")
}

fn icon(project: &Project, path: &str) -> Result<String> {
    let media_type = match path.rsplit('.').next() {
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        _ => bail!("what kind of picture is {path}?"),
    };
    let bytes = fs::read(project.root().join(path)).with_context(|| format!("reading {path}"))?;
    Ok(format!("<link rel=\"icon\" href=\"data:{media_type};base64,{}\">", STANDARD.encode(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_by_itself_names_no_other() {
        assert_eq!(alone("a\n  <link rel=\"manifest\" href=\"./b\">\nc"), "a\nc");
    }

    #[test]
    fn the_program_is_three_scripts_that_end_where_they_should() {
        let html = program("let wasm_bindgen = '</script>';", b"\0asm");
        assert_eq!(html.matches("<script").count(), 3);
        assert_eq!(html.matches("</script>").count(), 3);
        assert!(html.contains(">AGFzbQ==</script>"), "{html}");
    }
}
