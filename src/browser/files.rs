//! Files and the clipboard.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, Url};

use super::{
    given::{Given, Unread},
    page::{document, window},
};

/// Offers `text` as a download of this name and IANA media type. Says whether the browser took it.
pub fn download(name: &str, media_type: &str, text: &str) -> bool {
    offer(name, media_type, text).is_ok()
}

fn offer(name: &str, media_type: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = js_sys::Array::of1(&text.into());
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document()?.create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // Revoking at once would break the download where it starts later than the click returns.
    gloo::timers::callback::Timeout::new(60_000, move || {
        // There is nobody to tell, and the browser frees it with the page.
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Ok(())
}

/// The largest file that is read, in bytes: more than any importer takes.
const LARGEST: f64 = 64.0 * 1024.0 * 1024.0;

/// Reads a file, and hands it to `take`.
pub fn give(file: File, take: impl FnOnce(Given) + 'static) {
    spawn_local(async move {
        let contents = if file.size() > LARGEST {
            Err(Unread::TooLarge)
        } else {
            let buffer = JsFuture::from(file.array_buffer()).await;
            let bytes = buffer.map(|buffer| js_sys::Uint8Array::new(&buffer).to_vec());
            bytes.map_err(|error| Unread::Failed(words(&error)))
        };
        take(Given::file(file.name(), file.type_(), contents));
    });
}

/// Puts `text` on the clipboard. Says whether the browser let it.
pub async fn copy(text: &str) -> bool {
    let Ok(window) = window() else { return false };
    let clipboard = js_sys::Reflect::get(&window.navigator(), &"clipboard".into());
    // Missing where the page is not served securely.
    let Some(clipboard) = clipboard.ok().filter(|c| !c.is_undefined()) else { return false };
    let clipboard: web_sys::Clipboard = clipboard.unchecked_into();
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}

/// What a browser says of an error. A DOMException is no Error in every engine.
pub(super) fn words(error: &JsValue) -> String {
    let message = js_sys::Reflect::get(error, &"message".into()).ok();
    message.and_then(|message| message.as_string()).unwrap_or_default()
}
