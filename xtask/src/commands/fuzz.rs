//! `cargo xtask fuzz`.

use std::{fs, path::Path};

use anyhow::{Context, Result, bail};
use lexopt::{Arg, Parser, ValueExt};

use super::Command;
use crate::{process, project::Project};

/// How long each target runs, unless told otherwise.
const SECONDS: u32 = 60;

/// How long one input may take, in seconds, and how much memory, in megabytes.
const TIMEOUT: u32 = 25;
const MEMORY: u32 = 4096;

/// The longest input that is made, in bytes.
const LONGEST: u32 = 32 * 1024;

/// Marks the program for the fuzzer (LLVM's SanitizerCoverage). Stable Rust has it; what cargo-fuzz adds, and needs a
/// nightly for, finds faults of unsafe code, of which this project has none.
const FLAGS: &str = "--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares";

pub(super) const COMMAND: Command = Command {
    name: "fuzz",
    options: "[--seconds 60] [--only TARGET]",
    summary: "Looks for input that makes importers, formats and the engine fail: so many seconds for each",
    run,
};

fn run(project: &Project, mut arguments: Parser) -> Result<()> {
    let (mut seconds, mut only) = (SECONDS, None);
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("seconds") => seconds = arguments.value()?.parse()?,
            Arg::Long("only") => only = Some(arguments.value()?.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    let folder = project.root().join("fuzz");
    let targets: Vec<String> = targets(&folder)?
        .into_iter()
        .filter(|target| only.as_ref().is_none_or(|only| only == target))
        .collect();
    if targets.is_empty() {
        bail!("there is no such target in fuzz/fuzz_targets");
    }
    let triple = host(project)?;
    let mut cargo = project.command("cargo")?;
    cargo
        .args(["build", "--release", "--target", &triple, "--manifest-path"])
        .arg(folder.join("Cargo.toml"));
    // With a target named, what runs while compiling gets no marks.
    process::run(cargo.env("RUSTFLAGS", FLAGS).env("CARGO_TARGET_DIR", folder.join("target")))?;
    for target in &targets {
        eprintln!("\n== {target}\n");
        let (corpus, artifacts) =
            (folder.join("corpus").join(target), folder.join("artifacts").join(target));
        for folder in [&corpus, &artifacts] {
            fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
        }
        let program = folder.join("target").join(&triple).join("release").join(target);
        let mut fuzzer = project.command(program)?;
        fuzzer.arg(format!("-max_total_time={seconds}")).arg(format!("-timeout={TIMEOUT}"));
        fuzzer.arg(format!("-rss_limit_mb={MEMORY}")).arg(format!("-max_len={LONGEST}"));
        fuzzer
            .arg(format!("-artifact_prefix={}/", artifacts.display()))
            .arg("-print_final_stats=1");
        // New finds go to the first folder; the others are only read.
        fuzzer.arg(&corpus).args(seeds(project, &folder, target));
        process::run(&mut fuzzer).with_context(|| {
            format!(
                "{target} fails; the input is in {}: run the program with it to see",
                artifacts.display()
            )
        })?;
    }
    Ok(())
}

/// The names of all targets, in order.
fn targets(folder: &Path) -> Result<Vec<String>> {
    let folder = folder.join("fuzz_targets");
    let entries = fs::read_dir(&folder).with_context(|| format!("reading {}", folder.display()))?;
    let mut names = Vec::new();
    for entry in entries {
        if let Some(name) = entry?.path().file_stem() {
            names.push(name.to_string_lossy().into_owned());
        }
    }
    names.sort();
    Ok(names)
}

/// Where a target starts from: its own seeds, and the inputs that tests have anyway.
fn seeds(project: &Project, folder: &Path, target: &str) -> Vec<std::path::PathBuf> {
    let data = |name: &str| project.root().join("tests").join(name);
    let shared = match target {
        "anything" | "web_page" | "saved_page" | "markdown" => {
            vec![data("pages"), data("data/hostile-pages")]
        }
        _ => Vec::new(),
    };
    let own = folder.join("seeds").join(target);
    std::iter::once(own).chain(shared).filter(|folder| folder.is_dir()).collect()
}

/// The name of this machine's kind.
fn host(project: &Project) -> Result<String> {
    let said = process::output(project.command("rustc")?.arg("-vV"))?;
    let line = said.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(line.context("rustc does not say what machine this is")?.to_owned())
}
