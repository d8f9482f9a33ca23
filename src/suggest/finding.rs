//! Attributions as found in one block, in its tokens.

use std::ops::Range;

use super::{
    confidence::Signs,
    lexicon::{Cue, Form},
    passage::{Kind, Passage},
    rule::{Reading, Site, Trigger, TriggerKind, first, triggers},
    tagger::{Angle, Model, Shapes, role},
};
use crate::article::BlockKind;

/// Farthest tokens of a sentence that are looked at, on each side of a trigger.
const REACH: usize = 120;

/// Triggers less likely than this are not looked into.
const UNLIKELY: f32 = 0.03;

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
    /// “has said”; empty where there is none.
    pub(crate) cue: Range<usize>,
    /// What, in pieces, in order.
    pub(crate) content: Vec<Range<usize>>,
    /// The rule that reads the same.
    pub(crate) rule: Option<usize>,
    /// What was seen of it.
    pub(crate) signs: Signs,
    /// How likely it is right.
    pub(crate) confidence: f32,
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
        cue: cue_of(site),
        content: reading.content,
        rule: Some(rule),
        signs: Signs::default(),
        confidence: trust,
    })
}

/// The cue as a rule sees it.
fn cue_of(site: &Site<'_>) -> Range<usize> {
    let at = site.trigger.at;
    match site.trigger.kind {
        TriggerKind::Verb | TriggerKind::Unknown => site.verb_start()..at + 1,
        TriggerKind::According if site.passage.is(at, "words") => at.saturating_sub(2)..at + 2,
        TriggerKind::According => at..at + 2,
        TriggerKind::Noun => at..at + 1,
        TriggerKind::Colon | TriggerKind::Alone => at..at,
    }
}

fn by_model(passage: &Passage<'_>, model: &Model) -> Vec<Finding> {
    let shapes = Shapes::read(passage);
    // What tokens say by themselves, once for all triggers that see them.
    let mut alone: Vec<[i32; role::COUNT]> = vec![[0; role::COUNT]; passage.tokens.len()];
    let mut read_to = 0;
    // The sentence that is read, and the last subject of a verb in it.
    let (mut sentence, mut subject) = (usize::MAX, 0..0);
    let mut found = Vec::new();
    for site in sites(passage) {
        let reading = first(&site);
        let angle = Angle::new(&site, &shapes, reading.as_ref());
        if site.sentence.start != sentence {
            (sentence, subject) = (site.sentence.start, 0..0);
        }
        let before = subject.clone();
        if matches!(site.trigger.kind, TriggerKind::Verb | TriggerKind::Unknown)
            && site.passage.quotation(site.trigger.at).is_none()
        {
            subject = angle.subject().filter(|range| !range.is_empty()).unwrap_or(subject);
        }
        let likely = model.trigger(&site, &shapes, &angle);
        if likely < UNLIKELY {
            continue;
        }
        let unread = site.sentence.start.max(read_to)..site.sentence.end;
        for (i, sums) in unread.clone().zip(alone.get_mut(unread).into_iter().flatten()) {
            *sums = model.alone(passage, &shapes, i);
        }
        read_to = read_to.max(site.sentence.end);
        let mut lattice = model.lattice(&site, &shapes, &angle, &alone[site.sentence.clone()]);
        // How likely the chain thinks there is anything at all; then, what there is if there is.
        let at = site.trigger.at - site.sentence.start;
        let wanted =
            if site.trigger.kind == TriggerKind::Alone { role::CONTENT } else { role::CUE };
        let any = lattice.marginals().nodes[at][wanted];
        lattice.force(at, wanted);
        let best = lattice.best();
        let marginals = lattice.marginals();
        let certainty = |i: usize, role: usize| marginals.nodes[i - site.sentence.start][role];
        let mut finding = decide(&site, [likely, any], &best, &certainty, reading, model);
        finding.antecedent = if finding.source.is_empty() { before } else { 0..0 };
        found.push(finding);
    }
    found
}

/// The finding of a path through the window.
fn decide(
    site: &Site<'_>,
    likely: [f32; 2],
    path: &[usize],
    certainty: &dyn Fn(usize, usize) -> f32,
    reading: Option<(usize, Reading)>,
    model: &Model,
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
    let source =
        best(role::SOURCE).or_else(|| fallback(site, reading.as_ref(), &content, certainty));
    let source = source.unwrap_or(site.trigger.at..site.trigger.at);
    let cue = best(role::CUE).unwrap_or_else(|| cue_of(site));
    let mean = |runs: &[Range<usize>], role: usize| {
        let all = || runs.iter().flat_map(|run| run.clone());
        let sum: f32 = all().map(|i| certainty(i, role).max(1e-4).ln()).sum();
        sum / (all().count().max(1) as f32)
    };
    let edges = content.iter().flat_map(|run| [run.start, run.end.saturating_sub(1)]);
    let edge = edges.map(|i| certainty(i, role::CONTENT)).fold(1.0_f32, f32::min);
    let stray = site.sentence.clone().map(|i| certainty(i, role::SOURCE)).fold(0.0_f32, f32::max);
    let named = if source.is_empty() {
        (1.0 - stray).max(1e-3).ln()
    } else {
        mean(std::slice::from_ref(&source), role::SOURCE)
    };
    let agrees =
        reading.as_ref().map_or([0.0; 2], |(_, reading)| agreement(reading, &content, &source));
    let odds =
        likely.map(|likely| (likely / (1.0 - likely).max(1e-6)).max(1e-6).ln().clamp(-8.0, 8.0));
    let length: usize = content.iter().map(ExactSizeIterator::len).sum();
    let quoted = content.iter().any(|run| site.passage.tokens[run.start].kind == Kind::Opens);
    let one = |holds: bool| f32::from(u8::from(holds));
    let participle = site.token().entry.form == Some(Form::Ing);
    // “…, claiming …” hardly means anything else, however seldom it was seen in training.
    let plain_claim = participle
        && site.token().cues(Cue::Claim)
        && agrees[0] > 0.8
        && agrees[1] > 0.5
        && odds[0] > 0.0;
    let signs = [
        1.0,
        odds[0],
        odds[1],
        mean(&content, role::CONTENT).max(-3.0),
        named.max(-4.0),
        edge.max(0.02).ln(),
        agrees[0],
        agrees[1],
        one(quoted),
        one(source.is_empty()),
        one(site.trigger.kind == TriggerKind::Alone),
        (length as f32 + 1.0).ln().min(4.0),
        one(content.len() > 1),
        one(participle),
        one(participle) * odds[0],
        one(source.is_empty()) * odds[0],
        one(site.passage.quotation(site.trigger.at).is_some()),
        one(site.passage.kind != BlockKind::Paragraph),
    ];
    Finding {
        trigger: site.trigger,
        window: site.sentence.clone(),
        source,
        antecedent: 0..0,
        cue,
        content,
        rule: reading.map(|(rule, _)| rule),
        signs,
        confidence: model.calibration.of(&signs).max(if plain_claim { AGREED } else { 0.0 }),
    }
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

/// How far a rule reads the same: the share of the content, and whether the sources overlap.
fn agreement(reading: &Reading, content: &[Range<usize>], source: &Range<usize>) -> [f32; 2] {
    let shared =
        |a: &Range<usize>, b: &Range<usize>| a.end.min(b.end).saturating_sub(a.start.max(b.start));
    let size = |runs: &[Range<usize>]| runs.iter().map(ExactSizeIterator::len).sum::<usize>();
    let both: usize =
        reading.content.iter().flat_map(|a| content.iter().map(move |b| shared(a, b))).sum();
    let all = (size(&reading.content) + size(content)).saturating_sub(both).max(1);
    let same =
        shared(&reading.source, source) > 0 || reading.source.is_empty() && source.is_empty();
    [both as f32 / all as f32, f32::from(u8::from(same))]
}

impl Finding {
    /// Trims what a person would leave out at the edges, and takes a long quotation to its end.
    fn tidy(&mut self, passage: &Passage<'_>) {
        for piece in &mut self.content {
            let outer = |i: usize| {
                let token = &passage.tokens[i];
                token.kind == Kind::Mark
                    && passage.quotation(i).is_none()
                    && ![")", "%", "$", "("].iter().any(|mark| passage.is(i, mark))
            };
            let leads = |i: usize| outer(i) && !passage.is(i, "$");
            while piece.start < piece.end
                && (leads(piece.start) || passage.is(piece.start, "that") && piece.len() > 2)
            {
                piece.start += 1;
            }
            while piece.start < piece.end && outer(piece.end - 1) {
                piece.end -= 1;
            }
            if piece.start >= piece.end {
                continue;
            }
            let clipped_left =
                piece.start == self.window.start && passage.quotation(piece.start).is_some();
            if clipped_left && let Some(q) = passage.quotation(piece.start) {
                piece.start = q.start;
            }
            let clipped = piece.end == self.window.end || self.trigger.kind == TriggerKind::Alone;
            if clipped && let Some(q) = passage.quotation(piece.end - 1) {
                piece.end = q.end;
            }
        }
        self.content.retain(|piece| !piece.is_empty());
        if self.trigger.kind == TriggerKind::Alone && self.cue.contains(&self.trigger.at) {
            self.cue = 0..0;
        }
    }
}
