//! Claims, their attributions, and the sources they name.

mod anchor;
mod attribution;
mod claim;
mod dataset;
mod layers;
mod look;
pub mod margin;
mod mode;
mod palette;
mod rank;
mod source;

pub use anchor::{Anchor, Quote, Resolution, describe, resolve};
pub use attribution::{Attribution, Mode, Verdict};
pub use claim::{Claim, Creator, Origin};
pub use dataset::Dataset;
pub use layers::{Interval, Layer, LayerKey, layers};
pub use look::{LANES, Look};
pub use mode::guess_mode;
pub use palette::{
    COLOURS, Colour, INK_DARK, INK_LIGHT, PAPER_DARK, PAPER_LIGHT, PATTERNS, Pattern, SourceStyle,
};
pub use rank::{Mention, mentions, rank};
pub use source::{Source, SourceKind};
