//! The axis: which days are shown, their positions, and their labels. No drawing.

use super::Item;
use crate::day::Day;
use crate::order;

/// The zoom steps, the closest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Zoom {
    /// Seven days.
    Week,
    /// 31 days.
    Month,
    /// 92 days.
    Quarter,
    /// 366 days.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
    /// Everything.
    All,
}

impl Zoom {
    /// All steps, the closest first.
    pub const ALL: [Zoom; 7] = [Self::Week, Self::Month, Self::Quarter, Self::Year, Self::Decade, Self::Century, Self::All];

    /// Number of days in a window of this step; `None` for [`Zoom::All`].
    pub fn days(self) -> Option<u32> {
        match self {
            Self::Week => Some(7),
            Self::Month => Some(31),
            Self::Quarter => Some(92),
            Self::Year => Some(366),
            Self::Decade => Some(3653),
            Self::Century => Some(36_525),
            Self::All => None,
        }
    }
}

/// A period, both ends included; `from` is never after `to`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// First day.
    pub from: Day,
    /// Last day.
    pub to: Day,
}

impl Window {
    /// From the earlier of two days to the later one.
    pub fn new(a: Day, b: Day) -> Self {
        Self { from: a.min(b), to: a.max(b) }
    }

    /// Its middle day.
    pub fn middle(self) -> Day {
        middle(self.from, self.to)
    }

    /// A window of the same length with this day in the middle.
    pub fn around(self, day: Day) -> Self {
        let from = day.plus(-((self.days() / 2) as i32));
        Self { from, to: from.plus(i32::try_from(self.days() - 1).unwrap_or(i32::MAX)) }
    }

    /// The whole range: all dated items with a margin of a fiftieth, at least a day; `None` without dated items.
    pub fn fit(items: &[Item]) -> Option<Self> {
        let spans = items.iter().filter_map(|item| item.days);
        let (from, to) = spans.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))?;
        Some(Self { from, to }.padded())
    }

    /// The range of the overview strip: the whole one, unless a few remote dates (a comet, an ice age) would squeeze all others into a hairline.
    /// Then it leaves out a hundredth of the dates at either end, and adds a margin of a quarter.
    pub fn overview(items: &[Item]) -> Option<Self> {
        /// How many times longer the whole range must be.
        const FAR: u32 = 100;
        let whole = Self::fit(items)?;
        let days = middles(items, false);
        let cut = (days.len() / 100).max(1);
        let ends = days.get(cut).zip(days.len().checked_sub(cut + 1).and_then(|at| days.get(at)));
        let core = ends.map(|(from, to)| Self::new(*from, *to));
        let Some(core) = core.filter(|core| whole.days() / FAR >= core.days().max(366)) else { return Some(whole) };
        let margin = (core.days() / 4) as i32;
        Some(Self { from: core.from.plus(-margin).max(whole.from), to: core.to.plus(margin).min(whole.to) })
    }

    /// The densest period, for the first view, so that remote dates do not squeeze the busy weeks.
    ///
    /// It is the shortest period with three fifths of the items that are known to the day (of all items, if there are none),
    /// extended by neighbours that are less than a week or a quarter of its length away, by at most a fortnight or half its length at either end,
    /// and at least a fortnight long.
    pub fn busiest(items: &[Item]) -> Option<Self> {
        let whole = Self::fit(items)?;
        let mut days = middles(items, true);
        if days.is_empty() {
            days = middles(items, false);
        }
        let count = (days.len() * 3).div_ceil(5).max(1);
        let starts = 0..=days.len() - count;
        let first = starts.min_by_key(|&at| (days[at + count - 1].0.saturating_sub(days[at].0), at))?;
        let (mut first, mut last) = (first, first + count - 1);
        let length = days[last].0.saturating_sub(days[first].0);
        let (near, reach) = ((length / 4).max(7), (length / 2).max(14));
        let (earliest, latest) = (days[first].plus(-reach), days[last].plus(reach));
        while first > 0 && days[first - 1] >= earliest.max(days[first].plus(-near)) {
            first -= 1;
        }
        while last + 1 < days.len() && days[last + 1] <= latest.min(days[last].plus(near)) {
            last += 1;
        }
        let found = Self { from: days[first], to: days[last] }.padded();
        let missing = 14 - found.days().min(14) as i32;
        let grown = Self { from: found.from.plus(-missing / 2), to: found.to.plus(missing - missing / 2) };
        Some(Self::new(grown.from.max(whole.from.min(found.from)), grown.to.min(whole.to.max(found.to)).max(grown.from)))
    }

    /// Number of days, at least 1.
    pub fn days(self) -> u32 {
        self.to.0.abs_diff(self.from.0).saturating_add(1)
    }

    /// Whether it contains this day.
    pub fn contains(self, day: Day) -> bool {
        self.from <= day && day <= self.to
    }

    /// The closest step that shows at least as many days; [`Zoom::All`] for the whole range.
    pub fn zoom(self, whole: Window) -> Zoom {
        if self == whole {
            return Zoom::All;
        }
        Zoom::ALL.into_iter().find(|zoom| zoom.days().is_none_or(|days| days >= self.days())).unwrap_or(Zoom::All)
    }

    /// The window of a step around the middle of this one, within the whole range.
    pub fn step(self, zoom: Zoom, whole: Window) -> Self {
        around(middle(self.from, self.to), zoom, whole)
    }

    /// One step closer, with `day` in the middle where the range allows.
    pub fn zoom_in(self, day: Day, whole: Window) -> Self {
        let closer = Zoom::ALL.into_iter().rev().find(|zoom| zoom.days().is_some_and(|days| days < self.days()));
        closer.map_or(self, |zoom| around(day, zoom, whole))
    }

    /// One step farther away.
    pub fn zoom_out(self, day: Day, whole: Window) -> Self {
        let farther = Zoom::ALL.into_iter().find(|zoom| zoom.days().is_none_or(|days| days > self.days()));
        farther.map_or(whole, |zoom| around(day, zoom, whole))
    }

    /// Moves by a fraction of its own length, to later days if positive, by at least a day unless it is 0; stops at the ends of the range.
    pub fn shift(self, fraction: f64, whole: Window) -> Self {
        let days = f64::from(self.days()) * fraction;
        let days = if days > 0.0 { days.max(1.0) } else { days.min(-1.0) * f64::from(u8::from(days < 0.0)) };
        // In 64 bits, so that it cannot overflow at the ends of the calendar.
        let length = i64::from(self.days()) - 1;
        let last = (i64::from(whole.to.0) - length).max(i64::from(whole.from.0));
        let from = i64::from(self.from.0).saturating_add(days.round() as i64).clamp(whole.from.0.into(), last);
        let day = |at: i64| Day(i32::try_from(at).unwrap_or(whole.to.0));
        Self { from: day(from), to: day(from + length) }.clamp(whole)
    }

    /// Moves it into the range; gives the range itself if that is shorter.
    pub fn clamp(self, whole: Window) -> Self {
        let days = self.days();
        if days >= whole.days() {
            return whole;
        }
        let length = i32::try_from(days - 1).unwrap_or(i32::MAX);
        if self.from < whole.from {
            return Self { from: whole.from, to: whole.from.plus(length) };
        }
        if self.to > whole.to {
            return Self { from: whole.to.plus(-length), to: whole.to };
        }
        self
    }

    fn padded(self) -> Self {
        let margin = i32::try_from(self.days() / 50).unwrap_or(i32::MAX).max(1);
        Self { from: self.from.plus(-margin), to: self.to.plus(margin) }
    }
}

fn around(day: Day, zoom: Zoom, whole: Window) -> Window {
    let Some(days) = zoom.days() else { return whole };
    let half = (days as i32 - 1) / 2;
    Window { from: day.plus(-half), to: day.plus(days as i32 - 1 - half) }.clamp(whole)
}

/// The middle days of all dated items, or of those known to the day, sorted.
fn middles(items: &[Item], exact: bool) -> Vec<Day> {
    let mut days: Vec<Day> =
        items.iter().filter_map(|item| item.days).filter(|(a, b)| !exact || a == b).map(|(a, b)| middle(a, b)).collect();
    order::sort_by_key(&mut days, |day| *day);
    days
}

/// The day halfway between two.
pub(super) fn middle(a: Day, b: Day) -> Day {
    Day(i32::midpoint(a.0, b.0))
}

/// From days to pixels and back.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// The days shown.
    pub window: Window,
    /// Width of the drawing in pixels; at least 1.
    pub width: f64,
}

/// The row of a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The upper row, whose labels always name the year (or decade, or century).
    Upper,
    /// The lower, finer row.
    Lower,
}

/// The unit that a label names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TickUnit {
    /// A day.
    Day,
    /// A week, from Monday.
    Week,
    /// A month.
    Month,
    /// Three months.
    Quarter,
    /// A year.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
}

/// A label of the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tick {
    /// Position in pixels, from 0 to the width.
    pub x: f64,
    /// The first day of what it names; for the first tick of the upper row it may be before the window.
    pub day: Day,
    /// Which row.
    pub level: Level,
    /// The unit that it names.
    pub unit: TickUnit,
}

/// Smallest distance between labels of the lower row, in pixels.
const LOWER_GAP: f64 = 56.0;
/// The same for the upper row, whose labels are longer ("September 2022").
const UPPER_GAP: f64 = 104.0;

impl Scale {
    /// A scale; a width that is not a positive number counts as 1.
    pub fn new(window: Window, width: f64) -> Self {
        Self { window, width: if width.is_finite() { width.max(1.0) } else { 1.0 } }
    }

    /// Where a day begins, in pixels; outside of 0 to the width for days outside of the window.
    pub fn x(&self, day: Day) -> f64 {
        (f64::from(day.0) - f64::from(self.window.from.0)) * self.day_width()
    }

    /// The middle of a day.
    pub fn center(&self, day: Day) -> f64 {
        self.x(day) + self.day_width() / 2.0
    }

    /// Width of a day in pixels.
    pub fn day_width(&self) -> f64 {
        self.width / f64::from(self.window.days())
    }

    /// The day at a position in pixels; beyond the ends the first or last day of the window.
    pub fn day_at(&self, x: f64) -> Day {
        let days = (x / self.day_width()).floor();
        let last = f64::from(self.window.days() - 1);
        self.window.from.plus(if days.is_finite() { days.clamp(0.0, last) as i32 } else { 0 })
    }

    /// The labels of both rows, the upper one first, each from left to right. The step depends on the number of days and the width.
    pub fn ticks(&self) -> Vec<Tick> {
        const STEPS: [(TickUnit, i32, f64); 13] = [
            (TickUnit::Day, 1, 1.0),
            (TickUnit::Week, 1, 7.0),
            (TickUnit::Month, 1, 28.0),
            (TickUnit::Quarter, 1, 90.0),
            (TickUnit::Year, 1, 365.0),
            (TickUnit::Year, 2, 730.0),
            (TickUnit::Year, 5, 1826.0),
            (TickUnit::Decade, 1, 3652.0),
            (TickUnit::Decade, 2, 7304.0),
            (TickUnit::Decade, 5, 18_262.0),
            (TickUnit::Century, 1, 36_524.0),
            (TickUnit::Century, 5, 182_621.0),
            (TickUnit::Century, 20, 730_485.0),
        ];
        let wide = |gap: f64| move |(_, _, days): &&(TickUnit, i32, f64)| days * self.day_width() >= gap;
        let coarsest = &STEPS[STEPS.len() - 1];
        let lower = STEPS.iter().find(wide(LOWER_GAP)).unwrap_or(coarsest);
        let above = match lower.0 {
            TickUnit::Day | TickUnit::Week => TickUnit::Month,
            TickUnit::Month | TickUnit::Quarter => TickUnit::Year,
            TickUnit::Year => TickUnit::Decade,
            TickUnit::Decade | TickUnit::Century => TickUnit::Century,
        };
        let upper = STEPS.iter().filter(|step| step.0 >= above).find(wide(UPPER_GAP)).unwrap_or(coarsest);
        let mut ticks = self.row(Level::Upper, upper.0, upper.1);
        ticks.extend(self.row(Level::Lower, lower.0, lower.1));
        ticks
    }

    fn row(&self, level: Level, unit: TickUnit, step: i32) -> Vec<Tick> {
        let gap = if level == Level::Upper { UPPER_GAP } else { LOWER_GAP };
        let mut ticks = Vec::new();
        let mut day = begin(unit, step, self.window.from);
        while day <= self.window.to {
            let x = self.x(day).max(0.0);
            // The lower row only labels units that begin in the window; the upper one also labels the beginning of the window.
            // Of the longest steps only those with enough room are labelled.
            let room = ticks.last().is_none_or(|last: &Tick| x - last.x >= gap - 0.5 || last.day < self.window.from);
            if (level == Level::Upper || day >= self.window.from) && room {
                ticks.push(Tick { x, day, level, unit });
            }
            let next = next(unit, step, day);
            if next <= day {
                break;
            }
            day = next;
        }
        // The first label of the upper row is dropped if the next one would overlap it.
        if level == Level::Upper && ticks.len() > 1 && ticks[1].x - ticks[0].x < gap {
            ticks.remove(0);
        }
        ticks
    }
}

/// The first day of the unit (of `step` units, counted from year 0) that contains `day`.
fn begin(unit: TickUnit, step: i32, day: Day) -> Day {
    let (year, month, _) = day.civil();
    let civil = |year: i32, month: u32| Day::from_civil(year, month, 1).unwrap_or(day);
    let years = |size: i32| civil(year - year.rem_euclid(size.saturating_mul(step)), 1);
    match unit {
        TickUnit::Day => day,
        TickUnit::Week => day.plus(-(day.weekday() as i32)),
        TickUnit::Month => civil(year, month),
        TickUnit::Quarter => civil(year, month - (month - 1) % 3),
        TickUnit::Year => years(1),
        TickUnit::Decade => years(10),
        TickUnit::Century => years(100),
    }
}

/// The beginning of the next unit; `day` itself at the end of the calendar.
fn next(unit: TickUnit, step: i32, day: Day) -> Day {
    let (year, month, _) = day.civil();
    let civil = |year: i32, month: u32| Day::from_civil(year, month, 1).unwrap_or(day);
    let years = |size: i32| civil(year.saturating_add(size.saturating_mul(step)), 1);
    let months =
        |number: u32| if month + number > 12 { civil(year.saturating_add(1), month + number - 12) } else { civil(year, month + number) };
    match unit {
        TickUnit::Day => day.plus(1),
        TickUnit::Week => day.plus(7),
        TickUnit::Month => months(1),
        TickUnit::Quarter => months(3),
        TickUnit::Year => years(1),
        TickUnit::Decade => years(10),
        TickUnit::Century => years(100),
    }
}
