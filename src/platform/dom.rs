//! The window, its document and its address.

use js_sys::Object;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Window};

/// The readable part of a JavaScript error.
pub fn message(error: &JsValue) -> String {
    let text = error.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
    text.or_else(|| error.as_string()).unwrap_or_else(|| String::from(Object::from(error.clone()).to_string()))
}

/// The window; `None` in a worker.
pub(super) fn window() -> Option<Window> {
    web_sys::window()
}

/// The document, if there is one.
pub(super) fn document() -> Option<Document> {
    window()?.document()
}

/// The first element that matches the selector.
pub(super) fn find(selector: &str) -> Option<Element> {
    document()?.query_selector(selector).ok()?
}

/// The absolute address of a fragment of this page.
pub fn absolute(href: &str) -> String {
    let page = window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    format!("{}{href}", page.split('#').next().unwrap_or_default())
}
