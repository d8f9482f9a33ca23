//! Another version of an article, and its claims carried over.
//!
//! The old version stays, with its claims. The new one is an article of its own, for a text never changes, and its claims
//! are claims of their own: what was written about the old text stays true of it. All identities follow from the old ones
//! and from the text, so that the same version taken over in two places is one, and merges field by field.

use std::{collections::BTreeSet, rc::Rc};

use super::{Context, Plan, articles::add};
use crate::{
    annotation::{Anchor, Carried, Claim, carry_over, describe, find},
    article::{Article, Spot},
    record::{ClaimId, Register, derive},
    store::change::Change,
    text::{TextRange, word_at},
};

pub(super) fn plan(
    context: Context<'_>,
    version: &Rc<Article>,
    accepted: &BTreeSet<ClaimId>,
) -> Option<Plan> {
    let known = context.library.article(version.previous?)?;
    let claims = context.library.live_claims(known.id);
    let carried = carry_over(known, claims, &version.body);
    let label = match carried.len() {
        0 => format!("open “{}”", *version.title),
        1 => "carry 1 claim over".to_owned(),
        n => format!("carry {n} claims over"),
    };
    let mut changes = vec![add(context, &with_dismissals(context, known, version))];
    changes.extend(carried.iter().map(|it| {
        let accepted = accepted.contains(&it.claim.id);
        Change::AddClaim(Rc::new(copy(context, version, it, accepted)))
    }));
    Some(Plan::new(label, context.stamp, changes))
}

/// What is not wanted in the old version is not wanted in the new one, where its words still stand.
fn with_dismissals(context: Context<'_>, known: &Article, version: &Rc<Article>) -> Rc<Article> {
    let (old, new) = (known.body.text(), version.body.text());
    let moved = |range: TextRange| find(new, &describe(old, range)?);
    let spots =
        known.dismissed.iter().filter(|(_, dismissed)| ***dismissed).filter_map(|(spot, _)| {
            let range = moved(spot.range)?;
            let cue = spot.cue.and_then(|cue| moved(word_at(old, cue)?)).map(TextRange::start);
            Some((Spot { range, cue }, Register::new(true, context.stamp)))
        });
    Rc::new(Article { dismissed: spots.collect(), ..Article::clone(version) })
}

/// The claim in the new version. What a person wrote keeps the time it was written at; where the words stand is new.
fn copy(context: Context<'_>, version: &Article, carried: &Carried, accepted: bool) -> Claim {
    let (text, stamp) = (version.body.text(), context.stamp);
    let old = &carried.claim;
    // What was not marked stays as it was, so that marking it elsewhere is later.
    let marked = |was: &Register<Option<Anchor>>, now: Option<Anchor>| match now {
        Some(now) => Register::new(Some(now), stamp),
        None => was.clone(),
    };
    Claim {
        id: ClaimId::from_u128(derive(&format!("{} in version {}", old.id, version.id))),
        article: version.id,
        content: Register::new(carried.content(text, accepted), stamp),
        mention: marked(&old.mention, carried.mention_in(text)),
        cue: marked(&old.cue, carried.cue_in(text)),
        deleted: Register::new(false, stamp),
        ..Claim::clone(old)
    }
}
