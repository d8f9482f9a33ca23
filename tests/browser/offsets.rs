//! Between the text and the DOM: every place goes there and back.

use claimlight::{
    article::{BlockKind, BodyBuilder, MarkKind},
    browser::article_dom::ArticleDom,
    text::{ByteOffset, TextRange},
};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Page, article, document, find};

/// Marks, characters beyond the basic plane, combining marks, right to left.
fn body() -> BodyBuilder {
    let mut body = BodyBuilder::default();
    body.block(BlockKind::Headline, "𝒜 headline e\u{301}");
    let text = "Plain 😀 strong שלום and the end";
    let at = |words: &str| {
        let start = text.find(words).unwrap();
        TextRange::bytes(start, start + words.len())
    };
    body.marked_block(
        BlockKind::Paragraph,
        text,
        [
            (MarkKind::Strong, at("😀 strong")),
            (MarkKind::Link("https://example.org/".into()), at("שלום")),
        ],
    );
    body.block(BlockKind::Paragraph, "Last.");
    body
}

#[wasm_bindgen_test]
async fn every_place_in_the_text_is_found_in_the_dom_and_read_back() {
    let page = Page::open(article(0xa17, body())).await;
    let dom = ArticleDom::find(find(".body").unwrap().into(), page.body.clone()).unwrap();
    let text = page.body.text().clone();
    let selection = web_sys::window().unwrap().get_selection().unwrap().unwrap();
    let mut read = 0;
    for block in page.body.blocks() {
        let places: Vec<usize> = (block.range.start().get()..=block.range.end().get())
            .filter(|i| text.is_char_boundary(*i))
            .collect();
        for pair in places.windows(2) {
            let wanted = TextRange::bytes(pair[0], pair[1]);
            let range = dom.range(wanted).unwrap();
            assert_eq!(String::from(range.to_string()), &text[pair[0]..pair[1]]);
            selection.remove_all_ranges().unwrap();
            selection.add_range(&range).unwrap();
            assert_eq!(dom.selection(), Some(wanted));
            read += 1;
        }
    }
    assert_eq!(read, text.chars().count() - 4, "all but the two breaks between blocks");
}

#[wasm_bindgen_test]
async fn a_selection_of_whole_elements_is_the_text_in_them() {
    let page = Page::open(article(0xa17, body())).await;
    let dom = ArticleDom::find(find(".body").unwrap().into(), page.body.clone()).unwrap();
    let selection = web_sys::window().unwrap().get_selection().unwrap().unwrap();
    selection.remove_all_ranges().unwrap();
    let range = document().create_range().unwrap();
    // As a triple click leaves it: up to the start of the next block.
    range.set_start(&find("[data-block='1']").unwrap(), 0).unwrap();
    range.set_end(&find("[data-block='2']").unwrap(), 0).unwrap();
    selection.add_range(&range).unwrap();
    let found = dom.selection().unwrap();
    assert_eq!(found.start(), page.body.blocks()[1].range.start());
    assert_eq!(page.body.slice(found).trim_end(), page.body.slice(page.body.blocks()[1].range));
    assert!(found.end() <= page.body.blocks()[2].range.start());
    assert!(found.start() > ByteOffset::ZERO);
}
