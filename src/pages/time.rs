//! The timeline view: the drawing, its tools, and the same items as a list.

use crate::address::{Address, Lanes, parse_day};
use crate::components::{Chart, chips, fault, filter_ids, item_list, waiting};
use crate::format;
use crate::hooks::{Answered, Kept, use_kept, use_reply};
use crate::pages::ViewProps;
use crate::platform;
use crate::state::{Action, Desk};
use gloo::events::EventListener;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;
use zeitlupe_core::room::{ItemKind, Reply, Request, TimelineItem};
use zeitlupe_core::time::Day;
use zeitlupe_core::time::lanes::layout;
use zeitlupe_core::time::scale::{Scale, Window};

/// Rows of marks in a lane before they are counted instead.
const ROWS: u32 = 6;
/// Width of the drawing before it has been measured, and the room that the names of the lanes take.
const WIDTH: f64 = 1000.0;
const GUTTER: f64 = 190.0;
/// Items listed at first, and how many more each time.
const STEP: usize = 150;

/// The timeline of the whole corpus.
#[component]
pub fn Time(ViewProps { desk }: &ViewProps) -> Html {
    let (words, address) = (desk.words(), desk.address());
    use_kept(desk, Kept::Summaries, true);
    use_kept(desk, Kept::Entities, !address.with.is_empty());
    let is_known = address.with.is_empty() || desk.state.entities.ready().is_some();
    let (answered, retry) = use_reply(desk, is_known.then(|| Request::Timeline(filter_ids(desk))));
    let width = use_width(&answered);
    let ranges = use_memo(answered.reply.clone(), |reply| Ranges::of(reply.as_deref()));
    let opened = use_state(Vec::<u32>::new);
    let shown = use_state(|| STEP);
    {
        let opened = opened.setter();
        use_effect_with((address.from, address.to, address.lanes), move |_| opened.set(Vec::new()));
    }
    if let Some(trouble) = &answered.fault {
        return fault(words, trouble, &retry);
    }
    let Some(Reply::Timeline(items)) = answered.reply.as_deref() else { return waiting(words) };
    let Ranges { whole, overview, busiest } = *ranges;
    let window = window_of(address, busiest, whole);
    let (names, lanes) = lanes(desk, items, address.lanes);
    let scale = Scale::new(window, (width - GUTTER).max(240.0));
    let drawn = layout(items, &lanes, &scale, ROWS);
    // What only reaches into the window from before comes last: a list that begins with centuries hides the week.
    let (mut inside, reaching): (Vec<u32>, Vec<u32>) = (0..items.len() as u32)
        .filter(|n| is_inside(&items[*n as usize], window))
        .partition(|n| items[*n as usize].earliest >= Some(window.from));
    inside.extend(reaching);
    let undated = drawn.undated.clone();
    let list_only = address.list.unwrap_or_else(platform::is_narrow);
    let jump = visit(desk, move |address, day: Day| within(address, around(window, day).clamp(whole)));
    let open = Callback::from({
        let opened = opened.setter();
        move |items: Vec<u32>| opened.set(items)
    });
    let more = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.set(*shown + STEP))
    };
    html! {
        <div class="timeline">
            <h1>{ words.time }</h1>
            { chips(desk) }
            { tools(desk, busiest, window, whole, list_only) }
            <p class="meta" role="status">{ state_of(desk, window, inside.len(), items.len(), undated.len()) }</p>
            if !list_only {
                if let Some(reply) = answered.reply.clone() { <Chart desk={desk.clone()} items={reply} layout={drawn} {scale} {overview} lanes={names} {open} {jump} /> }
            }
            if !opened.is_empty() { { item_list(desk, items, &opened[..opened.len().min(*shown)], false) }
                if opened.len() > *shown { <button type="button" class="more" onclick={more.clone()}>{ words.more }</button> }
            } else {
                { item_list(desk, items, &inside[..inside.len().min(*shown)], true) }
                if inside.len() > *shown { <button type="button" class="more" onclick={more}>{ words.more }</button> }
                if !undated.is_empty() {
                    <details class="undated" id="ohne-datum">
                        <summary>{ format!("{} ({})", words.undated, format::number(undated.len() as u32, desk.lang())) }</summary>
                        { item_list(desk, items, &undated[..undated.len().min(STEP)], false) }
                    </details>
                }
            }
        </div>
    }
}

/// Width of the view; measured again when the window changes.
#[hook]
fn use_width(answered: &Answered) -> f64 {
    let width = use_state(|| WIDTH);
    let setter = width.setter();
    use_effect_with(answered.reply.is_some(), move |_| {
        let measure = move || setter.set(platform::width_of(".timeline").unwrap_or(WIDTH));
        measure();
        let listener = EventListener::new(&gloo::utils::window(), "resize", move |_| measure());
        move || drop(listener)
    });
    *width
}

/// The stretches of time that the view knows by name.
#[derive(Clone, Copy, PartialEq)]
struct Ranges {
    /// Everything.
    whole: Window,
    /// What the strip below the drawing shows.
    overview: Window,
    /// The first view.
    busiest: Window,
}

impl Ranges {
    /// Of the items of a reply; a single day where nothing is dated.
    fn of(reply: Option<&Reply>) -> Self {
        let Some(Reply::Timeline(items)) = reply else { return Self::around(&[]) };
        Self::around(items)
    }

    fn around(items: &[TimelineItem]) -> Self {
        let whole = Window::fit(items).unwrap_or(Window { from: Day(0), to: Day(0) });
        Self { whole, overview: Window::overview(items).unwrap_or(whole), busiest: Window::busiest(items).unwrap_or(whole) }
    }
}

/// The part of time that the address names; at first the busiest stretch, so that far-off dates squash nothing.
fn window_of(address: &Address, busiest: Window, whole: Window) -> Window {
    match (address.from, address.to) {
        (None, None) => busiest,
        (from, to) => Window::new(from.unwrap_or(whole.from), to.unwrap_or(whole.to)),
    }
}

/// As many days, with this one in the middle.
fn around(window: Window, day: Day) -> Window {
    let from = day.plus(-((window.days() / 2) as i32));
    Window { from, to: from.plus(window.days() as i32 - 1) }
}

fn is_inside(item: &TimelineItem, window: Window) -> bool {
    item.earliest.zip(item.latest).is_some_and(|(earliest, latest)| earliest <= window.to && window.from <= latest)
}

fn within(address: &Address, window: Window) -> Address {
    Address { from: Some(window.from), to: Some(window.to), ..address.clone() }
}

/// The names of the lanes, and the lane of every item.
fn lanes(desk: &Desk, items: &[TimelineItem], by: Lanes) -> (Vec<String>, Vec<u32>) {
    let words = desk.words();
    let key = |item: &TimelineItem| -> String {
        let summary = desk.summary(item.article);
        match by {
            Lanes::Kind if item.kind == ItemKind::Report => words.reports.to_owned(),
            Lanes::Kind => words.events.to_owned(),
            Lanes::Article => summary.map(|s| s.label.clone()).unwrap_or_default(),
            Lanes::Source => format::source(summary.and_then(|s| s.source.as_deref()), words).to_owned(),
        }
    };
    let mut names: Vec<String> = if by == Lanes::Kind { vec![words.reports.to_owned(), words.events.to_owned()] } else { Vec::new() };
    let lanes = items.iter().map(|item| {
        let key = key(item);
        let at = names.iter().position(|name| *name == key).unwrap_or_else(|| {
            names.push(key);
            names.len() - 1
        });
        at as u32
    });
    let lanes = lanes.collect();
    (names, lanes)
}

/// "31. Jan. 2022 – 20. Feb. 2022 · 23 von 54 Zeitangaben · ohne Datum (6)".
fn state_of(desk: &Desk, window: Window, inside: usize, all: usize, undated: usize) -> String {
    let (words, lang) = (desk.words(), desk.lang());
    let stretch = format::stretch(window.from, window.to, lang);
    let of = format!("{} {} {}", format::number(inside as u32, lang), words.of, format::counted(all as u32, &words.items, lang));
    format!("{stretch} · {of} · {} ({})", words.undated, format::number(undated as u32, lang))
}

fn visit<T: 'static>(desk: &Desk, change: impl Fn(&Address, T) -> Address + 'static) -> Callback<T> {
    let (dispatcher, address) = (desk.state.dispatcher(), desk.address().clone());
    Callback::from(move |value| dispatcher.dispatch(Action::Visit(Box::new(change(&address, value)))))
}

/// Zoom in steps, move, choose days, lanes, list or drawing.
fn tools(desk: &Desk, busiest: Window, window: Window, whole: Window, list: bool) -> Html {
    let (words, address) = (desk.words(), desk.address());
    let button = |name: &'static str, to: Window| {
        let onclick = visit(desk, move |address, _: MouseEvent| within(address, to));
        html! { <button type="button" disabled={to == window} {onclick}>{ name }</button> }
    };
    let middle = window.from.plus((window.days() / 2) as i32);
    let day = |label: &'static str, value: Day, change: fn(&Address, Day) -> Address| {
        let onchange = visit(desk, move |address, event: Event| {
            parse_day(&event.target_unchecked_into::<HtmlInputElement>().value())
                .map_or_else(|| address.clone(), |day| change(address, day))
        });
        html! { <label>{ label }<input type="date" value={value.iso()} {onchange} /></label> }
    };
    let orders = [(Lanes::Kind, words.lanes_kind), (Lanes::Article, words.lanes_article), (Lanes::Source, words.lanes_source)];
    let lanes = visit(desk, move |address, event: Event| {
        let at = usize::try_from(event.target_unchecked_into::<HtmlSelectElement>().selected_index()).ok();
        Address { lanes: at.and_then(|at| orders.get(at)).map(|order| order.0).unwrap_or_default(), ..address.clone() }
    });
    let toggle = visit(desk, move |address, _: MouseEvent| Address { list: Some(!list), ..address.clone() });
    html! {
        <div class="controls">
            <span class="set">
                { button(words.earlier, window.shift(-0.5, whole)) }
                { button(words.zoom_in, window.zoom_in(middle, whole)) }
                { button(words.zoom_out, window.zoom_out(middle, whole)) }
                { button(words.later, window.shift(0.5, whole)) }
            </span>
            <span class="set">{ button(words.busiest, busiest) }{ button(words.whole, whole) }</span>
            <span class="set">
                { day(words.from, window.from, |address, day| Address { from: Some(day), ..address.clone() }) }
                { day(words.to, window.to, |address, day| Address { to: Some(day), ..address.clone() }) }
            </span>
            if !list {
                <label>{ words.lanes }
                    <select onchange={lanes}>{ for orders.iter().map(|(by, name)| html! { <option selected={*by == address.lanes}>{ *name }</option> }) }</select>
                </label>
            }
            <button type="button" onclick={toggle}>{ if list { words.as_chart } else { words.as_list } }</button>
        </div>
    }
}
