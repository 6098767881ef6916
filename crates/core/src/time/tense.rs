//! Whether a clause tells of what was or of what will be.

use super::item::Items;
use super::lexicon::Class;
use super::words::{AHEAD, GE_VERBS, NO_VERB, PERFECT};
use crate::german::{BEFORE_ATTRIBUTES, PAST_OF_DATES, SAYS, SEPARABLE_OF_PARTICIPLES};

/// The tense of a clause, as far as it decides where a bare weekday points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    /// It tells of the past.
    Past,
    /// It tells of what is or will be.
    Ahead,
    /// It has no verb that says so.
    Open,
}

/// How far to look to each side; keeps the work linear where a text has no full stops.
const REACH: usize = 40;

/// So many words and signs at most make a headline.
const HEADLINE: usize = 16;

/// The tense of the clause around the items `from..to`, or where that has no verb, of the sentence.
pub(super) fn tense(items: &Items, from: usize, to: usize) -> Tense {
    let (left, right) = bounds(items, from, to, true);
    let clause = cues(items, left, right);
    if clause.tense() != Tense::Open {
        return clause.tense();
    }
    // "Er kündigte an, am Montag zu reisen": what is to be done lies ahead of the one who says so; "um zu" follows its clause.
    if clause.infinitive && !matches!(items.lower(left), "um" | "ohne" | "statt" | "anstatt") {
        return Tense::Ahead;
    }
    let (left, right) = bounds(items, from, to, false);
    let sentence = cues(items, left, right);
    match sentence.tense() {
        // "Zwei Bergsteiger am Samstag abgestürzt": a headline leaves its auxiliary out.
        Tense::Open if sentence.headline && !sentence.perfect && right - left <= HEADLINE => Tense::Past,
        known => known,
    }
}

/// The tense of the clause alone: what stands in quotation marks is not told in the tense of "sagte er".
pub(super) fn of_clause(items: &Items, from: usize, to: usize) -> Tense {
    let (left, right) = bounds(items, from, to, true);
    cues(items, left, right).tense()
}

/// Where the clause or the sentence around the items `from..to` begins and ends. A bracket within a clause does not end it.
fn bounds(items: &Items, from: usize, to: usize, clause: bool) -> (usize, usize) {
    let sentence = items.all.get(from).map_or(0, |item| item.sentence);
    let belongs = |at: usize| items.all.get(at).is_some_and(|item| item.sentence == sentence);
    let (mut left, lowest) = (from, from.saturating_sub(REACH));
    while left > lowest && belongs(left - 1) {
        let sign = items.lower(left - 1);
        match sign {
            ")" if clause => match (lowest..left - 1).rev().find(|at| items.lower(*at) == "(") {
                Some(open) => left = open,
                None => break,
            },
            _ if clause && breaks(sign) => break,
            _ => left -= 1,
        }
    }
    let (mut right, highest) = (to, (to + REACH).min(items.all.len()));
    while right < highest && belongs(right) {
        let sign = items.lower(right);
        match sign {
            "(" if clause => match (right + 1..highest).find(|at| items.lower(*at) == ")") {
                Some(close) => right = close + 1,
                None => break,
            },
            _ if clause && breaks(sign) => break,
            _ => right += 1,
        }
    }
    (left, right.min(items.all.len()))
}

fn breaks(sign: &str) -> bool {
    matches!(sign, "," | ";" | ":" | "–" | "(" | ")" | "„" | "“" | "\"" | "»" | "«" | "")
}

/// What the words of a clause say about its tense.
#[derive(Default)]
struct Cues {
    /// A finite form that looks back.
    past: bool,
    /// A form that looks ahead.
    ahead: bool,
    /// An auxiliary of the perfect.
    perfect: bool,
    /// A participle that can go with it.
    participle: bool,
    /// `gehört haben`, `gekommen sein`: what `soll` or `dürfte` have happened.
    happened: bool,
    /// Somebody says something, in the present tense: he has said it before it could be reported.
    said: bool,
    /// `zu reisen`, `teilzunehmen`.
    infinitive: bool,
    /// A participle at the end that cannot be a present tense.
    headline: bool,
}

impl Cues {
    fn tense(&self) -> Tense {
        let perfect = self.perfect && self.participle && !self.ahead;
        match (self.past || self.happened || perfect || self.said && !self.ahead, self.ahead) {
            (true, _) => Tense::Past,
            (false, true) => Tense::Ahead,
            (false, false) => Tense::Open,
        }
    }
}

fn cues(items: &Items, from: usize, to: usize) -> Cues {
    let (mut found, mut state, mut inside) = (Cues::default(), false, false);
    for at in from..to {
        let Some(item) = items.all.get(at) else { break };
        let word = items.lower(at);
        inside = word == "(" || inside && word != ")";
        if inside || item.capital && items.before(at).chars().all(char::is_alphanumeric) && at > from {
            continue;
        }
        if !matches!(item.class, Class::Plain) || word.len() < 3 {
            continue;
        }
        found.past |= is_strong_past(word) || is_weak_past(items, at);
        found.perfect |= PERFECT.contains(word);
        found.ahead |= AHEAD.contains(word);
        found.said |= SAYS.contains(word);
        // "Die Lage ist kompliziert" tells of a state, "er hat kompliziert" of the past.
        state |= matches!(word, "ist" | "sind" | "sei" | "seien" | "bin");
        if is_participle(word) && !attributive(items, at) {
            found.participle |= !(state && word.ends_with("iert"));
            found.headline |= is_only_participle(word) && !items.lower(at + 1).chars().any(char::is_alphanumeric);
            found.happened |= match items.lower(at + 1) {
                "haben" => items.lower(at + 2) != "werden",
                "sein" => matches!(word, "gekommen" | "gegangen" | "gefahren" | "gestorben" | "geflohen" | "geflüchtet" | "gewesen"),
                _ => false,
            };
        }
        found.happened |= word == "worden" && items.lower(at + 1) == "sein";
        found.infinitive |= is_infinitive(items, at);
    }
    found
}

/// `zu reisen`, not `zu schweren Unfällen`; `teilzunehmen`.
fn is_infinitive(items: &Items, at: usize) -> bool {
    let ends = |word: &str| word.len() > 4 && ["en", "ern", "eln"].iter().any(|ending| word.ends_with(ending));
    let word = items.lower(at);
    let next_is_noun = items.all.get(at + 1).is_some_and(|next| next.capital);
    let plain = items.before(at) == "zu" && ends(word) && !next_is_noun;
    let inner = || SEPARABLE_OF_PARTICIPLES.iter().filter_map(|prefix| word.strip_prefix(prefix)?.strip_prefix("zu")).any(ends);
    plain || inner()
}

/// `fand`, also with a prefix: `befand`, `übernahm`.
fn is_strong_past(word: &str) -> bool {
    const PREFIXES: [&str; 8] = ["be", "ver", "er", "ent", "über", "unter", "wider", "um"];
    PAST_OF_DATES.contains(word)
        || PREFIXES.iter().any(|prefix| word.strip_prefix(prefix).is_some_and(|stem| stem.len() > 3 && PAST_OF_DATES.contains(stem)))
}

/// `suchte`, `verlangten`; not `die geplante Reise`, where the form stands between an article and a noun.
fn is_weak_past(items: &Items, at: usize) -> bool {
    let word = items.lower(at);
    let shape = word.len() > 4 && (word.ends_with("te") || word.ends_with("ten")) && !word.ends_with("ste") && !word.ends_with("sten");
    let strong_s = word.ends_with("iste") || word.ends_with("asste") || word.ends_with("üste");
    (shape || strong_s) && !NO_VERB.contains(word) && !attributive(items, at)
}

/// Syllables that a participle begins with.
const INSEPARABLE: [&str; 7] = ["ge", "be", "ver", "er", "ent", "zer", "miss"];

fn is_participle(word: &str) -> bool {
    if word.len() <= 5 || !(word.ends_with('t') || word.ends_with("en")) {
        return false;
    }
    let begins = |word: &str| INSEPARABLE.iter().any(|syllable| word.starts_with(syllable));
    begins(word) || word.ends_with("iert") || SEPARABLE_OF_PARTICIPLES.iter().any(|prefix| word.strip_prefix(prefix).is_some_and(begins))
}

/// A participle that is no infinitive and no present tense: `abgestürzt`, `gestohlen`; not `gehört`, `besucht`.
fn is_only_participle(word: &str) -> bool {
    let inner = SEPARABLE_OF_PARTICIPLES.iter().filter_map(|prefix| word.strip_prefix(prefix)).find(|rest| rest.starts_with("ge"));
    let stem = inner.unwrap_or(word);
    stem.starts_with("ge") && stem.len() > 5 && !GE_VERBS.contains(stem)
}

/// Stands like an adjective: after an article, a preposition or another adjective, and before a noun.
fn attributive(items: &Items, at: usize) -> bool {
    let noun_follows = items.all.get(at + 1).is_some_and(|next| next.capital);
    let before = items.before(at);
    let opens = BEFORE_ATTRIBUTES.contains(before);
    opens && noun_follows
}
