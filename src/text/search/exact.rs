//! Exact search.

use crate::text::TextRange;

/// Every place where `quote` stands in `text`, in order, overlapping ones included. An empty quote stands
/// nowhere.
pub fn occurrences<'a>(text: &'a str, quote: &'a str) -> impl Iterator<Item = TextRange> + 'a {
    let first = quote.chars().next().map(char::len_utf8);
    let mut from = 0;
    std::iter::from_fn(move || {
        let step = first?;
        let start = from + text.get(from..)?.find(quote)?;
        from = start + step;
        Some(TextRange::bytes(start, start + quote.len()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_overlapping_occurrences() {
        let found: Vec<_> = occurrences("нанана", "нана").collect();
        assert_eq!(found, [TextRange::bytes(0, 8), TextRange::bytes(4, 12)]);
    }

    #[test]
    fn an_empty_quote_stands_nowhere() {
        assert_eq!(occurrences("text", "").count(), 0);
    }
}
