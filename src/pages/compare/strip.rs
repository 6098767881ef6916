//! The strip above articles side by side: each text as a bar, with ribbons between them.

use super::options::{Options, Side};
use super::parts::{letter, letter_box};
use crate::platform;
use yew::prelude::*;
use zeitlupe_core::compare::{End, Ribbon, WHOLE};

/// The height of a bar, and the distance from one to the next.
const BAR: u32 = 10;
const STEP: u32 = 44;
/// The space above the first bar.
const TOP: u32 = 2;

/// The texts as bars; the ribbons lead to the passages.
pub(super) fn strip(props: &Side<'_>) -> Html {
    let words = props.words();
    let count = props.level.reports.len() as u32;
    let button = |(column, report): (u32, &u32)| {
        let next = Options { front: column, ..props.options };
        let onclick = props.on_options.reform(move |_: MouseEvent| next);
        let label = format!("{} {}", words.report, letter(*report));
        let is_front = (column == props.options.front).to_string();
        html! { <button type="button" {onclick} aria-label={label} aria-pressed={is_front}>{ letter_box(*report) }</button> }
    };
    let rail = |column: u32| {
        let (y, width, height) = (top(column).to_string(), WHOLE.to_string(), BAR.to_string());
        html! { <rect class="rail" x="0" {y} {width} {height} /> }
    };
    let height = TOP + STEP * count.saturating_sub(1) + BAR + TOP;
    html! {
        <div class="map2">
            <div class="letters">{ for (0..).zip(&props.level.reports).map(button) }</div>
            <svg viewBox={format!("0 0 {WHOLE} {height}")} preserveAspectRatio="none" role="group" aria-label={words.strip_label}>
                { for (0..count).map(rail) }
                { for (0..).zip(&props.level.ribbons).filter(|(_, ribbon)| is_between_neighbours(ribbon)).map(|(n, one)| ribbon(props, n, one)) }
                { for props.level.ribbons.iter().flat_map(|ribbon| ribbon.ends.map(|end| stretch(ribbon, end))) }
            </svg>
        </div>
    }
}

fn top(column: u32) -> u32 {
    TOP + STEP * column
}

fn is_between_neighbours(ribbon: &Ribbon) -> bool {
    ribbon.ends[0].column + 1 == ribbon.ends[1].column
}

fn class(ribbon: &Ribbon) -> &'static str {
    if ribbon.is_verbatim { "same" } else { "near" }
}

/// A ribbon as a link; it scrolls to the passage on this page, in the column that a narrow window shows.
fn ribbon(props: &Side<'_>, link: u32, ribbon: &Ribbon) -> Html {
    let [left, right] = ribbon.ends;
    let (from, to) = (top(left.column) + BAR, top(right.column));
    let middle = (from + to) / 2;
    let path = format!(
        "M{0} {from}C{0} {middle} {1} {middle} {1} {to}H{2}C{2} {middle} {3} {middle} {3} {from}Z",
        left.from, right.from, right.to, left.to
    );
    let column = if props.options.front == right.column { right.column } else { left.column };
    let onclick = Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        platform::show_block(column, link);
    });
    let letters: Vec<&str> = ribbon.ends.iter().filter_map(|end| props.column(end.column)).map(|(report, _)| letter(report)).collect();
    let label = format!("{} {}, {}", props.words().passage, ribbon.passage + 1, letters.join(", "));
    html! {
        <a href={(props.passage)(ribbon.passage)} aria-label={label} {onclick}><path class={classes!("rib", class(ribbon))} d={path} /></a>
    }
}

fn stretch(ribbon: &Ribbon, end: End) -> Html {
    let (x, y) = (end.from.to_string(), top(end.column).to_string());
    let width = end.to.saturating_sub(end.from).to_string();
    html! { <rect class={classes!("seg", class(ribbon))} {x} {y} {width} height={BAR.to_string()} /> }
}
