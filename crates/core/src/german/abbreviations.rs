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
    "Abb", "Abs", "Abt", "Anh", "Anm", "Apr", "Aufl", "Aug", "Ausg", "Az", "Bd", "Beschl", "Bez", "Bhf", "Bsp", "Capt",
    "Col", "Dez", "Dipl", "Dr", "Dres", "Fa", "Fam", "Feb", "Febr", "Fn", "Fr", "Frl", "Gebr", "Gen", "Gov", "Hbf", "Hg",
    "Hl", "Hon", "Hptm", "Hr", "Hrn", "Hrsg", "Ing", "Inh", "Jan", "Jul", "Jun", "Jän", "Jänn", "Kap", "Kard", "Lfg", "Lt", "Mag",
    "Maj", "Mr", "Mrs", "Mrz", "Ms", "Msgr", "Mt", "Nov", "Nr", "Nrn", "Okt", "PD", "Pfr", "Pos", "Prof", "Rdnr", "Rep", "Rz",
    "Sen", "Sep", "Sept", "Sgt", "Sr", "St", "Ste", "Stv", "Tab", "Tel", "Univ", "Urt", "Verf", "Verz", "Vgl", "Vol", "Vors",
    "Ziff", "abzgl", "allg", "amerik", "bayer", "bes", "betr", "bez", "bspw", "bzgl", "bzw", "ca", "dt", "ehem", "einschl",
    "engl", "entspr", "europ", "ev", "evtl", "exkl", "frdl", "frz", "geb", "gegr", "gem", "gest", "gez", "ggf", "griech", "hl",
    "inkl", "insb", "insbes", "ital", "jap", "jew", "kath", "lat", "led", "lfd", "lt", "max", "mdl", "mind", "mtl", "norw",
    "näml", "nördl", "phil", "poln", "rd", "rer", "russ", "schwed", "schweiz", "sog", "span", "staatl", "stellv", "stv", "städt",
    "südd", "südl", "türk", "ungar", "urspr", "verh", "vgl", "westl", "wg", "zit", "zus", "zw", "zzgl", "zzt", "Österr", "österr",
    "östl",
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
