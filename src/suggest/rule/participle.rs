//! “…, adding that …”: the speaker is the one before.

use super::{Reading, Rule, Site, TriggerKind};
use crate::suggest::lexicon::{Cue, Form};

pub(super) struct Participle;

impl Rule for Participle {
    fn label(&self) -> &'static str {
        "goes on from the speaker before"
    }

    fn trust(&self) -> f32 {
        0.7
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let at = site.trigger.at;
        let token = site.token();
        if site.trigger.kind != TriggerKind::Verb || token.entry.form != Some(Form::Ing) {
            return None;
        }
        let comma = at
            .checked_sub(1)
            .is_some_and(|i| site.is(i, ",") || site.is(i, "and") || site.closes(i));
        let speaks = [Cue::Say, Cue::Claim, Cue::Write, Cue::Think, Cue::Ask]
            .iter()
            .any(|class| token.cues(*class));
        if !comma || !speaks {
            return None;
        }
        let start = site.after_adjuncts(at + 1);
        Some(Reading { source: 0..0, content: vec![site.clause_from(start)?] })
    }
}

#[cfg(test)]
mod tests {
    use super::{super::tests::check, Participle};

    #[test]
    fn the_source_is_left_empty() {
        check(&Participle, "The EU left, he said, [q]adding[/] that [c]it was late[/].");
        check(&Participle, "He denies it, [q]saying[/] [c]migrants use Belarus[/].");
    }
}
