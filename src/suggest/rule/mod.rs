//! Rules: each knows one construction that attributes. A rule is a file and a line in [`RULES`].

mod according;
mod alone;
mod clause;
mod holder;
mod infinitive;
mod inverted;
mod label;
mod lookalike;
mod mark;
mod nominal;
mod object;
mod outlook;
mod participle;
mod phrase;
mod postposed;
mod preposed;
mod relayed;
mod site;
mod subject;

use std::ops::Range;

pub(crate) use self::site::{Site, Trigger, TriggerKind, triggers};

/// An attribution as a rule reads it, in tokens of the passage.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Reading {
    /// Who; empty where the text does not say again.
    pub(crate) source: Range<usize>,
    /// What, in pieces.
    pub(crate) content: Vec<Range<usize>>,
}

impl Reading {
    /// A content in one piece.
    fn one(source: Range<usize>, content: Range<usize>) -> Self {
        Self { source, content: Vec::from([content]) }
    }
}

/// One construction.
pub(crate) trait Rule: Sync {
    /// The construction, in words for people.
    fn label(&self) -> &'static str;

    /// How often it is right, estimated while reading the training articles; said where there is no tagger.
    fn trust(&self) -> f32;

    /// What it reads at `site`, where its construction stands there.
    fn read(&self, site: &Site<'_>) -> Option<Reading>;
}

/// All rules. The first that reads something at a place wins there.
pub(crate) static RULES: [&dyn Rule; 11] = [
    &label::Label,
    &alone::Alone,
    &according::According,
    &relayed::Relayed,
    &participle::Participle,
    &nominal::Nominal,
    &inverted::Inverted,
    &postposed::Postposed,
    &object::Object,
    &infinitive::Infinitive,
    &preposed::Preposed,
];

/// What the first rule that applies reads, and which it is.
pub(crate) fn first(site: &Site<'_>) -> Option<(usize, Reading)> {
    RULES.iter().enumerate().find_map(|(number, rule)| {
        let reading = rule.read(site)?;
        let said = reading.content.iter().any(|piece| !piece.is_empty());
        said.then_some((number, reading))
    })
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::{
        article::{Block, BlockKind},
        suggest::passage::Passage,
        text::{TextRange, fixture::tagged},
    };

    /// Checks that `rule` reads the notation's attribution at its cue: `The [s]mayor[/] [q]said[/] [c]so[/].`
    pub(crate) fn check(rule: &dyn Rule, notation: &str) {
        let (text, ranges) = tagged(notation);
        let block = Block {
            kind: BlockKind::Paragraph,
            range: TextRange::bytes(0, text.len()),
            marks: vec![],
        };
        let passage = Passage::read(&text, &block);
        let of = |role: &str| {
            let tags = ranges.iter().filter(|(tag, _)| tag == role);
            tags.map(|(_, range)| range.of(&text).unwrap()).collect::<Vec<_>>()
        };
        let cue = ranges.iter().find(|(tag, _)| tag == "q").unwrap().1;
        let at = passage.token_at(cue.start().get());
        let all = passage.sentences.iter().find(|s| s.contains(&at)).unwrap();
        let trigger = triggers(&passage, all.clone()).into_iter().find(|t| t.at == at);
        let trigger = trigger.unwrap_or_else(|| panic!("no trigger in {notation}"));
        let reading = rule.read(&Site { passage: &passage, sentence: all.clone(), trigger });
        let reading = reading.unwrap_or_else(|| panic!("nothing in {notation}"));
        let content: Vec<&str> = reading.content.iter().map(|r| passage.slice(r.clone())).collect();
        assert_eq!(content, of("c"), "{notation}");
        let source = Some(passage.slice(reading.source)).filter(|s| !s.is_empty());
        assert_eq!(source.as_slice(), of("s"), "{notation}");
    }

    /// What `look` makes of the site of `cue` in `text`; nothing where no trigger is there.
    pub(crate) fn at<T>(
        text: &str,
        cue: &str,
        look: impl Fn(&Site<'_>, &Passage<'_>) -> T,
    ) -> Option<T> {
        let range = TextRange::bytes(0, text.len());
        let block = Block { kind: BlockKind::Paragraph, range, marks: vec![] };
        let passage = Passage::read(text, &block);
        let at = passage.token_at(text.find(cue).unwrap());
        let sentence = passage.sentences.iter().find(|s| s.contains(&at)).unwrap().clone();
        let trigger = triggers(&passage, sentence.clone()).into_iter().find(|t| t.at == at)?;
        Some(look(&Site { passage: &passage, sentence, trigger }, &passage))
    }

    /// What kind of trigger `cue` is in `text`.
    pub(crate) fn kinds(text: &str, cue: &str) -> Option<TriggerKind> {
        at(text, cue, |site, _| site.trigger.kind)
    }

    #[test]
    fn every_rule_says_what_it_reads() {
        assert!(RULES.iter().all(|rule| !rule.label().is_empty()));
    }
}
