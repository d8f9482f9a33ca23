//! Taking annotations away and bringing them back: one file per format, behind one trait and one list.

mod w3c;

use thiserror::Error;

pub use crate::annotation::Dataset;
use crate::{annotation::Creator, record::Timestamp};

/// What goes into a file besides the data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportContext {
    /// When it is written.
    pub at: Timestamp,
    /// Who writes it.
    pub creator: Creator,
}

/// What a file gave.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// What was understood.
    pub data: Dataset,
    /// What was not, one entry each.
    pub set_aside: Vec<SetAside>,
}

/// A part of a file that was not understood: kept, listed, never guessed at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// Where it stands in the file: a JSON Pointer (RFC 6901).
    pub place: String,
    /// Why, as a sentence.
    pub reason: String,
    /// The part itself, as JSON.
    pub json: String,
}

/// Why a file could not be read at all.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum FormatError {
    /// Larger than [`MAX_BYTES`].
    #[error("This file is larger than 64 MB, more than Claimlight writes. Nothing was changed.")]
    TooLarge,
    /// Not JSON; where it stops being so.
    #[error(
        "This file is not JSON: it breaks off at line {line}, column {column}. Nothing was changed."
    )]
    NotJson {
        /// One-based.
        line: usize,
        /// One-based.
        column: usize,
    },
    /// JSON, but with a number beyond what 64 bits can hold; where it stands.
    #[error(
        "A number at line {line}, column {column} of this file is too large to be read. Nothing was changed."
    )]
    Number {
        /// One-based.
        line: usize,
        /// One-based.
        column: usize,
    },
    /// Nested deeper than any annotation is.
    #[error("This file is nested too deeply to be annotations. Nothing was changed.")]
    TooDeep,
    /// JSON, but no collection of annotations.
    #[error("This JSON holds no annotations Claimlight knows: {0}. Nothing was changed.")]
    Shape(String),
}

/// The largest file that is imported, in bytes.
pub const MAX_BYTES: usize = 64 * 1024 * 1024;

/// One file format.
pub trait Format: Sync {
    /// Short stable name.
    fn id(&self) -> &'static str;
    /// What people read.
    fn label(&self) -> &'static str;
    /// File name ending, without the dot.
    fn extension(&self) -> &'static str;
    /// IANA media type.
    fn media_type(&self) -> &'static str;
    /// Writes the data.
    fn export(&self, data: &Dataset, context: &ExportContext) -> String;
    /// Reads a file of this format.
    ///
    /// # Errors
    /// Where nothing in the file can be understood; a part that cannot is set aside instead.
    fn import(&self, file: &str) -> Result<Imported, FormatError>;
}

/// Every format, the first being the one offered first.
pub static FORMATS: &[&dyn Format] = &[&w3c::W3cAnnotation];
