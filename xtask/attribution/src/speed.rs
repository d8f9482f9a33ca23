//! `speed`: words a second, on a long text made of our own articles, here and as WebAssembly.

use std::{fs, path::Path, process::Command, time::Instant};

use anyhow::{Result, ensure};
use claimlight::{
    article::{BlockKind, BodyBuilder},
    suggest::{Model, propose},
};

use crate::evaluate::{read_model, read_split};

/// Words of the long text.
const LONG: usize = 500_000;

/// How often a short article is read for one measure: the clock is coarse.
const MANY: u32 = 200;

/// Words of a short article.
const SHORT: usize = 600;

/// Times the WebAssembly: arguments are its file and the number of words of the long text.
const NODE: &str = "
const [file, words] = process.argv.slice(1);
const { instance } = await WebAssembly.instantiate((await import('node:fs')).readFileSync(file));
const best = (runs, short) => Math.min(...Array.from({ length: runs }, () => {
  const from = process.cpuUsage().user;
  instance.exports.run(short);
  return (process.cpuUsage().user - from) / 1e6;
}));
instance.exports.run(1);
const long = best(3, 0);
const many = () => { const from = process.cpuUsage().user; for (let n = 0; n < 200; n++) instance.exports.run(1); return (process.cpuUsage().user - from) / 2e8; };
const short = Math.min(many(), many(), many());
console.log(`wasm, rules and tagger: ${(words / long / 1e6).toFixed(2)} million words a second; 600 words in ${(short * 1e3).toFixed(2)} ms`);
";

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
    let mut text = String::new();
    for block in blocks.iter().cycle().filter(|block| !block.contains('\n')) {
        if words < SHORT {
            short.block(BlockKind::Paragraph, block);
        }
        long.block(BlockKind::Paragraph, block);
        text.push_str(block);
        text.push('\n');
        words += block.split_whitespace().count();
        if words >= LONG {
            break;
        }
    }
    let (long, short) = (long.build()?, short.build()?);
    for (name, model) in [("rules", None), ("rules and tagger", Some(&model))] {
        let seconds = best_of(3, || propose(&long, &[], model).len());
        let brief = best_of(3, || (0..MANY).map(|_| propose(&short, &[], model).len()).sum());
        let brief = brief / f64::from(MANY);
        println!(
            "{name}: {:.2} million words a second; 600 words in {:.2} ms",
            words as f64 / seconds / 1e6,
            brief * 1e3
        );
    }
    let bytes = fs::read(root.join("assets/attribution.bin"))?;
    let read = best_of(5, || Model::from_bytes(&bytes).map_or(0, |model| model.to_bytes().len()));
    println!("weights read and written in {:.2} ms", read * 1e3);
    run_wasm(root, &text, words)
}

/// Builds the engine as it ships, and lets Node run it.
fn run_wasm(root: &Path, text: &str, words: usize) -> Result<()> {
    const TARGET: &str = "wasm32-unknown-unknown";
    let file = root.join("target/speed.txt");
    fs::write(&file, text)?;
    let mut cargo = Command::new("cargo");
    cargo.current_dir(root).env("CLAIMLIGHT_SPEED_TEXT", &file);
    cargo.args([
        "build",
        "--quiet",
        "--release",
        "--package",
        "attribution-wasm",
        "--target",
        TARGET,
    ]);
    ensure!(cargo.status()?.success(), "the engine does not build as WebAssembly");
    let wasm = root.join("target").join(TARGET).join("release/attribution_wasm.wasm");
    let mut node = Command::new("node");
    node.args(["--input-type=module", "--eval", NODE, "--"]).arg(wasm).arg(words.to_string());
    ensure!(node.status()?.success(), "Node does not run the WebAssembly");
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
