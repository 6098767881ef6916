//! The layout of the marks: which items are drawn where, and which are merged. No drawing.

use super::lanes::Lane;
use super::scale::{Scale, middle};
use super::{Item, ItemKind};
use crate::order;

/// Most SVG nodes of all marks of a layout, whatever the corpus.
pub const MOST_NODES: usize = 380;

/// Half the width of a point in pixels, including the room that a pointer needs.
const RADIUS: f64 = 12.0;
/// Half the width in pixels of the count that replaces several points: four digits, and large enough to touch.
pub const COUNT: f64 = 18.0;
/// Pixels on either side of the window, for the counts of the items before and after it.
pub const EDGE: f64 = 56.0;
/// Width in pixels of a cell, in which points are stacked or merged.
const CELL: f64 = 2.0 * COUNT;
/// The same in a lane that is drawn as a density: the smallest target for a pointer.
const COLUMN: f64 = 24.0;
/// Height of a density in rows.
pub const COLUMN_ROWS: u32 = 3;
/// Fewest counts with which a lane is drawn as a density, if they are more than half of its marks. Fewer are enough if cells have been widened.
const CROWDED: usize = 8;
/// Most rows of the bars of a lane.
const BAR_ROWS: u32 = 2;

/// How a mark is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shape {
    /// One day.
    Point,
    /// A week, month or year, as named in the text.
    Bar,
    /// Somewhere in a period.
    Vague,
    /// The count of several points.
    Count,
    /// All points of a period, in front of a [`Density`].
    Column,
    /// The count of the items before the window.
    Before,
    /// The count of the items after the window.
    After,
}

/// Whether a mark shows publications or events; no mark within the window shows both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MarkKind {
    /// Publications.
    Report,
    /// Events.
    Event,
}

/// One or several items, drawn as one mark.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Left end in pixels; for a point or a count its centre. The counts of the items before and after the window are in the middle of [`EDGE`],
    /// left of 0 and right of the width.
    pub x0: f64,
    /// Right end; equal to `x0` for a point or a count.
    pub x1: f64,
    /// Row within its lane, from 0.
    pub row: u32,
    /// Index of its lane.
    pub lane: u32,
    /// How it is drawn.
    pub shape: Shape,
    /// Publications or events; meaningless for marks outside of the window, which count both.
    pub kind: MarkKind,
    /// Height of a column as a fraction of its rows, from 0 to 1; 1 for every other mark.
    pub share: f64,
    /// Free pixels to the right of a point in its row, for a label; 0 for every other mark.
    pub room: f64,
    /// Indices into the list of items, ascending.
    pub items: Vec<u32>,
}

impl Mark {
    /// Number of SVG nodes: link, ring and symbol, and a count with its background or a label.
    fn nodes(&self) -> usize {
        match self.shape {
            Shape::Column => 2,
            Shape::Bar | Shape::Vague if self.items.len() > 1 => 5,
            _ => 4,
        }
    }
}

/// How many points are where, in a lane drawn as a density.
#[derive(Clone, Debug, PartialEq)]
pub struct Density {
    /// Its lane, by its place in the list.
    pub lane: u32,
    /// The first of its [`COLUMN_ROWS`] rows within the lane.
    pub row: u32,
    /// Report or event.
    pub kind: MarkKind,
    /// Bars of the width [`GRAIN`], in order: left end in pixels, height as a fraction of the rows.
    pub bars: Vec<(f64, f64)>,
}

/// Width of a bar of a density in pixels.
pub const GRAIN: f64 = 6.0;

/// The rows of a lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LaneBox {
    /// Number of rows above it.
    pub top: u32,
    /// Number of its own rows, at least 1.
    pub rows: u32,
}

/// All marks of a window.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// Sorted by lane and position.
    pub marks: Vec<Mark>,
    /// All lanes in order, including those without a mark in the window.
    pub lanes: Vec<LaneBox>,
    /// Drawn behind the columns, at a fixed resolution.
    pub densities: Vec<Density>,
    /// Number of items without room, if there are too many lanes.
    pub left_out: u32,
}

/// How a single item is drawn: a day as a point, a named period as a bar, any other period as vague.
pub fn shape(item: &Item) -> Shape {
    match item.days {
        Some((first, last)) if first == last => Shape::Point,
        _ if item.named => Shape::Bar,
        _ => Shape::Vague,
    }
}

/// Whether an item is a publication or an event.
pub fn kind(item: &Item) -> MarkKind {
    if item.kind == ItemKind::Report { MarkKind::Report } else { MarkKind::Event }
}

/// An item with its position.
struct Placed {
    item: u32,
    shape: Shape,
    x0: f64,
    x1: f64,
}

/// The items of a lane before, after and within the window; those within in four groups: points of reports, bars of reports, points of events,
/// bars of events.
#[derive(Default)]
struct Sorted {
    before: Vec<u32>,
    after: Vec<u32>,
    groups: [Vec<Placed>; 4],
}

const GROUPS: [MarkKind; 4] = [MarkKind::Report, MarkKind::Report, MarkKind::Event, MarkKind::Event];

/// Lays out the part of `items` that `scale` shows; `items` are in order of their first day. Up to `max_rows` points are stacked, more become
/// one mark with their count, and a lane with many such marks is drawn as a density.
///
/// The same input always gives the same marks. If they had more than [`MOST_NODES`] nodes, cells are widened until they do not.
pub fn layout(items: &[Item], lanes: &[Lane], scale: &Scale, max_rows: u32) -> Layout {
    let sorted: Vec<Sorted> = lanes.iter().map(|lane| sorted(items, lane, scale)).collect();
    let mut out = Layout { lanes: lanes.iter().map(|_| LaneBox { top: 0, rows: 1 }).collect(), ..Layout::default() };
    let (mut cell, mut rows) = (1.0, max_rows.max(1));
    loop {
        out.densities.clear();
        out.marks =
            (0..).zip(&sorted).flat_map(|(lane, sorted)| marks(lane, sorted, scale.width, cell, rows, &mut out.densities)).collect();
        if out.marks.iter().map(Mark::nodes).sum::<usize>() <= MOST_NODES || cell * COLUMN >= scale.width && rows == 1 {
            break;
        }
        (cell, rows) = (cell * 2.0, 1);
    }
    leave_out(&mut out);
    give_room(&mut out.marks, scale.width);
    stack(&mut out);
    out
}

/// Sorts the items of a lane: before the window, after it, or within it by kind and shape.
fn sorted(items: &[Item], lane: &Lane, scale: &Scale) -> Sorted {
    let mut groups = Sorted::default();
    for &at in &lane.items {
        let Some((first, last)) = items[at as usize].days else { continue };
        if last < scale.window.from {
            groups.before.push(at);
            continue;
        }
        if first > scale.window.to {
            groups.after.push(at);
            continue;
        }
        let (item, shape) = (&items[at as usize], shape(&items[at as usize]));
        let (x0, x1) = match shape {
            Shape::Point => (scale.center(first), scale.center(first)),
            _ => (scale.x(first).max(0.0), scale.x(last.plus(1)).min(scale.width)),
        };
        let group = usize::from(shape != Shape::Point) + if kind(item) == MarkKind::Event { 2 } else { 0 };
        groups.groups[group].push(Placed { item: at, shape, x0, x1 });
    }
    groups
}

/// Removes marks from the end until the drawing has at most [`MOST_NODES`] nodes, and counts their items.
fn leave_out(out: &mut Layout) {
    let mut nodes: usize = out.marks.iter().map(Mark::nodes).sum();
    while nodes > MOST_NODES {
        let Some(mark) = out.marks.pop() else { break };
        nodes -= mark.nodes();
        out.left_out += mark.items.len() as u32;
    }
}

/// Sets the room for a label at each point.
fn give_room(marks: &mut [Mark], width: f64) {
    for at in 0..marks.len() {
        let here = &marks[at];
        if here.shape == Shape::Point {
            let is_next = |other: &&Mark| (other.lane, other.row) == (here.lane, here.row) && other.shape != Shape::After;
            // Marks are in order, so the next one in the row is the nearest.
            let next = marks[at + 1..].iter().find(is_next);
            let end = next.map_or(width, |next| if next.x0 == next.x1 { next.x0 - COUNT } else { next.x0 });
            marks[at].room = (end - here.x0 - RADIUS).max(0.0);
        }
    }
}

/// Counts the rows of each lane and stacks the lanes.
fn stack(out: &mut Layout) {
    for mark in &out.marks {
        let rows = mark.row + if mark.shape == Shape::Column { COLUMN_ROWS } else { 1 };
        let lane = &mut out.lanes[mark.lane as usize];
        lane.rows = lane.rows.max(rows);
    }
    let mut top = 0;
    for lane in &mut out.lanes {
        lane.top = top;
        top += lane.rows;
    }
}

/// The marks of a lane; `cell` is the factor by which cells are widened.
fn marks(lane: u32, sorted: &Sorted, width: f64, cell: f64, rows: u32, densities: &mut Vec<Density>) -> Vec<Mark> {
    let mut out: Vec<Mark> = Vec::new();
    let mut top = 0;
    for (n, (group, kind)) in sorted.groups.iter().zip(GROUPS).enumerate() {
        let mut drawn = if n % 2 == 0 { points(group, cell, rows) } else { bars(group, cell * CELL, rows.min(BAR_ROWS)) };
        if drawn.first().is_some_and(|mark| mark.shape == Shape::Column) {
            let bars = columns(group, GRAIN).into_iter().map(|mark| (mark.x0, mark.share)).collect();
            densities.push(Density { lane, row: top, kind, bars });
        }
        let mut used = 0;
        for mark in &mut drawn {
            used = used.max(mark.row + if mark.shape == Shape::Column { COLUMN_ROWS } else { 1 });
            (mark.lane, mark.kind, mark.row) = (lane, kind, mark.row + top);
        }
        top += used;
        out.append(&mut drawn);
    }
    let edges = [(Shape::Before, -EDGE / 2.0, &sorted.before), (Shape::After, width + EDGE / 2.0, &sorted.after)];
    for (shape, x, items) in edges.into_iter().filter(|(.., items)| !items.is_empty()) {
        let kind = MarkKind::Event;
        out.push(Mark { x0: x, x1: x, row: 0, lane, shape, kind, share: 1.0, room: 0.0, items: items.clone() });
    }
    order::sort_by(&mut out, |a, b| a.x0.total_cmp(&b.x0).then(a.row.cmp(&b.row)));
    out
}

fn mark(one: &Placed, row: u32) -> Mark {
    let kind = MarkKind::Event;
    Mark { x0: one.x0, x1: one.x1, row, lane: 0, shape: one.shape, kind, share: 1.0, room: 0.0, items: vec![one.item] }
}

/// Points in order: stacked, counted, or as a density if there are many counts.
fn points(group: &[Placed], cell: f64, rows: u32) -> Vec<Mark> {
    let stacked = stacked(group, cell * CELL, rows);
    let counts = stacked.iter().filter(|mark| mark.shape == Shape::Count).count();
    if (counts > CROWDED || cell > 1.0) && counts * 2 > stacked.len() { columns(group, cell * COLUMN) } else { stacked }
}

/// Each point in the first free row, or all points of a cell as a count if it has more points than rows.
fn stacked(group: &[Placed], cell: f64, rows: u32) -> Vec<Mark> {
    let mut out: Vec<Mark> = Vec::new();
    let mut ends = vec![f64::NEG_INFINITY; rows as usize];
    let number = |one: &Placed| (one.x0 / cell).floor();
    for crowd in group.chunk_by(|a, b| number(a) == number(b)) {
        let first = out.len();
        let before = ends.clone();
        let mut fits = crowd.len() <= rows as usize;
        for one in crowd.iter().take(rows as usize) {
            match ends.iter().position(|end| *end <= one.x0 - RADIUS) {
                Some(row) => {
                    ends[row] = one.x0 + RADIUS;
                    out.push(mark(one, row as u32));
                }
                None => fits = false,
            }
        }
        if !fits {
            // A count is in the middle of its points, but does not overlap what extends from the cell before.
            out.truncate(first);
            ends = before;
            let middle = f64::midpoint(crowd[0].x0, crowd[crowd.len() - 1].x0).max(ends[0] + COUNT);
            let items = crowd.iter().map(|one| one.item).collect();
            out.push(Mark { x0: middle, x1: middle, shape: Shape::Count, items, ..mark(&crowd[0], 0) });
            ends[0] = middle + COUNT;
        }
    }
    out
}

/// Adjacent columns; their height is proportional to the square root of the count, so that single dates stay visible.
fn columns(group: &[Placed], cell: f64) -> Vec<Mark> {
    let number = |one: &Placed| (one.x0 / cell).floor();
    let crowds = || group.chunk_by(|a, b| number(a) == number(b));
    let most = crowds().map(<[Placed]>::len).max().unwrap_or(1) as f64;
    let column = |crowd: &[Placed]| {
        let (x0, share) = (number(&crowd[0]) * cell, (crowd.len() as f64 / most).sqrt());
        let items = crowd.iter().map(|one| one.item).collect();
        Mark { x0, x1: x0 + cell, shape: Shape::Column, share, items, ..mark(&crowd[0], 0) }
    };
    crowds().map(column).collect()
}

/// Bars in order: each in the first free row, else merged with the one that ends first.
fn bars(group: &[Placed], cell: f64, rows: u32) -> Vec<Mark> {
    let mut out: Vec<Mark> = Vec::new();
    let mut last: Vec<usize> = Vec::new();
    let end = |mark: &Mark| mark.x1.max(mark.x0 + cell / 2.0);
    for one in group {
        if let Some(row) = last.iter().position(|&at| end(&out[at]) <= one.x0) {
            last[row] = out.len();
            out.push(mark(one, row as u32));
        } else if last.len() < rows as usize {
            last.push(out.len());
            out.push(mark(one, last.len() as u32 - 1));
        } else if let Some(&at) = last.iter().min_by(|&&a, &&b| out[a].x1.total_cmp(&out[b].x1).then(a.cmp(&b))) {
            let joined = &mut out[at];
            joined.x1 = joined.x1.max(one.x1);
            joined.shape = joined.shape.max(one.shape);
            joined.items.push(one.item);
        }
    }
    out
}

/// The mark that a key leads to from mark `at`: the next or previous one of its lane, the nearest one in the lane above or below, or the first
/// or last one of its lane; `at` itself if there is none.
pub fn neighbour(marks: &[Mark], at: usize, step: Step) -> usize {
    let Some(here) = marks.get(at) else { return 0 };
    let place = |mark: &Mark| f64::midpoint(mark.x0, mark.x1);
    let of_lane = |lane: u32| (0..marks.len()).filter(move |&n| marks[n].lane == lane);
    let before = |a: usize, b: usize| marks[a].x0.total_cmp(&marks[b].x0).then(a.cmp(&b)).is_lt();
    let first = |found: Option<usize>, n: usize| Some(found.filter(|&best| !before(n, best)).unwrap_or(n));
    let last = |found: Option<usize>, n: usize| Some(found.filter(|&best| before(n, best)).unwrap_or(n));
    let found = match step {
        Step::Next => of_lane(here.lane).filter(|&n| before(at, n)).fold(None, first),
        Step::Former => of_lane(here.lane).filter(|&n| before(n, at)).fold(None, last),
        Step::First => of_lane(here.lane).fold(None, first),
        Step::Last => of_lane(here.lane).fold(None, last),
        Step::Up | Step::Down => {
            let lanes = marks.iter().map(|mark| mark.lane);
            let lane =
                if step == Step::Up { lanes.filter(|lane| *lane < here.lane).max() } else { lanes.filter(|lane| *lane > here.lane).min() };
            let distance = |n: &usize| (place(&marks[*n]) - place(here)).abs();
            lane.and_then(|lane| of_lane(lane).min_by(|a, b| distance(a).total_cmp(&distance(b))))
        }
    };
    found.unwrap_or(at)
}

/// The direction of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Later in the lane.
    Next,
    /// Earlier in the lane.
    Former,
    /// To the first mark of the lane.
    First,
    /// To the last one.
    Last,
    /// To the lane above.
    Up,
    /// To the lane below.
    Down,
}

/// Number of items in one bin of the overview.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bin {
    /// Left end in pixels.
    pub x: f64,
    /// Width in pixels.
    pub w: f64,
    /// Number of publications.
    pub reports: u32,
    /// Number of events.
    pub events: u32,
}

/// The overview strip, which shows the position of the window in the whole range.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Context {
    /// Adjacent bins, from the left.
    pub bins: Vec<Bin>,
    /// Number of items before its beginning.
    pub before: u32,
    /// Number of items after its end.
    pub after: u32,
}

/// Counts the dated items that `scale` (of [`super::scale::Window::overview`]) shows in this number of bins, each once, at its middle.
pub fn context(items: &[Item], scale: &Scale, bins: u32) -> Context {
    let mut out = Context::default();
    if bins == 0 {
        return out;
    }
    let w = scale.width / f64::from(bins);
    out.bins = (0..bins).map(|at| Bin { x: f64::from(at) * w, w, reports: 0, events: 0 }).collect();
    for item in items {
        let Some((first, last)) = item.days else { continue };
        let day = middle(first, last);
        if !scale.window.contains(day) {
            *(if day < scale.window.from { &mut out.before } else { &mut out.after }) += 1;
            continue;
        }
        let at = ((scale.center(day) / w) as usize).min(out.bins.len() - 1);
        match kind(item) {
            MarkKind::Report => out.bins[at].reports += 1,
            MarkKind::Event => out.bins[at].events += 1,
        }
    }
    out
}
