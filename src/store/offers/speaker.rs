//! Who a proposal is put down to, once a person has had a say.

use crate::{
    annotation::{Attribution, Source},
    order::Map,
    record::{SourceId, Stamp},
    store::{
        library::Sources,
        registry::{self, Names},
    },
    suggest::{NewSource, Speaker},
};

/// The speaker of a group of proposals. `lessons` are what claims made of others of the group say, and since when;
/// `names` are those of the registry.
pub(super) fn of(
    proposed: &Speaker,
    lessons: &[(Attribution, Stamp)],
    sources: &Sources,
    names: &Names,
) -> Speaker {
    match proposed {
        // Proposals of nobody have nothing in common.
        Speaker::Nobody => Speaker::Nobody,
        Speaker::Known(id) => taught(lessons).map_or_else(|| known(*id, sources), Speaker::Known),
        Speaker::New(new) => taught(lessons)
            .or_else(|| names.find(&new.name))
            .map_or_else(|| Speaker::New(new.clone()), Speaker::Known),
    }
}

/// The source that most lessons name; of several, the one named last.
fn taught(lessons: &[(Attribution, Stamp)]) -> Option<SourceId> {
    let mut votes: Map<SourceId, (usize, Stamp)> = Map::new();
    for (attribution, stamp) in lessons {
        if let Attribution::Source(id) = attribution {
            let vote = votes.get_or_insert(*id, || (0, *stamp));
            *vote = (vote.0 + 1, vote.1.max(*stamp));
        }
    }
    votes.iter().max_by_key(|(_, vote)| **vote).map(|(id, _)| *id)
}

/// A source the registry had when the engine was asked: the one it became, or, where it was thrown away, as a new one.
fn known(id: SourceId, sources: &Sources) -> Speaker {
    match registry::current(sources, Attribution::Source(id)) {
        Attribution::Source(id) => Speaker::Known(id),
        _ => sources.get(&id).map_or(Speaker::Nobody, |gone| Speaker::New(anew(gone))),
    }
}

fn anew(gone: &Source) -> NewSource {
    NewSource {
        name: gone.name.to_string(),
        aliases: gone.aliases.iter().map(|alias| alias.to_string()).collect(),
        kind: *gone.kind,
        parent: None,
    }
}
