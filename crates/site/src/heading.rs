//! Headings with a level known only at run time.

use maud::{Markup, html};

/// A heading of `level` 1 to 6 (anything above is 6), with an optional class.
pub fn heading(level: u8, class: Option<&str>, inner: Markup) -> Markup {
    match level {
        0 | 1 => html! { h1 class=[class] { (inner) } },
        2 => html! { h2 class=[class] { (inner) } },
        3 => html! { h3 class=[class] { (inner) } },
        4 => html! { h4 class=[class] { (inner) } },
        5 => html! { h5 class=[class] { (inner) } },
        _ => html! { h6 class=[class] { (inner) } },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_level_selects_the_element() {
        assert_eq!(heading(2, Some("untitled"), html! { "A & B" }).into_string(), "<h2 class=\"untitled\">A &amp; B</h2>");
        assert_eq!(heading(7, None, html! { "x" }).into_string(), "<h6>x</h6>");
    }
}
