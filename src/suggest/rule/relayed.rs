//! “quoted X as saying …”.

use super::{Reading, Rule, Site, TriggerKind};
use crate::suggest::lexicon::Form;

pub(super) struct Relayed;

impl Rule for Relayed {
    fn label(&self) -> &'static str {
        "relays what somebody says"
    }

    fn trust(&self) -> f32 {
        0.8
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let at = site.trigger.at;
        let ing = site.token().entry.form == Some(Form::Ing);
        let before = at.checked_sub(1).filter(|i| site.is(*i, "as"))?;
        if site.trigger.kind != TriggerKind::Verb || !ing {
            return None;
        }
        let source = site.phrase_before(before).unwrap_or(before..before);
        let start = site.after_adjuncts(at + 1);
        let start = start + usize::from(site.is(start, ",") || site.is(start, ":"));
        Some(Reading::one(source, site.clause_from(start)?))
    }
}

#[cfg(test)]
mod tests {
    use super::{super::tests::check, Relayed};

    #[test]
    fn who_is_quoted_is_the_source() {
        check(
            &Relayed,
            "The paper quoted [s]two officials in Belgrade[/] as [q]saying[/] that [c]the link was late[/].",
        );
        check(&Relayed, "The mayor was quoted as [q]saying[/]: [c]“Not today.”[/]");
    }
}
