//! What the engine proposes: plain data, ready to be sent from a worker.

use serde::{Deserialize, Serialize};

use crate::{
    annotation::{Mode, SourceKind},
    record::SourceId,
    text::TextRange,
};

/// Who is proposed as the speaker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Speaker {
    /// A source of the registry.
    Known(SourceId),
    /// One that the registry does not have.
    New(NewSource),
    /// The text does not say: “is said to be safe”.
    Nobody,
}

/// A source that would have to be added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewSource {
    /// What it would be called.
    pub name: String,
    /// Other names that the text uses.
    pub aliases: Vec<String>,
    /// What kind of speaker it seems to be.
    pub kind: SourceKind,
    /// The name of the source it seems to belong to.
    pub parent: Option<String>,
}

/// One claim, with who makes it, as a person might have marked it by hand.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Proposal {
    /// What is said, in pieces that lie in one block each: with quotation marks, without a final comma and “that”.
    pub content: Vec<TextRange>,
    /// Where the text names the speaker: “the minister”, “he”.
    pub mention: Option<TextRange>,
    /// Where there is no mention, the one that the sentence carries over: of “X denied it, saying …”, X.
    pub antecedent: Option<TextRange>,
    /// What attributes: “said”, “according to”.
    pub cue: Option<TextRange>,
    /// How the words are given.
    pub mode: Mode,
    /// Who speaks.
    pub speaker: Speaker,
    /// The same for all proposals of one speaker: what a person corrects in one holds for all.
    pub group: u32,
    /// How likely this is right, 0 to 1.
    pub confidence: f32,
    /// Why, in words for people: “‘according to’ + EU figures”.
    pub explanation: String,
}
