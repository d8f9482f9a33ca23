//! Signs of a finding among the others of its sentence: what holds it, what it holds, and what reads the same words.

use super::{
    confidence::{SIGNS, logistic},
    finding::Finding,
    passage::Passage,
};

/// Where these signs start.
const COMPANY: usize = 84;

/// The sign for the log odds of the trigger.
const ODDS: usize = 1;

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
        let likely = logistic(other.signs[ODDS]);
        let mut most = |sign: usize, holds: bool| {
            if holds {
                signs[sign] = signs[sign].max(likely);
            }
        };
        most(0, me.is_within(other) && plain(me));
        most(1, other.is_within(me) && plain(other));
        most(2, me.iou(other) > 0.5 && !me.is_within(other) && !other.is_within(me));
        most(3, n < at && plain(other) == plain(me));
        most(4, n > at && plain(other) == plain(me));
        most(5, !me.source.is_empty() && me.source == other.source);
        most(6, me.source.contains(&other.trigger.at));
        most(7, likely > LIKELY && other.content.iter().any(|p| p.contains(&me.source.start)));
    }
    signs
}
