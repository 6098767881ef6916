//! Which terms of the corpus a query means.

use super::dictionary::{Dictionary, Term};
use super::index::{form_of, is_whole, key_of};
use super::query::{Item, parse};
use super::words::{Unit, units};
use crate::german::{is_same_word, is_stop_word};
use crate::order;
use crate::room::Understood;
use std::collections::{BTreeMap, BTreeSet};

/// As what a typed word was found, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// As typed, but for capitals.
    Exact,
    /// In another spelling: `Groesse` for `Größe`.
    Folded,
    /// Two typed words as one: `Werkzeug Kasten` for `Werkzeugkasten`.
    Joined,
    /// The typed form, inside a compound: `Streits` in `Budgetstreits`.
    Inside,
    /// In another form of the word.
    Inflected,
    /// As the beginning of a word, while it is typed.
    Prefix,
    /// Another form of it, inside a compound: `Lieferung` in `Gaslieferungen`.
    Compound,
    /// As a word of the same stem: `gewöhnlich` for `Gewohnheit`.
    Related,
    /// With a typo.
    Typo,
}

impl Tier {
    /// How many there are.
    pub const COUNT: usize = 9;

    /// Its place in an array over the tiers.
    pub fn index(self) -> usize {
        self as usize
    }
}

/// A term that a typed word can mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meant {
    /// Its number in the dictionary.
    pub term: u32,
    /// As stored there.
    pub text: String,
    /// Articles that hold it.
    pub articles: u32,
    /// As what.
    pub tier: Tier,
    /// Letters in which an inflected or related form differs from the typed one; else 0.
    pub distance: u32,
    /// Whether it has parts, so that it covers more than one position.
    pub whole: bool,
}

/// A word or phrase of the query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// As typed.
    pub typed: String,
    /// Articles that have it are left out.
    pub negated: bool,
    /// What each of its words can mean; a phrase has several, at consecutive positions.
    pub slots: Vec<Vec<Meant>>,
}

/// A query, looked up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// In the order typed.
    pub clauses: Vec<Clause>,
}

/// The most chunks of postings that a word in the making may ask for.
const PREFIX_CHUNKS: usize = 3;
/// The most words that a word in the making stands for.
const PREFIX_FORMS: usize = 64;
/// The most words that are tried for a typo.
const TYPO_FORMS: usize = 8;
/// The most compounds that are taken for a part which the corpus does not know by itself.
const ENDING_FORMS: usize = 32;
/// The most forms that are told to the reader.
const TOLD: usize = 8;
/// What may stand between two words that are joined into one.
const LINKS: [&str; 7] = ["", "s", "es", "n", "en", "er", "e"];

impl Plan {
    /// Looks up what `query` means. Every query has a plan; a word that the corpus does not have gives a clause without terms.
    pub fn new(query: &str, dictionary: &Dictionary) -> Self {
        let mut clauses: Vec<Clause> = Vec::new();
        for item in parse(query) {
            let of_item = if item.phrase { phrase(&item, dictionary) } else { words(&item, dictionary) };
            clauses.extend(of_item);
        }
        drop_stop_words(&mut clauses);
        join_neighbours(&mut clauses, dictionary);
        let mut seen = BTreeSet::new();
        clauses.retain(|c| seen.insert((c.negated, c.slots.len(), c.typed.clone())));
        Self { clauses }
    }

    /// The chunks of postings that it needs.
    pub fn chunks(&self, dictionary: &Dictionary) -> BTreeSet<u32> {
        let meant = self.clauses.iter().flat_map(|clause| clause.slots.iter().flatten());
        meant.filter_map(|m| dictionary.location(m.term)).map(|location| location.chunk).collect()
    }

    /// The query in plain words: what each typed word stands for.
    pub fn understood(&self) -> Vec<Understood> {
        let positive = self.clauses.iter().filter(|clause| !clause.negated);
        positive.map(|clause| Understood { typed: clause.typed.clone(), forms: told(clause), exact: is_exact(clause) }).collect()
    }
}

fn told(clause: &Clause) -> Vec<String> {
    if clause.slots.len() > 1 {
        return Vec::new();
    }
    let mut best: Vec<&Meant> = clause.slots.iter().flatten().filter(|m| !m.text.starts_with(char::from(super::PART_MARK))).collect();
    order::sort_by(&mut best, |a, b| {
        a.tier.cmp(&b.tier).then(a.distance.cmp(&b.distance)).then(b.articles.cmp(&a.articles)).then(a.text.cmp(&b.text))
    });
    best.into_iter().take(TOLD).map(|m| form_of(&m.text).to_owned()).collect()
}

fn is_exact(clause: &Clause) -> bool {
    clause.slots.iter().all(|slot| slot.iter().any(|m| m.tier == Tier::Exact))
}

fn phrase(item: &Item, dictionary: &Dictionary) -> Vec<Clause> {
    let typed: Vec<Unit> = units(&item.text).into_iter().filter(|unit| unit.width == 1).collect();
    let last = typed.len().saturating_sub(1);
    let slot = |(n, unit): (usize, &Unit)| {
        let mut slot = meant_all(dictionary.spellings(&unit.key), |term| spelling_tier(unit, term));
        if item.open && n == last {
            add(&mut slot, beginnings(dictionary, &unit.key));
        }
        slot
    };
    let slots: Vec<Vec<Meant>> = typed.iter().enumerate().map(slot).collect();
    if slots.is_empty() { Vec::new() } else { vec![Clause { typed: item.text.trim().to_owned(), negated: item.negated, slots }] }
}

fn words(item: &Item, dictionary: &Dictionary) -> Vec<Clause> {
    let typed = units(&item.text);
    let last = typed.len().saturating_sub(1);
    let mut out = Vec::new();
    let mut whole: Option<(u32, Vec<Meant>)> = None;
    for (n, unit) in typed.iter().enumerate() {
        let open = item.open && n == last;
        if unit.width > 1 {
            let slot = forms(dictionary, unit, item.negated, false);
            let has_small_parts = typed[n + 1..].iter().take(unit.width as usize).any(|part| part.key.len() < 3);
            let end = unit.position + unit.width;
            if item.negated || (has_small_parts && !slot.is_empty()) {
                out.push(clause(unit, &item.text, item.negated, slot));
                whole = Some((end, Vec::new()));
            } else {
                whole = Some((end, slot.into_iter().filter(|m| matches!(m.tier, Tier::Exact | Tier::Folded | Tier::Inflected)).collect()));
            }
            continue;
        }
        let of_whole = whole.as_ref().filter(|(end, _)| unit.position < *end).map(|(_, slot)| slot);
        if of_whole.is_some_and(|slot| slot.is_empty() && out.iter().any(|c: &Clause| c.typed.contains('-') || c.typed.contains('.'))) {
            continue;
        }
        let mut slot = forms(dictionary, unit, item.negated, open);
        if let Some(more) = of_whole {
            add(&mut slot, more.clone());
        }
        out.push(clause(unit, &item.text, item.negated, slot));
    }
    out
}

fn clause(unit: &Unit, text: &str, negated: bool, slot: Vec<Meant>) -> Clause {
    Clause { typed: unit.span.of(text).to_owned(), negated, slots: vec![slot] }
}

/// Everything that one typed word can mean.
fn forms(dictionary: &Dictionary, unit: &Unit, strict: bool, open: bool) -> Vec<Meant> {
    let mut slot = meant_all(dictionary.inflected(&unit.key), |term| spelling_tier(unit, term));
    // Stems are short: `sicherheit` and `sich` share one, and a stop word would find every article.
    slot.retain(|m| m.tier != Tier::Related || !is_stop_word(key_of(&m.text)));
    for meant in slot.iter_mut().filter(|m| m.tier > Tier::Folded) {
        meant.distance = distance(&unit.lower, form_of(&meant.text));
    }
    if strict {
        return slot;
    }
    let inside = |term: &str| if term.get(1..) == Some(&unit.key) { Tier::Inside } else { Tier::Compound };
    add(&mut slot, meant_all(dictionary.compounds(&unit.key), inside));
    if open {
        add(&mut slot, beginnings(dictionary, &unit.key));
    }
    let is_word = unit.key.len() >= 4 && !unit.key.bytes().any(|b| b.is_ascii_digit());
    if slot.is_empty() && is_word {
        slot = meant_all(most_frequent(dictionary.ending(&unit.key), ENDING_FORMS), |_| Tier::Compound);
    }
    for (most, least_length) in [(1, 4), (2, 8)] {
        if slot.is_empty() && is_word && unit.key.len() >= least_length {
            let near = most_frequent(dictionary.near(&unit.key, most), TYPO_FORMS);
            let inflected = near.iter().flat_map(|term| dictionary.inflected(key_of(&term.text))).collect();
            slot = meant_all(near, |_| Tier::Typo);
            add(&mut slot, meant_all(inflected, |_| Tier::Typo));
        }
    }
    slot
}

fn spelling_tier(unit: &Unit, term: &str) -> Tier {
    if form_of(term) == unit.lower {
        Tier::Exact
    } else if key_of(term) == unit.key {
        Tier::Folded
    } else if is_same_word(key_of(term), &unit.key) {
        Tier::Inflected
    } else {
        Tier::Related
    }
}

/// Letters to add, take out or change to make one word of the other (Wagner and Fischer, 1974).
fn distance(a: &str, b: &str) -> u32 {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<u32> = (0..=b.len() as u32).collect();
    for (i, x) in a.chars().enumerate() {
        let mut corner = i as u32;
        row[0] = corner + 1;
        for (j, y) in b.iter().enumerate() {
            let change = corner + u32::from(x != *y);
            corner = row[j + 1];
            row[j + 1] = change.min(corner + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

/// Words that begin with the key: the most frequent ones, from few chunks, so that a keystroke does not load half of the index.
/// Wholes are left out, for their first part begins the same way.
fn beginnings(dictionary: &Dictionary, key: &str) -> Vec<Meant> {
    let terms = dictionary.beginning(key);
    let mut chunks: BTreeMap<u32, (u32, Vec<Term>)> = BTreeMap::new();
    for term in terms {
        if let Some(location) = dictionary.location(term.id) {
            let entry = chunks.entry(location.chunk).or_default();
            entry.0 = entry.0.saturating_add(term.articles);
            entry.1.push(term);
        }
    }
    let mut best: Vec<(u32, Vec<Term>)> = chunks.into_values().collect();
    order::sort_by_key(&mut best, |(weight, _)| std::cmp::Reverse(*weight));
    let kept = best.into_iter().take(PREFIX_CHUNKS).flat_map(|(_, terms)| terms).collect();
    let mut meant = meant_all(most_frequent(kept, PREFIX_FORMS), |_| Tier::Prefix);
    meant.retain(|m| !m.whole);
    meant
}

fn most_frequent(mut terms: Vec<Term>, most: usize) -> Vec<Term> {
    order::sort_by(&mut terms, |a, b| b.articles.cmp(&a.articles).then(a.id.cmp(&b.id)));
    terms.truncate(most);
    terms
}

fn meant_all(terms: Vec<Term>, tier: impl Fn(&str) -> Tier) -> Vec<Meant> {
    let meant = |term: Term| Meant {
        term: term.id,
        tier: tier(&term.text),
        distance: 0,
        whole: is_whole(&term.text),
        articles: term.articles,
        text: term.text,
    };
    terms.into_iter().map(meant).collect()
}

/// Adds what is new; a term that is there already keeps the better of its two tiers.
fn add(slot: &mut Vec<Meant>, more: Vec<Meant>) {
    for meant in more {
        match slot.iter_mut().find(|m| m.term == meant.term) {
            Some(known) => known.tier = known.tier.min(meant.tier),
            None => slot.push(meant),
        }
    }
}

/// Where a query has other words, articles need not have its stop words.
fn drop_stop_words(clauses: &mut Vec<Clause>) {
    let is_stop = |c: &Clause| c.slots.len() == 1 && units(&c.typed).iter().all(|unit| is_stop_word(&unit.key));
    if clauses.iter().any(|c| !c.negated && !is_stop(c)) {
        clauses.retain(|c| c.negated || !is_stop(c));
    }
}

/// Two neighbours may stand in the text as one word.
fn join_neighbours(clauses: &mut [Clause], dictionary: &Dictionary) {
    for n in 1..clauses.len() {
        let [a, b] = &mut clauses[n - 1..=n] else { continue };
        let keys = |c: &Clause| units(&c.typed).first().filter(|unit| unit.width == 1 && unit.key.len() > 2).map(|unit| unit.key.clone());
        let is_plain = |c: &Clause| !c.negated && c.slots.len() == 1;
        if !(is_plain(a) && is_plain(b)) {
            continue;
        }
        let (Some(first), Some(second)) = (keys(a), keys(b)) else { continue };
        for link in LINKS {
            let joined = dictionary.inflected(&format!("{first}{link}{second}"));
            let meant = meant_all(joined, |_| Tier::Joined);
            add(&mut a.slots[0], meant.clone());
            add(&mut b.slots[0], meant);
        }
    }
}
