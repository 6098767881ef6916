//! What the reader has selected in the text of an article.

use super::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};
use zeitlupe_core::text::Span;

/// The element with `data-at` that holds a node, and how many bytes of text stand before a place in the node, counted from the beginning of the article.
fn place(node: &Node, offset: u32) -> Option<u32> {
    let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?.closest("[data-at]").ok()??;
    let before = document()?.create_range().ok()?;
    before.select_node_contents(&element).ok()?;
    before.set_end(node, offset).ok()?;
    Some(element.get_attribute("data-at")?.parse::<u32>().ok()? + String::from(before.to_string()).len() as u32)
}

/// Where the reader's selection lies in the opened article, in bytes of its text; it may reach over several paragraphs.
/// `None` where nothing is selected, or something that is not of the article.
pub fn selected() -> Option<Span> {
    let selection = window()?.get_selection().ok()??;
    if selection.is_collapsed() || selection.range_count() == 0 {
        return None;
    }
    let range = selection.get_range_at(0).ok()?;
    let start = place(&range.start_container().ok()?, range.start_offset().ok()?)?;
    let end = place(&range.end_container().ok()?, range.end_offset().ok()?)?;
    (start < end).then_some(Span { start, end })
}

/// Selects nothing any more.
pub fn unselect() {
    if let Some(selection) = window().and_then(|window| window.get_selection().ok().flatten()) {
        // There may be nothing selected, which is what is wanted.
        let _ = selection.remove_all_ranges();
    }
}
