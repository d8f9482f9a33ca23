//! Other tabs of this page: a number of one's own, and word of what they do.

use std::rc::Rc;

use gloo::{events::EventListener, timers::callback::Timeout};
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{BroadcastChannel, MessageEvent, StorageEvent};

use super::page;

/// How long the browser may take to say whether a number is free, in milliseconds. One that takes longer never says.
const PATIENCE: u32 = 1_000;

#[wasm_bindgen]
extern "C" {
    type Locks;
    #[wasm_bindgen(method, catch)]
    fn request(
        this: &Locks,
        name: &str,
        options: &Object,
        granted: &JsValue,
    ) -> Result<Promise, JsValue>;

    type Rejecting;
    #[wasm_bindgen(method)]
    fn catch(this: &Rejecting, handler: &Function) -> Promise;
}

/// The numbers of tabs.
pub struct Place {
    /// This tab's: no other has it as long as this page lives.
    pub number: u32,
    /// Those of tabs that are gone. Nobody takes one before [`Place::settle`].
    pub gone: Vec<u32>,
    held: Vec<Function>,
}

impl Place {
    /// Takes the smallest number that is free; of those in `used`, says which are.
    pub async fn take(used: Vec<u32>) -> Self {
        let (mut gone, mut held) = (Vec::new(), Vec::new());
        let mut number = 0;
        loop {
            match hold(number).await {
                Ok(Some(_)) => break,
                Ok(None) => number += 1,
                // Without locks nobody knows who is gone: a number that nobody else is likely to have will do.
                Err(_) => return Self { number: drawn(), gone, held },
            }
        }
        for other in used.into_iter().filter(|other| *other > number) {
            if let Ok(Some(release)) = hold(other).await {
                gone.push(other);
                held.push(release);
            }
        }
        Self { number, gone, held }
    }

    /// Lets others have the numbers of tabs that are gone.
    pub fn settle(self) {
        for release in self.held {
            // It only resolves a promise.
            let _ = release.call0(&JsValue::UNDEFINED);
        }
    }
}

/// A number by chance, the same for as long as the tab is open.
fn drawn() -> u32 {
    const KEY: &str = "claimlight-tab";
    let storage = page::window().and_then(|window| window.session_storage()).ok().flatten();
    let known = storage.as_ref().and_then(|storage| storage.get_item(KEY).ok().flatten());
    known.and_then(|number| number.parse().ok()).unwrap_or_else(|| {
        let number = (js_sys::Math::random() * 1e9) as u32 + 1_000;
        if let Some(storage) = storage {
            // Where it cannot be kept, the next page draws anew.
            let _ = storage.set_item(KEY, &number.to_string());
        }
        number
    })
}

/// Holds a number until the page goes, or what this gives is called. `None` where another tab does.
async fn hold(number: u32) -> Result<Option<Function>, JsValue> {
    let locks = Reflect::get(&page::window()?.navigator(), &"locks".into())?;
    if locks.is_undefined() {
        return Err(JsValue::UNDEFINED);
    }
    let locks: Locks = locks.unchecked_into();
    let options = Object::new();
    Reflect::set(&options, &"ifAvailable".into(), &true.into())?;
    let asked = Promise::new(&mut |resolve, reject| {
        let granted = Closure::once_into_js(move |lock: JsValue| {
            let mut kept = JsValue::UNDEFINED;
            let mut release = JsValue::NULL;
            if !lock.is_null() {
                kept = Promise::new(&mut |done, _| release = done.into()).into();
            }
            // It only resolves a promise.
            let _ = resolve.call1(&JsValue::UNDEFINED, &release);
            kept
        });
        match locks.request(&format!("claimlight-{number}"), &options, &granted) {
            Ok(request) => drop(request.unchecked_ref::<Rejecting>().catch(&reject)),
            Err(error) => drop(reject.call1(&JsValue::UNDEFINED, &error)),
        }
        Timeout::new(PATIENCE, move || drop(reject.call0(&JsValue::UNDEFINED))).forget();
    });
    let release = JsFuture::from(asked).await?;
    Ok((!release.is_null()).then(|| release.unchecked_into()))
}

/// Word to and from other tabs. Dropped, it falls silent.
pub struct Channel {
    channel: Option<BroadcastChannel>,
    _listeners: Vec<EventListener>,
}

impl Channel {
    /// Tells `stored` which key of localStorage another tab wrote or removed (`None`: all), and `news` what another tab
    /// [says](Self::say).
    pub fn open(
        stored: impl Fn(Option<String>) + 'static,
        news: impl Fn(Vec<String>) + 'static,
    ) -> Self {
        let mut listeners = Vec::new();
        if let Ok(window) = page::window() {
            listeners.push(EventListener::new(&window, "storage", move |event| {
                if let Some(event) = event.dyn_ref::<StorageEvent>() {
                    stored(event.key());
                }
            }));
        }
        // Missing in old browsers: the storage's own events then have to do.
        let channel = BroadcastChannel::new("claimlight").ok();
        if let Some(channel) = &channel {
            listeners.push(EventListener::new(channel, "message", move |event| {
                if let Some(event) = event.dyn_ref::<MessageEvent>() {
                    let names = Array::from(&event.data());
                    news(names.iter().filter_map(|name| name.as_string()).collect());
                }
            }));
        }
        Self { channel, _listeners: listeners }
    }

    /// Tells all other tabs these names.
    pub fn say(&self, names: &[String]) {
        let names: Array = names.iter().map(|name| JsValue::from_str(name)).collect();
        if let Some(channel) = &self.channel {
            // A hint that is lost costs time, not work.
            let _ = channel.post_message(&names);
        }
    }
}

/// Loads the page anew where it comes back from the browser's memory: while it lay there, its number may have gone to
/// another tab.
pub fn reload_when_revived() {
    let Ok(window) = page::window() else { return };
    let target = Rc::new(window.clone());
    EventListener::new(&target, "pageshow", move |event| {
        let persisted = Reflect::get(event, &"persisted".into());
        if persisted.is_ok_and(|persisted| persisted.is_truthy()) {
            // Fails only in a page that is going.
            let _ = window.location().reload();
        }
    })
    .forget();
}

/// Asks the browser to keep this page's data until a person says otherwise.
pub fn ask_to_persist() {
    let Ok(window) = page::window() else { return };
    // Missing where the page is not served securely. Whatever the answer, there is nothing to do but to have asked.
    let _ = window.navigator().storage().persist();
}

/// `first`, or `None` after so many milliseconds.
pub async fn within<T: 'static>(
    millis: u32,
    first: impl Future<Output = T> + 'static,
) -> Option<T> {
    let found = Rc::new(std::cell::RefCell::new(None));
    let place = found.clone();
    let arrives = wasm_bindgen_futures::future_to_promise(async move {
        place.replace(Some(first.await));
        Ok(JsValue::UNDEFINED)
    });
    let late = Promise::new(&mut |resolve, _| {
        Timeout::new(millis, move || drop(resolve.call0(&JsValue::UNDEFINED))).forget();
    });
    // Neither of them fails.
    let _ = JsFuture::from(Promise::race(&Array::of2(&arrives, &late))).await;
    found.take()
}
