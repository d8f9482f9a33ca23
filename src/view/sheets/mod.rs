//! Sheets over the page, one at a time.

mod backup;
mod claims;
mod dialog;
mod draft;
mod export;
mod file_field;
mod help;
mod import;
mod library;
mod open;
mod settings;
mod source;
mod version;

use std::rc::Rc;

use yew::prelude::*;

use self::{
    backup::Backup, claims::Claims, dialog::Dialog, export::Export, help::Help, import::Import,
    library::Library, open::Open, settings::Settings, source::SourceSheet,
};
use super::{hooks::Copy, sources_panel::SourcesPanel, state::Dispatch};
use crate::{
    browser::given::Given,
    store::{Offers, Placement, Reading, Session, Sheet},
};

#[derive(Properties, Clone, PartialEq)]
pub(super) struct Props {
    pub(super) session: Rc<Session>,
    /// All claims of the open article.
    pub(super) placement: Rc<Placement>,
    /// Those that the filter shows.
    pub(super) shown: Rc<Placement>,
    /// What is proposed.
    pub(super) offers: Rc<Offers>,
    /// What was dropped on the page, or pasted.
    pub(super) incoming: Option<Rc<Given>>,
    /// How the file stands that is kept up to date.
    pub(super) copy: Copy,
    pub(super) dispatch: Dispatch,
}

#[component]
pub(super) fn Sheets(props: &Props) -> Html {
    let Some(sheet) = props.session.sheet else { return Html::default() };
    let Props { session, placement, shown, offers, incoming, copy, dispatch } = props.clone();
    let sources = session.library.sources().clone();
    let inner = match sheet {
        Sheet::Open => {
            let library = session.library.clone();
            html! { <Open {incoming} {library} node={session.node()} dispatch={dispatch.clone()} /> }
        }
        Sheet::Library => {
            let (library, open) = (session.library.clone(), session.view.open);
            html! { <Library {library} {open} dispatch={dispatch.clone()} /> }
        }
        Sheet::Claims => html! {
            <Claims {placement} {shown} {sources} filter={session.view.filter.clone()} dispatch={dispatch.clone()} />
        },
        Sheet::Sources => html! {
            <SourcesPanel body={session.article().map(|article| article.body.clone())} {placement}
                shown={shown.all().len()} {offers} reading={session.proposals.reading} {sources} filter={session.view.filter.clone()} wide=false
                dispatch={dispatch.clone()} />
        },
        Sheet::Source(id) => html! { <SourceSheet {id} {sources} dispatch={dispatch.clone()} /> },
        Sheet::Export => html! { <Export session={session.clone()} /> },
        Sheet::Import => {
            let library = session.library.clone();
            html! { <Import {incoming} {library} dispatch={dispatch.clone()} /> }
        }
        Sheet::Settings => {
            let settings = session.view.settings.clone();
            let unavailable = session.proposals.reading == Reading::Unavailable;
            html! {
                <>
                    <Settings {settings} {unavailable} dispatch={dispatch.clone()} />
                    <Backup session={session.clone()} {copy} dispatch={dispatch.clone()} />
                </>
            }
        }
        Sheet::Help => html! { <Help letters={session.view.settings.letter_keys} /> },
    };
    let title = match sheet {
        Sheet::Open => "Open an article",
        Sheet::Library => "Library",
        Sheet::Claims => "Claims",
        Sheet::Sources => "Sources",
        Sheet::Source(_) => "Source",
        Sheet::Export => "Export",
        Sheet::Import => "Import",
        Sheet::Settings => "Settings",
        Sheet::Help => "Keys",
    };
    html! { <Dialog key={title} {title} field_first={sheet == Sheet::Open} dispatch={dispatch.clone()}>{ inner }</Dialog> }
}
