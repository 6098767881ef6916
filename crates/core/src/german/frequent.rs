//! The most frequent words of German news, beyond the stop words.

use super::{PREPOSITIONS, SUBORDINATORS, is_stop_word, leading_weekday, stem};
use crate::text::fold;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// Adverbs, particles, pronouns, quantifiers and forms of auxiliary and modal verbs, without umlauts, that are neither stop words nor prepositions.
const LIGHT: &str = "ab abermals all allein allerdings allerlei allzu ander anderem anderer anderes anders anderswo anschliessend ansonsten ausserdem \
    ausgerechnet bald beide beidem beiden beider beides beinahe besonders bevor bislang bisher bisschen bloss daheim dahin damals \
    danach daneben dank dann darauf daruber darunter davor dazwischen demnach demzufolge dennoch derart derartige derselbe dieselbe \
    dasselbe dieselben denselben demselben derselben derzeit deutlich diejenigen derjenige diejenige diesmal drin durchaus durfe \
    durfte durften dutzende eben ebenfalls ebenso eher eigentlich einander einerseits andererseits einfach einige einigem einigen \
    einiger einiges einmal einst einzig endlich erneut erst erstmals etliche eventuell fast folglich freilich ganz ganze ganzem \
    ganzen ganzer ganzes gar gegenuber gehabt genau genug gerade gern gerne geworden gewesen gewiss gleich gleichzeitig halt \
    hattest heute hierbei hierzu hinaus hingegen hinzu hoffentlich immer immerhin indes infolge insbesondere insgesamt insofern \
    inzwischen irgendein irgendeine irgendwann irgendwie ist jahrelang je jedenfalls jederzeit jedermann jemals jemand jenem jenen \
    jenes jeweilige jeweiligen jeweils kaum keinerlei keines kunftig langst lasse lassen lasst laut lediglich leider letztlich \
    liess liessen man mal manch manchen mancher manches manchmal mehrere mehreren mehrerer meist meiste meisten meistens mindestens \
    mithin mittlerweile moge mogen mochte mochten moglich moglicherweise moglichst morgen muss mussen musse musste mussten nachdem \
    namlich neben nebenbei neulich nie niemals niemand niemanden niemandem nirgends noch nunmehr obgleich obwohl offenbar oft ohnehin \
    ohnedies per plotzlich pro quasi rund samtliche samtlichen schliesslich seitdem seither selber selbst selten seltsam sind sobald \
    sodass sofern sofort sogar solange solch solchem solchen solcher solches sonst soviel soweit sowohl spater stets statt teils \
    teilweise trotz trotzdem uberall uberhaupt ubrigens umso unbedingt unserem unseren unserer unterdessen viel viele vielem vielen \
    vieler vieles vielleicht vollig vor voraussichtlich vorerst vorher vorhin warest warst wegen weder weit weiter weitere weiteren \
    weiterem weiterer weiteres weiterhin wem wen wenig wenige wenigen weniger wenigstens wessen weshalb wieso wirklich wirst wofur \
    wohin wohl wolle wollte wollten womoglich worauf wurden zudem zuerst zufolge zugleich zuletzt zumal zumindest zunachst zuruck \
    zusammen zusatzlich zuvor zwei drei vier funf sechs sieben acht neun zehn elf zwolf hundert tausend erste ersten erstem erster \
    erstes zweite zweiten zweiter dritte dritten dritter letzte letzten letzter letztem letztes nachste nachsten nachster vergangene \
    vergangenen vergangener vergangenem kommende kommenden kommender gestern ubermorgen vorgestern etwaige ehe falls wobei wodurch \
    woran worin wovon wozu hab habt hattet seid wurdet wirst werdet konnt willst wollt sollst sollt musst durft magst mag";

/// Content words that more than about one in 250 sentences of German news has, without umlauts; of each word family one or two forms.
const COMMON: &str = "mensch jahr jahre sagen sagt sagte zeit geben gibt gab prozent land lander gehen geht ging woche monat tag stunde uhr million \
    milliarde euro dollar gut besser best neu gross klein lang kurz hoch hohe alt jung stark schwer schnell wichtig klar sicher richtig kommen \
    kommt kam machen macht stehen steht stand sehen sieht finden findet liegen liegt lag bleiben bleibt halten nehmen nimmt bringen zeigen \
    stellen setzen tun wissen weiss brauchen bekommen erhalten gelten gilt heissen heisst hiess sprechen spricht sprach fuhren laufen fallen \
    leben arbeit arbeiten unternehmen regierung staat stadt welt teil ende anfang beginn mitte fall frage problem thema grund ziel folge rolle \
    beispiel zahl seite platz haus kind frau mann familie leute burger person gruppe partei politik politiker politisch prasident minister \
    chef sprecher mitarbeiter polizei behorde angabe deutschland deutsch berlin europa europaisch international national offentlich \
    gemeinsam aktuell eigen einzeln bekannt erklaren erklart fordern fordert teilte mitteilen berichten berichtet schreiben schrieb \
    entscheiden entscheidung situation lage massnahme entwicklung ergebnis kritik hilfe weg mal januar februar marz april mai juni juli \
    august september oktober november dezember";

/// The stems of the content words that are frequent in news about anything.
static COMMON_STEMS: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| COMMON.split_ascii_whitespace().map(|word| stem(&fold(word))).collect());

/// All words without a meaning of their own that are no stop words, folded.
static WITHOUT_MEANING: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    let lists = PREPOSITIONS.iter().chain(SUBORDINATORS.iter()).copied();
    lists.chain(LIGHT.split_ascii_whitespace()).map(fold).collect()
});

/// Whether a folded word has a meaning of its own: no article, pronoun, preposition, conjunction, particle, common adverb, auxiliary or modal verb,
/// small numeral, or name of a weekday.
///
/// ```
/// use zeitlupe_core::german::is_content_word;
/// assert!(is_content_word("krise") && !is_content_word("konnten") && !is_content_word("wahrend"));
/// ```
pub fn is_content_word(folded: &str) -> bool {
    !is_stop_word(folded) && !WITHOUT_MEANING.contains(folded) && !leading_weekday(folded).is_some_and(|(_, rest)| rest.is_empty())
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
