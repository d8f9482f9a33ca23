//! Figures and errors, as text.

use crate::{
    corpus::{Document, NameTest},
    predict::Predicted,
    score::{Count, Score, Subset, score},
};

/// What the issue sets targets for, in per cent.
pub(crate) struct Figures {
    pub(crate) link: f64,
    pub(crate) strict: f64,
    /// Of matched contents, how many have the right canonical source.
    pub(crate) canonical: f64,
    /// Of proposals at 90 % or surer, how many are right.
    pub(crate) sure: f64,
}

/// Prints the figures of these predictions, and what is wrong where `errors` are wanted.
pub(crate) fn report(
    name: &str,
    documents: &[Document],
    predictions: &[Vec<Predicted>],
    subset: Subset,
    errors: bool,
) -> Figures {
    let all = score(documents, predictions, subset);
    println!("{name} {subset:?}");
    for role in ["content", "source", "cue"] {
        let of = |way| {
            let c = all.roles.get(&(role, way)).copied().unwrap_or_default();
            format!("{way} {:5.1}/{:5.1}/{:5.1}", c.precision(), c.recall(), c.f1())
        };
        println!("  {role:8} {}  {}  {}", of("tok"), of("part"), of("exact"));
    }
    let line = |c: Count| format!("{:.1}/{:.1}/{:.1}", c.precision(), c.recall(), c.f1());
    println!(
        "  link {}   strict {}   gold {} predicted {}   source overlaps {:.1} exact {:.1}",
        line(all.link),
        line(all.strict),
        all.link.gold,
        all.link.predicted,
        100.0 * all.source[1] as f64 / all.source[0].max(1) as f64,
        100.0 * all.source[2] as f64 / all.source[0].max(1) as f64,
    );
    let sure = sure(predictions, &all);
    let canonical = canonical(documents, predictions, &all, errors);
    if errors {
        show_errors(documents, predictions, &all);
    }
    Figures { link: all.link.f1(), strict: all.strict.f1(), canonical, sure }
}

/// Of proposals at 90 % or surer: how many are right, and what share of the gold they cover.
fn sure(predictions: &[Vec<Predicted>], all: &Score) -> f64 {
    let is_sure = |d: usize, p: usize| predictions[d][p].confidence >= 0.9;
    let counted =
        all.counted.iter().enumerate().flat_map(|(d, (_, ps))| ps.iter().map(move |p| (d, *p)));
    let total = counted.filter(|(d, p)| is_sure(*d, *p)).count();
    let right =
        all.pairs.iter().filter(|pair| pair.link && is_sure(pair.document, pair.predicted)).count();
    println!(
        "  at 90 %: {total} proposals, {:.1} % right, {:.1} % of gold",
        100.0 * right as f64 / total.max(1) as f64,
        100.0 * right as f64 / all.link.gold.max(1) as f64,
    );
    100.0 * right as f64 / total.max(1) as f64
}

/// Of matched contents with a named source: whether the canonical source is right.
fn canonical(
    documents: &[Document],
    predictions: &[Vec<Predicted>],
    all: &Score,
    errors: bool,
) -> f64 {
    let (mut right, mut total) = (0_u32, 0_u32);
    for pair in &all.pairs {
        let document = &documents[pair.document];
        let gold = &document.gold[pair.gold];
        if gold.names.is_empty() {
            continue;
        }
        total += 1;
        let name = &predictions[pair.document][pair.predicted].speaker;
        let same = gold.names.iter().any(|wanted| {
            same_name(wanted, name, document.names == NameTest::Chain || gold.described)
        });
        right += u32::from(same);
        if errors && !same {
            let mention: Vec<&str> = gold.source.iter().map(|r| document.body.slice(*r)).collect();
            println!(
                "  NAME {} wanted {:?} got {name:?} for {mention:?}",
                document.id,
                gold.names.first()
            );
        }
    }
    println!(
        "  canonical source {:.1} % of {total}",
        100.0 * f64::from(right) / f64::from(total.max(1))
    );
    100.0 * f64::from(right) / f64::from(total.max(1))
}

/// Whether two names are the same, article and letter case aside; where `part` is enough, one may be part of the other.
fn same_name(wanted: &str, got: &str, part: bool) -> bool {
    let plain = |name: &str| {
        let name = name.to_lowercase().replace('’', "'");
        let name = ["the ", "a ", "an "]
            .iter()
            .find_map(|article| name.strip_prefix(article))
            .unwrap_or(&name);
        name.trim_end_matches("'s").trim().to_owned()
    };
    let (wanted, got) = (plain(wanted), plain(got));
    wanted == got || part && !got.is_empty() && (wanted.contains(&got) || got.contains(&wanted))
}

fn show_errors(documents: &[Document], predictions: &[Vec<Predicted>], all: &Score) {
    for (d, (golds, founds)) in all.counted.iter().enumerate() {
        let document = &documents[d];
        let linked = |gold: Option<usize>, found: Option<usize>| {
            all.pairs.iter().any(|pair| {
                pair.document == d
                    && pair.link
                    && gold.is_none_or(|g| g == pair.gold)
                    && found.is_none_or(|p| p == pair.predicted)
            })
        };
        for g in golds.iter().filter(|g| !linked(Some(**g), None)) {
            let gold = &document.gold[*g];
            println!("  MISS {} {}", document.id, document.words_of(gold));
        }
        for p in founds.iter().filter(|p| !linked(None, Some(**p))) {
            let found = &predictions[d][*p];
            let words = document.words(&found.source, &found.cue, &found.content);
            println!("  EXTRA {} {:.2} {words}", document.id, found.confidence);
        }
    }
}
