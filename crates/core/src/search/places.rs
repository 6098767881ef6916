//! Places: what a query matches within an article. The number in the heading, the hits, the marks, the concordance and the trend all count these.
//!
//! Every word of a text belongs to at most one place: where matches overlap (the word of a phrase, a hyphenated word and its parts, a compound of two
//! typed words), the one that begins first counts, of these the longest.

use super::lookup::{EntryId, Index, Needs};
use super::plan::{Clause, MatchedEntry, Plan, Tier};
use super::term::Kind;
use super::words::Field;
use crate::order;

/// An occurrence of a word or phrase of the query in an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The position of its first word.
    pub position: u32,
    /// Whether it is a hyphenated word or compound number, of which only the whole was searched for.
    pub has_parts: bool,
    /// How it matches the typed word.
    pub tier: Tier,
    /// The distance of its form from the typed one.
    pub distance: u32,
    /// Number of positions that it covers: 1 for a word, more for a phrase or a whole with parts.
    pub length: u32,
    /// The index of its clause in the plan.
    pub clause: u32,
}

/// The places of the plan's positive clauses in each of `articles` (ascending), by position, without overlaps. Prefixes have no positions, so they
/// give none here: [`open_clauses`] says where they count.
///
/// # Errors
/// Returns the parts that must be loaded first.
pub fn places(plan: &Plan, index: &Index, articles: &[u32]) -> Result<Vec<Vec<Place>>, Needs> {
    let mut needs = Needs::new();
    let out = apart_from(plan, index, articles, &[], &mut needs);
    if needs.is_empty() { Ok(out) } else { Err(needs) }
}

/// The number of places in each of `articles` (ascending), including words with a typed prefix.
///
/// Positions in separate parts are only needed for entries that can overlap with others; of the rest the number is enough.
///
/// # Errors
/// Returns the parts that must be loaded first.
pub fn count(plan: &Plan, index: &Index, articles: &[u32]) -> Result<Vec<u32>, Needs> {
    let mut needs = Needs::new();
    let apart = apart(plan, index);
    let places = apart_from(plan, index, articles, &apart, &mut needs);
    if !needs.is_empty() {
        return Err(needs);
    }
    let mut out: Vec<u32> = places.iter().map(|places| places.len() as u32).collect();
    for (n, clause) in plan.positive() {
        let mut counts = vec![0; articles.len()];
        let entries = clause.slots.iter().flatten();
        let of_words = entries.clone().filter(|matched| apart.contains(&matched.id));
        of_words.for_each(|matched| add_counts(matched, clause, index, articles, &mut counts));
        let mut prefixed = vec![0; articles.len()];
        let starts = entries.filter(|matched| is_start(clause, matched));
        starts.for_each(|matched| add_counts(matched, clause, index, articles, &mut prefixed));
        for (at, (count, more)) in counts.into_iter().zip(prefixed).enumerate() {
            let is_whole = count > 0 || places[at].iter().any(|place| place.clause == n as u32);
            out[at] += if is_whole { count } else { more };
        }
    }
    Ok(out)
}

/// The prefixes of the plan that count in an article with these places, each with its clause: those of which no whole word is there.
pub fn open_clauses<'p>(plan: &'p Plan, places: &[Place]) -> Vec<(&'p str, u32)> {
    let mut out = Vec::new();
    for (n, clause) in plan.positive().filter(|(n, _)| !places.iter().any(|place| place.clause == *n as u32)) {
        out.extend(clause.slots.iter().flatten().filter(|matched| is_start(clause, matched)).map(|matched| (&*matched.key, n as u32)));
    }
    out
}

/// Whether an entry is a prefix whose words count; the fields of these words are not known, nor their positions in a phrase.
fn is_start(clause: &Clause, matched: &MatchedEntry) -> bool {
    matched.kind == Kind::Prefix && clause.field.is_none() && clause.slots.len() == 1
}

fn add_counts(matched: &MatchedEntry, clause: &Clause, index: &Index, articles: &[u32], counts: &mut [u32]) {
    for posting in index.postings(matched.id) {
        if let Ok(at) = articles.binary_search(&posting.article) {
            counts[at] += clause.field.map_or(posting.count, |field| posting.by_field()[field.index()]);
        }
    }
}

/// The entries whose positions are in separate parts and do not matter, as no other entry of the plan can have the same.
fn apart(plan: &Plan, index: &Index) -> Vec<EntryId> {
    let all = || plan.positive().flat_map(|(n, clause)| clause.slots.iter().flatten().map(move |matched| (n, matched)));
    let is_alone = |(n, own): &(usize, &MatchedEntry)| all().all(|(other, matched)| !overlap(own, matched, *n == other));
    let words = all().filter(|(n, own)| plan.clauses[*n].slots.len() == 1 && own.kind != Kind::Prefix && index.is_far(own.id));
    words.filter(is_alone).map(|(_, own)| own.id).collect()
}

/// Whether two entries can have the same positions.
///
/// A form has one word at each, a part those of longer words, and each compound only once for all forms of a part; a name never those where a form
/// of its own is.
fn overlap(a: &MatchedEntry, b: &MatchedEntry, same_clause: bool) -> bool {
    let holds = |word: &MatchedEntry, part: &MatchedEntry| word.key.len() > part.key.len() && word.key.contains(&*part.key);
    match (a.kind, b.kind) {
        (_, Kind::Prefix) | (Kind::Prefix, _) => false,
        (Kind::Word, Kind::Word) => (!same_clause && a.id == b.id) || (a.width > 1 && holds(a, b)) || (b.width > 1 && holds(b, a)),
        (Kind::Word, Kind::Part) => holds(a, b),
        (Kind::Part, Kind::Word) => holds(b, a),
        (Kind::Part, Kind::Part) => !same_clause,
        (Kind::Word, Kind::Alias) => !same_clause || b.key.contains(' '),
        (Kind::Alias, Kind::Word) => !same_clause || a.key.contains(' '),
        _ => a.id != b.id || !same_clause,
    }
}

/// The places without those of the entries that are counted apart.
fn apart_from(plan: &Plan, index: &Index, articles: &[u32], apart: &[EntryId], needs: &mut Needs) -> Vec<Vec<Place>> {
    let mut out = vec![Vec::new(); articles.len()];
    for (n, clause) in plan.positive() {
        for (all, more) in out.iter_mut().zip(found_in(n as u32, clause, index, articles, apart, needs)) {
            all.extend(more);
        }
    }
    for places in &mut out {
        order::sort_by_key(places, |place: &Place| (place.position, u32::MAX - place.length, *place));
        let mut end = 0;
        places.retain(|place| {
            let is_free = place.position >= end;
            end = if is_free { place.position + place.length } else { end };
            is_free
        });
    }
    out
}

/// All occurrences of one clause in each of these articles, by position.
pub(super) fn clause_places(number: u32, clause: &Clause, index: &Index, articles: &[u32], needs: &mut Needs) -> Vec<Vec<Place>> {
    found_in(number, clause, index, articles, &[], needs)
}

fn found_in(number: u32, clause: &Clause, index: &Index, articles: &[u32], apart: &[EntryId], needs: &mut Needs) -> Vec<Vec<Place>> {
    let phrase = clause.offsets.last().map_or(0, |last| last + 1);
    let is_phrase = clause.slots.len() > 1;
    let mut found: Vec<Vec<Place>> = vec![Vec::new(); articles.len()];
    for (n, slot) in clause.slots.iter().enumerate() {
        let mut of_slot: Vec<Vec<Place>> = vec![Vec::new(); articles.len()];
        for matched in slot.iter().filter(|matched| matched.kind != Kind::Prefix && !apart.contains(&matched.id)) {
            let mut positions = index.positions(matched.id, articles, needs);
            if let Some(Field::Title) = clause.field {
                limit_to_title(matched.id, index, articles, &mut positions);
            }
            let &MatchedEntry { tier, distance, .. } = matched;
            let (has_parts, length) = if is_phrase { (false, phrase) } else { (matched.width > 1, matched.width) };
            for (all, positions) in of_slot.iter_mut().zip(positions) {
                all.extend(positions.into_iter().map(|position| Place { position, has_parts, tier, distance, length, clause: number }));
            }
        }
        for (all, mut here) in found.iter_mut().zip(of_slot) {
            order::sort_by_key(&mut here, |place| *place);
            here.dedup_by_key(|place| (place.position, place.has_parts));
            // A prefix has no positions: while the last word of a phrase is typed, any word matches there.
            let is_open = n > 0 && slot.iter().any(|matched| matched.kind == Kind::Prefix);
            if n == 0 {
                *all = here;
            } else if !is_open {
                let ahead = clause.offsets[n];
                all.retain_mut(|place| {
                    let next = here.binary_search_by_key(&(place.position + ahead), |next| next.position);
                    if let Ok(at) = next {
                        place.tier = place.tier.max(here[at].tier);
                        place.distance = place.distance.max(here[at].distance);
                    }
                    next.is_ok()
                });
            }
        }
    }
    if is_phrase {
        // If the phrase occurs as typed, other spellings do not count: `hatten sie`, `hätten sie`.
        for places in &mut found {
            let least = places.iter().map(|place| place.distance).min();
            places.retain(|place| Some(place.distance) == least);
        }
    }
    found
}

/// Keeps the positions in the title, which are the first ones of an article.
fn limit_to_title(id: EntryId, index: &Index, articles: &[u32], positions: &mut [Vec<u32>]) {
    for posting in index.postings(id) {
        if let Ok(at) = articles.binary_search(&posting.article) {
            positions[at].truncate(posting.fields[0] as usize);
        }
    }
}
