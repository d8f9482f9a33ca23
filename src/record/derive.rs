//! Identities that follow from names.

use super::{ArticleId, ClaimId};

/// A UUID of version 8 (RFC 9562, section 5.8) from the 128-bit FNV-1a hash of a name. It need not withstand
/// forgery: a file can name any identity outright.
pub(crate) fn derive(name: &str) -> u128 {
    const OFFSET: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    let hash =
        name.bytes().fold(OFFSET, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME));
    let version = hash & !(0xf << 76) | 0x8 << 76;
    version & !(0x3 << 62) | 0x2 << 62
}

impl ClaimId {
    /// What a claim of `article` is called instead where a claim of another article has its identity, as only a fault
    /// or a file made by hand brings about: the same each time.
    pub(crate) fn within(self, article: ArticleId) -> Self {
        Self::from_u128(derive(&format!("{article} {self}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The published hash of “a” is d228cb696f1a8caf78912b704e4a8964; version and variant replace three bits.
    #[test]
    fn hashes_as_published() {
        let id = ClaimId::from_u128(derive("a"));
        assert_eq!(id.to_string(), "d228cb69-6f1a-8caf-b891-2b704e4a8964");
    }
}
