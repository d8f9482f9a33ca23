//! Opening an article: paste it, choose a file, or write it. What was understood is shown before it is added.

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::{draft::DraftPreview, file_field::FileField};
use crate::{
    article::import::{Draft, Furniture, ImportError, Warning, decode, import},
    browser::{
        chance,
        files::{Given, Unread},
        page,
    },
    record::{NodeId, Stamp},
    store::edit::ArticleEdit,
    view::{app, names::count, state::Dispatch},
};

/// The longest text that is put into the field for editing, in bytes: fields grow slow beyond it.
const EDITABLE: usize = 500_000;

#[derive(Properties, Clone, PartialEq)]
pub(super) struct Props {
    pub(super) incoming: Option<Rc<Given>>,
    /// This browser profile, which stamps what it adds.
    pub(super) node: NodeId,
    pub(super) dispatch: Dispatch,
}

/// What the form holds.
#[derive(Clone, Default, PartialEq)]
struct Form {
    text: Rc<str>,
    /// The file it came from.
    file: Option<String>,
    /// Characters of the file that could not be decoded.
    undecodable: usize,
    /// Why a file could not be opened.
    refused: Option<String>,
    title: String,
    url: String,
    keep_all: bool,
}

impl Form {
    /// The form with the words of a file, or with why there are none.
    fn with(self, given: &Given) -> Self {
        let text = match &given.contents {
            Ok(bytes) => decode(bytes).map_err(|error| error.to_string()),
            Err(Unread::TooLarge) => Err(ImportError::TooLarge.to_string()),
            Err(unread) => Err(unread.to_string()),
        };
        let name = given.name.as_deref().unwrap_or("what you pasted");
        match text {
            Ok(decoded) => Self {
                text: decoded.text.into(),
                file: given.name.clone(),
                undecodable: decoded.replaced,
                refused: None,
                ..self
            },
            Err(reason) => {
                Self { refused: Some(format!("Could not open {name}. {reason}")), ..self }
            }
        }
    }

    /// What the importer makes of the text; `None` for a blank one.
    fn draft(&self) -> Option<Result<Rc<Draft>, ImportError>> {
        if self.text.trim().is_empty() {
            return None;
        }
        let keep = if self.keep_all { Furniture::Keep } else { Furniture::LeaveOut };
        let draft = import(&self.text, keep).map(|mut draft| {
            draft
                .warnings
                .extend((self.undecodable > 0).then_some(Warning::Undecodable(self.undecodable)));
            Rc::new(draft)
        });
        Some(draft)
    }
}

#[component]
pub(super) fn Open(props: &Props) -> Html {
    let form = use_state_eq(Form::default);
    use_effect_with(props.incoming.clone(), {
        let form = form.clone();
        move |incoming| {
            if let Some(given) = incoming {
                form.set((*form).clone().with(given));
            }
        }
    });
    let draft = use_memo((form.text.clone(), form.keep_all, form.undecodable), |_| form.draft());
    let on_given = {
        let form = form.clone();
        Callback::from(move |given: Given| form.set((*form).clone().with(&given)))
    };
    let typed = |write: fn(Form, String) -> Form| {
        let form = form.clone();
        move |event: InputEvent| {
            let value = event.target_unchecked_into::<HtmlInputElement>().value();
            form.set(write((*form).clone(), value));
        }
    };
    let on_text = {
        let form = form.clone();
        move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlTextAreaElement>().value();
            form.set(Form { text: text.into(), undecodable: 0, refused: None, ..(*form).clone() });
        }
    };
    let keep_all = {
        let form = form.clone();
        move |_: MouseEvent| form.set(Form { keep_all: !form.keep_all, ..(*form).clone() })
    };
    let add = {
        let (form, draft, dispatch, node) =
            (form.clone(), draft.clone(), props.dispatch.clone(), props.node);
        move |event: SubmitEvent| {
            event.prevent_default();
            let Some(Ok(draft)) = &*draft else { return };
            let at = chance::now();
            // Nothing was written to this article before, so no earlier stamp can stand in the way.
            let stamp = Stamp { at, counter: 0, node };
            let (title, url) = (given(&form.title), given(&form.url));
            let article =
                Draft::clone(draft).into_article(chance::article_id(), at, stamp, title, url);
            dispatch.article(ArticleEdit::Add(Rc::new(article)));
            dispatch.close_sheet();
            page::focus(app::READER);
        }
    };
    html! {
        <form class="open-form" onsubmit={add}>
            <FileField id="open-file" label="Choose a text file" accept=".txt,.text,text/plain" {on_given} />
            <div role="alert">
                if let Some(refused) = &form.refused { <p class="refusal">{ refused }</p> }
            </div>
            <div class="open-text">
                if form.text.len() <= EDITABLE {
                    <textarea class="field" id="open-text" rows="8" aria-label="Text of the article" autofocus=true
                        placeholder="Paste the article here, or write it" value={form.text.to_string()} oninput={on_text} />
                } else {
                    <p>{ format!("A text of {}: too long to edit here.", count(form.text.len() / 1024, "kilobyte", "kilobytes")) }</p>
                }
            </div>
            <div class="pair">
                <label class="labelled">
                    <span>{ "Title (else the headline)" }</span>
                    <input class="field" id="open-title" value={form.title.clone()} oninput={typed(|form, title| Form { title, ..form })} />
                </label>
                <label class="labelled">
                    <span>{ "Where it is from (URL)" }</span>
                    <input class="field" id="open-url" inputmode="url" value={form.url.clone()}
                        oninput={typed(|form, url| Form { url, ..form })} />
                </label>
            </div>
            <div role="status">
                { match &*draft {
                    None => Html::default(),
                    Some(Err(error)) => html! { <p class="refusal">{ error.to_string() }</p> },
                    Some(Ok(draft)) => html! {
                        <DraftPreview draft={draft.clone()} keep_all={form.keep_all} on_keep_all={keep_all} />
                    },
                } }
            </div>
            <p class="sheet-actions">
                <button type="submit" class="primary" id="open-add" disabled={!matches!(&*draft, Some(Ok(_)))}>{ "Open" }</button>
            </p>
        </form>
    }
}

/// What was typed, unless it is blank.
fn given(field: &str) -> Option<&str> {
    Some(field.trim()).filter(|text| !text.is_empty())
}
