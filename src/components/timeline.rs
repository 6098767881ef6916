//! The timeline: a drawing, and the same items as a list. All geometry comes from the core.

use crate::address::{Address, Page, Passage};
use crate::format;
use crate::platform;
use crate::state::{Desk, Shared};
use yew::prelude::*;
use zeitlupe_core::room::{ItemKind, Reply, TimelineItem};
use zeitlupe_core::time::Day;
use zeitlupe_core::time::lanes::{Bin, COUNT, Layout, Mark, MarkKind, Shape, context};
use zeitlupe_core::time::scale::{Level, Scale, Tick, TickUnit, Window};

/// Height of a row of marks, of the axis above and of the context strip below, in CSS pixels.
const ROW: f64 = 18.0;
const AXIS: f64 = 40.0;
const STRIP: f64 = 46.0;
/// Room at the left for the names of the lanes.
const GUTTER: f64 = 130.0;
/// Bars of the context strip.
const BINS: u32 = 120;

/// A coordinate to a tenth of a pixel, written without the formatting of floats, which is ten kilobytes.
pub(super) fn px(value: f64) -> String {
    let tenths = (value * 10.0).round() as i64;
    let sign = if tenths < 0 { "-" } else { "" };
    format!("{sign}{}.{}", tenths.abs() / 10, tenths.abs() % 10)
}

/// Where an item leads: its sentence in its article; for a report the article.
fn there(desk: &Desk, item: &TimelineItem) -> Option<Address> {
    let summary = desk.summary(item.article)?;
    let passage = item.span.map(|span| Passage { start: span.start, quote: item.surface.clone() });
    Some(Address { page: Page::Article(summary.id.clone()), passage, ..desk.address().at(Page::Time) })
}

/// "4. Feb. 2022: Der Text, 3 von 12".
fn spoken(desk: &Desk, items: &[TimelineItem], mark: &Mark, place: usize, all: usize) -> String {
    let words = desk.words();
    let first = &items[mark.items[0] as usize];
    let when = first.earliest.zip(first.latest).map(|(a, b)| format::stretch(a, b, desk.lang())).unwrap_or_default();
    let what = match mark.items.len() {
        1 => zeitlupe_core::article::shorten(&first.text, 90),
        n => format::counted(n as u32, &words.items, desk.lang()),
    };
    format!("{when}: {what}, {} {} {all}", place + 1, words.of)
}

/// Properties of [`Chart`].
#[derive(Properties, PartialEq)]
pub struct ChartProps {
    /// What every piece can reach.
    pub desk: Desk,
    /// The reply that holds all items.
    pub items: Shared<Reply>,
    /// What is shown of them.
    pub layout: Layout,
    /// The scale that the layout was made with.
    pub scale: Scale,
    /// Names of the lanes.
    pub lanes: Vec<String>,
    /// A cluster was opened: the items in it.
    pub open: Callback<Vec<u32>>,
    /// A day of the context strip was chosen.
    pub jump: Callback<Day>,
    /// What the strip below shows: the whole range, but for dates that are far off.
    pub overview: Window,
}

/// The drawing. Arrow keys, Home and End go from mark to mark; Enter opens one.
#[component]
pub fn Chart(props: &ChartProps) -> Html {
    let desk = &props.desk;
    let at = use_state(|| 0_usize);
    let (marks, scale) = (&props.layout.marks, &props.scale);
    let rows = props.layout.lanes.last().map_or(1, |lane| lane.top + lane.rows);
    let lanes_end = AXIS + f64::from(rows) * ROW + 8.0;
    let height = lanes_end + STRIP;
    let onkeydown = {
        let (at, count) = (at.clone(), marks.len());
        Callback::from(move |event: KeyboardEvent| {
            let to = match event.key().as_str() {
                "ArrowRight" | "ArrowDown" => (*at + 1).min(count.saturating_sub(1)),
                "ArrowLeft" | "ArrowUp" => at.saturating_sub(1),
                "Home" => 0,
                "End" => count.saturating_sub(1),
                _ => return,
            };
            event.prevent_default();
            at.set(to);
            platform::focus(&format!("#marke-{to}"));
        })
    };
    let viewport = format!("0 0 {} {}", px(scale.width + GUTTER + COUNT), px(height));
    let mark = |(n, mark): (usize, &Mark)| drawn(desk, props, mark, n, n == (*at).min(marks.len().saturating_sub(1)));
    html! {
        <div class="chart">
            <svg viewBox={viewport} role="group" aria-label={desk.words().chart_label} {onkeydown}>
                { for scale.ticks().iter().map(|tick| axis(desk, tick, lanes_end)) }
                { for props.layout.lanes.iter().map(|lane| {
                    let y = AXIS + f64::from(lane.top) * ROW;
                    let name = props.lanes.get(lane.lane as usize).map(String::as_str).unwrap_or_default();
                    html! { <><path class="lane" d={format!("M0 {}H{}", px(y), px(scale.width + GUTTER))} /><text x="0" y={px(y + 14.0)}>{ zeitlupe_core::article::shorten(name, 18) }</text></> }
                }) }
                { for marks.iter().enumerate().map(mark) }
                { strip(props, lanes_end) }
            </svg>
            { key(desk) }
        </div>
    }
}

fn items(props: &ChartProps) -> &[TimelineItem] {
    match &*props.items {
        Reply::Timeline(items) => items,
        _ => &[],
    }
}

fn axis(desk: &Desk, tick: &Tick, bottom: f64) -> Html {
    let x = px(tick.x + GUTTER);
    let (class, y, top) = match tick.level {
        Level::Upper => ("upper", "13", 0.0),
        Level::Lower => ("lower", "31", 18.0),
    };
    let strong = (tick.level == Level::Upper).then_some("strong");
    html! {
        <>
            <path class={classes!("grid", strong)} d={format!("M{x} {}V{}", px(top), px(bottom))} />
            <text {class} x={px(tick.x + GUTTER + 4.0)} {y}>{ tick_label(desk, tick) }</text>
        </>
    }
}

/// The words of a tick: the upper row always names the year.
fn tick_label(desk: &Desk, tick: &Tick) -> String {
    let (year, month, day) = tick.day.civil();
    let words = desk.words();
    let dot = if desk.lang() == crate::words::Lang::De { "." } else { "" };
    match (tick.level, tick.unit) {
        (Level::Upper, TickUnit::Month) => format!("{} {year}", words.months[month as usize - 1]),
        (Level::Upper, _) => year.to_string(),
        (Level::Lower, TickUnit::Day | TickUnit::Week) => format!("{day}{dot}"),
        (Level::Lower, TickUnit::Month | TickUnit::Quarter) => words.months_short[month as usize - 1].to_owned(),
        (Level::Lower, _) => year.to_string(),
    }
}

fn drawn(desk: &Desk, props: &ChartProps, mark: &Mark, n: usize, current: bool) -> Html {
    let top = props.layout.lanes.iter().find(|lane| lane.lane == mark.lane).map_or(0, |lane| lane.top);
    let y = AXIS + f64::from(top + mark.row) * ROW + ROW / 2.0 + 3.0;
    let (x0, x1) = (mark.x0 + GUTTER, mark.x1 + GUTTER);
    let report = mark.kind == MarkKind::Report;
    let kind = if report { "report" } else { "event" };
    let shape = match (mark.shape, report) {
        (Shape::Point, true) => html! { <circle class={kind} cx={px(x0)} cy={px(y)} r="5" /> },
        (Shape::Point, false) => html! { <path class={kind} d={format!("m{} {} 6 6-6 6-6-6z", px(x0), px(y - 6.0))} /> },
        (Shape::Bar, _) => rect(format!("{kind} stretch"), x0, x1, y, 7.0),
        (Shape::Vague, _) => rect(format!("{kind} vague"), x0, x1, y, 9.0),
    };
    let many = mark.items.len() > 1;
    let badge = many.then(|| {
        let (count, middle) = (mark.items.len(), px((x0 + x1) / 2.0));
        let half = (6.0 + 3.2 * f64::from(count.ilog10() + 1)).min(COUNT);
        html! { <><rect class={kind} x={px((x0 + x1) / 2.0 - half)} y={px(y - 7.5)} width={px(half * 2.0)} height="15" rx="7.5" /><text class="badge" x={middle} y={px(y + 3.8)} text-anchor="middle">{ count }</text></> }
    });
    let href = (!many).then(|| there(desk, &items(props)[mark.items[0] as usize])).flatten().map(|address| address.href());
    let open = {
        let (open, items) = (props.open.clone(), mark.items.clone());
        Callback::from(move |event: MouseEvent| {
            if many {
                event.prevent_default();
                open.emit(items.clone());
            }
        })
    };
    let label = spoken(desk, items(props), mark, n, props.layout.marks.len());
    html! {
        <a id={format!("marke-{n}")} href={href.unwrap_or_else(|| desk.address().href())} aria-label={label} tabindex={if current { "0" } else { "-1" }} onclick={open}>
            <rect class="ring" x={px(x0 - 12.0)} y={px(y - ROW / 2.0)} width={px(x1 - x0 + 24.0)} height={px(ROW)} rx="4" />
            if let Some(badge) = badge { { badge } } else { { shape } }
        </a>
    }
}

fn rect(class: String, x0: f64, x1: f64, y: f64, height: f64) -> Html {
    html! { <rect {class} x={px(x0)} y={px(y - height / 2.0)} width={px((x1 - x0).max(4.0))} height={px(height)} rx="3" /> }
}

/// The whole period, with the part that is shown above it; a click moves there.
fn strip(props: &ChartProps, top: f64) -> Html {
    let desk = &props.desk;
    let whole = Scale::new(props.overview, props.scale.width);
    let strip = context(items(props), &whole, BINS);
    let most = strip.bins.iter().map(|bin| bin.reports + bin.events).max().unwrap_or(1).max(1);
    let bottom = top + STRIP - 16.0;
    let bar = |bin: &Bin| {
        let all = bin.reports + bin.events;
        // The root lets a lone date be seen beside a crowd.
        let height = (f64::from(all) / f64::from(most)).sqrt() * (STRIP - 22.0);
        let class = classes!("bin", (bin.reports > 0).then_some("reports"));
        (all > 0).then(|| html! { <rect {class} x={px(bin.x + GUTTER)} y={px(bottom - height)} width={px((bin.w - 0.5).max(1.5))} height={px(height)} /> })
    };
    let onclick = {
        let jump = props.jump.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(share) = platform::share_across(&event, ".strip") {
                jump.emit(whole.day_at(share * whole.width));
            }
        })
    };
    let inside = |day: Day| whole.x(day).clamp(0.0, whole.width);
    let (from, to) = (inside(props.scale.window.from), inside(props.scale.window.to.plus(1)));
    let ends =
        [(props.overview.from, "start", strip.before, desk.words().before), (props.overview.to, "end", strip.after, desk.words().after)];
    let label = |(day, anchor, beyond, name): &(Day, &'static str, u32, &'static str)| {
        let x = if *anchor == "start" { GUTTER } else { GUTTER + whole.width };
        let beyond = if *beyond > 0 { format!(" ({name}: {})", format::number(*beyond, desk.lang())) } else { String::new() };
        html! { <text x={px(x)} y={px(bottom + 13.0)} text-anchor={*anchor}>{ day.civil().0 }{ beyond }</text> }
    };
    html! {
        <g class="context" {onclick}>
            <title>{ desk.words().context_label }</title>
            <rect class="strip ring" x={px(GUTTER)} y={px(top)} width={px(whole.width)} height={px(STRIP)} />
            <path class="grid strong" d={format!("M{} {}H{}", px(GUTTER), px(bottom), px(GUTTER + whole.width))} />
            { for strip.bins.iter().filter_map(bar) }
            { for ends.iter().map(label) }
            <rect class="window" x={px(GUTTER + from)} y={px(top + 2.0)} width={px((to - from).max(6.0))} height={px(bottom - top)} rx="3" />
        </g>
    }
}

/// What the signs mean.
fn key(desk: &Desk) -> Html {
    let words = desk.words();
    html! {
        <div class="key">
            <span><svg viewBox="0 0 22 12" aria-hidden="true"><circle class="report" cx="11" cy="6" r="5" /></svg>{ words.reports }</span>
            <span><svg viewBox="0 0 22 12" aria-hidden="true"><path class="event" d="m11 0 6 6-6 6-6-6z" /></svg>{ words.events }</span>
            <span><svg viewBox="0 0 22 12" aria-hidden="true"><rect class="event stretch" x="1" y="3" width="20" height="6" rx="3" /></svg>{ words.shape_bar }</span>
            <span><svg viewBox="0 0 22 12" aria-hidden="true"><rect class="event vague" x="1" y="2" width="20" height="8" rx="3" /></svg>{ words.shape_vague }</span>
        </div>
    }
}

/// Items as a list, each with the sentence that it comes from; `shown` are their places in the list of all items,
/// `months` sets a heading above every month.
pub fn item_list(desk: &Desk, items: &[TimelineItem], shown: &[u32], months: bool) -> Html {
    let month = |n: &u32| {
        let (from, to) = items[*n as usize].earliest.zip(items[*n as usize].latest)?;
        let of = |day: Day| day.iso().get(..7).unwrap_or_default().to_owned();
        (of(from) == of(to)).then(|| of(from))
    };
    let list = |heading: Option<String>, group: &[u32]| {
        html! { <>if let Some(heading) = heading { <h2>{ heading }</h2> }<ol>{ for group.iter().map(|n| line(desk, &items[*n as usize])) }</ol></> }
    };
    if !months {
        return html! { <div class="items">{ list(None, shown) }</div> };
    }
    // What reaches over the end of a month belongs under none of them.
    let (within, wide): (Vec<u32>, Vec<u32>) = shown.iter().partition(|n| month(n).is_some());
    let heading = |group: &[u32]| month(&group[0]).map(|iso| format::month(&iso, desk.lang()));
    html! {
        <div class="items">
            { for within.chunk_by(|a, b| month(a) == month(b)).map(|group| list(heading(group), group)) }
            if !wide.is_empty() { { list(Some(desk.words().wide.to_owned()), &wide) } }
        </div>
    }
}

fn line(desk: &Desk, item: &TimelineItem) -> Html {
    let (words, lang) = (desk.words(), desk.lang());
    let report = item.kind == ItemKind::Report;
    let when = item.earliest.zip(item.latest).map_or_else(|| words.date_unknown.to_owned(), |(a, b)| format::stretch(a, b, lang));
    let label = desk.summary(item.article).map(|summary| summary.label.clone()).unwrap_or_default();
    let (class, sign, name) = if report { ("report", "●", words.reports) } else { ("event", "◆", words.events) };
    html! {
        <li {class}>
            <span class="when"><b><span class="sign" role="img" aria-label={name}>{ sign }</span>{ " " }{ when }</b>
                if !report { { format!("„{}“", item.surface) } }
            </span>
            <span class="what" lang="de">
                if let Some(there) = there(desk, item) { <a href={there.href()}>{ &item.text }</a> }
                if !report { <span class="meta">{ " – " }{ label }</span> }
            </span>
        </li>
    }
}
