//! Whether a clause is about the past or the future.

use super::item::Items;
use super::lexicon::Class;
use super::words::{AHEAD, GE_VERBS, MODALS, NO_VERB, PERFECT, SURELY_AHEAD};
use crate::german::{BEFORE_ATTRIBUTES, PAST_OF_DATES, SAYS, SEPARABLE_OF_PARTICIPLES, Words};

/// The tense of a clause, as far as it matters for a weekday without a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    /// Past.
    Past,
    /// Present or future.
    Ahead,
    /// Unknown, for lack of a verb.
    Open,
}

/// Most items examined on each side, which keeps the work linear for texts without full stops.
const REACH: usize = 40;

/// Most words and punctuation marks of a headline.
const HEADLINE: usize = 16;

/// The tense of the clause around the items `from..to`; without a verb, that of the sentence.
pub(super) fn tense(items: &Items, from: usize, to: usize) -> Tense {
    let (left, right) = bounds(items, from, to, true);
    let clause = cues(items, left, right);
    if clause.tense() != Tense::Open {
        return clause.tense();
    }
    // "Er kündigte an, am Montag zu reisen": the infinitive is ahead of the announcement; "um zu" has the tense of its clause.
    if clause.infinitive && !matches!(items.lower(left), "um" | "ohne" | "statt" | "anstatt") {
        return Tense::Ahead;
    }
    let (left, right) = bounds(items, from, to, false);
    let sentence = cues(items, left, right);
    match sentence.tense() {
        // "Zwei Bergsteiger am Samstag abgestürzt": a headline omits the auxiliary.
        Tense::Open if sentence.headline && !sentence.perfect && right - left <= HEADLINE => Tense::Past,
        known => known,
    }
}

/// Whether the verb of the clause leaves no doubt about the tense: in the present, what happens on a Friday may have happened.
pub(super) fn is_certain(items: &Items, from: usize, to: usize) -> bool {
    let (left, right) = bounds(items, from, to, true);
    let found = cues(items, left, right);
    match found.tense() {
        Tense::Past => true,
        Tense::Ahead => (left..right).any(|at| SURELY_AHEAD.contains(items.lower(at))),
        Tense::Open => found.infinitive,
    }
}

/// Whether the clause around an item has one of these words.
pub(super) fn clause_has(items: &Items, at: usize, list: &Words) -> bool {
    let (left, right) = bounds(items, at, at + 1, true);
    (left..right).any(|at| list.contains(items.lower(at)))
}

/// Whether the clause is about what had happened before: `war gegründet worden`, `hatte gesagt`.
pub(super) fn is_pluperfect(items: &Items, from: usize, to: usize) -> bool {
    let (left, right) = bounds(items, from, to, true);
    let has = |few: &[&str]| (left..right).any(|at| few.contains(&items.lower(at)));
    has(&["hatte", "hatten"]) && cues(items, left, right).participle || has(&["war", "waren"]) && has(&["worden", "gekommen", "gegangen"])
}

/// The tense of the clause alone: a quotation does not have the tense of "sagte er".
pub(super) fn of_clause(items: &Items, from: usize, to: usize) -> Tense {
    let (left, right) = bounds(items, from, to, true);
    cues(items, left, right).tense()
}

/// Beginning and end of the clause or the sentence around the items `from..to`. A parenthesis within a clause does not end it.
fn bounds(items: &Items, from: usize, to: usize, clause: bool) -> (usize, usize) {
    let sentence = items.all.get(from).map_or(0, |item| item.sentence);
    let belongs = |at: usize| items.all.get(at).is_some_and(|item| item.sentence == sentence);
    let (mut left, lowest) = (from, from.saturating_sub(REACH));
    while left > lowest && belongs(left - 1) {
        let sign = items.lower(left - 1);
        match sign {
            _ if clause
                && quotes(sign)
                && let Some(open) = (lowest.max(left.saturating_sub(QUOTED))..left - 1).rev().find(|at| quotes(items.lower(*at))) =>
            {
                left = open;
            }
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
            _ if clause
                && quotes(sign)
                && let Some(close) = (right + 1..highest.min(right + QUOTED)).find(|at| quotes(items.lower(*at))) =>
            {
                right = close + 1;
            }
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

/// Most items of a quotation within a clause, with its marks: `ein "Impfangebot" machen`.
const QUOTED: usize = 5;

fn quotes(sign: &str) -> bool {
    matches!(sign, "„" | "“" | "\"" | "»" | "«")
}

fn breaks(sign: &str) -> bool {
    matches!(sign, "," | ";" | ":" | "–" | "(" | ")" | "„" | "“" | "\"" | "»" | "«" | "")
}

/// The words of a clause that indicate its tense.
#[derive(Default)]
struct Cues {
    /// A finite form of a past tense.
    past: bool,
    /// A form that indicates the future.
    ahead: bool,
    /// An auxiliary of the perfect.
    perfect: bool,
    /// A participle that can belong to it.
    participle: bool,
    /// A past infinitive, as after `soll` or `dürfte`: `gehört haben`, `gekommen sein`.
    happened: bool,
    /// A verb of saying in the present tense: it was said before it was reported.
    said: bool,
    /// `zu reisen`, `teilzunehmen`.
    infinitive: bool,
    /// A participle at the end that cannot be a present form.
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
    let (mut modal, mut in_ten) = (false, false);
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
        modal |= MODALS.contains(word);
        match is_weak_past(items, at) {
            true if word.ends_with("ten") => in_ten = true,
            weak => found.past |= weak || is_strong_past(word),
        }
        found.perfect |= PERFECT.contains(word);
        found.ahead |= AHEAD.contains(word);
        found.said |= SAYS.contains(word);
        // "Die Lage ist kompliziert" is a state, "er hat kompliziert" is past.
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
    // "Sie will antreten": an infinitive, not "sie suchten".
    found.past |= in_ten && !modal;
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

/// `fand`, but not `sollte`, of which the text says no more than that it was planned; or with a prefix: `befand`, `übernahm`.
fn is_strong_past(word: &str) -> bool {
    const PREFIXES: [&str; 8] = ["be", "ver", "er", "ent", "über", "unter", "wider", "um"];
    PAST_OF_DATES.contains(word) && !matches!(word, "sollte" | "sollten")
        || PREFIXES.iter().any(|prefix| word.strip_prefix(prefix).is_some_and(|stem| stem.len() > 3 && PAST_OF_DATES.contains(stem)))
}

/// `suchte`, `verlangten`; not `die geplante Reise`, between an article and a noun.
fn is_weak_past(items: &Items, at: usize) -> bool {
    let word = items.lower(at);
    let shape = word.len() > 4 && (word.ends_with("te") || word.ends_with("ten")) && !word.ends_with("ste") && !word.ends_with("sten");
    // "die bereits gelieferten": a participle with an ending.
    let declined = word.strip_suffix("en").is_some_and(is_only_participle);
    let strong_s = word.ends_with("iste") || word.ends_with("asste") || word.ends_with("üste");
    (shape || strong_s) && !declined && !NO_VERB.contains(word) && !attributive(items, at)
}

/// Prefixes of participles.
const INSEPARABLE: [&str; 7] = ["ge", "be", "ver", "er", "ent", "zer", "miss"];

fn is_participle(word: &str) -> bool {
    if word.len() <= 5 || !(word.ends_with('t') || word.ends_with("en")) {
        return false;
    }
    let begins = |word: &str| INSEPARABLE.iter().any(|syllable| word.starts_with(syllable));
    begins(word) || word.ends_with("iert") || SEPARABLE_OF_PARTICIPLES.iter().any(|prefix| word.strip_prefix(prefix).is_some_and(begins))
}

/// Whether a word can only be a participle: `abgestürzt`, `gestohlen`; not `gehört`, `besucht`, which are also present forms.
fn is_only_participle(word: &str) -> bool {
    let inner = SEPARABLE_OF_PARTICIPLES.iter().filter_map(|prefix| word.strip_prefix(prefix)).find(|rest| rest.starts_with("ge"));
    let stem = inner.unwrap_or(word);
    stem.starts_with("ge") && stem.len() > 5 && !GE_VERBS.contains(stem)
}

/// Whether a word is used as an adjective: after an article, a preposition or another adjective, and before a noun.
fn attributive(items: &Items, at: usize) -> bool {
    let noun_follows = items.all.get(at + 1).is_some_and(|next| next.capital);
    let before = items.before(at);
    let opens = BEFORE_ATTRIBUTES.contains(before);
    opens && noun_follows
}
