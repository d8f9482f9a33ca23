//! The page as a whole: what it renders, and what it never does.

use claimlight::{
    article::{BlockKind, BodyBuilder, MarkKind},
    text::TextRange,
    view::body_renders,
};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Page, all, article, find, until};

#[wasm_bindgen_test]
async fn making_a_claim_renders_the_article_zero_times_and_leaves_its_dom_alone() {
    let mut body = BodyBuilder::default();
    body.block(BlockKind::Headline, "Taxes");
    body.block(BlockKind::Paragraph, "Taxes fell, the Kremlin said.");
    let page = Page::open(article(0xa17, body)).await;
    let text = find("[data-block='1']").unwrap();
    let node = text.first_child().unwrap();
    let renders = body_renders();
    assert!(renders > 0);

    page.select(1, 0, 10).await;
    assert_eq!(find(".option .name").unwrap().text_content().unwrap(), "Kremlin");
    find(".option").unwrap().click();
    until("the card", || find(".card").is_some()).await;

    assert_eq!(find(".card .who").unwrap().text_content().unwrap(), "Kremlin");
    assert_eq!(body_renders(), renders);
    assert!(text.is_connected() && text.first_child().unwrap() == node);
    assert_eq!(text.child_nodes().length(), 1);
}

#[wasm_bindgen_test]
async fn markup_in_an_article_is_text() {
    let hostile =
        "<img src=x onerror=\"document.title='run'\"><script>document.title='run'</script>";
    let mut body = BodyBuilder::default();
    body.block(BlockKind::Paragraph, hostile);
    let _page = Page::open(article(0xa17, body)).await;
    assert_eq!(find("[data-block='0']").unwrap().text_content().unwrap(), hostile);
    assert!(all(".body img, .body script").is_empty());
    assert_ne!(crate::page::document().title(), "run");
}

#[wasm_bindgen_test]
async fn an_article_runs_the_way_its_first_block_does() {
    for (words, direction) in [("Taxes fell. שלום", None), ("שלום עולם, taxes", Some("rtl"))]
    {
        let mut body = BodyBuilder::default();
        body.block(BlockKind::Paragraph, words);
        body.block(BlockKind::Paragraph, "Taxes fell.");
        let _page = Page::open(article(0xa17, body)).await;
        until("its direction", || {
            find(".body").unwrap().get_attribute("dir").as_deref() == direction
        })
        .await;
        assert_eq!(find("[data-block='1']").unwrap().get_attribute("dir").unwrap(), "auto");
    }
}

#[wasm_bindgen_test]
async fn links_lead_to_the_web_or_to_mail_and_nowhere_else() {
    let addresses =
        ["https://example.org/", "mailto:a@example.org", "javascript:alert(1)", "data:text/html,x"];
    let mut body = BodyBuilder::default();
    for address in addresses {
        let mark = (MarkKind::Link(address.into()), TextRange::bytes(0, 4));
        body.marked_block(BlockKind::Paragraph, "here", [mark]);
    }
    let _page = Page::open(article(0xa17, body)).await;
    let led: Vec<_> =
        all(".body a").iter().map(|link| link.get_attribute("href").unwrap()).collect();
    assert_eq!(led, addresses[..2]);
    assert_eq!(all(".body [data-block]").len(), 4);
}

#[wasm_bindgen_test]
async fn every_claim_in_the_text_is_tied_to_its_card_for_those_who_hear_the_page() {
    let mut body = BodyBuilder::default();
    body.block(BlockKind::Paragraph, "Taxes fell, the EU said.");
    let page = Page::open(article(0xa17, body)).await;
    page.select(0, 0, 10).await;
    find(".option").unwrap().click();
    until("the card", || find(".card").is_some()).await;
    let details = || find("[data-block='0']").unwrap().get_attribute("aria-details");
    until("the tie", || details().is_some()).await;
    let list = find(&format!("#{}", details().unwrap())).unwrap();
    assert_eq!(list.query_selector_all(".card").unwrap().length(), 1);
}

#[wasm_bindgen_test]
fn a_program_that_failed_says_that_the_work_is_kept_and_where_the_way_out_is() {
    claimlight::browser::broken::say();
    let cover = find(".broken").unwrap();
    assert!(cover.text_content().unwrap().contains("Your work is kept"));
    let links = cover.query_selector_all("a").unwrap();
    assert_eq!(links.length(), 2);
    assert!(find(".broken a[href='rescue.html']").is_some());
    cover.remove();
}

/// Notes how many blocks come into the page at once.
const WATCH: &str = "(() => {
  self.comings = [];
  self.watching = new MutationObserver((records) => {
    const nodes = records.flatMap((record) => [...record.addedNodes]);
    const of = (node) => node.nodeType === 1 ? node.querySelectorAll('[data-block]').length : 0;
    const blocks = nodes.map(of).reduce((a, b) => Math.max(a, b), 0);
    if (blocks) comings.push(document.querySelectorAll('[data-block]').length);
  });
  watching.observe(document.body, { childList: true, subtree: true });
})()";

#[wasm_bindgen_test]
async fn a_long_article_comes_bit_by_bit_and_whole() {
    let mut body = BodyBuilder::default();
    for n in 0..500 {
        body.block(BlockKind::Paragraph, &format!("Taxes fell {n} times, the Kremlin said."));
    }
    js_sys::eval(WATCH).unwrap();
    let page = Page::open(article(0xa17, body)).await;
    let comings = js_sys::eval("watching.disconnect(); comings.join()").unwrap().as_string();
    let comings: Vec<usize> = comings.unwrap().split(',').map(|n| n.parse().unwrap()).collect();
    assert_eq!(comings.last(), Some(&500));
    assert!(comings.len() > 1 && comings[0] <= 100, "{comings:?}");
    // All of it is known: its last words can be claimed.
    page.select(499, 0, 5).await;
    find(".option").unwrap().click();
    until("the claim", || {
        find(".number").is_some_and(|it| it.text_content().as_deref() == Some("1"))
    })
    .await;
}
