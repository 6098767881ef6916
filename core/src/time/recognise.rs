//! From a text to its dates: find by the rules, then resolve in order.

use super::guard::refine;
use super::item::Items;
use super::lexicon::{Class, Unit};
use super::meaning::{Clock, Length, Look, Meaning, Point, Way, YearRef, length_value};
use super::pattern::Rule;
use super::resolve::{Setting, Stretch, narrow, pointed, resolve, spread};
use super::rules::{TABLES, begins};
use super::tense::{Tense, tense};
use super::{Anchor, Day, TimeExpression, TimeKind};
use crate::article::PubDate;
use crate::text::Span;

/// An expression before it is resolved: the items that it takes, and its meaning.
struct Hit {
    from: usize,
    to: usize,
    meaning: Meaning,
}

/// Finds and resolves the dates and times of `text`, in order of their place.
///
/// `published` is the article's date; where it is only known to the month, or missing, what leans on it is as vague.
pub fn recognise(text: &str, published: Option<&PubDate>) -> Vec<TimeExpression> {
    recognise_with(text, published, &[])
}

/// Like [`recognise`], with more rules than its own; see [`super::pattern`].
pub fn recognise_with(text: &str, published: Option<&PubDate>, more: &[Rule]) -> Vec<TimeExpression> {
    let items = Items::new(text);
    let hits = find(&items, more);
    Resolver { items: &items, hits: &hits, published: published.map(|date| (date.earliest, date.latest)), focus: None, day: None }.run()
}

fn find(items: &Items, more: &[Rule]) -> Vec<Hit> {
    let mut hits = Vec::new();
    let mut at = 0;
    while at < items.all.len() {
        match longest(items, at, more) {
            Some((to, meaning)) => {
                // A guarded expression is passed over as a whole, so that no part of it is taken for a date.
                hits.extend(refine(items, at, to, meaning).map(|meaning| Hit { from: at, to, meaning }));
                at = to;
            }
            None => at += 1,
        }
    }
    hits
}

fn longest(items: &Items, at: usize, more: &[Rule]) -> Option<(usize, Meaning)> {
    let own = !matches!(items.all[at].class, Class::Plain) || begins(items.lower(at));
    let tables = TABLES.iter().copied().filter(|_| own).flatten();
    let mut best: Option<(usize, Meaning)> = None;
    for rule in more.iter().chain(tables) {
        if let Some((to, meaning)) = rule.fits(items, at)
            && best.as_ref().is_none_or(|(end, _)| to > *end)
        {
            best = Some((to, meaning));
        }
    }
    best
}

struct Resolver<'a> {
    items: &'a Items,
    hits: &'a [Hit],
    published: Option<(Day, Day)>,
    focus: Option<(Day, Day)>,
    day: Option<Named>,
}

/// The day that was named last, as exactly as it is known, and where.
#[derive(Clone, Copy)]
struct Named {
    days: Option<(Day, Day)>,
    line: u32,
    sentence: u32,
}

impl Resolver<'_> {
    fn run(mut self) -> Vec<TimeExpression> {
        (0..self.hits.len()).map(|at| self.expression(at)).collect()
    }

    fn expression(&mut self, at: usize) -> TimeExpression {
        let hit = &self.hits[at];
        let (first, last) = (&self.items.all[hit.from], &self.items.all[hit.to - 1]);
        let span = Span { start: first.span.start, end: last.span.end };
        let empty = TimeExpression { span, kind: TimeKind::Date, value: String::new(), earliest: None, latest: None, anchor: Anchor::None };
        match &hit.meaning {
            Meaning::Date(point, edge) => {
                let found = resolve(*point, &self.setting(at, *point)).map(|(mut stretch, anchor)| {
                    if let Some(edge) = edge {
                        narrow(&mut stretch, *edge);
                    }
                    (stretch, anchor)
                });
                self.remember(at, *point, found.as_ref().map(|(stretch, _)| stretch));
                filled(empty, found)
            }
            Meaning::Time(point, clock) => {
                let found = self.time(at, *point, *clock);
                TimeExpression { kind: TimeKind::Time, ..filled(empty, found) }
            }
            Meaning::Duration(unit, length, way) => {
                let value = length_value(*unit, *length);
                let to = match (length, way) {
                    (Length::Open, _) | (_, Way::None) => None,
                    (Length::Halves(halves), way) => spread(&self.setting(at, Point::Here), |today| pointed(*unit, *halves, *way, today)),
                };
                let found = to.map(|stretch| (stretch, Anchor::Publication));
                TimeExpression { kind: TimeKind::Duration, value, ..filled(empty, found) }
            }
            Meaning::Set(value) => TimeExpression { kind: TimeKind::Set, value: value.clone(), ..empty },
            Meaning::Vague(vague) => TimeExpression { value: vague.value().to_owned(), ..empty },
        }
    }

    /// What a point is seen from; the tense is only looked up where it matters.
    fn setting(&self, at: usize, point: Point) -> Setting {
        let hit = &self.hits[at];
        let open = matches!(
            point,
            Point::Day(YearRef::Open, ..)
                | Point::Month(YearRef::Open, ..)
                | Point::Season(YearRef::Open, ..)
                | Point::Holiday(YearRef::Open, _)
                | Point::Weekday(..)
                | Point::Weekend(_)
        );
        let tense = if open { tense(self.items, hit.from, hit.to) } else { Tense::Open };
        let year = if open { self.named_year(at) } else { None };
        let day = self.day.and_then(|named| named.days);
        Setting { published: self.published, day, focus: self.focus, year, tense }
    }

    /// The year that the same sentence names before this expression.
    fn named_year(&self, at: usize) -> Option<i32> {
        let sentence = self.items.all[self.hits[at].from].sentence;
        let before = self.hits[..at].iter().rev().take(4).take_while(|hit| self.items.all[hit.from].sentence == sentence);
        before.into_iter().find_map(|hit| match hit.meaning {
            Meaning::Date(
                Point::Day(YearRef::Given(year), ..) | Point::Month(YearRef::Given(year), ..) | Point::Year(YearRef::Given(year)),
                _,
            ) => Some(year),
            _ => None,
        })
    }

    fn remember(&mut self, at: usize, point: Point, found: Option<&Stretch>) {
        let item = &self.items.all[self.hits[at].from];
        let days = found.map(|stretch| (stretch.first, stretch.last));
        self.focus = days;
        let is_day = matches!(
            point,
            Point::Day(..)
                | Point::Holiday(..)
                | Point::Weekday(..)
                | Point::WeekdayOf(..)
                | Point::Shift(Unit::Day, _)
                | Point::Focus(Unit::Day, _)
        );
        if is_day {
            self.day = Some(Named { days, line: item.line, sentence: item.sentence });
        }
    }

    /// A time of day on the day that it names, or else the one that its sentence or its line names, or else the publication's.
    fn time(&mut self, at: usize, point: Point, clock: Clock) -> Option<(Stretch, Anchor)> {
        let found = match point {
            Point::Here => self.here(at),
            _ => {
                let found = resolve(point, &self.setting(at, point));
                self.remember(at, Point::Weekday(0, Look::Here), found.as_ref().map(|(stretch, _)| stretch));
                found
            }
        };
        let suffix = match clock {
            Clock::At(hour, minute) => format!("T{hour:02}:{minute:02}"),
            Clock::Part(part) => format!("T{}", part.code()),
        };
        let Some((mut stretch, anchor)) = found else {
            // The hour is known though the day is not.
            let nowhere = Stretch { value: suffix, first: Day(0), last: Day(0) };
            return matches!((point, clock), (Point::Here, Clock::At(..))).then_some((nowhere, Anchor::None));
        };
        stretch.value = if stretch.first == stretch.last { format!("{}{suffix}", stretch.first.iso()) } else { String::new() };
        Some((stretch, anchor))
    }

    fn here(&mut self, at: usize) -> Option<(Stretch, Anchor)> {
        let item = &self.items.all[self.hits[at].from];
        let same_line = self.day.filter(|named| named.line == item.line);
        let same_sentence = same_line.filter(|named| named.sentence == item.sentence);
        if same_sentence.is_none()
            && let Some(next) = self.hits.get(at + 1).filter(|next| self.items.all[next.from].sentence == item.sentence)
            && let Meaning::Date(point @ (Point::Day(..) | Point::Weekday(..) | Point::Shift(Unit::Day, _)), None) = next.meaning
        {
            return resolve(point, &self.setting(at + 1, point));
        }
        let day = same_line.and_then(|named| named.days);
        if same_line.is_some() && day.is_none() {
            return None;
        }
        resolve(Point::Here, &Setting { day, ..self.setting(at, Point::Here) })
    }
}

fn filled(empty: TimeExpression, found: Option<(Stretch, Anchor)>) -> TimeExpression {
    match found {
        Some((stretch, Anchor::None)) => TimeExpression { value: stretch.value, ..empty },
        Some((stretch, anchor)) => {
            TimeExpression { value: stretch.value, earliest: Some(stretch.first), latest: Some(stretch.last), anchor, ..empty }
        }
        None => empty,
    }
}
