//! Times of day.

use crate::time::lexicon::{DayPart, Holiday, Unit};
use crate::time::meaning::{Clock as Hour, Look, Meaning, Point, YearRef};
use crate::time::pattern::Part::*;
use crate::time::pattern::{Found, Part, Rule};

const OCLOCK: Part = Word(&["uhr", "h"]);
/// What may precede a time with a colon but without the word `Uhr`.
const BEFORE: Part = Behind(&["um", "ab", "gegen", "|"]);
const EARLY: Part = Maybe(&Word(&["frühen", "späten", "früher", "später", "spät", "früh"]));

fn at(point: Point, hour: u32, minute: u32) -> Option<Meaning> {
    let (hour, minute) = (u8::try_from(hour).ok()?, u8::try_from(minute).ok()?);
    (hour <= 24 && minute < 60).then_some(Meaning::Time(point, Hour::At(hour, minute)))
}

fn full_hour(found: &Found) -> Option<Meaning> {
    at(Point::Here, found.number?, found.second.unwrap_or(0))
}

fn clock(found: &Found) -> Option<Meaning> {
    let (hour, minute) = found.clock?;
    at(Point::Here, hour.into(), minute.into())
}

/// A quarter of an hour before the named hour.
fn to_the_hour(found: &Found) -> Option<Meaning> {
    at(Point::Here, found.number?.checked_sub(1)?, 45)
}

fn part_of(point: Point, found: &Found) -> Option<Meaning> {
    Some(Meaning::Time(point, Hour::Part(found.part?)))
}

fn part(found: &Found) -> Option<Meaning> {
    part_of(Point::Here, found)
}

pub(crate) const RULES: &[Rule] = &[
    rule!("18 Uhr", [Number, OCLOCK], full_hour),
    rule!("3 Uhr morgens", [Number, OCLOCK, Word(&["morgens", "früh", "nachts", "vormittags", "mittags"])], full_hour),
    rule!("8 Uhr abends", [Number, OCLOCK, Word(&["abends", "nachmittags"])], |found| {
        let hour = found.number?;
        at(Point::Here, if hour < 12 { hour + 12 } else { hour }, 0)
    }),
    rule!("18 Uhr 30", [Number, Word(&["uhr"]), Number], full_hour),
    rule!("14.30 Uhr", [Clock, OCLOCK], clock),
    rule!("12:01 Uhr", [Colon, OCLOCK], clock),
    rule!("von 10 bis 18 Uhr", [Number, Ahead(&[Until, Number, Word(&["uhr"])])], |found| at(Point::Here, found.number?, 0)),
    rule!("von 10 bis 14.30 Uhr", [Number, Ahead(&[Until, Clock, Word(&["uhr"])])], |found| at(Point::Here, found.number?, 0)),
    rule!("von 10 bis 14:30 Uhr", [Number, Ahead(&[Until, Colon, Word(&["uhr"])])], |found| at(Point::Here, found.number?, 0)),
    rule!("9.30/12.30 Uhr", [Clock, Ahead(&[Until, Clock, Word(&["uhr"])])], clock),
    rule!("9.30 und 12.30 Uhr", [Clock, Ahead(&[Word(&["und", "oder"]), Clock, Word(&["uhr"])])], clock),
    rule!("9.30 bis 13 Uhr", [Clock, Ahead(&[Until, Number, Word(&["uhr"])])], clock),
    rule!("9:30 bis 12:30 Uhr", [Colon, Ahead(&[Until, Colon, Word(&["uhr"])])], clock),
    rule!("um 12.15", [Behind(&["um"]), Clock, NotAhead(&[Word(&["prozent", "euro", "%", "€", "millionen", "milliarden"])])], clock),
    rule!("um 12:15", [BEFORE, Colon, NotAhead(&[Word(&["min", "minuten", "stunden", "std", "h", "uhr"])])], clock),
    rule!(
        "halb neun",
        [Behind(&["um", "gegen", "ab", "bis", "nach", "vor", "seit"]), Word(&["halb"]), Number, Maybe(&Word(&["uhr"]))],
        |found| {
            let hour = found.number.filter(|hour| (1..=12).contains(hour))?;
            at(Point::Here, hour - 1, 30)
        }
    ),
    rule!("halb vier Uhr", [Word(&["halb"]), Number, Word(&["uhr"])], |found| {
        let hour = found.number.filter(|hour| (1..=12).contains(hour))?;
        at(Point::Here, hour - 1, 30)
    }),
    rule!("Viertel nach acht", [Word(&["viertel"]), Word(&["nach"]), Number, Maybe(&Word(&["uhr"]))], |found| at(
        Point::Here,
        found.number?,
        15
    )),
    rule!("Viertel vor acht", [Word(&["viertel"]), Word(&["vor"]), Number, Maybe(&Word(&["uhr"]))], to_the_hour),
    rule!(
        "um dreiviertel acht",
        [Behind(&["um", "gegen", "ab", "bis"]), Word(&["dreiviertel"]), Number, Maybe(&Word(&["uhr"]))],
        to_the_hour
    ),
    rule!("Mitternacht", [Word(&["mitternacht"])], |_| at(Point::Here, 24, 0)),
    rule!("Dienstagabend", [WeekdayPart], |found| part_of(Point::Weekday(found.weekday?, Look::Tense), found)),
    rule!("vergangenen Dienstagabend", [Maybe(&Article), Turn, WeekdayPart], |found| {
        part_of(Point::Weekday(found.weekday?, Look::from_turn(found.turn?)), found)
    }),
    rule!("Dienstag Abend", [Weekday, DayPart], |found| part_of(Point::Weekday(found.weekday?, Look::Tense), found)),
    rule!("gestern Abend", [Days, DayPart], |found| part_of(Point::Shift(Unit::Day, found.shift?.into()), found)),
    rule!("gestern am späten Abend", [Days, Word(&["am"]), EARLY, DayPart], |found| part_of(
        Point::Shift(Unit::Day, found.shift?.into()),
        found
    )),
    rule!("heute früh", [Days, Word(&["früh"])], |found| {
        Some(Meaning::Time(Point::Shift(Unit::Day, found.shift?.into()), Hour::Part(DayPart::Morning)))
    }),
    rule!("am Abend", [Behind(&["am", "vom", "gegen", "bis", "zum"]), EARLY, DayPart], part),
    rule!("den frühen Morgenstunden", [Article, EARLY, Word(&["morgenstunden", "nachtstunden", "abendstunden"])], |found| {
        Some(Meaning::Time(Point::Here, Hour::Part(found.part.unwrap_or(DayPart::Morning))))
    }),
    rule!(
        "in der Nacht",
        [Behind(&["in"]), Ahead(&[Word(&["der"])]), Article, EARLY, DayPart, NotAhead(&[Word(&["zum", "auf", "zu", "vom"])])],
        part
    ),
    rule!("in der Nacht auf Freitag", [Behind(&["in"]), Article, DayPart, Word(&["auf", "zum"]), Maybe(&Article), Weekday], |found| {
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
    rule!("Nacht des 14. August", [DayPart, Word(&["des"]), Ordinal, Month], |found| {
        part_of(Point::Day(YearRef::Open, found.month?, found.ordinal?), found)
    }),
    rule!("abends", [Ahead(&[Word(&["abends", "morgens", "vormittags", "nachmittags", "mittags"])]), DayPart], part),
    rule!("Mitte der Nacht", [Word(&["mitten"]), Word(&["in"]), Word(&["der"]), DayPart], part),
];
