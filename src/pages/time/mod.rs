//! The timeline view: the drawing, its tools, and the same items as a list or a table.

mod picture;
mod tools;

use crate::components::{Chart, Frame, Rows, Words, chips, fault, files, filter_ids, waiting};
use crate::hooks::{Answered, Cached, use_answer, use_cached};
use crate::pages::ViewProps;
use crate::platform;
use crate::state::AppContext;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use picture::{Ground, Listed, Picture, Ranges, STEP, candidates, chosen, items_of, wanted, window_of};
use std::rc::Rc;
use tools::{Stretches, state_of, tools, views, visit, within};
use yew::prelude::*;
use zeitlupe_core::day::Day;
use zeitlupe_core::room::Period;
use zeitlupe_core::room::question::{Timeline, TimelineNames, Witnesses};
use zeitlupe_core::timeline::lanes::MOST_LANES;
use zeitlupe_core::timeline::scale::{Scale, Window};
use zeitlupe_words::address::{Lanes, TimeView};
use zeitlupe_words::format;

/// Width of the drawing before it has been measured.
const WIDTH: f64 = 1000.0;

/// The timeline of the whole corpus.
#[component]
pub fn Time(ViewProps { context }: &ViewProps) -> Html {
    let (words, address) = (context.words(), context.address());
    let by_name = address.time.lanes == Lanes::Name;
    use_cached(context, Cached::Summaries, true);
    use_cached(context, Cached::Entities, !address.filter.with.is_empty() || by_name);
    let is_known = address.filter.with.is_empty() || context.state.entities.ready().is_some();
    let (answered, retry) = use_answer(context, is_known.then(|| Timeline(filter_ids(context))));
    let most = MOST_LANES as u32;
    let (cast, cast_again) = use_answer(context, (is_known && by_name).then(|| TimelineNames { with: filter_ids(context), most }));
    let width = use_width(&answered);
    let ground = {
        let deps =
            (answered.answer.clone(), cast.answer.clone(), context.state.summaries.ready().cloned(), address.time.lanes, address.lang);
        let context = context.clone();
        use_memo(deps, move |(reply, cast, _, by, _)| Ground::new(&context, reply.get(), *by, cast.get()))
    };
    let Ranges { whole, overview, busiest } = ground.ranges;
    let items = items_of(&answered.answer);
    let (looked_up, is_looking, found, found_again) = use_item(context, &answered);
    let here = looked_up.and_then(|at| items.get(at as usize).copied());
    let chosen = chosen(&address.filter.period, whole);
    let window = window_of(address, chosen, here, &ground.ranges);
    let frame = Frame { width };
    let scale = Scale::new(window, frame.scale());
    let picture = use_memo((answered.answer.clone(), Same(ground.clone()), scale), |(reply, ground, scale)| {
        Picture::new(items_of(reply), &ground.0, scale)
    });
    // The list waits until the window stands still, so that the drawing moves smoothly.
    let stretch = use_settled(chosen.unwrap_or(window), answered.answer.is_loaded());
    let listed = use_memo((answered.answer.clone(), stretch), |(reply, stretch)| {
        stretch.map(|stretch| Listed::of(items_of(reply), stretch)).unwrap_or_default()
    });
    let kept = use_mut_ref(|| context.clone());
    let is_settled = stretch == Some(chosen.unwrap_or(window));
    let opened = use_state(Vec::<u32>::new);
    let shown = use_state(|| STEP);
    let unfolded = use_state(|| false);
    {
        let opened = opened.setter();
        use_effect_with((address.filter.period, address.time.window, address.time.lanes), move |_| opened.set(Vec::new()));
    }
    use_effect_with((*opened).clone(), |opened| {
        if !opened.is_empty() {
            platform::focus("#geoeffnet");
        }
    });
    let open_items: Rc<Vec<u32>> = if opened.is_empty() { listed.inside.clone() } else { Rc::new((*opened).clone()) };
    let view = address.time.view.unwrap_or_else(|| if platform::is_narrow() { TimeView::List } else { TimeView::Chart });
    let wanted = {
        let deps = (answered.answer.clone(), Same(listed.clone()), Same(open_items.clone()), *shown, *unfolded, looked_up, view);
        let picture = picture.clone();
        use_memo(deps, move |(reply, listed, open, shown, unfolded, here, view)| {
            let is_drawn = *view == TimeView::Chart;
            wanted(items_of(reply), is_drawn.then_some(&picture), &listed.0, &open.0[..open.0.len().min(*shown)], *here, *unfolded)
        })
    };
    let (told, told_again) = use_answer(context, (!wanted.is_empty()).then(|| Witnesses(wanted.to_vec())));
    let told_words = Words(told.answer.clone());
    // Also in the moment between two questions the words of the rows may still be those of other items.
    let is_told = told.answer.get().map_or(wanted.is_empty(), |all| all.iter().map(|(number, _)| number).eq(wanted.iter()));
    use_shown(here.map(|item| item.number), told.answer.is_loaded());
    let focus = use_state(|| None::<Day>);
    let focused = {
        let focus = focus.setter();
        Callback::from(move |day: Option<Day>| focus.set(day))
    };
    for (trouble, again) in
        [(&answered.fault, &retry), (&cast.fault, &cast_again), (&told.fault, &told_again), (&found.fault, &found_again)]
    {
        if let Some(trouble) = trouble {
            return fault(words, trouble, again);
        }
    }
    if !answered.answer.is_loaded() {
        return waiting(words);
    }
    let reply = answered.answer.clone();
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
    let jump = visit(context, move |address, day: Day| within(address, window.around(day).clamp(whole)));
    let choose = visit(context, |address, chosen: Window| {
        address.filtered(|filter| filter.period = Period { from: Some(chosen.from), to: Some(chosen.to), ..filter.period })
    });
    let zoom = visit(context, move |address, (closer, day): (bool, Day)| {
        within(address, if closer { window.zoom_in(day, whole) } else { window.zoom_out(day, whole) })
    });
    let unfold = {
        let unfolded = unfolded.clone();
        Callback::from(move |_: Event| unfolded.set(true))
    };
    // What the list sees is only renewed when the window stands still.
    if is_settled {
        context.clone_into(&mut kept.borrow_mut());
    }
    let calm = kept.borrow().clone();
    let number = here.map(|item| item.number);
    let table = view == TimeView::Table;
    let rows = |places: &Rc<Vec<u32>>, shown: usize, months: bool| {
        html! { <Rows context={calm.clone()} items={reply.clone()} words={told_words.clone()} places={places.clone()} {shown} {table} {months} here={number} /> }
    };
    html! {
        <div class="timeline" aria-busy={(answered.waiting || told.waiting || cast.waiting || !is_settled || !is_told).to_string()}>
            <div class="measure" />
            <h1>{ words.time }</h1>
            { chips(context) }
            { views(context, view) }
            { tools(context, view, Stretches { whole, busiest, window, chosen }, *focus) }
            <p class="meta" role="status">{ state_of(context, window, &listed, items) }{ " · " }
                <button type="button" class="plain" disabled={listed.undated.is_empty()} onclick={Callback::from(|_: MouseEvent| platform::unfold("#ohne-datum"))}>
                    { format!("{} ({})", words.undated, format::number(listed.undated.len() as u32, context.lang())) }
                </button>
            </p>
            if address.time.item.is_some() && here.is_none() && !is_looking { <p class="notice" role="status">{ words.no_item }</p> }
            if view == TimeView::Chart {
                <Chart context={context.clone()} items={reply.clone()} layout={picture.layout.clone()} strip={picture.strip.clone()} {overview} {frame} {scale} lanes={ground.names.clone()}
                    words={told_words.clone()} {chosen} focus={*focus} {focused} {open} {jump} {choose} {zoom} />
            }
            if opened.is_empty() {
                { rows(&open_items, *shown, true) }
            } else {
                <section class="opened" aria-labelledby="geoeffnet" {onkeydown}>
                    <h2 id="geoeffnet" tabindex="-1">{ format::counted(opened.len() as u32, &words.items, context.lang()) }</h2>
                    <button type="button" onclick={close}>{ words.close }</button>
                    { rows(&open_items, *shown, false) }
                </section>
            }
            if open_items.len() > *shown { <button type="button" class="more" onclick={more}>{ words.more }</button> }
            { files(context, &reply, &open_items, view == TimeView::Chart) }
            if !listed.undated.is_empty() {
                <details class="undated" id="ohne-datum" ontoggle={unfold}>
                    <summary>{ format!("{} ({})", words.undated, format::number(listed.undated.len() as u32, context.lang())) }</summary>
                    { rows(&listed.undated, STEP, false) }
                </details>
            }
        </div>
    }
}

/// Equal if it is the same piece of memory.
struct Same<T>(Rc<T>);

impl<T> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
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

/// Width of the view; measured again when the window changes.
#[hook]
fn use_width(answered: &Answered<Timeline>) -> f64 {
    let width = use_state(|| WIDTH);
    let setter = width.setter();
    use_effect_with(answered.answer.is_loaded(), move |_| {
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
fn use_item(context: &AppContext, answered: &Answered<Timeline>) -> (Option<u32>, bool, Answered<Witnesses>, Callback<()>) {
    let wanted = context.address().time.item.clone();
    let summaries = context.state.summaries.ready();
    let (article, known) = candidates(answered.answer.get(), wanted.as_ref(), summaries.map_or(&[], |summaries| summaries));
    let is_loading = wanted.is_some() && (!answered.answer.is_loaded() || summaries.is_none());
    let numbers: Vec<u32> = known.iter().map(|(_, number)| *number).collect();
    let (told, again) = use_answer(context, (!numbers.is_empty()).then_some(Witnesses(numbers)));
    let (Some(article), Some(wanted)) = (article, wanted) else { return (None, is_loading, told, again) };
    let Some(passage) = wanted.passage else { return (known.first().map(|(at, _)| *at), is_loading, told, again) };
    let mut best: Option<(u32, u32)> = None;
    if let Some(all) = told.answer.get() {
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
    let is_looking = is_loading || at.is_none() && (told.waiting || !known.is_empty() && !told.answer.is_loaded());
    (at, is_looking, told, again)
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
