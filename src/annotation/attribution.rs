//! Who says it, how, and whether it holds.

use serde::{Deserialize, Serialize};

use crate::record::SourceId;

/// Who a claim is put down to.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Attribution {
    /// Nobody has said yet.
    #[default]
    Unattributed,
    /// The article says it in its own voice.
    OwnVoice,
    /// This source says it.
    Source(SourceId),
}

/// How the words of the source are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// In quotation marks throughout.
    Direct,
    /// In the writer's words.
    Indirect,
    /// In the writer's words, with quoted parts.
    Mixed,
}

impl Mode {
    /// All modes, in the order menus show them.
    pub const ALL: [Self; 3] = [Self::Direct, Self::Indirect, Self::Mixed];

    /// What people read.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Direct => "Direct",
            Self::Indirect => "Indirect",
            Self::Mixed => "Mixed",
        }
    }
}

/// What a check of the claim found.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Nobody has checked.
    #[default]
    Unchecked,
    /// The evidence supports it.
    Supported,
    /// The evidence is contested.
    Disputed,
    /// The evidence refutes it.
    Refuted,
}

impl Verdict {
    /// All verdicts, in the order menus show them.
    pub const ALL: [Self; 4] = [Self::Unchecked, Self::Supported, Self::Disputed, Self::Refuted];

    /// What people read.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Unchecked => "Unchecked",
            Self::Supported => "Supported",
            Self::Disputed => "Disputed",
            Self::Refuted => "Refuted",
        }
    }
}
