//! What the page was opened with: a page handed over by the bookmark, a text that was shared, a file.

use yew::Callback;

use crate::{
    browser::{
        given::Given,
        handed,
        launch::{self, Launch},
    },
    store::{Action, Glance, Sheet},
    view::state::Dispatch,
};

/// What is said where a page has handed over nothing.
const SILENT: &str = "The page did not hand over its text: some sites cut the tie between windows. \
    Select all of it, copy, and paste it here.";

/// Hands it to `take`; or says that nothing came.
pub(in crate::view) fn receive(take: Callback<Given>, dispatch: Dispatch) {
    match launch::take() {
        Some(Launch::Page) => handed::ask(move |given| match given {
            Some(given) => take.emit(given),
            None => {
                dispatch.show(Sheet::Open);
                dispatch.send(Action::Glance(Glance::Say(SILENT.to_owned())));
            }
        }),
        Some(Launch::Shared(text)) => take.emit(Given::words(text)),
        Some(Launch::Files) => launch::files(move |given| take.emit(given)),
        None => {}
    }
}
