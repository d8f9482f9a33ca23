//! The page, as Yew components.
use yew::prelude::*;

/// The whole page.
#[component]
pub fn App() -> Html {
    html! { <main><h1>{ "Claimlight" }</h1></main> }
}

/// Mounts the page.
pub fn mount() {
    yew::Renderer::<App>::new().render();
}
