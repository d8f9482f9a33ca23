//! CSS Custom Highlight API (CSS Working Group, Level 1). web-sys has it behind an unstable flag, hence the bindings.

use wasm_bindgen::{JsCast, prelude::wasm_bindgen};
use web_sys::{CssStyleSheet, Node};

use super::{article_dom::ArticleDom, page::document};
use crate::{
    order::{self, Map},
    text::TextRange,
};

/// What is painted alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coat {
    /// The highlight's name, unique on the page.
    pub name: String,
    /// The rule that paints it.
    pub rule: String,
    /// Higher is painted over lower.
    pub priority: i32,
    /// What it covers.
    pub ranges: Vec<TextRange>,
}

/// Registers highlights of its own, and leaves those of others alone.
#[derive(Debug, Default)]
pub struct Painter {
    coats: Map<String, (Highlight, Coat)>,
    sheet: Option<CssStyleSheet>,
}

impl Painter {
    /// Whether this browser can paint.
    pub fn supported() -> bool {
        js_sys::Reflect::has(&js_sys::global(), &"Highlight".into()).unwrap_or(false)
    }

    /// Paints these coats and no others. A coat that did not change is not touched.
    pub fn paint(&mut self, dom: &ArticleDom, mut coats: Vec<Coat>) {
        if !Self::supported() {
            return;
        }
        let rules_before: Vec<String> = self.rules();
        order::sort_by_key(&mut coats, |coat| coat.priority);
        let order: Vec<String> = coats.iter().map(|coat| coat.name.clone()).collect();
        let mut lowest_new = None;
        let mut next = Map::new();
        for coat in coats {
            let highlight = match self.coats.remove(&coat.name) {
                Some((highlight, before)) if before == coat => highlight,
                Some((highlight, _)) => {
                    highlight.clear();
                    fill(&highlight, dom, &coat);
                    highlight
                }
                None => {
                    let highlight = Highlight::new();
                    fill(&highlight, dom, &coat);
                    lowest_new.get_or_insert(coat.priority);
                    highlight
                }
            };
            next.insert(coat.name.clone(), (highlight, coat));
        }
        for name in self.coats.keys() {
            HIGHLIGHTS.with(|registry| registry.delete(name));
        }
        if let Some(lowest) = lowest_new {
            register(&order, &next, lowest);
        }
        self.coats = next;
        if self.rules() != rules_before {
            self.restyle();
        }
    }

    /// Lets go of all ranges: the DOM they were in goes away.
    pub fn clear(&mut self) {
        for name in std::mem::take(&mut self.coats).keys() {
            HIGHLIGHTS.with(|registry| registry.delete(name));
        }
    }

    fn rules(&self) -> Vec<String> {
        self.coats.values().map(|(_, coat)| coat.rule.clone()).collect()
    }

    fn restyle(&mut self) {
        let css = self.rules().concat();
        self.sheet = self.sheet.take().or_else(adopt);
        if let Some(sheet) = &self.sheet {
            replace(sheet, &css);
        }
    }
}

/// Registers what is painted at `lowest` and over it, from below to the top. WebKit (2.50) takes a wrong place in memory, and
/// so dies, where a highlight was registered after one of a higher priority and covers text that a third covers too.
fn register(order: &[String], coats: &Map<String, (Highlight, Coat)>, lowest: i32) {
    let coats = order.iter().filter_map(|name| coats.get(name));
    for (highlight, coat) in coats.filter(|(_, coat)| coat.priority >= lowest) {
        HIGHLIGHTS.with(|registry| {
            registry.delete(&coat.name);
            registry.set(&coat.name, highlight);
        });
    }
}

fn fill(highlight: &Highlight, dom: &ArticleDom, coat: &Coat) {
    highlight.set_priority(coat.priority);
    for range in &coat.ranges {
        let (Some((start, from)), Some((end, to))) =
            (dom.position(range.start()), dom.position(range.end()))
        else {
            continue;
        };
        let init: StaticRangeInit = js_sys::Object::new().unchecked_into();
        init.set_start_container(&start);
        init.set_start_offset(from);
        init.set_end_container(&end);
        init.set_end_offset(to);
        // Static, because live ranges cost on every later change of the document.
        highlight.add(&StaticRange::new(&init));
    }
}

/// A style sheet made in script and added to the document: a strict CSP allows these.
pub fn adopt() -> Option<CssStyleSheet> {
    let sheet = CssStyleSheet::new().ok()?;
    let document: AdoptingDocument = document().ok()?.unchecked_into();
    let sheets = js_sys::Array::from(&document.adopted_style_sheets());
    sheets.push(&sheet);
    document.set_adopted_style_sheets(&sheets);
    Some(sheet)
}

/// Puts these rules in the place of all that `sheet` has.
pub fn replace(sheet: &CssStyleSheet, css: &str) {
    sheet.unchecked_ref::<ReplaceableSheet>().replace_sync(css);
}

#[wasm_bindgen]
extern "C" {
    #[derive(Debug)]
    type Highlight;
    #[wasm_bindgen(constructor)]
    fn new() -> Highlight;
    #[wasm_bindgen(method)]
    fn add(this: &Highlight, range: &StaticRange);
    #[wasm_bindgen(method)]
    fn clear(this: &Highlight);
    #[wasm_bindgen(method, setter)]
    fn set_priority(this: &Highlight, priority: i32);

    type HighlightRegistry;
    #[wasm_bindgen(thread_local_v2, js_namespace = CSS, js_name = highlights)]
    static HIGHLIGHTS: HighlightRegistry;
    #[wasm_bindgen(method)]
    fn set(this: &HighlightRegistry, name: &str, highlight: &Highlight);
    #[wasm_bindgen(method)]
    fn delete(this: &HighlightRegistry, name: &str);

    type StaticRange;
    #[wasm_bindgen(constructor)]
    fn new(init: &StaticRangeInit) -> StaticRange;

    #[wasm_bindgen(extends = js_sys::Object)]
    type StaticRangeInit;
    #[wasm_bindgen(method, setter, js_name = startContainer)]
    fn set_start_container(this: &StaticRangeInit, node: &Node);
    #[wasm_bindgen(method, setter, js_name = startOffset)]
    fn set_start_offset(this: &StaticRangeInit, offset: u32);
    #[wasm_bindgen(method, setter, js_name = endContainer)]
    fn set_end_container(this: &StaticRangeInit, node: &Node);
    #[wasm_bindgen(method, setter, js_name = endOffset)]
    fn set_end_offset(this: &StaticRangeInit, offset: u32);

    type AdoptingDocument;
    #[wasm_bindgen(method, getter, js_name = adoptedStyleSheets)]
    fn adopted_style_sheets(this: &AdoptingDocument) -> js_sys::Object;
    #[wasm_bindgen(method, setter, js_name = adoptedStyleSheets)]
    fn set_adopted_style_sheets(this: &AdoptingDocument, sheets: &js_sys::Array);

    type ReplaceableSheet;
    #[wasm_bindgen(method, js_name = replaceSync)]
    fn replace_sync(this: &ReplaceableSheet, css: &str);
}
