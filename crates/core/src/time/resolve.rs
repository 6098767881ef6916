//! Resolves meanings to days, relative to the publication and the date in focus.

use super::lexicon::{Edge, Season, Unit};
use super::meaning::{Look, Point, Way, YearRef};
use super::tense::Tense;
use super::{Anchor, Reason, Toward, holiday};
use crate::day::Day;

/// A period and its TIMEX3 value; the value is empty if only the days are known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Period {
    pub value: String,
    pub first: Day,
    pub last: Day,
}

/// The context that a date is resolved in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Setting<'a> {
    /// The days on which the article may have appeared.
    pub published: Option<(Day, Day)>,
    /// How those days are known: from the publication, or from another article.
    pub known_by: Anchor,
    /// The last named day, as precisely as it is known.
    pub day: Option<(Day, Day)>,
    /// The last named calendar date, of any length.
    pub focus: Option<&'a Period>,
    /// The year named in the sentence, or in focus in the paragraph.
    pub year: Option<i32>,
    /// The last day named in the paragraph.
    pub near: Option<Day>,
    /// The tense of the clause.
    pub tense: Tense,
}

/// A resolved expression, with its reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Resolved {
    pub period: Period,
    pub anchor: Anchor,
    pub anchor_days: Option<(Day, Day)>,
    pub reason: Reason,
}

impl Resolved {
    fn said(period: Period) -> Self {
        Self { period, anchor: Anchor::Explicit, anchor_days: None, reason: Reason::Said }
    }

    /// Relative to a date named in the text.
    pub fn from_focus(period: Period, days: (Day, Day), reason: Reason) -> Self {
        Self { period, anchor: Anchor::Focus, anchor_days: Some(days), reason }
    }
}

/// Resolves a point.
///
/// # Errors
/// Returns the reason if it cannot be resolved.
pub(super) fn resolve(point: Point, setting: &Setting<'_>) -> Result<Resolved, Reason> {
    if let Some(period) = absolute(point) {
        return Ok(Resolved::said(period));
    }
    if is_given(point) {
        return Err(Reason::NoSuchDay);
    }
    if let Some(named) = setting.year
        && let (Some(period), Some(all)) = (given_year(point, named), year(named))
    {
        return Ok(Resolved::from_focus(period, (all.first, all.last), Reason::Year));
    }
    match point {
        Point::Focus(unit, number) => {
            let reason = match (unit, number) {
                (Unit::Day, 0) => Reason::SameDay,
                (_, 0) => Reason::Running,
                _ => Reason::Counted,
            };
            let anchor_days = if unit == Unit::Day { setting.day } else { within(setting.focus, unit, number) };
            if let Some(days) = anchor_days {
                let period = from_focus(unit, number, days.0, days.1).ok_or(Reason::NoSuchDay)?;
                return Ok(Resolved::from_focus(period, days, reason));
            }
            // Without a day in focus, "am Vortag" is relative to the publication; "am Tag danach" would be a guess.
            if number > 0 {
                return Err(Reason::Unanchored);
            }
            spread(setting, |today| Some((shift(unit, number, today)?, reason)))
        }
        Point::FocusWeekday(weekday, sign) => focus_weekday(weekday, sign, setting),
        Point::DayOf(None, day) if setting.near.is_some() => setting.near.and_then(|near| in_story(day, near)).ok_or(Reason::NoSuchDay),
        Point::YearBefore => match setting.year.and_then(year) {
            Some(named) => {
                let period = shift(Unit::Year, -1, named.first).ok_or(Reason::NoSuchDay)?;
                Ok(Resolved::from_focus(period, (named.first, named.last), Reason::Counted))
            }
            None => spread(setting, |today| Some((shift(Unit::Year, -1, today)?, Reason::Word))),
        },
        Point::SamePeriod(number) => match setting.focus {
            Some(focus) => {
                // A day is not a period: the text does not say which period it compares, only its year.
                let is_period = focus.last.0 - focus.first.0 >= 27;
                let later = if is_period { years_later(focus, number) } else { shift(Unit::Year, number, focus.first) };
                let period = later.ok_or(Reason::NoSuchDay)?;
                Ok(Resolved::from_focus(period, (focus.first, focus.last), Reason::Counted))
            }
            None => spread(setting, |today| Some((shift(Unit::Year, number, today)?, Reason::Word))),
        },
        Point::Here => match setting.day {
            Some(seen) => Ok(Resolved::from_focus(days(seen.0, seen.1), seen, Reason::SameDay)),
            None => spread(setting, |today| Some((one_day(today), Reason::SameDay))),
        },
        _ => spread(setting, |today| relative(point, today, setting.tense)),
    }
}

/// Resolves for every day on which the article may have appeared, and returns what all results have in common: the value, or else the month, or
/// else only the days. The reason is that of the first result.
pub(super) fn spread(setting: &Setting<'_>, at: impl Fn(Day) -> Option<(Period, Reason)>) -> Result<Resolved, Reason> {
    let (from, to) = setting.published.ok_or(Reason::Unanchored)?;
    let (mut all, reason) = at(from).ok_or(Reason::NoSuchDay)?;
    let mut today = from;
    while today < to {
        today = today.plus(1);
        let (next, _) = at(today).ok_or(Reason::NoSuchDay)?;
        all.first = all.first.min(next.first);
        all.last = all.last.max(next.last);
        if all.value != next.value {
            all.value.clear();
        }
    }
    if all.value.is_empty() {
        let ((y, m, _), (last_y, last_m, _)) = (all.first.civil(), all.last.civil());
        if (y, m) == (last_y, last_m) && from != to {
            all.value = format!("{y:04}-{m:02}");
        }
    }
    Ok(Resolved { period: all, anchor: setting.known_by, anchor_days: setting.published, reason })
}

/// Narrows a period to its first, second or last third.
pub(super) fn narrow(period: &mut Period, edge: Edge) {
    let third = (period.last.0 - period.first.0 + 1) / 3;
    if third == 0 {
        return;
    }
    let (first, last) = (period.first, period.last);
    match edge {
        Edge::Start => period.last = first.plus(third - 1),
        Edge::Middle => (period.first, period.last) = (first.plus(third), last.plus(-third)),
        Edge::End => period.first = last.plus(1 - third),
    }
}

/// The days of a duration relative to the publication.
pub(super) fn pointed(unit: Unit, halves: u32, way: Way, today: Day) -> Option<Period> {
    let halves = i32::try_from(halves).ok()?;
    let sign: i32 = if matches!(way, Way::Ago | Way::Past) { -1 } else { 1 };
    let far = shifted(unit, sign.checked_mul(halves)?, today)?;
    let no_value = |first, last| Period { value: String::new(), first, last };
    match way {
        Way::None => None,
        Way::Ago | Way::Hence => {
            let (unit, whole) = if halves % 2 == 1 && unit == Unit::Year { (Unit::Month, 0) } else { (unit, sign * halves / 2) };
            let anchor_days = if whole == 0 { far } else { today };
            let period = if unit < Unit::Day { one_day(far) } else { shift(unit, whole, anchor_days)? };
            Some(no_value(period.first, period.last))
        }
        Way::Past => Some(no_value(far, today)),
        Way::Coming => Some(no_value(today, far)),
    }
}

/// The days of a duration of several units, each given with its number of halves, relative to a day.
pub(super) fn pointed_by(parts: &[(Unit, u32)], way: Way, today: Day) -> Option<Period> {
    let (&(unit, halves), rest) = parts.split_last()?;
    let sign: i32 = if matches!(way, Way::Ago | Way::Past) { -1 } else { 1 };
    let from = rest.iter().try_fold(today, |day, &(unit, halves)| shifted(unit, sign.checked_mul(i32::try_from(halves).ok()?)?, day))?;
    let found = pointed(unit, halves, way, from)?;
    Some(match way {
        Way::Past | Way::Coming => Period { first: found.first.min(today), last: found.last.max(today), ..found },
        _ => found,
    })
}

/// The day this number of half units later.
fn shifted(unit: Unit, halves: i32, today: Day) -> Option<Day> {
    let months = |per_half: i32| plus_months(today, halves.checked_mul(per_half)?);
    match unit {
        Unit::Second | Unit::Minute => Some(today),
        Unit::Hour => Some(today.plus(halves / 48)),
        Unit::Day => Some(today.plus(halves / 2)),
        Unit::Week | Unit::Weekend => Some(today.plus(halves.checked_mul(7)? / 2)),
        Unit::Month => plus_months(today, halves / 2),
        Unit::Quarter => plus_months(today, halves.checked_mul(3)? / 2),
        Unit::Year => months(6),
        Unit::Decade => months(60),
        Unit::Century => months(600),
        Unit::Millennium => months(6000),
    }
}

/// The same day of another month, or its last day if it is shorter.
fn plus_months(day: Day, months: i32) -> Option<Day> {
    let (year, month, date) = day.civil();
    let count = year.checked_mul(12)?.checked_add(month as i32 - 1)?.checked_add(months)?;
    let (year, month) = (count.div_euclid(12), count.rem_euclid(12) as u32 + 1);
    (28..=date).rev().chain([date]).find_map(|date| Day::from_civil(year, month, date))
}

fn one_day(day: Day) -> Period {
    Period { value: day.iso(), first: day, last: day }
}

fn days(first: Day, last: Day) -> Period {
    if first == last { one_day(first) } else { Period { value: String::new(), first, last } }
}

fn months(year: i32, month: u32, number: i32, value: String) -> Option<Period> {
    let first = Day::from_civil(year, month, 1)?;
    Some(Period { value, first, last: plus_months(first, number)?.plus(-1) })
}

fn month(year: i32, month: u32) -> Option<Period> {
    months(year, month, 1, format!("{year:04}-{month:02}"))
}

fn year(year: i32) -> Option<Period> {
    months(year, 1, 12, format!("{year:04}"))
}

fn season(year: i32, season: Season) -> Option<Period> {
    let (code, month) = match season {
        Season::Spring => ("SP", 3),
        Season::Summer => ("SU", 6),
        Season::Autumn => ("FA", 9),
        // The winter of a year may be the one at its beginning or at its end: both Januaries are possible.
        Season::Winter => return months(year - 1, 12, 15, format!("{year:04}-WI")),
    };
    months(year, month, 3, format!("{year:04}-{code}"))
}

fn quarter(year: i32, quarter: u32) -> Option<Period> {
    months(year, quarter * 3 - 2, 3, format!("{year:04}-Q{quarter}"))
}

fn week(day: Day) -> Period {
    let monday = day.plus(-(day.weekday() as i32));
    let (year, week) = day.iso_week();
    Period { value: format!("{year:04}-W{week:02}"), first: monday, last: monday.plus(6) }
}

/// `am Montag darauf`, counted from the day in focus; `am Montag zuvor` also from the publication.
fn focus_weekday(weekday: u32, sign: i32, setting: &Setting<'_>) -> Result<Resolved, Reason> {
    let (from, to) = match (setting.day, sign) {
        (Some(days), _) => days,
        (None, 1) => return Err(Reason::Unanchored),
        (None, _) => return spread(setting, |today| Some((weekday_beside(weekday, sign, today), Reason::Counted))),
    };
    Ok(Resolved::from_focus(weekday_beside(weekday, sign, if sign > 0 { to } else { from }), (from, to), Reason::Counted))
}

/// A day of the month of the day before it in the text. A story goes on: after the 28th, the 3rd is in the next month.
fn in_story(day: u32, near: Day) -> Option<Resolved> {
    let (y, m, d) = near.civil();
    let (y, m, _) = plus_months(Day::from_civil(y, m, 1)?, i32::from(day < d))?.civil();
    Some(Resolved::from_focus(one_day(Day::from_civil(y, m, day)?), (near, near), Reason::Running))
}

/// The first such weekday after (1) or before (-1) a day.
fn weekday_beside(weekday: u32, sign: i32, day: Day) -> Period {
    let ahead = (weekday as i32 - day.weekday() as i32).rem_euclid(7);
    one_day(day.plus(match (sign, ahead) {
        (1, 0) => 7,
        (1, ahead) => ahead,
        (_, ahead) => ahead - 7,
    }))
}

/// A weekday of a month: the first (1) to fifth, or the last (-1).
fn nth(year: i32, month: u32, number: i32, weekday: u32) -> Option<Period> {
    let first = Day::from_civil(year, month, 1)?;
    let start = if number < 0 { plus_months(first, 1)? } else { first.plus(-1) };
    let day = weekday_beside(weekday, number.signum(), start).first.plus(7 * (number.abs() - 1));
    (day.civil().1 == month).then(|| one_day(day))
}

/// The day of a month with this weekday that is nearest, if possible in the direction of the tense.
fn weekday_day(weekday: u32, date: u32, today: Day, tense: Tense) -> Option<Period> {
    let (y, m, _) = today.civil();
    let first = Day::from_civil(y, m, 1)?;
    let months = (-12..=12).filter_map(|number| plus_months(first, number)).map(Day::civil);
    let all: Vec<Day> = months.filter_map(|(y, m, _)| Day::from_civil(y, m, date)).filter(|day| day.weekday() == weekday).collect();
    let fits = |day: &&Day| match tense {
        Tense::Past => **day <= today && today.0 - day.0 <= PAST_DUE * 2,
        Tense::Ahead => **day >= today && day.0 - today.0 <= PAST_DUE * 2,
        Tense::Open => false,
    };
    let nearest = || all.iter().min_by_key(|day| day.0.abs_diff(today.0));
    all.iter().find(fits).or_else(nearest).map(|day| one_day(*day))
}

/// The day with this number in the month of `today` or a neighbouring one.
fn day_of_month(date: u32, today: Day, tense: Tense) -> Option<Period> {
    let (y, m, _) = today.civil();
    let first = Day::from_civil(y, m, 1)?;
    let months = (-2..=2).filter_map(|number| plus_months(first, number)).map(Day::civil);
    let all: Vec<Day> = months.filter_map(|(y, m, _)| Day::from_civil(y, m, date)).collect();
    let found = match tense {
        Tense::Past => all.iter().rev().find(|day| **day <= today),
        Tense::Ahead => all.iter().find(|day| **day >= today),
        Tense::Open => all.iter().min_by_key(|day| day.0.abs_diff(today.0)),
    };
    found.map(|day| one_day(*day))
}

/// A week of the year by its ISO number: the first one contains 4 January.
fn numbered_week(year: i32, number: u32) -> Option<Period> {
    let first = Day::from_civil(year, 1, 4)?;
    let found = week(first.plus(i32::try_from(number).ok()?.checked_sub(1)?.checked_mul(7)?));
    (found.value == format!("{year:04}-W{number:02}")).then_some(found)
}

fn weekend(saturday: Day) -> Period {
    let (year, week) = saturday.iso_week();
    Period { value: format!("{year:04}-W{week:02}-WE"), first: saturday, last: saturday.plus(1) }
}

/// Whether the point has its year, so that no other year is possible.
fn is_given(point: Point) -> bool {
    matches!(
        point,
        Point::Day(YearRef::Given(_), ..)
            | Point::Month(YearRef::Given(_), ..)
            | Point::Holiday(YearRef::Given(_), _)
            | Point::Year(YearRef::Given(_))
    )
}

fn absolute(point: Point) -> Option<Period> {
    match point {
        Point::Day(YearRef::Given(y), ..)
        | Point::Month(YearRef::Given(y), ..)
        | Point::Season(YearRef::Given(y), ..)
        | Point::Holiday(YearRef::Given(y), _)
        | Point::Quarter(YearRef::Given(y), _)
        | Point::Half(YearRef::Given(y), _) => in_year(point, y),
        Point::WeekOf(YearRef::Given(y), number) => numbered_week(y, number),
        Point::Nth(YearRef::Given(y), ..) => in_year(point, y),
        Point::Winter(y) => months(y, 12, 3, format!("{y:04}-WI")),
        Point::Year(YearRef::Given(y)) => year(y),
        Point::Years(from, to) => months(from, 1, (to - from + 1).checked_mul(12)?, format!("{from:04}/{to:04}")),
        Point::Decade(y) => months(y - y.rem_euclid(10), 1, 120, format!("{:03}", y.div_euclid(10))),
        Point::Century(c) => months(c.checked_mul(100)?, 1, 1200, format!("{c:02}")),
        _ => None,
    }
}

/// A date without year, in the year named in its sentence.
fn given_year(point: Point, y: i32) -> Option<Period> {
    match point {
        Point::Day(YearRef::Open, ..)
        | Point::Dated(..)
        | Point::Quarter(YearRef::Open, _)
        | Point::Half(YearRef::Open, _)
        | Point::Nth(YearRef::Open, ..)
        | Point::Month(YearRef::Open, _, Look::Tense | Look::Since | Look::From)
        | Point::Season(YearRef::Open, _, Look::Tense | Look::Since | Look::From) => in_year(point, y),
        _ => None,
    }
}

fn in_year(point: Point, y: i32) -> Option<Period> {
    match point {
        Point::Day(_, month, day) | Point::Dated(_, month, day) => Day::from_civil(y, month, day).map(one_day),
        Point::Month(_, m, _) => month(y, m),
        Point::Season(_, which, _) => season(y, which),
        Point::Holiday(_, which) => holiday::day(which, y).map(one_day),
        Point::Quarter(_, number) => quarter(y, number),
        Point::Nth(_, month, number, weekday) => nth(y, month, number, weekday),
        Point::Half(_, number) => months(y, number * 6 - 5, 6, format!("{y:04}-H{number}")),
        _ => None,
    }
}

fn from_focus(unit: Unit, number: i32, first: Day, last: Day) -> Option<Period> {
    match unit {
        Unit::Day => Some(days(first.plus(number), last.plus(number))),
        _ => {
            let (a, b) = (shift(unit, number, first)?, shift(unit, number, last)?);
            if a == b { Some(a) } else { Some(Period { value: String::new(), first: a.first, last: b.last }) }
        }
    }
}

/// The period in focus, if the unit can be relative to it: "Ende des Monats" to a day, not to a decade; "im Vormonat" to a month.
fn within(focus: Option<&Period>, unit: Unit, number: i32) -> Option<(Day, Day)> {
    let (shortest, longest) = match (unit, number) {
        (Unit::Week | Unit::Weekend, _) => (1, 7),
        (Unit::Month, 0) => (1, 31),
        (Unit::Month, _) => (28, 31),
        (Unit::Quarter, 0) => (1, 92),
        (Unit::Quarter, _) => (90, 92),
        _ => return focus.map(|focus| (focus.first, focus.last)),
    };
    focus.filter(|focus| (shortest..=longest).contains(&(focus.last.0 - focus.first.0 + 1))).map(|focus| (focus.first, focus.last))
}

/// The same period in another year: the first half of 2022 for that of 2021. It only has a value if that of the period begins with the year.
fn years_later(period: &Period, number: i32) -> Option<Period> {
    let months = number.checked_mul(12)?;
    let (first, last) = (plus_months(period.first, months)?, plus_months(period.last.plus(1), months)?.plus(-1));
    let named = period.value.split_at_checked(4).and_then(|(year, rest)| Some((year.parse::<i32>().ok()?, rest)));
    let value = match named {
        Some((year, rest)) if !rest.starts_with("-W") && !rest.contains('/') => format!("{:04}{rest}", year.checked_add(number)?),
        _ => String::new(),
    };
    Some(Period { value, first, last })
}

/// `vor einigen Tagen`: more than one day, but not yet weeks. The value is the month, if it is certain.
pub(super) fn some_days_ago(today: Day) -> Period {
    let (first, last) = (today.plus(-14), today.plus(-2));
    let ((y, m, _), (last_y, last_m, _)) = (first.civil(), last.civil());
    let value = if (y, m) == (last_y, last_m) { format!("{y:04}-{m:02}-XX") } else { String::new() };
    Period { value, first, last }
}

/// The whole unit this number of units after the one of `today`.
fn shift(unit: Unit, number: i32, today: Day) -> Option<Period> {
    let (y, m, _) = today.civil();
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour => Some(one_day(today)),
        Unit::Day => Some(one_day(today.plus(number))),
        Unit::Week => Some(week(today.plus(number.checked_mul(7)?))),
        Unit::Weekend => Some(weekend(week(today).first.plus(number.checked_mul(7)?.checked_add(5)?))),
        Unit::Month => {
            let (y, m, _) = plus_months(Day::from_civil(y, m, 1)?, number)?.civil();
            month(y, m)
        }
        Unit::Quarter => {
            let (y, m, _) = plus_months(Day::from_civil(y, m, 1)?, number.checked_mul(3)?)?.civil();
            quarter(y, (m - 1) / 3 + 1)
        }
        Unit::Year => year(y.checked_add(number)?),
        Unit::Decade => absolute(Point::Decade(y.checked_add(number.checked_mul(10)?)?)),
        Unit::Century => absolute(Point::Century(y.div_euclid(100).checked_add(number)?)),
        Unit::Millennium => {
            let first = y.div_euclid(1000).checked_add(number)?.checked_mul(1000)?;
            months(first, 1, 12_000, String::new())
        }
    }
}

fn relative(point: Point, today: Day, tense: Tense) -> Option<(Period, Reason)> {
    let (this_year, ..) = today.civil();
    let (period, reason) = match point {
        Point::Quarter(YearRef::Relative(0), _) | Point::Half(YearRef::Relative(0), _) => (in_year(point, this_year), Reason::Running),
        Point::Day(YearRef::Relative(n), ..)
        | Point::Month(YearRef::Relative(n), ..)
        | Point::Season(YearRef::Relative(n), ..)
        | Point::Holiday(YearRef::Relative(n), _)
        | Point::Quarter(YearRef::Relative(n), _)
        | Point::Nth(YearRef::Relative(n), ..)
        | Point::Half(YearRef::Relative(n), _) => (in_year(point, this_year.checked_add(n)?), Reason::Word),
        Point::Year(YearRef::Relative(n)) => (year(this_year.checked_add(n)?), Reason::Word),
        Point::Season(_, Season::Winter, Look::Here) => (season(this_year, Season::Winter), Reason::Word),
        Point::Dated(weekday, month, day) => return dated(weekday, month, day, today, tense),
        Point::DayOf(Some(number), day) => {
            let (y, m, _) = plus_months(Day::from_civil(this_year, today.civil().1, 1)?, number)?.civil();
            (Day::from_civil(y, m, day).map(one_day), Reason::Word)
        }
        Point::DayOf(None, day) => (day_of_month(day, today, tense), reason(Look::Tense, tense)),
        Point::WeekdayDay(weekday, day) => (weekday_day(weekday, day, today, tense), Reason::Weekday),
        Point::Distant(unit, number, days) => (distant(unit, number, today.plus(days)).map(one_day), Reason::Counted),
        Point::Quarter(..) | Point::Half(..) if tense == Tense::Open => (in_year(point, this_year), Reason::Running),
        Point::Quarter(..) | Point::Half(..) | Point::Nth(..) => return nearest(point, today, Look::Tense, tense),
        Point::Day(..) | Point::Holiday(..) => return nearest(point, today, Look::Tense, tense),
        Point::Month(_, _, look) | Point::Season(_, _, look) => return nearest(point, today, look, tense),
        Point::WeekOf(YearRef::Relative(n), number) => (numbered_week(this_year.checked_add(n)?, number), Reason::Word),
        Point::WeekOf(_, number) => (numbered_week(this_year, number), Reason::Running),
        Point::WeekdayIn(weekday, weeks) => {
            let (coming, _) = weekday_near(weekday, today, if weeks < 0 { Look::Since } else { Look::From }, tense);
            (Some(one_day(coming.first.plus(weeks.checked_mul(7)?))), Reason::Counted)
        }
        Point::Weekday(weekday, look) => return Some(weekday_near(weekday, today, look, tense)),
        Point::WeekdayOf(weekday, number) => {
            (Some(one_day(week(today).first.plus(number.checked_mul(7)?.checked_add(weekday as i32)?))), Reason::Word)
        }
        Point::Weekend(look) => {
            let saturday = week(today).first.plus(5);
            let gone = saturday > today && (look == Look::Since || look == Look::Tense && tense == Tense::Past);
            let start = match look {
                Look::AfterNext => saturday.plus(7),
                Look::BeforeLast => saturday.plus(-14),
                _ if gone || look == Look::Back => saturday.plus(-7),
                _ => saturday,
            };
            (Some(weekend(start)), reason(look, tense))
        }
        Point::Shift(unit, number) => (shift(unit, number, today), Reason::Word),
        _ => (None, Reason::Unanchored),
    };
    period.map(|period| (period, reason))
}

/// The same day this number of units later.
fn distant(unit: Unit, number: i32, day: Day) -> Option<Day> {
    shifted(unit, number.checked_mul(2)?, day)
}

/// The reason for a weekday or weekend without a date: its own word, the tense, or nothing.
fn reason(look: Look, tense: Tense) -> Reason {
    match (look, tense) {
        (Look::Tense, Tense::Past) => Reason::Tense(Toward::Back),
        (Look::Tense, Tense::Ahead) => Reason::Tense(Toward::Ahead),
        (Look::Tense, Tense::Open) => Reason::Coming,
        _ => Reason::Word,
    }
}

fn weekday_near(weekday: u32, today: Day, look: Look, tense: Tense) -> (Period, Reason) {
    let back = (today.weekday() as i32 - weekday as i32).rem_euclid(7);
    let ahead = (weekday as i32 - today.weekday() as i32).rem_euclid(7);
    let shift = match (look, tense) {
        (Look::Since, _) | (Look::Tense, Tense::Past) => -back,
        (Look::From, _) | (Look::Tense, _) => ahead,
        (Look::Back | Look::BeforeLast, _) => (if back == 0 { -7 } else { -back }) - 7 * i32::from(look == Look::BeforeLast),
        (Look::Ahead | Look::AfterNext, _) => (if ahead == 0 { 7 } else { ahead }) + 7 * i32::from(look == Look::AfterNext),
        (Look::Here, _) => weekday as i32 - today.weekday() as i32,
    };
    (one_day(today.plus(shift)), reason(look, tense))
}

/// A date with its weekday: the nearest year in which the two match, if there is one nearby.
fn dated(weekday: u32, month: u32, day: u32, today: Day, tense: Tense) -> Option<(Period, Reason)> {
    let (y, ..) = today.civil();
    let fits = |y: &i32| Day::from_civil(*y, month, day).filter(|day| day.weekday() == weekday);
    let best = [y - 2, y - 1, y, y + 1, y + 2].iter().filter_map(fits).min_by_key(|day| day.0.abs_diff(today.0));
    match best {
        Some(day) => Some((one_day(day), Reason::Weekday)),
        None => nearest(Point::Day(YearRef::Open, month, day), today, Look::Tense, tense),
    }
}

/// Days (about four months) within which a date does not need the tense.
const NEAR: i32 = 120;

/// Days after which a quarter is not mentioned without its year.
const HALF_A_YEAR: i32 = 183;

/// Days (about a month) for which a past day may be mentioned in the present tense, or a coming holiday in the past tense.
const PAST_DUE: i32 = 31;

/// The date in this or a neighbouring year that fits the tense best.
fn nearest(point: Point, today: Day, look: Look, tense: Tense) -> Option<(Period, Reason)> {
    let (y, ..) = today.civil();
    let all: Vec<Period> = (y - 2..=y + 2).filter_map(|y| in_year(point, y)).collect();
    let distance = |s: &Period| if s.last < today { today.0 - s.last.0 } else { (s.first.0 - today.0).max(0) };
    let back = all.iter().rev().find(|s| s.first <= today);
    let ahead = all.iter().find(|s| s.last >= today);
    let close = all.iter().min_by_key(|s| distance(s));
    let is_holiday = matches!(point, Point::Holiday(..));
    let exact = matches!(point, Point::Day(..) | Point::Nth(..)) || is_holiday;
    let (found, reason) = match (look, tense) {
        (Look::Back, _) => (all.iter().rev().find(|s| s.last < today), Reason::Word),
        (Look::BeforeLast, _) => (all.iter().rev().filter(|s| s.last < today).nth(1), Reason::Word),
        (Look::AfterNext, _) => (all.iter().filter(|s| s.first > today).nth(1), Reason::Word),
        (Look::Since, _) => (back, Reason::Word),
        (Look::From, _) => (ahead, Reason::Word),
        (Look::Ahead, _) => (all.iter().find(|s| s.first > today), Reason::Word),
        (Look::Here, _) => (all.iter().find(|s| s.first.civil().0 == y), Reason::Word),
        // The future is not months ago.
        (Look::Tense, Tense::Ahead) if exact && close.is_some_and(|s| s.last.plus(PAST_DUE) < today) => {
            (ahead, Reason::Tense(Toward::Ahead))
        }
        (Look::Tense, Tense::Past) if is_holiday && close.is_some_and(|s| s.first > today.plus(PAST_DUE)) => {
            (back, Reason::Tense(Toward::Back))
        }
        // Announcements are also in the past tense: a nearby date has priority over the tense.
        (Look::Tense, _) if exact && close.is_some_and(|s| distance(s) <= NEAR) => (close, Reason::Near),
        (Look::Tense, Tense::Open) if exact => (all.iter().find(|s| s.first.civil().0 == y), Reason::Running),
        // A quarter of the year before is said to be one.
        (Look::Tense, Tense::Past) if matches!(point, Point::Quarter(..)) && back.is_some_and(|s| distance(s) > HALF_A_YEAR) => {
            (close, Reason::Near)
        }
        (Look::Tense, Tense::Past) => (back, Reason::Tense(Toward::Back)),
        (Look::Tense, Tense::Ahead) => (ahead, Reason::Tense(Toward::Ahead)),
        (Look::Tense, Tense::Open) => (close, Reason::Near),
    };
    match found {
        Some(found) => Some((found.clone(), reason)),
        None => close.map(|close| (close.clone(), Reason::Near)),
    }
}
