//! The selection in the text of an article.

use super::dom::{document, window};
use crate::anchors::Selected;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};
use zeitlupe_core::text::Span;

/// The article of a position in a node, and the position in bytes of its text. `data-at` of the paragraph is its first byte,
/// `data-article` of the text is the article.
fn place(node: &Node, offset: u32) -> Option<(String, u32)> {
    let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?.closest("[data-at]").ok()??;
    let before = document()?.create_range().ok()?;
    before.select_node_contents(&element).ok()?;
    before.set_end(node, offset).ok()?;
    let article = element.closest("[data-article]").ok()??.get_attribute("data-article")?;
    Some((article, element.get_attribute("data-at")?.parse::<u32>().ok()? + String::from(before.to_string()).len() as u32))
}

/// The selection and its article; it may span several paragraphs.
/// `None` if nothing is selected, or not within one article.
pub fn selected() -> Option<Selected> {
    let selection = window()?.get_selection().ok()??;
    if selection.is_collapsed() || selection.range_count() == 0 {
        return None;
    }
    let range = selection.get_range_at(0).ok()?;
    let (article, start) = place(&range.start_container().ok()?, range.start_offset().ok()?)?;
    let (other, end) = place(&range.end_container().ok()?, range.end_offset().ok()?)?;
    (article == other && start < end).then_some(Selected { article, span: Span { start, end } })
}

/// Clears the selection.
pub fn clear_selection() {
    if let Some(selection) = window().and_then(|window| window.get_selection().ok().flatten()) {
        // It fails if nothing is selected, which is fine.
        let _ = selection.remove_all_ranges();
    }
}
