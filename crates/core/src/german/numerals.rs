//! Numbers in words.

/// The longest numeral that is read, in bytes.
const LONGEST: usize = 64;

const UNITS: [(&str, u64); 21] = [
    ("null", 0),
    ("ein", 1),
    ("eins", 1),
    ("zwei", 2),
    ("zwo", 2),
    ("drei", 3),
    ("vier", 4),
    ("fünf", 5),
    ("sechs", 6),
    ("sieben", 7),
    ("acht", 8),
    ("neun", 9),
    ("zehn", 10),
    ("elf", 11),
    ("zwölf", 12),
    ("dreizehn", 13),
    ("vierzehn", 14),
    ("fünfzehn", 15),
    ("sechzehn", 16),
    ("siebzehn", 17),
    ("achtzehn", 18),
];

const TENS: [(&str, u64); 8] = [
    ("zwanzig", 20),
    ("dreißig", 30),
    ("vierzig", 40),
    ("fünfzig", 50),
    ("sechzig", 60),
    ("siebzig", 70),
    ("achtzig", 80),
    ("neunzig", 90),
];

/// The value of a number written as one word in lower case, up to 999,999: `zwölf`, `einundzwanzig`, `zweihunderttausend`.
///
/// ```
/// use zeitlupe_core::german::numeral;
/// assert_eq!(numeral("zweihundertdreiundvierzig"), Some(243));
/// assert_eq!(numeral("eine"), None);
/// ```
pub fn numeral(word: &str) -> Option<u64> {
    if word.is_empty() || word.len() > LONGEST || word == "ein" {
        return None;
    }
    match word.split_once("tausend") {
        Some((left, right)) => Some(below_thousand(left, 1)? * 1000 + below_thousand(right, 0)?),
        None => below_thousand(word, 0),
    }
}

/// The value of a numeral below a thousand; `nothing` for the empty word.
fn below_thousand(word: &str, nothing: u64) -> Option<u64> {
    if word.is_empty() {
        return Some(nothing);
    }
    match word.split_once("hundert") {
        Some((left, right)) => Some(below_hundred(left, 1)? * 100 + below_hundred(right, 0)?),
        None => below_hundred(word, 0),
    }
}

fn below_hundred(word: &str, nothing: u64) -> Option<u64> {
    let word = word.strip_prefix("und").filter(|rest| !rest.is_empty()).unwrap_or(word);
    let unit = |word: &str| UNITS.iter().find(|(unit, _)| *unit == word).map(|(_, value)| *value);
    let ten = |word: &str| TENS.iter().find(|(ten, _)| *ten == word).map(|(_, value)| *value);
    match word {
        "" => Some(nothing),
        "neunzehn" => Some(19),
        _ => unit(word).or_else(|| ten(word)).or_else(|| {
            let (left, right) = word.split_once("und")?;
            Some(unit(left).filter(|unit| (1..10).contains(unit))? + ten(right)?)
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_have_their_value() {
        for (word, value) in [
            ("null", 0),
            ("zwölf", 12),
            ("neunzehn", 19),
            ("einundzwanzig", 21),
            ("siebenundneunzig", 97),
            ("hundert", 100),
            ("hundertzwei", 102),
            ("einhundertundeins", 101),
            ("zweitausend", 2000),
            ("zehntausend", 10_000),
            ("dreihundertvierundzwanzigtausendfünfhundert", 324_500),
        ] {
            assert_eq!(numeral(word), Some(value), "{word}");
        }
        for word in ["", "ein", "eine", "zweite", "haus", "und", "undundund", "zweizwanzig", "tausende", "einundeins"] {
            assert_eq!(numeral(word), None, "{word}");
        }
    }
}
