//! What stands around every record: a version, and a checksum of what follows.
//!
//! `1 9ae0daaf {"id": …}`: the version in decimal, the CRC-32 (ISO-HDLC) of the JSON in hexadecimal, the JSON.

use serde::{Serialize, de::DeserializeOwned};
use thiserror::Error;

/// The version this build writes.
const VERSION: u32 = 1;

/// Why a record cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub(super) enum EnvelopeError {
    /// A later build wrote it.
    #[error("it was written by a newer version of Claimlight")]
    Newer,
    /// Cut short, or altered.
    #[error("it is damaged")]
    Damaged,
    /// Whole, but of something else than its key says.
    #[error("it stands under the name of another record")]
    Misplaced,
    /// Whole, but not what it should be.
    #[error("it is not understood ({0})")]
    Shape(String),
}

/// `value` as a record. `None` where it has no JSON form, which no stored type lacks.
pub(super) fn seal(value: &impl Serialize) -> Option<String> {
    let json = serde_json::to_string(value).ok()?;
    let mut envelope = Envelope::with_room(json.len());
    envelope.push(&json);
    Some(envelope.close())
}

/// A record that is being written.
#[derive(Clone, Debug, Default)]
pub(super) struct Envelope {
    /// What goes in, behind room for what stands before it.
    record: String,
    checksum: crc32fast::Hasher,
}

impl Envelope {
    /// One for about so many bytes of JSON.
    pub(super) fn with_room(bytes: usize) -> Self {
        let mut record = start(0);
        record.reserve(bytes);
        Self { record, checksum: crc32fast::Hasher::new() }
    }

    /// More of the JSON.
    pub(super) fn push(&mut self, json: &str) {
        self.record.push_str(json);
        self.checksum.update(json.as_bytes());
    }

    /// The record.
    pub(super) fn close(self) -> String {
        let Self { mut record, checksum } = self;
        let start = start(checksum.finalize());
        record.replace_range(..start.len(), &start);
        record
    }
}

/// What stands before the JSON: always as long.
fn start(checksum: u32) -> String {
    format!("{VERSION} {checksum:08x} ")
}

/// Reads a record.
pub(super) fn unseal<T: DeserializeOwned>(record: &str) -> Result<T, EnvelopeError> {
    let mut parts = record.splitn(3, ' ');
    let version: u32 = parts.next().and_then(|v| v.parse().ok()).ok_or(EnvelopeError::Damaged)?;
    match version {
        VERSION => {}
        ..VERSION => return Err(EnvelopeError::Damaged),
        _ => return Err(EnvelopeError::Newer),
    }
    let checksum = parts.next().and_then(|sum| u32::from_str_radix(sum, 16).ok());
    let json = parts.next().ok_or(EnvelopeError::Damaged)?;
    if checksum != Some(crc32fast::hash(json.as_bytes())) {
        return Err(EnvelopeError::Damaged);
    }
    serde_json::from_str(json).map_err(|error| EnvelopeError::Shape(error.to_string()))
}
