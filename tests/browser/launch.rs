//! What the page is opened with, and what a person hands over.

use std::{cell::RefCell, rc::Rc};

use claimlight::browser::{
    given::{Contents, Given},
    handed, launch,
    tabs::within,
};
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::File;

fn set(object: &JsValue, name: &str, value: &JsValue) {
    Reflect::set(object, &name.into(), value).unwrap();
}

#[wasm_bindgen_test]
async fn a_file_that_the_system_opens_is_handed_over() {
    let window = web_sys::window().unwrap();
    let consumer = Rc::new(RefCell::new(None::<Function>));
    let queue = Object::new();
    let kept = consumer.clone();
    let take = Closure::<dyn Fn(Function)>::new(move |function| {
        kept.replace(Some(function));
    });
    set(&queue, "setConsumer", take.as_ref());
    let before = Reflect::get(&window, &"launchQueue".into()).unwrap();
    let define = Object::new();
    set(&define, "value", &queue);
    set(&define, "configurable", &true.into());
    Object::define_property(&window, &"launchQueue".into(), &define);

    let (told, telling) = (Rc::new(RefCell::new(None::<Given>)), Rc::new(RefCell::new(None)));
    let heard = Promise::new(&mut |done, _| {
        telling.replace(Some(done));
    });
    let (place, done) = (told.clone(), telling.clone());
    launch::files(move |given| {
        place.replace(Some(given));
        done.borrow().as_ref().unwrap().call0(&JsValue::UNDEFINED).unwrap();
    });

    let file = File::new_with_str_sequence(&Array::of1(&"# Taxes".into()), "story.md").unwrap();
    let get =
        Closure::<dyn Fn() -> Promise>::new(move || JsValue::from(Promise::resolve(&file)).into());
    let handle = Object::new();
    set(&handle, "getFile", get.as_ref());
    let launched = Object::new();
    set(&launched, "files", &Array::of1(&handle));
    let consumer = consumer.borrow().clone().expect("somebody listens");
    consumer.call1(&JsValue::UNDEFINED, &launched).unwrap();

    let arrived = within(5_000, async move { wasm_bindgen_futures::JsFuture::from(heard).await });
    arrived.await.expect("the file arrives").unwrap();
    let given = told.take().unwrap();
    assert_eq!(given.name.as_deref(), Some("story.md"));
    assert_eq!(given.contents, Ok(Contents::Bytes(b"# Taxes".to_vec())));
    set(&define, "value", &before);
    Object::define_property(&window, &"launchQueue".into(), &define);
    drop((take, get));
}

#[wasm_bindgen_test]
fn the_bookmark_is_a_script_that_speaks_to_this_page_only() {
    let bookmark = handed::bookmark().expect("tests are served");
    let code = js_sys::decode_uri_component(bookmark.strip_prefix("javascript:").unwrap()).unwrap();
    let code = String::from(code);
    let origin = web_sys::window().unwrap().location().origin().unwrap();
    assert!(code.contains(&format!("open(\"{origin}/")), "{code}");
    assert!(code.contains(&format!("postMessage(page, \"{origin}\")")), "{code}");
    assert!(!code.contains("ORIGIN") && !code.contains("\"*\""), "{code}");
    // It is code: this throws where it is not.
    Function::new_no_args(&code).unchecked_ref::<Function>();
}
