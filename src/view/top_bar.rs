//! The bar on top: quiet, and always there.

use yew::prelude::*;

use super::{
    hooks::Copy,
    icon::{Icon, icon},
    state::Dispatch,
};
use crate::{
    browser::chance,
    record::Timestamp,
    store::{Action, Sheet, persist::Status},
};

#[derive(Properties, Clone, PartialEq)]
pub(super) struct Props {
    pub(super) title: Option<AttrValue>,
    /// What undo would take back.
    pub(super) undo: Option<AttrValue>,
    /// What redo would make again.
    pub(super) redo: Option<AttrValue>,
    /// Claims of the open article.
    pub(super) claims: usize,
    pub(super) status: Status,
    pub(super) backed_up: Option<Timestamp>,
    /// How the file stands that is kept up to date.
    pub(super) copy: Copy,
    pub(super) dispatch: Dispatch,
}

#[component]
pub(super) fn TopBar(props: &Props) -> Html {
    let show = |sheet: Sheet| {
        let dispatch = props.dispatch.clone();
        move |_: MouseEvent| dispatch.show(sheet)
    };
    let step = |name: &'static str, label: &Option<AttrValue>, picture: Icon, action: Action| {
        let dispatch = props.dispatch.clone();
        let title = match label {
            Some(label) => format!("{name}: {label}"),
            None => format!("Nothing to {}", name.to_lowercase()),
        };
        html! {
            <button class="tool" title={title.clone()} aria-label={title} disabled={label.is_none()}
                onclick={move |_: MouseEvent| dispatch.send(action.clone())}>
                { icon(picture) }
            </button>
        }
    };
    let (kept, kept_title) = match &props.status {
        Status::Saving => ("Saving…", "On its way to the disk".to_owned()),
        Status::Saved => ("Saved", "On this computer’s disk".to_owned()),
        Status::Fleeting(reason) => (
            "Kept only until the browser clears it",
            format!("{reason}. A crash may cost the last seconds. Export to be safe"),
        ),
        Status::Failed(reason) => ("Not saved", reason.to_string()),
    };
    let is_well = matches!(props.status, Status::Saving | Status::Saved);
    let (backup, is_backed_up) = match (&props.copy, props.backed_up) {
        (Copy::Paused, _) => ("Back-up paused".to_owned(), false),
        (Copy::HoldsMore, _) => ("Back-up differs".to_owned(), false),
        (Copy::Failed(_), _) => ("Back-up failed".to_owned(), false),
        (Copy::None | Copy::Fresh, Some(at)) => (format!("Backed up {}", chance::moment(at)), true),
        (Copy::None | Copy::Fresh, None) => ("No back-up".to_owned(), true),
    };
    let title = props.title.clone().unwrap_or(AttrValue::Static("Library"));
    html! {
        <header class="top">
            <span class="brand">{ "Claimlight" }</span>
            <button class="tool title" aria-label={format!("Library: {title}")} title="Library" onclick={show(Sheet::Library)}>
                { icon(Icon::Library) }<span class="text">{ title }</span>
            </button>
            <span class={classes!("kept", (!is_well).then_some("not"))} title={kept_title}>{ kept }</span>
            <span class="backed-up-place">
                if props.claims > 0 || props.backed_up.is_some() {
                    <button class={classes!("tool", "backed-up", (!is_backed_up).then_some("not"))} title="Back-up, in the settings"
                        onclick={show(Sheet::Settings)}>{ backup }</button>
                }
            </span>
            <nav class="tools" aria-label="Tools">
                { step("Undo", &props.undo, Icon::Undo, Action::Undo) }
                { step("Redo", &props.redo, Icon::Redo, Action::Redo) }
                <button class="tool" aria-label={format!("Claims: {}", props.claims)} title="All claims" onclick={show(Sheet::Claims)}>
                    { icon(Icon::List) }<span class="number">{ props.claims }</span>
                </button>
                <button class="tool narrow-only" aria-label="Sources" title="Sources" onclick={show(Sheet::Sources)}>
                    { icon(Icon::People) }
                </button>
                <button class="tool" aria-label="Open" title="Open an article" onclick={show(Sheet::Open)}>
                    { icon(Icon::Open) }<span class="text">{ "Open" }</span>
                </button>
                <button class="tool" aria-label="Export" title="Export annotations" onclick={show(Sheet::Export)}>
                    { icon(Icon::Export) }<span class="text">{ "Export" }</span>
                </button>
                <button class="tool" aria-label="Import" title="Import annotations" onclick={show(Sheet::Import)}>
                    { icon(Icon::Import) }<span class="text">{ "Import" }</span>
                </button>
                <button class="tool" aria-label="Settings" title="Text size, colours, keys" onclick={show(Sheet::Settings)}>
                    <span class="letters" aria-hidden="true">{ "Aa" }</span>
                </button>
                <button class="tool" aria-label="Keys" title="All keys" onclick={show(Sheet::Help)}>
                    <span class="letters" aria-hidden="true">{ "?" }</span>
                </button>
            </nav>
        </header>
    }
}
