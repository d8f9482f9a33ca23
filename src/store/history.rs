//! What can be taken back.

use std::rc::Rc;

use super::{change::Change, library::Library};
use crate::record::{ArticleId, Stamp};

/// Steps kept; the oldest goes first.
const DEPTH: usize = 1_000;

/// One step: what to do, in order, to take an edit back or to make it again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What people read: “attribute to Lavrov”.
    pub label: String,
    screen: Screen,
    changes: Vec<Change>,
}

/// The articles on screen before and after an edit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Screen {
    /// Where taking it back leads.
    pub before: Option<ArticleId>,
    /// Where making it again leads.
    pub after: Option<ArticleId>,
}

/// The edits made, and those taken back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    done: Vec<Rc<Step>>,
    undone: Vec<Rc<Step>>,
}

impl History {
    /// What undo would take back.
    pub fn next_undo(&self) -> Option<&Step> {
        self.done.last().map(|step| &**step)
    }

    /// What redo would make again.
    pub fn next_redo(&self) -> Option<&Step> {
        self.undone.last().map(|step| &**step)
    }

    /// Makes an edit of several changes, each with its stamp. Says whether anything changed.
    pub fn perform(
        &mut self,
        library: &mut Library,
        label: String,
        screen: Screen,
        writes: Vec<(Change, Stamp)>,
    ) -> bool {
        let mut changes = inverses(library, writes);
        if changes.is_empty() {
            return false;
        }
        changes.reverse();
        if self.done.len() == DEPTH {
            self.done.remove(0);
        }
        self.done.push(Rc::new(Step { label, screen, changes }));
        self.undone.clear();
        true
    }

    /// Takes the last edit back, as a write of `stamp`. Gives the step, and the article to show.
    pub fn undo(
        &mut self,
        library: &mut Library,
        stamp: Stamp,
    ) -> Option<(Rc<Step>, Option<ArticleId>)> {
        let taken = self.done.pop()?;
        let step = replay(library, &taken, stamp);
        self.undone.push(step.clone());
        let article = step.screen.before;
        Some((step, article))
    }

    /// Makes the last edit taken back again. Gives the step, and the article to show.
    pub fn redo(
        &mut self,
        library: &mut Library,
        stamp: Stamp,
    ) -> Option<(Rc<Step>, Option<ArticleId>)> {
        let taken = self.undone.pop()?;
        let step = replay(library, &taken, stamp);
        self.done.push(step.clone());
        let article = step.screen.after;
        Some((step, article))
    }
}

fn replay(library: &mut Library, step: &Step, stamp: Stamp) -> Rc<Step> {
    let writes = step.changes.iter().map(|change| (change.clone(), stamp)).collect();
    let mut changes = inverses(library, writes);
    changes.reverse();
    Rc::new(Step { label: step.label.clone(), screen: step.screen, changes })
}

/// Applies in order; what takes each back, in the same order.
fn inverses(library: &mut Library, writes: Vec<(Change, Stamp)>) -> Vec<Change> {
    writes.into_iter().filter_map(|(change, stamp)| library.apply(change, stamp)).collect()
}
