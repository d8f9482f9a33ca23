//! Proposes who says what.

mod confidence;
mod finding;
mod gather;
#[doc(hidden)]
pub mod lab;
mod lexicon;
mod passage;
mod proposal;
mod propose;
mod resolve;
mod rule;
mod tagger;

pub use self::{
    proposal::{NewSource, Proposal, Speaker},
    propose::{Proposing, propose},
    tagger::{Model, ModelError},
};
