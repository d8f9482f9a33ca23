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
mod file;
mod handles;
mod hooks;
mod icon;
mod names;
mod offer_card;
mod offers_strip;
mod sheets;
mod sources_panel;
mod state;
mod top_bar;

use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use yew::{AppHandle, Renderer};

pub use self::{app::App, article::body_renders, hooks::Opened};
use crate::browser::page;

/// Mounts the page on the document's body.
pub fn mount() {
    yew::set_custom_panic_hook(Box::new(crate::browser::broken::report));
    page::own_scrolling();
    if let Some(body) = page::document().ok().and_then(|document| document.body()) {
        mount_on(body.into(), |_| {});
    }
}

/// Mounts the page on an element, and hands over what takes it away again. Where something is stored, the storages are
/// opened first.
pub fn mount_on(root: Element, mounted: impl FnOnce(AppHandle<App>) + 'static) {
    spawn_local(async move {
        let opened = if hooks::is_stored().await {
            match desk::open().await {
                Ok(session) => Opened { session },
                Err(desk::Unreachable) => {
                    root.set_text_content(Some(state::UNREACHABLE));
                    return;
                }
            }
        } else {
            let opened = hooks::first_visit();
            desk::begin(&opened.session);
            opened
        };
        mounted(Renderer::<App>::with_root_and_props(root, opened).render());
    });
}

/// Takes the page away: a test is over.
pub fn unmount(app: AppHandle<App>) {
    app.destroy();
    desk::close();
}
