//! The weights, as a file holds them.

use thiserror::Error;

use super::{
    features::role::COUNT,
    table::{Table, take},
};
use crate::suggest::confidence::Calibration;

/// How a file of weights starts.
const MAGIC: [u8; 4] = *b"CLAT";

/// The layout of the file and the meaning of its features; another number is another engine.
const VERSION: u16 = 4;

/// Weights of the tagger, and how sure what it says is.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    pub(crate) nodes: Table<COUNT>,
    pub(crate) steps: Table<{ COUNT * COUNT }>,
    pub(crate) triggers: Table<1>,
    pub(crate) calibration: Calibration,
}

/// Why bytes are no model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ModelError {
    /// Something else altogether.
    #[error("these are no weights of the engine")]
    Foreign,
    /// Of another version.
    #[error("the weights are of version {0}, the engine is of version {VERSION}")]
    Version(u16),
    /// Cut short or changed.
    #[error("the weights are damaged")]
    Damaged,
}

impl Model {
    /// Reads a file of weights.
    ///
    /// # Errors
    /// [`ModelError`] where the bytes are no weights, of another version, or damaged.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ModelError> {
        let mut rest = bytes;
        if take(&mut rest, 4) != Some(&MAGIC) {
            return Err(ModelError::Foreign);
        }
        let number = |bytes: &mut &[u8]| Some(u16::from_le_bytes(take(bytes, 2)?.try_into().ok()?));
        let version = number(&mut rest).ok_or(ModelError::Damaged)?;
        if version != VERSION {
            return Err(ModelError::Version(version));
        }
        let sum = take(&mut rest, 4).and_then(|sum| Some(u32::from_le_bytes(sum.try_into().ok()?)));
        if sum != Some(crc32fast::hash(rest)) {
            return Err(ModelError::Damaged);
        }
        let mut read = || {
            Some(Self {
                calibration: Calibration::read(&mut rest)?,
                nodes: Table::read(&mut rest)?,
                steps: Table::read(&mut rest)?,
                triggers: Table::read(&mut rest)?,
            })
        };
        read().ok_or(ModelError::Damaged)
    }

    /// The file of these weights.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut body = Vec::new();
        self.calibration.write(&mut body);
        self.nodes.write(&mut body);
        self.steps.write(&mut body);
        self.triggers.write(&mut body);
        let mut bytes = MAGIC.to_vec();
        bytes.extend(VERSION.to_le_bytes());
        bytes.extend(crc32fast::hash(&body).to_le_bytes());
        bytes.extend(body);
        bytes
    }
}
