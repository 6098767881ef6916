//! What both tabs are made of.

use yew::prelude::*;
use zeitlupe_core::compare::{Line, Mark, Segment};

/// The letters of the articles, in their order.
const LETTERS: [&str; 8] = ["A", "B", "C", "D", "E", "F", "G", "H"];

/// The letter of an article; `?` beyond the last.
pub(super) fn letter(report: u32) -> &'static str {
    LETTERS.get(report as usize).copied().unwrap_or("?")
}

/// Letters as a list: `B, C`.
pub(super) fn letters(reports: impl Iterator<Item = u32>) -> String {
    reports.map(letter).collect::<Vec<_>>().join(", ")
}

/// The letter in a box.
pub(super) fn letter_box(report: u32) -> Html {
    html! { <span class="letter">{ letter(report) }</span> }
}

/// A sign in a box; its word stands beside it.
pub(super) fn sign(is_verbatim: bool) -> Html {
    let (class, sign) = if is_verbatim { ("same", "=") } else { ("near", "≈") };
    html! { <span class={classes!("st", class)} aria-hidden="true">{ sign }</span> }
}

/// The words of a line, with marks where they differ.
pub(super) fn marked(text: &str, line: &Line) -> Html {
    let segment = |segment: &Segment| {
        let words = segment.span.of(text).to_owned();
        match segment.mark {
            Mark::Plain => html! { { words } },
            Mark::Spelling => html! { <span class="sp">{ words }</span> },
            Mark::Form | Mark::Changed => html! { <b class="d">{ words }</b> },
            Mark::Only => html! { <b class="d plus">{ words }</b> },
            Mark::Missing => html! { <i class="gap" aria-hidden="true"></i> },
        }
    };
    line.segments.iter().map(segment).collect()
}
