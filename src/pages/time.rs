//! The timeline view: the drawing, its tools, and the same items as a list or a table.

use crate::address::{Address, ItemName, Lanes, Page, TimeView, parse_day};
use crate::components::{Chart, Frame, Rows, Words as Told, chips, fault, files, filter_ids, tabs, waiting};
use crate::format;
use crate::hooks::{Answered, Kept, use_kept, use_reply};
use crate::pages::ViewProps;
use crate::platform;
use crate::state::{Action, Desk, Shared};
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;
use zeitlupe_core::article::ArticleId;
use zeitlupe_core::order;
use zeitlupe_core::room::{Period, Reply, Request, Summary};
use zeitlupe_core::time::Day;
use zeitlupe_core::timeline::lanes::{Lane, MOST_LANES, by_article, by_kind};
use zeitlupe_core::timeline::layout::{Context, Layout, MarkKind, Shape, context, kind, layout};
use zeitlupe_core::timeline::scale::{Scale, Window};
use zeitlupe_core::timeline::{Item, Timeline};

/// Points above one another in a lane before they are counted instead.
const ROWS: u32 = 5;
/// Width of the drawing before it has been measured.
const WIDTH: f64 = 1000.0;
/// Bars of the strip.
const BINS: u32 = 120;
/// Items listed at first, and how many more each time.
const STEP: usize = 100;
/// In a timeline of at most so many items the words of all that is drawn are loaded.
const FEW: usize = 2000;

/// The timeline of the whole corpus.
#[component]
pub fn Time(ViewProps { desk }: &ViewProps) -> Html {
    let (words, address) = (desk.words(), desk.address());
    let by_name = address.lanes == Lanes::Name;
    use_kept(desk, Kept::Summaries, true);
    use_kept(desk, Kept::Entities, !address.with.is_empty() || by_name);
    let is_known = address.with.is_empty() || desk.state.entities.ready().is_some();
    let (answered, retry) = use_reply(desk, is_known.then(|| Request::Timeline(filter_ids(desk))));
    let most = MOST_LANES as u32;
    let (cast, cast_again) = use_reply(desk, (is_known && by_name).then(|| Request::Cast { with: filter_ids(desk), most }));
    let width = use_width(&answered);
    let ground = {
        let deps = (answered.reply.clone(), cast.reply.clone(), desk.state.summaries.ready().cloned(), address.lanes, address.lang);
        let desk = desk.clone();
        use_memo(deps, move |(reply, cast, _, by, _)| Ground::new(&desk, timeline_of(reply), *by, cast.as_deref()))
    };
    let Ranges { whole, overview, busiest } = ground.ranges;
    let items = items_of(&answered.reply);
    let (looked_up, is_looking, found, found_again) = use_item(desk, &answered);
    let here = looked_up.and_then(|at| items.get(at as usize).copied());
    let chosen = chosen(&address.period, whole);
    let window = window_of(address, chosen, here, &ground.ranges);
    let frame = Frame { width };
    let scale = Scale::new(window, frame.scale());
    let picture = use_memo((answered.reply.clone(), Same(ground.clone()), scale), |(reply, ground, scale)| {
        Picture::new(items_of(reply), &ground.0, scale)
    });
    // The list waits until the window stands still, so that the drawing moves smoothly.
    let stretch = use_settled(chosen.unwrap_or(window), answered.reply.is_some());
    let listed = use_memo((answered.reply.clone(), stretch), |(reply, stretch)| {
        stretch.map(|stretch| Listed::of(items_of(reply), stretch)).unwrap_or_default()
    });
    let kept = use_mut_ref(|| desk.clone());
    let is_settled = stretch == Some(chosen.unwrap_or(window));
    let opened = use_state(Vec::<u32>::new);
    let shown = use_state(|| STEP);
    let unfolded = use_state(|| false);
    {
        let opened = opened.setter();
        use_effect_with((address.period, address.window, address.lanes), move |_| opened.set(Vec::new()));
    }
    use_effect_with((*opened).clone(), |opened| {
        if !opened.is_empty() {
            platform::focus("#geoeffnet");
        }
    });
    let open_items: Rc<Vec<u32>> = if opened.is_empty() { listed.inside.clone() } else { Rc::new((*opened).clone()) };
    let view = address.time_view.unwrap_or_else(|| if platform::is_narrow() { TimeView::List } else { TimeView::Chart });
    let wanted = {
        let deps = (answered.reply.clone(), Same(listed.clone()), Same(open_items.clone()), *shown, *unfolded, looked_up, view);
        let picture = picture.clone();
        use_memo(deps, move |(reply, listed, open, shown, unfolded, here, view)| {
            let is_drawn = *view == TimeView::Chart;
            wanted(items_of(reply), is_drawn.then_some(&picture), &listed.0, &open.0[..open.0.len().min(*shown)], *here, *unfolded)
        })
    };
    let (told, told_again) = use_reply(desk, (!wanted.is_empty()).then(|| Request::Told(wanted.to_vec())));
    let told_words = Told(told.reply.clone());
    use_shown(here.map(|item| item.number), told.reply.is_some());
    let focus = use_state(|| None::<Day>);
    let focused = {
        let focus = focus.setter();
        Callback::from(move |day: Option<Day>| focus.set(day))
    };
    for (answered, again) in [(&answered, &retry), (&cast, &cast_again), (&told, &told_again), (&found, &found_again)] {
        if let Some(trouble) = &answered.fault {
            return fault(words, trouble, again);
        }
    }
    let Some(reply) = answered.reply.clone() else { return waiting(words) };
    let open = Callback::from({
        let opened = opened.setter();
        move |items: Vec<u32>| opened.set(items)
    });
    let close = {
        let opened = opened.setter();
        move || {
            opened.set(Vec::new());
            platform::focus(".chart svg a[tabindex='0']");
        }
    };
    let onkeydown = {
        let close = close.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                close()
            }
        })
    };
    let close = Callback::from(move |_: MouseEvent| close());
    let more = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.set(*shown + STEP))
    };
    let jump = visit(desk, move |address, day: Day| within(address, window.around(day).clamp(whole)));
    let choose = visit(desk, |address, chosen: Window| Address {
        period: Period { from: Some(chosen.from), to: Some(chosen.to), ..address.period },
        ..address.clone()
    });
    let zoom = visit(desk, move |address, (closer, day): (bool, Day)| {
        within(address, if closer { window.zoom_in(day, whole) } else { window.zoom_out(day, whole) })
    });
    let unfold = {
        let unfolded = unfolded.clone();
        Callback::from(move |_: Event| unfolded.set(true))
    };
    // What the list sees is only renewed when the window stands still.
    if is_settled {
        desk.clone_into(&mut kept.borrow_mut());
    }
    let calm = kept.borrow().clone();
    let number = here.map(|item| item.number);
    let table = view == TimeView::Table;
    let rows = |places: &Rc<Vec<u32>>, shown: usize, months: bool| {
        html! { <Rows desk={calm.clone()} items={reply.clone()} words={told_words.clone()} places={places.clone()} {shown} {table} {months} here={number} /> }
    };
    html! {
        <div class="timeline" aria-busy={(answered.waiting || told.waiting || cast.waiting || !is_settled).to_string()}>
            <div class="measure" />
            <h1>{ words.time }</h1>
            { chips(desk) }
            { views(desk, view) }
            { tools(desk, view, Stretches { whole, busiest, window, chosen }, *focus) }
            <p class="meta" role="status">{ state_of(desk, window, &listed, items) }{ " · " }
                <button type="button" class="plain" disabled={listed.undated.is_empty()} onclick={Callback::from(|_: MouseEvent| platform::unfold("#ohne-datum"))}>
                    { format!("{} ({})", words.undated, format::number(listed.undated.len() as u32, desk.lang())) }
                </button>
            </p>
            if address.item.is_some() && here.is_none() && !is_looking { <p class="notice" role="status">{ words.no_item }</p> }
            if view == TimeView::Chart {
                <Chart desk={desk.clone()} items={reply.clone()} layout={picture.layout.clone()} strip={picture.strip.clone()} {overview} {frame} {scale} lanes={ground.names.clone()}
                    words={told_words.clone()} {chosen} focus={*focus} {focused} {open} {jump} {choose} {zoom} />
            }
            if opened.is_empty() {
                { rows(&open_items, *shown, true) }
            } else {
                <section class="opened" aria-labelledby="geoeffnet" {onkeydown}>
                    <h2 id="geoeffnet" tabindex="-1">{ format::counted(opened.len() as u32, &words.items, desk.lang()) }</h2>
                    <button type="button" onclick={close}>{ words.close }</button>
                    { rows(&open_items, *shown, false) }
                </section>
            }
            if open_items.len() > *shown { <button type="button" class="more" onclick={more}>{ words.more }</button> }
            { files(desk, &reply, &open_items, view == TimeView::Chart) }
            if !listed.undated.is_empty() {
                <details class="undated" id="ohne-datum" ontoggle={unfold}>
                    <summary>{ format!("{} ({})", words.undated, format::number(listed.undated.len() as u32, desk.lang())) }</summary>
                    { rows(&listed.undated, STEP, false) }
                </details>
            }
        </div>
    }
}

/// What does not change while the window moves.
struct Ground {
    ranges: Ranges,
    lanes: Vec<Lane>,
    names: Rc<Vec<String>>,
}

impl Ground {
    fn new(desk: &Desk, timeline: Option<&Timeline>, by: Lanes, cast: Option<&Reply>) -> Self {
        let (lanes, names) = lanes(desk, timeline, by, cast);
        Self { ranges: Ranges::of(timeline.map_or(&[], |timeline| &timeline.items)), lanes, names: Rc::new(names) }
    }
}

/// Equal if it is the same piece of memory.
struct Same<T>(Rc<T>);

impl<T> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// What one window shows.
struct Picture {
    layout: Rc<Layout>,
    strip: Rc<Context>,
}

impl Picture {
    fn new(items: &[Item], ground: &Ground, scale: &Scale) -> Self {
        let strip = context(items, &Scale::new(ground.ranges.overview, scale.width), BINS);
        Self { layout: Rc::new(layout(items, &ground.lanes, scale, ROWS)), strip: Rc::new(strip) }
    }
}

/// The items whose words are shown, by number: those that are listed; in a small timeline also what can be pointed at in the drawing.
fn wanted(items: &[Item], picture: Option<&Rc<Picture>>, listed: &Listed, open: &[u32], here: Option<u32>, unfolded: bool) -> Vec<u32> {
    let is_small = items.len() <= FEW;
    let mut places = open.to_vec();
    places.extend(here);
    if is_small || unfolded {
        places.extend(listed.undated.iter().take(STEP));
    }
    for mark in picture.iter().filter(|_| is_small).flat_map(|picture| &picture.layout.marks) {
        if !matches!(mark.shape, Shape::Before | Shape::After) {
            places.extend(mark.items.iter().take(3));
        }
    }
    order::sort_by_key(&mut places, |at| *at);
    places.dedup();
    places.iter().filter_map(|at| items.get(*at as usize)).map(|item| item.number).collect()
}

/// How long a window must have stood still before its items are listed, in milliseconds.
const PAUSE: u32 = 120;

/// The stretch of time as it was when it last stood still; at first as soon as there is something.
#[hook]
fn use_settled(stretch: Window, is_there: bool) -> Option<Window> {
    let settled = use_state(|| None::<Window>);
    let (setter, is_first) = (settled.setter(), settled.is_none());
    use_effect_with((stretch, is_there), move |(stretch, is_there)| {
        let stretch = *stretch;
        let pause = if is_first { 0 } else { PAUSE };
        let timer = is_there.then(|| Timeout::new(pause, move || setter.set(Some(stretch))));
        move || drop(timer)
    });
    *settled
}

fn timeline_of(reply: &Option<Shared<Reply>>) -> Option<&Timeline> {
    match reply.as_deref() {
        Some(Reply::Timeline(timeline)) => Some(timeline),
        _ => None,
    }
}

fn items_of(reply: &Option<Shared<Reply>>) -> &[Item] {
    timeline_of(reply).map_or(&[], |timeline| &timeline.items)
}

/// Width of the view; measured again when the window changes.
#[hook]
fn use_width(answered: &Answered) -> f64 {
    let width = use_state(|| WIDTH);
    let setter = width.setter();
    use_effect_with(answered.reply.is_some(), move |_| {
        let measure = move || setter.set(platform::width_of(".timeline .measure").unwrap_or(WIDTH));
        measure();
        let listener = EventListener::new(&gloo::utils::window(), "resize", move |_| measure());
        move || drop(listener)
    });
    *width
}

/// The item that the address names, by its place in the list: found by the words of all items of its article; and whether it is still
/// being looked for, with the question that looks for it.
#[hook]
fn use_item(desk: &Desk, answered: &Answered) -> (Option<u32>, bool, Answered, Callback<()>) {
    let wanted = desk.address().item.clone();
    let summaries = desk.state.summaries.ready();
    let (article, known) = candidates(timeline_of(&answered.reply), wanted.as_ref(), summaries.map_or(&[], |summaries| summaries));
    let is_loading = wanted.is_some() && (answered.reply.is_none() || summaries.is_none());
    let numbers: Vec<u32> = known.iter().map(|(_, number)| *number).collect();
    let (told, again) = use_reply(desk, (!numbers.is_empty()).then_some(Request::Told(numbers)));
    let (Some(article), Some(wanted)) = (article, wanted) else { return (None, is_loading, told, again) };
    let Some(passage) = wanted.passage else { return (known.first().map(|(at, _)| *at), is_loading, told, again) };
    let mut best: Option<(u32, u32)> = None;
    if let Some(Reply::Told(all)) = told.reply.as_deref() {
        for (number, witnesses) in all {
            for witness in witnesses.iter().filter(|witness| witness.article == article && witness.surface == passage.quote) {
                let distance = witness.time.as_ref().map_or(u32::MAX, |time| time.span.start.abs_diff(passage.start));
                if best.is_none_or(|(nearest, _)| distance < nearest) {
                    best = Some((distance, *number));
                }
            }
        }
    }
    let at = best.and_then(|(_, number)| known.iter().find(|(_, other)| *other == number)).map(|(at, _)| *at);
    let is_looking = is_loading || at.is_none() && (told.waiting || !known.is_empty() && told.reply.is_none());
    (at, is_looking, told, again)
}

/// The article of an item's name, and its items, each with its place in the list and its number: of a report only that one.
fn candidates(timeline: Option<&Timeline>, wanted: Option<&ItemName>, summaries: &[Summary]) -> (Option<ArticleId>, Vec<(u32, u32)>) {
    let found = timeline.zip(wanted).and_then(|(timeline, wanted)| {
        let article = ArticleId(summaries.iter().position(|summary| summary.id == wanted.article)? as u32);
        let fits = |item: &Item| {
            (kind(item) == MarkKind::Report) == wanted.passage.is_none() && timeline.articles(item).any(|other| other == article)
        };
        let items = (0..).zip(&timeline.items).filter(|(_, item)| fits(item)).map(|(at, item)| (at, item.number)).collect();
        Some((Some(article), items))
    });
    found.unwrap_or_default()
}

/// Brings the row of the item that the address names into view, once it is there.
#[hook]
fn use_shown(number: Option<u32>, loaded: bool) {
    use_effect_with((number, loaded), |(number, loaded)| {
        if let Some(number) = number.filter(|_| *loaded) {
            platform::reveal(&format!("#eintrag-{number}"));
        }
    });
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
    /// Of all items; a single day where nothing is dated.
    fn of(items: &[Item]) -> Self {
        let whole = Window::fit(items).unwrap_or(Window { from: Day(0), to: Day(0) });
        Self { whole, overview: Window::overview(items).unwrap_or(whole), busiest: Window::busiest(items).unwrap_or(whole) }
    }
}

/// What of the items is listed.
#[derive(Default)]
struct Listed {
    /// Those that lie in a stretch; those that only reach into it from before come last: a list that begins with centuries hides the week.
    inside: Rc<Vec<u32>>,
    /// Reports among them.
    reports: u32,
    /// Those without a place in time.
    undated: Rc<Vec<u32>>,
}

impl Listed {
    fn of(items: &[Item], stretch: Window) -> Self {
        let (mut inside, mut reaching, mut undated, mut reports) = (Vec::new(), Vec::new(), Vec::new(), 0);
        for (at, item) in (0..).zip(items) {
            match item.days {
                None => undated.push(at),
                Some((from, _)) if item.meets(stretch.from, stretch.to) => {
                    reports += u32::from(kind(item) == MarkKind::Report);
                    if from >= stretch.from { inside.push(at) } else { reaching.push(at) }
                }
                Some(_) => {}
            }
        }
        inside.append(&mut reaching);
        Self { inside: Rc::new(inside), reports, undated: Rc::new(undated) }
    }
}

/// The stretch that is chosen; an end that is left open is that of everything.
fn chosen(period: &Period, whole: Window) -> Option<Window> {
    (!period.is_open()).then(|| Window::new(period.from.unwrap_or(whole.from), period.to.unwrap_or(whole.to)))
}

/// The part of time that is drawn: the one of the address, or around the item that it names, or what is chosen, or at first the busiest
/// stretch, so that far-off dates squash nothing.
fn window_of(address: &Address, chosen: Option<Window>, here: Option<Item>, ranges: &Ranges) -> Window {
    let around = here.and_then(|item| item.days).map(|(from, to)| Window::new(from, to));
    address
        .window
        .or(around.map(|item| if ranges.busiest.contains(item.middle()) { ranges.busiest } else { ranges.busiest.around(item.middle()) }))
        .unwrap_or_else(|| {
            // A margin, so that the handles can be taken hold of.
            chosen.map_or(ranges.busiest, |chosen| {
                let margin = (chosen.days() / 8).max(1) as i32;
                Window { from: chosen.from.plus(-margin), to: chosen.to.plus(margin) }
            })
        })
}

fn within(address: &Address, window: Window) -> Address {
    Address { window: Some(window), ..address.clone() }
}

/// The lanes, and their names.
fn lanes(desk: &Desk, timeline: Option<&Timeline>, by: Lanes, cast: Option<&Reply>) -> (Vec<Lane>, Vec<String>) {
    let words = desk.words();
    let Some(timeline) = timeline else { return Default::default() };
    let summaries: &[Summary] = desk.state.summaries.ready().map_or(&[], |summaries| summaries);
    let source = |summary: &Summary| format::source(summary.source.as_deref(), words).to_owned();
    let mut sources: Vec<String> = Vec::new();
    let lanes = match by {
        Lanes::Kind => by_kind(&timeline.items),
        Lanes::Article => by_article(timeline, |article| article.0),
        Lanes::Source => {
            let keys: Vec<u32> = summaries
                .iter()
                .map(source)
                .map(|name| {
                    let at = sources.iter().position(|known| *known == name);
                    at.unwrap_or_else(|| {
                        sources.push(name);
                        sources.len() - 1
                    }) as u32
                })
                .collect();
            by_article(timeline, |article| keys.get(article.0 as usize).copied().unwrap_or(0))
        }
        Lanes::Name => match cast {
            Some(Reply::Cast(cast)) => cast
                .iter()
                .map(|(id, numbers)| {
                    let place = |number: &u32| timeline.items.binary_search_by_key(number, |item| item.number).ok().map(|at| at as u32);
                    Lane { key: Some(id.0), items: numbers.iter().filter_map(place).collect() }
                })
                .collect(),
            _ => Vec::new(),
        },
    };
    let name = |lane: &Lane| match (by, lane.key) {
        (_, None) => words.lanes_rest.to_owned(),
        (Lanes::Kind, Some(key)) => [words.reports, words.events][key as usize % 2].to_owned(),
        (Lanes::Article, Some(key)) => summaries.get(key as usize).map(|summary| summary.label.clone()).unwrap_or_default(),
        (Lanes::Source, Some(key)) => sources.get(key as usize).cloned().unwrap_or_default(),
        (Lanes::Name, Some(key)) => desk.name_of(zeitlupe_core::entity::EntityId(key)).map(|name| name.name).unwrap_or_default(),
    };
    let names = lanes.iter().map(name).collect();
    (lanes, names)
}

/// "31. Jan. 2022 – 20. Feb. 2022 · 5 Berichte, 23 von 54 Zeitangaben".
fn state_of(desk: &Desk, window: Window, listed: &Listed, items: &[Item]) -> String {
    let (words, lang) = (desk.words(), desk.lang());
    let number = |n: u32| format::number(n, lang);
    let inside = listed.inside.len() as u32;
    let stretch = format::stretch(window.from, window.to, lang);
    let of = format!("{} {} {}", number(inside), words.of, format::counted(items.len() as u32, &words.items, lang));
    format!("{stretch} · {of} ({}: {})", words.reports, number(listed.reports))
}

fn visit<T: 'static>(desk: &Desk, change: impl Fn(&Address, T) -> Address + 'static) -> Callback<T> {
    let (dispatcher, address) = (desk.state.dispatcher(), desk.address().clone());
    Callback::from(move |value| dispatcher.dispatch(Action::Visit(Box::new(change(&address, value)))))
}

/// Drawing, list, table.
fn views(desk: &Desk, current: TimeView) -> Html {
    let (words, address) = (desk.words(), desk.address());
    let all = [TimeView::Chart, TimeView::List, TimeView::Table].into_iter().zip(words.time_views);
    let ways = all.map(|(view, name)| (name, None, Address { time_view: Some(view), ..address.clone() }, view == current)).collect();
    html! { <nav aria-label={words.time_views_label}>{ tabs(ways) }</nav> }
}

/// The stretches that the tools lead to.
#[derive(Clone, Copy)]
struct Stretches {
    whole: Window,
    busiest: Window,
    window: Window,
    chosen: Option<Window>,
}

/// Zoom in steps, move, lanes; choose days, and go on with what is chosen.
fn tools(desk: &Desk, view: TimeView, Stretches { whole, busiest, window, chosen }: Stretches, focus: Option<Day>) -> Html {
    let (words, address) = (desk.words(), desk.address());
    let link = |class: &'static str, name: &'static str, to: Address| {
        let href = (to != *address).then(|| to.href());
        html! { <a class={classes!("button", class)} aria-disabled={href.is_none().then_some("true")} {href}>{ name }</a> }
    };
    let button = |class: &'static str, name: &'static str, to: Window| {
        link(class, name, if to == window { address.clone() } else { within(address, to) })
    };
    // Around what has had the focus, if it is still in sight.
    let middle = focus.filter(|day| window.contains(*day)).unwrap_or(window.middle());
    let change: fn(&Address, Period) -> Address = |address, period| Address { period, ..address.clone() };
    let day = |label: &'static str, value: Option<Day>, set: fn(Period, Option<Day>) -> Period| {
        let onchange = visit(desk, move |address, event: Event| {
            let typed = event.target_unchecked_into::<HtmlInputElement>().value();
            change(address, set(address.period, parse_day(&typed)))
        });
        html! { <label>{ label }<input type="date" value={value.map(Day::iso).unwrap_or_default()} {onchange} /></label> }
    };
    let orders = [Lanes::Kind, Lanes::Article, Lanes::Source, Lanes::Name];
    let lanes = visit(desk, move |address, event: Event| {
        let at = usize::try_from(event.target_unchecked_into::<HtmlSelectElement>().selected_index()).ok();
        Address { lanes: at.and_then(|at| orders.get(at)).copied().unwrap_or_default(), ..address.clone() }
    });
    let told = visit(desk, move |address, _: Event| change(address, Period { told: !address.period.told, ..address.period }));
    html! {
        <div class="controls">
            if view == TimeView::Chart || chosen.is_none() {
                <span class="set">
                    { button("earlier", words.earlier, window.shift(-0.5, whole)) }
                    { button("zoom-out", words.zoom_out, window.zoom_out(middle, whole)) }
                    <output>{ words.zooms[window.zoom(whole) as usize] }</output>
                    { button("zoom-in", words.zoom_in, window.zoom_in(middle, whole)) }
                    { button("later", words.later, window.shift(0.5, whole)) }
                </span>
                <span class="set">{ button("busiest", words.busiest, busiest) }{ button("whole", words.whole, whole) }</span>
            }
            if view == TimeView::Chart {
                <label>{ words.lanes }
                    <select onchange={lanes}>{ for orders.iter().zip(words.lanes_by).map(|(by, name)| html! { <option selected={*by == address.lanes}>{ name }</option> }) }</select>
                </label>
            }
            <span class="set chosen">
                <b>{ words.chosen }</b>
                { day(words.from, address.period.from, |period, day| Period { from: day, ..period }) }
                { day(words.to, address.period.to, |period, day| Period { to: day, ..period }) }
                if chosen.is_none() {
                    { link("choose", words.choose, change(address, Period { from: Some(window.from), to: Some(window.to), ..address.period })) }
                } else {
                    { link("choose-none", words.choose_none, Address { window: address.window.or(Some(window)), ..change(address, Period::default()) }) }
                    if view == TimeView::Chart && address.window.is_some() { { link("enlarge", words.choose_zoom, Address { window: None, item: None, ..address.clone() }) } }
                    <label><input type="checkbox" checked={address.period.told} onchange={told} />{ words.told }</label>
                    { link("to-search", words.results, address.beside(Page::Search)) }
                    { link("to-names", words.names, address.beside(Page::Names)) }
                }
            </span>
        </div>
    }
}
