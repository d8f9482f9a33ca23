//! “Q: …”, “MS. LIND: …”, “Minister: no talks before spring”.

use super::{Reading, Rule, Site, TriggerKind};

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
        (at + 1 < end).then(|| Reading::one(site.sentence.start..at, at + 1..end))
    }
}

#[cfg(test)]
mod tests {
    use super::{super::tests::check, Label};

    #[test]
    fn all_that_follows_is_the_speakers() {
        check(&Label, "[s]MS. LIND[/][q]:[/] [c]No talks. We wait.[/]");
    }
}
