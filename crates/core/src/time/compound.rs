//! Compounds of numbers, units, days and parts of a day.

use super::lexicon::Class::*;
use super::lexicon::{Class, DayPart, ENDINGS, Unit, listed};
use crate::german::leading_weekday;

/// The meaning of a lower-case word in a date; [`Class::Plain`] if it is neither listed nor a compound of listed words.
pub fn class(word: &str) -> Class {
    listed(word).or_else(|| compound(word)).unwrap_or(Plain)
}

/// Bytes of the longest compound that is looked at.
const LONGEST: usize = 64;

/// Compounds: `Dienstagabend`, `fünfundzwanzig`, `35-Stunden-Woche`, `80er-Jahre`, `einwöchig`.
fn compound(word: &str) -> Option<Class> {
    const PARTS: [(&str, DayPart); 7] = [
        ("früh", DayPart::Morning),
        ("morgen", DayPart::Morning),
        ("vormittag", DayPart::Morning),
        ("mittag", DayPart::Midday),
        ("nachmittag", DayPart::Afternoon),
        ("abend", DayPart::Evening),
        ("nacht", DayPart::Night),
    ];
    // A longer one means nothing, and taking it apart could go as deep as it is long.
    if word.len() > LONGEST {
        return None;
    }
    if let Some((day, rest)) = leading_weekday(word) {
        let rest = rest.trim_start_matches('-');
        let part = PARTS.iter().find(|(name, _)| *name == rest || rest.strip_suffix('s') == Some(name))?.1;
        return Some(WeekdayPart(day, part));
    }
    if word.ends_with("zig") || word.ends_with("ßig") {
        return tens(word).map(Number);
    }
    if let Some(stem) = ENDINGS.iter().find_map(|ending| word.strip_suffix(ending)?.strip_suffix("igst")) {
        return tens(&word[..stem.len() + 2]).map(Ordinal);
    }
    if let Some(decade) = word.strip_suffix("-jahren").or_else(|| word.strip_suffix("-jahre"))
        && let Some(Decade(decade)) = listed(decade)
    {
        return Some(Decade(decade));
    }
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        return with_digits(word);
    }
    lasting(word)
}

/// `zweiundzwanzig`.
fn tens(word: &str) -> Option<u32> {
    let (ones, tens) = word.split_once("und")?;
    let (Number(ones), Number(tens)) = (listed(ones)?, listed(tens)?) else { return None };
    (ones < 10 && tens >= 20).then_some(ones + tens)
}

/// `80er`, `1990er-Jahre`, `35-Stunden-Woche`, `14-tägig`; but no ages (`16-jährig`).
fn with_digits(word: &str) -> Option<Class> {
    let digits = word.len() - word.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, rest) = word.split_at(digits);
    let number: u32 = number.parse().ok()?;
    if let Some(rest) = rest.strip_prefix("er") {
        let whole = matches!(rest, "" | "-jahre" | "-jahren" | "n");
        return (whole && number.is_multiple_of(10) && (number < 100 || (1000..2100).contains(&number))).then_some(Decade(number as i32));
    }
    let rest = rest.strip_prefix('-').unwrap_or(rest);
    let head = rest.split('-').next().unwrap_or(rest);
    match class(head) {
        Unit(unit, true) if digits < word.len() => Some(Length(unit, number)),
        _ => adjective(head).map(|unit| Length(unit, number)),
    }
}

/// Adjectives of a number and a unit: `einwöchig`, `dreitägig`.
fn lasting(word: &str) -> Option<Class> {
    if !word.as_bytes().windows(2).any(|letters| matches!(letters, [b'i', b'g'])) {
        return None;
    }
    let at = ["tägig", "wöchig", "monatig", "stündig", "minütig"].iter().find_map(|unit| word.rfind(unit))?;
    let unit = adjective(&word[at..])?;
    match class(&word[..at]) {
        Number(number) => Some(Length(unit, number)),
        Several => Some(Long(unit)),
        _ if &word[..at] == "mehr" => Some(Long(unit)),
        _ => None,
    }
}

fn adjective(word: &str) -> Option<Unit> {
    let stem = ENDINGS.iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
    match stem {
        "tägig" => Some(Unit::Day),
        "wöchig" => Some(Unit::Week),
        "monatig" => Some(Unit::Month),
        "stündig" => Some(Unit::Hour),
        "minütig" => Some(Unit::Minute),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_compounds_have_their_meaning() {
        for (word, expected) in [
            ("märz", Month(3)),
            ("jänner", Month(1)),
            ("vergangenen", Turn(-1)),
            ("dieser", Turn(0)),
            ("dienstagabend", WeekdayPart(1, DayPart::Evening)),
            ("sonnabendfrüh", WeekdayPart(5, DayPart::Morning)),
            ("fünfundzwanzig", Number(25)),
            ("35-stunden-woche", Length(Unit::Hour, 35)),
            ("14-tage", Length(Unit::Day, 14)),
            ("einwöchigen", Length(Unit::Week, 1)),
            ("mehrtägige", Long(Unit::Day)),
            ("80er", Decade(80)),
            ("1990er-jahre", Decade(1990)),
            ("dritten", Ordinal(3)),
            ("siebzehnten", Ordinal(17)),
            ("zweiundzwanzigste", Ordinal(22)),
            ("einunddreißigsten", Ordinal(31)),
            ("achtziger-jahre", Decade(80)),
            ("nullerjahren", Decade(2000)),
        ] {
            assert_eq!(class(word), expected, "{word}");
        }
    }

    #[test]
    fn other_words_have_no_meaning() {
        for word in
            ["", "montagsmarkt", "16-jährige", "62-jährige", "tagebuch", "erst", "hundund", "99999999999er", "5er", "undzig", "-", "1-"]
        {
            assert_eq!(class(word), Plain, "{word}");
        }
        for part in ["einund", "einundzwanzig", "einwöchig", "12-"] {
            assert_eq!(class(&part.repeat(50_000)), Plain, "{part} and so on");
        }
        assert_eq!(class("zweieinundzwanzig"), Plain);
        assert_eq!(class("einundfünfundzwanzig"), Plain);
    }
}
