//! “urged residents to leave”, “promised to cut taxes”.

use super::{Reading, Rule, Site, TriggerKind};
use crate::suggest::lexicon::{Cue, Form};

pub(super) struct Infinitive;

impl Rule for Infinitive {
    fn label(&self) -> &'static str {
        "asks or promises it"
    }

    fn trust(&self) -> f32 {
        0.6
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let (at, token) = (site.trigger.at, site.token());
        let promises = token.cues(Cue::Promise);
        if site.trigger.kind != TriggerKind::Verb || !(promises || token.cues(Cue::Urge)) {
            return None;
        }
        let ing = token.entry.form == Some(Form::Ing);
        let source = if ing { 0..0 } else { site.phrase_before(site.verb_start())? };
        let first = at + 1 + usize::from(site.is(at + 1, "on"));
        let whole = site.clause_from(first)?;
        let to = whole.clone().take(14).find(|i| site.is(*i, "to"))?;
        let start = if promises && to == at + 1 { to } else { first };
        Some(Reading::one(source, start..whole.end))
    }
}

#[cfg(test)]
mod tests {
    use super::{super::tests::check, Infinitive};

    #[test]
    fn content_holds_who_shall_do_it() {
        check(&Infinitive, "[s]The mayor[/] [q]urged[/] [c]residents to leave[/].");
        check(&Infinitive, "[s]The union[/] [q]threatened[/] [c]to strike[/].");
        check(&Infinitive, "[s]He[/] [q]called[/] on [c]both sides to talk[/].");
    }
}
