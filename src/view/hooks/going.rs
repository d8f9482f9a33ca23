//! Going on with what takes long, a part to a task: the page answers in between.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::{
    store::{Action, Session},
    view::state::Dispatch,
};

/// Has the next part done, as long as there is one.
#[hook]
pub(in crate::view) fn use_going(session: &Rc<Session>, dispatch: &Dispatch) {
    let dispatch = dispatch.clone();
    use_effect_with(session.left(), move |left| {
        let next = (*left > 0).then(|| Timeout::new(0, move || dispatch.send(Action::GoOn)));
        move || drop(next)
    });
}
