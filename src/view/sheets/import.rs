//! Bringing annotations in: look first, then merge.

use std::rc::Rc;

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::file_field::FileField;
use crate::{
    browser::{files, given::Given},
    formats::{FORMATS, Imported, SetAside},
    store::{Action, Count, Library, edit::Edit, preview},
    view::{names::count, state::Dispatch},
};

#[derive(Properties, Clone, PartialEq)]
pub(super) struct Props {
    pub(super) incoming: Option<Rc<Given>>,
    pub(super) library: Library,
    pub(super) dispatch: Dispatch,
}

/// What a file gave, or why it gave nothing.
type Read = Result<Rc<Imported>, String>;

#[component]
pub(super) fn Import(props: &Props) -> Html {
    let found = use_state_eq(|| None::<Read>);
    use_effect_with(props.incoming.clone(), {
        let found = found.setter();
        move |incoming| {
            if let Some(given) = incoming {
                found.set(Some(read(given)));
            }
        }
    });
    let on_given = {
        let found = found.setter();
        Callback::from(move |given: Given| found.set(Some(read(&given))))
    };
    let on_text = {
        let found = found.setter();
        move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlTextAreaElement>().value();
            found.set((!text.is_empty()).then(|| read(&Given::words(text))));
        }
    };
    html! {
        <>
            <p>{ "Annotations that Claimlight exported, as a file or as text. Nothing changes before you say so." }</p>
            <FileField id="import-file" label="Choose a file" accept=".json,.jsonld,application/json,application/ld+json" {on_given} />
            <textarea class="field" id="import-text" rows="3" aria-label="JSON" placeholder="… or paste the JSON here" oninput={on_text} />
            <div role="status">
                { found.as_ref().map(|found| match found {
                    Err(reason) => html! { <p class="refusal">{ reason }</p> },
                    Ok(imported) => html! {
                        <Understood imported={imported.clone()} library={props.library.clone()} dispatch={props.dispatch.clone()} />
                    },
                }) }
            </div>
        </>
    }
}

fn read(given: &Given) -> Read {
    let contents =
        given.contents.as_ref().map_err(|unread| format!("{unread} Nothing was changed."))?;
    let text = std::str::from_utf8(contents.bytes())
        .map_err(|_| "This file is not JSON: it is not even text in UTF-8. Nothing was changed.")?;
    let format = FORMATS.first().ok_or("No format is known.")?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    format.import(text).map(Rc::new).map_err(|error| error.to_string())
}

#[derive(Properties, Clone, PartialEq)]
struct UnderstoodProps {
    imported: Rc<Imported>,
    library: Library,
    dispatch: Dispatch,
}

#[component]
fn Understood(props: &UnderstoodProps) -> Html {
    let data = &props.imported.data;
    let counted = preview(&props.library, data);
    let merge = {
        let (dispatch, imported) = (props.dispatch.clone(), props.imported.clone());
        move |_: MouseEvent| {
            dispatch.send(Action::Edit(Edit::Import(Rc::new(imported.data.clone()))));
            if imported.set_aside.is_empty() {
                dispatch.close_sheet();
            }
        }
    };
    let aside = props.imported.set_aside.len();
    html! {
        <>
            <table class="counts">
                <thead><tr><td></td><th>{ "New" }</th><th>{ "Changed" }</th><th>{ "Same" }</th></tr></thead>
                <tbody>
                    { counts("Claims", counted.claims) }
                    { counts("Sources", counted.sources) }
                    { counts("Articles", counted.articles) }
                </tbody>
            </table>
            { concern(counted.without_article, "claim is", "claims are", "about an article that is neither here nor in the file. Shown once it is opened here.") }
            { concern(counted.other_text, "article has", "articles have", "another text here, which stays. The claims are looked for in it.") }
            if aside > 0 { <SetAsideList parts={props.imported.clone()} /> }
            if counted.changes_anything() {
                <p class="sheet-actions">
                    <button type="button" class="primary" id="import-merge" onclick={merge}>{ "Take it in" }</button>
                </p>
                <p class="aside">{ "What is here stays, except where the file has something newer. One undo takes all of it back." }</p>
            } else {
                <p>{ "All of this is here already." }</p>
            }
        </>
    }
}

/// What a person should know before taking it in; nothing where there is none of it.
fn concern(number: usize, one: &str, many: &str, what: &str) -> Html {
    if number == 0 {
        return Html::default();
    }
    html! { <p class="warning">{ format!("{} {what}", count(number, one, many)) }</p> }
}

fn counts(what: &'static str, Count { new, changed, same }: Count) -> Html {
    html! { <tr><th scope="row">{ what }</th><td>{ new }</td><td>{ changed }</td><td>{ same }</td></tr> }
}

#[derive(Properties, Clone, PartialEq)]
struct SetAsideProps {
    parts: Rc<Imported>,
}

/// What was not understood: listed, and to be had as a file.
#[component]
fn SetAsideList(props: &SetAsideProps) -> Html {
    let parts = &props.parts.set_aside;
    let keep = {
        let imported = props.parts.clone();
        move |_: MouseEvent| {
            let parts: Vec<&str> = imported.set_aside.iter().map(|part| &*part.json).collect();
            let json = format!("[\n{}\n]\n", parts.join(",\n"));
            // Where the browser refuses, the list still shows all of it.
            files::download("claimlight-set-aside.json", "application/json", &json);
        }
    };
    let row = |part: &SetAside| {
        html! {
            <li>
                <details>
                    <summary>{ &part.reason }{ " " }<code>{ &part.place }</code></summary>
                    <pre>{ &part.json }</pre>
                </details>
            </li>
        }
    };
    html! {
        <section class="set-aside">
            <h3>{ format!("{} not understood, and set aside", count(parts.len(), "part", "parts")) }</h3>
            <ul>{ for parts.iter().map(row) }</ul>
            <button type="button" onclick={keep}>{ "Save what was set aside" }</button>
        </section>
    }
}
