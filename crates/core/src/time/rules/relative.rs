//! Dates relative to the publication or to a date in focus.

use crate::time::lexicon::{Edge as Third, Ref, Unit};
use crate::time::meaning::{Look, Meaning, Point, YearRef};
use crate::time::pattern::Part::*;
use crate::time::pattern::{Found, Part, Rule};

const THE: Part = Maybe(&Article);
const EDGE: Part = Maybe(&Edge);
const DAY: Part = Unit(Unit::Day, Unit::Day);
const WEEK: Part = Unit(Unit::Week, Unit::Week);
const LONG_UNIT: Part = Unit(Unit::Week, Unit::Century);
const FOLLOWING: Part = Word(&["folgenden", "darauffolgenden", "darauffolgende"]);
const SAME: Part = Word(&["gleichen", "gleiche", "selben", "demselben", "derselben", "entsprechenden", "vergleichbaren"]);
const PERIOD: Part =
    Word(&["zeitraum", "zeitraums", "periode", "zeit", "monat", "monats", "quartal", "quartals", "halbjahr", "halbjahres"]);
const LATER: &[&str] = &["später", "danach", "darauf"];
const EARLIER: &[&str] = &["zuvor", "davor", "vorher"];

fn date(point: Point, found: &Found) -> Option<Meaning> {
    Some(Meaning::Date(point, found.edge))
}

fn days(found: &Found) -> Option<Meaning> {
    date(Point::Shift(Unit::Day, found.shift?.into()), found)
}

/// `nächste Woche`, `des vergangenen Jahres`, `diesem Wochenende`; the plural is a duration.
fn turned(found: &Found) -> Option<Meaning> {
    let (unit, turn) = (found.unit?, found.turn?);
    match unit {
        _ if found.plural => None,
        Unit::Weekend if turn.abs() < 2 => date(Point::Weekend(Look::from_turn(turn)), found),
        _ => date(Point::Shift(unit, turn.into()), found),
    }
}

fn weekday(found: &Found) -> Option<Meaning> {
    let look = found.turn.map_or(Look::Tense, Look::from_turn);
    date(Point::Weekday(found.weekday?, look), found)
}

fn focus(found: &Found, sign: i32) -> Option<Meaning> {
    let number = i32::try_from(found.number?).ok().filter(|number| *number < 1000)?;
    date(Point::Focus(found.unit?, sign * number), found)
}

/// `heuer` is the year of the publication, `Vorjahr` the one before the year in focus.
fn year_shift(found: &Found) -> Option<Meaning> {
    match found.shift? {
        -1 => date(Point::YearBefore, found),
        shift => date(Point::Year(YearRef::Relative(shift.into())), found),
    }
}

/// `heute in acht Tagen` is the same day of the next week, `heute vor zehn Jahren` the same day of that year.
fn distant(found: &Found, sign: i32) -> Option<Meaning> {
    let number = i32::try_from(found.number?).ok().filter(|number| *number < 1000)?;
    let (unit, number) = if (found.unit?, number) == (Unit::Day, 8) { (Unit::Week, 1) } else { (found.unit?, number) };
    date(Point::Distant(unit, sign * number, found.shift?.into()), found)
}

/// `Montag in einer Woche`, `Montag vor acht Tagen`.
fn weekday_in(found: &Found, sign: i32) -> Option<Meaning> {
    let weeks = match (found.unit?, found.number?) {
        (Unit::Week, weeks) => weeks,
        (_, 8) => 1,
        (_, 14) => 2,
        _ => return None,
    };
    date(Point::WeekdayIn(found.weekday?, sign * i32::try_from(weeks).ok().filter(|weeks| (1..100).contains(weeks))?), found)
}

fn unit_edge(unit: Unit, edge: Third) -> Option<Meaning> {
    Some(Meaning::Date(Point::Focus(unit, 0), Some(edge)))
}

fn year_edge(edge: Third) -> Option<Meaning> {
    Some(Meaning::Date(Point::Year(YearRef::Relative(0)), Some(edge)))
}

pub(crate) const RULES: &[Rule] = &[
    rule!("der Starke von morgen", [Behind(&["von"]), Word(&["morgen"]), NotAhead(&[Word(&["an", "ab"])])], |_| Some(Meaning::Vague(
        Ref::Future
    ))),
    rule!("gestern", [NotBehind(&["guten", "gute", "guter"]), Days], days),
    rule!("am Freitag", [NotBehind(&["herr", "frau", "herrn", "familie"]), Weekday], weekday),
    rule!("vergangenen Freitag", [THE, Turn, Weekday], weekday),
    rule!("Freitag nächster Woche", [Weekday, Maybe(&Word(&["in"])), THE, Turn, WEEK], |found| {
        date(Point::WeekdayOf(found.weekday?, found.turn?.into()), found)
    }),
    rule!("nächste Woche am Freitag", [THE, Turn, WEEK, Maybe(&Word(&["am"])), Weekday], |found| {
        date(Point::WeekdayOf(found.weekday?, found.turn?.into()), found)
    }),
    rule!("Dienstag der Vorwoche", [Weekday, Article, Word(&["vorwoche"])], |found| date(Point::WeekdayOf(found.weekday?, -1), found)),
    rule!("Montag in einer Woche", [Weekday, Word(&["in"]), Number, Unit(Unit::Day, Unit::Week)], |found| weekday_in(found, 1)),
    rule!("Montag vor einer Woche", [Weekday, Word(&["vor"]), Number, Unit(Unit::Day, Unit::Week)], |found| weekday_in(found, -1)),
    rule!("heute in acht Tagen", [Days, Word(&["in"]), Number, Unit(Unit::Day, Unit::Year)], |found| distant(found, 1)),
    rule!("heute vor zehn Jahren", [Days, Word(&["vor"]), Maybe(&Word(&["genau"])), Number, Unit(Unit::Day, Unit::Year)], |found| distant(
        found, -1
    )),
    rule!("heute, Freitag", [Days, Maybe(&Word(&[","])), Weekday], days),
    rule!("gestrigen Donnerstag", [Word(&["gestrigen"]), Weekday], |found| date(Point::Shift(Unit::Day, -1), found)),
    rule!("heutigen Freitag", [Word(&["heutigen"]), Weekday], |found| date(Point::Shift(Unit::Day, 0), found)),
    rule!("morgigen Samstag", [Word(&["morgigen"]), Weekday], |found| date(Point::Shift(Unit::Day, 1), found)),
    rule!("gestrigen Tag", [Word(&["gestrigen"]), DAY], |found| date(Point::Shift(Unit::Day, -1), found)),
    rule!("morgigen Tag", [Word(&["morgigen"]), DAY], |found| date(Point::Shift(Unit::Day, 1), found)),
    rule!("Vorwoche", [Word(&["vorwoche"])], |found| date(Point::Shift(Unit::Week, -1), found)),
    rule!("Vormonat", [Word(&["vormonat", "vormonats", "vormonates"])], |found| date(Point::Focus(Unit::Month, -1), found)),
    rule!("Vorquartal", [Word(&["vorquartal", "vorquartals"])], |found| date(Point::Focus(Unit::Quarter, -1), found)),
    rule!("Folgejahr", [Word(&["folgejahr", "folgejahres"])], |found| date(Point::Focus(Unit::Year, 1), found)),
    rule!("Folgewoche", [Word(&["folgewoche"])], |found| date(Point::Focus(Unit::Week, 1), found)),
    rule!(
        "Wochenende",
        [Behind(&["am", "vom", "zum", "übers", "im", "das", "dem", "kommende", "ganze"]), Unit(Unit::Weekend, Unit::Weekend)],
        |found| { date(Point::Weekend(Look::Tense), found) }
    ),
    rule!("im selben Jahr", [SAME, Unit(Unit::Week, Unit::Year), NotAhead(&[Word(&["des", "der", "wie"])])], |found| {
        if found.plural { None } else { date(Point::Focus(found.unit?, 0), found) }
    }),
    rule!("darauffolgenden Jahr", [THE, FOLLOWING, Unit(Unit::Week, Unit::Year)], |found| {
        if found.plural { None } else { date(Point::Focus(found.unit?, 1), found) }
    }),
    rule!("darauffolgenden Montag", [THE, FOLLOWING, Weekday], |found| date(Point::FocusWeekday(found.weekday?, 1), found)),
    rule!("Montag darauf", [Weekday, Word(LATER)], |found| date(Point::FocusWeekday(found.weekday?, 1), found)),
    rule!("Montag zuvor", [Weekday, Word(EARLIER)], |found| date(Point::FocusWeekday(found.weekday?, -1), found)),
    rule!("am selben Tag", [Word(&["selben", "gleichen"]), DAY], |found| date(Point::Focus(Unit::Day, 0), found)),
    rule!("dem gleichen Tag", [Article, Word(&["selben", "gleichen"]), DAY], |found| date(Point::Focus(Unit::Day, 0), found)),
    rule!("an diesem Tag", [Behind(&["an"]), Turn, DAY], |found| {
        if found.turn == Some(0) && !found.plural { date(Point::Focus(Unit::Day, 0), found) } else { None }
    }),
    rule!("am nächsten Tag", [Behind(&["am"]), Word(&["nächsten", "folgenden", "darauffolgenden"]), DAY], |found| {
        date(Point::Focus(Unit::Day, 1), found)
    }),
    rule!("am Tag danach", [Word(&["tag", "tags"]), Word(LATER)], |found| date(Point::Focus(Unit::Day, 1), found)),
    rule!("am Tag zuvor", [Word(&["tag", "tags"]), Word(EARLIER)], |found| date(Point::Focus(Unit::Day, -1), found)),
    rule!("in der Woche darauf", [THE, Unit(Unit::Week, Unit::Year), Word(LATER)], |found| date(Point::Focus(found.unit?, 1), found)),
    rule!("im Jahr zuvor", [THE, Unit(Unit::Week, Unit::Year), Word(EARLIER)], |found| date(Point::Focus(found.unit?, -1), found)),
    rule!("zwei Tage später", [Maybe(&Approx), Number, Unit(Unit::Day, Unit::Century), Word(LATER)], |found| focus(found, 1)),
    rule!("zwei Jahre zuvor", [Maybe(&Approx), Number, Unit(Unit::Day, Unit::Century), Word(EARLIER)], |found| focus(found, -1)),
    rule!("Vortag", [FocusDays], |found| date(Point::Focus(Unit::Day, found.shift?.into()), found)),
    rule!("der vergangenen Woche", [EDGE, THE, Turn, LONG_UNIT], turned),
    rule!("diesem Schuljahr", [THE, Turn, Adjective, LONG_UNIT], turned),
    rule!("Ende des Jahres", [Edge, Article, Unit(Unit::Week, Unit::Century)], |found| {
        if found.plural { None } else { date(Point::Focus(found.unit?, 0), found) }
    }),
    rule!("Ende der vergangenen Woche", [Edge, THE, Turn, LONG_UNIT], turned),
    rule!("Wochenmitte", [Word(&["wochenmitte"])], |_| unit_edge(Unit::Week, Third::Middle)),
    rule!("Wochenbeginn", [Word(&["wochenbeginn", "wochenanfang", "wochenstart", "wochenauftakt"])], |_| {
        unit_edge(Unit::Week, Third::Start)
    }),
    rule!("Monatsbeginn", [Word(&["monatsbeginn", "monatsanfang"])], |_| unit_edge(Unit::Month, Third::Start)),
    rule!("Monatsmitte", [Word(&["monatsmitte"])], |_| unit_edge(Unit::Month, Third::Middle)),
    rule!("Monatsende", [Word(&["monatsende"])], |_| unit_edge(Unit::Month, Third::End)),
    rule!("Jahresmitte", [Word(&["jahresmitte"]), NotAhead(&[Year])], |_| year_edge(Third::Middle)),
    rule!("Jahresende", [Word(&["jahresende", "jahresschluss"]), NotAhead(&[Year])], |_| year_edge(Third::End)),
    rule!("Jahresbeginn", [Word(&["jahresbeginn", "jahresanfang", "jahresauftakt", "jahresstart"]), NotAhead(&[Year])], |_| year_edge(
        Third::Start
    )),
    rule!("Jahresende 2019", [Word(&["jahresende"]), Year], |found| {
        Some(Meaning::Date(Point::Year(YearRef::Given(found.year?)), Some(Third::End)))
    }),
    rule!("Jahresbeginn 2019", [Word(&["jahresbeginn", "jahresanfang"]), Year], |found| {
        Some(Meaning::Date(Point::Year(YearRef::Given(found.year?)), Some(Third::Start)))
    }),
    rule!("dieser Tage", [Word(&["dieser"]), Word(&["tage"])], |_| Some(Meaning::Vague(Ref::Present))),
    rule!("Vorjahr", [YearShift], year_shift),
    rule!("Ende des Vorjahres", [Edge, Article, YearShift], year_shift),
    rule!("gleichen Zeitraum des Vorjahres", [THE, SAME, PERIOD, THE, YearShift], |found| date(
        Point::SamePeriod(found.shift?.into()),
        found
    )),
    rule!("gleichen Zeitraum des vergangenen Jahres", [THE, SAME, PERIOD, THE, Turn, Unit(Unit::Year, Unit::Year)], |found| {
        date(Point::SamePeriod(found.turn?.into()), found)
    }),
    rule!(
        "Vorjahreszeitraum",
        [Word(&["vorjahreszeitraum", "vorjahreszeitraums", "vorjahresquartal", "vorjahresquartals", "vorjahresmonat", "vorjahresperiode"])],
        |found| { date(Point::SamePeriod(-1), found) }
    ),
];
