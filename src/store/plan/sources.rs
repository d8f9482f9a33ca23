//! Edits of the registry.

use std::rc::Rc;

use super::{Context, Plan, tidy_list, tidy_name};
use crate::{
    annotation::{Attribution, COLOURS, PATTERNS, Source, SourceKind, SourceStyle},
    order::Set,
    record::{Register, SourceId},
    store::{
        change::{Change, ClaimField, SourceField},
        edit::SourceEdit,
        registry,
    },
    suggest::NewSource,
};

pub(super) fn plan(context: Context<'_>, edit: SourceEdit) -> Option<Plan> {
    let library = context.library;
    let one = |label: String, id: SourceId, field: SourceField| {
        Plan::new(label, context.stamp, vec![Change::Source(id, field)])
    };
    match edit {
        SourceEdit::Add { id, name } => {
            let (changes, _, name) = known_or_new(context, id, &name)?;
            Some(Plan::new(format!("add {name}"), context.stamp, changes))
        }
        SourceEdit::Rename(id, name) => {
            let (before, name) = (library.source(id)?.name.clone(), tidy_name(&name)?);
            let label = format!("rename {} to {name}", *before);
            Some(one(label, id, SourceField::Name(name.into())))
        }
        SourceEdit::Aliases(id, list) => {
            let label = format!("change other names of {}", *library.source(id)?.name);
            Some(one(label, id, SourceField::Aliases(tidy_list(&list, &[',', '\n']))))
        }
        SourceEdit::Kind(id, kind) => {
            let label = format!("change kind of {}", *library.source(id)?.name);
            Some(one(label, id, SourceField::Kind(kind)))
        }
        SourceEdit::Parent(id, parent) => {
            if let Some(parent) = parent {
                library.source(parent)?;
                if registry::belongs_to(library.sources(), parent, id) {
                    return None;
                }
            }
            let label = format!("change what {} belongs to", *library.source(id)?.name);
            Some(one(label, id, SourceField::Parent(parent)))
        }
        SourceEdit::Style(id, style) => {
            let label = format!("change look of {}", *library.source(id)?.name);
            Some(one(label, id, SourceField::Style(style)))
        }
        SourceEdit::Merge { from, into } => merge(context, from, into),
        SourceEdit::Delete(id) => {
            let label = format!("delete {}", *library.source(id)?.name);
            let mut changes = moved_claims(context, id, Attribution::Unattributed);
            changes.extend(moved_children(context, id, None));
            changes.push(Change::Source(id, SourceField::Deleted(true)));
            Some(Plan::new(label, context.stamp, changes))
        }
    }
}

/// The source that goes by `name`, or what adds one: changes, attribution, and the name people read.
pub(super) fn known_or_new(
    context: Context<'_>,
    id: SourceId,
    name: &str,
) -> Option<(Vec<Change>, Attribution, String)> {
    let name = tidy_name(name)?;
    if let Some(known) = known(context, &name) {
        return Some(known);
    }
    let source = added(context, id, &name)?;
    Some((vec![Change::AddSource(Rc::new(source))], Attribution::Source(id), name))
}

fn known(context: Context<'_>, name: &str) -> Option<(Vec<Change>, Attribution, String)> {
    let known = registry::named(context.library.sources(), name)?;
    Some((Vec::new(), Attribution::Source(known.id), known.name.to_string()))
}

/// The source that goes by the name of a proposed one, or what adds that, and what it belongs to.
pub(super) fn proposed(
    context: Context<'_>,
    id: SourceId,
    parent: SourceId,
    source: &NewSource,
) -> Option<(Vec<Change>, Attribution, String)> {
    let name = tidy_name(&source.name)?;
    if let Some(known) = known(context, &name) {
        return Some(known);
    }
    let stamp = context.stamp;
    let mut changes = Vec::new();
    let mut belongs = None;
    let mut library = None;
    if let Some(of) = source.parent.as_deref().and_then(tidy_name).filter(|of| *of != name)
        && let Some((added, Attribution::Source(of), _)) = known_or_new(context, parent, &of)
    {
        // The look of the one is taken when the other gets its own.
        if !added.is_empty() {
            let with_it = library.insert(context.library.clone());
            added.iter().for_each(|change| drop(with_it.apply(change.clone(), stamp)));
        }
        changes.extend(added);
        belongs = Some(of);
    }
    let others: Set<String> = source.aliases.iter().filter_map(|alias| tidy_name(alias)).collect();
    let aliases = others.into_iter().filter(|alias| *alias != name).map(Rc::from).collect();
    let library = library.as_ref().unwrap_or(context.library);
    let source = Source {
        aliases: Register::new(aliases, stamp),
        kind: Register::new(source.kind, stamp),
        parent: Register::new(belongs, stamp),
        ..added(Context { library, ..context }, id, &name)?
    };
    changes.push(Change::AddSource(Rc::new(source)));
    Some((changes, Attribution::Source(id), name))
}

/// A source of this name, about which nothing else is known, in a look of its own. `None` where the identity is another’s.
fn added(context: Context<'_>, id: SourceId, name: &str) -> Option<Source> {
    if context.library.sources().contains_key(&id) {
        return None;
    }
    let stamp = context.stamp;
    Some(Source {
        id,
        created: stamp.at,
        name: Register::new(name.into(), stamp),
        aliases: Register::new([].into(), stamp),
        kind: Register::new(SourceKind::default(), stamp),
        parent: Register::new(None, stamp),
        style: Register::new(free_style(context), stamp),
        merged_into: Register::new(None, stamp),
        deleted: Register::new(false, stamp),
    })
}

/// The first look that no live source has; when all are taken, they start over.
fn free_style(context: Context<'_>) -> SourceStyle {
    let live = || context.library.sources().values().filter(|source| !*source.deleted);
    let mut taken = Set::new();
    for source in live() {
        taken.insert(*source.style);
    }
    let all = COLOURS.len() * PATTERNS.len();
    let free = (0..all).map(SourceStyle::nth).find(|style| !taken.contains(style));
    free.unwrap_or_else(|| SourceStyle::nth(live().count() % all))
}

fn merge(context: Context<'_>, from: SourceId, into: SourceId) -> Option<Plan> {
    let gone = context.library.source(from)?;
    let stays = context.library.source(into).filter(|_| from != into)?;
    let known = stays.aliases.iter().cloned();
    let mut aliases: Set<Rc<str>> = known.chain(gone.names().map(Rc::from)).collect();
    aliases.remove(&**stays.name);
    let mut changes = moved_claims(context, from, Attribution::Source(into));
    changes.extend(moved_children(context, from, Some(into)));
    // Its way up led through the one that goes.
    if registry::belongs_to(context.library.sources(), into, from) {
        changes.push(Change::Source(into, SourceField::Parent(*gone.parent)));
    }
    changes.push(Change::Source(into, SourceField::Aliases(aliases.into_iter().collect())));
    changes.push(Change::Source(from, SourceField::MergedInto(Some(into))));
    changes.push(Change::Source(from, SourceField::Deleted(true)));
    let label = format!("merge {} into {}", *gone.name, *stays.name);
    Some(Plan::new(label, context.stamp, changes))
}

/// Puts every claim of a source, in all articles, down to somebody else.
fn moved_claims(context: Context<'_>, from: SourceId, to: Attribution) -> Vec<Change> {
    let all = context.library.all_claims().iter();
    all.flat_map(|(article, claims)| claims.values().map(move |claim| (*article, claim)))
        .filter(|(_, claim)| *claim.attribution == Attribution::Source(from))
        .map(|(article, claim)| Change::Claim(article, claim.id, ClaimField::Attribution(to)))
        .collect()
}

/// Puts everything that belongs to a source under another.
fn moved_children(context: Context<'_>, from: SourceId, to: Option<SourceId>) -> Vec<Change> {
    let sources = context.library.sources().values();
    sources
        .filter(|source| *source.parent == Some(from) && Some(source.id) != to)
        .map(|source| Change::Source(source.id, SourceField::Parent(to)))
        .collect()
}
