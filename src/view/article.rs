//! The article itself. Rendered once per article: nothing a reader does to claims comes in here.

use std::{cell::Cell, rc::Rc};

use web_sys::Element;
use yew::prelude::*;

use crate::{
    article::{Block, BlockKind, Body, Mark, MarkKind},
    text::TextRange,
};

/// Blocks in one section: what the browser can leave out of layout in one piece.
pub(super) const SECTION: usize = 40;

thread_local! {
    static RENDERS: Cell<usize> = const { Cell::new(0) };
}

/// How often an article's body was rendered since the page was opened. A test holds it still while claims are made.
pub fn body_renders() -> usize {
    RENDERS.get()
}

/// The `id` of the element after a block that holds its cards.
pub(super) fn slot_id(block: usize) -> String {
    format!("slot-{block}")
}

#[derive(Properties, Clone)]
pub(super) struct Props {
    pub(super) body: Rc<Body>,
    pub(super) language: Option<Rc<str>>,
    pub(super) root: NodeRef,
}

/// The body never changes: another one is another article.
impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.body, &other.body)
    }
}

#[component]
pub(super) fn ArticleBody(props: &Props) -> Html {
    RENDERS.set(RENDERS.get() + 1);
    use_direction(props.root.clone());
    let body = &props.body;
    let sections = body.blocks().chunks(SECTION).enumerate().map(|(i, blocks)| {
        let blocks = blocks.iter().enumerate().map(|(j, b)| block(body, i * SECTION + j, b));
        html! { <section class="part" data-part={i.to_string()}>{ for blocks }</section> }
    });
    let many = body.blocks().len() > SECTION;
    html! {
        <div class={classes!("body", many.then_some("long"))} lang={props.language.as_ref().map(|l| l.to_string())}
            ref={props.root.clone()}>
            { for sections }
        </div>
    }
}

/// The article runs the way its first block does. Not by `dir=auto`, for which a browser looks through all of the text
/// again for each block and each card that comes in.
#[hook]
fn use_direction(root: NodeRef) {
    use_effect_with((), move |()| {
        let first = |root: &Element| root.query_selector("[data-block]").ok().flatten();
        if let Some(root) = root.cast::<Element>()
            && first(&root).is_some_and(|first| first.matches(":dir(rtl)").unwrap_or(false))
        {
            // Fails only for names that are no attribute names.
            let _ = root.set_attribute("dir", "rtl");
        }
    });
}

fn block(body: &Body, index: usize, block: &Block) -> Html {
    let runs = runs(body, block);
    let tag = match block.kind {
        BlockKind::Headline => "h1",
        BlockKind::Heading => "h2",
        BlockKind::Quote => "blockquote",
        _ => "p",
    };
    let class = match block.kind {
        BlockKind::Headline => "headline",
        BlockKind::Standfirst => "standfirst",
        BlockKind::Byline => "byline",
        BlockKind::Heading => "heading",
        BlockKind::Paragraph => "paragraph",
        BlockKind::Quote => "quote",
        BlockKind::ListItem => "item",
        BlockKind::Caption => "caption",
        BlockKind::TableRow => "row",
    };
    html! {
        <>
            <@{tag} {class} data-block={index.to_string()} dir="auto">{ for runs }</@>
            <div class="slot" id={slot_id(index)}></div>
        </>
    }
}

/// One text node per run: the stretches between marks, and the marks.
fn runs(body: &Body, block: &Block) -> Vec<Html> {
    let mut runs = Vec::new();
    let mut from = block.range.start();
    for mark in &block.marks {
        if from < mark.range.start() {
            runs.push(text(body, TextRange::new(from, mark.range.start())));
        }
        runs.push(marked(mark, text(body, mark.range)));
        from = mark.range.end();
    }
    if from < block.range.end() {
        runs.push(text(body, TextRange::new(from, block.range.end())));
    }
    runs
}

fn text(body: &Body, range: TextRange) -> Html {
    Html::from(body.slice(range).to_owned())
}

fn marked(mark: &Mark, text: Html) -> Html {
    match &mark.kind {
        MarkKind::Emphasis => html! { <em>{ text }</em> },
        MarkKind::Strong => html! { <strong>{ text }</strong> },
        MarkKind::Dateline => html! { <span class="dateline">{ text }</span> },
        MarkKind::Link(to) if is_safe(to) => html! {
            <a href={to.to_string()} target="_blank" rel="noopener noreferrer">{ text }</a>
        },
        MarkKind::Link(_) => html! { <span>{ text }</span> },
    }
}

/// Links lead to the web or to mail, nowhere else.
fn is_safe(address: &str) -> bool {
    let start = address.trim_start().to_ascii_lowercase();
    ["http://", "https://", "mailto:"].iter().any(|scheme| start.starts_with(scheme))
}
