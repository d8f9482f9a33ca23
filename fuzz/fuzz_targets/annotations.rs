//! JSON of annotations, which comes back as it was read.
#![no_main]

use claimlight::{
    annotation::Creator,
    formats::{ExportContext, FORMATS},
    record::{NodeId, Timestamp},
};

libfuzzer_sys::fuzz_target!(|text: &str| {
    for format in FORMATS {
        let Ok(imported) = format.import(text) else { continue };
        let at = Timestamp::from_millis(1);
        let creator = Creator { id: NodeId::from_u128(1), name: "Ada".into() };
        let file = format.export(&imported.data, &ExportContext { at, creator });
        let again = format.import(&file).expect("what is written can be read");
        assert_eq!(again.data.articles.len(), imported.data.articles.len());
        assert_eq!(again.data.sources.len(), imported.data.sources.len());
        assert_eq!(again.data.claims.len(), imported.data.claims.len());
    }
});
