//! The published page: `index.html`, and a folder of all it loads.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

use super::{
    policy::{Kind, protect},
    program::{NAME, files},
    template::{Part, parts},
    worker,
};
use crate::project::Project;

/// Puts the site together in `dist/`, from `index.html` and the folders of the program's files.
///
/// # Errors
/// Where a file cannot be read or written, or `index.html` asks for something unknown.
pub(super) fn assemble(project: &Project, folders: &[PathBuf]) -> Result<()> {
    let root = project.root();
    let template = root.join("index.html");
    let template =
        fs::read_to_string(&template).with_context(|| format!("reading {}", template.display()))?;
    let parts = parts(&template)?;
    let mut loaded = Vec::new();
    for folder in folders {
        loaded.extend(files(folder)?);
    }
    for part in &parts {
        if let Part::Style(path) | Part::Icon(path) = part {
            loaded.push(root.join(path));
        }
    }
    let dist = project.dist();
    if dist.exists() {
        fs::remove_dir_all(&dist).with_context(|| format!("clearing {}", dist.display()))?;
    }
    // Named after what it holds: whoever has an older page in a cache has all that belongs to it, or none of it.
    let folder = format!("{NAME}-{:08x}", checksum(&loaded)?);
    fs::create_dir_all(dist.join(&folder))?;
    for file in &loaded {
        copy(file, &dist.join(&folder))?;
    }
    let mut page = String::new();
    for part in parts {
        match part {
            Part::Html(html) => page.push_str(html),
            Part::Style(path) => {
                page += &format!("<link rel=\"stylesheet\" href=\"./{folder}/{}\">", name(path)?);
            }
            Part::Icon(path) => {
                page += &format!("<link rel=\"icon\" href=\"./{folder}/{}\">", name(path)?);
            }
            Part::Program => page += &start(&folder),
            Part::Worker(name) => page += &worker::address(&folder, name),
            Part::Beside(path) => publish(&root.join(path), &dist)?,
        }
    }
    Ok(fs::write(dist.join("index.html"), protect(&page, Kind::Site)?)?)
}

/// Publishes a file beside the page; a page of its own gets its policy too.
fn publish(path: &Path, dist: &Path) -> Result<()> {
    if path.extension().is_none_or(|ending| ending != "html") {
        return copy(path, dist);
    }
    let page = fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    let name = path.file_name().with_context(|| format!("{} names no file", path.display()))?;
    Ok(fs::write(dist.join(name), protect(&page, Kind::Site)?)?)
}

/// Loads the first part of the program and starts it.
fn start(folder: &str) -> String {
    let wasm = format!("./{folder}/{NAME}_bg.wasm");
    format!(
        "<link rel=\"modulepreload\" href=\"./{folder}/{NAME}.js\">\n    \
         <link rel=\"modulepreload\" href=\"./{folder}/__wasm_split.js\">\n    \
         <link rel=\"preload\" href=\"{wasm}\" as=\"fetch\" type=\"application/wasm\" crossorigin>\n    \
         <script type=\"module\">\n      \
         import init from \"./{folder}/{NAME}.js\";\n      \
         init({{ module_or_path: \"{wasm}\" }});\n    \
         </script>"
    )
}

fn name(path: &str) -> Result<&str> {
    path.rsplit('/').next().with_context(|| format!("{path} names no file"))
}

fn copy(file: &Path, folder: &Path) -> Result<()> {
    let Some(name) = file.file_name() else { bail!("{} names no file", file.display()) };
    fs::copy(file, folder.join(name)).with_context(|| format!("copying {}", file.display()))?;
    Ok(())
}

/// CRC-32 (ISO-HDLC) of all files, in order.
fn checksum(files: &[PathBuf]) -> Result<u32> {
    let mut hasher = flate2::Crc::new();
    for file in files {
        let content = fs::read(file).with_context(|| format!("reading {}", file.display()))?;
        hasher.update(&content);
    }
    Ok(hasher.sum())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_start_names_files_of_its_folder_only() {
        let html = start("claimlight-0");
        assert_eq!(html.matches("./claimlight-0/").count(), html.matches("./").count());
        assert!(html.contains("module_or_path: \"./claimlight-0/claimlight_bg.wasm\""));
    }
}
