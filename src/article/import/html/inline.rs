//! The text of one block, as a browser sets it: white space collapsed, with what is emphasised and linked.

use std::rc::Rc;

use dom_query::NodeId;

use crate::{
    article::{MarkKind, import::plain_text::ending::is_unspaced},
    text::TextRange,
};

/// How words are set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::article::import) struct Style {
    pub(in crate::article::import) link: Option<Rc<str>>,
    pub(in crate::article::import) strong: bool,
    pub(in crate::article::import) emphasis: bool,
}

impl Style {
    /// The mark for it: one at a place, the most telling.
    fn mark(&self) -> Option<MarkKind> {
        let link = self.link.clone().map(MarkKind::Link);
        let strong = self.strong.then_some(MarkKind::Strong);
        link.or(strong).or(self.emphasis.then_some(MarkKind::Emphasis))
    }
}

/// White space that waits for a word to follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gap {
    None,
    Space,
    /// A line end in the source, which is no space between Chinese or Japanese characters.
    LineEnd,
    /// `<br>`.
    Break,
}

/// The text of a block while it is read.
#[derive(Clone, Debug)]
pub(in crate::article::import) struct Inline {
    text: String,
    runs: Vec<(Style, usize, usize)>,
    gap: Gap,
    /// The text nodes it is made of, each with its characters; linked ones.
    pub(super) nodes: Vec<(NodeId, usize)>,
    pub(super) linked: usize,
}

impl Default for Inline {
    fn default() -> Self {
        Self { text: String::new(), runs: Vec::new(), gap: Gap::None, nodes: Vec::new(), linked: 0 }
    }
}

impl Inline {
    /// Whether there are words, or what counts as such.
    pub(in crate::article::import) fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Adds text. In preformatted text white space stays.
    pub(in crate::article::import) fn push(
        &mut self,
        text: &str,
        style: &Style,
        is_preformatted: bool,
    ) -> usize {
        let mut count = 0;
        for c in text.chars() {
            match c {
                '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' | '\0' => {}
                '\n' | '\r' if is_preformatted => self.push_as_it_is('\n', style),
                '\t' | ' ' if is_preformatted => self.push_as_it_is(c, style),
                '\n' | '\r' if self.gap == Gap::None => self.gap = Gap::LineEnd,
                '\n' | '\r' => {}
                '\t' | ' ' | '\u{c}' => {
                    if matches!(self.gap, Gap::None | Gap::LineEnd) {
                        self.gap = if self.gap == Gap::LineEnd { Gap::LineEnd } else { Gap::Space };
                    }
                }
                '\u{2028}' | '\u{2029}' | '\u{85}' => self.line_break(),
                c if c.is_control() => {}
                c => {
                    self.close_gap(c, style);
                    self.push_as_it_is(c, style);
                    count += 1;
                }
            }
        }
        count
    }

    /// A line break.
    pub(in crate::article::import) fn line_break(&mut self) {
        self.gap = Gap::Break;
    }

    /// Whether the last thing was a line break.
    pub(super) fn ends_in_break(&self) -> bool {
        self.gap == Gap::Break
    }

    /// A space, unless there is one.
    pub(in crate::article::import) fn space(&mut self) {
        if self.gap == Gap::None {
            self.gap = Gap::Space;
        }
    }

    /// Ends a cell of a table.
    pub(in crate::article::import) fn tab(&mut self) {
        self.gap = Gap::None;
        self.push_as_it_is('\t', &Style::default());
    }

    fn close_gap(&mut self, next: char, style: &Style) {
        let last = self.text.chars().next_back();
        let at_start = last.is_none_or(|c| c == '\n' || c == '\t');
        let gap = std::mem::replace(&mut self.gap, Gap::None);
        let between = match gap {
            Gap::None => return,
            _ if at_start => return,
            Gap::LineEnd if is_unspaced(next) && last.is_some_and(is_unspaced) => return,
            Gap::Break => '\n',
            Gap::Space | Gap::LineEnd => ' ',
        };
        // A space belongs to a mark only inside it.
        let inside = self
            .runs
            .last()
            .is_some_and(|(it, _, end)| it.mark() == style.mark() && *end == self.text.len());
        let style = if inside { style.clone() } else { Style::default() };
        self.push_as_it_is(between, &style);
    }

    fn push_as_it_is(&mut self, c: char, style: &Style) {
        let start = self.text.len();
        self.text.push(c);
        let end = self.text.len();
        match self.runs.last_mut() {
            Some((it, _, until)) if it == style && *until == start => *until = end,
            _ => self.runs.push((style.clone(), start, end)),
        }
    }

    /// The text without white space around it, and its marks.
    pub(in crate::article::import) fn finish(self) -> (String, Vec<(MarkKind, TextRange)>) {
        let text = self.text.trim_end();
        let start = text.len() - text.trim_start_matches(['\n', ' ', '\t']).len();
        let text = text.get(start..).unwrap_or_default();
        let mut marks: Vec<(MarkKind, TextRange)> = Vec::new();
        for (style, from, to) in &self.runs {
            let Some(kind) = style.mark() else { continue };
            let (from, to) = (from.saturating_sub(start), to.saturating_sub(start).min(text.len()));
            if from >= to || text.get(from..to).is_none_or(|words| words.trim().is_empty()) {
                continue;
            }
            match marks.last_mut() {
                Some((it, range)) if *it == kind && range.end().get() == from => {
                    *range = TextRange::bytes(range.start().get(), to);
                }
                _ => marks.push((kind, TextRange::bytes(from, to))),
            }
        }
        (text.to_owned(), marks)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(parts: &[&str]) -> String {
        let mut inline = Inline::default();
        for part in parts {
            if *part == "<br>" {
                inline.line_break()
            } else {
                inline.push(part, &Style::default(), false);
            }
        }
        inline.finish().0
    }

    #[test]
    fn white_space_collapses_as_in_a_browser() {
        assert_eq!(text(&["  Taxes\n\t fell ", " twice", " . "]), "Taxes fell twice .");
        assert_eq!(text(&["Taxes ", "<br>", " fell", "<br>"]), "Taxes\nfell");
        assert_eq!(
            text(&["10\u{a0}000 «\u{202f}Non\u{202f}» \u{a0} x"]),
            "10\u{a0}000 «\u{202f}Non\u{202f}» \u{a0} x"
        );
        assert_eq!(text(&["mi\u{ad}grants\u{200b} \u{feff}EU"]), "migrants EU");
    }

    #[test]
    fn a_line_end_is_no_space_between_chinese_characters() {
        assert_eq!(text(&["河镇议会\n  宣布"]), "河镇议会宣布");
        assert_eq!(text(&["河镇 议会\nEU"]), "河镇 议会 EU");
    }

    #[test]
    fn marks_touch_their_words_only_and_do_not_overlap() {
        let strong = Style { strong: true, ..Style::default() };
        let both = Style { emphasis: true, ..strong.clone() };
        let link = Style { link: Some("https://a.example".into()), ..both.clone() };
        let mut inline = Inline::default();
        inline.push(" The ", &Style::default(), false);
        inline.push(" mayor ", &strong, false);
        inline.push("of Riverton", &both, false);
        inline.push(" says", &link, false);
        inline.push(" ", &link, false);
        let (text, marks) = inline.finish();
        assert_eq!(text, "The mayor of Riverton says");
        let found: Vec<_> =
            marks.iter().map(|(kind, range)| (kind.clone(), range.of(&text).unwrap())).collect();
        let link = MarkKind::Link("https://a.example".into());
        assert_eq!(found, [(MarkKind::Strong, "mayor of Riverton"), (link, "says")]);
    }

    #[test]
    fn preformatted_text_keeps_its_lines() {
        let mut inline = Inline::default();
        inline.push("\na  b\n  c\n", &Style::default(), true);
        assert_eq!(inline.finish().0, "a  b\n  c");
    }
}
