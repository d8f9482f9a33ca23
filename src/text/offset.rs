//! Three ways to count text, as three types.
//!
//! Rust counts UTF-8 bytes, the DOM counts UTF-16 units, W3C selectors count Unicode code points. They
//! agree on ASCII only, which is why a mix-up survives every test written in English.

use serde::{Deserialize, Serialize};

macro_rules! offset {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
        )]
        #[serde(transparent)]
        pub struct $name(u32);

        impl $name {
            /// The start of the text.
            pub const ZERO: Self = Self(0);

            /// `at` units from the start; counts above `u32::MAX` saturate (articles end at 20 MB).
            pub const fn new(at: usize) -> Self {
                Self(if at > u32::MAX as usize { u32::MAX } else { at as u32 })
            }

            /// The offset as an index.
            pub const fn get(self) -> usize {
                self.0 as usize
            }

            /// This offset moved `by` units to the right.
            #[must_use]
            pub const fn plus(self, by: usize) -> Self {
                Self::new(self.get() + by)
            }
        }
    };
}

offset!(
    /// A count of UTF-8 bytes from the start of a canonical text: what Rust slices by.
    ByteOffset
);
offset!(
    /// A count of UTF-16 code units: what the DOM and JavaScript strings use.
    Utf16Offset
);
offset!(
    /// A count of Unicode code points: what the W3C TextPositionSelector uses
    /// (Web Annotation Data Model, section 4.2.5).
    CodePointOffset
);
