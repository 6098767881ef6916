//! What the timeline shows, computed from its items and the address, without DOM.

use crate::hooks::AnswerTo;
use crate::state::AppContext;
use std::rc::Rc;
use zeitlupe_core::article::ArticleId;
use zeitlupe_core::day::Day;
use zeitlupe_core::entity::EntityId;
use zeitlupe_core::order;
use zeitlupe_core::room::{Period, question};
use zeitlupe_core::timeline::lanes::{Lane, by_article, by_kind};
use zeitlupe_core::timeline::layout::{Context, Layout, MarkKind, Shape, context, kind, layout};
use zeitlupe_core::timeline::scale::{Scale, Window};
use zeitlupe_core::timeline::{Item, Timeline};
use zeitlupe_core::view::Summary;
use zeitlupe_words::address::{Address, ItemName, Lanes};
use zeitlupe_words::format;

/// Items listed at first, and how many more each time.
pub(super) const STEP: usize = 100;
/// The most rows of points in a lane before they are shown as a number.
const MAX_ROWS: u32 = 5;
/// The number of bars in the strip.
const BINS: u32 = 120;
/// Up to this many items, the texts of all drawn items are loaded.
const SMALL_TIMELINE: usize = 2000;

/// The most frequent names, each with the numbers of its items.
type ItemsOfNames = Vec<(EntityId, Vec<u32>)>;

/// What is independent of the window.
pub(super) struct Ground {
    pub(super) ranges: Ranges,
    pub(super) lanes: Vec<Lane>,
    pub(super) names: Rc<Vec<String>>,
}

impl Ground {
    pub(super) fn new(context: &AppContext, timeline: Option<&Timeline>, by: Lanes, named: Option<&ItemsOfNames>) -> Self {
        let (lanes, names) = lanes(context, timeline, by, named);
        Self { ranges: Ranges::of(timeline.map_or(&[], |timeline| &timeline.items)), lanes, names: Rc::new(names) }
    }
}

/// What one window shows.
pub(super) struct Picture {
    pub(super) layout: Rc<Layout>,
    pub(super) strip: Rc<Context>,
}

impl Picture {
    pub(super) fn new(items: &[Item], ground: &Ground, scale: &Scale) -> Self {
        let strip = context(items, &Scale::new(ground.ranges.overview, scale.width), BINS);
        Self { layout: Rc::new(layout(items, &ground.lanes, scale, MAX_ROWS)), strip: Rc::new(strip) }
    }
}

/// The numbers of the items whose texts are shown: the listed ones; in a small timeline also those of the marks.
pub(super) fn wanted(
    items: &[Item],
    picture: Option<&Rc<Picture>>,
    listed: &Listed,
    open: &[u32],
    here: Option<u32>,
    unfolded: bool,
) -> Vec<u32> {
    let is_small = items.len() <= SMALL_TIMELINE;
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

pub(super) fn items_of(answer: &AnswerTo<question::Timeline>) -> &[Item] {
    answer.get().map_or(&[], |timeline| &timeline.items)
}

/// The article of an item name and its items, each with index and number; for a report only that one.
pub(super) fn candidates(
    timeline: Option<&Timeline>,
    wanted: Option<&ItemName>,
    summaries: &[Summary],
) -> (Option<ArticleId>, Vec<(u32, u32)>) {
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

/// The named periods of the view.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Ranges {
    /// Everything.
    pub(super) whole: Window,
    /// The period of the overview strip.
    pub(super) overview: Window,
    /// The initial period.
    pub(super) busiest: Window,
}

impl Ranges {
    /// The periods of these items; a single day if none is dated.
    pub(super) fn of(items: &[Item]) -> Self {
        let whole = Window::fit(items).unwrap_or(Window { from: Day(0), to: Day(0) });
        Self { whole, overview: Window::overview(items).unwrap_or(whole), busiest: Window::busiest(items).unwrap_or(whole) }
    }
}

/// The listed items.
#[derive(Default)]
pub(super) struct Listed {
    /// The items in the period; those that began before it come last, so that a list does not begin with centuries.
    pub(super) inside: Rc<Vec<u32>>,
    /// The number of reports among them.
    pub(super) reports: u32,
    /// The undated items.
    pub(super) undated: Rc<Vec<u32>>,
}

impl Listed {
    pub(super) fn of(items: &[Item], stretch: Window) -> Self {
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

/// The chosen period; an open end is that of `whole`.
pub(super) fn chosen(period: &Period, whole: Window) -> Option<Window> {
    (!period.is_open()).then(|| Window::new(period.from.unwrap_or(whole.from), period.to.unwrap_or(whole.to)))
}

/// The drawn period: that of the address, or around its item, or the chosen one, or at first the busiest period, so that distant dates
/// do not squeeze the rest.
pub(super) fn window_of(address: &Address, chosen: Option<Window>, here: Option<Item>, ranges: &Ranges) -> Window {
    let around = here.and_then(|item| item.days).map(|(from, to)| Window::new(from, to));
    address
        .time
        .window
        .or(around.map(|item| if ranges.busiest.contains(item.middle()) { ranges.busiest } else { ranges.busiest.around(item.middle()) }))
        .unwrap_or_else(|| {
            // A margin, so that the handles can be grabbed.
            chosen.map_or(ranges.busiest, |chosen| {
                let margin = (chosen.days() / 8).max(1) as i32;
                Window { from: chosen.from.plus(-margin), to: chosen.to.plus(margin) }
            })
        })
}

/// The lanes, and their names.
pub(super) fn lanes(
    context: &AppContext,
    timeline: Option<&Timeline>,
    by: Lanes,
    named: Option<&ItemsOfNames>,
) -> (Vec<Lane>, Vec<String>) {
    let words = context.words();
    let Some(timeline) = timeline else { return Default::default() };
    let summaries: &[Summary] = context.state.summaries.ready().map_or(&[], |summaries| summaries);
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
        Lanes::Name => {
            let place = |number: &u32| timeline.items.binary_search_by_key(number, |item| item.number).ok().map(|at| at as u32);
            let lane = |(id, numbers): &(EntityId, Vec<u32>)| Lane { key: Some(id.0), items: numbers.iter().filter_map(place).collect() };
            named.map(|named| named.iter().map(lane).collect()).unwrap_or_default()
        }
    };
    let name = |lane: &Lane| match (by, lane.key) {
        (_, None) => words.timeline.lanes_rest.to_owned(),
        (Lanes::Kind, Some(key)) => [words.timeline.reports, words.timeline.events][key as usize % 2].to_owned(),
        (Lanes::Article, Some(key)) => summaries.get(key as usize).map(|summary| summary.label.clone()).unwrap_or_default(),
        (Lanes::Source, Some(key)) => sources.get(key as usize).cloned().unwrap_or_default(),
        (Lanes::Name, Some(key)) => context.name_of(EntityId(key)).map(|name| name.name).unwrap_or_default(),
    };
    let names = lanes.iter().map(name).collect();
    (lanes, names)
}
