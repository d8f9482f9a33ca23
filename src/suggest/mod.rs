//! Proposes who says what: content, source, cue and mode of each attribution in an article, and how sure that is.
//!
//! A block is read into tokens, quotations and sentences ([`passage`]). In each sentence, [`rule`]s and the learnt
//! [`tagger`] look at every cue, speaker’s label and lone quotation ([`finding`]); findings are joined over
//! sentences and blocks ([`gather`]), and their mentions resolved to canonical sources ([`resolve`]). Everything is one
//! pass over the text and linear in its length; `xtask` trains and measures through [`lab`].

mod bearings;
mod bounds;
mod company;
mod complete;
mod confidence;
mod finding;
mod forest;
mod gather;
#[doc(hidden)]
pub mod lab;
mod lexicon;
mod limits;
mod passage;
mod proposal;
mod propose;
mod resolve;
mod rule;
mod signs;
mod tagger;

/// The version of rules, features and resolution; what was proposed by another one may differ.
pub const ENGINE_VERSION: &str = "5";

#[cfg(test)]
mod tests;

pub use self::{
    complete::{Completion, complete},
    proposal::{NewSource, Proposal, Speaker},
    propose::{Proposing, propose},
    tagger::{Model, ModelError},
};
