//! Opening an article: paste it, choose a file, or write it. What was understood is shown before it is added.

use std::{collections::BTreeSet, rc::Rc};

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::{
    draft::DraftPreview,
    file_field::FileField,
    version::{Version, as_good_as_same, carried, known},
};
use crate::{
    annotation::Carried,
    article::{
        Article, Likeness,
        import::{Draft, Furniture, ImportError, Warning, decode, import},
    },
    browser::{
        chance,
        files::{Given, Unread},
        page,
    },
    record::{ArticleId, ClaimId, NodeId, Stamp, Timestamp},
    store::{Action, Library, edit::ArticleEdit},
    view::{app, names::count, state::Dispatch},
};

/// The longest text that is put into the field for editing, in bytes: fields grow slow beyond it.
const EDITABLE: usize = 500_000;

#[derive(Properties, Clone, PartialEq)]
pub(super) struct Props {
    pub(super) incoming: Option<Rc<Given>>,
    pub(super) library: Library,
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

    /// The article, as the person named it.
    fn article(&self, draft: &Draft, (id, at, stamp): (ArticleId, Timestamp, Stamp)) -> Article {
        let (title, url) = (given(&self.title), given(&self.url));
        Draft::clone(draft).into_article(id, at, stamp, title, url)
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

/// An article of the library that the new one is, or is a version of.
#[derive(Clone, PartialEq)]
struct Known {
    article: Rc<Article>,
    likeness: Likeness,
    carried: Rc<Vec<Carried>>,
}

impl Known {
    fn find(library: &Library, form: &Form, draft: &Draft) -> Option<Self> {
        // Only what it says of itself is compared: its identity is drawn when it is added.
        let nobody = (ArticleId::from_u128(0), Timestamp::from_millis(0), Stamp::shipped());
        let new = form.article(draft, nobody);
        let (article, likeness) = known(library, &new)?;
        let carried = match likeness {
            Likeness::Same => Vec::new(),
            Likeness::Version(_) => carried(library, &article, &new),
        };
        Some(Self { article, likeness, carried: Rc::new(carried) })
    }
}

/// What a person decided about the claims of a known article.
#[derive(Clone, PartialEq)]
struct Decision {
    carry: bool,
    accepted: BTreeSet<ClaimId>,
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
    let known = {
        let facts = (draft.clone(), form.title.clone(), form.url.clone(), props.library.clone());
        let form = form.clone();
        use_memo(facts, move |(draft, _, _, library)| match &**draft {
            Some(Ok(draft)) => Known::find(library, &form, draft),
            _ => None,
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
            let Some(Ok(draft)) = &*draft else { return };
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
                { match &*known {
                    None => Html::default(),
                    Some(known) if known.likeness == Likeness::Same => html! {
                        <p class="version">{ format!("This article is in the library already, as “{}”.", *known.article.title) }</p>
                    },
                    Some(known) => html! {
                        <Version title={(*known.article.title).clone()} carried={known.carried.clone()} carry={decision.carry}
                            accepted={decision.accepted.clone()} {on_carry} {on_toggle} />
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
