//! Search: exact, of many quotes at once, and with errors.

mod approximate;
mod exact;
mod many;

pub use approximate::{Approximate, Pattern};
pub use exact::occurrences;
pub use many::Needles;
