//! One answer out of a few, as a button that stays pressed.

use yew::prelude::*;

/// The button. It reads out as “group: label”.
pub(super) fn choice(
    group: &'static str,
    label: &str,
    pressed: bool,
    onclick: impl Fn(MouseEvent) + 'static,
) -> Html {
    html! {
        <button key={label.to_owned()} type="button" class="choice" aria-pressed={pressed.to_string()}
            aria-label={format!("{group}: {label}")} {onclick}>
            { label.to_owned() }
        </button>
    }
}
