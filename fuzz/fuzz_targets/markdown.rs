//! Markdown.
#![no_main]

use claimlight::article::import::Given;

libfuzzer_sys::fuzz_target!(|text: &str| claimlight_fuzz::import(
    Given::Text(text),
    Some("markdown")
));
