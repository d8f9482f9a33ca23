//! What is made of records that another tab wrote.

use std::rc::Rc;

use crate::store::{
    Library,
    persist::{
        load::Loading,
        stored::{Key, Slot},
    },
};

/// What records say. `None` where that is nothing.
pub(super) fn understood(records: &[(String, String)]) -> Option<Rc<Library>> {
    let mut loading = Loading::default();
    for (name, record) in records {
        loading.read(name, record);
    }
    let library = loading.finish().library;
    (library != Library::default()).then(|| Rc::new(library))
}

/// An article and its text are two records, and neither shows without the other.
pub(super) fn other_half(slot: Slot) -> Option<String> {
    let key = match slot.key {
        Key::Article(id) => Key::Text(id),
        Key::Text(id) => Key::Article(id),
        _ => return None,
    };
    Some(Slot::first(key, slot.tab).to_string())
}
