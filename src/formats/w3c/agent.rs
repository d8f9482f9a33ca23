//! Who made an annotation, and when.

use super::{
    json::{Aside, Found, Node, Writer},
    terms::{
        CREATED, CREATOR, GENERATOR, ID, MODIFIED, NAME, NICKNAME, PERSON, SOFTWARE,
        SOFTWARE_VERSION, TYPE,
    },
};
use crate::{
    annotation::{Creator, Origin},
    record::{NodeId, Timestamp},
};

/// Writes the creator, a W3C agent.
pub(super) fn write(w: &mut Writer, creator: &Creator) {
    w.object(CREATOR, |w| {
        w.text(ID, &creator.id.urn());
        w.text(TYPE, PERSON);
        if !creator.name.is_empty() {
            w.text(NAME, &creator.name);
        }
    });
}

/// Reads the creator of an annotation. One that has no UUID keeps its name, or else its IRI as name.
pub(super) fn read(annotation: &Node<'_>, aside: &mut Aside) -> Creator {
    let mut first: Option<Creator> = None;
    annotation.for_each(CREATOR, |agent| {
        let iri = agent.text().or_else(|| agent.text_of(ID));
        let name = agent.text_of(NAME).or_else(|| agent.text_of(NICKNAME));
        if first.is_some() || (iri, name) == (None, None) {
            aside.put(&agent, "A claim has one creator, with an id or a name.");
            return;
        }
        aside.unknown(&agent, &[&[ID, TYPE, NAME, NICKNAME]]);
        let id = iri.and_then(|iri| iri.parse().ok());
        let name = name.or(iri.filter(|_| id.is_none())).unwrap_or_default();
        first = Some(Creator { id: id.unwrap_or(NOBODY), name: name.into() });
    });
    first.unwrap_or_else(|| Creator { id: NOBODY, name: "".into() })
}

/// The IRI of the engine that proposes claims.
const ENGINE: &str = "urn:claimlight:engine";

/// Writes what proposed the claim, where that was no hand: a W3C agent. Who accepted it is the creator.
pub(super) fn write_origin(w: &mut Writer, origin: &Origin) {
    if let Origin::Engine(version) = origin {
        w.object(GENERATOR, |w| {
            w.text(ID, ENGINE);
            w.text(TYPE, SOFTWARE);
            w.text(NAME, "Claimlight engine");
            w.text(SOFTWARE_VERSION, version);
        });
    }
}

/// Reads what proposed a claim. Generators of other tools say nothing of that.
pub(super) fn read_origin(annotation: &Node<'_>) -> Origin {
    let mut origin = Origin::Hand;
    annotation.for_each(GENERATOR, |agent| {
        if let (Some(ENGINE), Some(version)) = (agent.text_of(ID), agent.text_of(SOFTWARE_VERSION))
        {
            origin = Origin::Engine(version.into());
        }
    });
    origin
}

/// The writer that no browser profile is.
const NOBODY: NodeId = NodeId::from_u128(0);

/// When a record was made and last changed, as a file says.
#[derive(Clone, Copy, Debug)]
pub(super) struct Times {
    /// When it was made; else when it was changed; else when the file was written; else 1970.
    pub created: Timestamp,
    /// When it was last changed; else when it was made.
    pub modified: Timestamp,
}

impl Times {
    /// Reads the times of a record; `file` is when the file was written.
    pub(super) fn read(record: &Node<'_>, file: Option<Timestamp>, aside: &mut Aside) -> Self {
        let created = moment(record, CREATED, aside);
        let modified = moment(record, MODIFIED, aside);
        let either = created.or(modified).or(file).unwrap_or_default();
        Self { created: either, modified: modified.unwrap_or(either) }
    }
}

/// Reads a member that is a moment.
pub(super) fn moment(record: &Node<'_>, name: &str, aside: &mut Aside) -> Option<Timestamp> {
    let expected = "a date and time in UTC, such as 2021-11-16T09:30:00Z";
    Found::read(record, name, aside, expected, |node| node.text()?.parse().ok()).given()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use serde_json::{Value, json};

    use super::*;

    fn read_from(annotation: &Value) -> (Creator, usize) {
        let mut aside = Aside::default();
        let creator = read(&Node::root(annotation), &mut aside);
        (creator, aside.finish().len())
    }

    fn nobody(name: &str) -> Creator {
        Creator { id: NOBODY, name: name.into() }
    }

    #[test]
    fn takes_creators_of_other_tools_by_name_or_iri() {
        let creator = |value: Value| read_from(&json!({ "creator": value }));
        let maria = json!({ "id": "acct:m@x.org", "type": "Person", "name": "Maria" });
        assert_eq!(creator(maria), (nobody("Maria"), 0));
        assert_eq!(creator(json!("acct:m@x.org")), (nobody("acct:m@x.org"), 0));
        assert_eq!(creator(json!({ "nickname": "mm", "email": "mailto:m" })), (nobody("mm"), 1));
        assert_eq!(creator(json!([{ "name": "A" }, { "name": "B" }])), (nobody("A"), 1));
        assert_eq!(creator(json!(7)), (nobody(""), 1));
        assert_eq!(read_from(&json!({})), (nobody(""), 0));
    }

    #[test]
    fn one_time_stands_for_the_other_and_the_file_for_both() {
        let file = Some(Timestamp::from_millis(5_000));
        let read = |record: Value, file| {
            let mut aside = Aside::default();
            let times = Times::read(&Node::root(&record), file, &mut aside);
            (times.created.millis(), times.modified.millis(), aside.finish().len())
        };
        let one = "1970-01-01T00:00:01Z";
        assert_eq!(read(json!({ "created": one }), file), (1_000, 1_000, 0));
        assert_eq!(read(json!({ "modified": one }), file), (1_000, 1_000, 0));
        assert_eq!(read(json!({}), file), (5_000, 5_000, 0));
        assert_eq!(read(json!({ "created": "now", "modified": 1e99 }), None), (0, 0, 2));
    }
}
