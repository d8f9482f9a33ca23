//! How the page was opened, where it was opened with something to read: by a bookmark, by the system's way to share, by a
//! double click on a file.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{File, UrlSearchParams};

use super::{files, given::Given, handed, page::window};

/// Names of what is shared, as `assets/claimlight.webmanifest` gives them.
const SHARED: [&str; 3] = ["shared-title", "shared-text", "shared-url"];
/// What the address has where files are opened, as the manifest gives it.
const FILES: &str = "open-files";

/// Something to read that the page was opened with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Launch {
    /// A page that the bookmark hands over.
    Page,
    /// A text that was shared, or an address.
    Shared(String),
    /// Files.
    Files,
}

/// How the page was opened; then its address is plain again, so that loading it anew opens nothing twice.
pub fn take() -> Option<Launch> {
    let window = window().ok()?;
    let location = window.location();
    let launch = if location.hash().ok()? == handed::HASH {
        Launch::Page
    } else {
        let query = location.search().ok().filter(|query| !query.is_empty())?;
        let query = UrlSearchParams::new_with_str(&query).ok()?;
        if query.has(FILES) { Launch::Files } else { Launch::Shared(shared(&query)?) }
    };
    let plain = location.pathname().unwrap_or_default();
    // Where it cannot be changed, it stays as it is.
    let _ = window
        .history()
        .and_then(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(&plain)));
    Some(launch)
}

/// What was shared: an address by itself where there is one, for the title says no more than its page.
fn shared(query: &UrlSearchParams) -> Option<String> {
    let [title, text, url] = SHARED.map(|name| query.get(name).unwrap_or_default());
    let is_address = |text: &str| text.starts_with("http") && !text.contains(char::is_whitespace);
    // Some systems put the address where the text belongs.
    if let Some(address) = [url.trim(), text.trim()].into_iter().find(|text| is_address(text)) {
        return Some(address.to_owned());
    }
    let words: Vec<&str> =
        [&*title, &*text].into_iter().filter(|part| !part.trim().is_empty()).collect();
    (!words.is_empty()).then(|| words.join("\n\n"))
}

/// Hands over the files that the system opens with this page, now and later.
pub fn files(take: impl Fn(Given) + Clone + 'static) {
    let queue = window().ok().and_then(|window| Reflect::get(&window, &"launchQueue".into()).ok());
    let Some(queue) = queue.filter(|queue| !queue.is_undefined()) else { return };
    let consumer = Closure::<dyn Fn(JsValue)>::new(move |launched: JsValue| {
        let handles = Reflect::get(&launched, &"files".into()).unwrap_or_default();
        // One article is opened at a time.
        if let Some(handle) = Array::from(&handles).iter().next() {
            let take = take.clone();
            spawn_local(async move {
                if let Some(file) = file(&handle).await {
                    files::give(file, take);
                }
            });
        }
    })
    .into_js_value();
    if let Ok(set) = Reflect::get(&queue, &"setConsumer".into())
        && let Ok(set) = set.dyn_into::<Function>()
    {
        // A browser without it opens no files with pages.
        let _ = set.call1(&queue, &consumer);
    }
}

async fn file(handle: &JsValue) -> Option<File> {
    let get: Function = Reflect::get(handle, &"getFile".into()).ok()?.dyn_into().ok()?;
    let got: Promise = get.call0(handle).ok()?.dyn_into().ok()?;
    JsFuture::from(got).await.ok()?.dyn_into().ok()
}
