//! Claims whose parts were proposed: taken over as a person would have made them.

use std::rc::Rc;

use super::{Context, Plan, claims::Desk};
use crate::{
    annotation::{Anchor, Claim, Origin, describe},
    order::Set,
    record::{ClaimId, Register},
    store::{change::Change, edit::Taken, library::Library},
    text::{TextRange, united},
};

/// Makes all of these claims, with the sources that they need.
pub(super) fn plan(desk: &Desk<'_>, taken: Vec<Taken>) -> Option<Plan> {
    let context = desk.context;
    // The source that one adds is there for the next.
    let mut library = context.library.clone();
    let mut used = Set::new();
    let mut changes = Vec::new();
    let mut labels = Vec::new();
    for one in taken {
        if desk.is_taken(one.id) || !used.insert(one.id) {
            continue;
        }
        let origin = one.origin.clone();
        let Some(made) = make(desk, &library, one) else { continue };
        for change in made.sources {
            library.apply(change.clone(), context.stamp);
            changes.push(change);
        }
        changes.push(made.claim);
        labels.push(match origin {
            Origin::Hand => format!("attribute to {}", made.speaker),
            Origin::Engine(_) => format!("accept claim of {}", made.speaker),
        });
    }
    let label = match labels.as_slice() {
        [] => return None,
        [label] => label.clone(),
        many => label(many.len()),
    };
    Some(desk.plan(label, changes))
}

/// What taking over so many proposals is called.
pub(in crate::store) fn label(many: usize) -> String {
    format!("accept {many} proposals")
}

/// One claim, what must be added for it, and the name people read for who makes it.
struct Made {
    sources: Vec<Change>,
    claim: Change,
    speaker: String,
}

fn make(desk: &Desk<'_>, library: &Library, one: Taken) -> Option<Made> {
    let desk = Desk { context: Context { library, ..desk.context }, ..*desk };
    let text = desk.article.body.text();
    let anchor = |range: TextRange| describe(text, range);
    let content: Option<Rc<[Anchor]>> = united(one.content).into_iter().map(anchor).collect();
    let content = content.filter(|content| !content.is_empty())?;
    let (sources, attribution, speaker) = desk.speaker(one.speaker)?;
    let marked =
        |range: Option<TextRange>| Register::new(range.and_then(anchor), desk.context.stamp);
    let claim = Claim {
        origin: one.origin,
        mention: marked(one.mention),
        cue: marked(one.cue),
        ..desk.made(one.id, content, attribution, one.mode)
    };
    Some(Made { sources, claim: Change::AddClaim(Rc::new(claim)), speaker })
}

impl Desk<'_> {
    /// Whether a claim of any article has this identity.
    pub(super) fn is_taken(&self, id: ClaimId) -> bool {
        self.context.library.all_claims().values().any(|claims| claims.contains_key(&id))
    }
}
