//! The most frequent words of German news, beyond the stop words.

use super::list::{Words, words};
use super::{PREPOSITIONS, SUBORDINATORS, is_stop_word, leading_weekday, stem};
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// Adverbs, particles, pronouns, quantifiers and forms of auxiliary and modal verbs, folded, that are no stop words; and the folded forms of prepositions
/// and conjunctions with an umlaut or `ß`.
static LIGHT: Words = LazyLock::new(|| {
    words(
        "abermals acht all allein allerdings allerlei allzu ander anderem anderer andererseits anderes anders anderswo anlasslich \
    anschliessend ansonsten ausgerechnet ausserdem ausserhalb bald beide beidem beiden beider beides beinahe besonders bisher bislang \
    bisschen bloss daheim dahin damals danach daneben darunter dasselbe davor dazwischen demnach demselben demzufolge dennoch \
    denselben derart derartige derjenige derselbe derselben derzeit deutlich diejenige diejenigen dieselbe dieselben diesmal drei drin \
    dritte dritten dritter durchaus durfe durft durfte durften dutzende eben ebenfalls ebenso eher eigentlich einander einerseits \
    einfach einige einigem einigen einiger einiges einmal einst einzig elf endlich erneut erst erste erstem ersten erster erstes \
    erstmals etliche etwaige eventull fast folglich freilich funf ganz ganze ganzem ganzen ganzer ganzes gar gegenuber gehabt gemass \
    genau genug gerade gern gerne gestern gewesen gewiss geworden gleich gleichzeitig habt halt hattest hattet heute hierbei hierzu \
    hinaus hingegen hinzu hoffentlich hundert immer immerhin indes insbesondere insgesamt insofern inzwischen irgendein irgendeine \
    irgendwann irgendwie jahrelang je jedenfalls jedermann jederzeit jemals jemand jenem jenen jenes jeweilige jeweiligen jeweils kaum \
    keinerlei keines kommende kommenden kommender konnt kunftig langst lasse lassen lasst lediglich leider letzte letztem letzten \
    letzter letztes letztlich liess liessen mag magst mal manch manchen mancher manches manchmal mehrere mehreren mehrerer meist \
    meiste meisten meistens mindestens mithin mittlerweile mochte mochten moge mogen moglich moglicherweise moglichst morgen musse \
    musst mussten nachste nachsten nachster namlich nebenbei neulich neun nie niemals niemand niemandem niemanden nirgends nunmehr \
    offenbar oft ohnedies ohnehin plotzlich quasi samtliche samtlichen schliesslich sechs seither selber selbst selten seltsam sieben \
    sofort sogar solch solchem solchen solcher solches sollst sollt soviel sowohl spater stets tausend teils teilweise trotzdem \
    uberall uberhaupt ubermorgen ubrigens umso unbedingt unserem unseren unserer unterdessen vergangene vergangenem vergangenen \
    vergangener viel viele vielem vielen vieler vieles vielleicht vier vollig voraussichtlich vorerst vorgestern vorher vorhin warest \
    warst weder weit weiter weitere weiterem weiteren weiterer weiteres weiterhin wem wen wenig wenige wenigen weniger wenigstens \
    werdet wessen wieso willst wirklich wirst wofur wohin wohl wolle wollt wollten womoglich woruber wurdet zehn zudem zufolge \
    zugleich zuletzt zumal zumindest zunachst zurst zuruck zusammen zusatzlich zuvor zwei zweite zweiten zweiter zwolf",
    )
});

/// Content words that more than about one in 250 sentences of German news has, folded; of each word family one or two forms.
const COMMON: &str = "mensch jahr jahre sagen sagt sagte zeit geben gibt gab prozent land lander gehen geht ging woche monat tag stunde uhr million \
    milliarde euro dollar gut besser best neu gross klein lang kurz hoch hohe alt jung stark schwer schnell wichtig klar sicher \
    richtig kommen kommt kam machen macht stehen steht stand sehen sieht finden findet liegen liegt lag bleiben bleibt halten nehmen \
    nimmt bringen zeigen stellen setzen tun wissen weiss brauchen bekommen erhalten gelten gilt heissen heisst hiess sprechen spricht \
    sprach fuhren laufen fallen leben arbeit arbeiten unternehmen regierung staat stadt welt teil ende anfang beginn mitte fall frage \
    problem thema grund ziel folge rolle beispiel zahl seite platz haus kind frau mann familie leute burger person gruppe partei \
    politik politiker politisch prasident minister chef sprecher mitarbeiter polizei behorde angabe deutschland deutsch berlin europa \
    europaisch international national offentlich gemeinsam aktull eigen einzeln bekannt erklaren erklart fordern fordert teilte \
    mitteilen berichten berichtet schreiben schrieb entscheiden entscheidung situation lage massnahme entwicklung ergebnis kritik \
    hilfe weg mal januar februar marz april mai juni juli august september oktober november dezember";

/// The stems of the content words that are frequent in news about anything.
static COMMON_STEMS: LazyLock<FxHashSet<String>> = LazyLock::new(|| COMMON.split_ascii_whitespace().map(stem).collect());

/// Whether a folded word has a meaning of its own: no article, pronoun, preposition, conjunction, particle, common adverb, auxiliary or modal verb,
/// small numeral, or name of a weekday.
///
/// ```
/// use zeitlupe_core::german::is_content_word;
/// assert!(is_content_word("krise") && !is_content_word("konnten") && !is_content_word("wahrend"));
/// ```
pub fn is_content_word(folded: &str) -> bool {
    let function = is_stop_word(folded) || LIGHT.contains(folded) || PREPOSITIONS.contains(folded) || SUBORDINATORS.contains(folded);
    !function && !leading_weekday(folded).is_some_and(|(_, rest)| rest.is_empty())
}

/// Whether a word with this stem is frequent in news about anything: `Jahr`, `sagen`, `Land`.
///
/// ```
/// use zeitlupe_core::german::{is_common_stem, stem};
/// assert!(is_common_stem(&stem("jahres")) && !is_common_stem(&stem("gipfel")));
/// ```
pub fn is_common_stem(stem: &str) -> bool {
    COMMON_STEMS.contains(stem)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

    #[test]
    fn the_lists_are_folded() {
        assert!(LIGHT.iter().copied().chain(COMMON.split_ascii_whitespace()).all(|word| fold(word) == word && !is_stop_word(word)));
    }

    #[test]
    fn content_words_are_told_from_others() {
        for word in ["Erklärung", "gemeinsam", "Nato", "Angriff", "März"] {
            assert!(is_content_word(&fold(word)), "{word}");
        }
        for word in ["über", "würden", "hätten", "Freitag", "beiden", "außerdem", "innerhalb", "sodass", "zwölf", "zuerst", "Sonnabend"]
        {
            assert!(!is_content_word(&fold(word)), "{word}");
        }
    }
}
