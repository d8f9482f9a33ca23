//! A file of everything, for the day the browser forgets.

use std::rc::Rc;

use yew::prelude::*;

use super::export::File;
use crate::{
    browser::{chance, files, page},
    store::{Action, Session},
    view::state::Dispatch,
};

#[derive(Properties, Clone, PartialEq)]
pub(super) struct Props {
    pub(super) session: Rc<Session>,
    pub(super) dispatch: Dispatch,
}

#[component]
pub(super) fn Backup(props: &Props) -> Html {
    let refused = use_state_eq(|| false);
    let save = {
        let (session, dispatch) = (props.session.clone(), props.dispatch.clone());
        let refused = refused.setter();
        move |_: MouseEvent| {
            let Some(File { name, media_type, text }) = File::of(&session, true) else { return };
            let taken = files::download(&name, media_type, &text);
            refused.set(!taken);
            if taken {
                dispatch.send(Action::BackedUp);
            }
        }
    };
    let last = match props.session.view.backed_up {
        Some(at) => format!("Last back-up: {}.", chance::date(at)),
        None => "No back-up yet.".to_owned(),
    };
    let limits = if page::forgets() {
        "This browser throws away what a page keeps when the page is not used for 7 days."
    } else {
        "Whoever clears this browser’s data clears your work with it."
    };
    html! {
        <section class="settings" aria-label="Back-up">
            <h3>{ "Back-up" }</h3>
            <p>{ limits }{ " A file brings all of it back: import it." }</p>
            <p class="sheet-actions">
                <button type="button" id="back-up" onclick={save}>{ "Save everything to a file" }</button>
                <a href="rescue.html">{ "Rescue page" }</a>
            </p>
            <p role="status">{ if *refused { "The browser did not take the download.".to_owned() } else { last } }</p>
        </section>
    }
}
