//! The article: typed blocks over one canonical text.

mod block;
mod body;
mod dismissed;
pub mod import;
mod model;
mod sample;
mod sketch;
mod version;

pub use block::{Block, BlockKind, Mark, MarkKind};
pub use body::{Body, BodyBuilder, BodyError, RawBody};
pub use dismissed::{Dismissed, ParseSpotError, Spot};
pub use model::Article;
pub use sample::sample;
pub use sketch::{Sketch, Sketching};
pub use version::{Likeness, same_article};
