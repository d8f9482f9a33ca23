//! “the ministry’s claim that …”, “in a statement: “…””.

use super::{Reading, Rule, Site, TriggerKind};
use crate::suggest::{lexicon::flag, passage::Kind};

pub(super) struct Nominal;

impl Rule for Nominal {
    fn label(&self) -> &'static str {
        "a claim put down to its owner"
    }

    fn trust(&self) -> f32 {
        0.6
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        if site.trigger.kind != TriggerKind::Noun {
            return None;
        }
        let at = site.trigger.at;
        let before = at.checked_sub(1)?;
        let source = if site.passage.tokens[before].kind == Kind::Possessive {
            site.phrase_before(before)?
        } else if site.has(before, flag::OWN) {
            before..at
        } else {
            return None;
        };
        let that =
            usize::from(site.is(at + 1, "that") || site.is(at + 1, ":") || site.is(at + 1, "of"));
        Some(Reading { source, content: vec![site.clause_from(at + 1 + that)?] })
    }
}

#[cfg(test)]
mod tests {
    use super::{super::tests::check, Nominal};

    #[test]
    fn the_owner_is_the_source() {
        check(&Nominal, "He rejected [s]the ministry[/]’s [q]claim[/] that [c]the dam is safe[/].");
        check(&Nominal, "He stood by [s]his[/] [q]claim[/] that [c]the dam is safe[/].");
    }
}
