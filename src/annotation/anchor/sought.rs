//! What is looked for: words and what stands around them.

use super::{Anchor, CONTEXT};
use crate::text::{TextRange, fold};

/// Letters of context in the same paragraph that say by themselves whose words they are.
///
/// More, and short claims between two changed paragraphs are left to the reader; fewer, and “he said” is enough.
const TELLING_CONTEXT: usize = 12;

/// Letters of a quotation that nobody else says by chance in the same words: some eight words.
///
/// More, and whole paragraphs that changed places are left to the reader; fewer, and two speakers who both say “We are
/// following the situation closely” are one.
const TELLING_QUOTE: usize = 48;

/// Words to be found in a text, where they stood, and what stood around them.
#[derive(Clone, Copy, Debug)]
pub(in crate::annotation) struct Sought<'a> {
    /// Where they stood.
    pub(super) hint: TextRange,
    /// The words.
    pub(super) exact: &'a str,
    /// What stood before them.
    pub(super) prefix: &'a str,
    /// What stood after them.
    pub(super) suffix: &'a str,
    /// The part of the prefix in the same paragraph.
    pub(super) before: Side<'a>,
    /// The part of the suffix in the same paragraph.
    pub(super) after: Side<'a>,
    /// Whether the same words stood in the same surroundings in another place too.
    pub(in crate::annotation) twin: bool,
}

/// What stands on one side of a quotation in the same paragraph.
#[derive(Clone, Copy, Debug)]
pub(super) struct Side<'a> {
    /// The text.
    pub(super) text: &'a str,
    /// Whether the paragraph is known to start or end with it.
    pub(super) edge: bool,
    /// Whether the outermost word may be half of one.
    pub(super) cut: bool,
}

impl<'a> Sought<'a> {
    /// What an anchor describes.
    pub(in crate::annotation) fn of(anchor: &'a Anchor) -> Self {
        let (prefix, suffix) = (&*anchor.quote.prefix, &*anchor.quote.suffix);
        // An empty range says nothing of where the words stood.
        let starts_text = !anchor.range.is_empty() && anchor.range.start().get() == prefix.len();
        // How short a suffix may be and still be cut depends on who wrote the anchor, so that none counts as whole.
        let cut = |side: &str| side.chars().nth(CONTEXT - 1).is_some();
        Self {
            hint: anchor.range,
            exact: &anchor.quote.exact,
            prefix,
            suffix,
            before: Side::before(prefix, starts_text, cut(prefix)),
            after: Side::after(suffix, false, cut(suffix)),
            twin: false,
        }
    }

    /// The words of `range` in a text that is there as a whole, with the surroundings out to `reach`, which ends
    /// between words.
    pub(in crate::annotation) fn within(
        text: &'a str,
        range: TextRange,
        reach: TextRange,
    ) -> Option<Self> {
        let exact = range.of(text)?;
        let prefix = TextRange::new(reach.start(), range.start()).of(text)?;
        let suffix = TextRange::new(range.end(), reach.end()).of(text)?;
        let (starts, ends) = (reach.start().get() == 0, reach.end().get() == text.len());
        let before = Side::before(prefix, starts, false);
        let after = Side::after(suffix, ends, false);
        Some(Self { hint: range, exact, prefix, suffix, before, after, twin: false })
    }

    /// Whether everything that was kept of the surroundings stands around `range`.
    pub(super) fn stands_whole(&self, text: &str, range: TextRange) -> bool {
        let (before, after) = around(text, range);
        range.of(text) == Some(self.exact)
            && before.ends_with(self.prefix)
            && after.starts_with(self.suffix)
    }

    /// Whether the same paragraph has the same words around `range`, as far as they were kept.
    pub(super) fn same_paragraph(&self, text: &str, range: TextRange) -> bool {
        let (before, after) = around(text, range);
        self.before.reads_as(before, true) && self.after.reads_as(after, false)
    }

    /// How many characters of the context on both sides of `range` are those there were.
    pub(super) fn kept(&self, text: &str, range: TextRange) -> usize {
        let (before, after) = around(text, range);
        let same = |pair: &(char, char)| pair.0 == pair.1;
        before.chars().rev().zip(self.prefix.chars().rev()).take_while(same).count()
            + after.chars().zip(self.suffix.chars()).take_while(same).count()
    }

    /// Whether the words and surroundings that `range` has in common with what is sought tell whose words they are.
    /// The paragraph is known to be the same.
    pub(super) fn is_telling(&self, text: &str, range: TextRange) -> bool {
        letters(self.before.text) + letters(self.after.text) >= TELLING_CONTEXT
            || letters(self.exact) >= TELLING_QUOTE
            || self.keeps_half(text, range)
    }

    /// Whether half of the context is around `range`, whatever paragraph it is in.
    pub(super) fn keeps_half(&self, text: &str, range: TextRange) -> bool {
        let had = self.prefix.chars().count() + self.suffix.chars().count();
        self.kept(text, range) * 2 >= had
    }
}

impl<'a> Side<'a> {
    fn before(prefix: &'a str, starts_text: bool, cut: bool) -> Self {
        match prefix.rsplit_once('\n') {
            Some((_, text)) => Self { text, edge: true, cut: false },
            None => Self { text: prefix, edge: starts_text, cut: cut && !starts_text },
        }
    }

    fn after(suffix: &'a str, ends_text: bool, cut: bool) -> Self {
        match suffix.split_once('\n') {
            Some((text, _)) => Self { text: text.trim_end_matches('\r'), edge: true, cut: false },
            None => Self { text: suffix, edge: ends_text, cut: cut && !ends_text },
        }
    }

    /// Whether `there`, read backward or forward from the quotation, starts with this, typography aside.
    fn reads_as(&self, there: &str, backward: bool) -> bool {
        let mut rest = there;
        let quick =
            if backward { there.strip_suffix(self.text) } else { there.strip_prefix(self.text) };
        match quick {
            Some(left) => rest = left,
            None => {
                for c in ordered(self.text, backward).filter_map(fold) {
                    loop {
                        let Some(next) = ordered(rest, backward).next() else { return false };
                        let (less, more) = (next.len_utf8(), rest.len() - next.len_utf8());
                        let left = if backward { rest.get(..more) } else { rest.get(less..) };
                        rest = left.unwrap_or_default();
                        match fold(next) {
                            None => {}
                            Some(seen) if seen == c && next != '\n' => break,
                            Some(_) => return false,
                        }
                    }
                }
            }
        }
        !self.edge || ends_paragraph(rest, backward)
    }
}

/// Whether nothing but spaces stands between `there` and the end of the paragraph, read backward or forward.
fn ends_paragraph(there: &str, backward: bool) -> bool {
    let mut rest = ordered(there, backward);
    rest.find(|c| *c == '\n' || !c.is_whitespace()).is_none_or(|c| c == '\n')
}

fn ordered(text: &str, backward: bool) -> impl Iterator<Item = char> {
    let mut characters = text.chars();
    std::iter::from_fn(move || if backward { characters.next_back() } else { characters.next() })
}

/// What stands before and after a range.
fn around(text: &str, range: TextRange) -> (&str, &str) {
    let before = text.get(..range.start().get()).unwrap_or_default();
    (before, text.get(range.end().get()..).unwrap_or_default())
}

/// Letters and digits.
pub(super) fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphanumeric()).count()
}
