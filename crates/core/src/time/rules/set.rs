//! Recurring times.

use crate::time::lexicon::Unit;
use crate::time::meaning::{Length as Much, Meaning, length_value};
use crate::time::pattern::Part::*;
use crate::time::pattern::{Found, Part, Rule};

const UNIT: Part = Unit(Unit::Second, Unit::Century);
const LONG_UNIT: Part = Unit(Unit::Hour, Unit::Year);
const WEEK: Part = Unit(Unit::Week, Unit::Week);
const TIMES: Part = Word(&["einmal", "zweimal", "dreimal", "viermal", "fünfmal", "mehrmals"]);

fn every(found: &Found) -> Option<Meaning> {
    let number = found.number.unwrap_or(1);
    Some(Meaning::Set(length_value(found.unit?, Much::Halves(number.checked_mul(2)?))))
}

fn once(found: &Found) -> Option<Meaning> {
    every(&Found { number: None, ..*found })
}

fn on_weekdays(found: &Found) -> Option<Meaning> {
    let day = found.weekday? + 1;
    Some(Meaning::Set(found.part.map_or_else(|| format!("XXXX-WXX-{day}"), |part| format!("XXXX-WXX-{day}T{}", part.code()))))
}

pub(crate) const RULES: &[Rule] = &[
    rule!("pro Jahr", [Word(&["pro", "je"]), UNIT], once),
    rule!("jedes Jahr", [Every, Unit(Unit::Hour, Unit::Century)], once),
    rule!("jedes zweite Jahr", [Every, Ordinal, LONG_UNIT], |found| every(&Found { number: found.ordinal, ..*found })),
    rule!("jeden Montag", [Every, Maybe(&Ordinal), Weekday], on_weekdays),
    rule!("jeden Montagabend", [Every, Maybe(&Ordinal), WeekdayPart], on_weekdays),
    rule!("jeden dritten Mittwoch im Monat", [Every, Ordinal, Weekday, Word(&["im"]), Unit(Unit::Month, Unit::Month)], |_| {
        Some(Meaning::Set("P1M".to_owned()))
    }),
    rule!("jeden Abend", [Every, DayPart], |found| Some(Meaning::Set(format!("XXXX-XX-XXT{}", found.part?.code())))),
    rule!("alle vier Jahre", [Word(&["alle", "aller"]), Number, UNIT], every),
    rule!("alle paar Jahre", [Word(&["alle"]), Word(&["paar"]), UNIT], |found| Some(Meaning::Set(length_value(found.unit?, Much::Open)))),
    rule!("einmal im Monat", [TIMES, Word(&["im", "am", "pro"]), LONG_UNIT], once),
    rule!("einmal die Woche", [TIMES, Article, LONG_UNIT], once),
    rule!("einmal in der Woche", [TIMES, Word(&["in"]), Article, LONG_UNIT], once),
    rule!("Euro im Monat", [Behind(&["euro", "dollar", "franken", "stunden", "tage", "mal"]), Word(&["im", "am"]), LONG_UNIT], once),
    rule!(
        "Patienten am Tag",
        [Behind(&["am"]), Word(&["tag"]), NotAhead(&[Word(&["der", "des", "nach", "vor", "danach", "zuvor"])])],
        |_| { Some(Meaning::Set("P1D".to_owned())) }
    ),
    rule!("Jahr für Jahr", [UNIT, Word(&["für", "um"]), UNIT], once),
    rule!("täglich", [Often], once),
    rule!("montags", [OnWeekdays], on_weekdays),
    rule!("nachts", [OnParts], |found| Some(Meaning::Set(format!("XXXX-XX-XXT{}", found.part?.code())))),
    rule!("zweimal täglich", [TIMES, Often], once),
    rule!("halbjährlich", [Word(&["halbjährlich", "halbjährliche", "halbjährlichen"])], |_| Some(Meaning::Set("P6M".to_owned()))),
    rule!("unter der Woche", [Word(&["unter"]), Word(&["der"]), WEEK], |_| Some(Meaning::Set("P1D".to_owned()))),
    rule!("wochentags", [Word(&["wochentags", "werktags"])], |_| Some(Meaning::Set("P1D".to_owned()))),
];
