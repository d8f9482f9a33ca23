//! From what a person wants to the changes that do it, and the words that name it.

mod articles;
mod claims;
mod import;
mod revise;
mod sources;
pub(super) mod take;

pub use import::{Count, Preview, preview};

use super::{change::Change, edit::Edit, library::Library};
use crate::{
    annotation::Creator,
    order::Set,
    record::{ArticleId, Stamp, Timestamp},
};

/// What a plan may look at.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    /// Everything there is.
    pub(super) library: &'a Library,
    /// The article on screen.
    pub(super) article: Option<ArticleId>,
    /// When the edit is made.
    pub(super) now: Timestamp,
    /// The same, as records have it: later than all that is known.
    pub(super) stamp: Stamp,
    /// Who makes it.
    pub(super) creator: &'a Creator,
}

/// The changes of one edit, in order, and its name: what stands after “Undo:”.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Plan {
    pub(super) label: String,
    pub(super) writes: Vec<(Change, Stamp)>,
}

impl Plan {
    /// A plan of changes made now.
    fn new(label: impl Into<String>, stamp: Stamp, changes: Vec<Change>) -> Self {
        let writes = changes.into_iter().map(|change| (change, stamp)).collect();
        Self { label: label.into(), writes }
    }
}

/// Works out an edit. `None` where it makes no sense any more: the claim is gone, the name is blank.
pub(super) fn plan(context: Context<'_>, edit: Edit) -> Option<Plan> {
    let mut plan = match edit {
        Edit::Claim(edit) => claims::plan(context, edit),
        Edit::Source(edit) => sources::plan(context, edit),
        Edit::Article(edit) => articles::plan(context, edit),
        // An import also takes over later stamps on equal values, so nothing of it is left out below.
        Edit::Import(data) => return Some(import::plan(context, &data)),
    }?;
    plan.writes.retain(|(change, _)| !context.library.already(change));
    Some(plan)
}

/// The longest name, in characters: what is longer is a paste gone wrong.
const LONGEST_NAME: usize = 200;

/// A name on one line, without space around it; `None` for a blank one.
fn tidy_name(name: &str) -> Option<String> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let tidy: String = words.join(" ").chars().take(LONGEST_NAME).collect();
    (!tidy.is_empty()).then_some(tidy)
}

/// A list typed with commas or lines between: tidy names, sorted, each once.
fn tidy_list(list: &str, separators: &[char]) -> std::rc::Rc<[std::rc::Rc<str>]> {
    let names: Set<String> = list.split(separators).filter_map(tidy_name).collect();
    names.into_iter().map(Into::into).collect()
}
