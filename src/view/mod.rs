//! The page, as Yew components: one per file, with narrow props. Components that edit get a [`Dispatch`](state::Dispatch).

mod app;
mod article;
mod attribution_bar;
mod banner;
mod card;
mod card_editor;
mod cards;
mod choice;
mod handles;
mod hooks;
mod icon;
mod names;
mod sheets;
mod sources_panel;
mod state;
mod top_bar;

pub use app::App;
pub use article::body_renders;

/// Mounts the page.
pub fn mount() {
    yew::set_custom_panic_hook(Box::new(crate::browser::broken::report));
    crate::browser::page::own_scrolling();
    yew::Renderer::<App>::new().render();
}
