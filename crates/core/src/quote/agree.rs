//! Whether a subject agrees with its verb in number, as far as the forms show it.

use super::frame::Frame;
use super::phrase::Phrases;
use std::ops::Range;

/// Words before a noun in the plural.
const MANY: &str = "viele mehrere einige alle beide zahlreiche manche wenige zwei drei vier fünf sechs sieben acht neun zehn zwölf hunderte \
    tausende";
/// Words before a noun in the singular.
const ONE: &str = "der ein eine das sein seine mein meine dieser dieses jeder jede jedes kein keine jener jenes";
/// Ends of nouns in the plural.
const PLURALS: [&str; 7] = ["ungen", "heiten", "keiten", "schaften", "ionen", "innen", "täten"];

/// Singular or plural.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Number {
    One,
    Many,
}

/// The number of a finite verb in the third person.
pub(super) fn of_verb(frame: &Frame, at: usize) -> Number {
    let word = frame.word(at);
    if word.ends_with('n') || word == "sind" { Number::Many } else { Number::One }
}

/// The number of a noun phrase, where its determiner, its attribute or an `und` shows it.
pub(super) fn of_phrase(phrases: &Phrases, units: Range<usize>) -> Option<Number> {
    let frame = phrases.frame;
    let first = frame.get(units.start)?;
    let noun = units.clone().skip(1).find(|&at| frame.units[at].is_capital()).unwrap_or(units.start);
    if first.is_one_of(MANY) || units.clone().any(|at| frame.units[at].is_one_of("und sowie")) {
        return Some(Number::Many);
    }
    if first.is_one_of("die ihre diese seine keine unsere") {
        let attribute = noun > units.start + 1 && frame.word(noun - 1).ends_with("en");
        let plural = attribute || PLURALS.iter().any(|end| frame.word(noun).ends_with(end));
        let singular = noun > units.start + 1 && frame.word(noun - 1).ends_with('e');
        return if plural { Some(Number::Many) } else { singular.then_some(Number::One) };
    }
    (first.is_one_of(ONE) || first.is_capital() && phrases.is_one_name(units)).then_some(Number::One)
}

/// Whether a phrase can be the subject of this verb: false where their forms differ in number.
pub(super) fn agrees(phrases: &Phrases, units: Range<usize>, verb: usize) -> bool {
    of_phrase(phrases, units).is_none_or(|number| number == of_verb(phrases.frame, verb))
}
