//! `train --kinds`: why attributions are missed, counted, so that the largest kind is mended first.

use std::collections::BTreeMap;

use claimlight::text::TextRange;

use crate::{
    corpus::{Document, Gold},
    predict::Predicted,
    score::{Subset, score},
};

/// Prints how many attributions of `documents` are missed, by kind: what `found` has of them, however unsure, and
/// `unseen`, those that hang on nothing.
pub(crate) fn report_kinds(
    documents: &[Document],
    found: &[Vec<Predicted>],
    unseen: &[&[Gold]],
    least: f32,
    errors: bool,
) {
    let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
    for (n, document) in documents.iter().enumerate() {
        let kept: Vec<Predicted> =
            found[n].iter().filter(|f| f.confidence >= least).cloned().collect();
        let linked = |found: Vec<Predicted>| -> Vec<usize> {
            let all = score(std::slice::from_ref(document), &[found], Subset::All);
            all.pairs.iter().filter(|pair| pair.link).map(|pair| pair.gold).collect()
        };
        let (proposed, any) = (linked(kept), linked(found[n].clone()));
        for (g, gold) in document.gold.iter().enumerate() {
            if proposed.contains(&g) {
                continue;
            }
            let hangs = !unseen[n].iter().any(|other| same(other, gold));
            let kind = kind(gold, &found[n], hangs, any.contains(&g), least);
            *counts.entry(kind).or_default() += 1;
            if errors {
                println!("  KIND {kind} | {} {}", document.id, document.words_of(gold));
                for f in found[n].iter().filter(|f| touches(&f.content, &gold.content)) {
                    let words = document.words(&f.source, &f.cue, &f.content);
                    println!("        {:.2} {words}", f.confidence);
                }
            }
        }
    }
    for (kind, count) in counts {
        println!("{count:5} missed: {kind}");
    }
}

fn same(a: &Gold, b: &Gold) -> bool {
    a.content == b.content && a.cue == b.cue && a.source == b.source
}

fn touches(a: &[TextRange], b: &[TextRange]) -> bool {
    a.iter().any(|a| b.iter().any(|b| a.intersection(*b).is_some()))
}

fn kind(gold: &Gold, found: &[Predicted], hangs: bool, any: bool, least: f32) -> &'static str {
    if !hangs {
        return "hangs on nothing";
    }
    if any {
        return "right, but below the floor";
    }
    let length = |ranges: &[TextRange]| ranges.iter().map(|r| r.len()).sum::<usize>();
    let shared = |found: &Predicted| -> usize {
        let pairs = found.content.iter().flat_map(|a| gold.content.iter().map(move |b| (a, b)));
        pairs.filter_map(|(a, b)| a.intersection(*b)).map(TextRange::len).sum()
    };
    let fits = |found: &&Predicted| {
        let both = shared(found);
        both * 2 >= length(&found.content) + length(&gold.content) - both
    };
    let fitting: Vec<&Predicted> = found.iter().filter(fits).collect();
    if let Some(found) = fitting.first() {
        return match (gold.source.is_empty(), found.source.is_empty()) {
            (true, _) => "content, but a source where there is none",
            (_, true) => "content, but no source",
            _ => "content, but another source",
        };
    }
    let cued: Vec<&Predicted> = found.iter().filter(|f| touches(&f.cue, &gold.cue)).collect();
    match cued.first() {
        _ if gold.cue.is_empty() => "no cue, other content",
        None => "cue taken for none",
        Some(found) if found.confidence < least => "other content, below the floor",
        Some(found) if length(&found.content) > length(&gold.content) => "content too long",
        Some(_) => "content too short",
    }
}
