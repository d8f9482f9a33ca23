//! `show`: what the engine proposes for a text on standard input.

use std::{io::Read as _, path::Path};

use anyhow::Result;
use claimlight::{
    article::{BlockKind, BodyBuilder},
    suggest::{Speaker, propose},
};

use crate::evaluate::read_model;

/// Prints the proposals; `--rules` leaves the tagger out.
pub(crate) fn run(root: &Path, arguments: &[String]) -> Result<()> {
    let rules = arguments.iter().any(|a| a == "--rules");
    let model = if rules { None } else { Some(read_model(root)?) };
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    let mut body = BodyBuilder::default();
    for (number, part) in text.split("\n\n").enumerate() {
        body.block(
            if number == 0 { BlockKind::Headline } else { BlockKind::Paragraph },
            part.trim(),
        );
    }
    let body = body.build()?;
    if let Some(model) = model.as_ref().filter(|_| arguments.iter().any(|a| a == "--all")) {
        for seen in claimlight::suggest::lab::sightings(&body, model) {
            let words = |ranges: &[claimlight::text::TextRange]| {
                ranges.iter().map(|range| body.slice(*range)).collect::<Vec<_>>().join(" … ")
            };
            println!(
                "{:.2?} S[{}] Q[{}] C[{}]",
                seen.signs,
                words(seen.mention.as_slice()),
                words(seen.cue.as_slice()),
                words(&seen.content)
            );
        }
        return Ok(());
    }
    for proposal in propose(&body, &[], model.as_ref()) {
        let content: Vec<&str> = proposal.content.iter().map(|range| body.slice(*range)).collect();
        let speaker = match &proposal.speaker {
            Speaker::New(source) => format!(
                "{} ({:?}, {:?}, {:?})",
                source.name, source.kind, source.parent, source.aliases
            ),
            other => format!("{other:?}"),
        };
        println!("{:.2} {speaker}", proposal.confidence);
        println!("     {:?} {}", proposal.mode, proposal.explanation);
        println!("     {}", content.join(" … "));
    }
    Ok(())
}
