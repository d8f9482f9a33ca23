//! The page, as Yew components: one per file, with narrow props. Components that edit get a [`Dispatch`](state::Dispatch).

mod app;
mod article;
mod attribution_bar;
mod banner;
mod card;
mod card_editor;
mod cards;
mod choice;
mod desk;
mod handles;
mod hooks;
mod icon;
mod names;
mod sheets;
mod sources_panel;
mod state;
mod top_bar;

use web_sys::Element;
use yew::{AppHandle, Renderer};

pub use self::{app::App, article::body_renders, hooks::Opened};
use crate::browser::page;

/// Mounts the page on the document's body.
pub fn mount() {
    page::own_scrolling();
    if let Some(body) = page::document().ok().and_then(|document| document.body()) {
        mount_on(body.into(), |_| {});
    }
}

/// Mounts the page on an element, and hands over what takes it away again.
pub fn mount_on(root: Element, mounted: impl FnOnce(AppHandle<App>) + 'static) {
    let render = |root, opened| Renderer::<App>::with_root_and_props(root, opened).render();
    match hooks::is_stored() {
        Ok(true) => desk::with(move |desk| match desk {
            Ok(desk) => mounted(render(root, (desk.resume)())),
            Err(desk::Unreachable) => root.set_text_content(Some(state::UNREACHABLE)),
        }),
        stored => mounted(render(root, hooks::first_visit(stored.err()))),
    }
}
