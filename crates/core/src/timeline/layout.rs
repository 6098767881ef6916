//! The marks: which items are drawn where, and which are drawn together. No drawing.

use super::lanes::Lane;
use super::scale::{Scale, middle};
use super::{Item, ItemKind};
use crate::order;

/// The marks of a layout cost no more nodes of a drawing than this, whatever the corpus.
pub const MOST_NODES: usize = 380;

/// Half the width of a point in pixels, with the room around it that a pointer needs.
const RADIUS: f64 = 12.0;
/// Half the width of the count that stands for several points: room for four digits, and for a finger.
pub const COUNT: f64 = 18.0;
/// Room beside the window for the numbers of what lies before and after it.
pub const EDGE: f64 = 56.0;
/// Points in a cell of this width share its rows, or become one mark.
const CELL: f64 = 2.0 * COUNT;
/// The same where a lane is drawn as a density: the least that a pointer hits.
const COLUMN: f64 = 24.0;
/// Rows that a density takes.
pub const COLUMN_ROWS: u32 = 3;
/// From so many counts on, if they are more than half of the marks, a lane is drawn as a density; also from fewer on where the whole
/// drawing is so full that its cells have grown.
const CROWDED: usize = 8;
/// Bars of a lane use at most so many rows.
const BAR_ROWS: u32 = 2;

/// How a mark is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shape {
    /// One day.
    Point,
    /// A week, month or year that the text names.
    Bar,
    /// Only a stretch in which it lies is known.
    Vague,
    /// Several points, as their number.
    Count,
    /// All points of a stretch, in front of a [`Density`].
    Column,
    /// All that lies before the window, as its number.
    Before,
    /// All that lies after it.
    After,
}

/// Two kinds of time, never mixed in one mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MarkKind {
    /// When it was reported.
    Report,
    /// When it happened, or will.
    Event,
}

/// One or several items, drawn as one.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Left end, within the drawing; for a point and a number the middle. What lies before the window has its number left of 0,
    /// what lies after it right of the width, in the middle of [`EDGE`].
    pub x0: f64,
    /// Right end; the same as `x0` for a point and a number.
    pub x1: f64,
    /// Row within its lane, from 0.
    pub row: u32,
    /// Its lane, by its place in the list.
    pub lane: u32,
    /// How it is drawn.
    pub shape: Shape,
    /// Report or event; of what lies outside the window, where both stand together, it says nothing.
    pub kind: MarkKind,
    /// Of a column, its height as a share of its rows, from 0 to 1; 1 for every other mark.
    pub share: f64,
    /// Pixels to the right of a point in which nothing stands in its row: room for its name. 0 for every other mark.
    pub room: f64,
    /// Places in the list of items, ascending.
    pub items: Vec<u32>,
}

impl Mark {
    /// Nodes that its drawing takes: the link, its ring and its sign, and a number, with its ground, or a name where there can be one.
    fn nodes(&self) -> usize {
        match self.shape {
            Shape::Column => 2,
            Shape::Bar | Shape::Vague if self.items.len() > 1 => 5,
            _ => 4,
        }
    }
}

/// How many points of a kind lie where in a lane that is drawn as a density.
#[derive(Clone, Debug, PartialEq)]
pub struct Density {
    /// Its lane, by its place in the list.
    pub lane: u32,
    /// The uppermost of its [`COLUMN_ROWS`] rows within the lane.
    pub row: u32,
    /// Report or event.
    pub kind: MarkKind,
    /// Left ends and heights of bars of the width [`GRAIN`], in order; heights as shares of the rows.
    pub bars: Vec<(f64, f64)>,
}

/// Width of a bar of a density.
pub const GRAIN: f64 = 6.0;

/// The rows of a lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LaneBox {
    /// Rows above it.
    pub top: u32,
    /// Its own rows, at least 1.
    pub rows: u32,
}

/// All marks of a window.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// By lane and place.
    pub marks: Vec<Mark>,
    /// Every lane, in order, also those without a mark in the window.
    pub lanes: Vec<LaneBox>,
    /// What is drawn below the columns, however wide those have to be.
    pub densities: Vec<Density>,
    /// Items that found no room because there are too many lanes.
    pub left_out: u32,
}

/// How an item is drawn by itself: a day as a point; a stretch as a bar where the text names it, vague where it does not.
pub fn shape(item: &Item) -> Shape {
    match item.days {
        Some((first, last)) if first == last => Shape::Point,
        _ if item.named => Shape::Bar,
        _ => Shape::Vague,
    }
}

/// Report or event.
pub fn kind(item: &Item) -> MarkKind {
    if item.kind == ItemKind::Report { MarkKind::Report } else { MarkKind::Event }
}

/// An item that is drawn.
struct Placed {
    item: u32,
    shape: Shape,
    x0: f64,
    x1: f64,
}

/// The items of a lane: what lies before the window and after it, and what is drawn, in groups: points of reports, bars of reports,
/// points of events, bars of events.
#[derive(Default)]
struct Sorted {
    before: Vec<u32>,
    after: Vec<u32>,
    groups: [Vec<Placed>; 4],
}

const GROUPS: [MarkKind; 4] = [MarkKind::Report, MarkKind::Report, MarkKind::Event, MarkKind::Event];

/// Lays out what `scale` shows of `items`, which are in order of their first day; up to `max_rows` points stand above one another,
/// more become one mark with their number, and where such marks crowd, the lane is drawn as a density.
///
/// The same input always gives the same marks. Where they would cost more than [`MOST_NODES`],
/// the cells in which items are drawn together grow until they do not.
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

/// The items of a lane by where they lie: before the window, after it, or in it, by shape and kind.
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

/// Takes marks from the end until the drawing has at most [`MOST_NODES`] nodes, and counts their items.
fn leave_out(out: &mut Layout) {
    let mut nodes: usize = out.marks.iter().map(Mark::nodes).sum();
    while nodes > MOST_NODES {
        let Some(mark) = out.marks.pop() else { break };
        nodes -= mark.nodes();
        out.left_out += mark.items.len() as u32;
    }
}

/// Measures the room for a label beside each point.
fn give_room(marks: &mut [Mark], width: f64) {
    for at in 0..marks.len() {
        let here = &marks[at];
        if here.shape == Shape::Point {
            let is_next = |other: &&Mark| (other.lane, other.row) == (here.lane, here.row) && other.shape != Shape::After;
            // Marks are in order of their place, so that the next of the row is the nearest.
            let next = marks[at + 1..].iter().find(is_next);
            let end = next.map_or(width, |next| if next.x0 == next.x1 { next.x0 - COUNT } else { next.x0 });
            marks[at].room = (end - here.x0 - RADIUS).max(0.0);
        }
    }
}

/// Counts the rows of each lane, and places the lanes one below the other.
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

/// The marks of a lane; `cell` is by how much its cells are wider than usual.
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

/// Points in order: stacked, counted, or, where the counts crowd, as a density.
fn points(group: &[Placed], cell: f64, rows: u32) -> Vec<Mark> {
    let stacked = stacked(group, cell * CELL, rows);
    let counts = stacked.iter().filter(|mark| mark.shape == Shape::Count).count();
    if (counts > CROWDED || cell > 1.0) && counts * 2 > stacked.len() { columns(group, cell * COLUMN) } else { stacked }
}

/// Each in the first row that is free, or all of a cell as their number where it has more than rows.
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
            // A count stands in the middle of its points and gives way to what reaches over from the cell before.
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

/// Columns side by side; the root of the number gives the height, so that a lone date is seen beside a crowd.
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

/// Bars in order: each in the first row that is free, or else joined to the one that ends first.
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

/// The mark that an arrow key leads to from the mark `at`: the next or former one of its lane by where it begins, the nearest one of the lanes
/// above and below, or the first or last one of its lane; `at` itself where there is none.
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

/// Where an arrow key goes.
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

/// How many items lie in a stretch of the overview.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bin {
    /// Left end in pixels.
    pub x: f64,
    /// Width in pixels.
    pub w: f64,
    /// Reports in it.
    pub reports: u32,
    /// Events in it.
    pub events: u32,
}

/// The strip that shows where in the whole range the window lies.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Context {
    /// Side by side, from the left.
    pub bins: Vec<Bin>,
    /// Items that lie before its beginning.
    pub before: u32,
    /// Items that lie behind its end.
    pub after: u32,
}

/// What `scale` ([`super::scale::Window::overview`]) shows, in so many bins; every dated item counts once, at its middle.
/// Without bins where none is asked for.
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
