//! A claim as a W3C annotation.

mod read;
mod write;

pub(super) use read::read;
pub(super) use write::write;

use super::terms::{
    ATTRIBUTION, CONTENT, CUE, DELETED, EVIDENCE, MENTION, MODE, NOTE, TAGS, VERDICT,
};

/// The fields that have stamps, in the order they are written.
const FIELDS: &[&str] =
    &[CONTENT, ATTRIBUTION, MENTION, CUE, MODE, VERDICT, EVIDENCE, NOTE, TAGS, DELETED];

// The words of `attribution`.
const OWN_VOICE: &str = "own-voice";
const SOURCE: &str = "source";
const UNATTRIBUTED: &str = "unattributed";
