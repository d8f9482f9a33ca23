//! Who asks and who answers in an interview.

use std::collections::HashMap;

use super::{
    super::{entity::Entity, nature::Nature},
    Tracker, span,
};
use crate::text::TextRange;

impl Tracker<'_> {
    /// Who asks in an interview.
    pub(super) fn interviewer(&mut self, mention: TextRange) -> usize {
        if let Some(id) = self.interviewer {
            return id;
        }
        let mut entity = Entity::new(Nature::Described, span(mention));
        entity.label = Some("interviewer");
        self.entities.all.push(entity);
        *self.interviewer.insert(self.entities.all.len() - 1)
    }

    /// The person named most often before byte `until`: who answers in an interview.
    pub(super) fn main_person(&mut self, until: u32) -> Option<usize> {
        if self.answers.is_none() {
            let before = self.names.within(0, until as usize);
            let mut counts: HashMap<usize, usize> = HashMap::new();
            for id in before.filter_map(|run| self.entities.of_run.get(run).copied().flatten()) {
                if self.entities.all[id].nature == Nature::Person {
                    *counts.entry(id).or_default() += 1;
                }
            }
            self.answers = counts
                .into_iter()
                .max_by_key(|(id, count)| (*count, std::cmp::Reverse(*id)))
                .map(|(id, _)| id);
        }
        self.answers
    }
}
