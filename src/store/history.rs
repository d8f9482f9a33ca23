//! What can be taken back.

use std::rc::Rc;

use super::{change::Change, library::Library};
use crate::record::{ArticleId, Stamp};

/// Steps kept; the oldest goes first.
const DEPTH: usize = 1_000;

/// One step: what to do, in order, to take an edit back or to make it again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    id: u64,
    /// What people read: “attribute to Lavrov”.
    pub label: String,
    screen: Screen,
    inverses: Vec<Inverse>,
}

impl Step {
    /// What tells it from others, whether it is taken back or not.
    pub const fn id(&self) -> u64 {
        self.id
    }

    /// How many changes it has.
    pub const fn changes(&self) -> usize {
        self.inverses.len()
    }
}

/// What a new step is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct New {
    /// What people read.
    pub label: String,
    /// Where it leads.
    pub screen: Screen,
    /// The step that this is more of, if that was the last.
    pub joins: Option<u64>,
}

/// A way through the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Taking steps back.
    Back,
    /// Making them again.
    Forth,
}

impl Way {
    /// The other one.
    const fn turned(self) -> Self {
        match self {
            Self::Back => Self::Forth,
            Self::Forth => Self::Back,
        }
    }
}

/// What came of taking a step back, or of making it again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Travelled {
    /// What people read.
    pub label: String,
    /// The article to show.
    pub article: Option<ArticleId>,
    /// How many changes of the step are left.
    pub left: usize,
    /// Whether nothing came of it, because all of it was changed elsewhere meanwhile.
    pub is_void: bool,
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
    /// How many steps there ever were.
    count: u64,
}

impl History {
    /// The step that comes next this way.
    pub fn next(&self, way: Way) -> Option<&Step> {
        match way {
            Way::Back => self.next_undo(),
            Way::Forth => self.next_redo(),
        }
    }

    /// What undo would take back.
    pub fn next_undo(&self) -> Option<&Step> {
        self.done.last().map(|step| &**step)
    }

    /// What redo would make again.
    pub fn next_redo(&self) -> Option<&Step> {
        self.undone.last().map(|step| &**step)
    }

    /// Makes an edit of several changes, each with its stamp. Gives the step to take back, if there is one: what changes
    /// nothing that a person can see goes back together with the step before.
    pub fn perform(
        &mut self,
        library: &mut Library,
        new: New,
        writes: Vec<(Change, Stamp)>,
    ) -> Option<u64> {
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
            return None;
        }
        self.undone.clear();
        let New { label, screen, joins } = new;
        let id = joins.filter(|id| self.next_undo().is_some_and(|step| step.id == *id));
        let id = id.unwrap_or_else(|| {
            self.count += 1;
            self.count
        });
        put(&mut self.done, Step { id, label, screen, inverses });
        if self.done.len() > DEPTH {
            self.done.remove(0);
        }
        Some(id)
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

    /// Takes `most` changes of the last edit back, as writes of `stamp`, or makes `most` changes of the last one taken back
    /// again; `None` where that is another than `step`. What was written elsewhere since stays.
    pub fn travel(
        &mut self,
        way: Way,
        library: &mut Library,
        stamp: Stamp,
        step: u64,
        most: usize,
    ) -> Option<Travelled> {
        let (part, left) = split(self.stack(way), step, most)?;
        let label = part.label.clone();
        let article = match way {
            Way::Back => part.screen.before,
            Way::Forth => part.screen.after,
        };
        let replayed = self.replay(library, part, stamp);
        let is_void = replayed.inverses.is_empty();
        put(self.stack(way.turned()), replayed);
        Some(Travelled { label, article, left, is_void })
    }

    /// What going this way takes from.
    const fn stack(&mut self, way: Way) -> &mut Vec<Rc<Step>> {
        match way {
            Way::Back => &mut self.done,
            Way::Forth => &mut self.undone,
        }
    }

    fn replay(&mut self, library: &mut Library, mut step: Step, stamp: Stamp) -> Step {
        let mut due = std::mem::take(&mut step.inverses);
        due.retain(|inverse| library.stamp(&inverse.change) == Some(inverse.guard));
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
        Step { inverses: backward(library, inverses), ..step }
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

/// Takes `most` changes of the last step from a stack, if it is that with this number. Says how many are left there.
fn split(stack: &mut Vec<Rc<Step>>, id: u64, most: usize) -> Option<(Step, usize)> {
    let last = stack.pop_if(|step| step.id == id)?;
    let mut part = Rc::unwrap_or_clone(last);
    let rest = part.inverses.split_off(most.min(part.inverses.len()));
    let left = rest.len();
    if left > 0 {
        stack.push(Rc::new(Step { inverses: rest, label: part.label.clone(), ..part }));
    }
    Some((part, left))
}

/// Puts a step on a stack, before the rest of the same step where that is there already. One without changes is none.
fn put(stack: &mut Vec<Rc<Step>>, mut step: Step) {
    if step.inverses.is_empty() {
        return;
    }
    if let Some(rest) = stack.pop_if(|rest| rest.id == step.id) {
        step.inverses.extend(Rc::unwrap_or_clone(rest).inverses);
    }
    stack.push(Rc::new(step));
}

/// In the order in which they take a step back, each minding when its field was last written by it.
fn backward(library: &Library, mut inverses: Vec<Inverse>) -> Vec<Inverse> {
    for inverse in &mut inverses {
        inverse.guard = library.stamp(&inverse.change).unwrap_or(inverse.guard);
    }
    inverses.reverse();
    inverses
}
