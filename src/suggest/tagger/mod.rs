//! The learned layer: is a trigger one, and what is each token of its sentence to it?
//!
//! A chain runs once per trigger over its sentence, with features seen from that trigger, so that nested and chained
//! attributions come apart and parts need not be linked afterwards.

pub(crate) mod chain;
pub(crate) mod features;
mod model;
mod nearby;
mod shape;
mod table;
mod trigger;

pub(crate) use self::model::Alone;
pub use self::model::{Model, ModelError};
pub(super) use self::table::take;
pub(crate) use self::{
    features::{Angle, main_class, role},
    shape::Shapes,
    table::Table,
};
