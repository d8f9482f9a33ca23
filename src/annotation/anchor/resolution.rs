//! What becomes of an anchor in another text.

use std::rc::Rc;

use crate::text::{TextRange, reads_same};

/// What became of an anchor in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resolution {
    /// The words stand where they stood, in the same surroundings.
    Exact(TextRange),
    /// The words stand elsewhere, in the same surroundings.
    Moved(TextRange),
    /// The words changed slightly, or what stands around them did: only a person can say whether it is the same claim.
    Reworded(Rewording),
    /// The words are not there, or only in other surroundings, or in several places that nothing tells apart.
    Orphan,
}

impl Resolution {
    /// Where the words stand, if that may be taken without asking.
    pub fn silent(&self) -> Option<TextRange> {
        match self {
            Self::Exact(range) | Self::Moved(range) => Some(*range),
            Self::Reworded(_) | Self::Orphan => None,
        }
    }
}

/// Words that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rewording {
    /// Where they stand now.
    pub range: TextRange,
    /// What changed in the same paragraph before them.
    pub before: Vec<Piece>,
    /// What changed in the words themselves.
    pub words: Vec<Piece>,
    /// What changed in the same paragraph after them.
    pub after: Vec<Piece>,
    /// What a person should look at.
    pub flags: Flags,
}

impl Rewording {
    /// Whether quotation marks, dashes and spaces are all that changed: the one kind of change that may be accepted for
    /// many claims at once.
    pub fn is_typography(&self) -> bool {
        let (mut was, mut is) = (String::new(), String::new());
        for piece in &self.words {
            match piece {
                Piece::Kept(text) => {
                    [&mut was, &mut is].into_iter().for_each(|it| it.push_str(text))
                }
                Piece::Removed(text) => was.push_str(text),
                Piece::Added(text) => is.push_str(text),
            }
        }
        !self.flags.any() && reads_same(&was, &is)
    }
}

/// A stretch of a diff.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// As it was.
    Kept(Rc<str>),
    /// It was there.
    Removed(Rc<str>),
    /// It is there now.
    Added(Rc<str>),
}

/// What a change touches that can turn the meaning around, in the words or next to them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flags {
    /// Not, never, no, without, denied.
    pub negation: bool,
    /// A number, in digits or words.
    pub number: bool,
    /// A name.
    pub name: bool,
    /// What stands around the words is not what it was, or nothing tells them from the same words of another speaker.
    pub surroundings: bool,
}

impl Flags {
    /// Whether there is any: then nothing may be taken over before a person has looked at it.
    pub const fn any(self) -> bool {
        self.negation || self.number || self.name || self.surroundings
    }

    /// What either has.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self {
            negation: self.negation || other.negation,
            number: self.number || other.number,
            name: self.name || other.name,
            surroundings: self.surroundings || other.surroundings,
        }
    }

    /// What people read, one after the other.
    pub fn labels(self) -> impl Iterator<Item = &'static str> {
        [
            (self.negation, "a negation changed"),
            (self.number, "a number changed"),
            (self.name, "a name changed"),
            (self.surroundings, "the words around it changed"),
        ]
        .into_iter()
        .filter_map(|(set, label)| set.then_some(label))
    }
}
