//! Durations.

use crate::time::lexicon::{Ref, Unit};
use crate::time::meaning::{Length as Much, Meaning, Way};
use crate::time::pattern::Part::*;
use crate::time::pattern::{Found, Part, Rule};

const UNIT: Part = Unit(Unit::Second, Unit::Millennium);
const ABOUT: Part = Maybe(&Approx);
/// `mehr als`, `bis zu`.
const BOUND: Part = Word(&["mehr", "weniger", "länger"]);
const THAN: Part = Word(&["als", "denn"]);
const THE: Part = Maybe(&Article);
const WHOLE: Part =
    Word(&["ganze", "ganzen", "ganzes", "volle", "vollen", "volles", "knappes", "knappen", "knappe", "gutes", "guten", "gute"]);
const TO: Part = Word(&["bis", "oder", "statt", "und", "-", "–"]);

fn way(found: &Found) -> Way {
    match found.turn {
        Some(-1) => Way::Past,
        Some(1) => Way::Coming,
        _ => Way::None,
    }
}

fn counted(found: &Found) -> Option<Meaning> {
    let (unit, number) = (found.unit?, found.number?);
    // `ein Tages`, `zwei Jahr`: number and noun do not agree.
    if (number == 1) == found.plural || number > 100_000 {
        return None;
    }
    Some(Meaning::Duration(unit, Much::Halves(number.checked_mul(2)?), way(found)))
}

fn halves(found: &Found) -> Option<Meaning> {
    Some(Meaning::Duration(found.unit?, Much::Halves(found.halves?), way(found)))
}

fn half(found: &Found) -> Option<Meaning> {
    Some(Meaning::Duration(found.unit?, Much::Halves(1), way(found)))
}

/// A plural without a number.
fn open(found: &Found) -> Option<Meaning> {
    found.plural.then_some(Meaning::Duration(found.unit?, Much::Open, way(found)))
}

/// `den vergangenen Jahren` is a duration, `den kommenden Jahren` a vague future.
fn turned(found: &Found) -> Option<Meaning> {
    match found.turn? {
        1 if found.plural => Some(Meaning::Vague(Ref::Future)),
        _ => open(found),
    }
}

pub(crate) const RULES: &[Rule] = &[
    rule!("zwei Jahre", [ABOUT, Number, UNIT], counted),
    rule!("gut und gern zwei Jahre", [Word(&["bis"]), Word(&["zu"]), Number, UNIT], counted),
    rule!("mehr als 20 Jahre", [BOUND, THAN, ABOUT, Number, UNIT], counted),
    rule!("rund 360 ehrenamtliche Stunden", [ABOUT, Number, Adjective, UNIT], |found| if found.plural { counted(found) } else { None }),
    rule!("42 - Jahre", [Number, Word(&["-", "–"]), UNIT], |found| if found.plural { counted(found) } else { None }),
    rule!("über die Jahre", [Behind(&["über"]), Article, Unit(Unit::Day, Unit::Millennium), NotAhead(&[Year])], open),
    rule!("ein knappes Jahr", [ABOUT, Number, WHOLE, UNIT], counted),
    rule!("die ganzen zehn Jahre", [Article, WHOLE, Number, UNIT], counted),
    rule!("eineinhalb Jahre", [ABOUT, Halves, UNIT], halves),
    rule!("ein halbes Jahr", [ABOUT, Maybe(&Number), Half, UNIT], half),
    rule!("zwei bis drei Jahre", [ABOUT, Number, Ahead(&[TO, Number, UNIT])], |found| if found.plural { counted(found) } else { None }),
    rule!("den vergangenen zwei Jahren", [THE, Turn, ABOUT, Number, UNIT], counted),
    rule!("den zwei vergangenen Jahren", [Article, Number, Turn, UNIT], counted),
    rule!("ersten beiden Jahre", [THE, Ordinal, Number, Unit(Unit::Day, Unit::Millennium)], |found| {
        if found.ordinal == Some(1) { counted(found) } else { None }
    }),
    rule!("dem letzten halben Jahr", [THE, Turn, Half, UNIT], half),
    rule!("den letzten eineinhalb Jahren", [THE, Turn, Halves, UNIT], halves),
    rule!("den vergangenen Jahren", [THE, Turn, Unit(Unit::Hour, Unit::Millennium)], turned),
    rule!("den vergangenen paar Jahren", [THE, Turn, Maybe(&Word(&["paar"])), Maybe(&Several), Unit(Unit::Hour, Unit::Millennium)], turned),
    rule!("einigen Jahren", [Maybe(&Word(&["so"])), Several, UNIT], open),
    rule!("ein paar Jahre", [Maybe(&Number), Word(&["paar"]), UNIT], open),
    rule!(
        "seit Wochen",
        [
            Behind(&["seit", "vor", "nach", "über", "binnen", "für", "mit", "dauert", "dauern"]),
            Unit(Unit::Hour, Unit::Millennium),
            NotAhead(&[Word(&["der"])])
        ],
        open
    ),
    rule!("Jahre lang", [Unit(Unit::Hour, Unit::Millennium), Ahead(&[Word(&["lang", "später", "zuvor"])])], open),
    rule!("35-Stunden-Woche", [Length], counted_word),
    rule!("jahrelang", [Long], |found| Some(Meaning::Duration(found.unit?, Much::Open, Way::None))),
];

fn counted_word(found: &Found) -> Option<Meaning> {
    Some(Meaning::Duration(found.unit?, Much::Halves(found.number?.checked_mul(2)?), Way::None))
}
