//! Highlights: ours come and go, those of others stay.

use claimlight::{
    article::{BlockKind, BodyBuilder},
    browser::{
        article_dom::ArticleDom,
        highlight::{Coat, Painter},
    },
    text::TextRange,
};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Page, article, find};

/// How many ranges the highlight of this name has; `None` where there is no such highlight.
fn painted(name: &str) -> Option<u32> {
    let size = js_sys::eval(&format!("CSS.highlights.get('{name}')?.size")).unwrap();
    size.as_f64().map(|size| size as u32)
}

fn coat(name: &str, ranges: &[(usize, usize)]) -> Coat {
    Coat {
        name: name.into(),
        rule: format!("::highlight({name}) {{ color: red }}"),
        priority: 0,
        ranges: ranges.iter().map(|(a, b)| TextRange::bytes(*a, *b)).collect(),
    }
}

#[wasm_bindgen_test]
async fn a_painter_registers_its_own_highlights_and_no_others() {
    let mut body = BodyBuilder::default();
    body.block(BlockKind::Paragraph, "One two three");
    let page = Page::open(article(0xa17, body)).await;
    let dom = ArticleDom::find(find(".body").unwrap().into(), page.body.clone()).unwrap();
    js_sys::eval("CSS.highlights.set('theirs', new Highlight())").unwrap();
    let before = find(".body").unwrap().inner_html();

    let mut painter = Painter::default();
    painter.paint(&dom, vec![coat("one", &[(0, 3), (4, 7)]), coat("two", &[(8, 13)])]);
    assert_eq!((painted("one"), painted("two")), (Some(2), Some(1)));
    painter.paint(&dom, vec![coat("one", &[(0, 3)])]);
    assert_eq!((painted("one"), painted("two")), (Some(1), None));
    painter.clear();
    assert_eq!((painted("one"), painted("theirs")), (None, Some(0)));
    assert_eq!(find(".body").unwrap().inner_html(), before, "painting never edits the DOM");
    js_sys::eval("CSS.highlights.delete('theirs')").unwrap();
    assert_eq!(js_sys::eval("CSS.highlights.has('theirs')").unwrap(), JsValue::FALSE);
}

/// WebKit dies of another order.
#[wasm_bindgen_test]
async fn highlights_are_registered_from_below_to_the_top() {
    let mut body = BodyBuilder::default();
    body.block(BlockKind::Paragraph, "One two three");
    let page = Page::open(article(0xa28, body)).await;
    let dom = ArticleDom::find(find(".body").unwrap().into(), page.body.clone()).unwrap();
    let at = |name: &str, priority| Coat { priority, ..coat(name, &[(0, 13)]) };
    let ours = "[...CSS.highlights.keys()].filter((it) => /^(low|mid|high)$/.test(it)).join()";
    let mut painter = Painter::default();
    painter.paint(&dom, vec![at("high", 11), at("low", 0)]);
    assert_eq!(js_sys::eval(ours).unwrap(), "low,high");
    painter.paint(&dom, vec![at("high", 11), at("low", 0), at("mid", 5)]);
    assert_eq!(js_sys::eval(ours).unwrap(), "low,mid,high");
    painter.clear();
}
