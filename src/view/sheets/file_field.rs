//! A button that chooses a file, and a place to drop one.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::browser::{files, given::Given};

#[derive(Properties, Clone, PartialEq)]
pub(super) struct Props {
    pub(super) id: &'static str,
    pub(super) label: &'static str,
    /// What the browser offers first: file name endings and media types.
    pub(super) accept: &'static str,
    pub(super) on_given: Callback<Given>,
}

#[component]
pub(super) fn FileField(props: &Props) -> Html {
    let on_given = props.on_given.clone();
    let choose = move |event: Event| {
        let field: HtmlInputElement = event.target_unchecked_into();
        let file = field.files().and_then(|files| files.get(0));
        if let Some(file) = file {
            let on_given = on_given.clone();
            files::give(file, move |given| on_given.emit(given));
        }
        // The same file, chosen again, is a change again.
        field.set_value("");
    };
    html! {
        <label class="file" for={props.id}>
            <input type="file" id={props.id} accept={props.accept} onchange={choose} />
            <span>{ props.label }</span>
            <span class="aside">{ "or drop it anywhere" }</span>
        </label>
    }
}
