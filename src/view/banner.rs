//! What the page has to say: a hint, what just happened, what is wrong.

use yew::prelude::*;

use super::{
    icon::{Icon, icon},
    names::count,
    state::Dispatch,
};
use crate::{
    browser::files,
    store::{
        Action, Glance, Notice as Message, Sheet,
        persist::{Problem, Status},
    },
};

#[derive(Properties, Clone, PartialEq)]
pub(super) struct HintProps {
    pub(super) dispatch: Dispatch,
}

/// One line for a first visit.
#[component]
pub(super) fn Hint(props: &HintProps) -> Html {
    let dispatch = props.dispatch.clone();
    html! {
        <p class="hint">
            <span>{ "Select a statement, then tap who says it, or press the digit. " }<kbd>{ "?" }</kbd>{ " shows every key." }</span>
            <button class="quiet" aria-label="Put the hint away" onclick={move |_| dispatch.glance(Glance::HideHint)}>
                { icon(Icon::Close) }
            </button>
        </p>
    }
}

#[derive(Properties, Clone, PartialEq)]
pub(super) struct NoticeProps {
    pub(super) notice: Option<Message>,
    pub(super) dispatch: Dispatch,
}

/// What just happened, and a way back. It stays until it is put away or something else happens: a message that goes by
/// itself is a message missed.
#[component]
pub(super) fn Notice(props: &NoticeProps) -> Html {
    let undo = {
        let dispatch = props.dispatch.clone();
        move |_: MouseEvent| dispatch.send(Action::Undo)
    };
    let hide = {
        let dispatch = props.dispatch.clone();
        move |_: MouseEvent| dispatch.glance(Glance::HideNotice)
    };
    html! {
        <div class="notices" role="status">
            if let Some(notice) = &props.notice {
                <p class="notice">
                    <span>{ &notice.text }</span>
                    if notice.undoes { <button onclick={undo}>{ "Undo" }</button> }
                    <button class="quiet" aria-label="Close this message" onclick={hide}>
                        { icon(Icon::Close) }
                    </button>
                </p>
            }
        </div>
    }
}

#[derive(Properties, Clone, PartialEq)]
pub(super) struct TroubleProps {
    pub(super) status: Status,
    pub(super) problems: Vec<Problem>,
    pub(super) orphans: usize,
    /// Whether to remind of a back-up.
    pub(super) backup: bool,
    pub(super) dispatch: Dispatch,
}

/// Gives what could not be read to whoever may yet make sense of it: a list of keys, reasons and records.
fn download(problems: &[Problem]) -> Callback<MouseEvent> {
    let problems = problems.to_vec();
    Callback::from(move |_| {
        let rows: Vec<_> = problems.iter().map(|p| [&p.key, &p.reason, &p.record]).collect();
        // Texts always have a JSON form; where the browser takes no download, it says so itself.
        let text = serde_json::to_string(&rows).unwrap_or_default();
        files::download("claimlight-unread-records.json", "application/json", &text);
    })
}

/// What is wrong, said once and plainly.
#[component]
pub(super) fn Trouble(props: &TroubleProps) -> Html {
    let put_away = use_state_eq(|| false);
    let hide = {
        let put_away = put_away.setter();
        move |_: MouseEvent| put_away.set(true)
    };
    let show = |sheet: Sheet| {
        let dispatch = props.dispatch.clone();
        move |_: MouseEvent| dispatch.show(sheet)
    };
    html! {
        <div class="troubles" role="alert">
            if let (Status::Failed(failure), false) = (&props.status, *put_away) {
                <p class="trouble">
                    <span>{ format!("{failure}. You can work on, but it is gone when this page is closed: export it.") }</span>
                    <button onclick={show(Sheet::Export)}>{ "Export" }</button>
                    <button class="quiet" aria-label="Close this message" onclick={hide}>{ icon(Icon::Close) }</button>
                </p>
            }
            if !props.problems.is_empty() {
                <details class="trouble">
                    <summary>{ format!("{} could not be read and stay as they are.", count(props.problems.len(), "stored record", "stored records")) }</summary>
                    <p><button onclick={download(&props.problems)}>{ "Download them" }</button></p>
                    <ul>{ for props.problems.iter().map(|p| html! { <li>{ format!("{}: {}", p.key, p.reason) }</li> }) }</ul>
                </details>
            }
            if props.backup {
                <p class="trouble">
                    <span>{ "This browser throws away what a page keeps when it is not used for 7 days. Save your work to a file." }</span>
                    <button onclick={show(Sheet::Settings)}>{ "Back up" }</button>
                </p>
            }
            if props.orphans > 0 {
                <p class="trouble">
                    <span>{ format!("{} not found in this text.", count(props.orphans, "claim is", "claims are")) }</span>
                    <button onclick={show(Sheet::Claims)}>{ "Show" }</button>
                </p>
            }
        </div>
    }
}
