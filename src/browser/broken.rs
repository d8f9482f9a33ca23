//! What a person sees where the program has failed: it cannot say so itself any more.

use std::panic::PanicHookInfo;

use wasm_bindgen::JsValue;
use web_sys::Element;

use super::page::document;

/// Tells the console what failed, and the person that the work is kept. Nothing here leans on the program's state.
pub fn report(info: &PanicHookInfo<'_>) {
    web_sys::console::error_1(&info.to_string().into());
    say();
}

/// Covers the page with what is left to do.
pub fn say() {
    // Where not even this works, the console has it.
    let _ = cover();
}

fn cover() -> Result<(), JsValue> {
    let document = document()?;
    let body = document.body().ok_or(JsValue::UNDEFINED)?;
    let add = |parent: &Element, name: &str, text: &str| -> Result<Element, JsValue> {
        let element = document.create_element(name)?;
        element.set_text_content(Some(text));
        parent.append_child(&element)?;
        Ok(element)
    };
    let cover = add(&body, "div", "")?;
    cover.set_class_name("broken");
    cover.set_attribute("role", "alert")?;
    add(&cover, "h1", "Something broke")?;
    add(
        &cover,
        "p",
        "Your work is kept in this browser up to the last edit, unless the bar called it “Not saved”.",
    )?;
    let links = add(&cover, "p", "")?;
    add(&links, "a", "Load the page again")?.set_attribute("href", "")?;
    add(&links, "span", " · ")?;
    add(&links, "a", "Save everything to a file")?.set_attribute("href", "rescue.html")?;
    Ok(())
}
