//! Pages of plain words as HTML.

use super::html::escape;
use zeitlupe_core::prose::{Block, Piece, Style};

/// Blocks as HTML. Headings of the levels 1 and 2 become those of `level`, deeper ones those of the level below.
///
/// `lead` says where a link into the room (`#/…`) leads from the page that is written.
pub fn html(blocks: &[Block], level: u8, lead: &dyn Fn(&str) -> String) -> String {
    let words = |pieces: &[Piece]| inline(pieces, lead);
    let block = |block: &Block| match block {
        Block::Heading(deep, pieces) => {
            let level = level + u8::from(*deep > 2);
            format!("<h{level}>{}</h{level}>\n", words(pieces))
        }
        Block::Paragraph(pieces) => format!("<p>{}</p>\n", words(pieces)),
        Block::List(numbered, items) => {
            let name = if *numbered { "ol" } else { "ul" };
            let items: String = items.iter().map(|item| format!("<li>{}</li>\n", words(item))).collect();
            format!("<{name}>\n{items}</{name}>\n")
        }
    };
    blocks.iter().map(block).collect()
}

/// Pieces of a line as HTML; see [`html`].
pub fn inline(pieces: &[Piece], lead: &dyn Fn(&str) -> String) -> String {
    let piece = |piece: &Piece| {
        let words = escape(&piece.text);
        match piece.style {
            Style::Plain => words,
            Style::Strong => format!("<strong>{words}</strong>"),
            Style::Emphasis => format!("<em>{words}</em>"),
            Style::Code => format!("<code>{words}</code>"),
        }
    };
    let linked = |same: &[Piece]| {
        let words: String = same.iter().map(piece).collect();
        match &same[0].link {
            None => words,
            Some(link) if link.starts_with("#/") => format!("<a href=\"{}\">{words}</a>", escape(&lead(link))),
            Some(link) => format!("<a href=\"{}\" rel=\"noopener noreferrer\">{words}</a>", escape(link)),
        }
    };
    pieces.chunk_by(|a, b| a.link == b.link).map(linked).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use zeitlupe_ingest::prose::read;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(html(&read(text), 2, &|link| format!("index.html{link}")), expected, "{text}");
    }

    #[test]
    fn blocks_become_elements() {
        check("# A\n## B\n### C\n\nText\n", "<h2>A</h2>\n<h2>B</h2>\n<h3>C</h3>\n<p>Text</p>\n");
        check(
            "- *a*\n- **b**\n\n1. `c`",
            "<ul>\n<li><em>a</em></li>\n<li><strong>b</strong></li>\n</ul>\n<ol>\n<li><code>c</code></li>\n</ol>\n",
        );
        check("[a **b**](#/zeit?q=x&lang=en)", "<p><a href=\"index.html#/zeit?q=x&amp;lang=en\">a <strong>b</strong></a></p>\n");
        check("[a](https://b.example)", "<p><a href=\"https://b.example\" rel=\"noopener noreferrer\">a</a></p>\n");
    }

    #[test]
    fn nothing_of_a_file_becomes_markup() {
        for text in
            ["<script>alert(1)</script>", "[<img src=x>](#/\"onclick=\"alert(1))", "# <b>\n- `</li><i>`", "[x](https://\"><script>)"]
        {
            let html = html(&read(text), 2, &str::to_owned);
            for bad in ["<script", "<img", "<b>", "<i>", "\"onclick"] {
                assert!(!html.contains(bad), "{bad} in {html}");
            }
        }
    }
}
