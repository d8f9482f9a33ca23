//! The engine of attributions, with its weights.
#![no_main]

use std::sync::LazyLock;

use claimlight::{
    article::import::{Furniture, import},
    suggest::{Model, propose},
};

static MODEL: LazyLock<Model> = LazyLock::new(|| {
    Model::from_bytes(include_bytes!("../../assets/attribution.bin")).expect("our own weights")
});

libfuzzer_sys::fuzz_target!(|text: &str| {
    let Ok(draft) = import(text, Furniture::Keep) else { return };
    for model in [None, Some(&*MODEL)] {
        for proposal in propose(&draft.body, &[], model) {
            for range in &proposal.content {
                assert!(range.of(draft.body.text()).is_some(), "{range:?}");
            }
        }
    }
});
