//! A source of the registry.

use std::rc::Rc;

use super::{
    agent::Times,
    identity,
    json::{Aside, Found, Node, Writer},
    stamps::{self, Stamps},
    terms::{
        ALIASES, COLOUR, CREATED, DELETED, ID, KIND, MERGED_INTO, MODIFIED, NAME, ORGANIZATION,
        PARENT, PATTERN, PERSON, STAMPS, STYLE, TEXT_CLASS, TYPE,
    },
    words,
};
use crate::{
    annotation::{Source, SourceKind, SourceStyle},
    record::{Register, SourceId, Stamp, Timestamp},
};

const KNOWN: &[&str] = &[
    ALIASES,
    CREATED,
    DELETED,
    ID,
    KIND,
    MERGED_INTO,
    MODIFIED,
    NAME,
    PARENT,
    STAMPS,
    STYLE,
    TYPE,
];
const FIELDS: &[&str] = &[NAME, ALIASES, KIND, PARENT, STYLE, MERGED_INTO, DELETED];

/// Writes a source.
pub(super) fn write(w: &mut Writer, source: &Source) {
    write_agent(w, source);
    w.text(KIND, words::kind(*source.kind));
    w.some_texts(ALIASES, &source.aliases);
    w.some_text(PARENT, source.parent.map(SourceId::urn).as_deref());
    w.object(STYLE, |w| {
        w.number(COLOUR, source.style.colour.into());
        w.text(PATTERN, source.style.pattern.css());
    });
    w.some_text(MERGED_INTO, source.merged_into.map(SourceId::urn).as_deref());
    w.flag(DELETED, *source.deleted);
    w.text(CREATED, &source.created.to_string());
    w.text(MODIFIED, &source.modified().to_string());
    let stamps: [(&str, Stamp); 7] = [
        (NAME, source.name.stamp()),
        (ALIASES, source.aliases.stamp()),
        (KIND, source.kind.stamp()),
        (PARENT, source.parent.stamp()),
        (STYLE, source.style.stamp()),
        (MERGED_INTO, source.merged_into.stamp()),
        (DELETED, source.deleted.stamp()),
    ];
    stamps::write(w, &stamps);
}

/// Writes what other tools need to know of a source: a W3C agent.
pub(super) fn write_agent(w: &mut Writer, source: &Source) {
    w.text(ID, &source.id.urn());
    w.text(TYPE, words::class(*source.kind));
    w.text(NAME, &source.name);
}

/// Reads the `nth` source of a file, or sets it aside.
pub(super) fn read(
    node: &Node<'_>,
    nth: usize,
    file: Option<Timestamp>,
    aside: &mut Aside,
) -> Option<Source> {
    let (Some(id), Some(name)) = (node.text_of(ID), node.text_of(NAME)) else {
        aside.put(node, "A source needs an id and a name.");
        return None;
    };
    let id = identity::of(id, SourceId::from_u128);
    let times = Times::read(node, file, aside);
    let stamps = Stamps::read(node, FIELDS, times.modified, aside);
    let aliases = Found::read(node, ALIASES, aside, "a list of names", |list| {
        list.each().map(|alias| alias.text().map(Rc::from)).collect()
    });
    let kind = Found::read(node, KIND, aside, "a kind of source that Claimlight knows", |kind| {
        words::to_kind(kind.text()?)
    });
    let style =
        Found::read(node, STYLE, aside, "a colour from 0 to 255 and a line pattern", read_style);
    let other = |name, aside: &mut Aside| {
        Found::read(node, name, aside, "the id of another source", |node| {
            let other = identity::of(node.text()?, SourceId::from_u128);
            (other != id).then_some(Some(other))
        })
    };
    let parent = other(PARENT, aside);
    let merged_into = other(MERGED_INTO, aside);
    let deleted = Found::flag(node, DELETED, aside);
    aside.unknown(node, &[KNOWN]);
    Some(Source {
        id,
        created: times.created,
        name: stamps.register(NAME, Found::Given(name.into()), Rc::default()),
        aliases: stamps.register(ALIASES, aliases, Rc::default()),
        kind: stamps.register(KIND, kind, kind_of_class(node)),
        parent: stamps.register(PARENT, parent, None),
        style: stamps.register(STYLE, style, SourceStyle::nth(nth)),
        merged_into: stamps.register(MERGED_INTO, merged_into, None),
        deleted: stamps.register(DELETED, deleted, false),
    })
}

/// A source of which only the agent in an annotation is known, if that has a name. Whatever else is known of
/// it wins.
pub(super) fn from_agent(id: SourceId, agent: &Node<'_>, made: Timestamp) -> Option<Source> {
    let stamp = Stamp::shipped();
    Some(Source {
        id,
        created: made,
        name: Register::new(agent.text_of(NAME)?.into(), stamp),
        aliases: Register::new(Rc::default(), stamp),
        kind: Register::new(kind_of_class(agent), stamp),
        parent: Register::new(None, stamp),
        style: Register::new(SourceStyle::nth(0), stamp),
        merged_into: Register::new(None, stamp),
        deleted: Register::new(false, stamp),
    })
}

fn kind_of_class(agent: &Node<'_>) -> SourceKind {
    let classes = [
        (PERSON, SourceKind::Person),
        (ORGANIZATION, SourceKind::Organization),
        (TEXT_CLASS, SourceKind::Document),
    ];
    let kind = classes.into_iter().find(|(class, _)| agent.has(TYPE, class));
    kind.map_or(SourceKind::Unnamed, |(_, kind)| kind)
}

fn read_style(style: &Node<'_>) -> Option<SourceStyle> {
    let colour = u8::try_from(style.get(COLOUR)?.number()?).ok()?;
    let pattern = words::to_pattern(style.text_of(PATTERN)?)?;
    Some(SourceStyle { colour, pattern })
}
