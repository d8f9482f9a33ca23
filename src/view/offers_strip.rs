//! What is proposed, in one line: how many, and those that may be accepted unseen.

use std::rc::Rc;

use yew::prelude::*;

use super::{names::count, offer_card::fresh, state::Dispatch};
use crate::{
    store::{Action, Offers, Reading, cursor::Direction},
    text::ByteOffset,
};

#[derive(Properties, Clone, PartialEq)]
pub(super) struct Props {
    pub(super) offers: Rc<Offers>,
    pub(super) reading: Reading,
    /// Whether it stands in a sheet, which a look at a proposal closes.
    pub(super) in_sheet: bool,
    pub(super) dispatch: Dispatch,
}

#[component]
pub(super) fn OffersStrip(props: &Props) -> Html {
    let Props { offers, reading, in_sheet, dispatch } = props.clone();
    let all = offers.all().len();
    let sure = offers.sure().count();
    let next = {
        let dispatch = dispatch.clone();
        move |_: MouseEvent| {
            if in_sheet {
                dispatch.close_sheet();
            }
            dispatch.send(Action::LookOn(Direction::Forward, ByteOffset::ZERO));
        }
    };
    let accept_sure = move |_: MouseEvent| {
        dispatch.send(Action::AcceptSure((0..sure).map(|_| fresh()).collect()))
    };
    let inner = match reading {
        Reading::Read(percent) => html! {
            <p class="reading" role="status">{ format!("Reading for proposals: {percent} %") }</p>
        },
        _ if all > 0 => html! {
            <>
                <button class="quiet next" title="Next proposal (f)" onclick={next}>
                    { count(all, "proposal", "proposals") }
                </button>
                <span class="sure-place">
                    if sure > 0 {
                        <button class="quiet sure" title="All in one step (A)" onclick={accept_sure}>
                            { accept_label(sure) }
                        </button>
                    }
                </span>
            </>
        },
        _ => Html::default(),
    };
    html! { <section class="proposals" aria-label="Proposals">{ inner }</section> }
}

fn accept_label(sure: usize) -> String {
    match sure {
        1 => "Accept the one above 90 %".to_owned(),
        sure => format!("Accept the {sure} above 90 %"),
    }
}
