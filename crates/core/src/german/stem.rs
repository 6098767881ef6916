//! Stemming.

use snowball_stemmers_rs::{Algorithm, Stemmer};

/// The Snowball stem of a word in its folded form ([`crate::text::fold`]).
///
/// Words with digits are unchanged: `90er` is not `90`.
/// The algorithm is the current German one of <https://snowballstem.org/algorithms/german/stemmer.html>;
/// it removes suffixes, so that the stem of a folded word is nearly always a prefix of it.
///
/// ```
/// use zeitlupe_core::german::stem;
/// assert_eq!(stem("lieferungen"), stem("lieferung"));
/// assert_eq!(stem("90er"), "90er");
/// ```
pub fn stem(folded: &str) -> String {
    if folded.bytes().any(|b| b.is_ascii_digit()) {
        return folded.to_owned();
    }
    Stemmer::create(Algorithm::German).stem(folded).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

    fn check(forms: &str) {
        let stems: Vec<String> = forms.split(' ').map(|form| stem(&fold(form))).collect();
        assert!(stems.iter().all(|s| s == &stems[0]), "{forms}: {stems:?}");
    }

    #[test]
    fn forms_of_one_word_have_one_stem() {
        check("Präsident Präsidenten");
        check("Gipfel Gipfels Gipfeln");
        check("Land Länder Ländern Landes");
        check("Lieferung Lieferungen");
        check("Krieg Kriege Krieges Kriegs");
        check("Maßnahme Maßnahmen Massnahmen");
        check("russische russischen russischer russisches");
        check("Dienstplan Dienstpläne Dienstplänen");
    }

    #[test]
    fn different_words_have_different_stems() {
        for (a, b) in [("Macht", "Nacht"), ("Krise", "Kriege"), ("Peking", "Pekinese"), ("90er", "90")] {
            assert_ne!(stem(&fold(a)), stem(&fold(b)));
        }
    }
}
