//! Dialogs, the clipboard, the system's share dialog, and the address of the page.

use super::dom::{absolute, document, find, message, window};
use super::focus::focus;
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlDialogElement, HtmlDocument, HtmlInputElement, HtmlTextAreaElement};
use zeitlupe_core::day::Day;

fn dialog(selector: &str) -> Option<HtmlDialogElement> {
    find(selector)?.dyn_into().ok()
}

/// Opens the first dialog that matches the selector as modal and focuses the element that matches `first`, if rendered.
pub fn open_dialog(selector: &str, first: &str) {
    let Some(dialog) = dialog(selector) else { return };
    if !dialog.open()
        && let Err(error) = dialog.show_modal()
    {
        gloo::console::error!(message(&error));
    }
    focus(first);
}

/// Whether the first dialog that matches the selector is open.
pub fn is_open(selector: &str) -> bool {
    dialog(selector).is_some_and(|dialog| dialog.open())
}

/// Closes the first dialog that matches the selector, if open; the focus returns to where it was.
pub fn close_dialog(selector: &str) {
    if let Some(dialog) = dialog(selector).filter(HtmlDialogElement::open) {
        dialog.close();
    }
}

/// Selects the whole value of the field that the event comes from.
pub fn select(event: &web_sys::Event) {
    if let Some(field) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
        field.select();
    }
}

/// Copies a text to the clipboard; `false` if the browser refuses.
pub async fn copy(text: &str) -> bool {
    let Some(window) = window() else { return false };
    let clipboard = window.navigator().clipboard();
    // Not available in insecure contexts.
    let modern = !clipboard.is_undefined() && JsFuture::from(clipboard.write_text(text)).await.is_ok();
    modern || copy_selected(text).unwrap_or(false)
}

/// The legacy way, which also works from a disk: selects the text in a temporary field and runs the copy command.
fn copy_selected(text: &str) -> Option<bool> {
    let document: HtmlDocument = document()?.dyn_into().ok()?;
    let field: HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
    field.set_value(text);
    field.set_read_only(true);
    field.set_class_name("unseen");
    let before = document.active_element();
    // While a dialog is open, nothing outside it can be selected.
    let place = before.as_ref().and_then(|element| element.closest("dialog").ok().flatten());
    place.or_else(|| document.body().map(Element::from))?.append_child(&field).ok()?;
    field.select();
    let copied = document.exec_command("copy").ok();
    field.remove();
    if let Some(element) = before.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        // If the element cannot be focused again, no harm is done.
        let _ = element.focus();
    }
    copied
}

fn sharing() -> Option<Function> {
    let navigator = window()?.navigator();
    Reflect::get(&navigator, &JsValue::from_str("share")).ok()?.dyn_into().ok()
}

/// Whether the system has a share dialog.
pub fn can_share() -> bool {
    sharing().is_some()
}

/// Opens the system's share dialog for a link; the system reports the result itself.
pub async fn share(title: &str, link: &str) {
    let (Some(share), Some(window)) = (sharing(), window()) else { return };
    let data = Object::new();
    for (key, value) in [("title", title), ("url", link)] {
        // Setting a property of a plain object cannot fail.
        let _ = Reflect::set(&data, &JsValue::from_str(key), &JsValue::from_str(value));
    }
    if let Ok(Ok(shared)) = share.call1(&window.navigator(), &data).map(JsCast::dyn_into::<Promise>) {
        // Also rejected if the reader cancels.
        let _ = JsFuture::from(shared).await;
    }
}

/// Whether this page is a single file.
pub fn is_single() -> bool {
    find("script[data-inline]").is_some()
}

/// The address of this page without its fragment.
pub fn page() -> String {
    absolute("")
}

/// Today's date by the device's clock; `None` if invalid.
pub fn today() -> Option<Day> {
    let now = js_sys::Date::new_0();
    Day::from_civil(i32::try_from(now.get_full_year()).ok()?, now.get_month() + 1, now.get_date())
}
