//! A program that runs beside the page: both ends of the line to it.

use std::{cell::RefCell, rc::Rc};

use gloo::events::EventListener;
use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use web_sys::{Blob, BlobPropertyBag, DedicatedWorkerGlobalScope, Event, MessageEvent, Url};

use super::page;

/// A program that runs beside the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Program {
    /// Proposes claims.
    Propose,
    /// Opens articles.
    Open,
}

impl Program {
    /// What its files are called. Also the `id` of the element that says where it is: a `<meta>` with its address, or, in
    /// the page in one file, a script that no browser runs, with the program itself.
    const fn name(self) -> &'static str {
        match self {
            Self::Propose => "propose_worker",
            Self::Open => "open_worker",
        }
    }
}

/// What the program says first, once it can hear.
const READY: &str = "";

#[wasm_bindgen]
extern "C" {
    type Worker;
    #[wasm_bindgen(constructor, catch)]
    fn new(address: &JsValue) -> Result<Worker, JsValue>;
    #[wasm_bindgen(method, catch, js_name = postMessage)]
    fn post_message(this: &Worker, message: &Array) -> Result<(), JsValue>;
    #[wasm_bindgen(method)]
    fn terminate(this: &Worker);

    type TrustedTypes;
    #[wasm_bindgen(method, catch, js_name = createPolicy)]
    fn create_policy(
        this: &TrustedTypes,
        name: &str,
        rules: &JsValue,
    ) -> Result<TrustedPolicy, JsValue>;
    type TrustedPolicy;
    #[wasm_bindgen(method, catch, js_name = createScriptURL)]
    fn create_script_url(this: &TrustedPolicy, address: &str) -> Result<JsValue, JsValue>;
}

thread_local! {
    /// Made once: a page may not make two policies of one name.
    static POLICY: Option<TrustedPolicy> = policy();
}

/// Questions in order; `None` once they need not wait.
type Due = Rc<RefCell<Option<Vec<Array>>>>;

/// A program beside the page, for as long as this lives.
pub struct Beside {
    worker: Worker,
    /// What is asked before the program can hear.
    due: Due,
    _listeners: [EventListener; 2],
    /// Lives as long as the program.
    _place: Place,
}

impl Beside {
    /// Starts the program. Each of its answers, and the bytes beside it, go to `hear`; `fail` is called where it cannot be had, or
    /// breaks.
    ///
    /// # Errors
    /// Where this browser starts no such programs here.
    pub fn start(
        program: Program,
        mut hear: impl FnMut(String, Vec<u8>) + 'static,
        mut fail: impl FnMut() + 'static,
    ) -> Result<Self, JsValue> {
        let place = Place::find(program)?;
        let worker = Worker::new(&place.trusted()?)?;
        let due: Due = Rc::new(RefCell::new(Some(Vec::new())));
        let waiting = due.clone();
        let line: Worker = worker.clone().unchecked_into();
        let said = EventListener::new(worker.unchecked_ref(), "message", move |event| {
            match message(event) {
                Some((said, bytes)) if said != READY => hear(said, bytes),
                _ => {
                    for question in waiting.take().into_iter().flatten() {
                        // What cannot be sent gets no answer.
                        let _ = line.post_message(&question);
                    }
                }
            }
        });
        let failed = EventListener::new(worker.unchecked_ref(), "error", move |_| fail());
        Ok(Self { worker, due, _listeners: [said, failed], _place: place })
    }

    /// Asks the program; the bytes, where there are any, go beside the words.
    pub fn ask(&self, request: &str, bytes: Option<&[u8]>) {
        let question = parcel(request, bytes);
        match &mut *self.due.borrow_mut() {
            Some(due) => due.push(question),
            // What cannot be sent gets no answer.
            None => drop(self.worker.post_message(&question)),
        }
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

/// Where the program is.
enum Place {
    /// In a file.
    File(String),
    /// In the page itself, which gave it this address.
    Page(String),
}

impl Place {
    fn find(program: Program) -> Result<Self, JsValue> {
        let Some(element) = page::element_of_any_kind(program.name()) else {
            // A page that says nothing was made by Trunk.
            return Ok(Self::File(format!("./{}_loader.js", program.name())));
        };
        if let Some(address) = element.get_attribute("content") {
            return Ok(Self::File(address));
        }
        let parts = Array::of1(&element.text_content().unwrap_or_default().into());
        let options = BlobPropertyBag::new();
        options.set_type("text/javascript");
        let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
        Url::create_object_url_with_blob(&blob).map(Self::Page)
    }

    /// The address, as a page wants it that only takes trusted ones.
    fn trusted(&self) -> Result<JsValue, JsValue> {
        let (Self::File(address) | Self::Page(address)) = self;
        POLICY.with(|policy| match policy {
            Some(policy) => policy.create_script_url(address),
            None => Ok(address.into()),
        })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if let Self::Page(address) = self {
            // Fails only for what is no address.
            let _ = Url::revoke_object_url(address);
        }
    }
}

/// What makes addresses trusted, in browsers that know of it. Ours are no one else’s to choose.
fn policy() -> Option<TrustedPolicy> {
    let types = Reflect::get(&js_sys::global(), &"trustedTypes".into()).ok()?;
    if types.is_undefined() {
        return None;
    }
    let same = Closure::<dyn Fn(JsValue) -> JsValue>::new(|address| address).into_js_value();
    let rules = js_sys::Object::new();
    // Setting a property of a fresh object cannot fail.
    let _ = Reflect::set(&rules, &"createScriptURL".into(), &same);
    types.unchecked_ref::<TrustedTypes>().create_policy("claimlight", &rules).ok()
}

/// The program's end: answers each request, as long as the page is there.
pub fn serve(answer: impl Fn(&str, &[u8], &dyn Fn(&str, Option<&[u8]>)) + 'static) {
    let page: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let line = page.clone();
    let say = move |words: &str, bytes: Option<&[u8]>| {
        // Words and bytes can always be sent.
        let _ = line.post_message(&parcel(words, bytes));
    };
    say(READY, None);
    EventListener::new(&page, "message", move |event| {
        if let Some((request, bytes)) = message(event) {
            answer(&request, &bytes, &say);
        }
    })
    .forget();
}

/// Words and bytes as they are sent.
fn parcel(words: &str, bytes: Option<&[u8]>) -> Array {
    let bytes = bytes.map_or(JsValue::NULL, |bytes| Uint8Array::from(bytes).into());
    Array::of2(&words.into(), &bytes)
}

/// The words and bytes that a message brings; `None` where it is none of these programs’.
fn message(event: &Event) -> Option<(String, Vec<u8>)> {
    let parcel = event.unchecked_ref::<MessageEvent>().data().dyn_into::<Array>().ok()?;
    let bytes = parcel.get(1).dyn_into::<Uint8Array>().map(|bytes| bytes.to_vec());
    Some((parcel.get(0).as_string()?, bytes.unwrap_or_default()))
}
