//! What is seen of a finding, as numbers that its confidence is weighed from.

use std::ops::Range;

use super::{
    bearings::bearings,
    confidence::{Extent, SIGNS, Signs},
    lexicon::{Cue, Form, flag},
    passage::{Kind, Passage},
    rule::{Reading, Site, TriggerKind},
    tagger::{main_class, role},
};
use crate::article::BlockKind;

/// Where the signs for the class of the cue start.
const CLASSES: usize = 32;

/// Where the signs of how the parts lie to each other start.
const BEARINGS: usize = 48;

/// A finding, and how certain the tagger is of each token and role.
pub(crate) struct Seen<'a> {
    pub(crate) site: &'a Site<'a>,
    pub(crate) content: &'a [Range<usize>],
    pub(crate) source: &'a Range<usize>,
    pub(crate) reading: Option<&'a (usize, Reading)>,
    pub(crate) certainty: &'a dyn Fn(usize, usize) -> f32,
}

/// The signs of a finding whose trigger is as `likely` as that.
pub(crate) fn signs(seen: &Seen<'_>, likely: f32) -> Signs {
    let &Seen { site, content, source, reading, certainty } = seen;
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
        mean(std::slice::from_ref(source), role::SOURCE)
    };
    let agrees = reading.map_or([0.0; 2], |(_, reading)| agreement(reading, content, source));
    let odds = (likely / (1.0 - likely).max(1e-6)).max(1e-6).ln().clamp(-8.0, 8.0);
    let length: usize = content.iter().map(ExactSizeIterator::len).sum();
    let quoted = content.iter().any(|run| site.passage.tokens[run.start].kind == Kind::Opens);
    let one = |holds: bool| f32::from(u8::from(holds));
    let participle = site.token().entry.form == Some(Form::Ing);
    let mut signs = [0.0; SIGNS];
    let first = [
        1.0,
        odds,
        one(source.start > site.trigger.at),
        mean(content, role::CONTENT).max(-3.0),
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
        one(participle) * odds,
        one(source.is_empty()) * odds,
        one(site.passage.quotation(site.trigger.at).is_some()),
        one(site.passage.kind != BlockKind::Paragraph),
        one(reading.is_some()),
        one(said_clause(site.passage, content)),
        one(site.passage.has(source.start, flag::PRONOUN) && source.len() == 1),
        one(source.clone().any(|i| site.passage.tokens[i].is_capital())),
        one(site.names(source.clone())),
        one(content.iter().any(|c| c.start > 0 && site.passage.is(c.start - 1, "that"))),
        one(content.iter().any(|c| c.clone().any(|i| site.passage.is(i, ";")))),
        source.clone().map(|i| certainty(i, role::SOURCE)).fold(1.0_f32, f32::min).max(0.02).ln(),
        0.0,
        0.0,
        one(stray_left(site, content)),
        one(chains(site, content)),
        one(goes_on(site, content)),
        one(leads_up(site, content, source)),
    ];
    for (sign, value) in signs.iter_mut().zip(first) {
        *sign = value;
    }
    let class = main_class(site.token()) as usize;
    let kind = match site.trigger.kind {
        TriggerKind::Noun => 13,
        TriggerKind::Unknown => 14,
        TriggerKind::Colon => 15,
        _ => class,
    };
    if let Some(sign) =
        signs.get_mut(CLASSES + kind).filter(|_| site.trigger.kind != TriggerKind::Alone)
    {
        *sign = 1.0;
    }
    for (sign, value) in signs.iter_mut().skip(BEARINGS).zip(bearings(seen, odds)) {
        *sign = value;
    }
    signs
}

/// How much of the content is in the sentence of its cue, where sentences end inside quotations as well.
pub(crate) fn extent(site: &Site<'_>, content: &[Range<usize>]) -> Extent {
    let passage = site.passage;
    let ends = |i: usize| [".", "?", "!"].iter().any(|mark| passage.is(i, mark));
    let said = |i: usize| content.iter().any(|piece| piece.contains(&i));
    let near = |tokens: &mut dyn Iterator<Item = usize>| {
        let (mut count, mut begun) = (0, false);
        for i in tokens {
            if begun && ends(i) {
                break;
            }
            begun |= said(i) && passage.tokens[i].is_word();
            count += usize::from(said(i));
        }
        count
    };
    let all = content.iter().map(ExactSizeIterator::len).sum();
    if site.trigger.kind == TriggerKind::Alone {
        return Extent { near: all, all };
    }
    let (at, window) = (site.trigger.at, site.sentence.clone());
    let near = near(&mut (window.start..at).rev()) + near(&mut (at + 1..window.end));
    Extent { near: near.min(all), all }
}

/// Whether content stands on both sides of the cue without quotation marks on both.
fn stray_left(site: &Site<'_>, content: &[Range<usize>]) -> bool {
    let plain = |piece: &&Range<usize>| site.passage.quotation(piece.start).is_none();
    let left = content.iter().find(|piece| piece.end <= site.trigger.at);
    let right = content.iter().find(|piece| piece.start > site.trigger.at);
    left.filter(plain).is_some() && right.is_some()
}

/// Whether the content names another speaker: “according to the paper, the minister believes …”.
fn chains(site: &Site<'_>, content: &[Range<usize>]) -> bool {
    content.iter().flat_map(|piece| piece.clone()).any(|i| {
        let token = &site.passage.tokens[i];
        let says = [Cue::Say, Cue::Claim, Cue::Think].iter().any(|class| token.cues(*class));
        says && token.is_finite_cue()
            && token.kind == Kind::Lower
            && !token.has(flag::NOMINAL | flag::AUX | flag::ROLE)
            && site.passage.quotation(i).is_none()
    })
}

/// Whether the sentence goes on behind the content, so that its end is a matter of reading.
fn goes_on(site: &Site<'_>, content: &[Range<usize>]) -> bool {
    let end = content.last().map_or(0, |piece| piece.end);
    let parts = [",", ";", "–", "—", "and", "but", "while", "as"];
    end > site.trigger.at
        && end < site.sentence.end
        && site.passage.quotation(end).is_none()
        && parts.iter().any(|part| site.passage.is(end, part))
}

/// Whether something that is not said leads up to the speaker: “With talks over, X announced …”.
fn leads_up(site: &Site<'_>, content: &[Range<usize>], source: &Range<usize>) -> bool {
    let said = content.first().is_none_or(|piece| piece.start < site.trigger.at);
    !said && source.start < site.trigger.at && source.start > site.sentence.start + 3
}

/// Whether what is said has a verb of its own.
fn said_clause(passage: &Passage<'_>, content: &[Range<usize>]) -> bool {
    content.iter().flat_map(|piece| piece.clone().skip(1)).any(|i| {
        let token = &passage.tokens[i];
        token.has(flag::AUX | flag::MODAL | flag::PAST)
            || token.is_finite_cue() && !token.has(flag::NOMINAL | flag::ROLE)
            || token.kind == Kind::Lower && passage.slice(i..i + 1).ends_with("ed")
    })
}

/// How far a rule reads the same: the share of the content, and whether the sources overlap.
pub(crate) fn agreement(
    reading: &Reading,
    content: &[Range<usize>],
    source: &Range<usize>,
) -> [f32; 2] {
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
