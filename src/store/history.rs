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
    inverses: Vec<Inverse>,
}

impl Step {
    /// Whether nothing came of it, because all of it was changed elsewhere meanwhile.
    pub fn is_void(&self) -> bool {
        self.inverses.is_empty()
    }
}

/// What takes one write back.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Inverse {
    change: Change,
    /// When the field was written by what this takes back. Where it was written since, and not from here, that stays.
    guard: Stamp,
    /// When it was written before.
    restores: Option<Stamp>,
}

/// A field whose value counts as written at one time is written at another: by taking back what came between, or by
/// saying the same once more.
struct Renewal {
    was: Stamp,
    is: Stamp,
    change: Change,
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

    /// Makes an edit of several changes, each with its stamp. Says whether there is a step to take back: what changes
    /// nothing that a person can see goes back together with the step before.
    pub fn perform(
        &mut self,
        library: &mut Library,
        label: String,
        screen: Screen,
        writes: Vec<(Change, Stamp)>,
    ) -> bool {
        let mut inverses = Vec::new();
        let mut renewals = Vec::new();
        let mut seen = false;
        for (change, stamp) in writes {
            let was = library.stamp(&change);
            let shown = library.shows(&change);
            if let Some(inverse) = library.apply(change.clone(), stamp) {
                seen |= shown || library.shows(&change);
                inverses.push(Inverse { change: inverse, guard: stamp, restores: was });
            } else if let (Some(was), Some(is)) = (was, library.stamp(&change)) {
                renewals.push(Renewal { was, is, change });
            }
        }
        self.renew(renewals);
        let inverses = backward(library, inverses);
        if !seen {
            self.join(inverses);
            return false;
        }
        if self.done.len() == DEPTH {
            self.done.remove(0);
        }
        self.done.push(Rc::new(Step { label, screen, inverses }));
        self.undone.clear();
        true
    }

    /// Lets the last step take these back too. Without one nothing that is taken back could show them.
    fn join(&mut self, inverses: Vec<Inverse>) {
        let Some(step) = self.done.last_mut().filter(|_| !inverses.is_empty()) else { return };
        let taken = &mut Rc::make_mut(step).inverses;
        for new in inverses {
            let same = |it: &&mut Inverse| {
                it.change.writes_where(&new.change) && Some(it.guard) == new.restores
            };
            match taken.iter_mut().find(same) {
                // What it restores is older still.
                Some(known) => known.guard = new.guard,
                None => taken.push(new),
            }
        }
    }

    /// Takes the last edit back, as a write of `stamp`; what was written elsewhere since stays. Gives the step, and the
    /// article to show.
    pub fn undo(
        &mut self,
        library: &mut Library,
        stamp: Stamp,
    ) -> Option<(Rc<Step>, Option<ArticleId>)> {
        let taken = self.done.pop()?;
        let step = self.replay(library, &taken, stamp);
        if !step.is_void() {
            self.undone.push(step.clone());
        }
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
        let step = self.replay(library, &taken, stamp);
        if !step.is_void() {
            self.done.push(step.clone());
        }
        let article = step.screen.after;
        Some((step, article))
    }

    fn replay(&mut self, library: &mut Library, step: &Step, stamp: Stamp) -> Rc<Step> {
        let ours = |inverse: &&Inverse| library.stamp(&inverse.change) == Some(inverse.guard);
        let due: Vec<Inverse> = step.inverses.iter().filter(ours).cloned().collect();
        let mut inverses = Vec::new();
        let mut renewals = Vec::new();
        for Inverse { change, guard, restores } in due {
            if let Some(was) = restores {
                renewals.push(Renewal { was, is: stamp, change: change.clone() });
            }
            if let Some(inverse) = library.apply(change, stamp) {
                inverses.push(Inverse { change: inverse, guard: stamp, restores: Some(guard) });
            }
        }
        self.renew(renewals);
        let inverses = backward(library, inverses);
        Rc::new(Step { label: step.label.clone(), screen: step.screen, inverses })
    }

    /// Lets what takes back a write know that it is dated anew.
    fn renew(&mut self, mut renewals: Vec<Renewal>) {
        renewals.retain(|renewal| renewal.was != renewal.is);
        if renewals.is_empty() {
            return;
        }
        renewals.sort_by_key(|renewal| renewal.was);
        let found = |inverse: &Inverse| {
            let from = renewals.partition_point(|renewal| renewal.was < inverse.guard);
            let mut dated = renewals.iter().skip(from).take_while(|it| it.was == inverse.guard);
            dated.find(|it| it.change.writes_where(&inverse.change)).map(|it| it.is)
        };
        for step in self.done.iter_mut().chain(&mut self.undone) {
            if step.inverses.iter().any(|inverse| found(inverse).is_some()) {
                for inverse in &mut Rc::make_mut(step).inverses {
                    inverse.guard = found(inverse).unwrap_or(inverse.guard);
                }
            }
        }
    }
}

/// In the order in which they take a step back, each minding when its field was last written by it.
fn backward(library: &Library, mut inverses: Vec<Inverse>) -> Vec<Inverse> {
    for inverse in &mut inverses {
        inverse.guard = library.stamp(&inverse.change).unwrap_or(inverse.guard);
    }
    inverses.reverse();
    inverses
}
