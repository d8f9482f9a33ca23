//! `speed`: words a second, on a long text made of our own articles.

use std::{path::Path, time::Instant};

use anyhow::Result;
use claimlight::{
    article::{BlockKind, BodyBuilder},
    suggest::{Model, propose},
};

use crate::evaluate::{read_model, read_split};

/// Words of the long text.
const LONG: usize = 500_000;

/// Prints words a second for the rules alone and with the tagger, and how long an article of 600 words takes.
pub(crate) fn run(root: &Path) -> Result<()> {
    let (train, held) = read_split(root)?;
    let model = read_model(root)?;
    let (mut long, mut words, mut short) = (BodyBuilder::default(), 0, BodyBuilder::default());
    let blocks: Vec<&str> = train
        .iter()
        .chain(&held)
        .flat_map(|d| d.body.blocks().iter().map(|b| d.body.slice(b.range)))
        .collect();
    for block in blocks.iter().cycle() {
        if words < 600 {
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
        let seconds = best_of(3, || propose(&long, &[], model).len());
        let brief = best_of(20, || propose(&short, &[], model).len());
        println!(
            "{name}: {:.2} million words a second; 600 words in {:.2} ms",
            words as f64 / seconds / 1e6,
            brief * 1e3
        );
    }
    let from = Instant::now();
    Model::from_bytes(&std::fs::read(root.join("assets/attribution.bin"))?)?;
    println!("weights read in {:.2} ms", from.elapsed().as_secs_f64() * 1e3);
    Ok(())
}

/// The shortest time of several runs, in seconds.
fn best_of(runs: usize, run: impl Fn() -> usize) -> f64 {
    let time = |_| {
        let from = Instant::now();
        std::hint::black_box(run());
        from.elapsed().as_secs_f64()
    };
    (0..runs).map(time).fold(f64::INFINITY, f64::min)
}
