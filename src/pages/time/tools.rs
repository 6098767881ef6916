//! The tools of the timeline: views, zoom, lanes, chosen period.

use super::picture::Listed;
use crate::components::tabs;
use crate::state::{Action, AppContext};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;
use zeitlupe_core::day::Day;
use zeitlupe_core::room::Period;
use zeitlupe_core::timeline::Item;
use zeitlupe_core::timeline::scale::Window;
use zeitlupe_words::address::{Address, Lanes, Page, TimeState, TimeView, parse_day};
use zeitlupe_words::format;

/// The same view with another state of the timeline.
fn at_time(address: &Address, time: TimeState) -> Address {
    Address { time, ..address.clone() }
}

pub(super) fn within(address: &Address, window: Window) -> Address {
    at_time(address, TimeState { window: Some(window), ..address.time.clone() })
}

/// "31. Jan. 2022 – 20. Feb. 2022 · 5 Berichte, 23 von 54 Zeitangaben".
pub(super) fn state_of(context: &AppContext, window: Window, listed: &Listed, items: &[Item]) -> String {
    let (words, lang) = (context.words(), context.lang());
    let number = |n: u32| format::number(n, lang);
    let inside = listed.inside.len() as u32;
    let stretch = format::period(window.from, window.to, lang);
    let of = format!("{} {} {}", number(inside), words.of, format::counted(items.len() as u32, &words.timeline.items, lang));
    format!("{stretch} · {of} ({}: {})", words.timeline.reports, number(listed.reports))
}

pub(super) fn visit<T: 'static>(context: &AppContext, change: impl Fn(&Address, T) -> Address + 'static) -> Callback<T> {
    let (dispatcher, address) = (context.state.dispatcher(), context.address().clone());
    Callback::from(move |value| dispatcher.dispatch(Action::Visit(Box::new(change(&address, value)))))
}

/// Drawing, list, table.
pub(super) fn views(context: &AppContext, current: TimeView) -> Html {
    let (words, address) = (context.words(), context.address());
    let all = [TimeView::Chart, TimeView::List, TimeView::Table].into_iter().zip(words.timeline.views);
    let ways = all
        .map(|(view, name)| (name, None, at_time(address, TimeState { view: Some(view), ..address.time.clone() }), view == current))
        .collect();
    html! { <nav aria-label={words.timeline.views_label}>{ tabs(ways) }</nav> }
}

/// The periods that the tools lead to.
#[derive(Clone, Copy)]
pub(super) struct Periods {
    pub(super) whole: Window,
    pub(super) busiest: Window,
    pub(super) window: Window,
    pub(super) chosen: Option<Window>,
}

/// Zoom, movement, lanes, and the tools for a period.
pub(super) fn tools(context: &AppContext, view: TimeView, Periods { whole, busiest, window, chosen }: Periods, focus: Option<Day>) -> Html {
    let (words, address) = (context.words(), context.address());
    let button = |class: &'static str, name: &'static str, to: Window| {
        link(context, class, name, if to == window { address.clone() } else { within(address, to) })
    };
    // Around the day focused last, if still visible.
    let middle = focus.filter(|day| window.contains(*day)).unwrap_or(window.middle());
    let orders = [Lanes::Kind, Lanes::Article, Lanes::Source, Lanes::Name];
    let lanes = visit(context, move |address, event: Event| {
        let at = usize::try_from(event.target_unchecked_into::<HtmlSelectElement>().selected_index()).ok();
        let lanes = at.and_then(|at| orders.get(at)).copied().unwrap_or_default();
        at_time(address, TimeState { lanes, ..address.time.clone() })
    });
    html! {
        <div class="controls">
            if view == TimeView::Chart || chosen.is_none() {
                <span class="set">
                    { button("earlier", words.timeline.earlier, window.shift(-0.5, whole)) }
                    { button("zoom-out", words.timeline.zoom_out, window.zoom_out(middle, whole)) }
                    <output>{ words.timeline.zooms[window.zoom(whole) as usize] }</output>
                    { button("zoom-in", words.timeline.zoom_in, window.zoom_in(middle, whole)) }
                    { button("later", words.timeline.later, window.shift(0.5, whole)) }
                </span>
                <span class="set">{ button("busiest", words.timeline.busiest, busiest) }{ button("whole", words.timeline.whole, whole) }</span>
            }
            if view == TimeView::Chart {
                <label>{ words.timeline.lanes }
                    <select onchange={lanes}>{ for orders.iter().zip(words.timeline.lanes_by).map(|(by, name)| html! { <option selected={*by == address.time.lanes}>{ name }</option> }) }</select>
                </label>
            }
            { choosing(context, view, window, chosen) }
        </div>
    }
}

/// A link as a button; disabled if it leads to the current view.
fn link(context: &AppContext, class: &'static str, name: &'static str, to: Address) -> Html {
    let href = (to != *context.address()).then(|| to.href());
    html! { <a class={classes!("button", class)} aria-disabled={href.is_none().then_some("true")} {href}>{ name }</a> }
}

/// Choose a period, and use it elsewhere.
fn choosing(context: &AppContext, view: TimeView, window: Window, chosen: Option<Window>) -> Html {
    let (words, address) = (context.words(), context.address());
    let change: fn(&Address, Period) -> Address = |address, period| address.filtered(|filter| filter.period = period);
    let day = |label: &'static str, value: Option<Day>, set: fn(Period, Option<Day>) -> Period| {
        let onchange = visit(context, move |address, event: Event| {
            let typed = event.target_unchecked_into::<HtmlInputElement>().value();
            change(address, set(address.filter.period, parse_day(&typed)))
        });
        html! { <label>{ label }<input type="date" value={value.map(Day::iso).unwrap_or_default()} {onchange} /></label> }
    };
    let mentioned = visit(context, move |address, _: Event| {
        change(address, Period { mentioned: !address.filter.period.mentioned, ..address.filter.period })
    });
    html! {
        <span class="set chosen">
            <b>{ words.timeline.chosen }</b>
            { day(words.from, address.filter.period.from, |period, day| Period { from: day, ..period }) }
            { day(words.to, address.filter.period.to, |period, day| Period { to: day, ..period }) }
            if chosen.is_none() {
                { link(context, "choose", words.timeline.choose, change(address, Period { from: Some(window.from), to: Some(window.to), ..address.filter.period })) }
            } else {
                { link(context, "choose-none", words.timeline.choose_none, within(&change(address, Period::default()), address.time.window.unwrap_or(window))) }
                if view == TimeView::Chart && address.time.window.is_some() { { link(context, "enlarge", words.timeline.choose_zoom, at_time(address, TimeState { window: None, item: None, ..address.time.clone() })) } }
                <label><input type="checkbox" checked={address.filter.period.mentioned} onchange={mentioned} />{ words.timeline.mentioned }</label>
                { link(context, "to-search", words.search.title, address.beside(Page::Search)) }
                { link(context, "to-names", words.names.title, address.beside(Page::Names)) }
            }
        </span>
    }
}
