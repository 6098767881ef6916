//! What the timeline view loads, and its state.

use super::picture::{Ground, Listed, Picture, STEP, candidates, chosen, items_of, wanted, window_of};
use crate::components::{Frame, filter_ids};
use crate::hooks::{Answered, use_answer, use_cached};
use crate::platform;
use crate::state::{AppContext, Cached};
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use yew::prelude::*;
use zeitlupe_core::room::question::{Timeline, TimelineNames, Witnesses};
use zeitlupe_core::timeline::Item;
use zeitlupe_core::timeline::lanes::MOST_LANES;
use zeitlupe_core::timeline::scale::{Scale, Window};
use zeitlupe_words::address::{Lanes, TimeView};

/// The width of the drawing before it has been measured.
const WIDTH: f64 = 1000.0;

/// The items, and what is independent of the window.
pub(super) struct Loaded {
    pub(super) items: Answered<Timeline>,
    pub(super) items_again: Callback<()>,
    /// The names with a lane, if lanes are names.
    pub(super) named: Answered<TimelineNames>,
    pub(super) named_again: Callback<()>,
    /// What is needed beside them.
    pub(super) needed: &'static [Cached],
    /// The width of the view.
    pub(super) width: f64,
    pub(super) ground: Rc<Ground>,
}

/// Loads the items of the timeline in the address.
#[hook]
pub(super) fn use_items(context: &AppContext) -> Loaded {
    let address = context.address();
    let by_name = address.time.lanes == Lanes::Name;
    use_cached(context, Cached::Summaries, true);
    let needs_names = !address.filter.with.is_empty() || by_name;
    use_cached(context, Cached::Entities, needs_names);
    let needed: &'static [Cached] = if needs_names { &[Cached::Summaries, Cached::Entities] } else { &[Cached::Summaries] };
    let is_known = address.filter.with.is_empty() || context.state.entities.ready().is_some();
    let (items, items_again) = use_answer(context, is_known.then(|| Timeline(filter_ids(context))));
    let most = MOST_LANES as u32;
    let (named, named_again) =
        use_answer(context, (by_name && context.state.has(Cached::Entities)).then(|| TimelineNames { with: filter_ids(context), most }));
    let width = use_width(&items);
    let ground = {
        let summaries = context.state.summaries.ready().cloned();
        let deps = (items.answer.clone(), named.answer.clone(), summaries, address.time.lanes, address.lang);
        let context = context.clone();
        use_memo(deps, move |(items, named, _, by, _)| Ground::new(&context, items.get(), *by, named.get()))
    };
    Loaded { items, items_again, named, named_again, needed, width, ground }
}

/// The visible period, and what is drawn and listed of it.
pub(super) struct Visible {
    /// The chosen period.
    pub(super) chosen: Option<Window>,
    /// The drawn period.
    pub(super) window: Window,
    pub(super) frame: Frame,
    pub(super) scale: Scale,
    pub(super) picture: Rc<Picture>,
    pub(super) listed: Rc<Listed>,
    /// Whether the list is already that of this period.
    pub(super) is_settled: bool,
    /// Drawing, list or table.
    pub(super) view: TimeView,
}

/// What is visible; `here` is the item in the address.
#[hook]
pub(super) fn use_visible(context: &AppContext, loaded: &Loaded, here: Option<Item>) -> Visible {
    let (answer, ground) = (&loaded.items.answer, &loaded.ground);
    let chosen = chosen(&context.address().filter.period, ground.ranges.whole);
    let window = window_of(context.address(), chosen, here, &ground.ranges);
    let frame = Frame { width: loaded.width };
    let scale = Scale::new(window, frame.scale());
    let picture = use_memo((answer.clone(), ByPointer(ground.clone()), scale), |(answer, ground, scale)| {
        Picture::new(items_of(answer), &ground.0, scale)
    });
    // The list waits until the window stops moving, so that the drawing moves smoothly.
    let stretch = use_settled(chosen.unwrap_or(window), answer.is_loaded());
    let listed = use_memo((answer.clone(), stretch), |(answer, stretch)| {
        stretch.map(|stretch| Listed::of(items_of(answer), stretch)).unwrap_or_default()
    });
    let view = context.address().time.view.unwrap_or_else(|| if platform::is_narrow() { TimeView::List } else { TimeView::Chart });
    let is_settled = stretch == Some(chosen.unwrap_or(window));
    Visible { chosen, window, frame, scale, picture, listed, is_settled, view }
}

/// What the reader has opened.
pub(super) struct Opened {
    /// The indices of the open mark's items; empty if none is open.
    pub(super) items: UseStateHandle<Vec<u32>>,
    /// The most items that are listed.
    pub(super) shown: UseStateHandle<usize>,
    /// Whether undated items are expanded.
    pub(super) undated: UseStateHandle<bool>,
}

/// What is open: another window, period or kind of lanes closes the mark; an opened mark is focused.
#[hook]
pub(super) fn use_opened(context: &AppContext) -> Opened {
    let items = use_state(Vec::<u32>::new);
    let shown = use_state(|| STEP);
    let undated = use_state(|| false);
    {
        let (items, address) = (items.setter(), context.address());
        use_effect_with((address.filter.period, address.time.window, address.time.lanes), move |_| items.set(Vec::new()));
    }
    use_effect_with((*items).clone(), |items| {
        if !items.is_empty() {
            platform::focus("#geoeffnet");
        }
    });
    Opened { items, shown, undated }
}

/// The texts of the shown items.
pub(super) struct Reports {
    pub(super) answered: Answered<Witnesses>,
    pub(super) again: Callback<()>,
    /// Whether they belong to the items shown now, and not to those of the previous question.
    pub(super) is_current: bool,
}

/// Loads the texts of the `listed` items, of the item in the address (`here`), and in a small timeline of the marks.
#[hook]
pub(super) fn use_reports(
    context: &AppContext,
    loaded: &Loaded,
    visible: &Visible,
    opened: &Opened,
    listed: &Rc<Vec<u32>>,
    here: Option<u32>,
) -> Reports {
    let wanted = {
        let (shown, undated) = (*opened.shown, *opened.undated);
        let deps =
            (loaded.items.answer.clone(), ByPointer(visible.listed.clone()), ByPointer(listed.clone()), shown, undated, here, visible.view);
        let picture = visible.picture.clone();
        use_memo(deps, move |(answer, listed, open, shown, undated, here, view)| {
            let is_drawn = *view == TimeView::Chart;
            wanted(items_of(answer), is_drawn.then_some(&picture), &listed.0, &open.0[..open.0.len().min(*shown)], *here, *undated)
        })
    };
    let (answered, again) = use_answer(context, (!wanted.is_empty()).then(|| Witnesses(wanted.to_vec())));
    let is_current = answered.answer.get().map_or(wanted.is_empty(), |all| all.iter().map(|(number, _)| number).eq(wanted.iter()));
    Reports { answered, again, is_current }
}

/// Compares by pointer.
struct ByPointer<T>(Rc<T>);

impl<T> PartialEq for ByPointer<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// How long a window must not move before its items are listed, in milliseconds.
const PAUSE: u32 = 120;

/// The period when it last stopped moving; the first one at once.
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

/// The width of the view, measured again when the browser window changes.
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

/// The index of the item in the address, found by the texts of all items of its article; and whether that is still loading, with the
/// question.
#[hook]
pub(super) fn use_item(context: &AppContext, answered: &Answered<Timeline>) -> (Option<u32>, bool, Answered<Witnesses>, Callback<()>) {
    let wanted = context.address().time.item.clone();
    let summaries = context.state.summaries.ready();
    let (article, known) = candidates(answered.answer.get(), wanted.as_ref(), summaries.map_or(&[], |summaries| summaries));
    let is_loading = wanted.is_some() && (!answered.answer.is_loaded() || summaries.is_none());
    let numbers: Vec<u32> = known.iter().map(|(_, number)| *number).collect();
    let (found, again) = use_answer(context, (!numbers.is_empty()).then_some(Witnesses(numbers)));
    let (Some(article), Some(wanted)) = (article, wanted) else { return (None, is_loading, found, again) };
    let Some(passage) = wanted.passage else { return (known.first().map(|(at, _)| *at), is_loading, found, again) };
    let mut best: Option<(u32, u32)> = None;
    if let Some(all) = found.answer.get() {
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
    let is_looking = is_loading || at.is_none() && (found.waiting || !known.is_empty() && !found.answer.is_loaded());
    (at, is_looking, found, again)
}

/// Scrolls the row of the item in the address into view, once rendered.
#[hook]
pub(super) fn use_shown(number: Option<u32>, loaded: bool) {
    use_effect_with((number, loaded), |(number, loaded)| {
        if let Some(number) = number.filter(|_| *loaded) {
            platform::reveal(&format!("#eintrag-{number}"));
        }
    });
}
