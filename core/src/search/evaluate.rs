//! From a plan to ranked articles and the places in them.

use super::dictionary::Dictionary;
use super::plan::{Clause, Meant, Plan, Tier};
use super::postings::occurrences;
use super::rank::Ranking;
use super::words::Field;
use crate::order;
use std::collections::BTreeSet;

/// One place where a word or phrase of the query stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The article's number.
    pub article: u32,
    /// The position of its first word.
    pub position: u32,
    /// As what it was found.
    pub tier: Tier,
    /// Letters in which its form differs from the typed one.
    pub distance: u32,
    /// In which field.
    pub field: Field,
    /// How many positions it covers, as far as these are units of their own: 1 for a word, more for a phrase.
    pub length: u32,
    /// Whether it is a whole that has parts.
    pub whole: bool,
    /// Which clause of the plan it belongs to.
    pub clause: u32,
}

/// An article that fits.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Its number.
    pub article: u32,
    /// Comparable within one query only.
    pub score: f32,
    /// Its places, in order of position; a place found by two clauses is there once.
    pub places: Vec<Place>,
}

/// What a query found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Matches {
    /// The best first; ties by the article's number.
    pub found: Vec<Found>,
}

/// Runs a plan. `chunk` gives the bytes of a chunk of postings; one that is missing or damaged counts as empty
/// (ask [`Plan::chunks`] before which are needed).
///
/// Articles must have every clause; where no article has, those that have at least one are found.
/// A plan without a positive clause finds every article that is not excluded, with score 0.
pub fn evaluate<'b>(plan: &Plan, dictionary: &Dictionary, chunk: &dyn Fn(u32) -> Option<&'b [u8]>, ranking: &Ranking) -> Matches {
    let places_of = |n: usize, clause: &Clause| clause_places(n as u32, clause, dictionary, chunk);
    let mut excluded = BTreeSet::new();
    let mut positive = Vec::new();
    for (n, clause) in plan.clauses.iter().enumerate() {
        let places = places_of(n, clause);
        if clause.negated {
            excluded.extend(places.iter().map(|place| place.article));
        } else {
            positive.push(places);
        }
    }
    let articles = dictionary.lengths().len() as u32;
    if positive.is_empty() {
        let all = (0..articles).filter(|article| !excluded.contains(article));
        return Matches { found: all.map(|article| Found { article, score: 0.0, places: Vec::new() }).collect() };
    }
    let mut found = score(&positive, &excluded, dictionary, ranking);
    order::sort_by(&mut found, |a, b| b.score.total_cmp(&a.score).then(a.article.cmp(&b.article)));
    Matches { found }
}

/// All places of one clause, by article and position.
fn clause_places<'b>(number: u32, clause: &Clause, dictionary: &Dictionary, chunk: &dyn Fn(u32) -> Option<&'b [u8]>) -> Vec<Place> {
    let mut slots = clause.slots.iter().map(|slot| slot_places(number, slot, dictionary, chunk));
    let Some(mut places) = slots.next() else { return Vec::new() };
    for (n, next) in slots.enumerate() {
        let ahead = n as u32 + 1;
        let starts: Vec<(u32, u32)> = next.iter().map(|place| (place.article, place.position)).collect();
        places.retain(|place| starts.binary_search(&(place.article, place.position + ahead)).is_ok());
    }
    for place in &mut places {
        place.length = clause.slots.len() as u32;
    }
    places
}

fn slot_places<'b>(number: u32, slot: &[Meant], dictionary: &Dictionary, chunk: &dyn Fn(u32) -> Option<&'b [u8]>) -> Vec<Place> {
    let mut out = Vec::new();
    for meant in slot {
        let Some(location) = dictionary.location(meant.term) else { continue };
        let Some(list) = chunk(location.chunk).and_then(|bytes| bytes.get(location.start..location.end)).and_then(occurrences) else {
            continue;
        };
        out.extend(list.into_iter().map(|o| Place {
            article: o.article,
            position: o.position,
            tier: meant.tier,
            distance: meant.distance,
            field: o.field,
            length: 1,
            whole: meant.whole,
            clause: number,
        }));
    }
    // Several lists in order, one behind the other: a stable sort merges them.
    out.sort();
    out.dedup_by_key(|place| (place.article, place.position, place.whole));
    out
}

struct Partial {
    article: u32,
    clause: usize,
    score: f32,
    /// Its places in the list of the clause.
    places: std::ops::Range<usize>,
}

fn score(clauses: &[Vec<Place>], excluded: &BTreeSet<u32>, dictionary: &Dictionary, ranking: &Ranking) -> Vec<Found> {
    let lengths = dictionary.lengths();
    let means = mean_lengths(lengths);
    let mut weights = Vec::with_capacity(clauses.len());
    let mut partial: Vec<Partial> = Vec::new();
    for (number, places) in clauses.iter().enumerate() {
        let df = places.chunk_by(|a, b| a.article == b.article).count() as u32;
        let idf = Ranking::idf(lengths.len() as u32, df);
        weights.push(idf);
        let mut at = 0;
        for group in places.chunk_by(|a, b| a.article == b.article) {
            let article = group[0].article;
            let range = at..at + group.len();
            at = range.end;
            let Some(length) = lengths.get(article as usize).filter(|_| !excluded.contains(&article)) else { continue };
            let form = |place: &Place| ranking.form(place.tier, place.distance);
            let best = group.iter().map(form).fold(0.0, f32::max);
            let one = |place: &Place| ranking.occurrence(form(place), place.field, length[place.field.index()], means[place.field.index()]);
            let tf: f32 = group.iter().map(one).sum();
            partial.push(Partial { article, clause: number, score: ranking.word(idf, best, tf), places: range });
        }
    }
    order::sort_by_key(&mut partial, |p| (p.article, p.clause));
    let groups = || partial.chunk_by(|a, b| a.article == b.article);
    let most = if groups().any(|group| group.len() == clauses.len()) { clauses.len() } else { 1 };
    groups().filter(|group| group.len() >= most).map(|group| found(group, clauses, &weights, ranking)).collect()
}

fn found(group: &[Partial], clauses: &[Vec<Place>], weights: &[f32], ranking: &Ranking) -> Found {
    let of = |p: &Partial| &clauses[p.clause][p.places.clone()];
    let mut score: f32 = group.iter().map(|p| p.score).sum();
    for pair in group.windows(2) {
        if let Some(distance) = closest(of(&pair[0]), of(&pair[1])) {
            score += ranking.closeness(weights[pair[0].clause].min(weights[pair[1].clause]), distance);
        }
    }
    let mut places: Vec<Place> = group.iter().flat_map(|p| of(p).iter().copied()).collect();
    places.sort();
    places.dedup_by_key(|place| (place.position, place.whole));
    Found { article: group[0].article, score, places }
}

/// The smallest distance between places of two lists, in words; a shared place is as close as neighbours. `None` where one is empty.
fn closest(a: &[Place], b: &[Place]) -> Option<u32> {
    let (mut i, mut j) = (0, 0);
    let mut best = None;
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        let distance = x.position.abs_diff(y.position).max(1);
        best = Some(best.map_or(distance, |so_far: u32| so_far.min(distance)));
        if x.position <= y.position {
            i += 1;
        } else {
            j += 1;
        }
    }
    best
}

fn mean_lengths(lengths: &[[u32; Field::COUNT]]) -> [f32; Field::COUNT] {
    let mut sums = [0u64; Field::COUNT];
    for length in lengths {
        for (sum, &words) in sums.iter_mut().zip(length) {
            *sum += u64::from(words);
        }
    }
    sums.map(|sum| sum as f32 / lengths.len().max(1) as f32)
}
