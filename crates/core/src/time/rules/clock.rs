//! Times of day.

use crate::time::lexicon::{DayPart, Holiday, Unit};
use crate::time::meaning::{Clock as Hour, Look, Meaning, Point, YearRef};
use crate::time::pattern::Part::*;
use crate::time::pattern::{Found, Part, Rule};

const OCLOCK: Part = Word(&["uhr", "h"]);
/// What may precede a time with a colon but without the word `Uhr`.
const BEFORE: Part = Behind(&["um", "ab", "gegen", "|"]);
/// What precedes a time without the word `Uhr`.
const AROUND: &[&str] = &["um", "gegen", "ab", "bis", "nach", "vor", "seit", "kurz", "war", "schon", "punkt", "genau", "erst", "etwa"];
const HOUR: Part = Maybe(&Word(&["uhr"]));
const MINUTES: Part = Maybe(&Unit(Unit::Minute, Unit::Minute));
const BEFORE_IT: Part = Word(&["vor"]);
const AFTER_IT: Part = Word(&["nach", "über"]);
const TOWARD: Part = Word(&["auf", "zum", "zu"]);
const QUARTER: Part = Word(&["viertel"]);
const OR: Part = Word(&["-", "–", "—", "/", "bis", "und", "oder"]);
const EARLY: Part = Maybe(&Word(&["frühen", "späten", "früher", "später", "spät", "früh"]));

fn at(point: Point, hour: u32, minute: u32) -> Option<Meaning> {
    let (hour, minute) = (u8::try_from(hour).ok()?, u8::try_from(minute).ok()?);
    (hour <= 24 && minute < 60).then_some(Meaning::Time(point, Hour::At(hour, minute)))
}

/// The time with the part of the day that is named with it: `8 Uhr abends` is 20:00.
fn twelve(found: &Found, hour: u32, minute: u32) -> Option<Meaning> {
    let later = match found.part {
        Some(DayPart::Afternoon | DayPart::Evening) => hour < 12,
        Some(DayPart::Midday) => hour < 4,
        Some(DayPart::Night) => (8..12).contains(&hour),
        _ => false,
    };
    at(Point::Here, if later { hour + 12 } else { hour }, minute)
}

fn full_hour(found: &Found) -> Option<Meaning> {
    twelve(found, found.number?, found.second.unwrap_or(0))
}

fn clock(found: &Found) -> Option<Meaning> {
    let (hour, minute) = found.clock?;
    twelve(found, hour.into(), minute.into())
}

fn exact(found: &Found) -> Option<Meaning> {
    let (hour, minute) = found.clock?;
    Some(Meaning::Time(Point::Here, Hour::Exact(hour, minute, u8::try_from(found.number?).ok()?)))
}

/// A quarter of an hour before the named hour.
fn to_the_hour(found: &Found) -> Option<Meaning> {
    twelve(found, found.number?.checked_sub(1)?, 45)
}

fn half_past(found: &Found) -> Option<Meaning> {
    let hour = found.number.filter(|hour| (1..=12).contains(hour))?;
    twelve(found, hour - 1, 30)
}

/// So many minutes before (-1) or after (1) the named hour, or the half hour before it.
fn around(found: &Found, base: i32, sign: i32) -> Option<Meaning> {
    let (minutes, hour) = (found.number.filter(|minutes| (1..30).contains(minutes))?, found.second.filter(|hour| (1..=24).contains(hour))?);
    let all = (i32::try_from(hour).ok()? - 1) * 60 + base + sign * i32::try_from(minutes).ok()?;
    twelve(found, u32::try_from(all / 60).ok()?, u32::try_from(all % 60).ok()?)
}

fn part_of(point: Point, found: &Found) -> Option<Meaning> {
    Some(Meaning::Time(point, Hour::Part(found.part?)))
}

fn on_day(found: &Found) -> Option<Meaning> {
    part_of(Point::Day(found.year.map_or(YearRef::Open, YearRef::Given), found.month?, found.ordinal?), found)
}

fn part(found: &Found) -> Option<Meaning> {
    part_of(Point::Here, found)
}

pub(crate) const RULES: &[Rule] = &[
    rule!("18 Uhr", [Number, OCLOCK], full_hour),
    rule!("8 Uhr abends", [Number, OCLOCK, AtPart], full_hour),
    rule!("18 Uhr 30", [Number, Word(&["uhr"]), Number], full_hour),
    rule!("14.30 Uhr", [Clock, OCLOCK], clock),
    rule!("5.30 Uhr früh", [Clock, OCLOCK, AtPart], clock),
    rule!("12:01 Uhr", [Colon, OCLOCK], clock),
    rule!("7:56:30", [NotBehind(&["in", "nach", "von"]), Exact, NotAhead(&[Word(&["stunden", "std", "min", "minuten", "h"])])], exact),
    rule!("7:56:30 Uhr", [Exact, OCLOCK], exact),
    rule!("von 10 bis 18 Uhr", [Number, Ahead(&[OR, Number, Word(&["uhr"])])], |found| at(Point::Here, found.number?, 0)),
    rule!("9, 11 und 15 Uhr", [Number, Ahead(&[Word(&[","]), Number, OR, Number, Word(&["uhr"])])], |found| at(
        Point::Here,
        found.number?,
        0
    )),
    rule!("von 10 bis 14.30 Uhr", [Number, Ahead(&[OR, Clock, Word(&["uhr"])])], |found| at(Point::Here, found.number?, 0)),
    rule!("von 10 bis 14:30 Uhr", [Number, Ahead(&[OR, Colon, Word(&["uhr"])])], |found| at(Point::Here, found.number?, 0)),
    rule!("9.30/12.30 Uhr", [Clock, Ahead(&[Until, Clock, Word(&["uhr"])])], clock),
    rule!("9.30 und 12.30 Uhr", [Clock, Ahead(&[Word(&["und", "oder"]), Clock, Word(&["uhr"])])], clock),
    rule!("9.30 bis 13 Uhr", [Clock, Ahead(&[Until, Number, Word(&["uhr"])])], clock),
    rule!("9:30 bis 12:30 Uhr", [Colon, Ahead(&[Until, Colon, Word(&["uhr"])])], clock),
    rule!(
        "um 12.15",
        [Behind(&["um", "gegen", "ab"]), Clock, NotAhead(&[Word(&["prozent", "euro", "%", "€", "millionen", "milliarden"])])],
        clock
    ),
    rule!("um 12:15", [BEFORE, Colon, NotAhead(&[Word(&["min", "minuten", "stunden", "std", "h", "uhr"])])], clock),
    rule!("halb neun", [Behind(AROUND), Word(&["halb"]), Number, HOUR, Maybe(&AtPart)], half_past),
    rule!("halb vier Uhr", [Word(&["halb"]), Number, Word(&["uhr"]), Maybe(&AtPart)], half_past),
    rule!("fünf vor halb neun", [Number, MINUTES, BEFORE_IT, Word(&["halb"]), Number, HOUR, Maybe(&AtPart)], |found| {
        around(found, 30, -1)
    }),
    rule!("fünf nach halb neun", [Number, MINUTES, AFTER_IT, Word(&["halb"]), Number, HOUR, Maybe(&AtPart)], |found| {
        around(found, 30, 1)
    }),
    rule!("zehn vor acht", [Behind(AROUND), Number, BEFORE_IT, Number, HOUR, Maybe(&AtPart)], |found| around(found, 60, -1)),
    rule!("zehn Minuten vor acht Uhr", [Number, MINUTES, BEFORE_IT, Number, Word(&["uhr"]), Maybe(&AtPart)], |found| around(found, 60, -1)),
    rule!("zehn nach acht", [Behind(AROUND), Number, AFTER_IT, Number, HOUR, Maybe(&AtPart)], |found| around(found, 60, 1)),
    rule!("zehn Minuten nach acht Uhr", [Number, MINUTES, AFTER_IT, Number, Word(&["uhr"]), Maybe(&AtPart)], |found| around(found, 60, 1)),
    rule!("Viertel nach acht", [QUARTER, AFTER_IT, Number, HOUR, Maybe(&AtPart)], |found| twelve(found, found.number?, 15)),
    rule!("Viertel vor acht", [QUARTER, BEFORE_IT, Number, HOUR, Maybe(&AtPart)], to_the_hour),
    rule!("um Viertel sechs", [Behind(AROUND), QUARTER, Number, HOUR, Maybe(&AtPart)], |found| twelve(
        found,
        found.number?.checked_sub(1)?,
        15
    )),
    rule!("um drei viertel acht", [Behind(AROUND), Word(&["drei"]), QUARTER, Number, HOUR, Maybe(&AtPart)], to_the_hour),
    rule!("um dreiviertel acht", [Behind(AROUND), Word(&["dreiviertel"]), Number, HOUR, Maybe(&AtPart)], to_the_hour),
    rule!("Mitternacht", [Word(&["mitternacht"])], |_| at(Point::Here, 24, 0)),
    rule!("Dienstagabend", [WeekdayPart], |found| part_of(Point::Weekday(found.weekday?, Look::Tense), found)),
    rule!("vergangenen Dienstagabend", [Maybe(&Article), Turn, WeekdayPart], |found| {
        part_of(Point::Weekday(found.weekday?, Look::from_turn(found.turn?)), found)
    }),
    rule!("nächsten Montag Nachmittag", [Maybe(&Article), Turn, Weekday, DayPart], |found| {
        part_of(Point::Weekday(found.weekday?, Look::from_turn(found.turn?)), found)
    }),
    rule!("Dienstag Abend", [Weekday, DayPart], |found| part_of(Point::Weekday(found.weekday?, Look::Tense), found)),
    rule!("gestern Abend", [Days, DayPart], |found| part_of(Point::Shift(Unit::Day, found.shift?.into()), found)),
    rule!("heutigen Abend", [Word(&["heutigen"]), DayPart], |found| part_of(Point::Shift(Unit::Day, 0), found)),
    rule!("gestrigen Abend", [Word(&["gestrigen"]), DayPart], |found| part_of(Point::Shift(Unit::Day, -1), found)),
    rule!("morgigen Abend", [Word(&["morgigen"]), DayPart], |found| part_of(Point::Shift(Unit::Day, 1), found)),
    rule!("gestern am späten Abend", [Days, Word(&["am"]), EARLY, DayPart], |found| part_of(
        Point::Shift(Unit::Day, found.shift?.into()),
        found
    )),
    rule!("heute früh", [Days, Word(&["früh"])], |found| {
        Some(Meaning::Time(Point::Shift(Unit::Day, found.shift?.into()), Hour::Part(DayPart::Morning)))
    }),
    rule!("am Abend", [Behind(&["am", "vom", "gegen", "bis", "zum", "zur"]), EARLY, DayPart], part),
    rule!("den frühen Morgenstunden", [Article, EARLY, Word(&["morgenstunden", "nachtstunden", "abendstunden"])], |found| {
        Some(Meaning::Time(Point::Here, Hour::Part(found.part.unwrap_or(DayPart::Morning))))
    }),
    rule!(
        "in der Nacht",
        [Behind(&["in"]), Ahead(&[Word(&["der"])]), Article, EARLY, DayPart, NotAhead(&[Word(&["zum", "auf", "zu", "vom"])])],
        part
    ),
    rule!("in der Nacht auf Freitag", [Behind(&["in"]), Article, DayPart, TOWARD, Maybe(&Article), Weekday], |found| {
        part_of(Point::Weekday(found.weekday?, Look::Tense), found)
    }),
    rule!("am nächsten Morgen", [Behind(&["am"]), Word(&["nächsten", "folgenden", "darauffolgenden"]), DayPart], |found| part_of(
        Point::Focus(Unit::Day, 1),
        found
    )),
    rule!("am selben Abend", [Word(&["selben", "gleichen"]), DayPart, NotAhead(&[Word(&["des"])])], |found| part_of(
        Point::Focus(Unit::Day, 0),
        found
    )),
    rule!("am Abend zuvor", [Behind(&["am"]), DayPart, Word(&["zuvor", "davor", "vorher"])], |found| part_of(
        Point::Focus(Unit::Day, -1),
        found
    )),
    rule!("am Morgen danach", [Behind(&["am"]), DayPart, Word(&["danach", "darauf"])], |found| part_of(Point::Focus(Unit::Day, 1), found)),
    rule!("Silvesternacht", [Word(&["silvesternacht"])], |_| {
        Some(Meaning::Time(Point::Holiday(YearRef::Open, Holiday::Fixed(12, 31)), Hour::Part(DayPart::Night)))
    }),
    rule!("diesem Abend", [Ahead(&[Word(&["diesem", "diesen"])]), Turn, DayPart], part),
    rule!("Nacht des 14. August", [DayPart, Word(&["des"]), Ordinal, Month, Maybe(&Year)], on_day),
    rule!(
        "abends",
        [
            Ahead(&[Word(&[
                "abends",
                "spätabends",
                "frühabends",
                "spätnachts",
                "morgens",
                "frühmorgens",
                "vormittags",
                "nachmittags",
                "mittags"
            ])]),
            DayPart
        ],
        part
    ),
    rule!("Mitte der Nacht", [Word(&["mitten"]), Word(&["in"]), Word(&["der"]), DayPart], part),
];
