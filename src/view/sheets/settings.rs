//! How the page looks and behaves.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::{
    store::{
        Action,
        view_state::{Column, Settings as Values, Theme},
    },
    view::{choice::choice, state::Dispatch},
};

#[derive(Properties, Clone, PartialEq)]
pub(super) struct Props {
    pub(super) settings: Values,
    /// Whether claims cannot be proposed here.
    pub(super) unavailable: bool,
    pub(super) dispatch: Dispatch,
}

#[component]
pub(super) fn Settings(props: &Props) -> Html {
    let now = &props.settings;
    let send = |settings: Values| {
        let dispatch = props.dispatch.clone();
        move |_: MouseEvent| dispatch.send(Action::Settings(settings.clone()))
    };
    let themes = [("As the system", Theme::Auto), ("Light", Theme::Light), ("Dark", Theme::Dark)]
        .map(|(label, theme)| {
            choice("Colours", label, now.theme == theme, send(Values { theme, ..now.clone() }))
        });
    let columns = [("Narrow", Column::Narrow), ("Normal", Column::Normal), ("Wide", Column::Wide)]
        .map(|(label, column)| {
            let settings = Values { column, ..now.clone() };
            choice("Column", label, now.column == column, send(settings))
        });
    let resize = |by: i8, label: &'static str| {
        let text_size = now.text_size + by;
        let outside = !Values::TEXT_SIZES.contains(&text_size);
        html! {
            <button type="button" class="choice" disabled={outside}
                onclick={send(Values { text_size, ..now.clone() })}>{ label }</button>
        }
    };
    let size = match now.text_size {
        0 => "Normal".to_owned(),
        steps => format!("{steps:+}"),
    };
    let name = {
        let (dispatch, settings) = (props.dispatch.clone(), now.clone());
        move |event: Event| {
            let name = event.target_unchecked_into::<HtmlInputElement>().value();
            let settings = Values { name: name.trim().into(), ..settings.clone() };
            dispatch.send(Action::Settings(settings));
        }
    };
    let letters = {
        let (dispatch, settings) = (props.dispatch.clone(), now.clone());
        move |_: Event| {
            let letter_keys = !settings.letter_keys;
            dispatch.send(Action::Settings(Values { letter_keys, ..settings.clone() }));
        }
    };
    let propose = {
        let (dispatch, settings) = (props.dispatch.clone(), now.clone());
        move |_: Event| {
            let propose = !settings.propose;
            dispatch.send(Action::Settings(Values { propose, ..settings.clone() }));
        }
    };
    html! {
        <div class="settings">
            <h3>{ "Colours" }</h3>
            <div class="choices" role="group" aria-label="Colours">{ for themes }</div>
            <h3>{ "Text size" }</h3>
            <div class="choices" role="group" aria-label="Text size">
                { resize(-1, "Smaller") }
                <span class="value" role="status">{ size }</span>
                { resize(1, "Larger") }
            </div>
            <h3>{ "Column" }</h3>
            <div class="choices" role="group" aria-label="Column">{ for columns }</div>
            <h3>{ "Keys" }</h3>
            <label class="check">
                <input type="checkbox" checked={now.letter_keys} onchange={letters} />
                <span>{ "Single letters are commands" }</span>
            </label>
            <h3>{ "Proposals" }</h3>
            <label class="check">
                <input id="propose" type="checkbox" checked={now.propose} onchange={propose} />
                <span>{ "Propose claims" }</span>
            </label>
            <p class="aside">
                if props.unavailable && now.propose {
                    { "This browser cannot run the program that proposes claims. All else works without it." }
                } else {
                    { "Read on this computer, by rules and a small model. Nothing is sent anywhere." }
                }
            </p>
            <h3>{ "Your name" }</h3>
            <label class="labelled">
                <span>{ "Exports name you as their creator. It may stay empty." }</span>
                <input class="field" autocomplete="name" value={now.name.to_string()} onchange={name} />
            </label>
        </div>
    }
}
