//! Small bars next to numbers; as the numbers are shown, too, the bars are decoration.

use yew::prelude::*;
use zeitlupe_words::Lang;
use zeitlupe_words::format;

/// A row: name, address if it is a link, number.
pub type Row = (String, Option<String>, u32);

/// Rows of name, bar and number; `class` gives the colour.
pub fn bars(rows: &[Row], class: &'static str, lang: Lang) -> Html {
    let most = rows.iter().map(|row| row.2).max().unwrap_or(1).max(1);
    let row = |(name, href, n): &Row| {
        // An SVG and not a styled box, because the page's policy forbids style attributes.
        let width = (u64::from(*n) * 100 / u64::from(most)).to_string();
        html! {
            <li>
                if let Some(href) = href { <a href={href.clone()}>{ name }</a> } else { <span>{ name }</span> }
                <span class="number">{ format::number(*n, lang) }</span>
                <svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect {width} height="4" /></svg>
            </li>
        }
    };
    html! { <ul class={classes!("bars", class)}>{ for rows.iter().map(row) }</ul> }
}
