//! The example and the words of `docs/FORMAT.md` are those of the program.

use claimlight::formats::MAX_BYTES;
use serde_json::{Value, json};

use crate::{against_schema, example, export, import, in_order, json, path, read, w3c_model};

const EXAMPLE: &str = "tests/data/example.json";

/// The export of a data set put together by hand in `example.rs`. To write it anew after a change of the format,
/// run the test with `CLAIMLIGHT_WRITE_EXAMPLE=1` and read the difference.
#[test]
fn the_example_is_what_the_program_writes() {
    let text = export(&example::dataset());
    if std::env::var_os("CLAIMLIGHT_WRITE_EXAMPLE").is_some() {
        std::fs::write(path(EXAMPLE), &text).unwrap();
    }
    assert_eq!(read(EXAMPLE), text);
}
