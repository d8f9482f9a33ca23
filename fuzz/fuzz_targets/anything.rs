//! Files of which nothing is known.
#![no_main]

use claimlight::article::import::Given;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| claimlight_fuzz::import(Given::Bytes(bytes), None));
