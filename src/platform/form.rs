//! Fields and forms.

use super::dom::find;
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlInputElement};

/// What stands in the field that the event comes from.
pub fn value(event: &web_sys::Event) -> String {
    event.target().and_then(|field| Reflect::get(&field, &JsValue::from_str("value")).ok()?.as_string()).unwrap_or_default()
}

/// The field of this name of the form that the event comes from.
fn of_form(event: &web_sys::Event, name: &str) -> Option<Element> {
    let element: Element = event.target()?.dyn_into().ok()?;
    element.closest("form").ok()??.query_selector(&format!("[name={name}]")).ok()?
}

/// What stands in the field of this name of the form that the event comes from; of a box that can be ticked, `true` or `false`.
pub fn field(event: &web_sys::Event, name: &str) -> String {
    let Some(field) = of_form(event, name) else { return String::new() };
    let get = |key: &str| Reflect::get(&field, &JsValue::from_str(key)).unwrap_or_default();
    match get("type").as_string().as_deref() {
        Some("checkbox") => get("checked").is_truthy().to_string(),
        _ => get("value").as_string().unwrap_or_default(),
    }
}

/// Puts a text into the field `name` of the first element that fits the selector.
pub fn fill(selector: &str, name: &str, text: &str) {
    if let Some(field) = find(&format!("{selector} [name={name}]")).and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
        field.set_value(text);
    }
}

/// Says at the field `name` of the form that sends the event what is wrong with it, in the browser's own way, until something else is typed.
pub fn complain(event: &web_sys::Event, name: &str, words: &str) {
    if let Some(field) = of_form(event, name).and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
        field.set_custom_validity(words);
        field.report_validity();
        field.set_custom_validity("");
    }
}
