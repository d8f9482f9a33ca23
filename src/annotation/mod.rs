//! Claims, their attributions, and the sources they name.

mod anchor;
mod attribution;
mod carry;
mod claim;
mod dataset;
mod layers;
mod look;
pub mod margin;
mod mode;
mod palette;
mod rank;
mod source;

pub use anchor::{
    Anchor, Flags, Piece, Quote, Resolution, Rewording, describe, find, places, resolve,
    resolve_all,
};
pub use attribution::{Attribution, Mode, Verdict};
pub use carry::{Carried, Outcome, Part, Tally, carry_over};
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
