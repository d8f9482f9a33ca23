//! Whether a place where words nearly stand is theirs, and what changed.

use super::{
    flags::Changed,
    resolution::{Flags, Piece, Rewording},
    sought::{Side, Sought, letters},
};
use crate::text::{Step, TextRange, align, tokens};

/// How much of a quotation must be left, in thousandths of its letters.
///
/// More, and “did attack” is not found in “did not attack”; less, and any sentence with “the government” in it is
/// offered for any other.
const QUOTE: usize = 500;

/// How much must be left of the context in the same paragraph, in thousandths of its letters.
///
/// More, and a claim whose sentence was rewritten around it is an orphan; less, and other speakers’ words are offered.
const CONTEXT: usize = 500;

/// Letters of context that count as any.
const SOME_CONTEXT: usize = 8;

/// Without context: letters that the quotation needs, and how much of them must be left.
const LONE_QUOTE: (usize, usize) = (24, 700);

/// What may come and go around the words without changing whose they are.
const IDLE: [char; 11] = [' ', '\u{a0}', ',', '.', ';', ':', '-', '–', '—', '(', ')'];

/// Bytes of text beyond the context in which a place is looked at.
const MARGIN: usize = 32;

/// A place, and how it compares to what is sought.
#[derive(Debug)]
pub(super) struct Judged {
    pub(super) rewording: Rewording,
    /// Thousandths of the quotation left, twice, and of the context: the words count for more than what is around them.
    pub(super) score: usize,
    /// The very same words in the same surroundings, which tell whose they are.
    pub(super) same: bool,
}

/// Compares what is sought to what stands around `near`. `None` where that is something else.
pub(super) fn judge(text: &str, sought: &Sought<'_>, near: TextRange) -> Option<Judged> {
    let (before, after) = (whole_words(&sought.before, true), whole_words(&sought.after, false));
    let edge = |side: &Side<'_>| side.edge.then_some("\n");
    let mut old: Vec<&str> = edge(&sought.before).into_iter().chain(tokens(before)).collect();
    let start = old.len();
    old.extend(tokens(sought.exact));
    let end = old.len();
    old.extend(tokens(after).chain(edge(&sought.after)));
    let (places, new): (Vec<TextRange>, Vec<&str>) = region(text, sought, near).into_iter().unzip();
    let steps = align(&old, &new)?;

    let of_quote = |step: &Step| match *step {
        Step::Kept(i, _) | Step::Replaced(i, _) | Step::Removed(i) => (start..end).contains(&i),
        Step::Added(_) => false,
    };
    let first = steps.iter().position(of_quote)?;
    let last = steps.iter().rposition(of_quote)?;
    let (head, rest) = steps.split_at_checked(first)?;
    let (quote, tail) = rest.split_at_checked(last + 1 - first)?;

    let mut indices = quote.iter().filter_map(now);
    let first = indices.next()?;
    let last = indices.next_back().unwrap_or(first);
    let range = TextRange::new(places.get(first)?.start(), places.get(last)?.end());
    let range = trimmed(text, range, sought.exact)?;
    let words = range.of(text)?;
    let all = letters(sought.exact).max(letters(words));
    let left = match all {
        0 => usize::from(words == sought.exact) * 1000,
        all => kept(&old, &new, quote) * 1000 / all,
    };
    let context = letters(before) + letters(after);
    let around_left = (kept(&old, &new, head) + kept(&old, &new, tail)) * 1000 / context.max(1);
    let enough = if context < SOME_CONTEXT {
        let (length, most) = LONE_QUOTE;
        let lone = letters(sought.exact) >= length && left >= most;
        let same_context = !sought.prefix.is_empty() || !sought.suffix.is_empty();
        lone || left >= QUOTE && same_context && sought.keeps_half(text, range)
    } else {
        left >= QUOTE && around_left >= CONTEXT
    };
    if !enough {
        return None;
    }
    // Words, the end of the paragraph, and marks that say who speaks or whether it is a question.
    let is_word = |tokens: &[&str], i: usize| {
        tokens.get(i).is_some_and(|token| *token == "\n" || !token.trim_matches(IDLE).is_empty())
    };
    let changes = |step: &Step| match *step {
        Step::Kept(..) => false,
        Step::Replaced(i, j) => is_word(&old, i) || is_word(&new, j),
        Step::Removed(i) => is_word(&old, i),
        Step::Added(j) => is_word(&new, j),
    };
    let surroundings =
        head.iter().chain(tail).any(changes) || sought.twin || !sought.is_telling(text, range);
    let flags = Changed { old: &old, new: &new, text }.flags(&steps);
    let flags = Flags { surroundings, ..flags };
    // The line ends that mark a paragraph's edges are not for people.
    let inner = |steps: &[Step]| -> Vec<Step> {
        let edge = |step: &&Step| match **step {
            Step::Kept(i, _) | Step::Removed(i) => old.get(i) == Some(&"\n"),
            Step::Replaced(..) | Step::Added(_) => false,
        };
        steps.iter().filter(|step| !edge(step)).copied().collect()
    };
    let diff = |steps: &[Step]| pieces(&old, &new, steps);
    Some(Judged {
        score: left * 2 + if context < SOME_CONTEXT { left } else { around_left },
        same: words == sought.exact && !flags.any(),
        rewording: Rewording {
            range,
            before: diff(&inner(head)),
            words: diff(quote),
            after: diff(&inner(tail)),
            flags,
        },
    })
}

/// The context without a word that may be half of one.
fn whole_words<'a>(side: &Side<'a>, backward: bool) -> &'a str {
    let text = side.text;
    let cut = match (side.cut, backward) {
        (false, _) => None,
        (true, true) => text.find(' ').and_then(|at| text.get(at..)),
        (true, false) => text.rfind(' ').and_then(|at| text.get(..=at)),
    };
    cut.unwrap_or(text)
}

/// What is sought as one text, as far as it is in the same paragraph.
pub(super) fn whole(sought: &Sought<'_>) -> String {
    let (before, after) = (whole_words(&sought.before, true), whole_words(&sought.after, false));
    [before, sought.exact, after].concat()
}

/// The tokens of the text around `near`, each with its place. The very words of the quotation are apart from what
/// stands around them even where they start or end within a word; the text starts and ends with a line end.
fn region<'a>(text: &'a str, sought: &Sought<'_>, near: TextRange) -> Vec<(TextRange, &'a str)> {
    let (start, end) = (near.start().get(), near.end().get());
    let from = start.saturating_sub(2 * sought.before.text.len() + MARGIN);
    let from = text.floor_char_boundary(from);
    let to = text.ceil_char_boundary(end + 2 * sought.after.text.len() + MARGIN);
    let above = text.get(from..start).unwrap_or_default();
    let below = text.get(end..to).unwrap_or_default();
    // No half words at the ends, where there are spaces.
    let cut_above = above.find(char::is_whitespace).filter(|_| from > 0);
    let cut_below = below.rfind(char::is_whitespace).filter(|_| to < text.len());
    let (from, to) = (from + cut_above.unwrap_or(0), cut_below.map_or(to, |at| end + at + 1));
    let to = text.ceil_char_boundary(to);
    let parts = match near.of(text) {
        Some(words) if words == sought.exact => [from..start, start..end, end..to],
        _ => [from..to, to..to, to..to],
    };
    let mut region = Vec::new();
    if from == 0 {
        region.push((TextRange::bytes(0, 0), "\n"));
    }
    for part in parts {
        let mut at = part.start;
        for token in tokens(text.get(part).unwrap_or_default()) {
            region.push((TextRange::bytes(at, at + token.len()), token));
            at += token.len();
        }
    }
    if to == text.len() {
        region.push((TextRange::bytes(to, to), "\n"));
    }
    region
}

/// The range without the white space at its ends, where the quotation has none.
fn trimmed(text: &str, range: TextRange, exact: &str) -> Option<TextRange> {
    let words = range.of(text)?;
    let (mut start, mut end) = (range.start().get(), range.end().get());
    if !exact.starts_with(char::is_whitespace) {
        start += words.len() - words.trim_start().len();
    }
    if !exact.ends_with(char::is_whitespace) {
        end -= words.len() - words.trim_end().len();
    }
    (start < end).then(|| TextRange::bytes(start, end))
}

fn now(step: &Step) -> Option<usize> {
    match *step {
        Step::Kept(_, j) | Step::Replaced(_, j) | Step::Added(j) => Some(j),
        Step::Removed(_) => None,
    }
}

/// Letters of the old tokens that are still there, small or capital.
fn kept(old: &[&str], new: &[&str], steps: &[Step]) -> usize {
    let letters_of = |step: &Step| {
        let (Step::Kept(i, j) | Step::Replaced(i, j)) = *step else { return 0 };
        let (was, is) = (old.get(i).copied().unwrap_or_default(), new.get(j).copied());
        let same = is.is_some_and(|is| {
            matches!(step, Step::Kept(..)) || is.to_lowercase() == was.to_lowercase()
        });
        if same { letters(was) } else { 0 }
    };
    steps.iter().map(letters_of).sum()
}

/// The steps for people: of changes without anything kept between them, first all that went, then all that came.
fn pieces(old: &[&str], new: &[&str], steps: &[Step]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let (mut stays, mut gone, mut come) = (String::new(), String::new(), String::new());
    let mut flush = |stays: &mut String, gone: &mut String, come: &mut String| {
        let mut add = |text: &mut String, piece: fn(std::rc::Rc<str>) -> Piece| {
            if !text.is_empty() {
                pieces.push(piece(std::mem::take(text).into()));
            }
        };
        add(stays, Piece::Kept);
        add(gone, Piece::Removed);
        add(come, Piece::Added);
    };
    for step in steps {
        let (was, is) = match *step {
            Step::Kept(i, j) | Step::Replaced(i, j) => (old.get(i), new.get(j)),
            Step::Removed(i) => (old.get(i), None),
            Step::Added(j) => (None, new.get(j)),
        };
        if was == is {
            if !gone.is_empty() || !come.is_empty() {
                flush(&mut stays, &mut gone, &mut come);
            }
            stays.push_str(was.copied().unwrap_or_default());
        } else {
            gone.push_str(was.copied().unwrap_or_default());
            come.push_str(is.copied().unwrap_or_default());
        }
    }
    flush(&mut stays, &mut gone, &mut come);
    pieces
}
