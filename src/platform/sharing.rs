//! Passing on: dialogs, the clipboard, the device's own way of sharing, and what a link needs to know of the page.

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

/// Opens the first dialog that fits the selector over the page, which cannot be reached meanwhile, and moves the focus to what fits `first`,
/// if that is there already.
pub fn open_dialog(selector: &str, first: &str) {
    let Some(dialog) = dialog(selector) else { return };
    if !dialog.open()
        && let Err(error) = dialog.show_modal()
    {
        gloo::console::error!(message(&error));
    }
    focus(first);
}

/// Whether the first dialog that fits the selector is open.
pub fn is_open(selector: &str) -> bool {
    dialog(selector).is_some_and(|dialog| dialog.open())
}

/// Closes the first dialog that fits the selector, if it is open; the focus goes back to where it was.
pub fn close_dialog(selector: &str) {
    if let Some(dialog) = dialog(selector).filter(HtmlDialogElement::open) {
        dialog.close();
    }
}

/// Selects all that stands in the field that the event comes from.
pub fn select(event: &web_sys::Event) {
    if let Some(field) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
        field.select();
    }
}

/// Puts a text into the clipboard; `false` where the browser does not let us.
pub async fn copy(text: &str) -> bool {
    let Some(window) = window() else { return false };
    let clipboard = window.navigator().clipboard();
    // There is none in pages that were not loaded safely.
    let modern = !clipboard.is_undefined() && JsFuture::from(clipboard.write_text(text)).await.is_ok();
    modern || copy_selected(text).unwrap_or(false)
}

/// The older way, which also works from a disk: the text is selected in a field that goes away again, and the browser is asked to copy it.
fn copy_selected(text: &str) -> Option<bool> {
    let document: HtmlDocument = document()?.dyn_into().ok()?;
    let field: HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
    field.set_value(text);
    field.set_read_only(true);
    field.set_class_name("unseen");
    let before = document.active_element();
    // While a dialog is open nothing outside it can be selected.
    let place = before.as_ref().and_then(|element| element.closest("dialog").ok().flatten());
    place.or_else(|| document.body().map(Element::from))?.append_child(&field).ok()?;
    field.select();
    let copied = document.exec_command("copy").ok();
    field.remove();
    if let Some(element) = before.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        // An element that cannot take the focus back leaves it nowhere, which does no harm.
        let _ = element.focus();
    }
    copied
}

fn sharing() -> Option<Function> {
    let navigator = window()?.navigator();
    Reflect::get(&navigator, &JsValue::from_str("share")).ok()?.dyn_into().ok()
}

/// Whether the device has a way of its own to pass something on.
pub fn can_share() -> bool {
    sharing().is_some()
}

/// Hands a link to the device's own way of passing on. What becomes of it, the device says itself.
pub async fn share(title: &str, link: &str) {
    let (Some(share), Some(window)) = (sharing(), window()) else { return };
    let data = Object::new();
    for (key, value) in [("title", title), ("url", link)] {
        // A property of a plain object can always be set.
        let _ = Reflect::set(&data, &JsValue::from_str(key), &JsValue::from_str(value));
    }
    if let Ok(Ok(shared)) = share.call1(&window.navigator(), &data).map(JsCast::dyn_into::<Promise>) {
        // It is rejected where the reader changes their mind, too.
        let _ = JsFuture::from(shared).await;
    }
}

/// Whether this page holds everything itself, without files beside it.
pub fn is_single() -> bool {
    find("script[data-inline]").is_some()
}

/// The address of this page without its fragment.
pub fn page() -> String {
    absolute("")
}

/// The day that the device's clock shows; `None` where it shows none that can be.
pub fn today() -> Option<Day> {
    let now = js_sys::Date::new_0();
    Day::from_civil(i32::try_from(now.get_full_year()).ok()?, now.get_month() + 1, now.get_date())
}
