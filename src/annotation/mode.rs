//! The mode, guessed from quotation marks.

use super::Mode;
use crate::text::{ByteOffset, TextRange, enclosures};

/// How the words of `ranges` are given, by the quotation marks in and around them: direct where every word is
/// quoted, mixed where some are, indirect where none is or there are no words.
///
/// The marks need not be in the ranges: a range may lie anywhere in a quotation that opens before it and
/// closes after it, in the same paragraph. A paragraph that starts with an opening mark and never closes it is
/// quoted to its end, as news prints quotations of several paragraphs.
///
/// Reads the paragraphs of the ranges only.
pub fn guess_mode(text: &str, ranges: &[TextRange]) -> Mode {
    let mut words = Words::default();
    for range in ranges {
        words.read(text, *range);
    }
    match words {
        Words { quoted: true, plain: false } => Mode::Direct,
        Words { quoted: true, plain: true } => Mode::Mixed,
        Words { quoted: false, .. } => Mode::Indirect,
    }
}

/// Which kinds of words have been read.
#[derive(Default)]
struct Words {
    quoted: bool,
    plain: bool,
}

impl Words {
    fn read(&mut self, text: &str, range: TextRange) {
        let quotations = enclosures(text, range).into_iter().filter(|found| found.quotation);
        let mut quotations = quotations.map(|found| found.inner).peekable();
        // Where the quotations end that start at or before the character looked at.
        let mut quoted_to = ByteOffset::ZERO;
        for (at, c) in range.of(text).unwrap_or_default().char_indices() {
            let at = range.start().plus(at);
            while let Some(quotation) = quotations.next_if(|next| next.start() <= at) {
                quoted_to = quoted_to.max(quotation.end());
            }
            if c.is_alphanumeric() {
                self.quoted |= at < quoted_to;
                self.plain |= at >= quoted_to;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fixture::{real_article, tagged};

    /// The mode of the tagged ranges.
    fn mode(notation: &str) -> Mode {
        let (text, ranges) = tagged(notation);
        guess_mode(&text, &ranges.iter().map(|(_, range)| *range).collect::<Vec<_>>())
    }

    #[test]
    fn words_in_quotation_marks_are_direct() {
        for notation in [
            "[content]“Taxes fell,”[/] he said.",
            "“[content]Taxes fell[/],” he said.",
            "“Taxes fell. [content]Prices rose.[/] Wages did not,” he said.",
            "[content]\"Taxes fell,\"[/] he said.",
            "[content]'Taxes fell,'[/] he said.",
            "[content]‘Poland’s taxes fell’[/], he said.",
            "« [content]Non[/] », dit-il.",
            "„[content]Nein[/]“, sagte er.",
            "He said taxes “[content]fell ‘a lot’[/]”.",
        ] {
            assert_eq!(mode(notation), Mode::Direct, "{notation}");
        }
    }

    #[test]
    fn words_without_quotation_marks_are_indirect() {
        for notation in [
            "He said [content]taxes fell[/].",
            "“No,” he said. [content]Taxes fell.[/] “Yes,” she said.",
            "He denied [content]the migrants’ plight isn’t Poland’s fault[/].",
            "[content]The migrants' plight isn't Poland's fault[/], he said.",
            "He said “[content]…[/]”.",
            "He said [content][/] so.",
            "An “unclosed mark. [content]Taxes fell.[/]",
        ] {
            assert_eq!(mode(notation), Mode::Indirect, "{notation}");
        }
        assert_eq!(guess_mode("né", &[TextRange::bytes(0, 2)]), Mode::Indirect);
        assert_eq!(guess_mode("", &[]), Mode::Indirect);
    }

    #[test]
    fn quoted_and_unquoted_words_are_mixed() {
        for notation in [
            "He said [content]taxes “fell a lot”[/].",
            "He spoke of [content]the ‘reform’[/].",
            "[content]“Taxes fell,”[/] he said, adding [content]prices rose[/].",
            "“Taxes [content]fell,” he said[/].",
        ] {
            assert_eq!(mode(notation), Mode::Mixed, "{notation}");
        }
    }

    #[test]
    fn both_parts_of_a_split_quotation_are_direct() {
        let split = "[content]“Taxes fell,”[/] the mayor said, [content]“but prices rose.”[/]";
        assert_eq!(mode(split), Mode::Direct);
    }

    #[test]
    fn a_quotation_of_several_paragraphs_is_direct() {
        let text =
            "He said: “A.\n\n[content]“Taxes fell.[/]\n\n[content]“Prices rose,”[/] he added.";
        assert_eq!(mode(text), Mode::Direct);
        let text = "[content]“Taxes fell.\n\n“Prices rose,”[/] he added.";
        assert_eq!(mode(text), Mode::Direct);
    }

    #[test]
    fn guesses_the_modes_of_the_real_article() {
        let article = real_article();
        let of = |words: &str| {
            let start = article.find(words).unwrap_or_default();
            guess_mode(&article, &[TextRange::bytes(start, start + words.len())])
        };
        assert_eq!(of("These are official EU mechanisms"), Mode::Direct);
        assert_eq!(of("would very much like to visit"), Mode::Direct);
        assert_eq!(of("unacceptable behavior"), Mode::Direct);
        assert_eq!(of("the country’s law enforcement forces use tear gas"), Mode::Indirect);
        assert_eq!(of("Poland’s authorities are hiding their actions"), Mode::Indirect);
        assert_eq!(
            of("it has a visa-free regime with countries “destroyed by the Western military"),
            Mode::Mixed
        );
    }
}
