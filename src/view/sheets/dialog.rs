//! The frame of a sheet: a modal `<dialog>`, which keeps the keyboard inside by itself.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use crate::{
    browser::page,
    view::{
        app,
        icon::{Icon, icon},
        state::Dispatch,
    },
};

/// The `id` of the heading.
const TITLE: &str = "sheet-title";

#[derive(Properties, Clone, PartialEq)]
pub(super) struct Props {
    pub(super) title: &'static str,
    /// Whether a field takes the keyboard, rather than the heading.
    pub(super) field_first: bool,
    pub(super) children: Html,
    pub(super) dispatch: Dispatch,
}

#[component]
pub(super) fn Dialog(props: &Props) -> Html {
    let element = use_node_ref();
    use_effect_with(element.clone(), |element| {
        let opener = page::focused();
        if let Some(dialog) = element.cast::<HtmlDialogElement>() {
            // Fails only where it is open already.
            let _ = dialog.show_modal();
        }
        move || match opener.filter(|opener| opener.is_connected()) {
            Some(opener) if opener.tag_name() != "BODY" => page::focus_element(&opener),
            _ => page::focus(app::READER),
        }
    });
    let close = {
        let dispatch = props.dispatch.clone();
        move || dispatch.close_sheet()
    };
    let on_cancel = {
        let close = close.clone();
        move |event: Event| {
            event.prevent_default();
            close();
        }
    };
    // The dialog itself is only hit beside its contents.
    let on_click = {
        let (close, element) = (close.clone(), element.clone());
        move |event: MouseEvent| {
            if event.target_dyn_into::<web_sys::Node>() == element.get() {
                close();
            }
        }
    };
    html! {
        <dialog class="sheet" aria-labelledby={TITLE} ref={element} oncancel={on_cancel} onclick={on_click}>
            <div class="sheet-inside">
                <header class="sheet-head">
                    <h2 id={TITLE} tabindex="-1" autofocus={!props.field_first}>{ props.title }</h2>
                    <button type="button" class="quiet" aria-label="Close" title="Close (Esc)" onclick={move |_| close()}>
                        { icon(Icon::Close) }
                    </button>
                </header>
                <div class="sheet-body">{ props.children.clone() }</div>
            </div>
        </dialog>
    }
}
