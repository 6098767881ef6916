//! Focus and scrolling.

use super::dom::{document, find, window};
use crate::anchors;
use std::cell::Cell;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

thread_local! {
    /// Whether the app is moving the focus, not the reader.
    static MOVING: Cell<bool> = const { Cell::new(false) };
}

/// Focuses the first element that matches the selector, if any.
pub fn focus(selector: &str) {
    if let Some(element) = find(selector) {
        MOVING.set(true);
        // SVG elements can have the focus, too.
        // If the element cannot be focused, the focus stays where it is, as intended.
        let _ = element.unchecked_into::<HtmlElement>().focus();
        MOVING.set(false);
    }
}

/// How often, and at what interval in milliseconds, to check for an element about to be rendered.
const RETRIES: (u32, u32) = (20, 25);

/// Like [`focus`], once the element has been rendered.
pub fn focus_soon(selector: &'static str) {
    look_again(selector, RETRIES.0);
}

fn look_again(selector: &'static str, times: u32) {
    gloo::timers::callback::Timeout::new(RETRIES.1, move || {
        focus(selector);
        if times > 0 && !focus_is_in(selector) {
            look_again(selector, times - 1);
        }
    })
    .forget();
}

/// Whether the focus is inside the first element that matches the selector.
pub fn focus_is_in(selector: &str) -> bool {
    let active = document().and_then(|d| d.active_element());
    find(selector).is_some_and(|element| element.contains(active.as_deref()))
}

/// Scrolls the first element that matches the selector to the middle, unless it is in view; `true` if there is one.
pub fn reveal(selector: &str) -> bool {
    let Some(element) = find(selector) else { return false };
    let (place, height) = (element.get_bounding_client_rect(), window_height());
    if place.top() > height / 8.0 && place.bottom() < height * 7.0 / 8.0 {
        return true;
    }
    scroll(&element, ScrollLogicalPosition::Center);
    true
}

/// Scrolls an element to this vertical position; horizontally no further than needed.
fn scroll(element: &Element, block: ScrollLogicalPosition) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(block);
    options.set_inline(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Scrolls opened details into view, as far as there is room.
pub fn show(event: web_sys::Event) {
    let Some(unfolded) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    if unfolded.has_attribute("open") {
        scroll(&unfolded, ScrollLogicalPosition::Nearest);
    }
}

/// Scrolls the element focused by keyboard into view completely; some browsers show only a part.
pub fn show_focus(event: &web_sys::Event) {
    let Some(focused) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    let height = window_height();
    let column = focused.closest(".side").ok().flatten();
    // How far it is outside the window or a scrolling column: below, or above if negative.
    let cut = || {
        let place = focused.get_bounding_client_rect();
        let (top, bottom) =
            column.as_ref().map(Element::get_bounding_client_rect).map_or((0.0, height), |seen| (seen.top(), seen.bottom()));
        let (top, bottom) = (top.max(0.0), bottom.min(height));
        if place.height() >= bottom - top { 0.0 } else { (place.top() - top).min(0.0) + (place.bottom() - bottom).max(0.0) }
    };
    if cut() != 0.0 && focused.matches(":focus-visible").unwrap_or(false) {
        scroll(&focused, ScrollLogicalPosition::Nearest);
        // Firefox does not scroll to SVG elements.
        if let Some(window) = window().filter(|_| cut() != 0.0) {
            window.scroll_by_with_x_and_y(0.0, cut());
        }
    }
}

/// The height of the window, in CSS pixels.
fn window_height() -> f64 {
    window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or(0.0)
}

/// The article and start, in bytes, of the mark that the reader has focused; `None` if the focus is elsewhere.
pub fn focused_mark(event: &web_sys::Event) -> Option<(String, u32)> {
    if MOVING.get() {
        return None;
    }
    let target: Element = event.target()?.dyn_into().ok()?;
    let id = target.closest("a.n[id]").ok()??.id();
    anchors::read_mark(&id).map(|(article, start)| (article.to_owned(), start))
}

/// Opens the first `details` that matches the selector and scrolls to it.
pub fn open_details(selector: &str) {
    if let Some(details) = find(selector) {
        // Setting an attribute with a valid name cannot fail.
        let _ = details.set_attribute("open", "");
        reveal(selector);
    }
    focus(&format!("{selector} summary"));
}

/// Closes the `details` that matches the selector, if the event is outside it or the Escape key inside it.
pub fn close_details(event: &web_sys::Event, selector: &str) {
    let Some(details) = find(selector).filter(|details| details.has_attribute("open")) else { return };
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
    let inside = details.contains(target.as_ref());
    let escape = event.dyn_ref::<web_sys::KeyboardEvent>().is_some_and(|key| key.key() == "Escape");
    if inside && escape {
        focus(&format!("{selector} summary"));
    }
    if inside == escape {
        // Removing an existing attribute cannot fail.
        let _ = details.remove_attribute("open");
    }
}

/// Scrolls to the top of the page.
pub fn to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// How much of a focused element must be visible, in CSS pixels.
const MIN_VISIBLE: f64 = 48.0;

/// Scrolls so that the focused element is not covered by the bar at the bottom of the window: not every browser respects `scroll-padding`.
pub fn scroll_clear_of(event: &web_sys::Event, bar: &str) {
    let focused: Option<Element> = event.target().and_then(|target| target.dyn_into().ok());
    let (Some(focused), Some(bar), Some(window)) = (focused, find(bar), window()) else { return };
    let place = focused.get_bounding_client_rect();
    let covered = place.top() + place.height().min(MIN_VISIBLE) - bar.get_bounding_client_rect().top();
    if covered > 0.0 && !bar.contains(Some(&focused)) {
        window.scroll_by_with_x_and_y(0.0, covered.ceil());
    }
}
