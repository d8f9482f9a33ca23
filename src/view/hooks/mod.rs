//! What ties the session to the page: each hook one duty.

mod arranged;
mod asking;
mod backing;
mod going;
mod incoming;
mod keeper;
mod keeping;
mod keyboard;
mod looks;
mod near;
mod opening;
mod painting;
mod place;
mod receiving;
mod selection;
mod sketches;

pub(super) use arranged::use_arranged;
pub(super) use asking::{Asked, Question, ask, use_asking};
pub(super) use backing::{Backing, Copy};
pub(super) use going::use_going;
pub(super) use incoming::{pasted, use_incoming};
pub(super) use keeper::open;
pub use keeping::Opened;
pub(super) use keeping::{Kept, Opening, first_visit, is_stored, keeper, set_keeper, use_keeping};
pub(super) use keyboard::{press_key, use_keyboard};
pub(super) use looks::use_looks;
pub(super) use near::use_near;
pub(super) use opening::{Request, Stage, Understood, use_opening};
pub(super) use painting::{Painted, use_painting};
pub(super) use place::{BELOW_BAR, show_beside, show_range, use_place};
pub(super) use receiving::receive;
pub(super) use selection::use_selection;
pub(super) use sketches::use_sketches;
