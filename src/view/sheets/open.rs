//! Opening an article: paste it, choose a file, give its address, or write it. What was understood is shown before it is
//! added.

mod bookmark;
mod form;

use std::{collections::BTreeSet, rc::Rc};

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use self::{
    bookmark::Bookmark,
    form::{Decision, Form, Known},
};
use super::{
    draft::{DraftPreview, read_as},
    file_field::FileField,
    version::{Version, as_good_as_same},
};
use crate::{
    article::{Likeness, import::Draft},
    browser::{chance, given::Given, page},
    record::{ClaimId, NodeId, Stamp},
    store::{Action, Library, edit::ArticleEdit},
    view::{
        app,
        hooks::{Stage, pasted, use_opening, use_sketches},
        names::count,
        state::Dispatch,
    },
};

/// What the browser offers first when a file is chosen.
const FILES: &str =
    ".txt,.text,.md,.markdown,.html,.htm,.xhtml,.mhtml,.mht,text/plain,text/markdown,text/html";

#[derive(Properties, Clone, PartialEq)]
pub(super) struct Props {
    pub(super) incoming: Option<Rc<Given>>,
    pub(super) library: Library,
    /// This browser profile, which stamps what it adds.
    pub(super) node: NodeId,
    pub(super) dispatch: Dispatch,
}

#[component]
pub(super) fn Open(props: &Props) -> Html {
    let form = use_state_eq(Form::default);
    use_effect_with(props.incoming.clone(), {
        let form = form.clone();
        move |incoming| {
            if let Some(given) = incoming {
                form.set((*form).clone().with(given.clone()));
            }
        }
    });
    let (stage, cancel) = use_opening(form.request());
    let understood = match &stage {
        Stage::Done(understood) => Some(understood.clone()),
        _ => None,
    };
    let draft = understood.as_ref().map(|understood| understood.draft.clone());
    let is_compared = use_sketches(draft.as_ref(), &props.library);
    let draft = draft.filter(|_| is_compared);
    let known = {
        let facts = (draft.clone(), form.title.clone(), form.url.clone(), props.library.clone());
        let form = form.clone();
        use_memo(facts, move |(draft, _, _, library)| {
            draft.as_ref().and_then(|draft| Known::find(library, &form, draft))
        })
    };
    let decision = use_state_eq(|| Decision { carry: true, accepted: BTreeSet::new() });
    use_effect_with(known.clone(), {
        let decision = decision.setter();
        move |known| {
            let accepted = (**known).as_ref().map(|known| as_good_as_same(&known.carried));
            decision.set(Decision { carry: true, accepted: accepted.unwrap_or_default() });
        }
    });
    let add = {
        let (form, draft, known, decision) =
            (form.clone(), draft.clone(), known.clone(), decision.clone());
        let (dispatch, node) = (props.dispatch.clone(), props.node);
        move |event: SubmitEvent| {
            event.prevent_default();
            let Some(draft) = &draft else { return };
            let at = chance::now();
            // Nothing was written to this article before, so no earlier stamp can stand in the way.
            let stamp = Stamp { at, counter: 0, node };
            let article = form.article(draft, (chance::article_id(), at, stamp));
            match &*known {
                Some(Known { article: known, likeness: Likeness::Same, .. }) => {
                    dispatch.send(Action::Open(known.id));
                }
                Some(Known { article: known, .. }) if decision.carry => {
                    let version = Rc::new(article.as_version_of(known.id));
                    let accepted = decision.accepted.clone();
                    dispatch.article(ArticleEdit::Revise { version, accepted });
                }
                _ => dispatch.article(ArticleEdit::Add(Rc::new(article))),
            }
            dispatch.close_sheet();
            page::focus(app::READER);
        }
    };
    let pick = {
        let form = form.clone();
        Callback::from(move |importer: Rc<str>| {
            form.set(Form { importer: Some(importer), ..(*form).clone() });
        })
    };
    let keep_all = {
        let form = form.clone();
        Callback::from(move |_: MouseEvent| {
            form.set(Form { keep_all: !form.keep_all, ..(*form).clone() });
        })
    };
    let said = match &stage {
        Stage::Nothing | Stage::Busy(None) => Html::default(),
        Stage::Busy(Some(doing)) => html! {
            <div class="busy">
                <p>{ &**doing }</p>
                <progress aria-label="Opening" />
                <button type="button" id="open-cancel" onclick={move |_: MouseEvent| cancel.emit(())}>{ "Stop" }</button>
            </div>
        },
        Stage::Failed(reason) => html! {
            <>
                if form.words().is_none() { { read_as(form.importer.as_deref(), &pick) } }
                <p class="refusal">{ &**reason }</p>
            </>
        },
        Stage::Done(understood) | Stage::Behind(understood) => html! {
            <DraftPreview understood={understood.clone()} keep_all={form.keep_all} on_keep_all={keep_all} on_pick={pick} />
        },
    };
    html! {
        <form class="open-form" onsubmit={add}>
            { handing_over(&form) }
            { naming(&form, draft.as_deref()) }
            <div role="status">
                { said }
                { known.as_ref().as_ref().map(|known| recognised(known, &decision)) }
            </div>
            <p class="sheet-actions">
                <button type="submit" class="primary" id="open-add" disabled={draft.is_none()}>{ "Open" }</button>
            </p>
            <Bookmark />
        </form>
    }
}

/// The ways to hand something over.
fn handing_over(form: &UseStateHandle<Form>) -> Html {
    let give = {
        let form = form.clone();
        Callback::from(move |given: Given| form.set((*form).clone().with(Rc::new(given))))
    };
    let write = {
        let form = form.clone();
        move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlTextAreaElement>().value();
            form.set(Form { given: Some(Rc::new(Given::words(text))), ..(*form).clone() });
        }
    };
    let paste = {
        let give = give.clone();
        move |event: Event| {
            let data = event.dyn_ref::<ClipboardEvent>().and_then(|event| event.clipboard_data());
            // Words go where the caret is, as always.
            if let Some(given) =
                data.and_then(|data| pasted(&data)).filter(|given| given.as_words().is_none())
            {
                event.prevent_default();
                give.emit(given);
            }
        }
    };
    let put_away = {
        let form = form.clone();
        move |_: MouseEvent| form.set(Form { given: None, importer: None, ..(*form).clone() })
    };
    html! {
        <>
            <FileField id="open-file" label="Choose a file" accept={FILES} on_given={give} />
            <div class="open-text">
                if let Some(words) = form.words() {
                    <textarea class="field" id="open-text" rows="8" aria-label="Text of the article, or its address" autofocus=true
                        placeholder="Paste the article here, or its address, or write it" value={words.to_owned()} oninput={write} onpaste={paste} />
                } else {
                    <p class="given">
                        <span>{ form.given.as_deref().map(called) }</span>
                        <button type="button" onclick={put_away}>{ "Something else" }</button>
                    </p>
                }
            </div>
        </>
    }
}

/// What was handed over, in words.
fn called(given: &Given) -> String {
    let size = given.contents.as_ref().map_or(0, |contents| contents.bytes().len());
    let size = count(size.div_ceil(1024), "kilobyte", "kilobytes");
    let what = match (&given.name, &given.address) {
        (Some(name), _) => name,
        (None, Some(address)) => address,
        (None, None) if given.is_copied => "What you copied from a page",
        (None, None) => "What you pasted",
    };
    format!("{what}, {size}")
}

/// How the article is to be called.
fn naming(form: &UseStateHandle<Form>, draft: Option<&Draft>) -> Html {
    let typed = |write: fn(Form, String) -> Form| {
        let form = form.clone();
        move |event: InputEvent| {
            let value = event.target_unchecked_into::<HtmlInputElement>().value();
            form.set(write((*form).clone(), value));
        }
    };
    html! {
        <div class="pair">
            <label class="labelled">
                <span>{ "Title (else the headline)" }</span>
                <input class="field" id="open-title" value={form.title.clone()}
                    placeholder={draft.map(|draft| draft.title.to_string())} oninput={typed(|form, title| Form { title, ..form })} />
            </label>
            <label class="labelled">
                <span>{ "Where it is from (URL)" }</span>
                <input class="field" id="open-url" inputmode="url" value={form.url.clone()}
                    placeholder={draft.and_then(|draft| draft.url.as_ref().map(ToString::to_string))}
                    oninput={typed(|form, url| Form { url, ..form })} />
            </label>
        </div>
    }
}

/// That the library has it already, or an earlier version of it.
fn recognised(known: &Known, decision: &UseStateHandle<Decision>) -> Html {
    if known.likeness == Likeness::Same {
        let words =
            format!("This article is in the library already, as “{}”.", *known.article.title);
        return html! { <p class="version">{ words }</p> };
    }
    let on_carry = {
        let decision = decision.clone();
        Callback::from(move |carry| decision.set(Decision { carry, ..(*decision).clone() }))
    };
    let on_toggle = {
        let decision = decision.clone();
        Callback::from(move |id: ClaimId| {
            let mut next = (*decision).clone();
            if !next.accepted.remove(&id) {
                next.accepted.insert(id);
            }
            decision.set(next);
        })
    };
    html! {
        <Version title={(*known.article.title).clone()} carried={known.carried.clone()} carry={decision.carry}
            accepted={decision.accepted.clone()} {on_carry} {on_toggle} />
    }
}
