use super::*;
use crate::article::BlockKind::{Byline, Heading, Headline, ListItem, Paragraph, Quote, TableRow};

fn import(text: &str) -> Draft {
    Markdown.import(text, Request::default()).unwrap()
}

fn blocks(draft: &Draft) -> Vec<(BlockKind, &str)> {
    draft.body.blocks().iter().map(|block| (block.kind, draft.body.slice(block.range))).collect()
}

#[test]
fn reads_blocks_and_what_is_marked() {
    let draft = import(
        "---\nauthor: Ann Lee\ndate: 2021-11-16\nurl: https://a.example/b\n---\n# Taxes *fall*\n\nBy Jane Doe\n\nThe **mayor** said\nso [today](https://b.example), `x`.\\\nAgain.\n\n## Why\n\n> “It is\n> over.”\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
    );
    assert_eq!(
        blocks(&draft),
        [
            (Headline, "Taxes fall"),
            (Byline, "By Jane Doe"),
            (Paragraph, "The mayor said so today, x.\nAgain."),
            (Heading, "Why"),
            (Quote, "“It is over.”"),
            (ListItem, "one"),
            (ListItem, "two"),
            (TableRow, "a\tb"),
            (TableRow, "1\t2"),
        ]
    );
    let marks = &draft.body.blocks()[2].marks;
    let marked: Vec<_> =
        marks.iter().map(|mark| (mark.kind.clone(), draft.body.slice(mark.range))).collect();
    assert_eq!(
        marked,
        [(MarkKind::Strong, "mayor"), (MarkKind::Link("https://b.example".into()), "today")]
    );
    assert_eq!((&*draft.title, draft.byline.as_deref()), ("Taxes fall", Some("Ann Lee")));
    assert_eq!(
        (draft.published.as_deref(), draft.url.as_deref()),
        (Some("2021-11-16"), Some("https://a.example/b"))
    );
}

#[test]
fn a_title_before_the_text_is_the_headline() {
    let draft = import("---\ntitle: Taxes fall\n---\nMOSCOW (AA) – The mayor said so.");
    assert_eq!(blocks(&draft)[0], (Headline, "Taxes fall"));
    assert_eq!(draft.dateline.as_deref(), Some("MOSCOW (AA)"));
}

#[test]
fn raw_html_is_its_words() {
    let draft = import(
        "A <b onclick='x'>bold</b> word<br>and\n\n<div><p>One</p><script>alert(1)</script><p>Two</p></div>\n\n[x](javascript:alert(1)) [y](data:text/html,z)",
    );
    assert_eq!(
        blocks(&draft),
        [
            (Paragraph, "A bold word\nand"),
            (Paragraph, "One"),
            (Paragraph, "Two"),
            (Paragraph, "x y")
        ]
    );
    assert!(draft.body.blocks().iter().all(|block| block.marks.is_empty()));
}

#[test]
fn what_nests_very_deep_is_refused() {
    let deep = format!("{}x", "> ".repeat(100_000));
    assert_eq!(Markdown.import(&deep, Request::default()), Err(ImportError::TooComplex));
    assert!(Markdown.import(&format!("{}\n\nText.", "-".repeat(5000)), Request::default()).is_ok());
}
