//! Every key, from the list the page listens to.

use yew::prelude::*;

use crate::store::keys::{SHORTCUTS, When};

#[derive(Properties, Clone, PartialEq)]
pub(super) struct Props {
    /// Whether single letters are commands.
    pub(super) letters: bool,
}

#[component]
pub(super) fn Help(props: &Props) -> Html {
    let groups = When::ALL.iter().map(|when| {
        let keys = SHORTCUTS.iter().filter(|key| key.when == *when).map(|key| {
            let off = !props.letters && key.is_letter();
            html! {
                <div class={classes!("key", off.then_some("off"))}>
                    <dt><kbd>{ key.shown }</kbd></dt>
                    <dd>{ key.does }</dd>
                </div>
            }
        });
        html! {
            <section class="key-group">
                <h3>{ when.label() }</h3>
                <dl>{ for keys }</dl>
            </section>
        }
    });
    html! {
        <>
            if !props.letters { <p>{ "Single letters are switched off in the settings." }</p> }
            <div class="key-groups">{ for groups }</div>
            <p class="aside">
                { "On a Mac, Cmd does what Ctrl does. A second click on overlapping claims chooses the next of them." }
            </p>
        </>
    }
}
