//! What clipboards hand over as HTML: a fragment between two marks, with some of the page around it.

/// The marks that browsers and word processors put around what was copied.
const START: &str = "<!--StartFragment-->";
const END: &str = "<!--EndFragment-->";

/// What was copied, where `html` is from a clipboard.
pub(in crate::article::import) fn fragment(html: &str) -> Option<&str> {
    let (_, rest) = html.split_once(START).or_else(|| html.split_once("<!--StartFragment -->"))?;
    Some(
        rest.rsplit_once(END)
            .or_else(|| rest.rsplit_once("<!--EndFragment -->"))
            .map_or(rest, |(inner, _)| inner),
    )
}

#[cfg(test)]
mod tests {
    use super::fragment;

    #[test]
    fn a_fragment_stands_between_its_marks() {
        let clipboard = "Version:0.9\r\nStartHTML:0000000105\r\n<html><body>\r\n<!--StartFragment--><p>Taxes fell.</p><!--EndFragment-->\r\n</body></html>";
        assert_eq!(fragment(clipboard), Some("<p>Taxes fell.</p>"));
        assert_eq!(fragment("<!--StartFragment-->cut"), Some("cut"));
        assert_eq!(fragment("<p>Taxes fell.</p>"), None);
    }
}
