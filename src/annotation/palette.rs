//! How sources look: colours and line patterns.

use serde::{Deserialize, Serialize};

/// How a source's claims are painted. Colour never stands alone: the pattern says the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SourceStyle {
    /// Index into [`COLOURS`], taken modulo its length.
    pub colour: u8,
    /// The line under the words.
    pub pattern: Pattern,
}

/// The line under a claim's words: the CSS `text-decoration-style` of that name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Pattern {
    /// One line.
    Solid,
    /// Dashes.
    Dashed,
    /// Dots.
    Dotted,
    /// Two lines.
    Double,
    /// A wave.
    Wavy,
}

/// All patterns, in the order new sources take them.
pub const PATTERNS: [Pattern; 5] =
    [Pattern::Solid, Pattern::Dashed, Pattern::Dotted, Pattern::Double, Pattern::Wavy];

impl Pattern {
    /// The CSS keyword, which is also what people read.
    pub const fn css(self) -> &'static str {
        match self {
            Self::Solid => "solid",
            Self::Dashed => "dashed",
            Self::Dotted => "dotted",
            Self::Double => "double",
            Self::Wavy => "wavy",
        }
    }
}

/// One colour of the palette, as 24-bit sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour {
    /// What people read.
    pub name: &'static str,
    /// Behind the words, on the light page.
    pub light_tint: u32,
    /// Under the words and on the card's edge, on the light page.
    pub light_line: u32,
    /// Behind the words, on the dark page.
    pub dark_tint: u32,
    /// Under the words and on the card's edge, on the dark page.
    pub dark_line: u32,
}

const fn colour(
    name: &'static str,
    light_tint: u32,
    light_line: u32,
    dark_tint: u32,
    dark_line: u32,
) -> Colour {
    Colour { name, light_tint, light_line, dark_tint, dark_line }
}

/// The colours sources can take, in the order new sources take them: neighbours differ most.
pub const COLOURS: [Colour; 12] = [
    colour("Vermilion", 0xfbe3dc, 0xb93a1c, 0x44241b, 0xee8465),
    colour("Blue", 0xdfeaf8, 0x1f62b0, 0x1b2f49, 0x74aef0),
    colour("Amber", 0xf9ecc8, 0x8f6400, 0x3d3110, 0xe0b341),
    colour("Green", 0xdff0df, 0x23793a, 0x1b3622, 0x6cc584),
    colour("Violet", 0xebe3f7, 0x6f42b3, 0x32264a, 0xb697ee),
    colour("Teal", 0xd8f0ee, 0x0d7672, 0x13373a, 0x55c5bf),
    colour("Rose", 0xfbe0ea, 0xb02a63, 0x45202f, 0xf088b0),
    colour("Olive", 0xedefcf, 0x65700c, 0x313510, 0xb9c455),
    colour("Indigo", 0xe2e4fa, 0x4650b8, 0x25294d, 0x9aa3f5),
    colour("Brown", 0xf1e6da, 0x84552a, 0x3a2b1d, 0xcf9f70),
    colour("Magenta", 0xf6e0f5, 0x98339a, 0x3d2140, 0xdd8ce0),
    colour("Slate", 0xe5eaee, 0x4c6173, 0x29323a, 0x9fb4c5),
];

impl SourceStyle {
    /// The style of the `n`-th source: colours first, then the next pattern.
    pub const fn nth(n: usize) -> Self {
        let pattern = PATTERNS[(n / COLOURS.len()) % PATTERNS.len()];
        Self { colour: (n % COLOURS.len()) as u8, pattern }
    }

    /// The colour itself.
    pub const fn colour(self) -> Colour {
        COLOURS[self.colour as usize % COLOURS.len()]
    }
}
