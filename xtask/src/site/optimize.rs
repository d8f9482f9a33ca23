//! Makes wasm small, once. (Trunk would download `wasm-opt`, so `index.html` asks it for none.)

use std::{fs, path::Path};

use anyhow::{Context, Result};

use crate::{process, project::Project, tools::WasmOpt};

/// Replaces `wasm` by what `wasm-opt` makes of it. That takes some seconds, so the last result is kept under `name`
/// and used again where the same program gets the same wasm.
///
/// # Errors
/// Where `wasm-opt` fails, or a file cannot be read or written.
pub(crate) fn optimize(project: &Project, by: &WasmOpt, wasm: &Path, name: &str) -> Result<()> {
    let kept = project.target().join("optimized").join(name);
    fs::create_dir_all(&kept).with_context(|| format!("making {}", kept.display()))?;
    let [before, after, how] = ["before.wasm", "after.wasm", "how.txt"].map(|file| kept.join(file));
    let mut command = by.command(project, &before, &after)?;
    let program = fs::metadata(command.get_program())?.modified()?;
    let key = format!("{command:?} {program:?}");
    let input = fs::read(wasm).with_context(|| format!("reading {}", wasm.display()))?;
    // Nothing kept, or not all of it, is the same as something else kept.
    let known = fs::read(&before).is_ok_and(|kept| kept == input)
        && fs::read_to_string(&how).is_ok_and(|kept| kept == key)
        && after.is_file();
    if !known {
        if how.exists() {
            fs::remove_file(&how)?;
        }
        fs::write(&before, &input)?;
        process::run(&mut command)?;
        fs::write(&how, key)?;
    }
    fs::copy(&after, wasm).with_context(|| format!("writing {}", wasm.display()))?;
    Ok(())
}
