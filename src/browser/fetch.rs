//! Getting a page from its address, where its site lets other pages read it (CORS).

use std::{cell::Cell, rc::Rc};

use js_sys::Uint8Array;
use thiserror::Error;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{AbortController, RequestCredentials, RequestInit, Response};

use super::{
    given::{Contents, Given},
    page::window,
};

/// Why a page was not had.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Unreached {
    /// The browser does not say more: the site does not let others read it, or is not there.
    #[error("This site does not let other pages read it, or it cannot be reached.")]
    Closed,
    /// The site's answer: an HTTP status.
    #[error("The site answers with an error ({0}).")]
    Status(u16),
}

/// A page on its way; dropped, it is not waited for any more.
pub struct Getting {
    is_over: Rc<Cell<bool>>,
    controller: Option<AbortController>,
}

impl Drop for Getting {
    fn drop(&mut self) {
        self.is_over.set(true);
        if let Some(controller) = &self.controller {
            controller.abort();
        }
    }
}

/// Gets the page at `address`, as nobody in particular: no cookies go with it.
pub fn get(address: &str, take: impl FnOnce(Result<Given, Unreached>) + 'static) -> Getting {
    let controller = AbortController::new().ok();
    let options = RequestInit::new();
    options.set_credentials(RequestCredentials::Omit);
    options.set_signal(controller.as_ref().map(AbortController::signal).as_ref());
    let is_over = Rc::new(Cell::new(false));
    let (address, was_dropped) = (address.to_owned(), is_over.clone());
    spawn_local(async move {
        let answered = answer(&address, &options).await;
        if !was_dropped.get() {
            take(answered);
        }
    });
    Getting { is_over, controller }
}

async fn answer(address: &str, options: &RequestInit) -> Result<Given, Unreached> {
    let window = window().map_err(closed)?;
    let fetched = JsFuture::from(window.fetch_with_str_and_init(address, options)).await;
    let response: Response = fetched.map_err(closed)?.unchecked_into();
    if !response.ok() {
        return Err(Unreached::Status(response.status()));
    }
    let media_type = response.headers().get("content-type").ok().flatten();
    let buffer = JsFuture::from(response.array_buffer().map_err(closed)?).await.map_err(closed)?;
    let bytes = Uint8Array::new(&buffer).to_vec();
    // Where it led to in the end.
    Ok(Given::page(response.url(), media_type, Contents::Bytes(bytes)))
}

fn closed(_: JsValue) -> Unreached {
    Unreached::Closed
}
