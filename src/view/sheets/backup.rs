//! A file of everything, for the day the browser forgets.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    browser::{chance, files, kept_file, page},
    store::{Action, Session},
    view::{
        file::File,
        hooks::{Backing, Copy, keeper},
        state::Dispatch,
    },
};

#[derive(Properties, Clone, PartialEq)]
pub(super) struct Props {
    pub(super) session: Rc<Session>,
    /// How the file stands that is kept up to date.
    pub(super) copy: Copy,
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
            let at = chance::now();
            let taken = files::download(&name, media_type, &text);
            refused.set(!taken);
            if taken {
                dispatch.send(Action::BackedUp(at));
            }
        }
    };
    let last = match props.session.view.backed_up {
        Some(at) => format!("Last back-up: {}.", chance::moment(at)),
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
            { keeper().filter(|_| kept_file::is_offered()).map(|keeper| kept_up_to_date(props, &keeper.backing())) }
            <p role="status">{ if *refused { "The browser did not take the download.".to_owned() } else { last } }</p>
        </section>
    }
}

/// The file that writes itself.
fn kept_up_to_date(props: &Props, backing: &Rc<Backing>) -> Html {
    let press = |id: &'static str, label: &'static str, does: fn(&Rc<Backing>, &Rc<Session>)| {
        let (backing, session) = (backing.clone(), props.session.clone());
        html! {
            <button type="button" {id} onclick={move |_: MouseEvent| does(&backing, &session)}>{ label }</button>
        }
    };
    let choose = |label| press("back-up-choose", label, |backing, session| backing.choose(session));
    let stop = || press("back-up-stop", "Stop", |backing, _| backing.stop());
    let name = backing.name().unwrap_or_default();
    let (said, buttons) = match &props.copy {
        Copy::None => (
            "Or choose a file once: it is written anew a moment after each edit, by itself."
                .to_owned(),
            html! { { choose("Keep a file up to date") } },
        ),
        Copy::Fresh => (format!("{name} is kept up to date by itself."), html! { { stop() } }),
        Copy::Paused => (
            format!("The browser wants to know once more whether {name} may be written."),
            html! { <>{ press("back-up-go-on", "Go on", |backing, session| backing.go_on(session)) }{ stop() }</> },
        ),
        Copy::HoldsMore => (
            format!(
                "{name} holds work that is not in this browser. It is not written until you say what becomes of that."
            ),
            html! {
                <>
                    { press("back-up-take-in", "Take it in", |backing, _| backing.settle(true)) }
                    { press("back-up-write-over", "Write over it", |backing, _| backing.settle(false)) }
                    { stop() }
                </>
            },
        ),
        Copy::Failed(error) => (
            format!("{error} It is tried again after the next edit."),
            html! { <>{ choose("Choose another file") }{ stop() }</> },
        ),
    };
    html! {
        <div class="kept-file">
            <p role="status">{ said }</p>
            <p class="sheet-actions">{ buttons }</p>
        </div>
    }
}
