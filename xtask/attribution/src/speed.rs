//! `speed`: words a second, on a long text made of our own articles, here and as WebAssembly.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::Instant,
};

use anyhow::{Result, ensure};
use claimlight::{
    article::{BlockKind, Body, BodyBuilder},
    suggest::{Model, lab, propose},
    worker::{Blocks, Request},
};

use crate::evaluate::{read_model, read_split};

/// Words of the long text.
const LONG: usize = 500_000;

/// How often what is short is done for one measure: the clock is coarse.
const MANY: u32 = 200;

/// Words of a short article.
const SHORT: usize = 600;

/// Prints words a second for the rules alone and with the tagger, and how long an article of 600 words takes; then the
/// same of the engine as WebAssembly under Node. Counts time on the processor, so that a busy machine tells the same.
pub(crate) fn run(root: &Path) -> Result<()> {
    let (train, held) = read_split(root)?;
    let model = read_model(root)?;
    let (mut long, mut words, mut short) = (BodyBuilder::default(), 0, BodyBuilder::default());
    let blocks: Vec<&str> = train
        .iter()
        .chain(&held)
        .flat_map(|d| d.body.blocks().iter().map(|b| d.body.slice(b.range)))
        .collect();
    for block in blocks.iter().cycle().filter(|block| !block.contains('\n')) {
        if words < SHORT {
            short.block(BlockKind::Paragraph, block);
        }
        long.block(BlockKind::Paragraph, block);
        words += block.split_whitespace().count();
        if words >= LONG {
            break;
        }
    }
    let (long, short) = (long.build()?, short.build()?);
    for (name, model) in [("rules", None), ("rules and tagger", Some(&model))] {
        let seconds = best_of(7, || propose(&long, &[], model).len());
        let brief = best_of(3, || (0..MANY).map(|_| propose(&short, &[], model).len()).sum());
        let brief = brief / f64::from(MANY);
        println!(
            "{name}: {:.2} million words a second; 600 words in {:.2} ms",
            words as f64 / seconds / 1e6,
            brief * 1e3
        );
    }
    let bytes = fs::read(root.join("assets/attribution.bin"))?;
    let read = || Model::from_bytes(&bytes).map_or(0, |model| lab::sizes(&model)[0]);
    let read = best_of(3, || (0..MANY).map(|_| read()).sum()) / f64::from(MANY);
    println!("weights read in {:.2} ms", read * 1e3);
    run_wasm(root, &long, words, &short)
}

/// Builds the worker as it ships, and has Node run it.
fn run_wasm(root: &Path, long: &Body, words: usize, short: &Body) -> Result<()> {
    const NAME: &str = "propose_worker";
    let folder = root.join("target/speed");
    fs::create_dir_all(&folder)?;
    let request = |name: &str, body: &Body| -> Result<PathBuf> {
        let request = Request { blocks: Blocks::of(body), known: Vec::new() };
        let file = folder.join(name);
        let text = body.text().to_string();
        fs::write(&file, serde_json::to_string(&(serde_json::to_string(&request)?, text))?)?;
        Ok(file)
    };
    let mut cargo = Command::new("cargo");
    cargo.current_dir(root).args(["build", "--quiet", "--locked", "--profile", "worker"]);
    cargo.args(["--package", "claimlight", "--bin", NAME, "--no-default-features"]);
    ensure!(
        cargo.args(["--target", "wasm32-unknown-unknown"]).status()?.success(),
        "the worker does not build"
    );
    let tools = root.join("target/tools/bin/wasm-bindgen");
    ensure!(tools.exists(), "wasm-bindgen is not there yet: `cargo xtask build` installs it");
    let wasm = root.join(format!("target/wasm32-unknown-unknown/worker/{NAME}.wasm"));
    let mut bindgen = Command::new(tools);
    bindgen.args(["--target", "nodejs", "--no-typescript", "--out-dir"]).arg(&folder).arg(wasm);
    ensure!(bindgen.status()?.success(), "wasm-bindgen fails");
    let script = folder.join("speed.cjs");
    fs::write(&script, include_str!("speed.js"))?;
    let mut node = Command::new("node");
    node.arg(script).arg(folder.join(format!("{NAME}.js"))).arg(request("long.json", long)?);
    node.arg(words.to_string()).arg(request("short.json", short)?);
    ensure!(node.status()?.success(), "Node does not run the worker");
    Ok(())
}

/// The shortest time of several runs, in seconds.
fn best_of(runs: usize, run: impl Fn() -> usize) -> f64 {
    let time = |_| {
        let from = clock();
        std::hint::black_box(run());
        clock() - from
    };
    (0..runs).map(time).fold(f64::INFINITY, f64::min)
}

/// Seconds that this thread has had on the processor, where Linux says so; seconds since the first call elsewhere.
fn clock() -> f64 {
    static START: std::sync::OnceLock<Instant> = std::sync::OnceLock::new();
    let spent = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let spent = spent.and_then(|line| line.split(' ').next()?.parse::<f64>().ok());
    spent.map_or_else(|| START.get_or_init(Instant::now).elapsed().as_secs_f64(), |ns| ns / 1e9)
}
