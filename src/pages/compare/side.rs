//! Articles side by side: equal passages stand level, ribbons connect them.

pub use super::options::{Options, Side};

use super::block::block;
use super::parts::{letter, letter_box};
use super::strip::strip;
use crate::hooks::use_listener;
use crate::platform;
use yew::prelude::*;
use zeitlupe_core::compare::Row;
use zeitlupe_core::view::AnalysedArticle;
use zeitlupe_words::format;

/// Draws the ribbons after each rendering, and when the window changes its size.
#[hook]
pub fn use_ribbons() {
    use_effect(platform::draw_ribbons);
    use_listener("resize", false, |_| platform::draw_ribbons());
}

/// Two to four articles side by side. The component around it calls [`use_ribbons`].
pub fn side(props: Side<'_>) -> Html {
    let options = props.options;
    let count = props.level.reports.len();
    let class = classes!(
        "compare-side",
        format!("of-{count}"),
        format!("front-{}", options.front),
        (!options.differences).then_some("plain"),
        (!options.ribbons).then_some("bare"),
    );
    let columns = (0..count as u32).filter_map(|column| props.column(column).map(|(report, text)| (column, report, text)));
    html! {
        <div {class}>
            { tools(&props) }
            { strip(&props) }
            <div class="wide">
                <div class="heads">{ for columns.map(|(column, report, text)| head(&props, column, report, text)) }</div>
                <div class="pair">
                    <svg class="ribbons" aria-hidden="true"></svg>
                    { for props.level.rows.iter().map(|row| row_of(&props, row)) }
                </div>
            </div>
        </div>
    }
}

/// The pairs of articles that share something, and what is shown.
fn tools(props: &Side<'_>) -> Html {
    let words = props.words();
    let pair = |shared: &zeitlupe_core::reuse::SharedPassages| {
        let is_current = props.level.reports.as_slice() == [shared.a, shared.b];
        html! {
            <li>
                <a href={(props.pair)(&[shared.a, shared.b])} aria-current={is_current.then_some("true")}>
                    <b>{ letter(shared.a) }</b>{ format!(" {} ", words.and) }<b>{ letter(shared.b) }</b>
                    <span>{ format::counted(shared.passages.len() as u32, &words.passages, props.lang) }</span>
                </a>
            </li>
        }
    };
    let options = props.options;
    let switch = |name: &'static str, checked: bool, next: Options| {
        let onchange = props.on_options.reform(move |_: Event| next);
        html! { <label><input type="checkbox" {checked} {onchange} />{ name }</label> }
    };
    html! {
        <div class="pairs">
            <nav aria-label={words.pairs_label}><ul>{ for props.comparison.pairs.iter().map(pair) }</ul></nav>
            <div class="showing">
                { switch(words.differences, options.differences, Options { differences: !options.differences, ..options }) }
                { switch(words.ribbons, options.ribbons, Options { ribbons: !options.ribbons, ..options }) }
                { switch(words.whole, options.whole, Options { whole: !options.whole, ..options }) }
            </div>
        </div>
    }
}

/// The head of a column: letter, title, date, source and length.
fn head(props: &Side<'_>, column: u32, report: u32, text: &AnalysedArticle) -> Html {
    let (words, meta) = (props.lang.words(), &text.article.meta);
    let facts = [
        format::published(meta.date.as_ref(), props.lang),
        format::source(meta.source.as_deref(), words).to_owned(),
        format::counted(text.words, &words.words, props.lang),
    ];
    let start = zeitlupe_core::text::Span::new(0, 0);
    html! {
        <div class={place(column, props.level.reports.len())}>
            <h3 class={classes!(meta.title.is_none().then_some("none"))}>
                { letter_box(report) }
                <a href={(props.link)(report as usize, start)}>{ meta.title.as_deref().unwrap_or(words.compare.untitled) }</a>
                <small>{ facts.join(" · ") }</small>
            </h3>
        </div>
    }
}

/// The classes of what stands in a column: `l` for the first, `r` for the last.
fn place(column: u32, count: usize) -> Classes {
    let edge = if column == 0 {
        "l"
    } else if column as usize + 1 == count {
        "r"
    } else {
        "m"
    };
    classes!(format!("c{column}"), edge)
}

fn row_of(props: &Side<'_>, row: &Row) -> Html {
    let count = row.cells.len();
    // The only article that says something here.
    let mut full = row.cells.iter().enumerate().filter(|(_, blocks)| !blocks.is_empty());
    let only = full.next().filter(|_| full.next().is_none()).and_then(|(column, _)| props.column(column as u32));
    let cell = |(column, blocks): (usize, &Vec<zeitlupe_core::compare::Block>)| {
        let class = classes!("cell", place(column as u32, count), blocks.is_empty().then_some("void"));
        html! {
            <div {class} data-column={column.to_string()}>
                { for blocks.iter().map(|one| block(props, column as u32, one)) }
                if blocks.is_empty() {
                    if let Some((report, _)) = only {
                        <span>{ format!("{} {}", props.words().only_here_reports, letter(report)) }</span>
                    }
                }
            </div>
        }
    };
    html! { <div class="al">{ for row.cells.iter().enumerate().map(cell) }</div> }
}
