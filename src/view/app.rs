//! The whole page.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    article::ArticleBody,
    attribution_bar,
    banner::{Hint, Notice, Trouble},
    card,
    cards::Cards,
    desk::use_desk,
    handles,
    hooks::{
        Kept, Opened, Painted, show_beside, show_range, use_asking, use_going, use_incoming,
        use_keeping, use_keyboard, use_looks, use_near, use_painting, use_place, use_selection,
    },
    names, offer_card, sheets,
    sources_panel::SourcesPanel,
    state::{Dispatch, Store},
    top_bar::TopBar,
};
use crate::{
    browser::{article_dom::ArticleDom, chance, page},
    store::{
        Action, Glance, Offers, Placement, Session, Sheet, backup,
        view_state::{Column, Theme},
    },
};

/// The `id` of the article's surroundings, which take the keyboard.
pub(super) const READER: &str = "reader";

/// The whole page.
#[component]
pub fn App(opened: &Opened) -> Html {
    let store = use_reducer_eq(|| Store(opened.session.clone()));
    let dispatch = Dispatch::new(store.dispatcher());
    let session = &store.0;
    let desk = use_desk(session.chosen.is_some());
    let dom = use_state_eq(|| None::<Rc<ArticleDom>>);

    let Kept { status, problems, copy } = use_keeping(&dispatch);
    use_looks();
    use_look(session);
    let incoming = use_incoming(session.sheet, &dispatch);
    use_keyboard(session, &dom, &dispatch);
    use_selection(&dom, &dispatch);
    use_going(session, &dispatch);
    use_place(&dom, session.place(), &dispatch);

    let article = session.article().cloned();
    let sources = session.library.sources().clone();
    let body = article.as_ref().map(|article| article.body.clone());
    let placement = session.placed().clone();
    let filter = session.view.filter.clone();
    let shown = use_memo((placement.clone(), filter.clone()), |(placement, filter)| {
        if filter.is_empty() { placement.clone() } else { Rc::new(placement.filtered(filter)) }
    });
    let offers = session.offers().clone();
    use_asking(session, desk, &status, &dispatch);
    let near = use_near(&dom);
    use_painting(
        &dom,
        Painted {
            shown: (*shown).clone(),
            sources: sources.clone(),
            chosen: session.chosen,
            hovered: session.hovered,
            offers: offers.clone(),
            offered: session.offered,
            bar: session.bar,
            cursor: session.cursor,
            near: near.clone(),
        },
    );
    use_in_view(&dom, session, &shown, &offers);

    let reader = match article {
        Some(article) => html! {
            <main class={classes!("reader", "has-article")} id={READER} tabindex="0" aria-label="Article"
                onclick={on_click(&dom, &dispatch)} onpointermove={on_move(&dom, &dispatch, session, &shown)}>
                <div class="hint-place">
                    if !session.view.hint_seen { <Hint dispatch={dispatch.clone()} /> }
                </div>
                <ArticleBody key={article.id.to_string()} body={article.body.clone()}
                    language={article.language.clone()} on_dom={let dom = dom.setter(); move |found| dom.set(found)} />
                <div class="cards-place">
                    if let Some(dom) = &*dom {
                        <Cards dom={dom.clone()} shown={(*shown).clone()} offers={offers.clone()} offered={session.offered} sources={sources.clone()} near={near}
                            chosen={session.chosen} hovered={session.hovered} draft={session.view.draft.clone()}
                            {desk} dispatch={dispatch.clone()} />
                    }
                </div>
                <div class="handles-place">
                    if let (Some(desk), Some(dom), Some(placed)) = (desk, &*dom, session.chosen.and_then(|id| shown.get(id))) {
                        { (desk.handles)(handles::Props { dom: dom.clone(), placed: placed.clone(), dispatch: dispatch.clone() }) }
                    }
                </div>
                <div class="bar-place">
                    if let (Some(desk), Some(dom), Some(bar)) = (desk, &*dom, session.bar) {
                        { (desk.bar)(attribution_bar::Props {
                            dom: dom.clone(),
                            bar,
                            session: session.clone(),
                            offers: offers.clone(),
                            sources: sources.clone(),
                            placement: placement.clone(),
                            chosen: session.chosen,
                            last_used: session.view.last_used,
                            dispatch: dispatch.clone(),
                        }) }
                    }
                </div>
            </main>
        },
        None => html! {
            <main class="reader empty" id={READER} tabindex="-1">
                <h1>{ "Nothing open" }</h1>
                <p>{ "Paste an article, or drop a text file anywhere on this page." }</p>
                <button class="primary" onclick={let d = dispatch.clone(); move |_| d.show(Sheet::Open)}>
                    { "Open an article" }
                </button>
            </main>
        },
    };
    let last = session.view.backed_up;
    let claims = session.library.all_claims().clone();
    let backup = use_memo((claims, last), |_| {
        page::forgets() && backup::is_due(&session.library, last, chance::now())
    });
    let hearing = hearing(session);
    let arrived = match session.proposals.all.len() {
        0 => String::new(),
        all => names::count(all, "proposal", "proposals"),
    };
    html! {
        <>
            <TopBar title={session.article().map(|a| AttrValue::from(a.title.to_string()))}
                undo={session.history.next_undo().map(|s| AttrValue::from(s.label.clone()))}
                redo={session.history.next_redo().map(|s| AttrValue::from(s.label.clone()))}
                claims={placement.all().len()} status={status.clone()}
                backed_up={last} copy={copy.clone()} dispatch={dispatch.clone()} />
            <div class="trouble-place">
                <Trouble {status} {problems}
                    orphans={placement.orphans().len()} backup={*backup} dispatch={dispatch.clone()} />
            </div>
            <div class="page">
                <aside class="side" aria-label="Sources and filters">
                    <SourcesPanel body={body} placement={placement.clone()} shown={shown.all().len()}
                        offers={offers.clone()} reading={session.proposals.reading} sources={sources} filter={filter} wide={true} dispatch={dispatch.clone()} />
                </aside>
                { reader }
            </div>
            <div class="sheets">
                if let (Some(desk), Some(_)) = (desk, session.sheet) {
                    { (desk.sheets)(sheets::Props {
                        session: session.clone(),
                        placement: placement.clone(),
                        shown: (*shown).clone(),
                        offers: offers.clone(),
                        incoming,
                        copy,
                        dispatch: dispatch.clone(),
                    }) }
                }
            </div>
            <Notice notice={session.notice.clone()} dispatch={dispatch.clone()} />
            <p class="heard" aria-live="polite">{ hearing.unwrap_or_default() }</p>
            <p class="unseen" role="status">{ arrived }</p>
        </>
    }
}

/// What is read out while the keyboard moves on: a sentence, or a proposal.
fn hearing(session: &Session) -> Option<String> {
    let body = &session.article()?.body;
    if let Some(range) = session.cursor {
        return Some(body.slice(range).to_owned());
    }
    let offer = session.offers().get(session.offered?)?;
    let name = names::speaker(session.library.sources(), &offer.speaker);
    let pieces = offer.proposal.content.iter().map(|piece| body.slice(*piece));
    Some(format!("Proposal, {name}: {}", pieces.collect::<Vec<_>>().join(" … ")))
}

/// Theme, text size and column reach the style sheet as attributes of `<html>`.
#[hook]
fn use_look(session: &Rc<Session>) {
    let title = session.article().map(|article| article.title.clone());
    use_effect_with((session.view.settings.clone(), title), |(settings, title)| {
        let theme = match settings.theme {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        };
        let column = match settings.column {
            Column::Narrow => "narrow",
            Column::Normal => "normal",
            Column::Wide => "wide",
        };
        page::set_root_attribute("data-theme", theme);
        page::set_root_attribute("data-column", column);
        page::set_root_attribute("data-text-size", &settings.text_size.to_string());
        let title = title.as_ref().map(|title| format!("{} – Claimlight", **title));
        page::set_title(title.as_deref().unwrap_or("Claimlight"));
    });
}

/// What the keyboard moves to comes into view.
#[hook]
fn use_in_view(
    dom: &Option<Rc<ArticleDom>>,
    session: &Rc<Session>,
    shown: &Rc<Placement>,
    offers: &Rc<Offers>,
) {
    let (dom, shown, offers) = (dom.clone(), shown.clone(), offers.clone());
    let looked_at = (session.cursor, session.chosen, session.offered);
    use_effect_with(looked_at, move |(cursor, chosen, offered)| {
        let claim = || shown.get((*chosen)?)?.hull();
        let offer = || offers.get((*offered)?)?.hull();
        if let (Some(dom), Some(range)) = (dom, cursor.or_else(claim).or_else(offer)) {
            let card = chosen.map(card::id).or(offered.map(offer_card::id));
            let card = card.and_then(|id| page::element(&id));
            show_range(&dom, range, card.as_ref());
            if let (Some(_), Some(card)) = (offered, &card) {
                show_beside(&dom, range, card);
            }
        }
    });
}

fn on_click(dom: &Option<Rc<ArticleDom>>, dispatch: &Dispatch) -> Callback<MouseEvent> {
    let (dom, dispatch) = (dom.clone(), dispatch.clone());
    Callback::from(move |event: MouseEvent| {
        let Some(dom) = dom.as_ref().filter(|dom| dom.selection().is_none()) else { return };
        let target = event.target_unchecked_into::<web_sys::Element>();
        let in_text = target.closest(".body").ok().flatten().is_some();
        let elsewhere = target.closest("a, .slot, .bar, [role=slider]").ok().flatten().is_some();
        if !in_text || elsewhere {
            return;
        }
        let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
        match dom.at_point(x, y) {
            Some(at) => dispatch.send(Action::Click(at)),
            None => dispatch.send(Action::Choose(None)),
        }
    })
}

/// A pointer over a claim's words lights its card.
fn on_move(
    dom: &Option<Rc<ArticleDom>>,
    dispatch: &Dispatch,
    session: &Rc<Session>,
    shown: &Rc<Placement>,
) -> Callback<PointerEvent> {
    let (dom, dispatch, shown) = (dom.clone(), dispatch.clone(), shown.clone());
    let hovered = session.hovered;
    Callback::from(move |event: PointerEvent| {
        let Some(dom) = dom.as_ref().filter(|_| event.pointer_type() == "mouse") else { return };
        let target = event.target_unchecked_into::<web_sys::Element>();
        if target.closest(".slot").ok().flatten().is_some() {
            return;
        }
        let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
        let at = if shown.all().is_empty() { None } else { dom.at_point(x, y) };
        let under = at.and_then(|at| shown.at(at).first().map(|p| p.claim.id));
        if under != hovered {
            dispatch.glance(Glance::Hover(under));
        }
    })
}
