//! What a claim's words look like, as CSS for its highlight.

use super::{LayerKey, PAPER_DARK, PAPER_LIGHT, Pattern, SourceStyle};

/// How an attribution is painted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Look {
    /// The article's own voice: grey, under a thin line.
    OwnVoice,
    /// Not attributed yet: a dotted grey line and no tint, asking to be filled in.
    Unattributed,
    /// A source, in its colour and pattern. Last, so that it is painted over the others.
    Source(SourceStyle),
}

/// Stacked underlines; what overlaps deeper shares the last.
pub const LANES: u8 = 3;

/// Tints and line of a look: light tint, light line, dark tint, dark line. No tint is the paper itself.
struct Paint {
    tint: Option<(u32, u32)>,
    line: (u32, u32),
    pattern: Pattern,
}

impl Look {
    /// The name of its highlight in the first lane, and the CSS class of what wears it: `s3-wavy`, `own`, `open`.
    pub fn name(self) -> String {
        match self {
            Self::Source(style) => format!("s{}-{}", style.colour_index(), style.pattern.css()),
            Self::OwnVoice => "own".to_owned(),
            Self::Unattributed => "open".to_owned(),
        }
    }

    fn paint(self) -> Paint {
        match self {
            Self::Source(style) => {
                let colour = style.colour();
                Paint {
                    tint: Some((colour.light_tint, colour.dark_tint)),
                    line: (colour.light_line, colour.dark_line),
                    pattern: style.pattern,
                }
            }
            Self::OwnVoice => Paint {
                tint: Some((0xecebe7, 0x2a2b2e)),
                line: (0x6b6963, 0xa3a19b),
                pattern: Pattern::Solid,
            },
            Self::Unattributed => {
                Paint { tint: None, line: (0x6b6963, 0xa3a19b), pattern: Pattern::Dotted }
            }
        }
    }

    /// The rule that paints `name`, the highlight of the claim that is looked at: the tint, deepened toward the line.
    pub fn chosen_rule(self, name: &str) -> String {
        let Paint { tint, line, .. } = self.paint();
        let (light, dark) = tint.unwrap_or((PAPER_LIGHT, PAPER_DARK));
        let deep = (deepened(light, line.0), deepened(dark, line.1));
        highlight_rule(name, &format!("background-color:{}", light_dark(deep)))
    }

    /// The custom properties that elements of this look's class read: `--tint`, `--line` and `--pattern`.
    pub fn class_rule(self) -> String {
        let Paint { tint, line, pattern } = self.paint();
        let tint = tint.map_or_else(|| "transparent".to_owned(), light_dark);
        let (line, pattern) = (light_dark(line), pattern.css());
        format!(".{}{{--tint:{tint};--line:{line};--pattern:{pattern}}}", self.name())
    }
}

impl LayerKey {
    /// The name under which its highlight is registered.
    pub fn name(self) -> String {
        format!("claimlight-{}-{}", self.look.name(), self.lane)
    }

    /// The rule that paints its highlight. Longhands only: WebKit's `text-decoration` takes no more than a line.
    pub fn rule(self) -> String {
        let Paint { tint, line, pattern } = self.look.paint();
        let tint = tint.map(|tint| format!("background-color:{};", light_dark(tint)));
        let thickness = if self.look == Look::OwnVoice { 1 } else { 2 };
        let declarations = format!(
            "{}text-decoration-line:underline;text-decoration-style:{};\
             text-decoration-color:{};text-decoration-thickness:{thickness}px;\
             text-underline-offset:{}px",
            tint.unwrap_or_default(),
            pattern.css(),
            light_dark(line),
            3 + 5 * self.lane,
        );
        highlight_rule(&self.name(), &declarations)
    }
}

/// A rule for a highlight of the article’s text. It names the elements that hold the text: of a rule for no element in
/// particular browsers believe that it changes every element of the page, and look through all of them.
fn highlight_rule(name: &str, declarations: &str) -> String {
    format!("[data-block]::highlight({name}),[data-block]>*::highlight({name}){{{declarations}}}")
}

/// Seven parts of `tint` and three of `line`.
fn deepened(tint: u32, line: u32) -> u32 {
    [16, 8, 0].iter().fold(0, |mixed, shift| {
        let part = |colour: u32| (colour >> shift) & 0xff;
        mixed | (((part(tint) * 7 + part(line) * 3) / 10) << shift)
    })
}

fn light_dark((light, dark): (u32, u32)) -> String {
    format!("light-dark(#{light:06x},#{dark:06x})")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_layer_is_painted_in_its_colour_and_pattern_below_the_lanes_before() {
        let look = Look::Source(SourceStyle { colour: 1, pattern: Pattern::Wavy });
        assert_eq!(
            LayerKey { look, lane: 2 }.rule(),
            "[data-block]::highlight(claimlight-s1-wavy-2),\
             [data-block]>*::highlight(claimlight-s1-wavy-2){\
             background-color:light-dark(#dfeaf8,#1b2f49);\
             text-decoration-line:underline;text-decoration-style:wavy;\
             text-decoration-color:light-dark(#1f62b0,#74aef0);text-decoration-thickness:2px;\
             text-underline-offset:13px}"
        );
    }

    #[test]
    fn what_is_not_attributed_has_no_tint() {
        let rule = LayerKey { look: Look::Unattributed, lane: 0 }.rule();
        assert!(!rule.contains("background") && rule.contains("dotted"));
    }

    #[test]
    fn a_colour_out_of_the_palette_wraps_around_in_name_as_in_paint() {
        let style = |colour| Look::Source(SourceStyle { colour, pattern: Pattern::Solid });
        assert_eq!(style(13).name(), "s1-solid");
        assert_eq!(style(13).class_rule(), style(1).class_rule());
    }
}
