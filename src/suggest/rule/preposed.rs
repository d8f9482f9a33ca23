//! “X said that …”, “X told reporters: “…””.

use super::{Reading, Rule, Site, TriggerKind};
use crate::suggest::lexicon::{Cue, Form, flag};

pub(super) struct Preposed;

impl Rule for Preposed {
    fn label(&self) -> &'static str {
        "leads what is said"
    }

    fn trust(&self) -> f32 {
        0.75
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let (at, token) = (site.trigger.at, site.token());
        let verb = site.trigger.kind == TriggerKind::Verb;
        let unknown = site.trigger.kind == TriggerKind::Unknown;
        if !(verb || unknown) || token.entry.form == Some(Form::Ing) {
            return None;
        }
        let source = site.phrase_before(site.verb_start())?;
        let start = site.after_adjuncts(at + 1);
        let start = start + usize::from(site.is(start, ",") || site.is(start, ":"));
        let marked = start > at + 1 && (site.is(start - 1, "that") || site.is(start - 1, ":"))
            || site.opens(start);
        let clause = [Cue::Say, Cue::Claim, Cue::Think, Cue::Show, Cue::Write]
            .iter()
            .any(|class| token.cues(*class));
        let asks = token.cues(Cue::Ask)
            && ["whether", "if", "why", "how", "what"].iter().any(|word| site.is(start, word));
        let loose = clause && site.has_verb(start) && !site.has(start, flag::PREP);
        let content = site.clause_from(start).filter(|_| marked || asks || loose)?;
        Some(Reading { source, content: vec![content] })
    }
}

impl Site<'_> {
    /// Whether a clause with a verb of its own starts at `start`.
    fn has_verb(&self, start: usize) -> bool {
        let rest = start..self.sentence.end.min(start + 25);
        rest.into_iter().skip(1).any(|i| {
            let token = &self.passage.tokens[i];
            token.has(flag::AUX | flag::MODAL | flag::PAST)
                || token.is_cue() && token.entry.form != Some(Form::Ing)
                || self.passage.slice(i..i + 1).ends_with("ed")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{super::tests::check, Preposed};

    #[test]
    fn the_clause_after_the_verb_is_content() {
        for notation in [
            "[s]The mayor[/] [q]said[/] [c]taxes had fallen[/].",
            "[s]The mayor[/] [q]told[/] reporters on Monday that [c]taxes had fallen[/].",
            "[s]He[/] [q]said[/]: [c]“Taxes fell.”[/]",
            "In a separate statement, [s]the press service of the president[/] [q]said[/] [c]Putin had discussed “actions.”[/]",
            "[s]Pruitt[/] [q]conceded[/] [c]the schedule was “aggressive”[/] but rejected suggestions.",
        ] {
            check(&Preposed, notation);
        }
    }
}
