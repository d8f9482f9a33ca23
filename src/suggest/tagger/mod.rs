//! The learned layer: is a trigger one, and what is each token of its sentence to it?
//!
//! A chain runs once per trigger over its sentence, with features seen from that trigger, so that nested and chained
//! attributions come apart and parts need not be linked afterwards.

mod angle;
pub(crate) mod chain;
pub(crate) mod features;
mod model;
mod nearby;
mod scores;
mod shape;
mod sight;
mod table;
mod trigger;

pub use self::model::{Model, ModelError};
pub(crate) use self::scores::Alone;
pub(super) use self::table::take;
pub(crate) use self::{
    angle::{Angle, main_class},
    features::role,
    shape::Shapes,
    sight::Sight,
    table::Table,
};
