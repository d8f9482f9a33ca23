//! The window and the document around the app.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlElement, Window};

/// The window.
///
/// # Errors
/// Outside a page.
pub fn window() -> Result<Window, JsValue> {
    web_sys::window().ok_or(JsValue::UNDEFINED)
}

/// The document.
///
/// # Errors
/// Outside a page.
pub fn document() -> Result<Document, JsValue> {
    window()?.document().ok_or(JsValue::UNDEFINED)
}

/// An element by its `id`.
pub fn element(id: &str) -> Option<HtmlElement> {
    document().ok()?.get_element_by_id(id)?.dyn_into().ok()
}

/// The same, of what need not be visible: what the document’s head says.
pub fn element_of_any_kind(id: &str) -> Option<Element> {
    document().ok()?.get_element_by_id(id)
}

/// Whether the address says that there is something to read: only then is it worth finding out what.
pub fn was_opened_with_something() -> bool {
    let Ok(location) = window().map(|window| window.location()) else { return false };
    let has = |part: Result<String, JsValue>| part.is_ok_and(|part| !part.is_empty());
    has(location.hash()) || has(location.search())
}

/// What has the keyboard.
pub fn focused() -> Option<HtmlElement> {
    document().ok()?.active_element()?.dyn_into().ok()
}

/// Gives the keyboard to the element with this `id`, without scrolling.
pub fn focus(id: &str) {
    if let Some(element) = element(id) {
        focus_element(&element);
    }
}

/// Gives the keyboard to an element, without scrolling.
pub fn focus_element(element: &HtmlElement) {
    #[wasm_bindgen::prelude::wasm_bindgen]
    extern "C" {
        type Focusable;
        #[wasm_bindgen(method)]
        fn focus(this: &Focusable, options: &js_sys::Object);
    }
    let options = js_sys::Object::new();
    // Setting a property of a fresh object cannot fail.
    let _ = js_sys::Reflect::set(&options, &"preventScroll".into(), &true.into());
    element.unchecked_ref::<Focusable>().focus(&options);
}

/// Whether typing goes into `element`.
pub fn takes_text(element: &Element) -> bool {
    match element.tag_name().as_str() {
        "TEXTAREA" | "SELECT" => true,
        "INPUT" => !matches!(
            element.get_attribute("type").as_deref(),
            Some("checkbox" | "radio" | "button" | "file" | "range")
        ),
        _ => false,
    }
}

/// Whether Enter and Space press `element`.
pub fn takes_presses(element: &Element) -> bool {
    matches!(element.tag_name().as_str(), "BUTTON" | "A" | "SUMMARY" | "INPUT")
}

/// Height of the window in CSS pixels.
pub fn height() -> f64 {
    measure(Window::inner_height)
}

/// Width of the window in CSS pixels.
pub fn width() -> f64 {
    measure(Window::inner_width)
}

fn measure(of: impl FnOnce(&Window) -> Result<JsValue, JsValue>) -> f64 {
    let value = window().and_then(|window| of(&window)).ok();
    value.and_then(|value| value.as_f64()).unwrap_or(0.0)
}

/// How far the page is scrolled, in CSS pixels.
pub fn scroll_top() -> f64 {
    window().and_then(|window| window.scroll_y()).unwrap_or(0.0)
}

/// Scrolls the page at once.
pub fn scroll_to(top: f64) {
    if let Ok(window) = window() {
        window.scroll_to_with_x_and_y(0.0, top);
    }
}

/// Tells the browser that the page itself scrolls to where it was left.
pub fn own_scrolling() {
    if let Ok(history) = window().and_then(|window| window.history()) {
        // Fails only in a document that is being torn down.
        let _ = history.set_scroll_restoration(web_sys::ScrollRestoration::Manual);
    }
}

/// Sets an attribute of `<html>`, which the style sheet reads.
pub fn set_root_attribute(name: &str, value: &str) {
    let root = document().ok().and_then(|document| document.document_element());
    if let Some(root) = root {
        // Fails only for names that are no attribute names; ours are constants.
        let _ = root.set_attribute(name, value);
    }
}

/// Whether this browser throws away what a page keeps when it is not used for a week, as WebKit's do.
pub fn forgets() -> bool {
    let agent = window().and_then(|window| window.navigator().user_agent()).unwrap_or_default();
    agent.contains("AppleWebKit") && !agent.contains("Chrome")
}

/// What the window is called.
pub fn set_title(title: &str) {
    if let Ok(document) = document() {
        document.set_title(title);
    }
}

/// Places an element: `left` and `top` in CSS pixels. Through the object model, because a strict CSP blocks style
/// attributes.
pub fn place(element: &HtmlElement, left: Option<f64>, top: f64) {
    // Whole numbers, because writing others takes 15 KB of program.
    let pixels = |length: f64| format!("{}px", length.round_ties_even() as i32);
    // Fails only for names that are no CSS properties; ours are constants.
    let _ = element.style().set_property("top", &pixels(top));
    if let Some(left) = left {
        let _ = element.style().set_property("left", &pixels(left));
    }
}

/// Sets a custom property of an element, which the style sheet reads.
pub fn set_property(element: &HtmlElement, name: &str, value: &str) {
    // Fails only for names that are no CSS properties; ours are constants.
    let _ = element.style().set_property(name, value);
}
