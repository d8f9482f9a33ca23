//! A quotation that stands by itself: a sentence of its own, without a word on who says it.

use super::{Reading, Rule, Site, TriggerKind};

pub(super) struct Alone;

impl Rule for Alone {
    fn label(&self) -> &'static str {
        "a quotation that goes on from the speaker before"
    }

    fn trust(&self) -> f32 {
        0.6
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        if site.trigger.kind != TriggerKind::Alone {
            return None;
        }
        let quotation = site.passage.quotation(site.trigger.at)?;
        Some(Reading::one(0..0, quotation.start..quotation.end))
    }
}
