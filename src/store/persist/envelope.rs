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
    Some(format!("{VERSION} {:08x} {json}", crc32fast::hash(json.as_bytes())))
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
