//! ““…,” said X”: the verb before its subject.

use super::{Reading, Rule, Site, TriggerKind};
use crate::suggest::{
    lexicon::{Form, flag},
    passage::Token,
};

pub(super) struct Inverted;

impl Rule for Inverted {
    fn label(&self) -> &'static str {
        "follows what is said"
    }

    fn trust(&self) -> f32 {
        0.9
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let at = site.trigger.at;
        let verb = matches!(site.trigger.kind, TriggerKind::Verb | TriggerKind::Unknown);
        let finite = site.token().entry.form != Some(Form::Ing);
        let before = at.checked_sub(1).filter(|i| site.sentence.contains(i))?;
        let follows = site.closes(before)
            || [",", "?", "!"].iter().any(|mark| site.is(before, mark))
                && before > site.sentence.start;
        let next = site.passage.tokens.get(at + 1)?;
        let subject = next.is_capital()
            || next.has(flag::DET | flag::OWN | flag::PRONOUN | flag::ROLE | flag::GROUP);
        if !verb || !finite || !follows || !subject || site.opens(at + 1) {
            return None;
        }
        let source = site.phrase_after(at + 1, false)?;
        if site.passage.tokens.get(source.end).is_some_and(Token::is_finite_cue) {
            return None;
        }
        let left = site.clause_to(at)?;
        let right = site.quotation_after(source.end);
        Some(Reading { source, content: [Some(left), right].into_iter().flatten().collect() })
    }
}

#[cfg(test)]
mod tests {
    use super::{super::tests::check, Inverted};

    #[test]
    fn content_stands_before_and_may_go_on_behind() {
        for notation in [
            "[c]“The EU left,”[/] [q]said[/] [s]Lavrov[/].",
            "[c]“The EU left,”[/] [q]said[/] [s]Karin Lind, a spokeswoman for the union[/].",
            "[c]“The EU left,”[/] [q]said[/] [s]Lavrov[/] on Monday, [c]“and rightly.”[/]",
            "[c]“It’s a glitch,”[/] [q]groused[/] [s]Ray Sandoval[/].",
        ] {
            check(&Inverted, notation);
        }
    }
}
