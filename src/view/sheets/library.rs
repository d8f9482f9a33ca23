//! All articles.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::{
    article::Article,
    browser::chance,
    record::ArticleId,
    store::{Action, Library as Records, Sheet, edit::ArticleEdit},
    view::{
        icon::{Icon, icon},
        names::count,
        state::Dispatch,
    },
};

#[derive(Properties, Clone, PartialEq)]
pub(super) struct Props {
    pub(super) library: Records,
    /// The article on screen.
    pub(super) open: Option<ArticleId>,
    pub(super) dispatch: Dispatch,
}

#[component]
pub(super) fn Library(props: &Props) -> Html {
    let shelf = props.library.shelf();
    let open_another = {
        let dispatch = props.dispatch.clone();
        move |_: MouseEvent| dispatch.show(Sheet::Open)
    };
    html! {
        <>
            if shelf.is_empty() {
                <p>{ "No articles yet." }</p>
            } else {
                <ul class="shelf">{ for shelf.iter().map(|article| row(props, article)) }</ul>
            }
            <p class="sheet-actions">
                <button type="button" class="primary" onclick={open_another}>{ "Open an article" }</button>
            </p>
        </>
    }
}

fn row(props: &Props, article: &Rc<Article>) -> Html {
    let claims = props.library.live_claims(article.id).count();
    html! {
        <Row key={article.id.to_string()} article={article.clone()} {claims} current={props.open == Some(article.id)}
            dispatch={props.dispatch.clone()} />
    }
}

#[derive(Properties, Clone, PartialEq)]
struct RowProps {
    article: Rc<Article>,
    claims: usize,
    current: bool,
    dispatch: Dispatch,
}

#[component]
fn Row(props: &RowProps) -> Html {
    let renaming = use_state_eq(|| false);
    let field = use_node_ref();
    use_effect_with((*renaming, field.clone()), |(renaming, field)| {
        if let Some(field) = field.cast::<HtmlInputElement>().filter(|_| *renaming) {
            field.select();
        }
    });
    let (article, dispatch) = (&props.article, &props.dispatch);
    let id = article.id;
    let title = article.title.to_string();
    let go = {
        let dispatch = dispatch.clone();
        move |_: MouseEvent| {
            dispatch.send(Action::Open(id));
            dispatch.close_sheet();
        }
    };
    let rename = {
        let (dispatch, renaming) = (dispatch.clone(), renaming.setter());
        move |event: Event| {
            let title = event.target_unchecked_into::<HtmlInputElement>().value();
            dispatch.article(ArticleEdit::Rename(id, title));
            renaming.set(false);
        }
    };
    let delete = {
        let dispatch = dispatch.clone();
        move |_: MouseEvent| dispatch.article(ArticleEdit::Delete(id))
    };
    let toggle = {
        let renaming = renaming.clone();
        move |_: MouseEvent| renaming.set(!*renaming)
    };
    let opened = format!("opened {}", chance::date(article.opened));
    let facts = format!("{opened} · {}", count(props.claims, "claim", "claims"));
    html! {
        <li class={classes!("volume", props.current.then_some("current"))}>
            <div class="volume-name">
                if *renaming {
                    <input class="field" aria-label={format!("New title of {title}")} value={title.clone()} onchange={rename}
                        ref={field} />
                } else {
                    <button type="button" class="volume-title" aria-current={props.current.then_some("true")} onclick={go}>
                        { &title }
                    </button>
                }
                <p class="facts">
                    { facts }
                    if let Some(url) = &*article.url { { " · " }<span class="address">{ url.to_string() }</span> }
                </p>
            </div>
            <button type="button" class="quiet" aria-label={format!("Rename {title}")} title="Rename" aria-pressed={renaming.to_string()}
                onclick={toggle}>{ icon(Icon::Edit) }</button>
            <button type="button" class="quiet" aria-label={format!("Delete {title}")} title="Delete" onclick={delete}>
                { icon(Icon::Delete) }
            </button>
        </li>
    }
}
