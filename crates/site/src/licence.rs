//! What a licence allows.

use zeitlupe_core::text::fold;

/// Beginnings of words that deny or restrict.
const DENIALS: [&str; 12] =
    ["nicht", "kein", "ohne", "not", "no", "without", "erforderlich", "noetig", "notig", "required", "vorbehalten", "reserved"];

/// Whether an article under this licence may be published in full, judging by the words of the licence.
///
/// | licence | recognised |
/// | --- | --- |
/// | Creative Commons | `CC0`, `CC BY`, `CC-BY-SA 4.0` and the others, including NC and ND, because the text stays unchanged and names its licence; `Creative Commons …`, addresses at creativecommons.org |
/// | out of copyright | `gemeinfrei`, `public domain`, `Public Domain Mark`, `PDM` |
/// | own work | `eigen` and words that begin with it (`eigener Text`), `own`, `own work` |
/// | with permission | `mit Genehmigung …`, `with permission …`, `permission` |
///
/// Case is ignored. Nothing else is recognised, nor is anything with a denial (`keine Genehmigung`, `not public domain`,
/// `permission required`): in doubt the answer is no.
pub fn allows_publication(licence: &str) -> bool {
    let plain = fold(licence);
    let words: Vec<&str> = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let has = |wanted: &[&str]| words.windows(wanted.len()).any(|at| at == wanted);
    let is_commons = has(&["cc0"])
        || has(&["cc", "0"])
        || has(&["cc", "zero"])
        || has(&["cc", "by"])
        || has(&["creative", "commons"])
        || has(&["creativecommons", "org"]);
    let is_open = is_commons
        || has(&["gemeinfrei"])
        || has(&["public", "domain"])
        || has(&["pdm"])
        || has(&["own"])
        || has(&["mit", "genehmigung"])
        || has(&["permission"])
        || words.iter().any(|word| word.starts_with("eigen") && !word.starts_with("eigent"));
    is_open && !is_denied(&words, is_commons)
}

/// Whether the words deny something. A Creative Commons licence may spell out NC and ND, which deny only uses that do not matter here.
fn is_denied(words: &[&str], is_commons: bool) -> bool {
    let spells_out = |next: Option<&&str>| {
        next.is_some_and(|next| ["kommerz", "commerc", "deriv", "bearbeit", "modif"].iter().any(|start| next.starts_with(start)))
    };
    words.iter().enumerate().any(|(at, word)| {
        let denies = DENIALS.iter().any(|denial| word == denial || (*denial == "kein" && word.starts_with(denial)));
        denies && !(is_commons && spells_out(words.get(at + 1)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn open_licences_allow_publication() {
        for licence in [
            "CC0",
            "CC BY 4.0",
            "cc-by-sa",
            "CC BY-NC-ND 3.0 DE",
            "Creative Commons Namensnennung, keine Bearbeitung, nicht kommerziell",
            "https://creativecommons.org/licenses/by/4.0/",
            "Gemeinfrei",
            "Public Domain Mark 1.0",
            "public domain",
            "eigen",
            "Eigener Text",
            "own work",
            "mit Genehmigung der Redaktion",
            "with permission of the author",
        ] {
            assert!(allows_publication(licence), "{licence}");
        }
    }

    #[test]
    fn other_licences_do_not() {
        for licence in [
            "",
            "©",
            "Alle Rechte vorbehalten",
            "All rights reserved",
            "keine Genehmigung",
            "ohne Genehmigung",
            "mit Genehmigung nicht möglich",
            "nur mit Genehmigung, Anfrage nötig",
            "not public domain",
            "permission required",
            "nicht gemeinfrei",
            "Eigentum des Verlags",
            "unbekannt",
            "CC Redaktion",
            "kein CC BY",
            "§ 60a UrhG",
        ] {
            assert!(!allows_publication(licence), "{licence}");
        }
    }
}
