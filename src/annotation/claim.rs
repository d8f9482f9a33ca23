//! The claim: a statement somebody makes.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::{Anchor, Attribution, Mode, Verdict};
use crate::{
    record::{ArticleId, ClaimId, NodeId, Register, Timestamp},
    text::{ByteOffset, TextRange},
};

/// Who made an annotation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Creator {
    /// The browser profile.
    pub id: NodeId,
    /// The name the person gave, or empty.
    pub name: Rc<str>,
}

/// What first made the claim.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// A person, by hand.
    #[default]
    Hand,
    /// The engine of this version, which proposed it; a person accepted.
    Engine(Rc<str>),
}

/// One claim. Every field a person can change is a register of its own, so that copies edited in two places
/// merge field by field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// Its identity.
    pub id: ClaimId,
    /// The article it is about.
    pub article: ArticleId,
    /// When it was made.
    pub created: Timestamp,
    /// Who made it.
    pub creator: Creator,
    /// What first made it.
    #[serde(default)]
    pub origin: Origin,
    /// What is claimed: one or more stretches of the text, in order.
    pub content: Register<Rc<[Anchor]>>,
    /// Who claims it.
    pub attribution: Register<Attribution>,
    /// Where the text names the source (“the minister”, “he”).
    pub mention: Register<Option<Anchor>>,
    /// Where the text attributes (“said”, “according to”).
    pub cue: Register<Option<Anchor>>,
    /// How the words are given.
    pub mode: Register<Mode>,
    /// Whether it holds.
    pub verdict: Register<Verdict>,
    /// Addresses that bear the verdict out.
    pub evidence: Register<Rc<[Rc<str>]>>,
    /// What the reader wrote about it.
    pub note: Register<Rc<str>>,
    /// The reader's keywords, sorted, each once.
    pub tags: Register<Rc<[Rc<str>]>>,
    /// Whether a person threw it away. It stays, so that merging cannot bring it back.
    pub deleted: Register<bool>,
}

impl Claim {
    /// The ranges of the content where they stood when they were described.
    pub fn ranges(&self) -> impl Iterator<Item = TextRange> + '_ {
        self.content.iter().map(|anchor| anchor.range)
    }

    /// Where the content starts.
    pub fn start(&self) -> ByteOffset {
        self.content.first().map_or(ByteOffset::ZERO, |anchor| anchor.range.start())
    }

    /// The quoted words; parts of a split quotation are joined by “ … ”.
    pub fn quote(&self) -> String {
        let parts: Vec<&str> = self.content.iter().map(|anchor| &*anchor.quote.exact).collect();
        parts.join(" … ")
    }

    /// When any field was last written, or the claim made.
    pub fn modified(&self) -> Timestamp {
        let stamps = [
            self.content.stamp(),
            self.attribution.stamp(),
            self.mention.stamp(),
            self.cue.stamp(),
            self.mode.stamp(),
            self.verdict.stamp(),
            self.evidence.stamp(),
            self.note.stamp(),
            self.tags.stamp(),
            self.deleted.stamp(),
        ];
        stamps.iter().map(|stamp| stamp.at).fold(self.created, Timestamp::max)
    }

    /// Takes over what was written later on another copy of this claim. Commutative, associative and
    /// idempotent.
    pub fn merge(&mut self, other: &Self) {
        // One claim is made once; where a fault gave two one identity, the elder counts.
        if (other.created, other.creator.id) < (self.created, self.creator.id) {
            self.created = other.created;
            self.creator = other.creator.clone();
            self.origin = other.origin.clone();
        }
        self.content.merge(&other.content);
        self.attribution.merge(&other.attribution);
        self.mention.merge(&other.mention);
        self.cue.merge(&other.cue);
        self.mode.merge(&other.mode);
        self.verdict.merge(&other.verdict);
        self.evidence.merge(&other.evidence);
        self.note.merge(&other.note);
        self.tags.merge(&other.tags);
        self.deleted.merge(&other.deleted);
    }
}
