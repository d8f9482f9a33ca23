//! Which claims are shown.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::{
    annotation::{Attribution, Claim, Mode, Verdict},
    order::Set,
};

/// What claims must be to be shown. An empty set, or an empty text, asks for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Filter {
    /// One of these attributions.
    pub attributions: Set<Attribution>,
    /// One of these modes.
    pub modes: Set<Mode>,
    /// One of these verdicts.
    pub verdicts: Set<Verdict>,
    /// One of these tags.
    pub tags: Set<Rc<str>>,
    /// These words in the content, the note or a tag, letter case aside.
    pub text: String,
}

impl Filter {
    /// Whether every claim is shown.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether a claim put down to `attribution` is shown.
    pub fn shows(&self, claim: &Claim, attribution: Attribution) -> bool {
        let wanted = self.text.trim().to_lowercase();
        let holds = |text: &str| text.to_lowercase().contains(&wanted);
        (self.attributions.is_empty() || self.attributions.contains(&attribution))
            && (self.modes.is_empty() || self.modes.contains(&claim.mode))
            && (self.verdicts.is_empty() || self.verdicts.contains(&claim.verdict))
            && (self.tags.is_empty() || claim.tags.iter().any(|tag| self.tags.contains(tag)))
            && (wanted.is_empty()
                || claim.content.iter().any(|part| holds(&part.quote.exact))
                || holds(&claim.note)
                || claim.tags.iter().any(|tag| holds(tag)))
    }
}
