//! Verbs of saying, and other words of attribution.

use super::list::{Table, Words, used};
use std::sync::LazyLock;

/// A past tense whose subject is a person: a capitalised word next to it is a person's name.
const SPEAKER: u8 = 1;
/// Begins an attribution: `…, sagte Putin`.
const ATTRIBUTION: u8 = 2;
/// Says nothing about the event, only that somebody reported it.
const REPORT: u8 = 4;
/// A present tense, used by newspapers for what was said before.
const PRESENT: u8 = 8;
/// A weekday after it is a person: `sagt Freitag`.
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

/// Verbs in the past tense whose subject is a person.
pub static VERBS_OF_SPEECH: Words = LazyLock::new(|| used(TABLE, SPEAKER));

/// Words that begin an attribution.
pub static ATTRIBUTIONS: Words = LazyLock::new(|| used(TABLE, ATTRIBUTION));

/// Words that only indicate a report.
pub static REPORTS: Words = LazyLock::new(|| used(TABLE, REPORT));

/// Verbs of saying in the present tense.
pub static SAYS: Words = LazyLock::new(|| used(TABLE, PRESENT));

/// Verbs of saying after which a weekday is a person's name.
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
