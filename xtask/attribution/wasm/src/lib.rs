//! The engine without the page, for `speed`: the library’s own files, a text and the weights, and one function.
#![allow(dead_code, unused_imports)]

#[path = "../../../../src/annotation/mod.rs"]
pub mod annotation;
#[path = "../../../../src/article/mod.rs"]
pub mod article;
#[path = "../../../../src/order/mod.rs"]
pub mod order;
#[path = "../../../../src/record/mod.rs"]
pub mod record;
#[path = "../../../../src/suggest/mod.rs"]
pub mod suggest;
#[path = "../../../../src/text/mod.rs"]
pub mod text;

use std::cell::OnceCell;

use article::{BlockKind, Body, BodyBuilder};

/// Paragraphs, one a line, as `speed` wrote them.
const TEXT: &str = include_str!(env!("CLAIMLIGHT_SPEED_TEXT"));

/// Words of a short article.
const SHORT: usize = 600;

thread_local! {
    static MODEL: OnceCell<Option<suggest::Model>> = const { OnceCell::new() };
    static BODIES: [OnceCell<Option<Body>>; 2] = const { [OnceCell::new(), OnceCell::new()] };
}

/// Reads the whole text (`short` 0) or its first 600 words, and says how many proposals there are.
#[unsafe(no_mangle)]
pub extern "C" fn run(short: u32) -> u32 {
    let bytes = include_bytes!("../../../../assets/attribution.bin");
    MODEL.with(|model| {
        let model = model.get_or_init(|| suggest::Model::from_bytes(bytes).ok());
        BODIES.with(|bodies| {
            let limit = if short == 0 { usize::MAX } else { SHORT };
            let body = bodies[usize::from(short != 0)].get_or_init(|| body(limit));
            body.as_ref().map_or(0, |body| suggest::propose(body, &[], model.as_ref()).len() as u32)
        })
    })
}

fn body(limit: usize) -> Option<Body> {
    let (mut body, mut words) = (BodyBuilder::default(), 0);
    for line in TEXT.lines() {
        if words < limit {
            body.block(BlockKind::Paragraph, line);
            words += line.split_whitespace().count();
        }
    }
    body.build().ok()
}
