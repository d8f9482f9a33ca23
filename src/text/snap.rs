//! The edges of a selection, put where the person meant them.

mod character;

use std::{cmp::Reverse, iter::successors};

use self::character::{Character, Kind, backward, forward};
use super::{ByteOffset, TextRange, enclosures, next_grapheme, previous_grapheme, word_at};
use crate::order;

/// `range` as a careful person would have selected it; `None` where it holds no words.
///
/// - White space and punctuation at the edges go. Marks that end a sentence (`.`, `?`, `!`, `…`) stay where
///   they were selected after its words, and so do `¿`, `¡` and a minus sign before them.
/// - A word that an edge splits is taken whole (UAX #29: in `visa-free` the hyphen is no part of a word); the
///   `’s` of a possessive may stay out.
/// - Quotation marks and brackets stay whole: where the selection holds one of a pair and only punctuation
///   stands between it and the other, both are in. A mark whose partner is farther away goes.
///
/// The result is not empty, lies on boundaries between characters (UAX #29) and holds no line end that was not
/// selected. Snapping it again changes nothing. Reads the selection and the paragraphs it touches.
pub fn snap(text: &str, range: TextRange) -> Option<TextRange> {
    let range = TextRange::new(floor(text, range.start()), ceil(text, range.end()));
    let words = words(text, range)?;
    let whole = with_enclosures(text, range, words);
    let start = start_of_signs(text, range, whole.start());
    Some(TextRange::new(start, end_of_marks(text, range, whole.end())))
}

/// From the first word or symbol of `range` to the last, both whole.
fn words(text: &str, range: TextRange) -> Option<TextRange> {
    let is_word = |c: &Character| range.encloses(c.range) && c.kind == Kind::Word;
    let first =
        forward(text, range.start()).take_while(|c| range.encloses(c.range)).find(is_word)?;
    let last = backward(text, range.end()).take_while(|c| range.encloses(c.range)).find(is_word)?;
    // A word may split a character and a character a word, so each is made whole until both are.
    let start = successors(Some(first.range.start()), |at| {
        Some(floor(text, split_word(text, *at)?.start()))
    });
    let end =
        successors(Some(last.range.end()), |at| Some(ceil(text, split_word(text, *at)?.end())));
    Some(TextRange::new(start.last()?, end.last()?))
}

/// The word that an edge at `at` splits.
fn split_word(text: &str, at: ByteOffset) -> Option<TextRange> {
    let word = word_at(text, at).filter(|word| word.start() < at && at < word.end())?;
    let rest = TextRange::new(at, word.end()).of(text);
    (!matches!(rest, Some("’s" | "'s"))).then_some(word)
}

/// `words` with the enclosures around it that have a mark in `range` or in an enclosure so taken.
fn with_enclosures(text: &str, range: TextRange, words: TextRange) -> TextRange {
    let near = |c: &Character| !matches!(c.kind, Kind::Word | Kind::LineEnd);
    let start = backward(text, words.start()).take_while(near).last();
    let end = forward(text, words.end()).take_while(near).last();
    let reach = TextRange::new(
        start.map_or(words.start(), |c| c.range.start()),
        end.map_or(words.end(), |c| c.range.end()),
    );
    let mut by_start: Vec<TextRange> = enclosures(text, reach)
        .into_iter()
        .filter(|enclosure| enclosure.is_closed() && reach.encloses(enclosure.outer))
        .map(|enclosure| enclosure.outer)
        .filter(|outer| outer.intersection(words).is_some())
        .map(|outer| TextRange::new(floor(text, outer.start()), ceil(text, outer.end())))
        .collect();
    let mut by_end = by_start.clone();
    order::sort_by_key(&mut by_start, |outer| Reverse(outer.start()));
    order::sort_by_key(&mut by_end, |outer| outer.end());
    let (mut by_start, mut by_end) =
        (by_start.into_iter().peekable(), by_end.into_iter().peekable());

    let mut whole = words;
    let mut held = cover(range, words);
    loop {
        let opened = by_start.next_if(|outer| held.start() <= outer.start());
        let Some(outer) = opened.or_else(|| by_end.next_if(|outer| outer.end() <= held.end()))
        else {
            return whole;
        };
        whole = cover(whole, outer);
        held = cover(held, outer);
    }
}

/// Where `start` comes to lie with the selected signs before it.
fn start_of_signs(text: &str, range: TextRange, start: ByteOffset) -> ByteOffset {
    let selected = |c: &Character| range.encloses(c.range);
    let inverted = |c: &Character| matches!(c.range.of(text), Some("¿" | "¡"));
    let mut before = backward(text, start).take_while(selected).peekable();
    let number = text.get(start.get()..).is_some_and(|rest| rest.starts_with(char::is_numeric));
    if let Some(sign) = before.next_if(|c| number && c.range.of(text) == Some("-")) {
        let head = text.get(..sign.range.start().get()).unwrap_or_default();
        return if head.ends_with(char::is_alphanumeric) { start } else { sign.range.start() };
    }
    before.take_while(inverted).last().map_or(start, |c| c.range.start())
}

/// Where `end` comes to lie with the selected marks after it, each after one space at most (French: `Non !`).
fn end_of_marks(text: &str, range: TextRange, mut end: ByteOffset) -> ByteOffset {
    let mut spaced = false;
    for c in forward(text, end).take_while(|c| range.encloses(c.range)) {
        match c.kind {
            Kind::Mark => (end, spaced) = (c.range.end(), false),
            Kind::Space if !spaced => spaced = true,
            _ => break,
        }
    }
    end
}

/// The smallest range that holds both.
fn cover(a: TextRange, b: TextRange) -> TextRange {
    TextRange::new(a.start().min(b.start()), a.end().max(b.end()))
}

/// The last boundary between characters at or before `at`.
fn floor(text: &str, at: ByteOffset) -> ByteOffset {
    let end = ByteOffset::new(text.len());
    if at >= end { end } else { previous_grapheme(text, next_grapheme(text, at)) }
}

/// The first boundary between characters at or after `at`.
fn ceil(text: &str, at: ByteOffset) -> ByteOffset {
    let before = floor(text, at);
    if before < at { next_grapheme(text, at).min(ByteOffset::new(text.len())) } else { before }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    use super::*;
    use crate::text::fixture::{real_article, tagged_one};

    /// Snaps the tagged range of `selected` and expects that of `snapped`.
    #[track_caller]
    fn check(selected: &str, snapped: &str) {
        let ((text, range), (same, want)) = (tagged_one(selected), tagged_one(snapped));
        assert_eq!(text, same, "both show the same text");
        let found = snap(&text, range).and_then(|range| range.of(&text));
        assert_eq!(found, want.of(&text));
        assert_eq!(snap(&text, range), Some(want));
    }

    #[test]
    fn stray_space_and_punctuation_go() {
        check("He said[s] taxes fell, [/]then", "He said [s]taxes fell[/], then");
        check("He said[s], taxes fell –[/] then", "He said, [s]taxes fell[/] – then");
        check("[s]– Poland’s behavior:[/] bad", "– [s]Poland’s behavior[/]: bad");
        check("Rain[s]. Taxes fell; [/]then", "Rain. [s]Taxes fell[/]; then");
        check("[s]• ‣ Taxes\u{200b} [/]", "• ‣ [s]Taxes[/]\u{200b} ");
        check("One[s]\n\nTaxes fell\n\n[/]Two", "One\n\n[s]Taxes fell[/]\n\nTwo");
    }

    #[test]
    fn marks_of_the_sentence_stay_where_they_are_selected() {
        check("[s]Taxes fell. [/]Then", "[s]Taxes fell.[/] Then");
        check("[s]Taxes fell[/]. Then", "[s]Taxes fell[/]. Then");
        check("[s]Taxes fell?! [/]Then", "[s]Taxes fell?![/] Then");
        check("[s] ¿Quién? – [/]Yo", " [s]¿Quién?[/] – Yo");
        check("[s]Non ! [/]Oui", "[s]Non ![/] Oui");
        check("[s]他走了。[/]我", "[s]他走了。[/]我");
    }

    #[test]
    fn symbols_belong_to_the_words() {
        check("up [s] 3.5%, [/]then", "up  [s]3.5%[/], then");
        check("at [s]-5° [/]now", "at [s]-5°[/] now");
        check("Covid[s]-19 [/]now", "Covid-[s]19[/] now");
        check("for [s]$5[/].", "for [s]$5[/].");
        // A vowel sign that combines with the mark before it.
        check("[s]«\u{11d90}[/]", "[s]«\u{11d90}[/]");
        check("so [s]👍🏽, [/]", "so [s]👍🏽[/], ");
    }

    #[test]
    fn words_are_taken_whole() {
        check("Mr L[s]avrov sa[/]id", "Mr [s]Lavrov said[/]");
        check("a visa-f[s]re[/]e-ish regime", "a visa-[s]free[/]-ish regime");
        check("a [s]visa-[/]free regime", "a [s]visa[/]-free regime");
        check("a [s]vi[/]sa-free regime", "a [s]visa[/]-free regime");
        check("was[s]n’t th[/]ere", "[s]wasn’t there[/]");
        check("the [s]EU[/]’s plan", "the [s]EU[/]’s plan");
        check("the [s]EU’[/]s plan", "the [s]EU[/]’s plan");
        check("the EU[s]’s plan[/]", "the [s]EU’s plan[/]");
        check("about 3[s].5 mill[/]ion", "about [s]3.5 million[/]");
        check("cafe[s]\u{301} no[/]ir", "[s]cafe\u{301} noir[/]");
    }

    #[test]
    fn quotation_marks_stay_whole() {
        check("said [s]“taxes fell[/],” he", "said [s]“taxes fell,”[/] he");
        check("said [s]“taxes fell,[/]” he", "said [s]“taxes fell,”[/] he");
        check("said “[s]taxes fell,” [/]he", "said [s]“taxes fell,”[/] he");
        check("he[s] said “taxes fell[/].”", "he [s]said “taxes fell.”[/]");
        check("“[s]The “EU” left.”[/]", "[s]“The “EU” left.”[/]");
        check("“[s]taxes fell[/],” he", "“[s]taxes fell[/],” he");
        check("« [s]Non ! »[/] dit-il", "[s]« Non ! »[/] dit-il");
        check("([s]“taxes” fell)[/]", "[s](“taxes” fell)[/]");
        check("(“[s]taxes’[/]” fell)", "(“[s]taxes[/]’” fell)");
        check("the ‘[s]EU’s plan’ [/]is", "the [s]‘EU’s plan’[/] is");
        check("so [s]“taxes fell”.[/] He", "so [s]“taxes fell”.[/] He");
        check("so [s]“taxes fell[/]”. He", "so [s]“taxes fell”[/]. He");
    }

    #[test]
    fn a_mark_whose_partner_is_farther_away_goes() {
        check("[s]“Taxes[/] fell,” he", "“[s]Taxes[/] fell,” he");
        check("“Taxes [s]fell,” [/]he", "“Taxes [s]fell[/],” he");
        check("(see [s]Fig. 5)[/]", "(see [s]Fig. 5[/])");
        check("the [s]migrants’ [/]plight", "the [s]migrants[/]’ plight");
        check("[s]“Taxes fell.\n\n[/]“Prices rose.”", "“[s]Taxes fell.[/]\n\n“Prices rose.”");
        check("say [s]“taxes[/]\n” is", "say “[s]taxes[/]\n” is");
    }

    #[test]
    fn nothing_is_left_of_spaces_and_punctuation() {
        for text in ["", " ", " – ", "“…”", ".\n\n.", "\u{200b}"] {
            assert_eq!(snap(text, TextRange::bytes(0, text.len())), None, "{text:?}");
        }
        assert_eq!(snap("word", TextRange::bytes(2, 2)), None);
        assert_eq!(snap("word", TextRange::bytes(9, 12)), None);
    }

    #[test]
    fn snaps_quotations_of_the_real_article() {
        let text = real_article();
        let snapped = |from: &str, to: &str| {
            let start = text.find(from).unwrap_or_default();
            let end = start + text[start..].find(to).unwrap_or_default() + to.len();
            snap(&text, TextRange::bytes(start, end)).and_then(|range| range.of(&text))
        };
        let actions = "“joint actions to defend the borders of the Union State.”";
        assert_eq!(snapped(" “joint", "Union State"), Some(actions));
        assert_eq!(snapped("joint actions", "State.”\n"), Some(actions));
        assert_eq!(
            snapped(" These are", "situations,”"),
            Some("These are official EU mechanisms that were created to deal with such situations")
        );
        assert_eq!(
            snapped("– Poland", "slammed\n"),
            Some("Poland’s behavior towards migrants slammed")
        );
    }

    proptest! {
        #[test]
        fn snapping_twice_is_snapping_once(
            text in "(\\PC|[ab1 .,\n“”\"‘’'()«»¿?-]|’s|\n\n|[e\u{301}\u{200d}👩🇧\u{600}กำ한क्षি]){0,24}",
            a in 0usize..60, b in 0usize..60,
        ) {
            let range = TextRange::bytes(a, b);
            if let Some(once) = snap(&text, range) {
                prop_assert_eq!(snap(&text, once), Some(once));
                prop_assert!(!once.is_empty());
                let edges: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect();
                prop_assert!(edges.contains(&once.start().get()) && edges.contains(&once.end().get()));
            }
        }

        #[test]
        fn selected_words_stay_and_no_line_end_comes_in(
            text in "(\\PC|[ab1 .,\n“”\"‘’'()«»¿?-]|’s|\n\n){0,24}", a in 0usize..60, b in 0usize..60,
        ) {
            let range = TextRange::bytes(a, b);
            let snapped = snap(&text, range);
            for (at, c) in text.char_indices() {
                let within = |range: TextRange| range.contains(ByteOffset::new(at));
                let stays = snapped.is_some_and(within);
                prop_assert!(!(c.is_alphanumeric() && within(range)) || stays, "{} goes", c);
                prop_assert!(!(c == '\n' && stays) || within(range), "a line end comes in");
            }
        }
    }
}
