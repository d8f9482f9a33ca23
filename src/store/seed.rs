//! What a first start shows: the sample article and three sources it names.

use std::rc::Rc;

use super::library::Library;
use crate::{
    annotation::{Source, SourceKind, SourceStyle},
    article::sample,
    record::{Register, SourceId, Stamp, Timestamp},
};

/// The sources of the sample: identity, name, other names, kind, index of the colour.
const SOURCES: [(u128, &str, &[&str], SourceKind, usize); 3] = [
    (
        0x6b72_656d_6c69_4e00_8000_0000_0000_0001,
        "Kremlin",
        &["Dmitry Peskov", "Peskov", "Vladimir Putin", "Putin"],
        SourceKind::Government,
        0,
    ),
    (
        0x6c61_7672_6f76_4e00_8000_0000_0000_0002,
        "Lavrov",
        &["Sergey Lavrov"],
        SourceKind::Person,
        1,
    ),
    (
        0x6575_6575_6575_4e00_8000_0000_0000_0003,
        "EU",
        &["European Commission", "European Union", "Brussels"],
        SourceKind::Government,
        2,
    ),
];

/// A library with the sample. Everything in it is older than anything a person does.
pub fn seed(opened: Timestamp) -> Library {
    let stamp = Stamp::shipped();
    let mut library = Library::default();
    for (id, name, aliases, kind, style) in SOURCES {
        let source = Source {
            id: SourceId::from_u128(id),
            created: opened,
            name: Register::new(name.into(), stamp),
            aliases: Register::new(aliases.iter().map(|a| Rc::from(*a)).collect(), stamp),
            kind: Register::new(kind, stamp),
            parent: Register::new(None, stamp),
            style: Register::new(SourceStyle::nth(style), stamp),
            merged_into: Register::new(None, stamp),
            deleted: Register::new(false, stamp),
        };
        library.add_source(Rc::new(source));
    }
    if let Ok(sample) = sample(opened) {
        library.add_article(Rc::new(sample));
    }
    library
}
