//! The only place that touches the browser. Here: the address bar, and the page as a whole.

mod boot;
mod dom;
mod files;
mod focus;
mod form;
mod selection;
mod sharing;
mod shelf;
mod speech;

pub use boot::{
    Role, base_file, built, forget_offline, instance, is_renewable, load, loaded, recogniser_file, renew, role, worker, worker_is_ready,
};
pub use dom::{absolute, message};
pub use files::{chosen_text, read_annotations, save, save_drawing, save_picture};
pub use focus::{focus, focus_is_in, focus_soon, focused_mark, fold_away, reveal, show, show_focus, to_top, uncover, unfold};
pub use form::{complain, field, fill, value};
pub use selection::{selected, unselect};
pub use sharing::{can_share, close_dialog, copy, is_open, is_single, open_dialog, page, select, share, today};
pub use shelf::{Shelf, forget, keep, recall, shelf_of};
pub use speech::{can_speak, hold, hush, on_voices, resume, speak};

use dom::{document, find, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

/// What stands behind the `#`, with it; empty outside a page.
pub fn fragment() -> String {
    window().and_then(|w| w.location().hash().ok()).unwrap_or_default()
}

/// Puts an address into the address bar in place of the present one, without a step in the history.
pub fn replace_fragment(href: &str) {
    let Some(window) = window() else { return };
    let replaced = window.history().and_then(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(href)));
    if replaced.is_err() {
        // Some browsers refuse this for file:// pages; the plain way leaves a step in the history, which does no harm.
        gloo::console::debug!("history.replaceState was refused; the address is set directly");
        let _ = window.location().set_hash(href);
    }
}

/// Goes to an address, with a step in the history.
pub fn visit(href: &str) {
    if let Some(window) = window() {
        // Setting a fragment can only fail for a page that is being left.
        let _ = window.location().set_hash(href);
    }
}

/// Names the page, where a title is given, and its language.
pub fn entitle(title: Option<&str>, lang: &str) {
    if let Some(document) = document() {
        if let Some(title) = title {
            document.set_title(title);
        }
        if let Some(root) = document.document_element() {
            // An attribute of a fixed, valid name cannot be refused.
            let _ = root.set_attribute("lang", lang);
        }
    }
}

/// Marks the root of the page with `data-NAME`, for the style sheets, or takes the mark away.
pub fn dress(name: &str, value: Option<String>) {
    let Some(root) = document().and_then(|document| document.document_element()) else { return };
    let name = format!("data-{name}");
    // An attribute of a fixed, valid name cannot be refused.
    let _ = match value {
        Some(value) => root.set_attribute(&name, &value),
        None => root.remove_attribute(&name),
    };
}

/// The number of the mark of the timeline that an event comes from.
pub fn mark_of(event: &web_sys::Event) -> Option<usize> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest("a[id^=marke-]").ok()??.id().strip_prefix("marke-")?.parse().ok()
}

/// What of the timeline's drawing a pointer holds: `ground`, or the `from` or `to` of what is chosen. It keeps it until it is let go.
pub fn held(event: &web_sys::PointerEvent) -> Option<&'static str> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let held =
        ["ground", "from", "to"].into_iter().find(|class| target.closest(&format!(".{class}")).is_ok_and(|found| found.is_some()))?;
    let drawing = target.closest("svg").ok()??;
    // Without it a pointer that leaves the drawing is only lost.
    let _ = drawing.set_pointer_capture(event.pointer_id());
    Some(held)
}

/// Width of the first element that fits the selector, in CSS pixels.
pub fn width_of(selector: &str) -> Option<f64> {
    find(selector).map(|element| element.get_bounding_client_rect().width()).filter(|width| *width > 0.0)
}

/// Whether the window is narrower than a tablet.
pub fn is_narrow() -> bool {
    window().and_then(|w| w.match_media("(max-width: 640px)").ok().flatten()).is_some_and(|query| query.matches())
}

/// Takes the prerendered page away from `#app` before the app is drawn there, and gives the element.
pub fn mount_point() -> Option<Element> {
    let element = find("#app")?;
    element.set_text_content(None);
    Some(element)
}

/// Says something that must not be missed.
pub fn alert(words: &str) {
    if let Some(window) = window() {
        // Where the browser shows no such thing there is no other way either.
        let _ = window.alert_with_message(words);
    }
}

/// How far across the first element that fits the selector an event lies, from 0 at its left to 1 at its right.
pub fn share_across(event: &web_sys::MouseEvent, selector: &str) -> Option<f64> {
    let place = find(selector)?.get_bounding_client_rect();
    (place.width() > 0.0).then(|| ((f64::from(event.client_x()) - place.left()) / place.width()).clamp(0.0, 1.0))
}

/// The address of the room without its fragment; empty for a file on a disk, which nobody else can reach and whose path is nobody's business.
pub fn room() -> String {
    let Some(location) = window().map(|window| window.location()) else { return String::new() };
    match (location.protocol(), location.origin(), location.pathname()) {
        (Ok(protocol), Ok(origin), Ok(path)) if protocol != "file:" => origin + &path,
        _ => String::new(),
    }
}

/// Opens the browser's dialog for printing.
pub fn print() {
    if let Some(window) = window() {
        // Where nothing can be printed nothing happens.
        let _ = window.print();
    }
}
