//! What page and worker say to each other: JSON, so that nothing is shared.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::Blocks;
use crate::{annotation::Source, suggest::Proposal};

/// An article to read. Its text goes beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// Its blocks.
    pub blocks: Blocks,
    /// The sources that the registry has.
    pub known: Vec<Rc<Source>>,
}

/// What the worker says, one at a time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Report {
    /// So many hundredths of the text are read.
    Read(u8),
    /// Some proposals, in the order of the text.
    Proposed(Vec<Proposal>),
    /// That was all.
    Finished,
}
