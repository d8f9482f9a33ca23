//! Who asks and who answers in an interview.

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
            let mut counts = vec![0_u32; self.entities.all.len()];
            for id in before.filter_map(|run| self.entities.of_run.get(run).copied().flatten()) {
                counts[id] += u32::from(self.entities.all[id].nature == Nature::Person);
            }
            let most = counts.iter().copied().max().filter(|most| *most > 0);
            self.answers = most.and_then(|most| counts.iter().position(|count| *count == most));
        }
        self.answers
    }
}
