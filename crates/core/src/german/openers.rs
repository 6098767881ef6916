//! Words that are capitalised only at the beginning of a sentence.

/// Whether a capitalised `word` nearly always begins a sentence: an article, pronoun, preposition, conjunction or adverb.
///
/// ```
/// use zeitlupe_core::german::opens_sentence;
/// assert!(opens_sentence("Danach") && !opens_sentence("danach") && !opens_sentence("Februar"));
/// ```
pub fn opens_sentence(word: &str) -> bool {
    OPENERS.binary_search(&word).is_ok()
}

/// In byte order.
#[rustfmt::skip]
const OPENERS: &[&str] = &[
    "Aber", "Alle", "Allein", "Allerdings", "Als", "Also", "Am", "An", "Andere", "Angesichts", "Anschließend", "Auch", "Auf",
    "Aufgrund", "Aus", "Außerdem", "Bei", "Beide", "Beim", "Bereits", "Besonders", "Bis", "Bisher", "Bislang", "Da", "Dabei", "Dadurch",
    "Dafür", "Dagegen", "Daher", "Damals", "Damit", "Danach", "Dann", "Daran", "Darauf", "Darin", "Darum", "Darüber", "Das", "Dass",
    "Davon", "Davor", "Dazu", "Dem", "Demnach", "Den", "Denn", "Dennoch", "Der", "Deren", "Derzeit", "Des", "Deshalb", "Dessen", "Die",
    "Dies", "Diese", "Diesem", "Diesen", "Dieser", "Dieses", "Doch", "Dort", "Durch", "Ebenfalls", "Ebenso", "Ein", "Eine", "Einem",
    "Einen", "Einer", "Eines", "Einige", "Er", "Erst", "Es", "Etwa", "Für", "Gegen", "Gestern", "Gleichzeitig", "Heute", "Hier",
    "Hinter", "Ich", "Ihm", "Ihn", "Ihr", "Ihre", "Im", "Immer", "In", "Insgesamt", "Ist", "Je", "Jede", "Jeder", "Jedes", "Jedoch",
    "Jetzt", "Kann", "Kein", "Keine", "Laut", "Man", "Manche", "Mehr", "Mehrere", "Mit", "Nach", "Nachdem", "Neben", "Nicht", "Noch",
    "Nun", "Nur", "Ob", "Obwohl", "Oder", "Ohne", "Schon", "Sehr", "Sein", "Seine", "Seit", "Seitdem", "Selbst", "Sie", "Sind", "So",
    "Solche", "Sollte", "Sondern", "Später", "Trotz", "Trotzdem", "Um", "Und", "Unter", "Viele", "Vom", "Von", "Vor", "Vorher", "War",
    "Warum", "Was", "Wegen", "Weil", "Weitere", "Wenn", "Wer", "Wie", "Wir", "Wo", "Während", "Zu", "Zudem", "Zum", "Zunächst", "Zur",
    "Zuvor", "Zwar", "Zwischen", "Über",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_in_order() {
        assert!(OPENERS.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
