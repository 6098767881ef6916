//! The drawing of the timeline.

use super::ground::{axis, band, handle, names, strip};
use super::marks::{drawn, key, shade, tooltip};
use super::measures::{AXIS, ChartProps, Frame, STRIP, item, lane_top};
use super::px;
use crate::platform;
use yew::prelude::*;
use zeitlupe_core::day::Day;
use zeitlupe_core::timeline::layout::{Mark, Step, neighbour};
use zeitlupe_core::timeline::scale::{Scale, Window};

/// How far a pointer must move to drag, in CSS pixels.
const DRAG_THRESHOLD: f64 = 4.0;

/// A period being chosen: the fixed end, the moving end, and the horizontal start.
type Drag = (Day, Day, f64);

/// The drawing. Arrow keys, Home and End move between marks, Enter opens one, plus and minus zoom; dragging chooses a period.
#[component]
pub fn Chart(props: &ChartProps) -> Html {
    let context = &props.context;
    let current = use_state(|| None::<(u32, u32)>);
    let looked_at = use_state(|| None::<usize>);
    let drag = use_state(|| None::<Drag>);
    let (marks, frame) = (&props.layout.marks, props.frame);
    // The mark in the tab order is the one with the item that was focused last, also after zooming.
    let held = (*current).and_then(|(lane, item)| marks.iter().position(|mark| mark.lane == lane && mark.items.contains(&item)));
    let here = held.unwrap_or(0);
    use_focus_on(props, here);
    let onkeydown = keys(props, &current, &looked_at, here);
    let look = on_look(props, &current, &looked_at, held);
    let onfocusin = {
        let look = look.clone();
        Callback::from(move |event: FocusEvent| look(&event, true))
    };
    let onpointer = dragging(props, &drag, look);
    let onwheel = on_wheel(props);
    let lanes_end = AXIS + lane_top(props, props.layout.lanes.len()) + 4.0;
    let strip_end = lanes_end + STRIP;
    let (key, height) = key(context, props, strip_end);
    let shown = (*drag).filter(|(stays, day, x)| *x == f64::NEG_INFINITY || stays != day).map(|(stays, day, _)| Window::new(stays, day));
    let chosen = shown.or(props.chosen);
    let viewport = format!("0 0 {} {}", px(frame.width), px(height));
    let mark = |(n, mark): (usize, &Mark)| drawn(props, mark, n, n == here, chosen);
    html! {
        <div class="chart">
            <svg class="plot" viewBox={viewport} role="group" aria-label={context.words().timeline.chart_label} aria-describedby="zeit-hilfe" {onkeydown} {onfocusin} {onwheel}
                onpointerover={onpointer.clone()} onpointerdown={onpointer.clone()} onpointermove={onpointer.clone()} onpointerup={onpointer.clone()} onpointercancel={onpointer}>
                <defs><pattern id="schraffur" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch" d="M0 0V6" /></pattern></defs>
                <rect class="back" width={px(frame.width)} height={px(height)} />
                { axis(props, lanes_end) }
                <rect class="ground" x={px(frame.left())} y="0" width={px(props.scale.width)} height={px(lanes_end)} />
                { for chosen.map(|chosen| band(props, chosen, lanes_end)) }
                { names(props) }
                { for props.layout.densities.iter().map(|density| shade(props, density)) }
                { for marks.iter().enumerate().map(mark) }
                { strip(props, chosen, lanes_end) }
                { for chosen.iter().flat_map(|chosen| [handle(props, *chosen, 0, lanes_end), handle(props, *chosen, 1, lanes_end)]) }
                { key }
            </svg>
            <div class="hint"><p class={classes!("help", looked_at.map(|_| "unseen"))} id="zeit-hilfe">{ context.words().timeline.chart_help }</p>{ for looked_at.and_then(|at| marks.get(at)).map(|mark| tooltip(props, mark)) }</div>
        </div>
    }
}

/// Keeps the focus on the same item when the drawing changes; `here` is the index of its mark.
#[hook]
fn use_focus_on(props: &ChartProps, here: usize) {
    let had_focus = use_mut_ref(|| false);
    let before = platform::focus_is_in(".chart a:focus");
    *had_focus.borrow_mut() |= before;
    use_effect_with((props.layout.clone(), here), move |(_, here)| {
        if std::mem::take(&mut *had_focus.borrow_mut()) {
            platform::focus(&format!("#marke-{here}"));
        }
    });
}

/// Keys: move the focus between marks, zoom.
fn keys(
    props: &ChartProps,
    current: &UseStateHandle<Option<(u32, u32)>>,
    looked_at: &UseStateHandle<Option<usize>>,
    here: usize,
) -> Callback<KeyboardEvent> {
    let (current, layout, looked_at, zoom) = (current.clone(), props.layout.clone(), looked_at.clone(), props.zoom.clone());
    let (middle, window) = (props.focus, props.scale.window);
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
                return zoom.emit((sign == "+", middle.unwrap_or(window.middle())));
            }
            "Escape" => return looked_at.set(None),
            _ => return,
        };
        event.prevent_default();
        let to = neighbour(&layout.marks, here, step);
        current.set(layout.marks.get(to).map(|mark| (mark.lane, mark.items[0])));
        platform::focus(&format!("#marke-{to}"));
    })
}

/// Handles hovering or (`true`) focusing a mark; `held` is the index of the one focused last.
fn on_look(
    props: &ChartProps,
    current: &UseStateHandle<Option<(u32, u32)>>,
    looked_at: &UseStateHandle<Option<usize>>,
    held: Option<usize>,
) -> impl Fn(&web_sys::Event, bool) + Clone + 'static {
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
}

/// The day under a pointer, and its distance from the left of the drawing.
fn day_under(event: &MouseEvent, scale: Scale, frame: Frame) -> Option<(Day, f64)> {
    let share = platform::relative_x(event, ".chart svg.plot")?;
    Some((scale.day_at(share * frame.width - frame.left()), share * frame.width))
}

/// Handles a pointer that chooses a period, moves a handle, or points at a mark (`look`).
fn dragging(
    props: &ChartProps,
    drag: &UseStateHandle<Option<Drag>>,
    look: impl Fn(&web_sys::Event, bool) + 'static,
) -> Callback<PointerEvent> {
    let (drag, chosen, choose) = (drag.clone(), props.chosen, props.choose.clone());
    let (scale, frame) = (props.scale, props.frame);
    Callback::from(move |event: PointerEvent| {
        let Some((day, now)) = day_under(&event, scale, frame) else { return };
        match (event.type_().as_str(), *drag) {
            ("pointerover", _) => look(&event, false),
            ("pointerdown", _) if event.button() == 0 => drag.set(match platform::dragged_part(&event) {
                Some("ground") => Some((day, day, now)),
                Some(end) => chosen.map(|chosen| (if end == "from" { chosen.to } else { chosen.from }, day, f64::NEG_INFINITY)),
                None => None,
            }),
            ("pointermove", Some((stays, _, begun))) => drag.set(Some((stays, day, begun))),
            ("pointerup", Some((stays, _, begun))) => {
                drag.set(None);
                if (now - begun).abs() >= DRAG_THRESHOLD {
                    choose.emit(Window::new(stays, day));
                }
            }
            ("pointercancel", Some(_)) => drag.set(None),
            _ => {}
        }
    })
}

/// Zooms with the wheel while Ctrl is held.
fn on_wheel(props: &ChartProps) -> Callback<WheelEvent> {
    let (zoom, middle) = (props.zoom.clone(), props.focus);
    let (scale, frame) = (props.scale, props.frame);
    Callback::from(move |event: WheelEvent| {
        if event.ctrl_key() {
            event.prevent_default();
            if let Some(day) = middle.or(day_under(&event, scale, frame).map(|(day, _)| day)) {
                zoom.emit((event.delta_y() < 0.0, day));
            }
        }
    })
}
