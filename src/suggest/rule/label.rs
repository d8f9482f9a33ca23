//! “Q: …”, “MS. LIND: …”, “Minister: no talks before spring”.

use super::{Reading, Rule, Site, TriggerKind};
use crate::{article::BlockKind, suggest::lexicon::flag};

pub(super) struct Label;

impl Rule for Label {
    fn label(&self) -> &'static str {
        "a speaker’s label"
    }

    fn trust(&self) -> f32 {
        0.7
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        if site.trigger.kind != TriggerKind::Colon {
            return None;
        }
        let at = site.trigger.at;
        let end = site.passage.tokens.len();
        let start = site.sentence.start;
        let heading = site.passage.kind != BlockKind::Paragraph;
        if heading && at + 5 > site.sentence.end && at > start + 3 && !site.is(at, ":") {
            // “Dam is safe – engineers”.
            return Some(Reading::one(at + 1..site.sentence.end, start..at));
        }
        let quotes = site.opens(at + 1);
        // “Rail North on X: “…””.
        let named =
            site.lead().filter(|lead| quotes && site.has(lead.end, flag::PREP | flag::DATE));
        let source = named.unwrap_or(start..at);
        (at + 1 < end).then(|| Reading::one(source, at + 1..end))
    }
}

#[cfg(test)]
mod tests {
    use super::{super::tests::check, Label};

    #[test]
    fn all_that_follows_is_the_speakers() {
        check(&Label, "[s]MS. LIND[/][q]:[/] [c]No talks. We wait.[/]");
        check(&Label, "[s]Tagesspiegel am Sund[/][q]:[/] [c]When did you learn of it?[/]");
        check(&Label, "[s]Rail North[/] on X[q]:[/] [c]“All departures cancelled.”[/]");
    }
}
