//! Ribbons between passages that stand side by side: drawn from the places that the browser gives them.

use super::dom::{document, find};
use web_sys::{Document, DomRect, Element, ScrollIntoViewOptions, ScrollLogicalPosition};

/// The namespace of SVG elements.
const SVG: &str = "http://www.w3.org/2000/svg";

/// Draws the ribbons of all grids of articles anew; to be called after each change of their layout.
///
/// A block has the numbers of its links in `data-p`, its cell the number of the column in `data-column`. A ribbon joins blocks with the same
/// link in neighbouring columns. Nothing is drawn where only one column is shown.
pub fn draw_ribbons() {
    for grid in all(document().and_then(|document| document.query_selector_all(".compare-side .pair").ok())) {
        draw(&grid);
    }
}

/// Scrolls to the block with a link in a column, and gives the focus to its first link or button.
pub fn show_block(column: u32, link: u32) {
    let selector = format!(".compare-side .c{column} .blk[data-p~=\"{link}\"]");
    // The column may only appear with the next rendering.
    gloo::timers::callback::Timeout::new(0, move || {
        if let Some(block) = find(&selector) {
            let options = ScrollIntoViewOptions::new();
            options.set_block(ScrollLogicalPosition::Center);
            block.scroll_into_view_with_scroll_into_view_options(&options);
            super::focus(&format!("{selector} a"));
        }
    })
    .forget();
}

/// A block on the page.
struct Placed {
    column: u32,
    links: Vec<String>,
    place: DomRect,
    is_near: bool,
}

fn draw(grid: &Element) {
    let Some((document, svg)) = document().zip(grid.query_selector("svg.ribbons").ok().flatten()) else { return };
    svg.set_text_content(None);
    let origin = svg.get_bounding_client_rect();
    let blocks: Vec<Placed> = all(grid.query_selector_all(".blk[data-p]").ok()).filter_map(|block| placed(&block)).collect();
    for left in &blocks {
        for link in &left.links {
            let right = blocks.iter().find(|right| right.column == left.column + 1 && right.links.contains(link));
            if let Some(right) = right {
                ribbon(&document, &svg, &origin, left, right);
            }
        }
    }
}

/// A block, if it is visible.
fn placed(block: &Element) -> Option<Placed> {
    let place = block.get_bounding_client_rect();
    let column = block.closest(".cell").ok()??.get_attribute("data-column")?.parse().ok()?;
    let links = block.get_attribute("data-p")?.split(' ').map(str::to_owned).collect();
    (place.height() > 0.0).then(|| Placed { column, links, place, is_near: block.class_list().contains("near") })
}

/// A ribbon from the inner edge of one block to that of the other, and its sign in the middle.
fn ribbon(document: &Document, svg: &Element, origin: &DomRect, left: &Placed, right: &Placed) {
    let (from, to) = (left.place.right() - origin.left(), right.place.left() - origin.left());
    if from >= to {
        return;
    }
    let middle = (from + to) / 2.0;
    let [top, bottom, other_top, other_bottom] =
        [left.place.top(), left.place.bottom(), right.place.top(), right.place.bottom()].map(|y| y - origin.top());
    let path = format!(
        "M{from:.1} {top:.1}C{middle:.1} {top:.1} {middle:.1} {other_top:.1} {to:.1} {other_top:.1}\
         V{other_bottom:.1}C{middle:.1} {other_bottom:.1} {middle:.1} {bottom:.1} {from:.1} {bottom:.1}Z"
    );
    let is_near = left.is_near || right.is_near;
    add(document, svg, "path", &[("class", if is_near { "near" } else { "same" }), ("d", &path)], "");
    let (x, y) = (format!("{middle:.1}"), format!("{:.1}", (top + bottom + other_top + other_bottom) / 4.0 + 5.0));
    add(document, svg, "text", &[("x", &x), ("y", &y)], if is_near { "≈" } else { "=" });
}

fn add(document: &Document, svg: &Element, name: &str, attributes: &[(&str, &str)], words: &str) {
    let Ok(element) = document.create_element_ns(Some(SVG), name) else { return };
    for (name, value) in attributes {
        // Setting an attribute with a valid name cannot fail.
        let _ = element.set_attribute(name, value);
    }
    element.set_text_content((!words.is_empty()).then_some(words));
    // Adding a new element to one of the page cannot fail.
    let _ = svg.append_child(&element);
}

fn all(list: Option<web_sys::NodeList>) -> impl Iterator<Item = Element> {
    use wasm_bindgen::JsCast;
    let count = list.as_ref().map_or(0, web_sys::NodeList::length);
    (0..count).filter_map(move |at| list.as_ref()?.item(at)?.dyn_into().ok())
}
