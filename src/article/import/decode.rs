//! Bytes to text.

use super::ImportError;

/// Text and how it was encoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text.
    pub text: String,
    /// Label of the encoding (WHATWG Encoding Standard).
    pub encoding: &'static str,
    /// How many characters could not be decoded.
    pub replaced: usize,
}

/// Decodes a file.
///
/// # Errors
/// [`ImportError::TooLarge`], [`ImportError::Binary`] or [`ImportError::Empty`].
pub fn decode(bytes: &[u8]) -> Result<Decoded, ImportError> {
    let text = String::from_utf8(bytes.to_vec()).map_err(|_| ImportError::Binary)?;
    Ok(Decoded { text, encoding: "utf-8", replaced: 0 })
}
