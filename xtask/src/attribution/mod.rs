//! The engine of attributions: its training and its figures.

mod corpus;
mod evaluate;
mod gum;
mod predict;
mod score;

pub(crate) use evaluate::run as evaluate;
