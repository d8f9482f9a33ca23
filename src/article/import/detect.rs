//! What a text is: told by its name and its words, not by asking.

use super::{
    IMPORTERS, Importer, Reason, html, markdown, mhtml,
    open::{Given, Hint},
    plain_text,
};

/// How much of a text is looked at, in bytes.
const LOOK: usize = 64 * 1024;

/// How many elements make what starts as a page one.
const ELEMENTS: usize = 2;

/// The importer that fits, and why.
pub(super) fn detect(given: Given<'_>, hint: &Hint<'_>) -> (&'static dyn Importer, Reason) {
    let chosen = hint.importer.and_then(|id| IMPORTERS.iter().find(|importer| importer.id() == id));
    if let Some(importer) = chosen {
        return (*importer, Reason::Chosen);
    }
    let bytes = given.bytes();
    let text = readable(bytes.get(..LOOK).unwrap_or(bytes));
    let name = hint
        .name
        .and_then(|name| name.rsplit_once('.'))
        .map(|(_, ending)| ending.to_ascii_lowercase());
    let ends = |importer: &dyn Importer| {
        name.clone().filter(|name| importer.extensions().contains(&&**name))
    };
    let kind = hint
        .media_type
        .map(|kind| kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase());
    let is = |kinds: &[&str]| kind.clone().filter(|kind| kinds.contains(&&**kind));

    let has_elements = count_elements(&text) > 0;
    if mhtml::is_message(bytes) {
        (&mhtml::SavedPage, Reason::Start)
    } else if html::fragment(&text).is_some() || hint.is_copied && has_elements {
        (&html::WebPage, Reason::Copied)
    } else if is_page(&text) {
        (&html::WebPage, Reason::Start)
    } else if let Some(name) = ends(&html::WebPage).filter(|_| has_elements) {
        (&html::WebPage, Reason::Name(name))
    } else if let Some(kind) = is(&["text/html", "application/xhtml+xml"]).filter(|_| has_elements)
    {
        (&html::WebPage, Reason::MediaType(kind))
    } else if let Some(name) = ends(&markdown::Markdown) {
        (&markdown::Markdown, Reason::Name(name))
    } else if let Some(kind) = is(&["text/markdown", "text/x-markdown"]) {
        (&markdown::Markdown, Reason::MediaType(kind))
    } else if markdown::is_markdown(&text) {
        (&markdown::Markdown, Reason::Marks)
    } else {
        (&plain_text::PlainText, Reason::Words)
    }
}

/// Bytes as text for looking at: of UTF-16, what is ASCII.
fn readable(bytes: &[u8]) -> String {
    let is_wide = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    if is_wide {
        return bytes
            .iter()
            .filter(|byte| byte.is_ascii() && **byte != 0)
            .map(|byte| char::from(*byte))
            .collect();
    }
    String::from_utf8_lossy(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)).into_owned()
}

/// Whether a text starts as a page does, or as the source of a part of one.
fn is_page(text: &str) -> bool {
    let mut text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    while let Some(rest) = text.strip_prefix("<!--").or_else(|| text.strip_prefix("<?")) {
        let end = rest.find("-->").map(|at| at + 3).or_else(|| rest.find("?>").map(|at| at + 2));
        let Some(rest) = end.and_then(|end| rest.get(end..)) else { return false };
        text = rest.trim_start();
    }
    let head: String = text.chars().take(64).collect::<String>().to_ascii_lowercase();
    let whole =
        ["<!doctype html", "<html", "<head", "<body"].iter().any(|start| head.starts_with(start));
    whole || head.starts_with('<') && count_elements(text) >= ELEMENTS
}

/// How many ends of elements of text there are.
fn count_elements(text: &str) -> usize {
    const NAMES: [&str; 18] = [
        "p",
        "div",
        "span",
        "article",
        "section",
        "h1",
        "h2",
        "h3",
        "ul",
        "ol",
        "li",
        "table",
        "a",
        "em",
        "strong",
        "b",
        "i",
        "blockquote",
    ];
    let text = text.to_ascii_lowercase();
    let ends = text
        .match_indices("</")
        .filter_map(|(at, _)| text.get(at + 2..)?.split(['>', ' ', '\n']).next());
    ends.filter(|name| NAMES.contains(name)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, hint: &Hint<'_>, id: &str, reason: Reason) {
        let (importer, why) = detect(Given::Text(text), hint);
        assert_eq!((importer.id(), why), (id, reason), "{text}");
    }

    fn named(name: &str) -> Hint<'_> {
        Hint { name: Some(name), ..Hint::default() }
    }

    const PAGE: &str =
        "<!-- saved -->\n<!DOCTYPE html>\n<html><body><p>Taxes fell.</p></body></html>";

    #[test]
    fn pages_are_told_by_how_they_start() {
        check(PAGE, &Hint::default(), "web-page", Reason::Start);
        check(PAGE, &named("story.txt"), "web-page", Reason::Start);
        check("<div><p>Taxes</p><p>fell</p></div>", &Hint::default(), "web-page", Reason::Start);
        check("Taxes <b>fell</b>.", &named("a.HTM"), "web-page", Reason::Name("htm".into()));
        let html = Hint { media_type: Some("text/html; charset=utf-8"), ..Hint::default() };
        check("Taxes <b>fell</b>.", &html, "web-page", Reason::MediaType("text/html".into()));
        check(
            "<meta charset=utf-8><p>Taxes</p>",
            &Hint { is_copied: true, ..html },
            "web-page",
            Reason::Copied,
        );
        check(
            "x<!--StartFragment-->Taxes<!--EndFragment-->",
            &Hint::default(),
            "web-page",
            Reason::Copied,
        );
    }

    #[test]
    fn words_with_angles_are_no_page() {
        check("<Laughter> The mayor said a < b.", &Hint::default(), "plain-text", Reason::Words);
        check("Taxes fell.", &named("a.html"), "plain-text", Reason::Words);
        check("", &Hint::default(), "plain-text", Reason::Words);
    }

    #[test]
    fn messages_are_told_by_their_head() {
        let saved = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"x\"\r\n\r\n--x";
        check(saved, &named("a.mhtml"), "saved-page", Reason::Start);
        check(
            "From: the mayor\nTo: all\n\nTaxes fell.",
            &named("a.mhtml"),
            "plain-text",
            Reason::Words,
        );
        check(
            "Content-type: this\nMIME-Version: that a sentence\nis not a header\n\nTaxes",
            &Hint::default(),
            "plain-text",
            Reason::Words,
        );
    }

    #[test]
    fn markdown_is_told_by_its_marks() {
        check(
            "# Taxes fall\n\nThe **mayor** said so.",
            &Hint::default(),
            "markdown",
            Reason::Marks,
        );
        check("Taxes fell.", &named("a.md"), "markdown", Reason::Name("md".into()));
        check("#taxes are * falling * again", &Hint::default(), "plain-text", Reason::Words);
    }

    #[test]
    fn a_person_decides() {
        let hint = Hint { importer: Some("plain-text"), ..named("a.html") };
        check(PAGE, &hint, "plain-text", Reason::Chosen);
        check(
            PAGE,
            &Hint { importer: Some("nonsense"), ..Hint::default() },
            "web-page",
            Reason::Start,
        );
    }
}
