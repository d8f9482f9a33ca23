//! How a reader left the page: kept across reloads, never exported.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::filter::Filter;
use crate::{
    annotation::Attribution,
    order::Map,
    record::{ArticleId, ClaimId, Timestamp},
};

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    /// As the system is set.
    #[default]
    Auto,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// How wide the text column is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Column {
    /// About 55 characters.
    Narrow,
    /// About 66 characters.
    #[default]
    Normal,
    /// About 80 characters.
    Wide,
}

/// How the page looks and behaves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Light or dark.
    pub theme: Theme,
    /// Size of the text, in steps from the system's own: −2 to 5.
    pub text_size: i8,
    /// Width of the text.
    pub column: Column,
    /// Whether single letters are commands.
    pub letter_keys: bool,
    /// Whether claims are proposed.
    pub propose: bool,
    /// The name exports carry as their creator, or empty.
    pub name: Rc<str>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Theme::default(),
            text_size: 0,
            column: Column::default(),
            letter_keys: true,
            propose: true,
            name: "".into(),
        }
    }
}

impl Settings {
    /// The smallest and the largest [`Settings::text_size`].
    pub const TEXT_SIZES: std::ops::RangeInclusive<i8> = -2..=5;

    /// The same, with a text size that there is.
    #[must_use]
    pub fn within_limits(self) -> Self {
        let (least, most) = (*Self::TEXT_SIZES.start(), *Self::TEXT_SIZES.end());
        Self { text_size: self.text_size.clamp(least, most), ..self }
    }
}

/// What stood at the top of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Index of a block.
    pub block: usize,
    /// How far its top edge was above the window's, in CSS pixels; negative where it was below.
    pub above: i32,
}

/// A note that is being written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// Of which claim.
    pub claim: ClaimId,
    /// As far as it goes.
    pub text: String,
}

/// How a reader left the page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ViewState {
    /// The article on screen.
    pub open: Option<ArticleId>,
    /// How far each article was read.
    pub places: Map<ArticleId, Place>,
    /// Which claims are shown.
    pub filter: Filter,
    /// How the page looks and behaves.
    pub settings: Settings,
    /// A note that is being written.
    pub draft: Option<Draft>,
    /// The attribution given last.
    pub last_used: Option<Attribution>,
    /// Whether the one-line hint was put away.
    pub hint_seen: bool,
    /// When everything was last saved to a file.
    pub backed_up: Option<Timestamp>,
    /// When it was kept: of several copies the last counts.
    pub left: Timestamp,
}
