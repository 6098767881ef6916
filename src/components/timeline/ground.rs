//! The background of the drawing: axis, lanes, chosen period, and the overview strip.

use super::measures::{AXIS, ChartProps, STRIP, WIDE, lane_top};
use super::px;
use crate::platform;
use crate::state::AppContext;
use yew::prelude::*;
use zeitlupe_core::article::shorten;
use zeitlupe_core::day::Day;
use zeitlupe_core::timeline::scale::{Level, Scale, Tick, TickUnit, Window};
use zeitlupe_words::format;

/// Grid and labels, with one path per level to save nodes.
pub(super) fn axis(props: &ChartProps, bottom: f64) -> Html {
    let (ticks, left) = (props.scale.ticks(), props.frame.left());
    let grid = |level: Level, top: f64| {
        let of = |tick: &Tick| format!("M{} {}V{}", px(tick.x + left), px(top), px(bottom));
        ticks.iter().filter(|tick| tick.level == level).map(of).collect::<String>()
    };
    let text = |tick: &Tick| {
        let (class, y) = if tick.level == Level::Upper { ("upper", "13") } else { ("lower", "31") };
        html! { <text {class} x={px(tick.x + left + 4.0)} {y}>{ tick_label(&props.context, tick) }</text> }
    };
    html! {
        <>
            <path class="grid" d={grid(Level::Lower, 18.0)} />
            <path class="grid strong" d={grid(Level::Upper, 0.0)} />
            { for ticks.iter().map(text) }
        </>
    }
}

/// The label of a tick; the upper row always includes the year.
fn tick_label(context: &AppContext, tick: &Tick) -> String {
    let (year, month, day) = tick.day.civil();
    let words = context.words();
    let dot = if context.lang() == zeitlupe_words::Lang::De { "." } else { "" };
    match (tick.level, tick.unit) {
        (Level::Upper, TickUnit::Month) => format!("{} {year}", words.dates.months[month as usize - 1]),
        (Level::Upper, _) => year.to_string(),
        (Level::Lower, TickUnit::Day | TickUnit::Week) => format!("{day}{dot}"),
        (Level::Lower, TickUnit::Month | TickUnit::Quarter) => words.dates.months_short[month as usize - 1].to_owned(),
        (Level::Lower, _) => year.to_string(),
    }
}

/// The lines between the lanes, and their names.
pub(super) fn names(props: &ChartProps) -> Html {
    let wide = props.frame.width >= WIDE;
    let y = |lane: usize| AXIS + lane_top(props, lane);
    let lines: String = (0..props.lanes.len()).map(|lane| format!("M0 {}H{}", px(y(lane)), px(props.frame.width))).collect();
    let name = |(lane, name): (usize, &String)| html! { <text class="name" x="0" y={px(y(lane) + 16.0)}>{ shorten(name, if wide { 20 } else { 48 }) }</text> };
    html! { <><path class="lane" d={lines} />{ for props.lanes.iter().enumerate().map(name) }</> }
}

/// The chosen period.
pub(super) fn band(props: &ChartProps, chosen: Window, bottom: f64) -> Html {
    let (from, to) = ends(&props.scale, chosen);
    html! { <rect class="chosen" x={px(props.frame.left() + from)} y="34" width={px((to - from).max(1.0))} height={px(bottom - 34.0)} /> }
}

/// The start and end of a period, clipped to the scale.
fn ends(scale: &Scale, window: Window) -> (f64, f64) {
    (scale.x(window.from).clamp(0.0, scale.width), scale.x(window.to.plus(1)).clamp(0.0, scale.width))
}

/// A handle of the chosen period, moved by dragging, arrow keys (a day) or page keys (a week).
pub(super) fn handle(props: &ChartProps, chosen: Window, end: usize, bottom: f64) -> Html {
    let context = &props.context;
    let (from, to) = ends(&props.scale, chosen);
    let x = props.frame.left() + [from, to][end];
    let day = [chosen.from, chosen.to][end];
    let window = props.scale.window;
    let onkeydown = {
        let choose = props.choose.clone();
        Callback::from(move |event: KeyboardEvent| {
            let moved = match event.key().as_str() {
                "ArrowRight" | "ArrowUp" => day.plus(1),
                "ArrowLeft" | "ArrowDown" => day.plus(-1),
                "PageUp" => day.plus(7),
                "PageDown" => day.plus(-7),
                "Home" => window.from,
                "End" => window.to,
                _ => return,
            };
            event.prevent_default();
            event.stop_propagation();
            let stretch =
                if end == 0 { Window { from: moved.min(chosen.to), ..chosen } } else { Window { to: moved.max(chosen.from), ..chosen } };
            choose.emit(stretch);
        })
    };
    let class = ["handle from", "handle to"][end];
    html! {
        <g {class} id={["griff-von", "griff-bis"][end]} role="slider" tabindex="0" aria-label={context.words().timeline.ends[end]} aria-valuenow={day.0.to_string()}
            aria-valuemin={window.from.0.min(day.0).to_string()} aria-valuemax={window.to.0.max(day.0).to_string()} aria-valuetext={format::day(day, context.lang())} {onkeydown}>
            <rect x={px(x - 12.0)} y="22" width="24" height={px(bottom - 22.0)} />
            <path d={format!("M{x} 34V{}M{} 24h10v12l-5 6-5-6z", px(bottom), px(x - 5.0), x = px(x))} />
        </g>
    }
}

/// The overview strip, with a frame around the shown part; a click moves it.
pub(super) fn strip(props: &ChartProps, chosen: Option<Window>, top: f64) -> Html {
    let (context, left) = (&props.context, props.frame.left());
    let whole = Scale::new(props.overview, props.scale.width);
    let strip = &props.strip;
    let most = strip.bins.iter().map(|bin| bin.reports + bin.events).max().unwrap_or(1).max(1);
    let bottom = top + STRIP - 18.0;
    // The square root keeps a single date visible next to many.
    let height = |count: u32| (f64::from(count) / f64::from(most)).sqrt() * (STRIP - 26.0);
    let bars = |count: fn(u32, u32) -> u32| {
        let bars = strip.bins.iter().map(move |bin| (bin, count(bin.reports, bin.events))).filter(|(_, count)| *count > 0);
        bars.map(|(bin, count)| {
            format!("M{} {}h{}v-{}h-{w}z", px(bin.x + left), px(bottom), px(bin.w - 0.5), px(height(count)), w = px(bin.w - 0.5))
        })
        .collect::<String>()
    };
    let onclick = {
        let (jump, frame) = (props.jump.clone(), props.frame);
        Callback::from(move |event: MouseEvent| {
            if let Some(share) = platform::relative_x(&event, ".chart svg.plot") {
                jump.emit(whole.day_at(share * frame.width - frame.left()));
            }
        })
    };
    let ends_of = [
        ("start", left, props.overview.from, strip.before, context.words().timeline.before),
        ("end", left + whole.width, props.overview.to, strip.after, context.words().timeline.after),
    ];
    let label = |(anchor, x, day, beyond, name): (&'static str, f64, Day, u32, &str)| {
        let beyond = if beyond > 0 { format!(" ({name}: {})", format::number(beyond, context.lang())) } else { String::new() };
        html! { <text class={anchor} x={px(x)} y={px(bottom + 14.0)}>{ day.civil().0 }{ beyond }</text> }
    };
    let (from, to) = ends(&whole, props.scale.window);
    let chosen = chosen.map(|chosen| {
        let (from, to) = ends(&whole, chosen);
        html! { <rect class="chosen" x={px(left + from)} y={px(top + 4.0)} width={px((to - from).max(2.0))} height={px(bottom - top - 4.0)} /> }
    });
    html! {
        <g class="context" {onclick}>
            <title>{ context.words().timeline.context_label }</title>
            <rect class="ring" x={px(left)} y={px(top)} width={px(whole.width)} height={px(STRIP)} />
            { for chosen }
            <path class="grid strong" d={format!("M{} {}h{}", px(left), px(bottom), px(whole.width))} />
            <path class="bin" d={bars(|reports, events| reports + events)} />
            <path class="bin reports" d={bars(|reports, _| reports)} />
            { for ends_of.into_iter().map(label) }
            <rect class="window" x={px(left + from)} y={px(top + 3.0)} width={px((to - from).max(6.0))} height={px(bottom - top - 2.0)} rx="3" />
        </g>
    }
}
