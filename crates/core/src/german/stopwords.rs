//! Stop words: words in nearly every text.

/// Whether a folded word ([`crate::text::fold`]) is a stop word, which is optional in a query with other words.
///
/// ```
/// use zeitlupe_core::german::is_stop_word;
/// assert!(is_stop_word("fur") && !is_stop_word("macht"));
/// ```
pub fn is_stop_word(folded: &str) -> bool {
    STOP_WORDS.binary_search(&folded).is_ok()
}

/// Articles, pronouns, prepositions, conjunctions, auxiliary verbs and particles, folded, in order.
#[rustfmt::skip]
const STOP_WORDS: &[&str] = &[
    "aber", "alle", "allem", "allen", "aller", "alles", "als", "also", "am", "an", "andere", "anderen", "auch", "auf", "aus", "bei",
    "beim", "bereits", "bin", "bis", "bist", "da", "dabei", "dadurch", "dafur", "dagegen", "daher", "damit", "dann", "daran", "darauf",
    "daraus", "darf", "darin", "daruber", "darum", "das", "dass", "davon", "dazu", "dein", "deine", "dem", "den", "denen", "denn", "der",
    "deren", "des", "deshalb", "dessen", "dich", "die", "dies", "diese", "diesem", "diesen", "dieser", "dieses", "dir", "doch", "dort",
    "du", "durch", "durfen", "ein", "eine", "einem", "einen", "einer", "eines", "er", "es", "etwa", "etwas", "euch", "euer", "fur",
    "gegen", "hab", "habe", "haben", "hat", "hatte", "hatten", "hier", "hin", "hinter", "ich", "ihm", "ihn", "ihnen", "ihr", "ihre",
    "ihrem", "ihren", "ihrer", "ihres", "im", "in", "indem", "ins", "ist", "ja", "jede", "jedem", "jeden", "jeder", "jedes", "jedoch",
    "jene", "jener", "jetzt", "kann", "kein", "keine", "keinem", "keinen", "keiner", "konne", "konnen", "konnte", "konnten", "man",
    "manche", "mehr", "mein", "meine", "meinem", "meinen", "meiner", "mich", "mir", "mit", "muss", "mussen", "musste", "nach", "nicht",
    "nichts", "noch", "nun", "nur", "ob", "oder", "ohne", "schon", "sehr", "sei", "seid", "seien", "sein", "seine", "seinem", "seinen",
    "seiner", "seines", "seit", "sich", "sie", "sind", "so", "solche", "soll", "solle", "sollen", "sollte", "sollten", "sondern",
    "sonst", "sowie", "uber", "um", "und", "uns", "unser", "unsere", "unter", "vom", "von", "vor", "wahrend", "war", "ware", "waren",
    "warum", "was", "weil", "welche", "welchem", "welchen", "welcher", "welches", "wenn", "wer", "werde", "werden", "wie", "wieder",
    "will", "wir", "wird", "wo", "wollen", "wollte", "worden", "wurde", "wurden", "zu", "zum", "zur", "zwar", "zwischen",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

    #[test]
    fn the_list_is_in_order_and_folded() {
        assert!(STOP_WORDS.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(STOP_WORDS.iter().all(|word| fold(word) == *word));
    }

    #[test]
    fn only_function_words_are_stop_words() {
        for word in ["Die", "und", "über", "für", "während"] {
            assert!(is_stop_word(&fold(word)), "{word}");
        }
        for word in ["Macht", "Frieden", "Ende", "Nato", ""] {
            assert!(!is_stop_word(&fold(word)), "{word}");
        }
    }
}
