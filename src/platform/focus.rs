//! Where the focus is, and what of the page is in view.

use super::dom::{document, find, window};
use crate::anchors;
use std::cell::Cell;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

thread_local! {
    /// Whether the focus is being moved by us and not by the reader.
    static MOVING: Cell<bool> = const { Cell::new(false) };
}

/// Moves the focus to the first element that fits the selector; does nothing if there is none.
pub fn focus(selector: &str) {
    if let Some(element) = find(selector) {
        MOVING.set(true);
        // Elements of a drawing can take the focus, too, without being of HTML.
        // An element that cannot take the focus leaves it where it is, which is what we want.
        let _ = element.unchecked_into::<HtmlElement>().focus();
        MOVING.set(false);
    }
}

/// How often, and after how many milliseconds each time, it is looked whether what is about to be drawn is there.
const PEEKS: (u32, u32) = (20, 25);

/// Does the same as [`focus`] once what is about to be drawn is there.
pub fn focus_soon(selector: &'static str) {
    look_again(selector, PEEKS.0);
}

fn look_again(selector: &'static str, times: u32) {
    gloo::timers::callback::Timeout::new(PEEKS.1, move || {
        focus(selector);
        if times > 0 && !focus_is_in(selector) {
            look_again(selector, times - 1);
        }
    })
    .forget();
}

/// Whether the focus is inside the first element that fits the selector.
pub fn focus_is_in(selector: &str) -> bool {
    let active = document().and_then(|d| d.active_element());
    find(selector).is_some_and(|element| element.contains(active.as_deref()))
}

/// Brings the first element that fits the selector into the middle of the view, if it is not in view; `true` if there is one.
pub fn reveal(selector: &str) -> bool {
    let Some(element) = find(selector) else { return false };
    let (place, height) = (element.get_bounding_client_rect(), window_height());
    if place.top() > height / 8.0 && place.bottom() < height * 7.0 / 8.0 {
        return true;
    }
    scroll(&element, ScrollLogicalPosition::Center);
    true
}

/// Scrolls until an element is at this height of the view; sideways no further than is needed.
fn scroll(element: &Element, block: ScrollLogicalPosition) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(block);
    options.set_inline(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Brings into view what has just been unfolded, as far as there is room for it.
pub fn show(event: web_sys::Event) {
    let Some(unfolded) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    if unfolded.has_attribute("open") {
        scroll(&unfolded, ScrollLogicalPosition::Nearest);
    }
}

/// Brings what the keyboard has given the focus into view as a whole: some browsers are content with a part of it.
pub fn show_focus(event: &web_sys::Event) {
    let Some(focused) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    let height = window_height();
    let column = focused.closest(".side").ok().flatten();
    // How far it reaches over the edge, of the window or of a column that scrolls by itself: below, or (negative) above.
    let cut = || {
        let place = focused.get_bounding_client_rect();
        let (top, bottom) =
            column.as_ref().map(Element::get_bounding_client_rect).map_or((0.0, height), |seen| (seen.top(), seen.bottom()));
        let (top, bottom) = (top.max(0.0), bottom.min(height));
        if place.height() >= bottom - top { 0.0 } else { (place.top() - top).min(0.0) + (place.bottom() - bottom).max(0.0) }
    };
    if cut() != 0.0 && focused.matches(":focus-visible").unwrap_or(false) {
        scroll(&focused, ScrollLogicalPosition::Nearest);
        // Firefox does not scroll to what is drawn.
        if let Some(window) = window().filter(|_| cut() != 0.0) {
            window.scroll_by_with_x_and_y(0.0, cut());
        }
    }
}

/// The height of the window, in CSS pixels.
fn window_height() -> f64 {
    window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or(0.0)
}

/// The article and the place of the mark, in bytes of its text, to which the reader has moved the focus; `None` where it is elsewhere.
pub fn focused_mark(event: &web_sys::Event) -> Option<(String, u32)> {
    if MOVING.get() {
        return None;
    }
    let target: Element = event.target()?.dyn_into().ok()?;
    let id = target.closest("a.n[id]").ok()??.id();
    anchors::read_mark(&id).map(|(article, start)| (article.to_owned(), start))
}

/// Opens the first `details` that fits the selector, and shows it.
pub fn unfold(selector: &str) {
    if let Some(details) = find(selector) {
        // Setting an attribute of a valid name cannot fail.
        let _ = details.set_attribute("open", "");
        reveal(selector);
    }
    focus(&format!("{selector} summary"));
}

/// Closes the `details` that fits the selector when the event comes from outside it, or is the Escape key inside it.
pub fn fold_away(event: &web_sys::Event, selector: &str) {
    let Some(details) = find(selector).filter(|details| details.has_attribute("open")) else { return };
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
    let inside = details.contains(target.as_ref());
    let escape = event.dyn_ref::<web_sys::KeyboardEvent>().is_some_and(|key| key.key() == "Escape");
    if inside && escape {
        focus(&format!("{selector} summary"));
    }
    if inside == escape {
        // An attribute that was there can be taken away.
        let _ = details.remove_attribute("open");
    }
}

/// Goes to the top of the page.
pub fn to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// The least of an element that has to be seen for it to be found again, in CSS pixels.
const SEEN: f64 = 48.0;

/// Scrolls so far that what has just got the focus does not lie below a bar over the foot of the window: not every browser minds the
/// padding that style sheets give to scrolling.
pub fn uncover(event: &web_sys::Event, bar: &str) {
    let focused: Option<Element> = event.target().and_then(|target| target.dyn_into().ok());
    let (Some(focused), Some(bar), Some(window)) = (focused, find(bar), window()) else { return };
    let place = focused.get_bounding_client_rect();
    let covered = place.top() + place.height().min(SEEN) - bar.get_bounding_client_rect().top();
    if covered > 0.0 && !bar.contains(Some(&focused)) {
        window.scroll_by_with_x_and_y(0.0, covered.ceil());
    }
}
