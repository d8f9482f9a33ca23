//! Signs of a finding among the others of its sentence: what holds it, what it holds, and what reads the same words.

use std::ops::Range;

use super::{
    confidence::{SIGNS, Signs},
    finding::Finding,
    passage::Passage,
};

/// Where these signs start.
const COMPANY: usize = 84;

/// Findings before and behind that are looked at.
const NEAR: usize = 8;

/// A finding in the company of others whose triggers are likelier than this.
const LIKELY: f32 = 0.5;

/// Writes the signs of all findings of a passage, which are in text order.
pub(crate) fn compare(passage: &Passage<'_>, found: &mut [Finding]) {
    let all: Vec<[f32; SIGNS - COMPANY]> =
        (0..found.len()).map(|at| company(passage, found, at)).collect();
    for (finding, company) in found.iter_mut().zip(all) {
        for (sign, value) in finding.signs.iter_mut().skip(COMPANY).zip(company) {
            *sign = value;
        }
    }
}

fn company(passage: &Passage<'_>, found: &[Finding], at: usize) -> [f32; SIGNS - COMPANY] {
    let mut signs = [0.0_f32; SIGNS - COMPANY];
    let Some(me) = found.get(at) else { return signs };
    let near = at.saturating_sub(NEAR)..found.len().min(at + NEAR + 1);
    let plain = |finding: &Finding| passage.quotation(finding.trigger.at).is_none();
    for (n, other) in near.clone().zip(&found[near]) {
        if n == at || other.window.start != me.window.start {
            continue;
        }
        let likely = likely(&other.signs);
        let within =
            |a: &Finding, b: &Finding| b.content.iter().any(|piece| piece.contains(&a.trigger.at));
        let mut most = |sign: usize, holds: bool| {
            if holds {
                signs[sign] = signs[sign].max(likely);
            }
        };
        most(0, within(me, other) && plain(me));
        most(1, within(other, me) && plain(other));
        most(2, shared(&me.content, &other.content) && !within(me, other) && !within(other, me));
        most(3, n < at && plain(other) == plain(me));
        most(4, n > at && plain(other) == plain(me));
        most(5, !me.source.is_empty() && me.source == other.source);
        most(6, me.source.contains(&other.trigger.at));
        most(7, likely > LIKELY && other.content.iter().any(|p| p.contains(&me.source.start)));
    }
    signs
}

/// How likely the trigger of a finding with these signs is one.
fn likely(signs: &Signs) -> f32 {
    /// The sign for the log odds of the trigger.
    const ODDS: usize = 1;
    1.0 / (1.0 + (-signs[ODDS]).exp())
}

/// Whether two contents share more than half of their tokens.
fn shared(a: &[Range<usize>], b: &[Range<usize>]) -> bool {
    let size = |runs: &[Range<usize>]| runs.iter().map(ExactSizeIterator::len).sum::<usize>();
    let both: usize = a
        .iter()
        .flat_map(|a| b.iter().map(move |b| a.end.min(b.end).saturating_sub(a.start.max(b.start))))
        .sum();
    both * 3 > size(a) + size(b)
}
