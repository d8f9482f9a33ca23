//! Whom the bar offers.

use super::Props;
use crate::{
    annotation::{Attribution, rank},
    browser::chance,
    store::{edit::Speaker, registry, speaker},
    suggest,
    view::{names, offer_card::fresh},
};

/// Sources offered at once: as many as there are digits for.
const OFFERED: usize = 9;

/// One answer.
#[derive(Clone, PartialEq)]
pub(super) struct Choice {
    pub(super) id: String,
    /// The key that gives it while nothing is typed.
    pub(super) key: Option<String>,
    pub(super) name: String,
    pub(super) look: String,
    pub(super) speaker: Speaker,
}

/// Somebody who may be meant.
#[derive(Clone, PartialEq)]
pub(super) struct Likely {
    name: String,
    look: String,
    speaker: Speaker,
}

/// The sources, the likely one first; before all others the one that is proposed, even where the registry does not
/// have it.
pub(super) fn ranked(props: &Props) -> Vec<Likely> {
    let Some(range) = props.range() else { return Vec::new() };
    let live = registry::by_name(&props.sources);
    let mut uses = std::collections::BTreeMap::<Attribution, usize>::new();
    for placed in props.placement.all() {
        *uses.entry(placed.attribution).or_default() += 1;
    }
    let last_used = match props.last_used {
        Some(Attribution::Source(id)) => Some(id),
        _ => None,
    };
    let count = |id| uses.get(&Attribution::Source(id)).copied().unwrap_or_default();
    let mut likely: Vec<Likely> = rank(props.dom.body().text(), range, &live, last_used, &count)
        .into_iter()
        .map(Attribution::Source)
        .map(|to| {
            let name = names::name(&props.sources, to).to_string();
            let look = names::look(&props.sources, to).name();
            Likely { name, look, speaker: Speaker::Known(to) }
        })
        .collect();
    let first = match props.proposed() {
        Some(suggest::Speaker::Known(id)) => {
            let proposed = Speaker::Known(Attribution::Source(id));
            let at = likely.iter().position(|one| one.speaker == proposed);
            at.map(|at| likely.remove(at))
        }
        Some(new @ suggest::Speaker::New(_)) => Some(Likely {
            name: names::speaker(&props.sources, &new).to_string(),
            look: "new".to_owned(),
            speaker: speaker(&new, fresh()),
        }),
        _ => None,
    };
    if let Some(first) = first {
        likely.insert(0, first);
    }
    likely
}

/// What is offered for what was typed.
pub(super) fn choices(ranked: &[Likely], query: &str) -> Vec<Choice> {
    let wanted = query.trim().to_lowercase();
    let known = |key: &str, id: &str, name: &str, look: &str, to: Attribution| Choice {
        id: id.to_owned(),
        key: Some(key.to_owned()),
        name: name.to_owned(),
        look: look.to_owned(),
        speaker: Speaker::Known(to),
    };
    let mut found: Vec<&Likely> =
        ranked.iter().filter(|one| one.name.to_lowercase().contains(&wanted)).collect();
    // What starts with the words comes before what only holds them; the sort keeps the ranking otherwise.
    found.sort_by_key(|one| !one.name.to_lowercase().starts_with(&wanted));
    let mut choices: Vec<Choice> = found
        .into_iter()
        .take(OFFERED)
        .enumerate()
        .map(|(i, one)| Choice {
            id: format!("option-{}", i + 1),
            key: wanted.is_empty().then(|| (i + 1).to_string()),
            name: one.name.clone(),
            look: one.look.clone(),
            speaker: one.speaker.clone(),
        })
        .collect();
    if wanted.is_empty() {
        let own = Attribution::OwnVoice;
        choices.push(known("0", "option-0", "Article’s own voice", "own", own));
        let nobody = Attribution::Unattributed;
        choices.push(known("-", "option-none", "Not yet", "open", nobody));
    } else if !ranked.iter().any(|one| one.name.to_lowercase() == wanted) {
        let name = query.trim().to_owned();
        choices.push(Choice {
            id: "option-new".to_owned(),
            key: None,
            name: format!("Add “{name}”"),
            look: "new".to_owned(),
            speaker: Speaker::Named { id: chance::source_id(), name },
        });
    }
    choices
}
