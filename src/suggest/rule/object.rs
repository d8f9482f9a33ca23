//! “denied the allegations”, “accused X of …”, “called the plan …”, “slammed …”.

use super::{Reading, Rule, Site, TriggerKind};
use crate::suggest::lexicon::{Cue, Form, flag};

pub(super) struct Object;

impl Rule for Object {
    fn label(&self) -> &'static str {
        "says it of its object"
    }

    fn trust(&self) -> f32 {
        0.55
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let (at, token) = (site.trigger.at, site.token());
        let attacks = token.cues(Cue::Attack) || token.cues(Cue::Call);
        let denies = token.cues(Cue::Deny);
        if site.trigger.kind != TriggerKind::Verb || !(attacks || denies) || site.is(at + 1, "that")
        {
            return None;
        }
        let ing = token.entry.form == Some(Form::Ing);
        let source = if ing { 0..0 } else { site.phrase_before(site.verb_start())? };
        let whole = site.clause_from(at + 1)?;
        let stop = |i: &usize| {
            site.is(*i, "of")
                || site.is(*i, "for")
                || site.is(*i, "as")
                || site.is(*i, "on")
                || site.opens(*i)
        };
        let parted = whole.clone().skip(1).take(14).find(stop).filter(|_| attacks);
        let start = match parted {
            Some(i) if site.opens(i) => i,
            Some(i) => i + 1,
            None if token.cues(Cue::Call) && !denies => return None,
            None => whole.start,
        };
        let spoken = denies || parted.is_some() || whole.clone().any(|i| site.opens(i));
        let object = start < whole.end && !site.has(whole.start, flag::PREP) && spoken;
        object.then(|| Reading::one(source, start..whole.end))
    }
}

#[cfg(test)]
mod tests {
    use super::{super::tests::check, Object};

    #[test]
    fn what_is_denied_or_reproached_is_content() {
        for notation in [
            "[s]Lukashenko[/] [q]denies[/] [c]allegations[/], saying migrants use Belarus.",
            "[s]The EU[/] [q]accuses[/] the administration of [c]“using migration as a tool”[/].",
            "[s]The council[/] [q]branded[/] the measure [c]“a solution in search of a wreck.”[/]",
            "[s]A report[/] [q]blamed[/] the failure on [c]decades of rainwater[/].",
        ] {
            check(&Object, notation);
        }
    }
}
