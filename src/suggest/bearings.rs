//! Signs of how the parts of a finding lie to each other, and whether the verb goes on so.

use super::{
    lexicon::{Form, flag, frame},
    passage::Kind,
    rule::TriggerKind,
    signs::Seen,
};

/// How many signs there are.
const COUNT: usize = 36;

/// What the content is, as far as its first words say.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Makeup {
    Quoted,
    That,
    Act,
    Clause,
    Matter,
    Thing,
    Before,
}

/// The signs, of a finding whose trigger has these log odds.
pub(crate) fn bearings(seen: &Seen<'_>, odds: f32) -> [f32; COUNT] {
    let &Seen { site, content, source, .. } = seen;
    let (passage, at) = (site.passage, site.trigger.at);
    let one = |holds: bool| f32::from(u8::from(holds));
    let verb = site.trigger.kind == TriggerKind::Verb;
    let frames = site.token().entry.frames;
    let makeup = makeup(seen);
    let wanted = match makeup {
        Makeup::Quoted => frame::QUOTE,
        Makeup::That | Makeup::Clause => frame::CLAUSE,
        Makeup::Act => frame::ACT,
        Makeup::Matter => frame::MATTER,
        Makeup::Thing => frame::THING,
        Makeup::Before => frame::CLAUSE | frame::QUOTE,
    };
    let fits = verb && frames & wanted != 0;
    let (firm, loose) = (verb && frames & frame::FIRM != 0, verb && frames & frame::LOOSE != 0);
    let start = site.verb_start();
    let group = |flags: u32| (start..at).any(|i| passage.has(i, flags));
    let apart = if source.is_empty() || source.end > start { 0 } else { start - source.end };
    let next = content.iter().find(|piece| piece.start > at);
    let gap = next.map_or(0, |piece| piece.start - at - 1);
    let clause = content.iter().flat_map(|piece| piece.clone());
    let joins = clause.filter(|i| passage.is(*i, "and") || passage.is(*i, "but")).count();
    let outside = passage.quotation(at).is_none();
    let me = source.clone().any(|i| passage.has(i, flag::ME));
    [
        one(makeup == Makeup::Quoted),
        one(makeup == Makeup::That),
        one(makeup == Makeup::Act),
        one(makeup == Makeup::Clause),
        one(makeup == Makeup::Matter),
        one(makeup == Makeup::Thing),
        one(makeup == Makeup::Before),
        one(fits),
        one(firm),
        one(loose),
        one(firm && fits),
        one(loose && !fits && verb),
        one(fits) * odds,
        one(makeup == Makeup::Thing) * odds,
        one(makeup == Makeup::Thing && fits),
        one(makeup == Makeup::Quoted && fits),
        one(makeup == Makeup::Matter && fits),
        one(makeup == Makeup::Act && fits),
        one(group(flag::NEG)),
        one(group(flag::MODAL)),
        one(group(flag::AUX)),
        one(start > 0 && passage.is(start - 1, "to")),
        one(start > 0 && (passage.is(start - 1, "and") || passage.is(start - 1, "but"))),
        one(apart > 0),
        one(apart > 4),
        one(gap == 1),
        one(gap > 1),
        one(gap > 4),
        one(joins > 0),
        one(joins > 2),
        one(outside && me),
        one(site.token().entry.form == Some(Form::Base) && verb),
        one(source.clone().any(|i| passage.has(i, flag::ROLE | flag::GROUP))),
        one(source.clone().any(|i| passage.has(i, flag::INSTITUTION))),
        one(source.clone().any(|i| passage.has(i, flag::DOCUMENT))),
        one(source.len() > 8),
    ]
}

fn makeup(seen: &Seen<'_>) -> Makeup {
    let Seen { site, content, .. } = seen;
    let (passage, at) = (site.passage, site.trigger.at);
    let Some(next) = content.iter().find(|piece| piece.start > at) else {
        return Makeup::Before;
    };
    if passage.tokens[next.start].kind == Kind::Opens {
        return Makeup::Quoted;
    }
    if content.first().is_some_and(|piece| piece.start < at) {
        return Makeup::Before;
    }
    if passage.is(next.start, "that") || passage.is(next.start - 1, "that") {
        return Makeup::That;
    }
    let (mut act, mut clause) = (false, false);
    for i in next.clone().take(12) {
        let token = &passage.tokens[i];
        act |= passage.is(i, "to")
            && passage.tokens.get(i + 1).is_some_and(|next| {
                next.kind == Kind::Lower && !next.has(flag::DET | flag::OWN | flag::PREP)
            });
        if act {
            break;
        }
        let finite = token.is_finite_cue() && !token.has(flag::NOMINAL | flag::ROLE);
        let past = token.kind == Kind::Lower && passage.slice_of(token).ends_with("ed");
        if token.has(flag::AUX | flag::MODAL | flag::PAST) || i > next.start && (finite || past) {
            clause = true;
            break;
        }
        if token.kind == Kind::Mark {
            break;
        }
    }
    if act {
        return Makeup::Act;
    }
    if clause {
        return Makeup::Clause;
    }
    if passage.has(next.start - 1, flag::PREP) || passage.has(next.start, flag::PREP) {
        return Makeup::Matter;
    }
    Makeup::Thing
}
