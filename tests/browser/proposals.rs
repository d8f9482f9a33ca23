//! What is proposed, with a program beside the page that says what the test wants.

use claimlight::{
    annotation::{Mode, SourceKind},
    article::{BlockKind, BodyBuilder},
    suggest::{NewSource, Proposal, Speaker},
    text::TextRange,
    worker::Report,
};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

use crate::page::{Page, all, article, document, find, until};

/// A program beside the page, for as long as this lives.
struct Beside(Element);

impl Beside {
    fn new(script: &str) -> Self {
        let element = document().create_element("script").unwrap();
        element.set_attribute("type", "text/plain").unwrap();
        element.set_id("propose_worker");
        element.set_text_content(Some(script));
        document().body().unwrap().append_child(&element).unwrap();
        Self(element)
    }

    /// One that answers with these reports.
    fn saying(reports: &[Report]) -> Self {
        let said = reports.iter().map(|report| {
            let json = serde_json::to_string(report).unwrap();
            format!("postMessage([{}, null]);", serde_json::to_string(&json).unwrap())
        });
        let said: String = said.collect();
        Self::new(&format!("onmessage = () => {{ {said} }}; postMessage(['', null]);"))
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        self.0.remove();
    }
}

const WORDS: &str = "Taxes fell, the mayor said.";

fn body() -> BodyBuilder {
    let mut body = BodyBuilder::default();
    body.block(BlockKind::Paragraph, WORDS);
    body
}

/// “Taxes fell”, said by a mayor whom nobody knows.
fn proposal() -> Proposal {
    Proposal {
        content: vec![TextRange::bytes(0, 10)],
        mention: Some(TextRange::bytes(12, 21)),
        antecedent: None,
        cue: Some(TextRange::bytes(22, 26)),
        mode: Mode::Indirect,
        speaker: Speaker::New(NewSource {
            name: "Mayor".into(),
            aliases: Vec::new(),
            kind: SourceKind::Person,
            parent: None,
        }),
        group: 1,
        confidence: 0.998,
        explanation: "a test".into(),
    }
}

fn text(selector: &str) -> String {
    find(selector).and_then(|it| it.text_content()).unwrap_or_default()
}

fn is_painted(name: &str) -> bool {
    let asked = js_sys::eval(&format!("!('Highlight' in self) || CSS.highlights.has('{name}')"));
    asked.unwrap().as_bool().unwrap()
}

#[wasm_bindgen_test]
async fn what_is_proposed_is_no_claim_until_it_is_accepted() {
    let parts = [Report::Read(100), Report::Proposed(vec![proposal()]), Report::Finished];
    let _beside = Beside::saying(&parts);
    let _page = Page::open(article(0xa18, body())).await;
    until("a pale card", || find(".offer").is_some()).await;
    assert!(all(".card").is_empty());
    assert_eq!(text(".number"), "0");
    until("the dots under its words", || is_painted("claimlight-suggested")).await;
    assert_eq!(text(".offer .card-head"), "Proposal: MayorIndirectTaxes fell");
    // For those who hear the page, it stands after its block, as claims do.
    until("the tie", || find("[data-block='0'][aria-details]").is_some()).await;

    find(".offer .card-head").unwrap().click();
    until("the reason", || text(".offer .why") == "a test · 99 % sure").await;
    assert!(is_painted("claimlight-offered") && is_painted("claimlight-cue"));
    find(".offer .accept").unwrap().click();
    until("the claim", || text(".card .who") == "Mayor").await;
    until("the pale card to go", || find(".offer").is_none()).await;
    let can_paint = !is_painted("no such highlight");
    until("the dots to go", || !can_paint || !is_painted("claimlight-suggested")).await;
    assert_eq!(text(".number"), "1");
}

#[wasm_bindgen_test]
async fn a_text_that_takes_long_says_how_far_it_is() {
    let later = serde_json::to_string(&serde_json::to_string(&Report::Read(40)).unwrap()).unwrap();
    let script = format!(
        "onmessage = () => setTimeout(() => postMessage([{later}, null]), 1200); postMessage(['', null]);"
    );
    let _beside = Beside::new(&script);
    let _page = Page::open(article(0xa18, body())).await;
    let said = || text(".side .reading");
    until("word of it", || said() == "Reading for proposals: 40 %").await;
}

#[wasm_bindgen_test]
async fn a_browser_that_cannot_run_it_says_so_in_the_settings_and_nowhere_else() {
    let _beside = Beside::new("throw new Error('a test: this program fails')");
    let _page = Page::open(article(0xa18, body())).await;
    let settings = "[aria-label='Settings']";
    find(settings).unwrap().click();
    until("the sentence", || text(".settings").contains("cannot run the program")).await;
    assert!(all(".offer, .refusal, .trouble, .notice").is_empty());
    find(".settings #propose").unwrap().click();
    until("the other sentence", || text(".settings").contains("Nothing is sent anywhere")).await;
}
