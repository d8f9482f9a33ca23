//! What tests read: the real article, and texts with ranges written into them.

#![allow(clippy::expect_used)]

use super::TextRange;

/// The real article in `shared/articles`, beside the repository or one of the folders around it.
pub(crate) fn real_article() -> String {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let file = root
        .ancestors()
        .map(|folder| folder.join("shared/articles/belarus-poland-border.txt"))
        .find(|file| file.exists())
        .expect("shared/articles stands above the repository");
    std::fs::read_to_string(file).expect("the article is UTF-8")
}

/// Reads `The [source]mayor[/] [cue]said[/] so.`: the text without the tags, and each range with its tag.
pub(crate) fn tagged(notation: &str) -> (String, Vec<(String, TextRange)>) {
    let (mut text, mut ranges, mut open) = (String::new(), Vec::new(), Vec::new());
    for (i, piece) in notation.split('[').enumerate() {
        let Some((tag, words)) = piece.split_once(']').filter(|_| i > 0) else {
            text.push_str(piece);
            continue;
        };
        if tag == "/" {
            let (tag, start) = open.pop().expect("a tag to close");
            ranges.push((tag, TextRange::bytes(start, text.len())));
        } else {
            open.push((tag.to_owned(), text.len()));
        }
        text.push_str(words);
    }
    assert!(open.is_empty(), "every tag is closed");
    (text, ranges)
}

/// The one range of `notation`, and its text.
pub(crate) fn tagged_one(notation: &str) -> (String, TextRange) {
    let (text, ranges) = tagged(notation);
    assert_eq!(ranges.len(), 1, "one range in {notation}");
    (text, ranges[0].1)
}
