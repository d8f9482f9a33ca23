//! The article itself. Rendered once per article: nothing a reader does to claims comes in here.

use std::{cell::Cell, rc::Rc};

use gloo::timers::callback::Timeout;
use web_sys::Element;
use yew::prelude::*;

use crate::{
    article::{Block, BlockKind, Body, Mark, MarkKind},
    browser::article_dom::ArticleDom,
    text::TextRange,
};

/// Blocks in one section: what the browser can leave out of layout in one piece.
pub(super) const SECTION: usize = 20;
/// An article of more blocks is laid out where somebody looks, section by section.
const LONG: usize = 40;

/// Whether an article is laid out section by section.
pub(super) fn is_long(body: &Body) -> bool {
    body.blocks().len() > LONG
}

/// Sections that come into the page in one task; all the others of a long text come in later ones. A section takes about half a
/// millisecond.
const AT_ONCE: usize = 10;
/// Sections that come first, with all else that an edit has the page do: as much as most articles have.
const AT_FIRST: usize = 5;

thread_local! {
    static RENDERS: Cell<usize> = const { Cell::new(0) };
}

/// How often a section of an article was rendered since the page was opened. A test holds it still while claims are made.
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
    /// Takes the article's elements, once all are there, and word that they are not.
    pub(super) on_dom: Callback<Option<Rc<ArticleDom>>>,
}

/// The body never changes: another one is another article.
impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.body, &other.body)
    }
}

#[component]
pub(super) fn ArticleBody(props: &Props) -> Html {
    let root = use_node_ref();
    use_direction(root.clone());
    let body = &props.body;
    let all = body.blocks().len().div_ceil(SECTION);
    let there = use_growing(all);
    let on_dom = props.on_dom.clone();
    use_effect_with((body.clone(), root.clone(), there == all), move |(body, root, whole)| {
        let root = root.cast::<Element>().filter(|_| *whole);
        on_dom.emit(root.and_then(|root| ArticleDom::find(root, body.clone())).map(Rc::new));
    });
    let section = |index: usize| html! { <Section key={index} body={body.clone()} {index} /> };
    html! {
        <div class={classes!("body", is_long(body).then_some("long"))} lang={props.language.as_ref().map(|l| l.to_string())}
            ref={root}>
            { for (0..there).map(section) }
        </div>
    }
}

/// How many of `all` sections are to be there: some at once, and more task by task.
#[hook]
fn use_growing(all: usize) -> usize {
    let there = use_state_eq(|| AT_FIRST);
    let now = (*there).min(all);
    use_effect_with((now, all), move |(now, all)| {
        let more = now + AT_ONCE;
        let growing = (now < all).then(|| Timeout::new(0, move || there.set(more)));
        move || drop(growing)
    });
    now
}

#[derive(Properties, Clone)]
struct SectionProps {
    body: Rc<Body>,
    index: usize,
}

impl PartialEq for SectionProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.body, &other.body) && self.index == other.index
    }
}

#[component]
fn Section(props: &SectionProps) -> Html {
    RENDERS.set(RENDERS.get() + 1);
    let SectionProps { body, index } = props;
    let first = index * SECTION;
    let blocks = body.blocks().iter().enumerate().skip(first).take(SECTION);
    html! { <section class="part" data-part={index.to_string()}>{ for blocks.map(|(i, b)| block(body, i, b)) }</section> }
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
