//! The drawing.

use super::{Words, px, sign, there, title, when};
use crate::components::network::Sign;
use crate::format;
use crate::platform;
use crate::state::{Desk, Shared};
use std::rc::Rc;
use yew::prelude::*;
use zeitlupe_core::article::shorten;
use zeitlupe_core::event::Mode;
use zeitlupe_core::room::Reply;
use zeitlupe_core::time::Day;
use zeitlupe_core::timeline::layout::{COLUMN_ROWS, Context, Density, EDGE, GRAIN, Layout, Mark, MarkKind, Shape, Step, neighbour};
use zeitlupe_core::timeline::scale::{Level, Scale, Tick, TickUnit, Window};
use zeitlupe_core::timeline::{Item, ItemKind};

/// Height of a row of marks, of the axis above, of the strip below and of a line of the key, in CSS pixels.
const ROW: f64 = 24.0;
const AXIS: f64 = 40.0;
const STRIP: f64 = 52.0;
const LINE: f64 = 22.0;
/// Room above the marks of a lane; where the window is narrow its name stands there.
const AIR: f64 = 6.0;
const NAME: f64 = 20.0;
/// Room at the left for the names of the lanes, where the drawing is wide enough.
const GUTTER: f64 = 136.0;
const WIDE: f64 = 640.0;
/// Width of a letter.
const LETTER: f64 = 6.6;
/// The fewest letters of a title that are worth while beside a mark, and the most that are read at a glance.
const SHORTEST: usize = 18;
const LONGEST: usize = 60;
/// A pointer that has moved less than this has not dragged.
const STILL: f64 = 4.0;

/// Where the pieces of a drawing of some width stand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Width of the whole.
    pub width: f64,
}

impl Frame {
    /// Left end of the scale.
    fn left(self) -> f64 {
        EDGE + if self.width < WIDE { 0.0 } else { GUTTER }
    }

    /// Width of the scale.
    pub fn scale(self) -> f64 {
        (self.width - self.left() - EDGE).max(120.0)
    }

    fn air(self) -> f64 {
        if self.width < WIDE { NAME } else { AIR }
    }
}

/// Properties of [`Chart`].
#[derive(Properties, PartialEq)]
pub struct ChartProps {
    /// What every piece can reach.
    pub desk: Desk,
    /// The reply that holds all items.
    pub items: Shared<Reply>,
    /// What is shown of them.
    pub layout: Rc<Layout>,
    /// The strip below.
    pub strip: Rc<Context>,
    /// The days that the strip shows.
    pub overview: Window,
    /// How wide all is.
    pub frame: Frame,
    /// The scale that the layout was made with.
    pub scale: Scale,
    /// Names of the lanes.
    pub lanes: Rc<Vec<String>>,
    /// The words that are loaded.
    pub words: Words,
    /// The stretch that is chosen.
    pub chosen: Option<Window>,
    /// The day of the mark that has the focus, around which those zoom who want to see more.
    pub focus: Option<Day>,
    /// A mark of this day has got the focus.
    pub focused: Callback<Option<Day>>,
    /// A mark of several items was opened.
    pub open: Callback<Vec<u32>>,
    /// A day of the strip was chosen.
    pub jump: Callback<Day>,
    /// A stretch was chosen.
    pub choose: Callback<Window>,
    /// Closer (`true`) or further away, around a day.
    pub zoom: Callback<(bool, Day)>,
}

/// A stretch that is being chosen: the end that stays, and the one that moves.
type Drag = (Day, Day, f64);

/// The drawing. Arrow keys, Home and End go from mark to mark, Enter opens one, plus and minus zoom; dragging chooses a stretch.
#[component]
pub fn Chart(props: &ChartProps) -> Html {
    let desk = &props.desk;
    let current = use_state(|| None::<(u32, u32)>);
    let looked_at = use_state(|| None::<usize>);
    let drag = use_state(|| None::<Drag>);
    let (marks, scale) = (&props.layout.marks, props.scale);
    // The mark in the tab order is the one that holds the item that had the focus last, also in another picture of it.
    let held = (*current).and_then(|(lane, item)| marks.iter().position(|mark| mark.lane == lane && mark.items.contains(&item)));
    let here = held.unwrap_or(0);
    {
        let had_focus = use_mut_ref(|| false);
        let before = platform::focus_is_in(".chart a:focus");
        *had_focus.borrow_mut() |= before;
        use_effect_with((props.layout.clone(), here), move |(_, here)| {
            // A picture that changes under the focus keeps it on the same item.
            if std::mem::take(&mut *had_focus.borrow_mut()) {
                platform::focus(&format!("#marke-{here}"));
            }
        });
    }
    let onkeydown = {
        let (current, layout, looked_at, zoom) = (current.clone(), props.layout.clone(), looked_at.clone(), props.zoom.clone());
        let middle = props.focus;
        Callback::from(move |event: KeyboardEvent| {
            let step = match event.key().as_str() {
                "ArrowRight" => Step::Next,
                "ArrowLeft" => Step::Former,
                "ArrowUp" => Step::Up,
                "ArrowDown" => Step::Down,
                "Home" => Step::First,
                "End" => Step::Last,
                sign @ ("+" | "-") => {
                    event.prevent_default();
                    return zoom.emit((sign == "+", middle.unwrap_or(scale.window.middle())));
                }
                "Escape" => return looked_at.set(None),
                _ => return,
            };
            event.prevent_default();
            let to = neighbour(&layout.marks, here, step);
            current.set(layout.marks.get(to).map(|mark| (mark.lane, mark.items[0])));
            platform::focus(&format!("#marke-{to}"));
        })
    };
    let look = {
        let (looked_at, current, layout, items) = (looked_at.clone(), current.clone(), props.layout.clone(), props.items.clone());
        let on_focus = props.focused.clone();
        move |event: &web_sys::Event, focused: bool| {
            let Some(at) = platform::mark_of(event).filter(|at| *at < layout.marks.len()) else { return };
            if focused {
                let mark = &layout.marks[at];
                let day = item(&items, mark.items[0]).and_then(|item| item.days);
                on_focus.emit(day.map(|(from, to)| Window::new(from, to).middle()));
                if held != Some(at) {
                    current.set(Some((mark.lane, mark.items[0])));
                }
            }
            looked_at.set(Some(at));
        }
    };
    let onfocusin = {
        let look = look.clone();
        Callback::from(move |event: FocusEvent| look(&event, true))
    };
    let frame = props.frame;
    let day_under = move |event: &MouseEvent| {
        let share = platform::share_across(event, ".chart svg.plot")?;
        Some((scale.day_at(share * frame.width - frame.left()), share * frame.width))
    };
    let onpointer = {
        let (drag, chosen, choose) = (drag.clone(), props.chosen, props.choose.clone());
        Callback::from(move |event: PointerEvent| {
            let Some((day, now)) = day_under(&event) else { return };
            match (event.type_().as_str(), *drag) {
                ("pointerover", _) => look(&event, false),
                ("pointerdown", _) if event.button() == 0 => drag.set(match platform::held(&event) {
                    Some("ground") => Some((day, day, now)),
                    Some(end) => chosen.map(|chosen| (if end == "from" { chosen.to } else { chosen.from }, day, f64::NEG_INFINITY)),
                    None => None,
                }),
                ("pointermove", Some((stays, _, begun))) => drag.set(Some((stays, day, begun))),
                ("pointerup", Some((stays, _, begun))) => {
                    drag.set(None);
                    if (now - begun).abs() >= STILL {
                        choose.emit(Window::new(stays, day));
                    }
                }
                ("pointercancel", Some(_)) => drag.set(None),
                _ => {}
            }
        })
    };
    let onwheel = {
        let (zoom, middle) = (props.zoom.clone(), props.focus);
        Callback::from(move |event: WheelEvent| {
            if event.ctrl_key() {
                event.prevent_default();
                if let Some(day) = middle.or(day_under(&event).map(|(day, _)| day)) {
                    zoom.emit((event.delta_y() < 0.0, day));
                }
            }
        })
    };
    let lanes_end = AXIS + lane_top(props, props.layout.lanes.len()) + 4.0;
    let strip_end = lanes_end + STRIP;
    let (key, height) = key(desk, props, strip_end);
    let shown = (*drag).filter(|(stays, day, x)| *x == f64::NEG_INFINITY || stays != day).map(|(stays, day, _)| Window::new(stays, day));
    let chosen = shown.or(props.chosen);
    let viewport = format!("0 0 {} {}", px(frame.width), px(height));
    let mark = |(n, mark): (usize, &Mark)| drawn(props, mark, n, n == here, chosen);
    html! {
        <div class="chart">
            <svg class="plot" viewBox={viewport} role="group" aria-label={desk.words().chart_label} aria-describedby="zeit-hilfe" {onkeydown} {onfocusin} {onwheel}
                onpointerover={onpointer.clone()} onpointerdown={onpointer.clone()} onpointermove={onpointer.clone()} onpointerup={onpointer.clone()} onpointercancel={onpointer}>
                <defs><pattern id="schraffur" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch" d="M0 0V6" /></pattern></defs>
                <rect class="back" width={px(frame.width)} height={px(height)} />
                { axis(props, lanes_end) }
                <rect class="ground" x={px(frame.left())} y="0" width={px(scale.width)} height={px(lanes_end)} />
                { for chosen.map(|chosen| band(props, chosen, lanes_end)) }
                { names(props) }
                { for props.layout.densities.iter().map(|density| shade(props, density)) }
                { for marks.iter().enumerate().map(mark) }
                { strip(props, chosen, lanes_end) }
                { for chosen.iter().flat_map(|chosen| [handle(props, *chosen, 0, lanes_end), handle(props, *chosen, 1, lanes_end)]) }
                { key }
            </svg>
            <div class="peek"><p class={classes!("help", looked_at.map(|_| "unseen"))} id="zeit-hilfe">{ desk.words().chart_help }</p>{ for looked_at.and_then(|at| marks.get(at)).map(|mark| peek(props, mark)) }</div>
        </div>
    }
}

fn item(reply: &Reply, at: u32) -> Option<&Item> {
    match reply {
        Reply::Timeline(timeline) => timeline.items.get(at as usize),
        _ => None,
    }
}

/// First and last day of the items of a mark.
fn span(props: &ChartProps, mark: &Mark) -> Option<(Day, Day)> {
    let days = mark.items.iter().filter_map(|at| item(&props.items, *at)?.days);
    days.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
}

/// Top of a lane below the axis.
fn lane_top(props: &ChartProps, lane: usize) -> f64 {
    let rows =
        props.layout.lanes.get(lane).map_or_else(|| props.layout.lanes.last().map_or(0, |last| last.top + last.rows), |lane| lane.top);
    f64::from(rows) * ROW + lane as f64 * props.frame.air()
}

/// Grid and labels: a line a level, so that it costs few nodes.
fn axis(props: &ChartProps, bottom: f64) -> Html {
    let (ticks, left) = (props.scale.ticks(), props.frame.left());
    let grid = |level: Level, top: f64| {
        let of = |tick: &Tick| format!("M{} {}V{}", px(tick.x + left), px(top), px(bottom));
        ticks.iter().filter(|tick| tick.level == level).map(of).collect::<String>()
    };
    let text = |tick: &Tick| {
        let (class, y) = if tick.level == Level::Upper { ("upper", "13") } else { ("lower", "31") };
        html! { <text {class} x={px(tick.x + left + 4.0)} {y}>{ tick_label(&props.desk, tick) }</text> }
    };
    html! {
        <>
            <path class="grid" d={grid(Level::Lower, 18.0)} />
            <path class="grid strong" d={grid(Level::Upper, 0.0)} />
            { for ticks.iter().map(text) }
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

/// The lines between the lanes, and their names.
fn names(props: &ChartProps) -> Html {
    let wide = props.frame.width >= WIDE;
    let y = |lane: usize| AXIS + lane_top(props, lane);
    let lines: String = (0..props.lanes.len()).map(|lane| format!("M0 {}H{}", px(y(lane)), px(props.frame.width))).collect();
    let name = |(lane, name): (usize, &String)| html! { <text class="name" x="0" y={px(y(lane) + 16.0)}>{ shorten(name, if wide { 20 } else { 48 }) }</text> };
    html! { <><path class="lane" d={lines} />{ for props.lanes.iter().enumerate().map(name) }</> }
}

/// The stretch that is chosen.
fn band(props: &ChartProps, chosen: Window, bottom: f64) -> Html {
    let (from, to) = ends(&props.scale, chosen);
    html! { <rect class="chosen" x={px(props.frame.left() + from)} y="34" width={px((to - from).max(1.0))} height={px(bottom - 34.0)} /> }
}

/// Where a stretch begins and ends, within the scale.
fn ends(scale: &Scale, window: Window) -> (f64, f64) {
    (scale.x(window.from).clamp(0.0, scale.width), scale.x(window.to.plus(1)).clamp(0.0, scale.width))
}

/// An end of the chosen stretch, to be dragged, or moved by arrow keys (a day) and the page keys (a week).
fn handle(props: &ChartProps, chosen: Window, end: usize, bottom: f64) -> Html {
    let desk = &props.desk;
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
        <g {class} id={["griff-von", "griff-bis"][end]} role="slider" tabindex="0" aria-label={desk.words().ends[end]} aria-valuenow={day.0.to_string()}
            aria-valuemin={window.from.0.min(day.0).to_string()} aria-valuemax={window.to.0.max(day.0).to_string()} aria-valuetext={format::day(day, desk.lang())} {onkeydown}>
            <rect x={px(x - 12.0)} y="22" width="24" height={px(bottom - 22.0)} />
            <path d={format!("M{x} 34V{}M{} 24h10v12l-5 6-5-6z", px(bottom), px(x - 5.0), x = px(x))} />
        </g>
    }
}

/// "Der Text, 4. Feb. 2022, 3 von 12".
fn spoken(props: &ChartProps, mark: &Mark, place: usize) -> String {
    let (desk, words) = (&props.desk, props.desk.words());
    let of = format!("{} {} {}", place + 1, words.of, props.layout.marks.len());
    let count = format::counted(mark.items.len() as u32, &words.items, desk.lang());
    let what = match (mark.shape, item(&props.items, mark.items[0])) {
        (Shape::Before, _) => return format!("{count} {}, {of}", words.before),
        (Shape::After, _) => return format!("{count} {}, {of}", words.after),
        (_, Some(item)) if mark.items.len() == 1 => shorten(&title(desk, item, &props.words), 80),
        _ => count,
    };
    format!("{what}, {}, {of}", when(desk, span(props, mark)))
}

fn drawn(props: &ChartProps, mark: &Mark, n: usize, current: bool, chosen: Option<Window>) -> Html {
    let desk = &props.desk;
    let y = AXIS + lane_top(props, mark.lane as usize) + props.frame.air() + f64::from(mark.row) * ROW + ROW / 2.0;
    let left = props.frame.left();
    let (x0, x1) = (mark.x0 + left, mark.x1 + left);
    let first = item(&props.items, mark.items[0]);
    let many = mark.items.len() > 1;
    let class = match (mark.kind, first) {
        (MarkKind::Report, _) => "report",
        (MarkKind::Event, Some(item)) if !many => sign(desk, item).0,
        _ => "event",
    };
    let number = || {
        let count = mark.items.len();
        let half = 6.0 + 3.2 * f64::from(count.ilog10() + 1);
        let middle = f64::midpoint(x0, x1);
        html! { <><rect {class} x={px(middle - half)} y={px(y - 8.0)} width={px(half * 2.0)} height="16" rx="8" /><text class="badge" x={px(middle)} y={px(y + 4.0)}>{ count }</text></> }
    };
    let beyond = |before: &str, after: &str| html! { <text class="beyond" x={px(x0)} y={px(y + 4.0)}>{ format!("{before}{}{after}", format::number(mark.items.len() as u32, desk.lang())) }</text> };
    let content = match mark.shape {
        Shape::Before => beyond("‹ ", ""),
        Shape::After => beyond("", " ›"),
        // Its density is drawn below all columns at once.
        Shape::Column => html! {},
        Shape::Count => number(),
        Shape::Point => {
            let letters = (mark.room / LETTER) as usize;
            let name = first.filter(|_| letters >= SHORTEST).map(|item| shorten(&title(desk, item, &props.words), letters.min(LONGEST)));
            html! { <><path class={class} d={point(class, x0, y)} />{ for name.map(|name| html! { <text class="title" x={px(x0 + 11.0)} y={px(y + 4.0)}>{ name }</text> }) }</> }
        }
        Shape::Bar | Shape::Vague => {
            let (look, height) = if mark.shape == Shape::Bar { ("stretch", 8.0) } else { ("vague", 10.0) };
            let bar = html! { <rect class={classes!(class, look)} x={px(x0)} y={px(y - height / 2.0)} width={px((x1 - x0).max(4.0))} height={px(height)} rx="3" /> };
            if many {
                html! { <>{ bar }{ number() }</> }
            } else {
                bar
            }
        }
    };
    let witness = first.filter(|_| !many).and_then(|item| props.words.of(item).first());
    let href = witness.and_then(|witness| there(desk, witness)).unwrap_or_else(|| desk.address().clone()).href();
    let open = {
        let (open, items, leads) = (props.open.clone(), mark.items.clone(), witness.is_some());
        Callback::from(move |event: MouseEvent| {
            if !leads {
                event.prevent_default();
                open.emit(items.clone());
            }
        })
    };
    let (wide, tall) = if mark.shape == Shape::Column { (0.0, f64::from(COLUMN_ROWS) * ROW) } else { (12.0, ROW) };
    let is_in = |chosen: Window| mark.items.iter().any(|at| item(&props.items, *at).is_some_and(|item| item.meets(chosen.from, chosen.to)));
    let apart = chosen.is_some_and(|chosen| !is_in(chosen)).then_some("apart");
    html! {
        <a id={format!("marke-{n}")} class={classes!(apart)} {href} aria-label={spoken(props, mark, n)} tabindex={if current { "0" } else { "-1" }} onclick={open}>
            <rect class="ring" x={px(x0 - wide)} y={px(y - ROW / 2.0)} width={px(x1 - x0 + 2.0 * wide)} height={px(tall)} rx="4" />
            { content }
        </a>
    }
}

/// The density of a lane, as one path.
fn shade(props: &ChartProps, density: &Density) -> Html {
    let height = f64::from(COLUMN_ROWS) * ROW;
    let bottom = AXIS + lane_top(props, density.lane as usize) + props.frame.air() + f64::from(density.row) * ROW + height;
    let bar = |(x, share): &(f64, f64)| {
        let (x, tall) = (px(x + props.frame.left()), px((share * (height - 4.0)).max(2.0)));
        format!("M{x} {}v-{tall}h{w}v{tall}z", px(bottom), w = px(GRAIN - 0.5))
    };
    let class = if density.kind == MarkKind::Report { "report column" } else { "event column" };
    html! { <path {class} d={density.bars.iter().map(bar).collect::<String>()} /> }
}

/// A disc for a report, a diamond for an event, one with a stroke through it for what is denied.
fn point(class: &str, x: f64, y: f64) -> String {
    match class {
        "report" => format!("M{} {}a5 5 0 1 0 10 0a5 5 0 1 0-10 0z", px(x - 5.0), px(y)),
        "event denied" => format!("M{} {}l6 6-6 6-6-6zM{} {}l14-14", px(x), px(y - 6.0), px(x - 7.0), px(y + 7.0)),
        _ => format!("M{} {}l6 6-6 6-6-6z", px(x), px(y - 6.0)),
    }
}

/// The whole period, with the part that is shown above it; a click moves there.
fn strip(props: &ChartProps, chosen: Option<Window>, top: f64) -> Html {
    let (desk, left) = (&props.desk, props.frame.left());
    let whole = Scale::new(props.overview, props.scale.width);
    let strip = &props.strip;
    let most = strip.bins.iter().map(|bin| bin.reports + bin.events).max().unwrap_or(1).max(1);
    let bottom = top + STRIP - 18.0;
    // The root lets a lone date be seen beside a crowd.
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
            if let Some(share) = platform::share_across(&event, ".chart svg.plot") {
                jump.emit(whole.day_at(share * frame.width - frame.left()));
            }
        })
    };
    let ends_of = [
        ("start", left, props.overview.from, strip.before, desk.words().before),
        ("end", left + whole.width, props.overview.to, strip.after, desk.words().after),
    ];
    let label = |(anchor, x, day, beyond, name): (&'static str, f64, Day, u32, &str)| {
        let beyond = if beyond > 0 { format!(" ({name}: {})", format::number(beyond, desk.lang())) } else { String::new() };
        html! { <text class={anchor} x={px(x)} y={px(bottom + 14.0)}>{ day.civil().0 }{ beyond }</text> }
    };
    let (from, to) = ends(&whole, props.scale.window);
    let chosen = chosen.map(|chosen| {
        let (from, to) = ends(&whole, chosen);
        html! { <rect class="chosen" x={px(left + from)} y={px(top + 4.0)} width={px((to - from).max(2.0))} height={px(bottom - top - 4.0)} /> }
    });
    html! {
        <g class="context" {onclick}>
            <title>{ desk.words().context_label }</title>
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

/// What the signs mean that are drawn, and the height of the whole: within the drawing, so that a saved one has it, too.
fn key(desk: &Desk, props: &ChartProps, top: f64) -> (Html, f64) {
    let words = desk.words();
    let marks = &props.layout.marks;
    let has = |shape: Shape| marks.iter().any(|mark| mark.shape == shape);
    let modes = [Mode::Planned, Mode::Denied].into_iter().filter(|mode| {
        marks
            .iter()
            .any(|mark| mark.items.len() == 1 && item(&props.items, mark.items[0]).is_some_and(|item| item.kind == ItemKind::Event(*mode)))
    });
    let mut signs: Vec<Sign> =
        vec![("report", point("report", 8.0, 0.0), words.reports.to_owned()), ("event", point("event", 8.0, 0.0), words.events.to_owned())];
    signs.extend(modes.map(|mode| {
        let class = if mode == Mode::Planned { "event planned" } else { "event denied" };
        (class, point(class, 8.0, 0.0), words.modes[mode as usize].to_owned())
    }));
    let shapes = [
        (Shape::Bar, "event stretch", "M0-4h18v8H0z"),
        (Shape::Vague, "event vague", "M0-5h18v10H0z"),
        (Shape::Count, "event", "M8-7a7 7 0 0 0 0 14a7 7 0 0 0 0-14z"),
        (Shape::Column, "event column", "M2 6v-6h6v-6h6v12z"),
    ];
    let named = shapes.into_iter().zip(words.shapes).filter(|((shape, ..), _)| has(*shape));
    signs.extend(named.map(|((_, class, path), name)| (class, path.to_owned(), name.to_owned())));
    let (mut x, mut y) = (0.0, top + LINE / 2.0);
    let mut sign = |(class, path, meaning): &Sign| {
        let needed = 24.0 + meaning.chars().count() as f64 * LETTER;
        if x > 0.0 && x + needed > props.frame.width {
            (x, y) = (0.0, y + LINE);
        }
        let place = format!("translate({} {})", px(x), px(y));
        x += needed + 18.0;
        html! { <g transform={place}><path class={*class} d={path.clone()} /><text x="24" y="4">{ meaning }</text></g> }
    };
    let content: Html = signs.iter().map(&mut sign).collect();
    (html! { <g class="key">{ content }</g> }, y + LINE)
}

/// What a mark is, in a line or a few.
fn peek(props: &ChartProps, mark: &Mark) -> Html {
    let desk = &props.desk;
    let of = |at: &u32| {
        let item = item(&props.items, *at)?;
        let label = desk.summary(item.article).map(|summary| summary.label.clone()).unwrap_or_default();
        let text = title(desk, item, &props.words);
        let label = (text != label).then_some(label);
        let (_, sign, _) = sign(desk, item);
        Some(
            html! { <p><b>{ sign }{ " " }{ when(desk, item.days) }</b>{ " " }<span lang="de">{ text }</span>{ for label.map(|label| html! { <span class="meta">{ " – " }{ label }</span> }) }</p> },
        )
    };
    let rest = mark.items.len().saturating_sub(3) as u32;
    html! {
        <>
            { for mark.items.iter().take(3).filter_map(of) }
            if rest > 0 { <p class="meta">{ format!("… {} {}", format::number(rest, desk.lang()), desk.words().and_more) }</p> }
        </>
    }
}
