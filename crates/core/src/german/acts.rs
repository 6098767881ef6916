//! Words for what people do that say the same: `reist`, `Besuch`, `empfängt`.

/// Beginnings of words in lower case, one row for each act.
const ACTS: &[&str] = &[
    "reis besuch visite treff traf empfang empfing empfäng flieg flog geflogen gereist gipfel zusammenk termin",
    "zulass zuließ zulässt zugelassen genehmig freigab freigeb freigib freigegeben bewillig marktzulassung",
    "empfahl empfehl empfohl empfiehl",
    "angriff angegriffen einmarsch invasion überfall überfiel",
    "unterzeichn unterschr signier",
    "wahl gewählt wähl",
    "starb stirbt sterb gestorben tod verstarb verstorben",
    "festnahm festnehm festgenommen verhaft",
    "rücktritt zurückgetreten zurücktr",
    "eröffn einweih eingeweiht",
    "ausgesetzt aussetz impfstopp gestoppt stopp",
    "verurteil urteil schuldspruch",
    "gründete gegründet gründung",
];

/// The acts that a word in lower case stands for, as bits.
///
/// ```
/// use zeitlupe_core::german::acts;
/// assert_ne!(acts("reist") & acts("besuch"), 0);
/// assert_eq!((acts("reist") & acts("zulassung"), acts("haus")), (0, 0));
/// ```
pub fn acts(word: &str) -> u32 {
    let begins = |row: &&str| row.split(' ').any(|stem| word.starts_with(stem));
    (0..).zip(ACTS).filter(|(_, row)| begins(row)).map(|(number, _)| 1 << number).sum()
}
