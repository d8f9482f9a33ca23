//! What an importer made of a text, for the person to look over.

use std::{collections::BTreeMap, rc::Rc};

use yew::prelude::*;

use crate::{
    article::{
        Block, BlockKind,
        import::{CHOICES, Warning},
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
    pub(super) on_pick: Callback<Rc<str>>,
}

#[component]
pub(super) fn DraftPreview(props: &Props) -> Html {
    let Understood { draft, importer, reason, is_limited } = &*props.understood;
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
            { read_as(Some(importer), &props.on_pick) }
            <p class="aside">{ reason.to_string() }</p>
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

/// What it is read as, and what else it can be read as.
pub(super) fn read_as(importer: Option<&str>, on_pick: &Callback<Rc<str>>) -> Html {
    let option = |(id, label): (&'static str, &'static str)| {
        let pick = on_pick.clone();
        choice("Read as", label, importer == Some(id), move |_: MouseEvent| pick.emit(id.into()))
    };
    html! {
        <div class="choices read-as" role="group" aria-label="Read as">{ for CHOICES.into_iter().map(option) }</div>
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
