//! Taking annotations away.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::{
    browser::files,
    store::Session,
    view::{choice::choice, file::File, names::count},
};

#[derive(Properties, Clone, PartialEq)]
pub(super) struct Props {
    pub(super) session: Rc<Session>,
}

/// What became of the file.
#[derive(Clone, PartialEq)]
enum Outcome {
    Downloaded(String),
    Copied,
    /// The browser kept the clipboard shut: here it is, to copy by hand.
    Refused(AttrValue),
    NotDownloaded,
}

#[component]
pub(super) fn Export(props: &Props) -> Html {
    let session = &props.session;
    let all = use_state_eq(|| session.article().is_none());
    let outcome = use_state_eq(|| None::<Outcome>);
    let pick = |wanted: bool| {
        let (all, outcome) = (all.setter(), outcome.setter());
        move |_: MouseEvent| {
            all.set(wanted);
            outcome.set(None);
        }
    };
    let data = session.library.to_dataset(if *all { None } else { session.view.open });
    let size = format!(
        "{}, {}, {}. The texts are included, so the file alone is enough.",
        count(data.articles.len(), "article", "articles"),
        count(data.claims.len(), "claim", "claims"),
        count(data.sources.len(), "source", "sources"),
    );
    let file = {
        let (session, all) = (session.clone(), *all);
        Rc::new(move || File::of(&session, all))
    };
    let download = {
        let (file, outcome) = (file.clone(), outcome.setter());
        move |_: MouseEvent| {
            if let Some(File { name, media_type, text }) = file() {
                let taken = files::download(&name, media_type, &text);
                outcome.set(Some(if taken {
                    Outcome::Downloaded(name)
                } else {
                    Outcome::NotDownloaded
                }));
            }
        }
    };
    let copy = {
        let (file, outcome) = (file.clone(), outcome.setter());
        move |_: MouseEvent| {
            let Some(File { text, .. }) = file() else { return };
            let outcome = outcome.clone();
            spawn_local(async move {
                let copied = files::copy(&text).await;
                outcome.set(Some(if copied {
                    Outcome::Copied
                } else {
                    Outcome::Refused(text.into())
                }));
            });
        }
    };
    html! {
        <>
            <div class="choices" role="group" aria-label="What to export">
                if session.article().is_some() { { choice("Export", "This article", !*all, pick(false)) } }
                { choice("Export", "Everything", *all, pick(true)) }
            </div>
            <p>{ size }</p>
            <p class="sheet-actions">
                <button type="button" class="primary" id="export-download" onclick={download}>{ "Download JSON" }</button>
                <button type="button" id="export-copy" onclick={copy}>{ "Copy JSON" }</button>
            </p>
            <div role="status">{ outcome.as_ref().map(said) }</div>
            <p class="aside">{ "W3C Web Annotations in JSON-LD: other annotation tools can read them." }</p>
        </>
    }
}

fn said(outcome: &Outcome) -> Html {
    match outcome {
        Outcome::Downloaded(name) => html! { <p>{ format!("Downloaded {name}.") }</p> },
        Outcome::Copied => html! { <p>{ "Copied to the clipboard." }</p> },
        Outcome::NotDownloaded => {
            html! { <p>{ "The browser did not take the download. Copy it instead." }</p> }
        }
        Outcome::Refused(text) => html! {
            <label class="labelled">
                <span>{ "The browser does not let the page copy. Select all of this and copy it by hand." }</span>
                <textarea class="field" readonly=true rows="6" value={text.clone()} />
            </label>
        },
    }
}
