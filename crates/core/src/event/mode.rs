//! Whether a clause is about the past, the present, a plan or something denied: by tense, mood and negation.

use super::clause::Clause;
use super::sentence::{Kind, Sentence, tense};
use super::verb::{Tense, Word, has_ge, is_infinitive, is_participle};
use crate::day::Day;
use crate::german::{DETERMINERS, Words, words};
use crate::time::{TimeExpression, TimeKind};
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// Whether something happened, is so, is planned, or is denied, according to the clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Mode {
    /// It happened, or is said to have happened.
    Past,
    /// It is so at the time of publication.
    Present,
    /// It is yet to come: `wird`, `soll`, `plant`, or a day after the publication.
    Planned,
    /// It is negated, denied, or only would have happened.
    Denied,
    /// Unknown, for there is no finite verb, as in most headlines.
    Open,
}

const NEGATIONS: &str = "nicht nie niemals niemand niemanden niemandem nirgends nirgendwo keineswegs keinesfalls weder nichts kein keine keinen \
    keinem keiner keinerlei keines";
static DENIALS: Words = LazyLock::new(|| {
    words(
        "bestreitet bestreiten bestritt bestritten dementiert dementieren dementierte dementierten leugnet leugnen leugnete leugneten \
         verneint verneinte verneinen verneinten",
    )
});
const REJECTS: &str = "wies wiesen weist weisen";
const FUTURE: &str = "wird werden werde würde würden";
const INTENDS: &str = "soll sollen solle will wollen wolle möchte möchten plant planen beabsichtigt beabsichtigen erwägt erwägen";
const PLANNED: &str = "geplant vorgesehen angesetzt anberaumt terminiert angekündigt erwartet";
const HAVING: &str = "hat haben habe hast habt";
const BEING: &str = "ist sind sei seien bin";

/// The mode of a clause around `time`. `published` is the first and last day on which the article can have appeared.
pub(super) fn mode(sentence: &Sentence, clause: &Clause, time: &TimeExpression, published: Option<(Day, Day)>) -> Mode {
    let kernel = clause.predicate[0];
    let Some(tense) = tense(sentence, &clause.predicate) else {
        return if sentence.is_attribution(kernel) { Mode::Past } else { Mode::Open };
    };
    let mut order = clause.predicate.clone();
    order.sort_unstable();
    let segments = order.iter().map(|&at| &sentence.segments[at]);
    let words: Vec<&Word> = segments.flat_map(|segment| &sentence.words[segment.from..segment.to]).collect();
    let Some(verb) = clause.predicate.iter().find_map(|&at| sentence.segments[at].verb).map(|verb| &sentence.words[verb.at]) else {
        return Mode::Open;
    };
    let predicate = Predicate { verb, words: words.clone(), infinitive: sentence.segments[kernel].kind == Kind::Infinitive };
    let denied_by = clause.governor.is_some_and(|at| {
        let segment = &sentence.segments[at];
        let governor: Vec<&Word> = sentence.words[segment.from..segment.to].iter().collect();
        denies(&governor)
            || sentence.segments.get(at + 1).is_some_and(|next| next.to - next.from == 1 && sentence.words[next.from].lower == "zurück")
    });
    let before: Vec<&Word> = sentence.words.iter().filter(|word| word.span.end <= time.span.start).rev().take(2).collect();
    let follows = |word: &str| before.iter().any(|before| before.lower == word);
    let since = follows("seit");
    if denied_by || is_negated(&words, sentence) || (denies(&words) && follows("vom")) || predicate.is_counterfactual() {
        return Mode::Denied;
    }
    // "kündigte für Montag … an"
    let aims = follows("für");
    let behind = published.zip(time.earliest.zip(time.latest)).is_some_and(|((first, last), (earliest, latest))| {
        earliest > last || (time.kind == TimeKind::Duration && earliest >= first && latest > last)
    });
    let ahead = !since && (aims || behind);
    let back = published.zip(time.latest).is_some_and(|((first, _), latest)| latest < first);
    // "mehr als im Vorjahr" is about the present.
    let lead = sentence.words.iter().filter(|word| word.span.end <= time.span.start).rev().take(4);
    let compared = lead.take_while(|word| !word.punctuation).any(|word| word.is_one_of("als wie gegenüber vergleich"));
    predicate.mode(tense, Place { ahead, back: back && !compared, since })
}

/// The mode of a noun phrase around `time`, which has no verb: what its days say.
pub(super) fn of_phrase(time: &TimeExpression, published: Option<(Day, Day)>) -> Mode {
    match published.zip(time.earliest.zip(time.latest)) {
        Some(((_, last), (earliest, _))) if earliest > last => Mode::Planned,
        Some(((first, _), (_, latest))) if latest < first => Mode::Past,
        _ => Mode::Open,
    }
}

/// Where the time is relative to the publication.
#[derive(Clone, Copy)]
struct Place {
    /// After it.
    ahead: bool,
    /// Before it.
    back: bool,
    /// It began then and still continues: `seit`.
    since: bool,
}

struct Predicate<'s, 't> {
    verb: &'s Word<'t>,
    words: Vec<&'s Word<'t>>,
    /// Whether the time is in an infinitive with `zu`.
    infinitive: bool,
}

impl Predicate<'_, '_> {
    fn others(&self) -> impl Iterator<Item = &Word<'_>> {
        self.words.iter().copied().filter(|word| !std::ptr::eq(*word, self.verb) && !word.punctuation && !word.time && !word.is_capital())
    }

    fn has(&self, few: &str) -> bool {
        self.others().any(|word| word.is_one_of(few))
    }

    fn has_participle(&self) -> bool {
        let all: Vec<&Word> = self.others().collect();
        all.iter().any(|word| is_participle(word.lower) && !self.is_attribute(word))
    }

    /// Whether a participle is declined before a noun: `die geplante Reise`, `getötete Soldaten`.
    fn is_attribute(&self, word: &Word) -> bool {
        let Some(at) = self.words.iter().position(|other| std::ptr::eq(*other, word)) else { return false };
        let noun = self.words.get(at + 1).is_some_and(|next| next.is_capital());
        let determined = at.checked_sub(1).is_some_and(|before| self.words[before].is_in(&DETERMINERS));
        noun && (determined || word.lower.ends_with("ten"))
    }

    fn has_infinitive(&self) -> bool {
        self.others().any(|word| is_infinitive(word) && !self.is_attribute(word))
    }

    /// Whether it only would have happened: `hätte … stattfinden sollen`, `wäre … gewesen`. The plural alone is also reported speech: `Sie hätten zugestimmt`.
    fn is_counterfactual(&self) -> bool {
        let modal = self.has("können müssen dürfen");
        if self.has("sollen") {
            return false;
        }
        (self.verb.is_one_of("hätte wäre") && (modal || self.has_participle())) || (self.verb.lower == "hätten" && modal)
    }

    fn mode(&self, tense: Tense, place: Place) -> Mode {
        let perfect = self.has_participle() && self.has("haben sein");
        let verb = self.verb;
        if self.infinitive && perfect {
            return Mode::Past;
        }
        // "Die Waffen hätten geliefert werden sollen": that was the plan.
        if verb.is_one_of("hätte hätten") && self.has("sollen") {
            return Mode::Planned;
        }
        if verb.is_one_of(INTENDS) {
            // "soll gestohlen haben", not "soll bis März geimpft sein".
            return if perfect && !place.ahead { Mode::Past } else { Mode::Planned };
        }
        if place.ahead || (self.infinitive && !place.back && !place.since) {
            return Mode::Planned;
        }
        let reported = tense == Tense::Past;
        if verb.is_one_of(FUTURE) && (self.has("werden") || (self.has_infinitive() && !(perfect && place.back))) && !self.is_passive() {
            return Mode::Planned;
        }
        if !reported && (verb.is_one_of(BEING) || verb.is_one_of(FUTURE)) && self.has(PLANNED) {
            return if place.back { Mode::Past } else { Mode::Planned };
        }
        let compound =
            verb.is_one_of(HAVING) || (verb.is_one_of(BEING) && (!place.since || self.has("worden"))) || verb.is_one_of("hätten wären");
        if reported || (compound && self.has_participle()) || (place.back && !place.since) {
            return Mode::Past;
        }
        Mode::Present
    }

    /// `wird … aufgenommen`: a participle that ends like an infinitive.
    fn is_passive(&self) -> bool {
        self.others().last().is_some_and(|word| has_ge(word.lower))
    }
}

/// Words before which `nicht` denies nothing that happens: `nicht nur`, `nicht weniger als`, `nicht selten`.
const NOT_ONLY: &str = "nur zuletzt allein weniger umsonst selten minder überraschend unerwartet unumstritten zufällig zum";
/// Nouns before which `kein` denies nothing that happens: `kein Zweifel`, `keine Seltenheit`.
const NO_MATTER: &str = "zweifel geheimnis zufall wunder seltenheit geringerer geringere";
/// Words that turn a negation around: `nicht ausgeschlossen`, `nicht verhindern`.
const TURNS: &str = "ausgeschlossen auszuschließen ausschließen verhindern verhindert aufhalten bestreiten bestritt bestreitet bestritten \
    leugnen leugnet leugnete geleugnet dementiert dementierte";

/// `nicht`, `kein`; not `nicht nur`, `nicht zuletzt`, `nicht ausgeschlossen`, `die nicht geimpften Menschen`, `nicht … sondern` and `wie seit Jahren
/// nicht`.
fn is_negated(words: &[&Word], sentence: &Sentence) -> bool {
    let turned = words.iter().any(|word| word.is_one_of(TURNS));
    !turned && (0..words.len()).any(|at| words[at].is_one_of(NEGATIONS) && !is_harmless(words, at, sentence))
}

/// Whether the negation at word `at` denies nothing.
fn is_harmless(words: &[&Word], at: usize, sentence: &Sentence) -> bool {
    let word = words[at];
    let (before, next) = (&words[..at], words.get(at + 1));
    let no = word.lower.starts_with("kein");
    let phrase = next.is_some_and(|next| {
        let number = next.text.starts_with(|c: char| c.is_ascii_digit()) || next.is_one_of("zwei drei vier fünf sechs zehn zwölf");
        if no { next.is_one_of(NO_MATTER) || number } else { next.is_one_of(NOT_ONLY) }
    });
    // "nichts anderes als", "nicht mehr als", "nie zuvor so viele"
    let measured = word.lower == "nichts" && next.is_some_and(|next| next.is_one_of("anderes als"))
        || words.get(at + 2).is_some_and(|than| than.lower == "als") && next.is_some_and(|next| next.is_one_of("mehr länger später"))
        || word.is_one_of("nie niemals")
            && words.iter().any(|word| word.is_one_of("so mehr"))
            && words.iter().any(|word| word.is_one_of("zuvor noch"));
    let attribute = word.lower == "nicht" && before.last().is_some_and(|before| before.is_in(&DETERMINERS));
    let contrast = sentence.words.iter().any(|other| other.lower == "sondern" && other.span.start > word.span.start);
    // "so viele wie noch nie", "wie seit Jahren nicht mehr"
    let compared = before.iter().rev().take(2).any(|word| word.lower == "wie")
        || (before.iter().any(|word| word.lower == "wie") && before.iter().any(|word| word.lower == "seit"));
    phrase || measured || attribute || contrast || compared
}

/// `bestreitet`, `wies … zurück`.
fn denies(words: &[&Word]) -> bool {
    if words.iter().any(|word| word.lower == "nicht") {
        return false;
    }
    words.iter().any(|word| word.is_in(&DENIALS))
        || (words.iter().any(|word| word.is_one_of(REJECTS)) && words.iter().any(|word| word.lower == "zurück"))
}
