//! Sentences, as news writes them.

use super::abbreviation::{LONGEST, Stop, starts_sentence, stop_after};
use crate::text::{ByteOffset, TextRange, is_reporting_verb};

/// The sentences of `within`, in order, without the white space around them. Each character of `within` but
/// white space is in exactly one. Nothing where `within` leaves the text or splits a character.
///
/// A sentence ends at a line end, or after `.`, `?`, `!`, `…` and their like with the quotation marks and
/// brackets that close there – unless what follows goes on in lower case or with a cue (“Why?” Lavrov asked), or
/// the full stop belongs to an abbreviation, an initial or a number.
pub fn sentences(text: &str, within: TextRange) -> Vec<TextRange> {
    let Some(part) = within.of(text) else { return Vec::new() };
    let mut found = Vec::new();
    let mut add = |start: usize, end: usize| {
        let sentence = part.get(start..end).unwrap_or_default().trim_end();
        if !sentence.is_empty() {
            let start = within.start().get() + start;
            found.push(TextRange::bytes(start, start + sentence.len()));
        }
    };
    let mut start = find(part, 0, |c| !c.is_whitespace()).unwrap_or(part.len());
    let mut from = start;
    while let Some(at) = find(part, from, |c| is_mark(c) || is_line_end(c)) {
        let ending = Ending::read(part, start, at);
        from = ending.end;
        if ending.ends_sentence() {
            add(start, ending.end);
            start = find(part, ending.end, |c| !c.is_whitespace()).unwrap_or(part.len());
            from = start;
        }
    }
    add(start, part.len());
    found
}

/// The sentence of `within` that holds `at`, or the one before where `at` is between two, or the first where
/// `at` is before all. Reads the whole of `within`: pass a block, not an article.
pub fn sentence_at(text: &str, within: TextRange, at: ByteOffset) -> Option<TextRange> {
    let all = sentences(text, within);
    let i = all.partition_point(|s| s.start() <= at).saturating_sub(1);
    all.get(i).copied()
}

/// A place where a sentence may end.
struct Ending<'a> {
    text: &'a str,
    /// Where the sentence starts, white space left out.
    sentence: usize,
    /// Where the first mark stands.
    at: usize,
    /// Where the unbroken run of marks ends.
    marks_end: usize,
    /// Where the marks and all that closes after them end.
    end: usize,
}

impl<'a> Ending<'a> {
    /// Reads the marks and closing characters from `at` on, or the line end that stands there.
    fn read(text: &'a str, sentence: usize, at: usize) -> Self {
        let marks_end = find(text, at, |c| !is_mark(c)).unwrap_or(text.len());
        let mut end = marks_end;
        if marks_end == at {
            end += text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        } else {
            while let Some(next) = closed(text, end) {
                end = next;
            }
        }
        Self { text, sentence, at, marks_end, end }
    }

    fn ends_sentence(&self) -> bool {
        if self.marks_end == self.at {
            return true; // A line end.
        }
        let closes = self.end > self.marks_end;
        let rest = self.text.get(self.end..).unwrap_or_default();
        if !rest.starts_with(char::is_whitespace) {
            // No space follows: a number, an address, or a script that is written without.
            let wide = self.marks().ends_with(['。', '！', '？', '｡']);
            return rest.is_empty() || wide && !(closes && rest.starts_with(joins));
        }
        let next = rest.trim_start();
        let gap = rest.get(..rest.len() - next.len()).unwrap_or_default();
        if next.is_empty() || gap.contains(is_line_end) {
            return true;
        }
        if next.starts_with(|c| is_mark(c) || matches!(c, ',' | ';' | ':')) {
            return false;
        }
        let words = next.trim_start_matches(|c: char| opens(c) || is_dash(c) || c.is_whitespace());
        let opened = next.starts_with(opens);
        let stop = self.stop();
        if words.starts_with(char::is_lowercase) {
            let trails_off = self.marks().ends_with("..") || self.marks().ends_with('…');
            return opened && !closes && !trails_off && stop == Stop::Ends;
        }
        match stop {
            Stop::Binds => false,
            Stop::BindsNumber => !words.starts_with(char::is_numeric),
            Stop::MayEnd => starts_sentence(words),
            Stop::Ends => !(closes && self.marks() != "." && names_speaker(words)),
        }
    }

    /// The marks themselves, without what closes after them.
    fn marks(&self) -> &str {
        self.text.get(self.at..self.marks_end).unwrap_or_default()
    }

    /// What the mark does by the word before it; only a single full stop belongs to a word.
    fn stop(&self) -> Stop {
        let closing = self.text.get(self.marks_end..self.end).unwrap_or_default();
        if self.marks() != "." || closing.contains(is_mark) {
            return Stop::Ends;
        }
        let before = self.text.get(self.sentence..self.at).unwrap_or_default();
        let of_word = |c: &char| c.is_alphanumeric() || *c == '.';
        let letters = before.chars().rev().take(LONGEST + 1).take_while(of_word);
        let length: usize = letters.map(char::len_utf8).sum();
        let word = before.get(before.len() - length..).unwrap_or_default();
        let digits = word.len() <= 3 && word.bytes().all(|b| b.is_ascii_digit());
        if digits && !word.is_empty() && before == word {
            return Stop::Binds; // The number of a list item.
        }
        stop_after(word.trim_start_matches('.'))
    }
}

/// The end of the mark or closing character at `at`, or of one after a space as in French: `Non ! »`.
fn closed(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let c = rest.chars().next()?;
    let after = rest.get(c.len_utf8()..)?;
    let word_follows = after.starts_with(char::is_alphanumeric);
    if is_mark(c) || closes(c) || closes_or_opens(c) && !word_follows {
        return Some(at + c.len_utf8());
    }
    let spaced = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}'].as_slice());
    let c = spaced.chars().next().filter(|c| closes(*c) && !matches!(c, '"' | '\''))?;
    let after = spaced.get(c.len_utf8()..)?;
    let alone = spaced.len() < rest.len() && !after.starts_with(char::is_alphanumeric);
    alone.then_some(at + rest.len() - after.len())
}

/// Whether `text` begins with a name and a reporting verb: “Sergey Lavrov asked”.
fn names_speaker(text: &str) -> bool {
    let is_name = |word: &str| {
        let whole = word.strip_suffix('.').is_some_and(|word| stop_after(word) != Stop::Ends);
        word.starts_with(char::is_uppercase) && (whole || !word.ends_with(is_mark))
    };
    let mut words = text.split_whitespace().take(5);
    words.next().is_some_and(is_name)
        && !starts_sentence(text)
        && words.find(|word| !is_name(word)).is_some_and(|word| {
            is_reporting_verb(word.trim_end_matches(|c: char| !c.is_alphabetic()))
        })
}

/// The marks that end sentences, in Latin, CJK, Arabic, Devanagari, Armenian and Ethiopic.
pub(in crate::text) fn is_mark(c: char) -> bool {
    matches!(
        c,
        '.' | '?' | '!' | '…' | '‼' | '‽' | '⁇'
            ..='⁉' | '。' | '！' | '？' | '｡' | '؟' | '۔' | '।' | '॥' | '։' | '።'
    )
}

/// The ends of lines and paragraphs, LF to CR and those of Unicode.
pub(in crate::text) fn is_line_end(c: char) -> bool {
    matches!(c, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Brackets and quotation marks that close right after a mark.
fn closes(c: char) -> bool {
    matches!(
        c,
        '”' | '’' | '"' | '\'' | '»' | '›' | ')' | ']' | '}' | '」' | '』' | '）' | '】' | '》'
    )
}

/// Quotation marks that close in some languages (German „…“, Danish »…«) and open in others.
fn closes_or_opens(c: char) -> bool {
    matches!(c, '“' | '‘' | '«' | '‹')
}

/// Brackets and quotation marks that may stand before the first word of a sentence.
fn opens(c: char) -> bool {
    closes_or_opens(c)
        || matches!(
            c,
            '"' | '\''
                | '„'
                | '‚'
                | '»'
                | '›'
                | '('
                | '['
                | '{'
                | '「'
                | '『'
                | '（'
                | '【'
                | '《'
                | '¿'
                | '¡'
        )
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '‐'..='―')
}

/// What goes on with a sentence when it stands right after a closed quotation.
fn joins(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, ',' | ';' | ':' | '、' | '，' | '；' | '：')
}

/// The first place at or after `from` that holds `what`.
fn find(text: &str, from: usize, what: impl Fn(char) -> bool) -> Option<usize> {
    Some(from + text.get(from..)?.find(what)?)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::fixture::real_article;

    fn split(text: &str) -> Vec<&str> {
        sentences(text, TextRange::bytes(0, text.len()))
            .into_iter()
            .map(|range| range.of(text).unwrap_or("not in the text"))
            .collect()
    }

    /// Checks that the text in which `|` marks the ends of sentences is split there.
    #[track_caller]
    fn check(marked: &str) {
        let want: Vec<&str> = marked.split('|').map(str::trim).collect();
        assert_eq!(split(&marked.replace('|', "")), want);
    }

    #[test]
    fn ends_at_marks_before_space() {
        check("Taxes fell.| Prices rose!| Did wages?| Nobody knows…| The mayor left.");
        check("What?!| Nothing.");
        check("It is 3.5 per cent at example.org.| 7,935 people came.");
        check("One sentence without an end");
        check("The plan… was dropped... at once.");
        check("He waited. . . then left.");
        check("Yahoo! said so.");
    }

    #[test]
    fn abbreviations_do_not_end_sentences() {
        check("Mr. Smith met Dr. J. K. Rowling vs. St. John at No. 10 on Nov. 5.| Then he left.");
        check("Officials in the U.S. said no.| The end.");
        check("The U.S. President Biden spoke.| It was 5 p.m. (local time) in Washington.");
        check("He flew to the U.S.| The president stayed.");
        check("He said no.| Poland agreed.");
        check("С. В. Лавров родился в 1950 г. в Москве.| Он министр.");
        check("1. Poland| \n2. Belarus");
    }

    #[test]
    fn closing_marks_belong_to_the_sentence_they_close() {
        check("“Taxes fell.”| “Prices rose.”| He left.");
        check("\"Taxes fell.\"| \"Prices rose.\"");
        check("(‘He left!’)| She stayed.");
        check("„Er ging.“| „Sie blieb.“");
        check("»Er ging.«| Sie blieb.");
        check("« Il est parti ! »| « Oui. »| Elle reste.");
        check("The “end”.| It came.");
    }

    #[test]
    fn a_quotation_with_its_cue_is_one_sentence() {
        check("“Why?” he asked.| “Go!” shouted the mayor.");
        check("“Why?” Sergey Lavrov asked.| “Go!” Mr. Smith told them.");
        check("“Why?”| The minister left.| “Go!”| Poland has no answer.");
        check("«Почему?» – спросил он.| «Идите!» – сказал Лавров.");
        check("“We left.”| Lavrov said more later.");
        check("“Why?”, he asked.");
    }

    #[test]
    fn ends_at_line_ends() {
        check("A headline|\n\nText starts|\nand is broken.|\r\n– A heading|\u{2028}End");
    }

    #[test]
    fn other_scripts_have_their_own_marks() {
        check("欧盟说。|他走了！|真的？|好。");
        check("「行く。」と彼は言った。|彼は行った。");
        check("هل غادر؟| نعم.| انتهى۔| آخر");
        check("वह गया।| वह आई।");
    }

    #[test]
    fn nothing_outside_the_text_or_inside_a_character() {
        assert!(sentences("né.", TextRange::bytes(0, 9)).is_empty());
        assert!(sentences("né.", TextRange::bytes(2, 4)).is_empty());
        assert!(sentences(" \n ", TextRange::bytes(0, 3)).is_empty());
    }

    #[test]
    fn finds_the_sentence_at_a_place() {
        let text = "  One.  Two.";
        let all = TextRange::bytes(0, text.len());
        let at = |at| sentence_at(text, all, ByteOffset::new(at)).and_then(|range| range.of(text));
        assert_eq!([at(0), at(2), at(5), at(7)], [Some("One."); 4]);
        assert_eq!([at(8), at(99)], [Some("Two."); 2]);
        assert_eq!(sentence_at(text, TextRange::bytes(0, 2), ByteOffset::ZERO), None);
    }

    #[test]
    fn splits_the_real_article() {
        let article = real_article();
        // Every paragraph is one sentence but these, checked by hand.
        let two = [
            "“The EU has a Border and Coast Guard Agency, Europol, and an Asylum Support Bureau.",
            "These are official EU mechanisms that were created to deal with such situations,” he recalled.",
        ];
        let mut want = Vec::new();
        for paragraph in article.split("\n\n").map(str::trim) {
            if paragraph.starts_with("“The EU has") {
                want.extend(two)
            } else {
                want.push(paragraph)
            }
        }
        assert_eq!(split(&article), want);
    }

    #[test]
    fn a_megabyte_without_a_full_stop_is_one_sentence() {
        let text = "a word ".repeat(150_000);
        assert_eq!(split(&text), [text.trim_end()]);
    }

    proptest! {
        #[test]
        fn all_but_white_space_is_in_exactly_one_sentence(
            head in "\\PC{0,4}",
            text in "(\\PC|[aB1.?!…,。 \n”“\"’»()–]|Mr|U\\.S|said){0,40}",
        ) {
            let whole = format!("{head}{text}.");
            let within = TextRange::bytes(head.len(), head.len() + text.len());
            let (mut from, mut seen) = (within.start().get(), String::new());
            for range in sentences(&whole, within) {
                let (start, end) = (range.start().get(), range.end().get());
                prop_assert!(from <= start && start < end && end <= within.end().get());
                prop_assert!(whole[from..start].trim().is_empty());
                let sentence = &whole[start..end];
                prop_assert_eq!(sentence, sentence.trim());
                prop_assert!(!sentence.contains('\n'));
                seen.push_str(sentence);
                from = end;
            }
            prop_assert!(whole[from..within.end().get()].trim().is_empty());
            let solid = |s: &str| s.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            prop_assert_eq!(solid(&seen), solid(&text));
        }
    }
}
