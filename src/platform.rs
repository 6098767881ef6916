//! The only module that calls the browser. At this level: the address bar, and the page as a whole.

mod boot;
mod dom;
mod files;
mod focus;
mod form;
mod ribbons;
mod selection;
mod sharing;
mod speech;
mod storage;

pub use boot::{ask, built, forget_offline, is_renewable, load_part, renew};
pub use dom::absolute;
pub use files::{chosen_text, read_annotations, save, save_drawing, save_picture};
pub use focus::{
    close_details, focus, focus_is_in, focus_soon, focused_mark, open_details, reveal, scroll_clear_of, show, show_focus, to_top,
};
pub use form::{field, fill, show_invalid, value};
pub use ribbons::{draw_ribbons, show_block};
pub use selection::{clear_selection, selected};
pub use sharing::{can_share, close_dialog, copy, is_open, is_single, open_dialog, page, select, share, today};
pub use speech::{can_speak, on_voices, pause_speaking, resume_speaking, speak, stop_speaking};
pub use storage::{
    Stored, delete_aside, delete_formerly_stored, delete_stored, formerly_stored, is_storage_event, set_aside, store, stored, texts_aside,
};

use dom::{document, find, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

/// The fragment with its `#`; empty outside a page.
pub fn fragment() -> String {
    window().and_then(|w| w.location().hash().ok()).unwrap_or_default()
}

/// Replaces the address in the address bar, without a new history entry.
pub fn replace_fragment(href: &str) {
    let Some(window) = window() else { return };
    let replaced = window.history().and_then(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(href)));
    if replaced.is_err() {
        // Some browsers refuse this for file:// pages; setting the fragment adds a history entry, which does no harm.
        gloo::console::debug!("history.replaceState was refused; the address is set directly");
        let _ = window.location().set_hash(href);
    }
}

/// Goes to an address, with a new history entry.
pub fn visit(href: &str) {
    if let Some(window) = window() {
        // Setting a fragment only fails while the page is being left.
        let _ = window.location().set_hash(href);
    }
}

/// Sets the language of the page, and its title if one is given.
pub fn set_title(title: Option<&str>, lang: &str) {
    if let Some(document) = document() {
        if let Some(title) = title {
            document.set_title(title);
        }
        if let Some(root) = document.document_element() {
            // Setting an attribute with a valid name cannot fail.
            let _ = root.set_attribute("lang", lang);
        }
    }
}

/// Sets `data-NAME` on the root element, for the style sheets, or removes it.
pub fn set_root_data(name: &str, value: Option<String>) {
    let Some(root) = document().and_then(|document| document.document_element()) else { return };
    let name = format!("data-{name}");
    // Setting an attribute with a valid name cannot fail.
    let _ = match value {
        Some(value) => root.set_attribute(&name, &value),
        None => root.remove_attribute(&name),
    };
}

/// The number of the timeline mark that an event comes from.
pub fn mark_of(event: &web_sys::Event) -> Option<usize> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest("a[id^=marke-]").ok()??.id().strip_prefix("marke-")?.parse().ok()
}

/// What a pointer drags in the timeline: `ground`, or the `from` or `to` handle of the chosen period. Captures the pointer.
pub fn dragged_part(event: &web_sys::PointerEvent) -> Option<&'static str> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let held =
        ["ground", "from", "to"].into_iter().find(|class| target.closest(&format!(".{class}")).is_ok_and(|found| found.is_some()))?;
    let drawing = target.closest("svg").ok()??;
    // Without capture, a pointer that leaves the drawing is only lost.
    let _ = drawing.set_pointer_capture(event.pointer_id());
    Some(held)
}

/// The width of the first element that matches the selector, in CSS pixels.
pub fn width_of(selector: &str) -> Option<f64> {
    find(selector).map(|element| element.get_bounding_client_rect().width()).filter(|width| *width > 0.0)
}

/// Whether the window is narrower than a tablet.
pub fn is_narrow() -> bool {
    window().and_then(|w| w.match_media("(max-width: 640px)").ok().flatten()).is_some_and(|query| query.matches())
}

/// Empties `#app`, which holds the static page, and returns it for the app.
pub fn mount_point() -> Option<Element> {
    let element = find("#app")?;
    element.set_text_content(None);
    Some(element)
}

/// What was typed into the search field of the static page, which may be nothing, and whether it has the focus.
pub fn typed_early() -> (String, bool) {
    let field = find("form.early input").and_then(|field| field.dyn_into::<web_sys::HtmlInputElement>().ok());
    (field.map(|field| field.value()).unwrap_or_default(), focus_is_in("form.early"))
}

/// Shows a message that must not be missed.
pub fn alert(words: &str) {
    if let Some(window) = window() {
        // If the browser shows no alerts, there is no other way.
        let _ = window.alert_with_message(words);
    }
}

/// The horizontal position of an event in the first element that matches the selector, from 0 (left) to 1 (right).
pub fn relative_x(event: &web_sys::MouseEvent, selector: &str) -> Option<f64> {
    let place = find(selector)?.get_bounding_client_rect();
    (place.width() > 0.0).then(|| ((f64::from(event.client_x()) - place.left()) / place.width()).clamp(0.0, 1.0))
}

/// The address of the room without its fragment; empty for a local file, which nobody else can reach and whose path is private.
pub fn room_address() -> String {
    let Some(location) = window().map(|window| window.location()) else { return String::new() };
    match (location.protocol(), location.origin(), location.pathname()) {
        (Ok(protocol), Ok(origin), Ok(path)) if protocol != "file:" => origin + &path,
        _ => String::new(),
    }
}

/// Opens the browser's dialog for printing.
pub fn print() {
    if let Some(window) = window() {
        // If printing is not possible, nothing happens.
        let _ = window.print();
    }
}
