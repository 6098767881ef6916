//! Abbreviations with a full stop.

/// Whether the full stop of an abbreviation can end a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Abbreviation {
    /// Something always follows: `Dr.`, `bzw.`, `Nr.`. The stop never ends a sentence.
    Open,
    /// It can be last: `usw.`, `Mio.`, `GmbH & Co.`. The stop ends a sentence if a new one clearly begins after it.
    Final,
}

/// The abbreviations that are always followed by something, in byte order.
#[rustfmt::skip]
const OPEN: &[&str] = &[
    "Abb", "Abs", "Anm", "Apr", "Aufl", "Aug", "Bd", "Bsp", "Capt", "Col", "Dez", "Dipl", "Dr", "Dres", "Feb", "Fn", "Fr", "Gebr",
    "Gen", "Gov", "Hbf", "Hg", "Hl", "Hon", "Hr", "Hrn", "Hrsg", "Ing", "Jan", "Kap", "Kard", "Lt", "Mag", "Maj", "Mr", "Mrs", "Ms",
    "Msgr", "Mt", "Nov", "Nr", "Nrn", "Okt", "PD", "Pfr", "Prof", "Rep", "Sen", "Sept", "Sgt", "Sr", "St", "Ste", "Stv", "Tel", "Univ",
    "Verf", "Vgl", "Vors", "Ziff", "allg", "amerik", "bayer", "bes", "betr", "bspw", "bzgl", "bzw", "ca", "dt", "ehem", "einschl",
    "engl", "entspr", "europ", "ev", "evtl", "exkl", "frz", "geb", "gegr", "gest", "gez", "ggf", "griech", "hl", "inkl", "insb", "ital",
    "jap", "kath", "lat", "lt", "max", "mind", "mtl", "norw", "phil", "poln", "rd", "rer", "russ", "schwed", "schweiz", "sog", "span",
    "staatl", "stellv", "stv", "städt", "südd", "türk", "ungar", "urspr", "verh", "vgl", "zit", "zw", "zzgl", "Österr", "österr",
];

/// The abbreviations that can be at the end of a sentence, in byte order.
#[rustfmt::skip]
const FINAL: &[&str] = &[
    "Art", "Chr", "Co", "Corp", "Ew", "Inc", "Jg", "Jh", "Jhd", "Jr", "Ltd", "Mill", "Min", "Mio", "Mrd", "Pf", "Red", "Sek", "Std",
    "Str", "Tsd", "Tz", "al", "dgl", "ebd", "etc", "ff", "jr", "jun", "sen", "str", "usf", "usw",
];

/// The longest of them, in bytes; a quick test for most words.
const LONGEST: usize = 7;

/// The kind of abbreviation that `word` is, as written but without its full stop; `None` for any other word. Single letters are not listed.
///
/// ```
/// use zeitlupe_core::german::abbreviations::{Abbreviation, abbreviation};
/// assert_eq!(abbreviation("bzw"), Some(Abbreviation::Open));
/// assert_eq!(abbreviation("Haus"), None);
/// ```
pub fn abbreviation(word: &str) -> Option<Abbreviation> {
    if word.len() > LONGEST {
        None
    } else if OPEN.binary_search(&word).is_ok() {
        Some(Abbreviation::Open)
    } else if FINAL.binary_search(&word).is_ok() {
        Some(Abbreviation::Final)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_abbreviation_is_listed_once() {
        assert!(OPEN.is_sorted() && FINAL.is_sorted());
        let mut all: Vec<_> = OPEN.iter().chain(FINAL).collect();
        all.sort();
        assert!(all.windows(2).all(|pair| pair[0] != pair[1]));
        assert_eq!(all.iter().map(|word| word.len()).max(), Some(LONGEST));
        assert_eq!(abbreviation("bzw"), Some(Abbreviation::Open));
        assert_eq!(abbreviation("Mio"), Some(Abbreviation::Final));
        assert_eq!(abbreviation("Haus"), None);
    }
}
