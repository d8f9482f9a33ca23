//! What an importer made of a text, for the person to look over.

use std::{collections::BTreeMap, rc::Rc};

use yew::prelude::*;

use crate::{
    article::{
        Block, BlockKind,
        import::{Choice, Warning},
    },
    view::{
        choice::choice,
        hooks::Understood,
        names::{count, shortened},
    },
};

/// Blocks that are shown word for word.
const SHOWN: usize = 4;

#[derive(Properties, Clone, PartialEq)]
pub(super) struct Props {
    pub(super) understood: Rc<Understood>,
    /// Whether page furniture was kept.
    pub(super) keep_all: bool,
    pub(super) on_keep_all: Callback<MouseEvent>,
    /// Another importer is to read it.
    pub(super) on_pick: Callback<String>,
}

#[component]
pub(super) fn DraftPreview(props: &Props) -> Html {
    let Understood { draft, is_limited, .. } = &*props.understood;
    let blocks = draft.body.blocks();
    let mut kinds: BTreeMap<BlockKind, usize> = BTreeMap::new();
    for block in blocks {
        *kinds.entry(block.kind).or_default() += 1;
    }
    let understood: Vec<String> = kinds
        .iter()
        .map(|(kind, n)| {
            let (one, many) = name(*kind);
            count(*n, one, many)
        })
        .collect();
    let facts = [&draft.byline, &draft.site, &draft.dateline, &draft.published, &draft.url];
    let facts: Vec<&str> = facts.into_iter().flatten().map(|fact| &**fact).collect();
    let row = |block: &Block| {
        html! {
            <li><span class="label">{ name(block.kind).0 }</span>{ shortened(draft.body.slice(block.range), 120) }</li>
        }
    };
    let left_out = draft.warnings.iter().any(|warning| matches!(warning, Warning::LeftOut(_)));
    html! {
        <section class="draft" aria-label="What was understood">
            { importers(props) }
            <p class="understood">{ understood.join(", ") }</p>
            if !facts.is_empty() { <p class="facts">{ facts.join(" · ") }</p> }
            if *is_limited {
                <p class="warning">{ "This browser runs nothing beside the page, so only words could be read: no web pages, no Markdown." }</p>
            }
            { for draft.warnings.iter().map(|warning| html! { <p class="warning">{ warning.to_string() }</p> }) }
            <ul class="first-blocks">{ for blocks.iter().take(SHOWN).map(row) }</ul>
            if left_out || props.keep_all {
                <button type="button" aria-pressed={props.keep_all.to_string()} onclick={props.on_keep_all.clone()}>
                    { "Keep everything" }
                </button>
            }
        </section>
    }
}

/// What it was read as, why, and what else it can be read as.
fn importers(props: &Props) -> Html {
    let Understood { importer, reason, alternatives, .. } = &*props.understood;
    let mut all: Vec<_> = alternatives.iter().collect();
    all.insert(0, importer);
    all.sort_by(|a, b| a.label.cmp(&b.label));
    let option = |it: &Choice| {
        let (pick, id) = (props.on_pick.clone(), it.id.clone());
        choice("Read as", &it.label, it.id == importer.id, move |_: MouseEvent| {
            pick.emit(id.clone())
        })
    };
    html! {
        <div class="read-as">
            <div class="choices" role="group" aria-label="Read as">{ for all.into_iter().map(option) }</div>
            <p class="aside">{ reason.to_string() }</p>
        </div>
    }
}

/// What people read for one block of a kind, and for several.
const fn name(kind: BlockKind) -> (&'static str, &'static str) {
    match kind {
        BlockKind::Headline => ("headline", "headlines"),
        BlockKind::Standfirst => ("standfirst", "standfirsts"),
        BlockKind::Byline => ("byline", "bylines"),
        BlockKind::Heading => ("heading", "headings"),
        BlockKind::Paragraph => ("paragraph", "paragraphs"),
        BlockKind::Quote => ("quotation", "quotations"),
        BlockKind::ListItem => ("list item", "list items"),
        BlockKind::Caption => ("caption", "captions"),
        BlockKind::TableRow => ("table row", "table rows"),
    }
}
