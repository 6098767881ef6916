//! Finds the time expressions of a text by rules, then resolves them in order.

use super::guard::refine;
use super::item::Items;
use super::lexicon::{Class, Edge, Ref, Season, Unit};
use super::meaning::{Clock, Length, Look, Meaning, Point, Way, YearRef, length_value, lengths_value};
use super::pattern::Rule;
use super::resolve::{Period, Resolved, Setting, narrow, pointed_by, resolve, some_days_ago, spread};
use super::rules::candidates;
use super::tense::{Tense, is_certain, is_pluperfect, of_clause, tense};
use super::{Anchor, Reason, TimeExpression, TimeKind};
use crate::article::PubDate;
use crate::day::Day;
use crate::text::{Document, Span};

/// An unresolved expression: its items and its meaning.
struct Hit {
    from: usize,
    to: usize,
    meaning: Meaning,
}

/// Finds and resolves the dates and times of `text`, in text order.
///
/// `published` is the article's date. If it is missing or only known to the month, expressions relative to it are correspondingly vague.
pub fn recognise(text: &str, published: Option<&PubDate>) -> Vec<TimeExpression> {
    recognise_in(&Document::new(text), published, &[])
}

/// Like [`recognise`], for a tokenised text and with additional rules; see [`super::pattern`].
pub fn recognise_in(document: &Document, published: Option<&PubDate>, more: &[Rule]) -> Vec<TimeExpression> {
    let items = Items::new(document);
    let hits = find(&items, more);
    let known_by = if published.is_some_and(PubDate::is_inferred) { Anchor::Article } else { Anchor::Publication };
    let published = published.map(|date| (date.earliest, date.latest));
    Resolver { items: &items, hits: &hits, published, known_by, focus: None, day: None, listing: None, year: None, weekdays: [None; 7] }
        .run()
}

fn find(items: &Items, more: &[Rule]) -> Vec<Hit> {
    let mut hits = Vec::new();
    let mut at = 0;
    while at < items.all.len() {
        match longest(items, at, more) {
            Some((to, meaning)) => {
                // A rejected expression is skipped as a whole, so that no part of it is taken for a date.
                hits.extend(refine(items, at, to, meaning).map(|meaning| Hit { from: at, to, meaning }));
                at = to;
            }
            None => at += 1,
        }
    }
    joined(items, hits)
}

/// The hits, with durations joined that are one: `drei Jahre und vier Monate`.
fn joined(items: &Items, hits: Vec<Hit>) -> Vec<Hit> {
    let mut out: Vec<Hit> = Vec::with_capacity(hits.len());
    let mut hits = hits.into_iter().peekable();
    while let Some(hit) = hits.next() {
        // "einen Tag, drei Stunden und 20 Minuten": the comma joins if the list goes on.
        let listed = hits.peek().is_some_and(|next| items.lower(hit.to) == "und" && longer(items, &hit, next).is_some());
        let more = out.last().filter(|last| listed || items.lower(last.to) != ",").and_then(|last| longer(items, last, &hit));
        match (more, out.last_mut()) {
            (Some(meaning), Some(last)) => (last.to, last.meaning) = (hit.to, meaning),
            _ => out.push(hit),
        }
    }
    out
}

/// The two durations as one, if the second continues the first.
fn longer(items: &Items, first: &Hit, second: &Hit) -> Option<Meaning> {
    let near = first.to == second.from || first.to + 1 == second.from && matches!(items.lower(first.to), "und" | ",");
    let Meaning::Duration(unit, Length::Halves(halves), _) = second.meaning else { return None };
    if !near || halves % 2 == 1 || !matches!(items.all[second.from].class, Class::Number(_)) {
        return None;
    }
    let (mut parts, way) = match &first.meaning {
        Meaning::Duration(unit, Length::Halves(halves), way) if halves % 2 == 0 => (vec![(*unit, halves / 2)], *way),
        Meaning::Lengths(parts, way) => (parts.clone(), *way),
        _ => return None,
    };
    // `eine Woche und drei Tage`, not `zwei Tage und drei Wochen`.
    (parts.last()?.0 > unit).then(|| parts.push((unit, halves / 2)))?;
    Some(Meaning::Lengths(parts, way))
}

fn longest(items: &Items, at: usize, more: &[Rule]) -> Option<(usize, Meaning)> {
    let mut best: Option<(usize, Meaning)> = None;
    for rule in more.iter().chain(candidates(items, at).iter().copied()) {
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

impl Resolver<'_> {
    fn run(mut self) -> Vec<TimeExpression> {
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

    /// The weekdays whose day one mention makes certain. "Am Freitag kam er. Das Treffen am Freitag geht weiter" names one Friday.
    fn certain_weekdays(&self) -> [Option<Day>; 7] {
        let mut days: [Option<Result<Day, ()>>; 7] = [None; 7];
        for (at, hit) in self.hits.iter().enumerate() {
            let (Meaning::Date(point, None) | Meaning::Time(point, _)) = hit.meaning else { continue };
            let Point::Weekday(weekday, Look::Tense | Look::Since | Look::From) = point else { continue };
            let Ok(found) = resolve(point, &Setting { year: None, ..self.setting(at, point) }) else { continue };
            let sure = !matches!(point, Point::Weekday(_, Look::Tense)) || is_certain(self.items, hit.from, hit.to);
            if !sure || found.period.first != found.period.last {
                continue;
            }
            let slot = &mut days[weekday as usize % 7];
            *slot = Some(match *slot {
                Some(known) if known != Ok(found.period.first) => Err(()),
                _ => Ok(found.period.first),
            });
        }
        days.map(|day| day.and_then(Result::ok))
    }

    /// The day of a weekday that its own clause leaves open, from another mention.
    fn agreed(&self, at: usize, point: Point) -> Option<Period> {
        let Point::Weekday(weekday, Look::Tense) = point else { return None };
        let hit = &self.hits[at];
        let day = self.weekdays[weekday as usize % 7].filter(|_| !is_certain(self.items, hit.from, hit.to))?;
        Some(Period { value: day.iso(), first: day, last: day })
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
            && tense(self.items, hit.from, hit.to) == Tense::Ahead
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

    /// Makes the second of two connected weekdays follow the first: `von Montag bis Freitag`, `am Samstag und Sonntag`.
    fn in_step(&self, at: usize, point: Point, period: &mut Period) {
        let Point::Weekday(weekday, Look::Tense | Look::From | Look::Since) = point else { return };
        let other = |before: usize, after: usize| {
            let (first, last) = (self.hits.get(before)?, self.hits.get(after)?);
            match (&first.meaning, &last.meaning) {
                (Meaning::Date(Point::Weekday(a, _), None), Meaning::Date(Point::Weekday(b, _), None)) => {
                    (self.items.all[first.from].sentence == self.items.all[last.from].sentence && self.follow(first, last, *a, *b))
                        .then_some((*a, *b))
                }
                _ => None,
            }
        };
        let past = tense(self.items, self.hits[at].from, self.hits[at].to) == Tense::Past;
        let step =
            |days: i32| Period { value: period.first.plus(days).iso(), first: period.first.plus(days), last: period.last.plus(days) };
        if past
            && let Some((_, next)) = other(at, at + 1)
            && let Some((today, _)) = self.published
        {
            let back = |day: u32| (today.weekday() as i32 - day as i32).rem_euclid(7);
            if back(next) > back(weekday) && !period.value.is_empty() {
                *period = step(-7);
            }
        } else if !past
            && at > 0
            && other(at - 1, at).is_some()
            && let Some((first, _)) = self.day.and_then(|named| named.days)
            && period.first < first
            && !period.value.is_empty()
        {
            *period = step(7);
        }
    }

    /// Whether two weekdays are the beginning and end of a range.
    fn follow(&self, first: &Hit, last: &Hit, a: u32, b: u32) -> bool {
        let words = ["am", "zum", "einschließlich", "inklusive"];
        let near = match last.from - first.to {
            1 => true,
            2 => words.contains(&self.items.lower(first.to + 1)),
            _ => false,
        };
        match self.items.lower(first.to) {
            "bis" | "-" | "–" => near,
            "und" => near && (a + 1) % 7 == b,
            _ => false,
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

    /// The year named before this expression in the same sentence.
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

    /// The year that the paragraph is about: "Im Jahr 1945 … am 8. Mai". Not for what is still to come, and not for what happened just before the
    /// publication, unless the paragraph is clearly about that year.
    fn year_in_focus(&self, at: usize, point: Point, tense: Tense) -> Option<i32> {
        /// Years after which the present tense may be a historical one.
        const LONG_AGO: i32 = 5;
        /// Days before the publication that are rather meant than those of another year.
        const RECENT: i32 = 14;
        // "seit Mai" counts to the present.
        let since = matches!(point, Point::Month(_, _, look) | Point::Season(_, _, look) if look != Look::Tense);
        let named = self.year.filter(|_| !since)?;
        let (_, today) = self.published?;
        let (this_year, ..) = today.civil();
        let old = this_year - named.year >= LONG_AGO;
        let told = tense == Tense::Past || tense == Tense::Open && old;
        // A paragraph goes on with the year of the one before only if that is long ago.
        let lines = self.items.all[self.hits[at].from].line - named.line;
        if lines > 2 || lines > 0 && !old || !old && month_of(point) < named.month {
            return None;
        }
        let recent = !named.topic
            && resolve(point, &Setting { year: None, ..self.context(tense) })
                .is_ok_and(|near| near.period.last <= today && today.0 - near.period.last.0 <= RECENT);
        (named.year < this_year && told && !recent).then_some(named.year)
    }

    /// The context without anything that the text names.
    fn context(&self, tense: Tense) -> Setting<'_> {
        Setting { published: self.published, known_by: self.known_by, day: None, focus: None, year: None, near: None, tense }
    }

    /// Remembers a year as the one in focus. A date near the publication ends its focus; "seit 2014" and what had happened before do not begin one.
    fn remember_year(&mut self, at: usize, point: Point, found: Option<&Resolved>) {
        let hit = &self.hits[at];
        let given = match point {
            Point::Day(YearRef::Given(year), ..) | Point::Month(YearRef::Given(year), ..) | Point::Year(YearRef::Given(year)) => Some(year),
            Point::Season(YearRef::Given(year), ..) | Point::Quarter(YearRef::Given(year), _) | Point::Half(YearRef::Given(year), _) => {
                Some(year)
            }
            _ => None,
        };
        let Some(year) = given else {
            if found.is_some_and(|found| matches!(found.anchor, Anchor::Publication | Anchor::Article)) {
                self.year = None;
            }
            return;
        };
        let item = &self.items.all[hit.from];
        let before = self.items.before(hit.from);
        let aside = matches!(before, "seit" | "bis" | "(" | "ab") || matches!(self.items.lower(hit.to), ")");
        if aside || is_pluperfect(self.items, hit.from, hit.to) {
            return;
        }
        let opens = hit.from.checked_sub(3).is_none_or(|at| self.items.all[at].line != item.line);
        let again = self.year.is_some_and(|named| named.year == year && item.line - named.line <= 2);
        self.year = Some(NamedYear { year, month: month_of(point), line: item.line, topic: opens || again });
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

    /// Resolves a time of day on its own day, else that of its sentence or line, else the publication. The second result is the value to use if the
    /// day is unknown.
    fn time(&mut self, at: usize, point: Point, clock: Clock) -> (Result<Resolved, Reason>, String) {
        let found = match point {
            Point::Here => self.here(at),
            _ => {
                let found = resolve(point, &self.setting(at, point)).map(|found| match self.agreed(at, point) {
                    Some(period) => Resolved { period, ..found },
                    None => found,
                });
                self.remember(at, Point::Weekday(0, Look::Here), found.as_ref().ok());
                found
            }
        };
        let suffix = match clock {
            Clock::At(hour, minute) => format!("T{hour:02}:{minute:02}"),
            Clock::Exact(hour, minute, second) => format!("T{hour:02}:{minute:02}:{second:02}"),
            Clock::Part(part) => format!("T{}", part.code()),
        };
        match found {
            Ok(mut found) => {
                let period = &mut found.period;
                period.value = match period.first == period.last {
                    true => format!("{}{suffix}", period.first.iso()),
                    false if period.value.ends_with("-XX") => format!("{}{suffix}", period.value),
                    false => String::new(),
                };
                (Ok(found), String::new())
            }
            // The hour is known, although the day is not.
            Err(reason) => {
                let hour = if matches!((point, clock), (Point::Here, Clock::At(..) | Clock::Exact(..))) { suffix } else { String::new() };
                (Err(reason), hour)
            }
        }
    }

    fn here(&mut self, at: usize) -> Result<Resolved, Reason> {
        let item = &self.items.all[self.hits[at].from];
        let same_line = self.day.filter(|named| named.line == item.line);
        let same_sentence = same_line.filter(|named| named.sentence == item.sentence && !self.between_entries(named.item, at));
        if self.recurs(at) {
            return Err(Reason::Recurs);
        }
        if same_sentence.is_none()
            && let Some((next, point)) = self.day_after(at)
        {
            let found = resolve(point, &self.setting(next, point))?.period;
            let days = (found.first, found.last);
            return Ok(Resolved::from_focus(found, days, Reason::SameDay));
        }
        let near = match self.hits[at].meaning {
            Meaning::Time(_, Clock::Part(_)) => self.day.filter(|named| item.line - named.line <= 2),
            _ if same_sentence.is_none() => self.day_of_listing(at).unwrap_or(same_line),
            _ => same_line,
        };
        let day = near.and_then(|named| named.days);
        if near.is_some() && day.is_none() {
            return Err(Reason::Unanchored);
        }
        if same_line.is_none() && self.ranged(at) {
            return Err(Reason::Recurs);
        }
        let setting = Setting { day, ..self.setting(at, Point::Here) };
        if same_sentence.is_none() && self.some_days_ago(at) {
            return spread(&setting, |today| Some((some_days_ago(today), Reason::Vague)));
        }
        resolve(Point::Here, &setting)
    }

    /// Whether a semicolon, which ends an entry of a listing, is between an item and a hit.
    fn between_entries(&self, item: usize, at: usize) -> bool {
        (item..self.hits[at].from).any(|at| self.items.lower(at) == ";")
    }

    /// The day of the listing that a clock time without a verb is an entry of: that before the colon or at the beginning of the line, or the line
    /// above that is a day and nothing else. The inner `None` is the publication: another entry's day does not count. The outer one is no listing.
    fn day_of_listing(&self, at: usize) -> Option<Option<Named>> {
        /// Most items of a line that is only a day.
        const HEADING: usize = 8;
        let (hit, item) = (&self.hits[at], &self.items.all[self.hits[at].from]);
        let line = |at: usize| self.items.all.get(at).map(|item| item.line);
        let begins = hit.from.checked_sub(1).and_then(line) != Some(item.line);
        let same = self.day.is_some_and(|named| named.line == item.line);
        let entry = same && self.day.is_some_and(|named| self.between_entries(named.item, at));
        let is_entry = begins || entry && of_clause(self.items, hit.from, hit.to) == Tense::Open;
        if !is_entry {
            return None;
        }
        match self.listing {
            Some(listed) if same && listed.line == item.line => Some(Some(listed)),
            _ if same => Some(None),
            Some(listed) if begins => {
                let short = line(listed.item + HEADING) != Some(listed.line);
                short.then_some(Some(listed))
            }
            _ => None,
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

    /// Whether the time of day applies to a recurring time or several days: `wochentags um 9 Uhr`, `am 25. und 26. August um 10 Uhr`.
    fn recurs(&self, at: usize) -> bool {
        let mut days = self.before(at).skip_while(|hit| matches!(hit.meaning, Meaning::Time(Point::Here, _)));
        let before = match (days.next(), days.next()) {
            (Some(hit), _) if is_daily(&hit.meaning) => true,
            (Some(hit), _) if matches!(hit.meaning, Meaning::Set(_)) => self.hits[at].from - hit.to <= 2,
            (Some(last), Some(first)) => {
                let both = [first, last].iter().all(|hit| matches!(hit.meaning, Meaning::Date(point, _) if is_day(point)));
                both && self.joined(first, last, &["und", "bis", "-", "–", "sowie"])
            }
            _ => false,
        };
        let next = self.hits.get(at + 1).is_some_and(|next| is_daily(&next.meaning) && next.from <= self.hits[at].to + 1);
        before || next
    }

    /// Whether it is a range, as of opening hours: `10 bis 18 Uhr`.
    fn ranged(&self, at: usize) -> bool {
        let is_time = |hit: &Hit| matches!(hit.meaning, Meaning::Time(Point::Here, Clock::At(..)));
        let pair = |first: usize| match (self.hits.get(first), self.hits.get(first + 1)) {
            (Some(first), Some(last)) => {
                let between = self.items.before(first.from) == "zwischen" && self.joined(first, last, &["und"]);
                is_time(first) && is_time(last) && (between || self.joined(first, last, &["bis", "-", "–"]))
            }
            _ => false,
        };
        pair(at) || at > 0 && pair(at - 1)
    }

    /// The day that follows in the same clause: `um 18 Uhr am Freitag`.
    fn day_after(&self, at: usize) -> Option<(usize, Point)> {
        const NEAR: usize = 6;
        let (hit, next) = (&self.hits[at], self.hits.get(at + 1)?);
        let near = next.from - hit.to <= NEAR && self.items.all[next.from].sentence == self.items.all[hit.from].sentence;
        let one_clause = (hit.to..next.from).all(|at| self.items.lower(at).chars().all(char::is_alphanumeric));
        match next.meaning {
            Meaning::Date(point, None) if near && one_clause && is_day(point) && !matches!(point, Point::Focus(..)) => {
                Some((at + 1, point))
            }
            _ => None,
        }
    }

    /// Whether `vor einigen Tagen` precedes in the same sentence.
    fn some_days_ago(&self, at: usize) -> bool {
        self.before(at)
            .any(|hit| matches!(hit.meaning, Meaning::Duration(Unit::Day, Length::Open, _)) && self.items.before(hit.from) == "vor")
    }
}

/// The month that a point names, or begins with.
fn month_of(point: Point) -> Option<u32> {
    match point {
        Point::Day(_, month, _) | Point::Dated(_, month, _) | Point::Month(_, month, _) | Point::Nth(_, month, ..) => Some(month),
        Point::Season(_, season, _) => Some(match season {
            Season::Spring => 3,
            Season::Summer => 6,
            Season::Autumn => 9,
            Season::Winter => 12,
        }),
        Point::Quarter(_, number) => Some(number * 3),
        _ => None,
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

/// `täglich`, `jeden Montag`.
fn is_daily(meaning: &Meaning) -> bool {
    matches!(meaning, Meaning::Set(value) if value == "P1D" || value.starts_with("XXXX"))
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
