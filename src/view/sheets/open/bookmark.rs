//! The bookmark that hands over the page one is reading.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::browser::{files, handed};

/// What became of the bookmark's address.
#[derive(Clone, Copy, PartialEq)]
enum Outcome {
    Pressed,
    Copied,
    Refused,
}

#[component]
pub(super) fn Bookmark() -> Html {
    let outcome = use_state_eq(|| None::<Outcome>);
    let Some(address) = handed::bookmark() else { return Html::default() };
    let press = {
        let outcome = outcome.setter();
        move |event: MouseEvent| {
            event.prevent_default();
            outcome.set(Some(Outcome::Pressed));
        }
    };
    let copy = {
        let (outcome, address) = (outcome.setter(), address.clone());
        move |_: MouseEvent| {
            let (outcome, address) = (outcome.clone(), address.clone());
            spawn_local(async move {
                let copied = files::copy(&address).await;
                outcome.set(Some(if copied { Outcome::Copied } else { Outcome::Refused }));
            });
        }
    };
    let said = outcome.map(|outcome| match outcome {
        Outcome::Pressed => {
            "Not here: drag it to your bookmarks, and press it on the page you read."
        }
        Outcome::Copied => {
            "Copied. Make a bookmark of any page, and put this in place of its address."
        }
        Outcome::Refused => "The browser does not let the page copy. Drag the bookmark instead.",
    });
    html! {
        <section class="from-page" aria-label="From the page you are reading">
            <h3>{ "From the page you are reading" }</h3>
            <p>{ "Drag this to your bookmarks once. Pressed on any page, it opens that page here, or what you selected of it." }</p>
            <p class="sheet-actions">
                <a class="bookmark" id="open-bookmark" href={address} draggable="true" onclick={press}>{ "Claimlight" }</a>
                <button type="button" onclick={copy}>{ "Copy its address" }</button>
            </p>
            <p role="status">{ said.unwrap_or_default() }</p>
        </section>
    }
}
