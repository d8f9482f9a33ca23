//! Files and the clipboard.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, Url};

use super::page::{document, window};

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

/// Reads a file's bytes; the browser's own words where it cannot.
///
/// # Errors
/// Where the file went away or may not be read.
pub async fn read(file: &File) -> Result<Vec<u8>, String> {
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|error| words(&error))?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
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

fn words(error: &JsValue) -> String {
    error.dyn_ref::<js_sys::Error>().map_or_else(String::new, |error| error.message().into())
}
