//! The engine of attributions: its training and its figures.

mod align;
mod calibrate;
mod corpus;
mod evaluate;
mod ftrl;
mod gum;
mod learn;
mod predict;
mod score;
mod show;
mod speed;
mod train;

pub(crate) use evaluate::run as evaluate;
pub(crate) use show::run as show;
pub(crate) use speed::run as speed;
pub(crate) use train::run as train;
