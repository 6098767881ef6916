//! Dates of the calendar.

use crate::time::lexicon::{Holiday, Season, Unit};
use crate::time::meaning::{Look, Meaning, Point, YearRef};
use crate::time::pattern::Part::*;
use crate::time::pattern::{Found, Part, Rule};

const COMMA: Part = Word(&[","]);
const AND: Part = Word(&["und", "bis", "oder", "-", "–", "/", "sowie"]);
const YEAR: Part = Unit(Unit::Year, Unit::Year);
const THE: Part = Maybe(&Article);
/// `5. bis zum 9. Juni`.
const TO_THE: Part = Maybe(&Word(&["der", "den", "dem", "zum", "vom", "am"]));
const EDGE: Part = Maybe(&Edge);
/// `des Jahres` before a year.
const OF_YEAR: Part = Maybe(&YEAR);
const WEEK_OF_YEAR: Part = Word(&["kw", "kalenderwoche"]);
const MONTH: Part = Unit(Unit::Month, Unit::Month);
const HALF: Part = Word(&["hälfte", "jahreshälfte", "halbjahr", "halbjahres"]);
const STROKE: Part = Word(&["/"]);
const HYPHEN: Part = Word(&["-"]);
/// Between two years.
const OVER: Part = Word(&["/", "-", "–", "auf"]);
const DOT: Part = Maybe(&Word(&["."]));
/// After a number that is no date.
const MEASURE: Part = Word(&["uhr", "h", "prozent", "%", "euro", "€", "mark", "franken", "dollar", "millionen", "milliarden"]);
const EARLY: Part = Maybe(&Word(&["frühen", "späten", "beginnenden", "ausgehenden", "goldenen", "wilden"]));

fn year(found: &Found) -> YearRef {
    match (found.year, found.turn, found.shift) {
        (Some(year), _, _) => YearRef::Given(year),
        (None, Some(turn), _) | (None, None, Some(turn)) => YearRef::Relative(turn.into()),
        (None, None, None) => YearRef::Open,
    }
}

fn date(point: Point, found: &Found) -> Option<Meaning> {
    Some(Meaning::Date(point, found.edge))
}

fn day(found: &Found) -> Option<Meaning> {
    let (month, day) = (found.month?, found.ordinal?);
    let longest = if month == 2 { 29 } else { 31 - u32::from(matches!(month, 4 | 6 | 9 | 11)) };
    let point = match (year(found), found.weekday) {
        (YearRef::Open, Some(weekday)) => Point::Dated(weekday, month, day),
        (year, _) => Point::Day(year, month, day),
    };
    if (1..=longest).contains(&day) { date(point, found) } else { None }
}

/// A day of the month that is this number of months after that of the publication.
fn day_of(found: &Found, months: i32) -> Option<Meaning> {
    date(Point::DayOf(Some(months), found.ordinal.filter(|day| (1..32).contains(day))?), found)
}

fn weekday_day(found: &Found) -> Option<Meaning> {
    date(Point::WeekdayDay(found.weekday?, found.ordinal.filter(|day| *day < 32)?), found)
}

fn bare_day(found: &Found) -> Option<Meaning> {
    date(Point::DayOf(None, found.ordinal.filter(|day| (1..32).contains(day))?), found)
}

/// The weekday with this number in its month.
fn nth(found: &Found, number: i32) -> Option<Meaning> {
    date(Point::Nth(year(found), found.month?, number, found.weekday?), found)
}

/// The second of two dates without full stops, as far as it cannot be a time.
fn short_end(found: &Found) -> Option<Meaning> {
    if found.ordinal > Some(24) { day(found) } else { None }
}

fn month(found: &Found) -> Option<Meaning> {
    date(Point::Month(year(found), found.month?, Look::Tense), found)
}

fn plain_year(found: &Found) -> Option<Meaning> {
    date(Point::Year(YearRef::Given(found.year?)), found)
}

fn decade(found: &Found) -> Option<Meaning> {
    let number = i32::try_from(found.number?).ok()?;
    date(Point::Decade(if number < 100 { 1900 + number } else { number }), found)
}

fn season(found: &Found) -> Option<Meaning> {
    date(Point::Season(year(found), found.season?, Look::Tense), found)
}

fn quarter(found: &Found) -> Option<Meaning> {
    let number = found.ordinal.or(found.number)?;
    if (1..=4).contains(&number) { date(Point::Quarter(year(found), number), found) } else { None }
}

fn in_quarter(found: &Found, number: u32) -> Option<Meaning> {
    quarter(&Found { number: Some(number), ..*found })
}

/// `Winter 2013/14`: the months around the turn of the year.
fn winter(found: &Found) -> Option<Meaning> {
    match found.season? {
        Season::Winter => date(Point::Winter(found.year?), found),
        _ => season(found),
    }
}

fn half(found: &Found) -> Option<Meaning> {
    let number = found.ordinal?;
    if (1..=2).contains(&number) { date(Point::Half(year(found), number), found) } else { None }
}

/// `2009/10`, `1914-18`: the second year is later by less than a hundred.
fn years(found: &Found) -> Option<Meaning> {
    let first = found.year?;
    let last = match (found.until, found.number) {
        (Some(until), _) => until,
        (None, number) => first - first.rem_euclid(100) + i32::try_from(number?).ok()?,
    };
    let last = if last < first { last + 100 } else { last };
    (last > first && last - first < 50).then_some(Meaning::Date(Point::Years(first, last), None))
}

fn century(found: &Found) -> Option<Meaning> {
    let century = i32::try_from(found.ordinal?).ok()?;
    if (1..=30).contains(&century) { date(Point::Century(century - 1), found) } else { None }
}

fn numbered_week(found: &Found) -> Option<Meaning> {
    let number = found.ordinal.or(found.number).filter(|number| (1..=53).contains(number))?;
    date(Point::WeekOf(year(found), number), found)
}

/// The first day of the later year.
fn turn_of_year(found: &Found) -> Option<Meaning> {
    date(Point::Day(YearRef::Given(found.year? + 1), 1, 1), found)
}

fn iso(found: &Found) -> Option<Meaning> {
    let month = found.number.filter(|month| (1..=12).contains(month))?;
    match found.second {
        Some(day) if (1..=31).contains(&day) => date(Point::Day(YearRef::Given(found.year?), month, day), found),
        Some(_) => None,
        // `2009-10` is a month unless it can be two consecutive years.
        None if found.year?.rem_euclid(100) >= i32::try_from(month).ok()? => {
            date(Point::Month(YearRef::Given(found.year?), month, Look::Tense), found)
        }
        None => None,
    }
}

fn holiday(found: &Found, holiday: Holiday) -> Option<Meaning> {
    date(Point::Holiday(year(found), holiday), found)
}

pub(crate) const RULES: &[Rule] = &[
    rule!("Samstag, den 17. Januar 1998", [Weekday, Maybe(&COMMA), THE, Ordinal, Month, Maybe(&Year)], day),
    rule!("28. Februar bis 3. März 2014", [Ordinal, Month, Ahead(&[OfYear])], day),
    rule!("17. Januar 1998", [Ordinal, Month, Maybe(&Year)], day),
    rule!("17. Januar des Jahres 1998", [Ordinal, Month, Word(&["des", "im"]), YEAR, Year], day),
    rule!("17 Januar 1998", [Number, Month, Year], |found| day(&Found { ordinal: found.number, ..*found })),
    rule!("8. Mai dieses Jahres", [Ordinal, Month, THE, Turn, YEAR], day),
    rule!("8. Mai des Vorjahres", [Ordinal, Month, THE, YearShift], day),
    rule!("5., am 12. und am Sonntag, dem 19. März", [Ordinal, Ahead(&[DaysOfMonth])], day),
    rule!("Samstag, 5., und Sonntag, 6. März", [Weekday, Maybe(&COMMA), TO_THE, Ordinal, Ahead(&[DaysOfMonth])], day),
    rule!("Dienstag, dem 15.", [Weekday, Maybe(&COMMA), Word(&["dem", "den"]), Ordinal], weekday_day),
    rule!("Dienstag, 15.", [Weekday, Maybe(&COMMA), Ordinal, NotAhead(&[Noun])], weekday_day),
    rule!("15. dieses Monats", [Ordinal, THE, Turn, MONTH], |found| day_of(found, found.turn?.into())),
    rule!("15. des Monats", [Ordinal, Article, MONTH], |found| day_of(found, 0)),
    rule!("bis zum 15. muss", [Behind(&["zum", "am", "vom", "dem"]), Ordinal, NotAhead(&[Noun])], bare_day),
    rule!("ersten Sonntag im Mai", [Ordinal, Weekday, Word(&["im", "des"]), Month, Maybe(&Year)], |found| {
        nth(found, i32::try_from(found.ordinal.filter(|number| *number < 6)?).ok()?)
    }),
    rule!("letzten Sonntag im Mai", [Turn, Weekday, Word(&["im", "des"]), Month, Maybe(&Year)], |found| {
        if found.turn == Some(-1) { nth(&Found { turn: None, ..*found }, -1) } else { None }
    }),
    rule!("Di., 15. Februar", [ShortWeekday, DOT, Maybe(&COMMA), Ordinal, Month, Maybe(&Year)], day),
    rule!("Di, 15.2.", [ShortWeekday, DOT, Maybe(&COMMA), DayMonth, Maybe(&Year)], day),
    rule!("Di, 15.2.2022", [ShortWeekday, DOT, Maybe(&COMMA), FullDate], day),
    rule!("am 22.04", [Behind(&["am", "vom", "zum", "dem", "den"]), ShortDate, NotAhead(&[MEASURE])], day),
    rule!("vom 22.04 bis 25.04", [Behind(&["bis"]), ShortDate, NotAhead(&[MEASURE])], short_end),
    rule!("am 1. 3.", [Behind(&["am", "vom", "zum", "dem", "den"]), Ordinal, MonthNumber, NotAhead(&[Noun])], day),
    rule!("25 und 26. August", [Number, Ahead(&[AND, Ordinal, Month, Maybe(&Year)])], |found| day(&Found {
        ordinal: found.number,
        ..*found
    })),
    rule!("Freitag, 04.02.2022", [Weekday, Maybe(&COMMA), THE, FullDate], day),
    rule!("1. 3. 2022", [Ordinal, MonthNumber, Year], day),
    rule!("04.02.2022", [FullDate], day),
    rule!("4.2. 2022", [DayMonth, Maybe(&Year)], day),
    rule!("Freitag, 4.2.", [Weekday, Maybe(&COMMA), THE, DayMonth, Maybe(&Year)], day),
    rule!("2022-02-04", [Year, Word(&["-"]), Glued, Number, Word(&["-"]), Glued, Number], iso),
    rule!("2022-02", [Year, Glued, Word(&["-"]), Glued, TwoDigits], iso),
    rule!("Anfang Februar 2022", [EDGE, Month, Maybe(&Word(&["des", "im"])), OF_YEAR, Year], month),
    rule!("Juni des vergangenen Jahres", [EDGE, Month, THE, Turn, YEAR], month),
    rule!("dem Juni des vergangenen Jahres", [Article, Month, THE, Turn, YEAR], month),
    rule!("Juni des Vorjahres", [EDGE, Month, THE, YearShift], month),
    rule!("Ende des Monats Mai", [EDGE, THE, Unit(Unit::Month, Unit::Month), Month, Maybe(&Year)], month),
    rule!("Mai bis Juni 2022", [EDGE, Month, Ahead(&[OfYear])], month),
    rule!("Mai und Juni dieses Jahres", [EDGE, Month, Ahead(&[AND, Month, THE, Turn, YEAR])], month),
    rule!("Anfang bis Mitte Mai", [Edge, Ahead(&[AND, Edge, Month, Maybe(&Year)])], month),
    rule!("Mitte Februar", [Edge, Month], month),
    rule!("Februar", [NotBehind(&["herr", "frau", "herrn", "familie"]), Month], month),
    rule!("im vergangenen Oktober", [THE, Turn, Month], |found| {
        date(Point::Month(YearRef::Open, found.month?, Look::from_turn(found.turn?)), found)
    }),
    rule!("Ende des Jahres 1991", [EDGE, THE, YEAR, Year], plain_year),
    rule!("Ende 2019", [Edge, Year], plain_year),
    rule!("Mitte der 1990", [Edge, Article, Year], plain_year),
    rule!("2014", [Year], plain_year),
    rule!("2009/10", [Year, Word(&["/"]), Glued, TwoDigits], years),
    rule!("2009/2010", [Year, Word(&["/"]), Glued, Year], years),
    rule!("1914-18", [Year, Word(&["-", "–"]), Glued, TwoDigits], years),
    rule!("siebziger und achtziger Jahren", [EDGE, THE, EARLY, Decade, Ahead(&[Maybe(&HYPHEN), AND, THE, Decade])], decade),
    rule!("den späten 80er Jahren", [EDGE, THE, EARLY, Decade, YEAR], decade),
    rule!("den 80er-Jahren", [EDGE, Article, EARLY, Decade], decade),
    rule!("Anfang des 20. Jahrhunderts", [EDGE, THE, EARLY, Ordinal, Unit(Unit::Century, Unit::Century)], century),
    rule!("19. und 20. Jahrhundert", [Ordinal, Ahead(&[AND, THE, Ordinal, Unit(Unit::Century, Unit::Century)])], century),
    rule!("Kalenderwoche 14", [WEEK_OF_YEAR, Number, Maybe(&Year)], numbered_week),
    rule!("Kalenderwoche 14/2022", [WEEK_OF_YEAR, Number, Word(&["/"]), Year], numbered_week),
    rule!("14. Kalenderwoche", [Ordinal, WEEK_OF_YEAR, Maybe(&Year)], numbered_week),
    rule!("Q1", [Word(&["q1"]), Maybe(&STROKE), Maybe(&Year)], |found| in_quarter(found, 1)),
    rule!("Q2", [Word(&["q2"]), Maybe(&STROKE), Maybe(&Year)], |found| in_quarter(found, 2)),
    rule!("Q3", [Word(&["q3"]), Maybe(&STROKE), Maybe(&Year)], |found| in_quarter(found, 3)),
    rule!("Q4", [Word(&["q4", "schlussquartal", "jahresschlussquartal"]), Maybe(&STROKE), Maybe(&Year)], |found| in_quarter(found, 4)),
    rule!("Jahreswechsel 2021/22", [Word(&["jahreswechsel", "jahreswende"]), Year, Word(&["/"]), TwoDigits], turn_of_year),
    rule!("Jahreswechsel 2021/2022", [Word(&["jahreswechsel", "jahreswende"]), Year, Word(&["/"]), Year], turn_of_year),
    rule!("Herbst des Jahres 1998", [EDGE, THE, Season, Maybe(&Word(&["des"])), OF_YEAR, Year], season),
    rule!("Herbst 1998", [EDGE, Season, Year], season),
    rule!("Sommer dieses Jahres", [EDGE, Season, THE, Turn, YEAR], season),
    rule!("Sommer des Vorjahres", [EDGE, Season, THE, YearShift], season),
    rule!("Winter 2013/14", [Season, Year, OVER, Number], winter),
    rule!("Winter 2013/2014", [Season, Year, OVER, Year], winter),
    rule!("diesem strengen Winter", [THE, Turn, Maybe(&Adjective), Season], |found| {
        date(Point::Season(YearRef::Open, found.season?, Look::from_turn(found.turn?)), found)
    }),
    rule!("Sommer", [Maybe(&Word(&["frühen", "späten"])), Season], season),
    rule!("dritten Quartal 2014", [THE, Ordinal, Unit(Unit::Quarter, Unit::Quarter), Maybe(&Year)], quarter),
    rule!(
        "dritten Quartal des Jahres 2014",
        [THE, Ordinal, Unit(Unit::Quarter, Unit::Quarter), Word(&["des"]), YEAR, Maybe(&Year)],
        quarter
    ),
    rule!(
        "letzten Quartal des Jahres 2014",
        [THE, Turn, Unit(Unit::Quarter, Unit::Quarter), Word(&["des"]), YEAR, Maybe(&Year)],
        |found| { if found.turn == Some(-1) { in_quarter(&Found { turn: None, unit: None, ..*found }, 4) } else { None } }
    ),
    rule!("zweiten Hälfte des Jahres 2014", [THE, Ordinal, HALF, Word(&["des"]), YEAR, Maybe(&Year)], half),
    rule!("zweiten Hälfte des vergangenen Jahres", [THE, Ordinal, HALF, THE, Turn, YEAR], half),
    rule!("drittes Quartal dieses Jahres", [THE, Ordinal, Unit(Unit::Quarter, Unit::Quarter), THE, Turn, YEAR], quarter),
    rule!("zweiten Jahreshälfte 2014", [THE, Ordinal, Word(&["jahreshälfte", "halbjahr", "halbjahres"]), Maybe(&Year)], half),
    rule!("Weihnachten 2001", [THE, Holiday, Maybe(&Year)], |found| holiday(found, found.holiday?)),
    rule!("Heiligen Abend", [Word(&["heiligen", "heiliger", "heilige", "heiligem"]), Word(&["abend", "abends"])], |found| {
        holiday(found, Holiday::Fixed(12, 24))
    }),
    rule!("Tag der Deutschen Einheit", [Word(&["tag", "tages"]), Article, Word(&["deutschen"]), Word(&["einheit"])], |found| {
        holiday(found, Holiday::Fixed(10, 3))
    }),
    rule!("Tag der Arbeit", [Word(&["tag", "tages"]), Article, Word(&["arbeit"])], |found| holiday(found, Holiday::Fixed(5, 1))),
    rule!("Christi Himmelfahrt", [Word(&["christi"]), Word(&["himmelfahrt"])], |found| holiday(found, Holiday::Easter(39))),
    rule!("Mariä Himmelfahrt", [Word(&["mariä", "maria"]), Word(&["himmelfahrt"])], |found| holiday(found, Holiday::Fixed(8, 15))),
    rule!("Heilige Drei Könige", [Word(&["heilige", "heiligen"]), Word(&["drei"]), Word(&["könige", "königen"])], |found| {
        holiday(found, Holiday::Fixed(1, 6))
    }),
    rule!("Buß- und Bettag", [Word(&["buß", "buss"]), Word(&["-"]), Word(&["und"]), Word(&["bettag"]), Maybe(&Year)], |found| holiday(
        found,
        Holiday::Penance
    )),
    rule!("zweiten Weihnachtsfeiertag", [Ordinal, Word(&["weihnachtsfeiertag", "weihnachtstag"]), Maybe(&Year)], |found| {
        holiday(found, Holiday::Fixed(12, 24 + u8::try_from(found.ordinal?).ok().filter(|day| (1..=2).contains(day))?))
    }),
    rule!("Muttertag", [Word(&["muttertag", "muttertags"]), Maybe(&Year)], |found| {
        nth(&Found { month: Some(5), weekday: Some(6), ..*found }, 2)
    }),
    rule!("Erntedank", [Word(&["erntedankfest", "erntedank", "erntedanksonntag"]), Maybe(&Year)], |found| {
        nth(&Found { month: Some(10), weekday: Some(6), ..*found }, 1)
    }),
    rule!("zweiter Advent", [Ordinal, Word(&["advent", "adventssonntag", "adventsonntag"])], |found| {
        let week = u8::try_from(found.ordinal?).ok().filter(|week| (1..=4).contains(week))?;
        holiday(found, Holiday::Advent(week))
    }),
];
