//! Fields and forms.

use super::dom::find;
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlInputElement};

/// The value of the field that the event comes from.
pub fn value(event: &web_sys::Event) -> String {
    event.target().and_then(|field| Reflect::get(&field, &JsValue::from_str("value")).ok()?.as_string()).unwrap_or_default()
}

/// The field of this name of the form that the event comes from.
fn of_form(event: &web_sys::Event, name: &str) -> Option<Element> {
    let element: Element = event.target()?.dyn_into().ok()?;
    element.closest("form").ok()??.query_selector(&format!("[name={name}]")).ok()?
}

/// The value of the named field of the form that the event comes from; `true` or `false` for a check box.
pub fn field(event: &web_sys::Event, name: &str) -> String {
    let Some(field) = of_form(event, name) else { return String::new() };
    let get = |key: &str| Reflect::get(&field, &JsValue::from_str(key)).unwrap_or_default();
    match get("type").as_string().as_deref() {
        Some("checkbox") => get("checked").is_truthy().to_string(),
        _ => get("value").as_string().unwrap_or_default(),
    }
}

/// Fills the field `name` of the first element that matches the selector.
pub fn fill(selector: &str, name: &str, text: &str) {
    if let Some(field) = find(&format!("{selector} [name={name}]")).and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
        field.set_value(text);
    }
}

/// Shows the browser's validation message at the field `name` of the form that sends the event, until the field changes.
pub fn show_invalid(event: &web_sys::Event, name: &str, words: &str) {
    if let Some(field) = of_form(event, name).and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
        field.set_custom_validity(words);
        field.report_validity();
        field.set_custom_validity("");
    }
}
