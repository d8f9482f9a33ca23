//! What every stored thing is made of: an identity, a time, and fields that merge.

mod clock;
mod derive;
mod id;
mod register;
mod stamp;
mod time;

pub use clock::Clock;
pub(crate) use derive::derive;
pub use id::{ArticleId, ClaimId, NodeId, SourceId};
pub use register::Register;
pub use stamp::{ParseStampError, Stamp};
pub use time::{ParseTimeError, Timestamp};
