//! State: everything a reader has and sees, what can happen to it, and how it is kept.
//!
//! A [`Command`] goes into [`Session::after`], a new [`Session`] comes out; edits become [`change`]s with inverses in
//! the [`history`]. Nothing here knows a browser, a clock or randomness.

pub mod action;
pub mod backup;
pub mod change;
pub mod cursor;
pub mod edit;
pub mod filter;
pub mod history;
pub mod keys;
mod library;
mod offers;
pub mod persist;
mod placement;
mod plan;
pub mod registry;
mod seed;
mod session;
mod share;
#[cfg(test)]
mod tests;
pub mod view_state;

pub use action::{Action, Command, Fresh, Glance, Input, Sheet};
pub use library::{Articles, Bare, Claims, Library, Sources};
pub use offers::{Offer, Offers, Proposals, Reading, SURE};
pub use placement::{Placed, Placement};
pub use plan::{Count, Preview, preview};
pub use seed::seed;
pub use session::{Bar, Notice, Session, speaker};
pub use share::{Share, shares};
