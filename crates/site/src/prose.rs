//! Pages of text as HTML.

use super::heading::heading;
use maud::{Markup, html};
use zeitlupe_core::prose::{Block, Piece, Style};

/// Blocks as HTML. Headings of levels 1 and 2 get `level`, deeper ones the next level.
///
/// `target` maps a link into the room (`#/…`) to an address on this page's site.
pub fn blocks(blocks: &[Block], level: u8, target: &dyn Fn(&str) -> String) -> Markup {
    html! { @for one in blocks { (block(one, level, target)) } }
}

fn block(block: &Block, level: u8, target: &dyn Fn(&str) -> String) -> Markup {
    let items = |items: &[Vec<Piece>]| html! { @for item in items { li { (inline(item, target)) } } };
    match block {
        Block::Heading(deep, pieces) => heading(level + u8::from(*deep > 2), None, inline(pieces, target)),
        Block::Paragraph(pieces) => html! { p { (inline(pieces, target)) } },
        Block::List(true, all) => html! { ol { (items(all)) } },
        Block::List(false, all) => html! { ul { (items(all)) } },
    }
}

/// The pieces of a line as HTML; see [`blocks`].
pub fn inline(pieces: &[Piece], target: &dyn Fn(&str) -> String) -> Markup {
    html! { @for linked in pieces.chunk_by(|a, b| a.link == b.link) { (link(linked, target)) } }
}

/// Consecutive pieces with the same link.
fn link(pieces: &[Piece], target: &dyn Fn(&str) -> String) -> Markup {
    let words = html! { @for one in pieces { (piece(one)) } };
    match &pieces[0].link {
        None => words,
        Some(link) if link.starts_with("#/") => html! { a href=(target(link)) { (words) } },
        Some(link) => html! { a href=(link) rel="noopener noreferrer" { (words) } },
    }
}

fn piece(Piece { text, style, .. }: &Piece) -> Markup {
    match style {
        Style::Plain => html! { (text) },
        Style::Strong => html! { strong { (text) } },
        Style::Emphasis => html! { em { (text) } },
        Style::Code => html! { code { (text) } },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use zeitlupe_ingest::prose::read;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(blocks(&read(text), 2, &|link| format!("index.html{link}")).into_string(), expected, "{text}");
    }

    #[test]
    fn blocks_become_elements() {
        check("# A\n## B\n### C\n\nText\n", "<h2>A</h2><h2>B</h2><h3>C</h3><p>Text</p>");
        check("- *a*\n- **b**\n\n1. `c`", "<ul><li><em>a</em></li><li><strong>b</strong></li></ul><ol><li><code>c</code></li></ol>");
        check("[a **b**](#/zeit?q=x&lang=en)", "<p><a href=\"index.html#/zeit?q=x&amp;lang=en\">a <strong>b</strong></a></p>");
        check("[a](https://b.example)", "<p><a href=\"https://b.example\" rel=\"noopener noreferrer\">a</a></p>");
    }

    #[test]
    fn nothing_of_a_file_becomes_markup() {
        for text in
            ["<script>alert(1)</script>", "[<img src=x>](#/\"onclick=\"alert(1))", "# <b>\n- `</li><i>`", "[x](https://\"><script>)"]
        {
            let html = blocks(&read(text), 2, &str::to_owned).into_string();
            for bad in ["<script", "<img", "<b>", "<i>", "\"onclick"] {
                assert!(!html.contains(bad), "{bad} in {html}");
            }
        }
    }
}
