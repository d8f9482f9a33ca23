//! `train`: learns the weights from our own articles and writes `assets/attribution.bin`.

use std::path::Path;

use anyhow::Result;
use claimlight::suggest::{
    Model,
    lab::{self, Calibration, SIGNS},
};

use crate::{
    align::{Taught, align},
    calibrate::{Trial, calibrate, floor, narrowed},
    corpus::Document,
    evaluate::read_split,
    kinds::report_kinds,
    learn::{Plan, Weights, learn},
    predict::{Predicted, write_lines},
    report::report,
    score::{Score, Subset, score},
};

/// Parts of the training articles; each is looked at by a tagger that learnt from the others.
const FOLDS: usize = 5;

/// Learns, and writes the weights. `--check` only says how good what is learnt from four fifths of the training
/// articles is on the fifth.
pub(crate) fn run(root: &Path, arguments: &[String]) -> Result<()> {
    let (train, _) = read_split(root)?;
    let aligned: Vec<(Vec<Taught>, _)> = train.iter().map(align).collect();
    let missed: usize = aligned.iter().map(|(_, missed)| missed.len()).sum();
    let gold: usize = train.iter().map(|document| document.gold.len()).sum();
    println!(
        "{} articles, {gold} attributions, of which {missed} hang on nothing that is seen",
        train.len()
    );
    if arguments.iter().any(|a| a == "--missed") {
        for (document, (_, missed)) in train.iter().zip(&aligned) {
            for gold in missed {
                println!("  {} {}", document.id, document.words_of(gold));
            }
        }
    }
    let plan = plan(arguments);
    let folds = arguments
        .iter()
        .find_map(|a| a.strip_prefix("folds="))
        .and_then(|f| f.parse::<usize>().ok())
        .unwrap_or(FOLDS);
    let mut seen_of: Vec<Vec<(Predicted, Trial)>> = train.iter().map(|_| Vec::new()).collect();
    let by_style = !arguments.iter().any(|a| a == "--mixed");
    let parts = &parts(&train, folds, by_style);
    let without = &|fold: usize| {
        let seen = aligned.iter().enumerate().filter(|(n, _)| parts[*n] != fold);
        let examples: Vec<&Taught> = seen.flat_map(|(_, (taught, _))| taught).collect();
        build(&learn(&examples, plan), Calibration::default())
    };
    let mut models: Vec<Model> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..folds).map(|fold| scope.spawn(move || without(fold))).collect();
        threads.into_iter().filter_map(|thread| thread.join().ok()).collect()
    });
    let look_all = |models: &[Model], seen_of: &mut Vec<Vec<(Predicted, Trial)>>| {
        for (n, (document, seen)) in train.iter().zip(seen_of).enumerate() {
            *seen = look(document, &models[parts[n]]);
        }
    };
    // What is found depends a little on how sure the engine is of it, so that is fitted twice.
    look_all(&models, &mut seen_of);
    for (fold, model) in models.iter_mut().enumerate() {
        let others = others(&seen_of, parts, fold);
        lab::calibrate(model, calibrate(&others));
    }
    look_all(&models, &mut seen_of);
    let trials: Vec<Trial> = seen_of.iter().flatten().map(|(_, trial)| *trial).collect();
    // What each part’s findings are thought of by what is fitted to the others.
    let calibrations: Vec<Calibration> =
        (0..folds).map(|fold| calibrate(&others(&seen_of, parts, fold))).collect();
    let fair = |judge: fn(&Calibration, &[f32; SIGNS]) -> f32| -> Vec<Vec<f32>> {
        let of = |(seen, part): (&Vec<(Predicted, Trial)>, &usize)| {
            seen.iter().map(|(_, trial)| judge(&calibrations[*part], &trial.signs)).collect()
        };
        seen_of.iter().zip(parts).map(of).collect()
    };
    let likely = fair(|calibration, signs| calibration.of(signs));
    let over = likely.clone();
    let likely = likely.into_iter().flatten().zip(trials.iter().copied());
    let (least, f1) = floor(&likely.collect::<Vec<_>>(), gold);
    let fair = fair(|calibration, signs| calibration.said(calibration.of(signs), signs));
    println!("on unseen training articles: link F1 {f1:.1} at confidence {least:.2}");
    let all: Vec<Vec<Predicted>> = seen_of
        .into_iter()
        .zip(fair)
        .map(|(seen, fair)| {
            let sure = seen
                .into_iter()
                .zip(fair)
                .map(|((found, _), confidence)| Predicted { confidence, ..found });
            sure.collect()
        })
        .collect();
    if let Some(folder) = arguments.iter().skip_while(|a| *a != "--write").nth(1) {
        write_lines(&Path::new(folder).join("unseen-gold.jsonl"), &train, None)?;
        write_lines(&Path::new(folder).join("unseen-pred.jsonl"), &train, Some(&all))?;
    }
    if arguments.iter().any(|a| a == "--kinds") {
        let unseen: Vec<&[_]> = aligned.iter().map(|(_, missed)| missed.as_slice()).collect();
        let errors = arguments.iter().any(|a| a == "--errors");
        report_kinds(&train, &all, &unseen, least, errors);
    }
    let proposed = |(found, over): (Vec<Predicted>, Vec<f32>)| {
        found.into_iter().zip(over).filter(|(_, over)| *over >= least).map(|(f, _)| f).collect()
    };
    let predictions: Vec<Vec<Predicted>> = all.into_iter().zip(over).map(proposed).collect();
    report("unseen", &train, &predictions, Subset::All, arguments.iter().any(|a| a == "--errors"));
    if arguments.iter().any(|a| a == "--check") {
        return Ok(());
    }
    let examples: Vec<&Taught> = aligned.iter().flat_map(|(taught, _)| taught).collect();
    let calibration = Calibration { floor: least, ..calibrate(&trials) };
    let model = build(&learn(&examples, plan), calibration);
    let bytes = model.to_bytes();
    let [nodes, steps, triggers] = lab::sizes(&model);
    println!(
        "{} bytes: {nodes} features of tokens, {steps} of steps, {triggers} of triggers",
        bytes.len()
    );
    std::fs::write(root.join("assets/attribution.bin"), bytes)?;
    Ok(())
}

/// What was seen in the articles of all parts but one.
fn others(seen_of: &[Vec<(Predicted, Trial)>], parts: &[usize], part: usize) -> Vec<Trial> {
    let others = seen_of.iter().zip(parts).filter(|(_, other)| **other != part);
    others.flat_map(|(seen, _)| seen.iter().map(|(_, trial)| *trial)).collect()
}

/// The part that each document falls into: with its whole style, so that whoever looks at it has not seen its style.
fn parts(documents: &[Document], folds: usize, by_style: bool) -> Vec<usize> {
    let mut styles: Vec<&str> = Vec::new();
    let of = |(n, document): (usize, &'_ Document)| -> usize {
        let _ = document;
        n % folds
    };
    if !by_style {
        return documents.iter().enumerate().map(of).collect();
    }
    let style = |id: &'_ str| id.split_once('/').map_or(0, |(style, _)| style.len());
    for document in documents {
        let style = &document.id[..style(&document.id)];
        if !styles.contains(&style) {
            styles.push(style);
        }
    }
    let place = |document: &Document| {
        styles.iter().position(|s| *s == &document.id[..style(&document.id)]).unwrap_or(0) % folds
    };
    documents.iter().map(place).collect()
}

/// The usual plan, with what `NAME=NUMBER` changes: `rounds`, `turns`, `l1`, `alpha`, `l2`, `tl1`, `talpha`.
fn plan(arguments: &[String]) -> Plan {
    let mut plan = Plan::default();
    let changes = arguments.iter().filter_map(|a| a.split_once('='));
    for (name, value) in
        changes.filter_map(|(name, value)| Some((name, value.parse::<f32>().ok()?)))
    {
        match name {
            "rounds" => plan.rounds = value as usize,
            "turns" => plan.turns = value as u64,
            "dropped" => plan.dropped = value,
            "l1" => plan.chain.l1 = value,
            "alpha" => plan.chain.alpha = value,
            "l2" => plan.chain.l2 = value,
            "tl1" => plan.trigger.l1 = value,
            "talpha" => plan.trigger.alpha = value,
            "tl2" => plan.trigger.l2 = value,
            _ => {}
        }
    }
    plan
}

fn build(weights: &Weights, calibration: Calibration) -> Model {
    lab::model(&weights.nodes, &weights.steps, &weights.triggers, calibration)
}

/// What `model` finds in `document`, and whether it is right.
fn look(document: &Document, model: &Model) -> Vec<(Predicted, Trial)> {
    let found = lab::sightings(&document.body, model);
    let signs: Vec<[f32; SIGNS]> = found.iter().map(|found| found.signs).collect();
    let predicted = found.into_iter().map(|found| Predicted {
        source: found.mention.into_iter().collect(),
        cue: found.cue.into_iter().collect(),
        content: found.content,
        confidence: 0.0,
        speaker: String::new(),
    });
    let predicted = vec![predicted.collect()];
    let all = score(std::slice::from_ref(document), &predicted, Subset::All);
    let fewer = score(&[narrowed(document)], &predicted, Subset::All);
    let right =
        |all: &Score, n: usize| all.pairs.iter().any(|pair| pair.link && pair.predicted == n);
    let trials = signs.into_iter().enumerate().map(|(n, signs)| {
        let is_right = right(&all, n);
        Trial { signs, right: is_right, narrow: is_right && right(&fewer, n) }
    });
    predicted.into_iter().flatten().zip(trials).collect()
}
