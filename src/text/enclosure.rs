//! Quotation marks and brackets, paired paragraph by paragraph.
//!
//! The same mark opens in one language and closes in another, and an apostrophe looks like a quotation mark,
//! so what a mark does is read off its neighbours and off what is open.

mod mark;

use self::mark::{Family, Role, role};
use super::TextRange;
use crate::order;

/// The end of one block and the start of the next.
const BLANK_LINE: &str = "\n\n";

/// A stretch of text between a mark that opens and one that closes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Enclosure {
    /// Whether the marks are quotation marks; otherwise they are brackets.
    pub(crate) quotation: bool,
    /// With the marks. A quotation that goes on in the next paragraph has no closing mark and ends where its
    /// paragraph does.
    pub(crate) outer: TextRange,
    /// Without the marks.
    pub(crate) inner: TextRange,
}

impl Enclosure {
    /// Whether a mark closes it, rather than the end of the paragraph.
    pub(crate) fn is_closed(&self) -> bool {
        self.inner.end() < self.outer.end()
    }
}

/// The enclosures in all paragraphs that `range` touches, by where they start. Reads these paragraphs once.
pub(crate) fn enclosures(text: &str, range: TextRange) -> Vec<Enclosure> {
    let start = text.floor_char_boundary(range.start().get());
    let end = text.ceil_char_boundary(range.end().get());
    let (Some(before), Some(after)) = (text.get(..start), text.get(end..)) else {
        return Vec::new();
    };
    let start = before.rfind(BLANK_LINE).map_or(0, |at| at + BLANK_LINE.len());
    let end = after.find(BLANK_LINE).map_or(text.len(), |at| end + at);
    let mut found = Vec::new();
    let mut at = start;
    for paragraph in text.get(start..end).unwrap_or_default().split(BLANK_LINE) {
        let next = text.get(at + paragraph.len()..).unwrap_or_default().trim_start();
        Reader::new(paragraph, at, &mut found).read(next);
        at += paragraph.len() + BLANK_LINE.len();
    }
    order::sort_by_key(&mut found, |enclosure| enclosure.outer);
    found
}

/// A mark that opened and has not been closed.
#[derive(Clone, Copy)]
struct Open {
    family: Family,
    mark: char,
    /// Where the mark stands.
    at: usize,
    /// A mark that may close it.
    maybe: Option<usize>,
}

/// Those of one kind, quotation marks or brackets; the innermost is last.
#[derive(Default)]
struct Opened {
    marks: Vec<Open>,
    /// How many of each family.
    count: [usize; Family::COUNT],
}

impl Opened {
    fn has(&self, family: Family) -> bool {
        self.count.get(family as usize).is_some_and(|count| *count > 0)
    }

    fn push(&mut self, open: Open) {
        self.marks.push(open);
        if let Some(count) = self.count.get_mut(open.family as usize) {
            *count += 1;
        }
    }

    fn pop(&mut self) -> Option<Open> {
        let open = self.marks.pop()?;
        if let Some(count) = self.count.get_mut(open.family as usize) {
            *count = count.saturating_sub(1);
        }
        Some(open)
    }
}

/// Pairs the marks of one paragraph.
struct Reader<'a> {
    paragraph: &'a str,
    /// Where the paragraph starts in the text.
    base: usize,
    quotes: Opened,
    brackets: Opened,
    found: &'a mut Vec<Enclosure>,
}

impl<'a> Reader<'a> {
    fn new(paragraph: &'a str, base: usize, found: &'a mut Vec<Enclosure>) -> Self {
        Self { paragraph, base, quotes: Opened::default(), brackets: Opened::default(), found }
    }

    /// Finds the enclosures of the paragraph; `next` is the text after it.
    fn read(mut self, next: &str) {
        let mut before = None;
        let mut chars = self.paragraph.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            if let Some(family) = Family::of(c) {
                let after = chars.peek().map(|(_, c)| *c);
                let open = self.opened(family).has(family);
                match role(before, c, after, open) {
                    Role::Opens => self.open(Open { family, mark: c, at, maybe: None }),
                    Role::Closes => self.close(family, at),
                    Role::MayClose => {
                        let last = self.opened(family).marks.last_mut();
                        if let Some(last) = last.filter(|last| last.family == family) {
                            last.maybe = Some(at);
                        }
                    }
                    Role::Stray => {}
                }
            }
            before = Some(c);
        }
        self.finish(next);
    }

    fn opened(&mut self, family: Family) -> &mut Opened {
        if family.is_quotation() { &mut self.quotes } else { &mut self.brackets }
    }

    fn open(&mut self, mark: Open) {
        let opened = self.opened(mark.family);
        // Where the next of its family opens, one that may be closed is.
        let last = opened.marks.last().filter(|last| last.family == mark.family).copied();
        if let Some((last, at)) = last.and_then(|last| Some((last, last.maybe?))) {
            opened.pop();
            self.add(last, at);
        }
        self.opened(mark.family).push(mark);
    }

    fn close(&mut self, family: Family, at: usize) {
        while let Some(open) = self.opened(family).pop() {
            if open.family == family {
                return self.add(open, at);
            }
            // Opened inside and never surely closed.
            if let Some(maybe) = open.maybe {
                self.add(open, maybe);
            }
        }
    }

    /// Ends the quotations that are still open, where they go on in the next paragraph.
    fn finish(mut self, next: &str) {
        let start = self.paragraph.len() - self.paragraph.trim_start().len();
        let end = self.base + self.paragraph.trim_end().len();
        while let Some(open) = self.quotes.pop() {
            let goes_on = match open.mark {
                '“' | '„' | '«' | '"' => open.at == start || next.starts_with(open.mark),
                '‘' => next.starts_with('‘'),
                _ => false,
            };
            if let Some(at) = open.maybe {
                self.add(open, at);
            } else if goes_on {
                let at = self.base + open.at;
                let inner = TextRange::bytes(at + open.mark.len_utf8(), end);
                self.found.push(Enclosure {
                    quotation: true,
                    outer: TextRange::bytes(at, end),
                    inner,
                });
            }
        }
    }

    /// Adds what stands between `open` and the mark at `close`.
    fn add(&mut self, open: Open, close: usize) {
        let mark = self.paragraph.get(close..).and_then(|rest| rest.chars().next());
        let (start, close) = (self.base + open.at, self.base + close);
        self.found.push(Enclosure {
            quotation: open.family.is_quotation(),
            outer: TextRange::bytes(start, close + mark.map_or(0, char::len_utf8)),
            inner: TextRange::bytes(start + open.mark.len_utf8(), close),
        });
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::fixture::real_article;

    /// What stands in quotation marks, in order.
    fn quoted(text: &str) -> Vec<&str> {
        enclosures(text, TextRange::bytes(0, text.len()))
            .into_iter()
            .filter(|enclosure| enclosure.quotation)
            .map(|enclosure| enclosure.inner.of(text).unwrap_or("not in the text"))
            .collect()
    }

    #[test]
    fn pairs_the_marks_of_many_languages() {
        for text in [
            "He said “we left” then.",
            "He said \"we left\" then.",
            "He said ‘we left’ then.",
            "He said 'we left' then.",
            "Er sagte „we left“, dann.",
            "Er sagte ‚we left‘.",
            "Er sagte »we left«.",
            "Il dit «we left».",
            "Han sa ”we left”.",
            "Powiedział „we left”.",
            "彼は「we left」と言った。",
            "彼は『we left』と言った。",
            "(“we left”)",
            "said:\"we left\"",
            "said “we left\" then",
            "‹we left›",
            "\"we left\"—he said",
            "He said `we left' then.",
            "„we left“-Ruf",
        ] {
            assert_eq!(quoted(text), ["we left"], "{text}");
        }
        assert_eq!(quoted("Il dit « we left » hier."), [" we left "]);
        assert_eq!(quoted("He said ``we left'' then."), ["`we left'", "we left"]);
    }

    #[test]
    fn pairs_marks_within_marks() {
        assert_eq!(quoted("“He said ‘no’ to me”"), ["He said ‘no’ to me", "no"]);
        assert_eq!(quoted("\"He said 'no' to me\""), ["He said 'no' to me", "no"]);
        assert_eq!(quoted("« Il dit « non » hier »"), [" Il dit « non » hier ", " non "]);
        assert_eq!(quoted("»Er sagte »nein« gestern«"), ["Er sagte »nein« gestern", "nein"]);
        assert_eq!(quoted("\"a\" \"b\", \"c\""), ["a", "b", "c"]);
    }

    #[test]
    fn an_apostrophe_is_no_quotation_mark() {
        assert!(quoted("The migrants’ situation in the ’90s isn’t Poland’s fault.").is_empty());
        assert!(quoted("The migrants' situation isn't Poland's fault; 'tis ours.").is_empty());
        assert_eq!(quoted("‘Poland’s fault’"), ["Poland’s fault"]);
        assert_eq!(quoted("‘The migrants’ plight’ is bad"), ["The migrants’ plight"]);
        assert_eq!(quoted("‘the migrants’ said ‘no’"), ["the migrants", "no"]);
        assert_eq!(quoted("‘pushing migrants’ say officials"), ["pushing migrants"]);
        assert_eq!(
            quoted("“the ‘migrants’ said so” there"),
            ["the ‘migrants’ said so", "migrants"]
        );
        assert_eq!(quoted("“in the ’90s”"), ["in the ’90s"]);
    }

    #[test]
    fn a_mark_without_a_partner_pairs_with_none() {
        assert!(quoted("He said “we left. And that was it.").is_empty());
        assert!(quoted("He left.” And a 5'10\" man.").is_empty());
        assert_eq!(quoted("He said “we left. She said “no” then."), ["no"]);
        assert_eq!(quoted("A “b ‘c” and the migrants’ plight"), ["b ‘c"]);
    }

    #[test]
    fn a_quotation_goes_on_over_paragraphs_that_start_with_its_mark() {
        let text = "He said: “We left.\n\n“It was late.\n\n“Nobody came,” he added.\n\nA “b”.";
        assert_eq!(quoted(text), ["We left.", "It was late.", "Nobody came,", "b"]);
        let open = enclosures(text, TextRange::bytes(0, 1));
        assert_eq!(open.len(), 1, "only the paragraph of the range is read");
        assert!(!open[0].is_closed());
        assert_eq!(
            open[0].inner,
            open[0].outer.intersection(open[0].inner).unwrap_or(open[0].outer)
        );
    }

    #[test]
    fn pairs_brackets_apart_from_quotation_marks() {
        let text = "a) He (the “mayor) left” [x {y}] （z）";
        let all = enclosures(text, TextRange::bytes(0, text.len()));
        let outer: Vec<_> = all.iter().filter_map(|enclosure| enclosure.outer.of(text)).collect();
        assert_eq!(outer, ["(the “mayor)", "“mayor) left”", "[x {y}]", "{y}", "（z）"]);
        assert!(all.iter().all(Enclosure::is_closed));
    }

    #[test]
    fn finds_the_quotations_of_the_real_article() {
        assert_eq!(
            quoted(&real_article()),
            [
                "joint actions to defend the borders of the Union State.",
                "unacceptable behavior",
                "The EU has a Border and Coast Guard Agency, Europol, and an Asylum Support Bureau. \
                 These are official EU mechanisms that were created to deal with such situations,",
                "would very much like to visit the border from the Polish side, but they are not \
                 allowed to send their experts there so that they do not form an objective picture \
                 and develop recommendations for Brussels.",
                "using irregular migration as a tool",
                "trying to destabilize the EU",
                "destroyed by the Western military ventures.",
            ]
        );
    }

    proptest! {
        #[test]
        fn enclosures_hold_their_marks_and_stay_in_their_paragraph(
            text in "(\\PC|[ab .\n“”\"‘’'«»„()]|s' |s’ |\n\n){0,40}", a in 0usize..99, b in 0usize..99,
        ) {
            for enclosure in enclosures(&text, TextRange::bytes(a, b)) {
                let (outer, inner) = (enclosure.outer.of(&text), enclosure.inner.of(&text));
                let (outer, inner) = (outer.unwrap_or("\n\n"), inner.unwrap_or("\n\n"));
                prop_assert!(!outer.contains("\n\n"));
                let family = |c: Option<char>| c.and_then(Family::of);
                prop_assert!(family(outer.chars().next()).is_some());
                if enclosure.is_closed() {
                    prop_assert_eq!(family(outer.chars().next()), family(outer.chars().next_back()));
                }
                prop_assert!(enclosure.outer.encloses(enclosure.inner) && outer.contains(inner));
            }
        }
    }
}
