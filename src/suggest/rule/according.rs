//! “According to X, …”, “…, according to X”, “in the words of X, …”.

use std::ops::Range;

use super::{Reading, Rule, Site, TriggerKind};
use crate::suggest::{lexicon::flag, passage::Kind};

pub(super) struct According;

impl Rule for According {
    fn label(&self) -> &'static str {
        "names its source after"
    }

    fn trust(&self) -> f32 {
        0.9
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        if site.trigger.kind != TriggerKind::According {
            return None;
        }
        let at = site.trigger.at;
        let source = {
            let leads = site.clause_to(at).is_none_or(|piece| piece.len() < 2);
            let start = at + 1 + usize::from(!site.is(at, "per"));
            let phrase = site.phrase_after(start, leads)?;
            if leads { without_clause(site, phrase) } else { phrase }
        };
        let cue = if site.is(at + 1, "of") { at.saturating_sub(2) } else { at };
        let before =
            site.clause_to(cue).filter(|piece| piece.len() > 1 && !site.is(piece.end - 1, "which"));
        let after = source.end + usize::from(site.is(source.end, ","));
        let goes_on = site.is(source.end, ",") || site.opens(source.end) || before.is_none();
        let after = site.clause_from(after).filter(|piece| goes_on && !site.is(piece.start, "who"));
        Some(Reading { source, content: before.into_iter().chain(after).collect() })
    }
}

/// Who is named, without the start of what is said where no comma parts the two: “According to Lind the bridge is safe”.
fn without_clause(site: &Site<'_>, phrase: Range<usize>) -> Range<usize> {
    let begins = |i: &usize| {
        let (Some(before), Some(token)) = (site.at(i - 1), site.at(*i)) else { return false };
        let names = before.is_capital()
            || before.has(flag::INSTITUTION | flag::ROLE | flag::GROUP)
                && !before.has(flag::DET | flag::PREP);
        names && (token.has(flag::DET) || token.kind == Kind::Number)
    };
    let parted = site.is(phrase.end, ",");
    let clause = (phrase.start + 1..phrase.end).find(begins).filter(|_| !parted);
    phrase.start..clause.unwrap_or(phrase.end)
}

#[cfg(test)]
mod tests {
    use super::{super::tests::check, According};

    #[test]
    fn names_the_source_before_or_after_the_content() {
        for notation in [
            "[q]According to[/] [s]Lavrov[/], [c]the EU left[/].",
            "[q]According to[/] [s]the latest EU figures[/], [c]7,935 people tried to enter[/].",
            "[c]The EU left[/], [q]according to[/] [s]a spokesman for the ministry[/].",
            "[q]According to[/] [s]Lind[/] [c]the dam in question is safe[/].",
            "[q]According to[/] [s]police[/] [c]two men left[/].",
            "But [c]the dam[/], [q]according to[/] [s]Karin Lind, a geologist[/], [c]is safe[/].",
        ] {
            check(&According, notation);
        }
    }
}
