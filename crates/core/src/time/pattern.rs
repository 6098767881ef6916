//! Patterns of time expressions, and how to add one.
//!
//! A [`Rule`] is a sequence of [`Part`]s, and a function from what they captured to a [`Meaning`]. At every position of a text the longest match
//! wins, the earlier rule if two are equal; matching continues after it, so that expressions never overlap.
//!
//! # How to add a pattern
//!
//! Put a rule into the table of its kind in `time/rules/`, with a case in `time/tests/expressions.rs`. It looks like this:
//!
//! ```
//! use zeitlupe_core::time::lexicon::Unit;
//! use zeitlupe_core::time::meaning::{Meaning, Point, YearRef};
//! use zeitlupe_core::time::pattern::{Part, Rule};
//! use zeitlupe_core::text::Document;
//! use zeitlupe_core::time::{recognise_in, TimeKind};
//!
//! // "Anno Domini 1648" or "Anno 1648": fixed words, then a year.
//! const ANNO: Rule = Rule {
//!     parts: &[Part::Word(&["anno"]), Part::Maybe(&Part::Word(&["domini"])), Part::Year],
//!     make: |found| Some(Meaning::Date(Point::Year(YearRef::Given(found.year?)), None)),
//! };
//!
//! let text = "Der Friede wurde Anno Domini 1648 geschlossen.";
//! let times = recognise_in(&Document::new(text), None, &[ANNO]);
//! assert_eq!(times[0].span.of(text), "Anno Domini 1648");
//! assert_eq!((times[0].kind, times[0].value.as_str()), (TimeKind::Date, "1648"));
//! ```

use super::item::{Item, Items};
use super::lexicon::{Class, DayPart, Edge, Holiday, Ref, Season, Unit};
use super::meaning::Meaning;

/// One element of a pattern.
#[derive(Clone, Copy, Debug)]
pub enum Part {
    /// One of these words or punctuation marks, in lower case.
    Word(&'static [&'static str]),
    /// A whole number in digits or words; captured as `number`.
    Number,
    /// A number of halves; captured as `halves`.
    Halves,
    /// `halbes`.
    Half,
    /// `15.` or `dritten`; captured as `ordinal`.
    Ordinal,
    /// Four digits from 1000 to 2199; captured as `year`.
    Year,
    /// Two digits; captured as `number`.
    TwoDigits,
    /// A month.
    Month,
    /// A day of the week.
    Weekday,
    /// `montags`.
    OnWeekdays,
    /// `Dienstagabend`; captured as `weekday` and `part`.
    WeekdayPart,
    /// A unit not shorter than the first and not longer than the second; captured as `unit` and `plural`.
    Unit(Unit, Unit),
    /// `35-Stunden`, `einwöchig`; captured as `unit` and `number`.
    Length,
    /// `jahrelang`; captured as `unit`.
    Long,
    /// `täglich`; captured as `unit`.
    Often,
    /// `Vorjahr`; captured as `shift`.
    YearShift,
    /// `80er`; captured as `number`.
    Decade,
    /// A season.
    Season,
    /// A part of the day, including `morgen` in lower case.
    DayPart,
    /// `nachts`; captured as `part`.
    OnParts,
    /// A holiday.
    Holiday,
    /// `gestern`; captured as `shift`.
    Days,
    /// `Vortag`; captured as `shift`.
    FocusDays,
    /// `vergangen`, `dies`, `kommend`; captured as `turn`.
    Turn,
    /// `der`.
    Article,
    /// `rund`.
    Approx,
    /// `einige`.
    Several,
    /// `jeder`.
    Every,
    /// `Anfang`; captured as `edge`.
    Edge,
    /// A vague word; captured as `vague`.
    Vague,
    /// `3.` for March; captured as `month`.
    MonthNumber,
    /// `4.2.`; captured as `ordinal` and `month`.
    DayMonth,
    /// `04.02.2022`; captured as `year`, `month`, `ordinal`.
    FullDate,
    /// `14.30`; captured as `clock`.
    Clock,
    /// `14:30`; captured as `clock`.
    Colon,
    /// `7:56:30`; captured as `clock` and `number`.
    Exact,
    /// `22.04`, which is also a time, and `31.12`; captured as `ordinal` and `month`.
    ShortDate,
    /// `abends`, `nachts`, after an hour; captured as `part`.
    AtPart,
    /// `Di`; captured as `weekday`.
    ShortWeekday,
    /// A capitalised word without a meaning in dates.
    Noun,
    /// More days, then their month: `12. und 19. März 2022`; captured as `month` and `year`.
    DaysOfMonth,
    /// More days or months, then their year: `bis 3. März 2014`; captured as `year`, that before if the month is a later one (`Dezember bis März 2014`).
    OfYear,
    /// Any word in lower case that ends like an adjective.
    Adjective,
    /// `-`, `–`, `—`, `/` or `bis`.
    Until,
    /// The part, or nothing.
    Maybe(&'static Part),
    /// These must follow, but are not part of the expression; what they match is captured.
    Ahead(&'static [Part]),
    /// These must not follow.
    NotAhead(&'static [Part]),
    /// The word before must be one of these.
    Behind(&'static [&'static str]),
    /// The word before must not be one of these.
    NotBehind(&'static [&'static str]),
    /// The next item directly follows the one before.
    Glued,
}

/// What the parts of a rule captured.
#[derive(Clone, Copy, Debug, Default)]
pub struct Found {
    /// The first number.
    pub number: Option<u32>,
    /// The second number.
    pub second: Option<u32>,
    /// A number of halves.
    pub halves: Option<u32>,
    /// A day of the month, or another ordinal.
    pub ordinal: Option<u32>,
    /// The first year.
    pub year: Option<i32>,
    /// The second year.
    pub until: Option<i32>,
    /// A month, from 1.
    pub month: Option<u32>,
    /// A day of the week, Monday is 0.
    pub weekday: Option<u32>,
    /// A unit.
    pub unit: Option<Unit>,
    /// Whether the form of the unit is only plural.
    pub plural: bool,
    /// A season.
    pub season: Option<Season>,
    /// A part of the day.
    pub part: Option<DayPart>,
    /// A holiday.
    pub holiday: Option<Holiday>,
    /// Days or years from the publication or the focus.
    pub shift: Option<i8>,
    /// -2 to 2 for `vorletzt`, `vergangen`, `dies`, `kommend`, `übernächst`.
    pub turn: Option<i8>,
    /// The part of a longer period.
    pub edge: Option<Edge>,
    /// A vague reference.
    pub vague: Option<Ref>,
    /// Hour and minute.
    pub clock: Option<(u8, u8)>,
}

/// A pattern with its meaning.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Its elements, in order.
    pub parts: &'static [Part],
    /// Its meaning; `None` if the words match but are not a date after all.
    pub make: fn(&Found) -> Option<Meaning>,
}

impl Rule {
    /// The end (one past the last item) and the meaning, if the rule matches at item `at`.
    pub(super) fn fits(&self, items: &Items, at: usize) -> Option<(usize, Meaning)> {
        if !may_begin(self.parts, items, at, false) {
            return None;
        }
        let (end, found) = row(self.parts, items, at, at, Found::default())?;
        if end == at {
            return None;
        }
        (self.make)(&found).map(|meaning| (end, meaning))
    }
}

impl Rule {
    /// Whether the rule can match an expression that begins with item `at`, whatever its context.
    #[cfg(not(target_family = "wasm"))]
    pub(super) fn can_begin_with(&self, items: &Items, at: usize) -> bool {
        may_begin(self.parts, items, at, true)
    }
}

/// Whether the first item can match: a quick test that excludes most rules. With `alone`, the item before it is ignored.
fn may_begin(parts: &[Part], items: &Items, at: usize, alone: bool) -> bool {
    let Some(item) = items.all.get(at) else { return false };
    let mut scratch = Found::default();
    for part in parts {
        match part {
            Part::Behind(words) if !alone && !words.contains(&items.before(at)) => return false,
            Part::Behind(_) | Part::NotBehind(_) | Part::Ahead(_) | Part::NotAhead(_) | Part::Glued => {}
            Part::DaysOfMonth | Part::OfYear => return true,
            Part::Maybe(inner) => {
                if take(inner, item, items, at, &mut scratch) {
                    return true;
                }
            }
            simple => return take(simple, item, items, at, &mut scratch),
        }
    }
    true
}

/// Matches a sequence of parts from item `at`; `start` is the first item of the expression.
fn row(parts: &[Part], items: &Items, start: usize, at: usize, found: Found) -> Option<(usize, Found)> {
    let Some((part, rest)) = parts.split_first() else {
        return Some((at, found));
    };
    match part {
        Part::Maybe(inner) => {
            if let Some(with) = one(inner, items, start, at, found)
                && let Some(end) = row(rest, items, start, with.0, with.1)
            {
                return Some(end);
            }
            row(rest, items, start, at, found)
        }
        Part::Ahead(ahead) => {
            let (_, found) = row(ahead, items, start, at, found)?;
            row(rest, items, start, at, found)
        }
        Part::NotAhead(ahead) => match row(ahead, items, start, at, found) {
            Some(_) => None,
            None => row(rest, items, start, at, found),
        },
        Part::Behind(words) => words.contains(&items.before(at)).then(|| row(rest, items, start, at, found))?,
        Part::NotBehind(words) => (!words.contains(&items.before(at))).then(|| row(rest, items, start, at, found))?,
        Part::Glued => items.all.get(at).is_some_and(|item| item.glued).then(|| row(rest, items, start, at, found))?,
        Part::DaysOfMonth | Part::OfYear => {
            let (next, found) = list(matches!(part, Part::OfYear), items, at, found)?;
            row(rest, items, start, next, found)
        }
        simple => {
            let (next, found) = one(simple, items, start, at, found)?;
            row(rest, items, start, next, found)
        }
    }
}

/// Abbreviated days of the week, from Monday.
pub(super) const SHORT_WEEKDAYS: [&str; 7] = ["mo", "di", "mi", "do", "fr", "sa", "so"];

/// Most items of a list of days.
const LONGEST_LIST: usize = 24;

/// Matches the rest of a list of days up to its month, or of days and months up to its year.
fn list(with_months: bool, items: &Items, at: usize, mut found: Found) -> Option<(usize, Found)> {
    let (mut days, mut last, mut range) = (0, None, false);
    for at in at..(at + LONGEST_LIST).min(items.all.len()) {
        let item = &items.all[at];
        if item.line != items.all[at.checked_sub(1)?].line {
            return None;
        }
        match item.class {
            Class::Ordinal(1..=31) => days += 1,
            Class::Month(month) if !with_months => {
                found.month =
                    (days > 0 && take(&Part::Ordinal, &items.all[at - 1], items, at - 1, &mut Found::default())).then_some(month.into());
                let year = items.all.get(at + 1).is_some_and(|next| take(&Part::Year, next, items, at + 1, &mut found));
                return found.month.map(|_| (at + 1 + usize::from(year), found));
            }
            Class::DayMonth(_, month) if !with_months => {
                found.month = Some(month.into());
                return Some((at + 1, found));
            }
            Class::FullDate(year, month, _) if !with_months => {
                (found.year, found.month) = (Some(year), Some(month.into()));
                return Some((at + 1, found));
            }
            Class::Month(month) => last = Some(u32::from(month)),
            Class::Number(_) if with_months && take(&Part::Year, item, items, at, &mut found) => {
                let turns = range && last < found.month;
                found.year = found.year.map(|year| year - i32::from(turns));
                return last.map(|_| (at + 1, found));
            }
            Class::Weekday(_) | Class::Edge(_) => {}
            _ => match items.lower(at) {
                "," | "und" | "oder" | "sowie" | "/" | "am" | "der" | "den" | "dem" | "zum" | "vom" | "einschließlich" | "inklusive" => {}
                "bis" | "-" | "–" => range = true,
                _ => return None,
            },
        }
    }
    None
}

/// Matches one part against one item. An expression never crosses a line end.
fn one(part: &Part, items: &Items, start: usize, at: usize, mut found: Found) -> Option<(usize, Found)> {
    let item = items.all.get(at)?;
    if items.all.get(start).is_some_and(|first| first.line != item.line) {
        return None;
    }
    take(part, item, items, at, &mut found).then_some((at + 1, found))
}

fn take(part: &Part, item: &Item, items: &Items, at: usize, found: &mut Found) -> bool {
    match (part, item.class) {
        (Part::Word(words), _) => return words.contains(&items.lower(at)),
        (Part::Until, _) => return matches!(items.lower(at), "-" | "–" | "—" | "/" | "bis"),
        (Part::Adjective, Class::Plain) => return !item.capital && is_inflected(items.lower(at)),
        (Part::TwoDigits, Class::Number(number)) if item.digits == 2 => found.count(number),
        (Part::Number, Class::Number(number)) => found.count(number),
        (Part::Year, Class::Number(number)) if item.digits == 4 && (1000..2200).contains(&number) => {
            let slot = if found.year.is_some() { &mut found.until } else { &mut found.year };
            *slot = Some(number as i32);
        }
        (Part::Halves, Class::Halves(halves)) => put(&mut found.halves, halves),
        (Part::Ordinal, Class::Ordinal(number)) => put(&mut found.ordinal, number),
        (Part::MonthNumber, Class::Ordinal(month)) if (1..=12).contains(&month) => put(&mut found.month, month),
        (Part::Month, Class::Month(month)) => put(&mut found.month, month.into()),
        (Part::Weekday, Class::Weekday(day)) | (Part::OnWeekdays, Class::OnWeekdays(day)) => put(&mut found.weekday, day.into()),
        (Part::WeekdayPart, Class::WeekdayPart(day, part)) => {
            put(&mut found.weekday, day.into());
            put(&mut found.part, part);
        }
        (Part::Unit(shortest, longest), Class::Unit(unit, plural)) if (*shortest..=*longest).contains(&unit) => {
            put(&mut found.unit, unit);
            found.plural |= plural;
        }
        (Part::Length, Class::Length(unit, number)) => {
            put(&mut found.unit, unit);
            found.count(number);
        }
        (Part::Long, Class::Long(unit)) | (Part::Often, Class::Often(unit)) => put(&mut found.unit, unit),
        (Part::Decade, Class::Decade(decade)) => put(&mut found.number, u32::try_from(decade).unwrap_or(0)),
        (Part::Season, Class::Season(season)) => put(&mut found.season, season),
        (Part::DayPart, Class::Days(1)) if items.lower(at) == "morgen" => put(&mut found.part, DayPart::Morning),
        (Part::DayPart, Class::Part(part)) | (Part::OnParts, Class::OnParts(part)) => put(&mut found.part, part),
        (Part::DayPart, Class::Plain) if items.lower(at) == "früh" => put(&mut found.part, DayPart::Morning),
        (Part::Holiday, Class::Holiday(holiday)) => put(&mut found.holiday, holiday),
        (Part::YearShift, Class::YearShift(shift)) | (Part::Days, Class::Days(shift)) | (Part::FocusDays, Class::FocusDays(shift)) => {
            put(&mut found.shift, shift);
        }
        (Part::Turn, Class::Turn(turn)) => put(&mut found.turn, turn),
        (Part::Edge, Class::Edge(edge)) => put(&mut found.edge, edge),
        (Part::Vague, Class::Vague(vague)) => put(&mut found.vague, vague),
        (Part::Article, Class::Article)
        | (Part::Approx, Class::Approx)
        | (Part::Several, Class::Several)
        | (Part::Every, Class::Every)
        | (Part::Half, Class::Half) => {}
        _ => return take_digits(part, item, items, at, found),
    }
    true
}

/// Matches a date or time in digits, or an abbreviation beside one.
fn take_digits(part: &Part, item: &Item, items: &Items, at: usize, found: &mut Found) -> bool {
    match (part, item.class) {
        (Part::DayMonth, Class::DayMonth(day, month)) => {
            put(&mut found.ordinal, day.into());
            put(&mut found.month, month.into());
        }
        (Part::FullDate, Class::FullDate(year, month, day)) => {
            found.year = Some(year);
            put(&mut found.month, month.into());
            put(&mut found.ordinal, day.into());
        }
        (Part::Exact, Class::Exact(hour, minute, second)) => {
            put(&mut found.clock, (hour, minute));
            found.count(second.into());
        }
        (Part::ShortDate, Class::Clock(day, month) | Class::ShortDate(day, month)) if (1..=12).contains(&month) => {
            put(&mut found.ordinal, day.into());
            put(&mut found.month, month.into());
        }
        (Part::AtPart, Class::Part(part) | Class::OnParts(part)) if !item.capital => put(&mut found.part, part),
        (Part::AtPart, Class::Plain) if items.lower(at) == "früh" => put(&mut found.part, DayPart::Morning),
        (Part::ShortWeekday, Class::Plain) if item.capital => {
            let Some(day) = SHORT_WEEKDAYS.iter().position(|day| *day == items.lower(at)) else { return false };
            put(&mut found.weekday, day as u32);
        }
        (Part::Noun, Class::Plain) => return item.capital,
        (Part::Clock, Class::Clock(hour, minute)) | (Part::Colon, Class::Colon(hour, minute)) => put(&mut found.clock, (hour, minute)),
        _ => return false,
    }
    true
}

/// Whether a lower-case word ends like an adjective before a noun.
fn is_inflected(word: &str) -> bool {
    word.len() > 4 && ["e", "en", "er", "es", "em"].iter().any(|ending| word.ends_with(ending))
}

/// Sets an empty slot: a lookahead adds captures but never overwrites one.
fn put<T>(slot: &mut Option<T>, value: T) {
    slot.get_or_insert(value);
}

impl Found {
    fn count(&mut self, number: u32) {
        let slot = if self.number.is_some() { &mut self.second } else { &mut self.number };
        *slot = Some(number);
    }
}
