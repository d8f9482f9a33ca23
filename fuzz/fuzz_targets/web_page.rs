//! Pages, as bytes of any encoding.
#![no_main]

use claimlight::article::import::Given;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| claimlight_fuzz::import(
    Given::Bytes(bytes),
    Some("web-page")
));
