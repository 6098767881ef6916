//! Words by which somebody is said to have said something.

use super::list::{Table, Words, used};
use std::sync::LazyLock;

/// The past of what a person does: the capitalised word beside it is that person's name.
const SPEAKER: u8 = 1;
/// It opens the part of a sentence that says who spoke: `…, sagte Putin`.
const ATTRIBUTION: u8 = 2;
/// It says nothing of what happened, only that somebody told it.
const REPORT: u8 = 4;
/// The present, in which newspapers tell of what was said before.
const PRESENT: u8 = 8;
/// A weekday behind it is a person: `sagt Freitag`.
const NAME_BEHIND: u8 = 16;

const TABLE: &Table = &[
    (SPEAKER | ATTRIBUTION | REPORT | NAME_BEHIND, "sagte erklärte"),
    (SPEAKER | ATTRIBUTION | REPORT, "betonte berichtete äußerte"),
    (SPEAKER | ATTRIBUTION | NAME_BEHIND, "meinte"),
    (SPEAKER | ATTRIBUTION, "kritisierte warnte kündigte antwortete fügte ergänzte räumte versicherte mahnte schrieb"),
    (SPEAKER, "bekräftigte unterstrich plädierte appellierte bestritt dementierte erzählte urteilte"),
    (
        ATTRIBUTION,
        "sagten teilten teilt erklärten berichteten meldeten betonten kritisierten forderte forderten fordert warnten warnt heißt \
       schrieben bestätigte bestätigten kündigten behauptete twitterte begründete verkündete gaben sprach stellte zitierte",
    ),
    (ATTRIBUTION | REPORT | PRESENT | NAME_BEHIND, "sagt"),
    (ATTRIBUTION | REPORT, "teilte berichtet meldete hieß gab so"),
    (ATTRIBUTION | NAME_BEHIND, "erklärt"),
    (ATTRIBUTION | PRESENT, "meldet betont schreibt"),
    (REPORT, "mitteilte laut angaben zufolge"),
    (
        PRESENT,
        "sagen meinen betonen melden schreiben kritisiert kritisieren räumt twittert zitiert formuliert beklagt versichert behauptet",
    ),
    (PRESENT | NAME_BEHIND, "meint"),
];

/// Verbs in the past whose subject is a person.
pub static VERBS_OF_SPEECH: Words = LazyLock::new(|| used(TABLE, SPEAKER));

/// Words that open an attribution.
pub static ATTRIBUTIONS: Words = LazyLock::new(|| used(TABLE, ATTRIBUTION));

/// Words that only tell of a report.
pub static REPORTS: Words = LazyLock::new(|| used(TABLE, REPORT));

/// Verbs of saying in the present.
pub static SAYS: Words = LazyLock::new(|| used(TABLE, PRESENT));

/// Verbs of saying behind which a weekday is somebody's name.
pub static BEFORE_SPEAKERS: Words = LazyLock::new(|| used(TABLE, NAME_BEHIND));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_is_listed_once() {
        assert!(super::super::list::is_listed_once(TABLE));
        assert!(VERBS_OF_SPEECH.contains("sagte") && ATTRIBUTIONS.contains("sagte") && !SAYS.contains("sagte"));
    }
}
