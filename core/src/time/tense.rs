//! Whether a clause tells of what was or of what will be.

use super::item::Items;
use super::lexicon::Class;
use super::words::{AHEAD, NO_VERB, PAST, PERFECT};

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

/// The tense of the clause around the items `from..to`, or where that has no verb, of the sentence.
pub(super) fn tense(items: &Items, from: usize, to: usize) -> Tense {
    match of_clause(items, from, to) {
        Tense::Open => within(items, from, to, false),
        known => known,
    }
}

/// The tense of the clause alone: what stands in quotation marks is not told in the tense of "sagte er".
pub(super) fn of_clause(items: &Items, from: usize, to: usize) -> Tense {
    within(items, from, to, true)
}

fn within(items: &Items, from: usize, to: usize, clause: bool) -> Tense {
    let sentence = items.all.get(from).map_or(0, |item| item.sentence);
    let belongs = |at: &usize| items.all.get(*at).is_some_and(|item| item.sentence == sentence) && !(clause && breaks(items.lower(*at)));
    let left = (from.saturating_sub(REACH)..from).rev().take_while(belongs).last().unwrap_or(from);
    let right = (to..(to + REACH).min(items.all.len())).take_while(belongs).last().map_or(to, |at| at + 1);
    cues(items, left, right)
}

fn breaks(sign: &str) -> bool {
    matches!(sign, "," | ";" | ":" | "–" | "(" | ")" | "„" | "“" | "\"" | "»" | "«" | "")
}

fn cues(items: &Items, from: usize, to: usize) -> Tense {
    let (mut past, mut ahead, mut perfect, mut participle, mut state) = (false, false, false, false, false);
    for at in from..to {
        let Some(item) = items.all.get(at) else { break };
        let word = items.lower(at);
        if item.capital && items.before(at).chars().all(char::is_alphanumeric) && at > from {
            continue;
        }
        if !matches!(item.class, Class::Plain) || word.len() < 3 {
            continue;
        }
        past |= is_strong_past(word) || is_weak_past(items, at);
        perfect |= PERFECT.contains(word);
        ahead |= AHEAD.contains(word);
        // "Die Lage ist kompliziert" tells of a state, "er hat kompliziert" of the past.
        state |= matches!(word, "ist" | "sind" | "sei" | "seien" | "bin");
        participle |= is_participle(word) && !(state && word.ends_with("iert")) && !attributive(items, at);
    }
    match (past || (perfect && participle && !ahead), ahead) {
        (true, _) => Tense::Past,
        (false, true) => Tense::Ahead,
        (false, false) => Tense::Open,
    }
}

/// `fand`, also with a prefix: `befand`, `übernahm`.
fn is_strong_past(word: &str) -> bool {
    const PREFIXES: [&str; 8] = ["be", "ver", "er", "ent", "über", "unter", "wider", "um"];
    PAST.contains(word) || PREFIXES.iter().any(|prefix| word.strip_prefix(prefix).is_some_and(|stem| stem.len() > 3 && PAST.contains(stem)))
}

/// `suchte`, `verlangten`; not `die geplante Reise`, where the form stands between an article and a noun.
fn is_weak_past(items: &Items, at: usize) -> bool {
    let word = items.lower(at);
    let shape = word.len() > 4 && (word.ends_with("te") || word.ends_with("ten")) && !word.ends_with("ste") && !word.ends_with("sten");
    let strong_s = word.ends_with("iste") || word.ends_with("asste") || word.ends_with("üste");
    (shape || strong_s) && !NO_VERB.contains(word) && !attributive(items, at)
}

fn is_participle(word: &str) -> bool {
    let ends = word.ends_with('t') || word.ends_with("en");
    let begins = ["ge", "be", "ver", "er", "ent", "zer", "miss"].iter().any(|prefix| word.starts_with(prefix));
    let inside = [
        "ange",
        "abge",
        "aufge",
        "ausge",
        "einge",
        "mitge",
        "vorge",
        "zuge",
        "zurückge",
        "teilge",
        "festge",
        "fortge",
        "weiterge",
        "unterge",
        "bekanntge",
    ]
    .iter()
    .any(|prefix| word.starts_with(prefix));
    word.len() > 5 && ends && (begins || inside || word.ends_with("iert"))
}

/// Stands like an adjective: after an article, a preposition or another adjective, and before a noun.
fn attributive(items: &Items, at: usize) -> bool {
    let noun_follows = items.all.get(at + 1).is_some_and(|next| next.capital);
    let before = items.before(at);
    let opens = matches!(
        before,
        "der"
            | "die"
            | "das"
            | "den"
            | "dem"
            | "des"
            | "ein"
            | "eine"
            | "einen"
            | "einem"
            | "einer"
            | "eines"
            | "im"
            | "am"
            | "zum"
            | "zur"
            | "vom"
            | "beim"
            | "mit"
            | "von"
            | "für"
            | "keine"
            | "keinen"
            | "seine"
            | "seinen"
            | "seiner"
            | "ihre"
            | "ihren"
            | "ihrer"
            | "diese"
            | "dieser"
            | "diesen"
            | "alle"
            | "viele"
            | "mehrere"
            | "und"
            | "als"
    );
    opens && noun_follows
}
