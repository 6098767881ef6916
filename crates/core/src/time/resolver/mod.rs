//! Resolves the expressions of a text in order, each from the publication and what the text named before.

mod clock;
mod weekday;
mod year;

use super::hit::Hit;
use super::item::Items;
use super::lexicon::{Class, Edge, Ref, Unit};
use super::meaning::{Length, Meaning, Point, Way, YearRef, length_value, lengths_value};
use super::resolve::{Period, Resolved, Setting, narrow, pointed_by, resolve, spread};
use super::tense::{Tense, clause_has, tense};
use super::words::SURELY_AHEAD;
use super::{Anchor, Reason, TimeExpression, TimeKind};
use crate::day::Day;
use crate::text::Span;

pub(super) struct Resolver<'a> {
    items: &'a Items,
    hits: &'a [Hit],
    published: Option<(Day, Day)>,
    known_by: Anchor,
    focus: Option<Period>,
    day: Option<Named>,
    /// The last day that begins a line: that of a listing.
    listing: Option<Named>,
    year: Option<NamedYear>,
    /// The day that each weekday is in this text, from Monday, as far as one mention leaves no doubt and no other contradicts it.
    weekdays: [Option<Day>; 7],
}

/// The year in focus.
#[derive(Clone, Copy)]
struct NamedYear {
    year: i32,
    /// Its month, if it was named with one.
    month: Option<u32>,
    line: u32,
    /// Whether the paragraph begins with it, or names it twice.
    topic: bool,
}

/// The last named day, as precisely as it is known, and its position.
#[derive(Clone, Copy)]
struct Named {
    days: Option<(Day, Day)>,
    /// The days it was itself counted from, and how: "am Tag zuvor … vom Vortag" in one sentence are the same day.
    counted: Option<((Day, Day), Point)>,
    /// The first item of its expression.
    item: usize,
    line: u32,
    sentence: u32,
}

impl<'a> Resolver<'a> {
    /// `published` is the first and last day of publication, and `known_by` how it is known.
    pub(super) fn new(items: &'a Items, hits: &'a [Hit], published: Option<(Day, Day)>, known_by: Anchor) -> Self {
        Self { items, hits, published, known_by, focus: None, day: None, listing: None, year: None, weekdays: [None; 7] }
    }

    /// The expressions, in text order.
    pub(super) fn run(mut self) -> Vec<TimeExpression> {
        self.weekdays = self.certain_weekdays();
        (0..self.hits.len()).map(|at| self.expression(at)).collect()
    }

    fn expression(&mut self, at: usize) -> TimeExpression {
        let hit = &self.hits[at];
        let (first, last) = (&self.items.all[hit.from], &self.items.all[hit.to - 1]);
        let span = Span { start: first.span.start, end: last.span.end };
        match &hit.meaning {
            Meaning::Date(point, edge) => {
                let found = resolve(*point, &self.setting(at, *point)).map(|mut found| {
                    if let Some(edge) = edge {
                        narrow(&mut found.period, *edge);
                    }
                    if let Some(agreed) = self.agreed(at, *point) {
                        found.period = agreed;
                    }
                    self.in_step(at, *point, &mut found.period);
                    self.turn_year(at, *point, *edge, &mut found.period);
                    self.look_ahead(at, *point, &mut found.period);
                    found
                });
                self.remember(at, *point, found.as_ref().ok());
                filled(span, TimeKind::Date, found, String::new())
            }
            Meaning::Time(point, clock) => {
                let (found, hour) = self.time(at, *point, *clock);
                filled(span, TimeKind::Time, found, hour)
            }
            Meaning::Duration(unit, length, way) => {
                let value = length_value(*unit, *length);
                let found = match (length, way) {
                    (Length::Open, _) => Err(Reason::Vague),
                    (Length::Halves(halves), way) => self.span_of_time(at, &[(*unit, *halves)], *way),
                };
                TimeExpression { value: value.clone(), ..filled(span, TimeKind::Duration, found, value) }
            }
            Meaning::Lengths(parts, way) => {
                let value = lengths_value(parts);
                let halves: Vec<_> = parts.iter().map(|&(unit, number)| (unit, number * 2)).collect();
                let found = self.span_of_time(at, &halves, *way);
                TimeExpression { value: value.clone(), ..filled(span, TimeKind::Duration, found, value) }
            }
            Meaning::Set(value) => filled(span, TimeKind::Set, Err(Reason::Recurs), value.clone()),
            Meaning::Vague(vague) => {
                if *vague == Ref::Present {
                    self.year = None;
                }
                filled(span, TimeKind::Date, Err(Reason::Vague), vague.value().to_owned())
            }
        }
    }

    /// The days of a duration, given as its units with their number of halves.
    fn span_of_time(&self, at: usize, parts: &[(Unit, u32)], way: Way) -> Result<Resolved, Reason> {
        match (self.bound(at, parts), way) {
            (Some(found), _) => found,
            (None, Way::None) => Err(Reason::Length),
            (None, way) => spread(&self.setting(at, Point::Here), |today| Some((pointed_by(parts, way, today)?, Reason::Counted))),
        }
    }

    /// The days of a duration that is counted from the date after it: `zwei Tage nach dem 4. Januar 2022`.
    fn bound(&self, at: usize, parts: &[(Unit, u32)]) -> Option<Result<Resolved, Reason>> {
        let (hit, next) = (&self.hits[at], self.hits.get(at + 1)?);
        let way = match self.items.lower(hit.to) {
            "nach" => Way::Hence,
            "vor" => Way::Ago,
            _ => return None,
        };
        let article = usize::from(matches!(self.items.all.get(hit.to + 1)?.class, Class::Article));
        let Meaning::Date(point, None) = next.meaning else { return None };
        if next.from != hit.to + 1 + article || !(is_day(point) || matches!(point, Point::Month(..))) {
            return None;
        }
        Some(resolve(point, &self.setting(at + 1, point)).and_then(|base| {
            let days = (base.period.first, base.period.last);
            let count = |day| pointed_by(parts, way, day).ok_or(Reason::NoSuchDay);
            let (first, last) = (count(days.0)?.first, count(days.1)?.last);
            Ok(Resolved::from_focus(Period { value: String::new(), first, last }, days, Reason::Counted))
        }))
    }

    /// What is planned until a day ends on one that is still to come: `läuft bis zum 21. September`.
    fn look_ahead(&self, at: usize, point: Point, period: &mut Period) {
        let hit = &self.hits[at];
        let until = self.items.before(hit.from) == "bis" || hit.from > 1 && self.items.lower(hit.from - 2) == "bis";
        let (Point::Day(YearRef::Open, month, day), true, Some((first, _))) = (point, until, self.published) else { return };
        if period.last < first
            && (tense(self.items, hit.from, hit.to) == Tense::Ahead || clause_has(self.items, hit.from, &SURELY_AHEAD))
            && let Ok(next) = resolve(Point::Day(YearRef::Given(period.first.civil().0 + 1), month, day), &self.context(Tense::Open))
        {
            *period = next.period;
        }
    }

    /// `Jahresende` in the past tense is not that of a year that has just begun, `Jahresbeginn` of a plan is the next one.
    fn turn_year(&self, at: usize, point: Point, edge: Option<Edge>, period: &mut Period) {
        let hit = &self.hits[at];
        let (Point::Year(YearRef::Relative(0)), Some(edge), true, Some((first, last))) =
            (point, edge, hit.to - hit.from == 1, self.published)
        else {
            return;
        };
        let years = match tense(self.items, hit.from, hit.to) {
            Tense::Past if period.first > last => -1,
            Tense::Ahead if period.last < first => 1,
            _ => return,
        };
        if let Ok(mut other) = resolve(Point::Year(YearRef::Relative(years)), &self.context(Tense::Open)) {
            narrow(&mut other.period, edge);
            *period = other.period;
        }
    }

    /// The context of a point; the tense is only determined if it matters.
    fn setting(&self, at: usize, point: Point) -> Setting<'_> {
        let hit = &self.hits[at];
        let open = matches!(
            point,
            Point::Day(YearRef::Open, ..)
                | Point::Dated(..)
                | Point::Month(YearRef::Open, ..)
                | Point::Season(YearRef::Open, ..)
                | Point::Holiday(YearRef::Open, _)
                | Point::Quarter(YearRef::Open, _)
                | Point::Half(YearRef::Open, _)
                | Point::Nth(YearRef::Open, ..)
                | Point::DayOf(None, _)
                | Point::WeekdayDay(..)
                | Point::Weekday(..)
                | Point::Weekend(_)
        );
        let tense = if open { tense(self.items, hit.from, hit.to) } else { Tense::Open };
        let year = if open || point == Point::YearBefore { self.named_year(at) } else { None };
        let year = year.or_else(|| if open { self.year_in_focus(at, point, tense) } else { None });
        let line = self.items.all[hit.from].line;
        let near =
            self.day.filter(|named| named.line == line).and_then(|named| named.days).filter(|days| days.0 == days.1).map(|days| days.0);
        let repeated = self.day.filter(|named| named.sentence == self.items.all[hit.from].sentence).and_then(|named| named.counted);
        // "bis Ende des Jahres" of a plan is not that of a year which was named before.
        let planned = matches!(point, Point::Focus(Unit::Month | Unit::Quarter | Unit::Year, 0))
            && self.focus.as_ref().zip(self.published).is_some_and(|(focus, (first, _))| focus.last < first)
            && self::tense(self.items, hit.from, hit.to) == Tense::Ahead;
        let focus = self.focus.as_ref().filter(|_| !planned);
        let day = match repeated {
            Some((from, same)) if same == point => Some(from),
            _ => self.day.and_then(|named| named.days),
        };
        Setting { published: self.published, known_by: self.known_by, day, focus, year, near, tense }
    }

    /// The context without anything that the text names.
    fn context(&self, tense: Tense) -> Setting<'_> {
        Setting { published: self.published, known_by: self.known_by, day: None, focus: None, year: None, near: None, tense }
    }

    fn remember(&mut self, at: usize, point: Point, found: Option<&Resolved>) {
        self.remember_year(at, point, found);
        let item = &self.items.all[self.hits[at].from];
        self.focus = found.map(|found| found.period.clone());
        if is_day(point) {
            let days = found.map(|found| (found.period.first, found.period.last));
            let counted = found.and_then(|found| found.anchor_days).filter(|_| matches!(point, Point::Focus(..))).map(|from| (from, point));
            self.day = Some(Named { days, counted, item: self.hits[at].from, line: item.line, sentence: item.sentence });
            if self.hits[at].from.checked_sub(1).is_none_or(|before| self.items.all[before].line != item.line) {
                self.listing = self.day;
            }
        }
    }

    /// The hits before this one in its sentence, the nearest first.
    fn before(&self, at: usize) -> impl Iterator<Item = &Hit> {
        let sentence = self.items.all[self.hits[at].from].sentence;
        self.hits[..at].iter().rev().take_while(move |hit| self.items.all[hit.from].sentence == sentence).take(4)
    }

    /// Whether one of these words, and nothing else, is between two neighbouring hits.
    fn joined(&self, before: &Hit, after: &Hit, words: &[&str]) -> bool {
        before.to + 1 == after.from && words.contains(&self.items.lower(before.to))
    }
}

/// Whether a point is a single day.
fn is_day(point: Point) -> bool {
    matches!(
        point,
        Point::Day(..)
            | Point::Dated(..)
            | Point::Holiday(..)
            | Point::Weekday(..)
            | Point::WeekdayOf(..)
            | Point::DayOf(..)
            | Point::WeekdayDay(..)
            | Point::Nth(..)
            | Point::FocusWeekday(..)
            | Point::Distant(..)
            | Point::Shift(Unit::Day, _)
            | Point::Focus(Unit::Day, _)
    )
}

/// An expression with its resolution; `otherwise` is its value if there is none.
fn filled(span: Span, kind: TimeKind, found: Result<Resolved, Reason>, otherwise: String) -> TimeExpression {
    match found {
        Ok(Resolved { period, anchor, anchor_days, reason }) => {
            let (earliest, latest) = (Some(period.first), Some(period.last));
            TimeExpression { span, kind, value: period.value, earliest, latest, anchor, anchor_days, reason }
        }
        Err(reason) => {
            TimeExpression { span, kind, value: otherwise, earliest: None, latest: None, anchor: Anchor::None, anchor_days: None, reason }
        }
    }
}
