//! The timeline's marks: which items are drawn where, and which are drawn together. No drawing.

use super::Day;
use super::scale::{Scale, middle, span};
use crate::order;
use crate::room::{ItemKind, TimelineItem};

/// No layout has more marks than this, whatever the corpus.
pub const MOST_MARKS: usize = 500;

/// Half the width of a point in pixels.
const RADIUS: f64 = 6.0;
/// Half the width of the count that stands for several points: room for four digits.
pub const COUNT: f64 = 18.0;
/// Points in a cell of this width share its rows, or become one mark.
const CELL: f64 = 2.0 * COUNT;
/// Bars of a lane use at most so many rows.
const BAR_ROWS: u32 = 2;

/// How a mark is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shape {
    /// One day, or several points drawn together.
    Point,
    /// A week, month or year.
    Bar,
    /// Only a stretch in which it lies is known.
    Vague,
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
    /// Left end, within the drawing; for a point its middle.
    pub x0: f64,
    /// Right end; the same as `x0` for a single point.
    pub x1: f64,
    /// Row within its lane, from 0.
    pub row: u32,
    /// Its lane.
    pub lane: u32,
    /// How it is drawn.
    pub shape: Shape,
    /// Report or event.
    pub kind: MarkKind,
    /// Places in the list of items, in its order; more than one is a cluster.
    pub items: Vec<u32>,
}

/// The rows of a lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LaneBox {
    /// The lane.
    pub lane: u32,
    /// Rows above it.
    pub top: u32,
    /// Its own rows, at least 1.
    pub rows: u32,
}

/// All marks of a window.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// By lane, row and place; at most [`MOST_MARKS`].
    pub marks: Vec<Mark>,
    /// Every lane of the list, in order, also those without a mark in the window.
    pub lanes: Vec<LaneBox>,
    /// Items that lie before the window.
    pub before: u32,
    /// Items that lie after it.
    pub after: u32,
    /// Items in the window whose lanes found no room because there are too many lanes.
    pub left_out: u32,
    /// Items that have no place in time.
    pub undated: Vec<u32>,
}

/// How an item is drawn: a day as a point; a stretch as a bar where its value names it, vague where it does not.
pub fn shape(item: &TimelineItem) -> Shape {
    match span(item) {
        Some((first, last)) if first == last => Shape::Point,
        _ if item.value.starts_with(|c: char| c.is_ascii_digit()) => Shape::Bar,
        _ => Shape::Vague,
    }
}

fn kind(item: &TimelineItem) -> MarkKind {
    if item.kind == ItemKind::Report { MarkKind::Report } else { MarkKind::Event }
}

/// An item that is drawn.
struct Placed {
    item: u32,
    lane: u32,
    kind: MarkKind,
    shape: Shape,
    x0: f64,
    x1: f64,
}

/// Lays out what `scale` shows. `lanes` has the lane of every item (items beyond its end are in lane 0);
/// up to `max_rows` points stand above one another, more become one mark with their count.
///
/// The same input always gives the same marks. Where there would be more than [`MOST_MARKS`],
/// the cells in which items are drawn together grow until there are not.
pub fn layout(items: &[TimelineItem], lanes: &[u32], scale: &Scale, max_rows: u32) -> Layout {
    let mut out = Layout::default();
    let mut placed = Vec::new();
    let mut names: Vec<u32> = Vec::new();
    for (at, item) in items.iter().enumerate() {
        let lane = lanes.get(at).copied().unwrap_or(0);
        names.push(lane);
        let Some((first, last)) = span(item) else {
            out.undated.push(at as u32);
            continue;
        };
        if last < scale.window.from {
            out.before += 1;
        } else if first > scale.window.to {
            out.after += 1;
        } else {
            let shape = shape(item);
            let (x0, x1) = match shape {
                Shape::Point => (scale.center(first), scale.center(first)),
                _ => (scale.x(first).max(0.0), scale.x(last.plus(1)).min(scale.width)),
            };
            placed.push(Placed { item: at as u32, lane, kind: kind(item), shape, x0, x1 });
        }
    }
    order::sort_by_key(&mut names, |name| *name);
    names.dedup();
    order::sort_by(&mut placed, |a, b| {
        (a.lane, a.kind, a.shape != Shape::Point)
            .cmp(&(b.lane, b.kind, b.shape != Shape::Point))
            .then(a.x0.total_cmp(&b.x0))
            .then(a.item.cmp(&b.item))
    });
    let (mut cell, mut rows) = (CELL, max_rows.max(1));
    loop {
        out.marks = marks(&placed, cell, rows);
        if out.marks.len() <= MOST_MARKS || cell >= scale.width && rows == 1 {
            break;
        }
        (cell, rows) = (cell * 2.0, 1);
    }
    while out.marks.len() > MOST_MARKS {
        out.left_out += out.marks.pop().map_or(0, |mark| mark.items.len() as u32);
    }
    let mut top = 0;
    for lane in names {
        let rows = out.marks.iter().filter(|mark| mark.lane == lane).map(|mark| mark.row + 1).max().unwrap_or(1);
        out.lanes.push(LaneBox { lane, top, rows });
        top += rows;
    }
    out
}

/// Marks of items that are sorted by lane, kind, whether they are points, and place.
fn marks(placed: &[Placed], cell: f64, rows: u32) -> Vec<Mark> {
    let mut out: Vec<Mark> = Vec::new();
    let mut lane = None;
    let mut top = 0;
    for group in placed.chunk_by(|a, b| (a.lane, a.kind, a.shape == Shape::Point) == (b.lane, b.kind, b.shape == Shape::Point)) {
        if lane != Some(group[0].lane) {
            (lane, top) = (Some(group[0].lane), 0);
        }
        let first = out.len();
        if group[0].shape == Shape::Point {
            points(group, cell, rows, &mut out);
        } else {
            bars(group, cell, rows.min(BAR_ROWS), &mut out);
        }
        let mut used = 0;
        for mark in &mut out[first..] {
            used = used.max(mark.row + 1);
            mark.row += top;
        }
        top += used;
        order::sort_by(&mut out[first..], |a, b| a.row.cmp(&b.row).then(a.x0.total_cmp(&b.x0)));
    }
    out
}

fn mark(one: &Placed, row: u32) -> Mark {
    Mark { x0: one.x0, x1: one.x1, row, lane: one.lane, shape: one.shape, kind: one.kind, items: vec![one.item] }
}

/// Points of one lane and kind: each in the first row that is free, or all of a cell as one mark where it has more than rows.
fn points(group: &[Placed], cell: f64, rows: u32, out: &mut Vec<Mark>) {
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
            // A cluster stands in the middle of its points and gives way to what reaches over from the cell before.
            out.truncate(first);
            ends = before;
            let mut cluster = mark(&crowd[0], 0);
            let middle = f64::midpoint(crowd[0].x0, crowd[crowd.len() - 1].x0).max(ends[0] + COUNT);
            (cluster.x0, cluster.x1) = (middle, middle);
            cluster.items = crowd.iter().map(|one| one.item).collect();
            order::sort_by_key(&mut cluster.items, |item| *item);
            ends[0] = cluster.x1 + COUNT;
            out.push(cluster);
        }
    }
}

/// Bars of one lane and kind: each in the first row that is free, or else joined to the one that ends first.
fn bars(group: &[Placed], cell: f64, rows: u32, out: &mut Vec<Mark>) {
    let first = out.len();
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
    // Once at the end: tens of thousands may have joined one bar.
    for mark in &mut out[first..] {
        order::sort_by_key(&mut mark.items, |item| *item);
    }
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

/// What `scale` ([`Window::overview`]) shows, in so many bins; every dated item counts once, at its middle.
/// Without bins where none is asked for.
pub fn context(items: &[TimelineItem], scale: &Scale, bins: u32) -> Context {
    let mut out = Context::default();
    if bins == 0 {
        return out;
    }
    let w = scale.width / f64::from(bins);
    out.bins = (0..bins).map(|at| Bin { x: f64::from(at) * w, w, reports: 0, events: 0 }).collect();
    for item in items {
        let Some((first, last)) = span(item) else { continue };
        let day: Day = middle(first, last);
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
