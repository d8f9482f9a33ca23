//! What attributions are called and how they look.

use yew::AttrValue;

use crate::{
    annotation::{Attribution, Look},
    store::{Sources, registry},
    suggest::Speaker,
};

/// What people read for an attribution.
pub(super) fn name(sources: &Sources, attribution: Attribution) -> AttrValue {
    match attribution {
        Attribution::Source(id) => registry::live(sources, id)
            .map_or(AttrValue::Static("Not attributed"), |source| {
                AttrValue::from(source.name.to_string())
            }),
        Attribution::OwnVoice => AttrValue::Static("Article’s own voice"),
        Attribution::Unattributed => AttrValue::Static("Not attributed"),
    }
}

/// How its claims are painted.
pub(super) fn look(sources: &Sources, attribution: Attribution) -> Look {
    match attribution {
        Attribution::Source(id) => registry::live(sources, id)
            .map_or(Look::Unattributed, |source| Look::Source(*source.style)),
        Attribution::OwnVoice => Look::OwnVoice,
        Attribution::Unattributed => Look::Unattributed,
    }
}

/// What people read for whom a proposal names.
pub(super) fn speaker(sources: &Sources, speaker: &Speaker) -> AttrValue {
    match speaker {
        Speaker::Known(id) => name(sources, Attribution::Source(*id)),
        Speaker::New(source) => AttrValue::from(source.name.clone()),
        Speaker::Nobody => AttrValue::Static("Nobody named"),
    }
}

/// How claims of whom a proposal names are painted, where that is known.
pub(super) fn speaker_look(sources: &Sources, speaker: &Speaker) -> Option<Look> {
    match speaker {
        Speaker::Known(id) => Some(look(sources, Attribution::Source(*id))),
        Speaker::New(_) | Speaker::Nobody => None,
    }
}

/// “1 claim”, “2 claims”.
pub(super) fn count(n: usize, one: &str, many: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {many}") }
}

/// The start of a text, cut after a word where it is longer than about `most` characters.
pub(super) fn shortened(text: &str, most: usize) -> String {
    let Some((cut, _)) = text.char_indices().nth(most) else { return text.to_owned() };
    let start = text.get(..cut).unwrap_or_default();
    let start = start.rsplit_once(' ').map_or(start, |(start, _)| start);
    format!("{start} …")
}
