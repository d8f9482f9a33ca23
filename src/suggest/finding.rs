//! Attributions as found in one block, in its tokens.

use std::ops::Range;

use super::{
    company::compare,
    confidence::{Extent, SIGNS, Signs},
    lexicon::{Cue, Form, flag},
    limits::limited,
    passage::{Kind, Passage},
    rule::{Reading, Site, Trigger, TriggerKind, first, triggers},
    signs::{Seen, agreement, extent, signs},
    tagger::{Alone, Angle, Model, Shapes, Sight, role},
};

/// Farthest tokens of a sentence that are looked at, on each side of a trigger.
const REACH: usize = 120;

/// Triggers less likely than this are not looked into.
const UNLIKELY: f32 = 0.1;

/// How likely a participle that claims is right where rule and tagger read the same.
const AGREED: f32 = 0.6;

/// Where the tagger gives no token of a source more than this, there is none whatever a rule reads.
const DOUBTED: f32 = 0.15;

/// An attribution found in a block.
#[derive(Clone, Debug)]
pub(crate) struct Finding {
    /// What it hangs on.
    pub(crate) trigger: Trigger,
    /// Its sentence, or what is near enough of it.
    pub(crate) window: Range<usize>,
    /// Who; empty where the sentence does not say again.
    pub(crate) source: Range<usize>,
    /// Who the sentence has spoken of before, where the source is empty.
    pub(crate) antecedent: Range<usize>,
    /// Whether whoever the sentence speaks of is only told.
    pub(crate) told: bool,
    /// “has said”; empty where there is none.
    pub(crate) cue: Range<usize>,
    /// What, in pieces, in order.
    pub(crate) content: Vec<Range<usize>>,
    /// The rule that reads the same.
    pub(crate) rule: Option<usize>,
    /// What was seen of it.
    pub(crate) signs: Signs,
    /// How much of the content is in the sentence of the cue.
    pub(crate) extent: Extent,
    /// How likely it is right.
    pub(crate) confidence: f32,
}

impl Finding {
    /// Whether it hangs on something in the content of another.
    pub(crate) fn is_within(&self, other: &Self) -> bool {
        other.content.iter().any(|piece| piece.contains(&self.trigger.at))
    }

    /// How much of the tokens of both contents is in both, 0 to 1.
    pub(crate) fn iou(&self, other: &Self) -> f32 {
        let size = |runs: &[Range<usize>]| runs.iter().map(ExactSizeIterator::len).sum::<usize>();
        let pairs = self.content.iter().flat_map(|a| other.content.iter().map(move |b| (a, b)));
        let shared = pairs.map(|(a, b)| a.end.min(b.end).saturating_sub(a.start.max(b.start)));
        let both: usize = shared.sum();
        let all = size(&self.content) + size(&other.content) - both;
        both as f32 / all.max(1) as f32
    }
}

/// The sites of a passage, in order.
pub(crate) fn sites<'p>(passage: &'p Passage<'p>) -> impl Iterator<Item = Site<'p>> {
    passage.sentences.iter().flat_map(move |sentence| {
        let all = triggers(passage, sentence.clone());
        all.into_iter().map(move |trigger| {
            // What follows a speaker’s label is that speaker’s to the end of the block.
            let label = trigger.kind == TriggerKind::Colon;
            let end = if label { passage.tokens.len() } else { sentence.end };
            let start = sentence.start.max(trigger.at.saturating_sub(REACH));
            Site { passage, sentence: start..end.min(trigger.at + REACH), trigger }
        })
    })
}

/// All attributions of a passage.
pub(crate) fn find(passage: &Passage<'_>, model: Option<&Model>) -> Vec<Finding> {
    let mut found = match model {
        Some(model) => by_model(passage, model),
        None => sites(passage).filter_map(|site| by_rule(&site)).collect(),
    };
    for finding in &mut found {
        finding.tidy(passage);
    }
    found
}

fn by_rule(site: &Site<'_>) -> Option<Finding> {
    let (rule, reading) = first(site)?;
    let trust = super::rule::RULES[rule].trust();
    Some(Finding {
        trigger: site.trigger,
        window: site.sentence.clone(),
        source: reading.source,
        antecedent: 0..0,
        told: site.is_told(),
        cue: cue_of(site),
        content: reading.content,
        rule: Some(rule),
        signs: [0.0; SIGNS],
        extent: Extent::default(),
        confidence: trust,
    })
}

/// The cue as a rule sees it.
fn cue_of(site: &Site<'_>) -> Range<usize> {
    let at = site.trigger.at;
    match site.trigger.kind {
        TriggerKind::Verb | TriggerKind::Unknown => site.verb_start()..at + 1,
        TriggerKind::According if site.passage.is(at, "per") => at..at + 1,
        TriggerKind::According if site.passage.is(at + 1, "of") => at.saturating_sub(2)..at + 2,
        TriggerKind::According => at..at + 2,
        TriggerKind::Noun => at..at + 1,
        TriggerKind::Colon | TriggerKind::Alone => at..at,
    }
}

fn by_model(passage: &Passage<'_>, model: &Model) -> Vec<Finding> {
    let shapes = Shapes::read(passage);
    // What tokens say by themselves, once for all triggers that see them.
    let mut alone = vec![Alone::default(); passage.tokens.len()];
    // The sentence that is read, and the last subject of a verb in it.
    let (mut sentence, mut subject) = (usize::MAX, 0..0);
    let mut found = Vec::new();
    for site in sites(passage) {
        let reading = first(&site);
        let angle = Angle::new(&site, &shapes, reading.as_ref().map(|(rule, _)| *rule));
        if site.sentence.start != sentence {
            (sentence, subject) = (site.sentence.start, 0..0);
        }
        let before = match site.token().entry.form {
            Some(Form::Ing) if subject.is_empty() => site.lead().unwrap_or(0..0),
            _ => subject.clone(),
        };
        if matches!(site.trigger.kind, TriggerKind::Verb | TriggerKind::Unknown)
            && site.passage.quotation(site.trigger.at).is_none()
        {
            subject = angle.subject().filter(|range| !range.is_empty()).unwrap_or(subject);
        }
        let likely = model.trigger(&site, &shapes, &angle);
        if likely < UNLIKELY {
            continue;
        }
        let sight =
            Sight::new(&angle, passage, &shapes, reading.as_ref().map(|(_, reading)| reading));
        let mut lattice = model.lattice(&site, &shapes, &sight, &mut alone[site.sentence.clone()]);
        let at = site.trigger.at - site.sentence.start;
        let wanted =
            if site.trigger.kind == TriggerKind::Alone { role::CONTENT } else { role::CUE };
        lattice.force(at, wanted);
        let best = lattice.best();
        let nodes = lattice.nodes();
        let certainty = |i: usize, role: usize| nodes[i - site.sentence.start][role];
        let mut finding = decide(&site, likely, &best, &certainty, reading);
        if finding.source.is_empty() && !finding.told {
            finding.antecedent = site.shared_subject().unwrap_or(before);
        }
        found.push(finding);
    }
    compare(passage, &mut found);
    for finding in &mut found {
        finding.confidence = finding.confidence.max(model.calibration.of(&finding.signs));
    }
    found
}

/// The finding of a path through the window.
fn decide(
    site: &Site<'_>,
    likely: f32,
    path: &[usize],
    certainty: &dyn Fn(usize, usize) -> f32,
    reading: Option<(usize, Reading)>,
) -> Finding {
    let runs = |wanted: usize| {
        let mut runs: Vec<Range<usize>> = Vec::new();
        for (i, role) in site.sentence.clone().zip(path).filter(|(_, role)| **role == wanted) {
            let _ = role;
            match runs.last_mut() {
                Some(last) if last.end == i => last.end = i + 1,
                _ => runs.push(i..i + 1),
            }
        }
        runs
    };
    let total =
        |run: &Range<usize>, role: usize| run.clone().map(|i| certainty(i, role)).sum::<f32>();
    let best = |role: usize| {
        runs(role).into_iter().max_by(|a, b| total(a, role).total_cmp(&total(b, role)))
    };
    let content = runs(role::CONTENT);
    // “boats which, according to X, Y has criticised”: only what follows is X’s.
    let relative = site.trigger.kind == TriggerKind::According
        && site.trigger.at >= 2
        && site.passage.is(site.trigger.at - 2, "which");
    // “According to X Y has left”: where no comma parts them, the rule sees where X ends.
    let unparted = site.trigger.kind == TriggerKind::According && content.is_empty();
    let content = match &reading {
        Some((_, reading)) if relative || unparted => reading.content.clone(),
        _ => clause_to_quotation(site, &content).unwrap_or(content),
    };
    let content = limited(site, content);
    let apart = |source: &Range<usize>| {
        content.iter().all(|c| c.end <= source.start || c.start >= source.end)
    };
    // Of two subjects, the one right in front of the verb: “Warsaw sends troops, Minsk denies it”.
    let near = || runs(role::SOURCE).into_iter().find(|run| run.end == site.verb_start());
    let parted =
        || reading.as_ref().filter(|_| unparted).map(|(_, reading)| reading.source.clone());
    let source = site
        .quoted()
        .or_else(parted)
        .or_else(near)
        .or_else(|| best(role::SOURCE))
        .filter(|source| !site.is_day(source) && !site.is_small(source))
        .map(|source| Some(site.whole_subject(source.clone())).filter(apart).unwrap_or(source))
        .or_else(|| fallback(site, reading.as_ref(), &content, certainty))
        .or_else(|| site.plain_subject().filter(apart));
    let source =
        source.filter(|source| !site.is_hearer(source)).unwrap_or(site.trigger.at..site.trigger.at);
    let cue = best(role::CUE).unwrap_or_else(|| cue_of(site));
    let seen =
        Seen { site, content: &content, source: &source, reading: reading.as_ref(), certainty };
    let mut signs = signs(&seen, likely);
    let (odds, agrees) = (signs[1], [signs[6], signs[7]]);
    // “…, claiming …” hardly means anything else, however seldom it was seen in training.
    let plain_claim = site.token().entry.form == Some(Form::Ing)
        && site.token().cues(Cue::Claim)
        && agrees[0] > 0.8
        && agrees[1] > 0.5
        && odds > 0.0;
    let reads = reading.is_some() && !content.is_empty();
    let extent = extent(site, &content);
    extent.sign(&mut signs);
    Finding {
        trigger: site.trigger,
        window: site.sentence.clone(),
        extent,
        source,
        antecedent: 0..0,
        told: site.is_told(),
        cue,
        content,
        rule: reading.map(|(rule, _)| rule),
        signs,
        // The least; the signs say more once the neighbours are seen.
        confidence: if plain_claim || unparted && reads { AGREED } else { 0.0 },
    }
}

/// The clause that leads up to a quotation which the tagger takes for all: “said they had discussed “joint actions””.
fn clause_to_quotation(site: &Site<'_>, content: &[Range<usize>]) -> Option<Vec<Range<usize>>> {
    let part = content.last().filter(|part| part.start > site.trigger.at)?;
    let (passage, start) = (site.passage, site.trigger.at + 1);
    let says = site.token().is_finite_cue() && site.token().cues(Cue::Say);
    let subject = passage.tokens.get(start)?;
    let named = subject.is_capital() || subject.has(flag::DET | flag::PRONOUN);
    let leads = start..part.start;
    let quotes = passage.tokens[part.start].kind == Kind::Opens;
    let verb = leads.clone().skip(1).any(|i| {
        let token = &passage.tokens[i];
        token.has(flag::AUX | flag::MODAL | flag::PAST)
            || token.kind == Kind::Lower && passage.slice_of(token).ends_with("ed")
    });
    let plain = leads.clone().all(|i| passage.tokens[i].is_word());
    (says && named && quotes && verb && plain && !passage.is(start - 1, "told"))
        .then(|| std::iter::once(start..part.end).collect())
}

/// The source as the rule reads it, where the rule sees the same content and the tagger is not sure that there is none.
fn fallback(
    site: &Site<'_>,
    reading: Option<&(usize, Reading)>,
    content: &[Range<usize>],
    certainty: &dyn Fn(usize, usize) -> f32,
) -> Option<Range<usize>> {
    let (_, reading) = reading.filter(|(_, reading)| !reading.source.is_empty())?;
    let inside =
        reading.source.start >= site.sentence.start && reading.source.end <= site.sentence.end;
    let [shared, _] = agreement(reading, content, &(0..0));
    let seen = reading
        .source
        .clone()
        .filter(|_| inside)
        .map(|i| certainty(i, role::SOURCE))
        .fold(0.0, f32::max);
    (inside && shared > 0.5 && seen > DOUBTED).then(|| reading.source.clone())
}
