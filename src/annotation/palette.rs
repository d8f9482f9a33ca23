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

/// The light page, as 24-bit sRGB. The stylesheet repeats these four; its test compares them.
pub const PAPER_LIGHT: u32 = 0xfbfaf7;
/// The words on the light page.
pub const INK_LIGHT: u32 = 0x1d1b18;
/// The dark page.
pub const PAPER_DARK: u32 = 0x16171a;
/// The words on the dark page.
pub const INK_DARK: u32 = 0xe6e2da;

/// One colour of the palette, as 24-bit sRGB.
///
/// Where claims overlap, the tint painted last hides the others, so the contrast of the ink on each tint
/// alone is the contrast on every overlap.
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
    /// The style of the `n`-th source, counted from 0: colours first, then the next pattern. Repeats after
    /// 60 sources.
    pub const fn nth(n: usize) -> Self {
        let pattern = PATTERNS[(n / COLOURS.len()) % PATTERNS.len()];
        Self { colour: (n % COLOURS.len()) as u8, pattern }
    }

    /// Which of [`COLOURS`] it is.
    pub const fn colour_index(self) -> usize {
        self.colour as usize % COLOURS.len()
    }

    /// The colour itself.
    pub const fn colour(self) -> Colour {
        COLOURS[self.colour_index()]
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// The least contrast of text (WCAG 2.2, success criterion 1.4.3).
    const TEXT: f64 = 4.5;
    /// The least contrast of lines that carry meaning (WCAG 2.2, success criterion 1.4.11).
    const GRAPHICS: f64 = 3.0;

    /// Red, green and blue as shares of full light: sRGB with its gamma taken out (IEC 61966-2-1).
    fn linear(rgb: u32) -> [f64; 3] {
        [16, 8, 0].map(|shift| {
            let c = f64::from(rgb >> shift & 0xff) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        })
    }

    /// Relative luminance, 0 to 1 (WCAG 2.2, terms).
    fn luminance(rgb: u32) -> f64 {
        let [r, g, b] = linear(rgb);
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// Contrast ratio, 1 to 21 (WCAG 2.2, terms).
    fn contrast(a: u32, b: u32) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// CIE 1976 L*a*b* for the white of sRGB (D65).
    fn lab(rgb: u32) -> [f64; 3] {
        let [r, g, b] = linear(rgb);
        let f = |t: f64| if t > 0.008_856 { t.cbrt() } else { 7.787 * t + 16.0 / 116.0 };
        let x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
        let y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
        let z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
        [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
    }

    /// How different two colours look (CIE 1976 ΔE*; about 2.3 can just be noticed).
    fn difference(a: u32, b: u32) -> f64 {
        let (a, b) = (lab(a), lab(b));
        (0..3).map(|i| (a[i] - b[i]).powi(2)).sum::<f64>().sqrt()
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        assert!((contrast(0x000000, 0xffffff) - 21.0).abs() < 1e-9);
        // The grey that WCAG's own materials name as the lightest to pass on white.
        assert!(contrast(0x767676, 0xffffff) >= TEXT && contrast(0x777777, 0xffffff) < TEXT);
    }

    #[test]
    fn words_can_be_read_on_paper_and_every_tint() {
        assert!(contrast(INK_LIGHT, PAPER_LIGHT) >= TEXT);
        assert!(contrast(INK_DARK, PAPER_DARK) >= TEXT);
        for c in COLOURS {
            assert!(contrast(INK_LIGHT, c.light_tint) >= TEXT, "{} light", c.name);
            assert!(contrast(INK_DARK, c.dark_tint) >= TEXT, "{} dark", c.name);
        }
    }

    #[test]
    fn lines_can_be_seen_on_paper_and_on_every_tint() {
        for c in COLOURS {
            assert!(contrast(c.light_line, PAPER_LIGHT) >= GRAPHICS, "{} light", c.name);
            assert!(contrast(c.dark_line, PAPER_DARK) >= GRAPHICS, "{} dark", c.name);
            // Where claims overlap, a line lies on the tint of another source.
            for under in COLOURS {
                let (light, dark) = (under.light_tint, under.dark_tint);
                assert!(contrast(c.light_line, light) >= GRAPHICS, "{} on {}", c.name, under.name);
                assert!(contrast(c.dark_line, dark) >= GRAPHICS, "{} on {}", c.name, under.name);
            }
        }
    }

    /// Five times what can just be noticed side by side, because lines are thin and lie apart.
    #[test]
    fn any_two_lines_look_different() {
        for (i, a) in COLOURS.iter().enumerate() {
            for b in &COLOURS[..i] {
                assert!(difference(a.light_line, b.light_line) > 11.5, "{} {}", a.name, b.name);
                assert!(difference(a.dark_line, b.dark_line) > 11.5, "{} {}", a.name, b.name);
            }
        }
    }

    /// The first sources of an article take neighbouring colours, so these are far apart: twenty times what
    /// can just be noticed.
    #[test]
    fn neighbours_differ_most() {
        for (a, b) in COLOURS.iter().zip(COLOURS.iter().cycle().skip(1)) {
            assert!(difference(a.light_line, b.light_line) > 46.0, "{} {}", a.name, b.name);
            assert!(difference(a.dark_line, b.dark_line) > 46.0, "{} {}", a.name, b.name);
        }
    }

    #[test]
    fn sixty_sources_have_sixty_styles() {
        let styles: BTreeSet<SourceStyle> = (0..60).map(SourceStyle::nth).collect();
        assert_eq!(styles.len(), 60);
        assert!((0..12).all(|n| SourceStyle::nth(n).pattern == Pattern::Solid));
        assert_eq!(SourceStyle::nth(60), SourceStyle::nth(0));
    }

    #[test]
    fn a_colour_from_a_larger_palette_still_has_a_look() {
        let style = SourceStyle { colour: 12 + 3, pattern: Pattern::Dotted };
        assert_eq!(style.colour(), COLOURS[3]);
    }
}
