//! Runs a plan: finds and ranks articles, and finds the occurrences within an article.

use super::lookup::{Index, Needs};
use super::plan::{Clause, MatchedEntry, Plan, Step, Tier};
use super::rank::Ranking;
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
    /// Number of units that it covers: 1 for a word, more for a phrase.
    pub length: u32,
    /// The index of its clause in the plan.
    pub clause: u32,
}

/// An article that matches.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Found {
    /// Its number.
    pub article: u32,
    /// Its score; only comparable within one query.
    pub score: f32,
    /// Number of occurrences in it.
    pub places: u32,
}

/// The result of a query.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Matches {
    /// The matching articles, by number.
    pub found: Vec<Found>,
    /// Whether no article matches all clauses, so that these match at least one.
    pub partial: bool,
    /// For each clause of the plan the number of articles that match it by itself.
    pub alone: Vec<u32>,
}

/// Number of articles whose scores are raised by the proximity of words: the best ones without it.
const CLOSE: usize = 64;

/// Runs a plan.
///
/// Articles must match every clause of the outermost level; if none does, those that match at least one are found.
/// A plan without clauses finds every article, with score 0.
///
/// # Errors
/// Returns the parts that must be loaded first.
pub fn evaluate(plan: &Plan, index: &Index, articles: u32, ranking: &Ranking) -> Result<Matches, Needs> {
    let mut run = Run { plan, index, articles, ranking, needs: Needs::new(), alone: vec![0; plan.clauses.len()] };
    let mut matches = Matches { found: run.step(&plan.root), ..Matches::default() };
    if matches.found.is_empty()
        && let Step::All(steps) = &plan.root
    {
        let found = run.partial(steps);
        matches = Matches { partial: !found.is_empty(), found, ..Matches::default() };
    }
    matches.alone = run.alone;
    if run.needs.is_empty() { Ok(matches) } else { Err(run.needs) }
}

/// The occurrences of the plan's positive clauses in each of `articles` (ascending), by position, each once.
///
/// # Errors
/// Returns the parts that must be loaded first.
pub fn places(plan: &Plan, index: &Index, articles: &[u32]) -> Result<Vec<Vec<Place>>, Needs> {
    let mut needs = Needs::new();
    let mut out = vec![Vec::new(); articles.len()];
    for (n, clause) in plan.positive() {
        for (all, more) in out.iter_mut().zip(clause_places(n as u32, clause, index, articles, &mut needs)) {
            all.extend(more);
        }
    }
    for places in &mut out {
        order::sort_by_key(places, |place| *place);
        places.dedup_by_key(|place| (place.position, place.has_parts));
    }
    if needs.is_empty() { Ok(out) } else { Err(needs) }
}

struct Run<'r> {
    plan: &'r Plan,
    index: &'r Index,
    /// Number of articles of the corpus.
    articles: u32,
    ranking: &'r Ranking,
    needs: Needs,
    alone: Vec<u32>,
}

impl Run<'_> {
    fn step(&mut self, step: &Step) -> Vec<Found> {
        match step {
            Step::All(steps) => self.all(steps),
            Step::Any(steps) => {
                let sets = steps.iter().map(|step| self.step(step)).collect();
                union(sets)
            }
            Step::Not(inner) => {
                let inner = self.step(inner);
                self.without(&inner)
            }
            Step::Near(within, clauses) => self.near(*within, clauses),
            Step::Clause(n) => self.clause(*n).0,
            Step::Articles(articles) => articles.iter().map(|&article| Found { article, score: 0.0, places: 0 }).collect(),
        }
    }

    fn without(&self, inner: &[Found]) -> Vec<Found> {
        let is_in = |article: u32| inner.binary_search_by_key(&article, |found| found.article).is_ok();
        let rest = (0..self.articles).filter(|&article| !is_in(article));
        rest.map(|article| Found { article, score: 0.0, places: 0 }).collect()
    }

    fn all(&mut self, steps: &[Step]) -> Vec<Found> {
        let mut sets = Vec::with_capacity(steps.len());
        let mut words: Vec<(usize, f32)> = Vec::new();
        for step in steps {
            if let Step::Clause(n) = step {
                let (found, idf) = self.clause(*n);
                sets.push(found);
                words.push((*n, idf));
            } else {
                let found = self.step(step);
                sets.push(found);
            }
        }
        order::sort_by_key(&mut sets, |set| set.len());
        let mut sets = sets.into_iter();
        let Some(mut found) = sets.next() else { return self.without(&[]) };
        for set in sets {
            found = intersection(&found, &set);
        }
        self.add_closeness(&mut found, &words);
        found
    }

    /// Articles that match at least one of the words and all other steps.
    fn partial(&mut self, steps: &[Step]) -> Vec<Found> {
        let (words, others): (Vec<&Step>, Vec<&Step>) = steps.iter().partition(|step| !matches!(step, Step::Articles(_) | Step::Not(_)));
        let sets = words.into_iter().map(|step| self.step(step)).collect();
        let mut found = union(sets);
        for step in others {
            let set = self.step(step);
            found = intersection(&found, &set);
        }
        found
    }

    /// The articles of a clause, and the IDF of its word.
    fn clause(&mut self, number: usize) -> (Vec<Found>, f32) {
        let clause = &self.plan.clauses[number];
        let (found, idf) = match &clause.slots[..] {
            [] => (Vec::new(), 0.0),
            [slot] => self.word(slot, clause.field),
            _ => self.phrase(number, clause),
        };
        self.alone[number] = found.len() as u32;
        (found, idf)
    }

    fn word(&self, slot: &[MatchedEntry], field: Option<Field>) -> (Vec<Found>, f32) {
        let mut sums = vec![(0.0_f32, 0.0_f32, 0_u32); self.articles as usize];
        let mut articles = 0;
        let has_parts = slot.iter().any(|matched| !matched.has_parts);
        for matched in slot {
            let form = self.ranking.form(matched.tier, matched.distance);
            // If a hyphenated word and its parts both match, only the parts are counted.
            let counted = !(matched.has_parts && has_parts);
            for posting in self.index.postings(matched.id) {
                let Some((best, tf, places)) = sums.get_mut(posting.article as usize) else { continue };
                let mut by_field = posting.by_field();
                if let Some(field) = field {
                    by_field = std::array::from_fn(|n| if n == field.index() { by_field[n] } else { 0 });
                }
                let count: u32 = by_field.iter().sum();
                if count == 0 {
                    continue;
                }
                if *best == 0.0 {
                    articles += 1;
                }
                *best = best.max(form);
                *tf += form * self.ranking.occurrences(by_field);
                *places += if counted { count } else { 0 };
            }
        }
        let idf = Ranking::idf(self.articles, articles);
        let mut out = Vec::with_capacity(articles as usize);
        for (article, (best, tf, places)) in sums.into_iter().enumerate() {
            if best > 0.0 {
                out.push(Found { article: article as u32, score: self.ranking.word(idf, best, tf), places: places.max(1) });
            }
        }
        (out, idf)
    }

    fn phrase(&mut self, number: usize, clause: &Clause) -> (Vec<Found>, f32) {
        let mut articles: Option<Vec<u32>> = None;
        for slot in &clause.slots {
            let (found, _) = self.word(slot, clause.field);
            let here = found.into_iter().map(|found| found.article);
            articles = Some(match articles {
                None => here.collect(),
                Some(before) => here.filter(|article| before.binary_search(article).is_ok()).collect(),
            });
        }
        let articles = articles.unwrap_or_default();
        let places = clause_places(number as u32, clause, self.index, &articles, &mut self.needs);
        // If the phrase occurs as typed, other spellings do not count: `hatten sie`, `hätten sie`.
        let least = places.iter().flatten().map(|place| place.distance).min().unwrap_or(0);
        let mut out = Vec::new();
        for (article, places) in articles.into_iter().zip(places) {
            let forms = || places.iter().filter(|place| place.distance == least).map(|place| self.ranking.form(place.tier, 0));
            let (count, best) = (forms().count() as u32, forms().fold(0.0, f32::max));
            if count > 0 {
                out.push((article, count, best, forms().sum::<f32>() / count as f32));
            }
        }
        let idf = Ranking::idf(self.articles, out.len() as u32);
        let found = |(article, places, best, form): (u32, u32, f32, f32)| {
            let tf = form * self.ranking.occurrences([0, 0, 0, places]);
            Found { article, score: self.ranking.word(idf, best, tf), places }
        };
        (out.into_iter().map(found).collect(), idf)
    }

    fn near(&mut self, within: u32, clauses: &[usize]) -> Vec<Found> {
        let mut found: Option<Vec<Found>> = None;
        for &n in clauses {
            let (set, _) = self.clause(n);
            found = Some(found.map_or_else(|| set.clone(), |before| intersection(&before, &set)));
        }
        let found = found.unwrap_or_default();
        let articles: Vec<u32> = found.iter().map(|found| found.article).collect();
        let places: Vec<Vec<Vec<Place>>> =
            clauses.iter().map(|&n| clause_places(n as u32, &self.plan.clauses[n], self.index, &articles, &mut self.needs)).collect();
        let is_near = |at: usize| {
            let mut reached: Vec<u32> = places.first().map_or(Vec::new(), |first| first[at].iter().map(|place| place.position).collect());
            for next in places.iter().skip(1) {
                let close = |place: &&Place| reached.iter().any(|before| before.abs_diff(place.position) <= within);
                reached = next[at].iter().filter(close).map(|place| place.position).collect();
            }
            !reached.is_empty()
        };
        found.into_iter().enumerate().filter(|(at, _)| is_near(*at)).map(|(_, found)| found).collect()
    }

    /// Adds to the scores of the best articles for the proximity of consecutive words of the query. Words so frequent that their positions are in
    /// separate parts do not count.
    fn add_closeness(&mut self, found: &mut [Found], words: &[(usize, f32)]) {
        if words.len() < 2 {
            return;
        }
        let mut better = |a: u32, b: u32| found[b as usize].score.total_cmp(&found[a as usize].score);
        let mut best = order::first(found.len() as u32, CLOSE, &mut better);
        order::sort_by_key(&mut best, |at| *at);
        let articles: Vec<u32> = best.iter().map(|&at| found[at as usize].article).collect();
        let is_here = |n: usize| {
            let slots = &self.plan.clauses[n].slots;
            !slots.is_empty() && !slots.iter().flatten().any(|matched| self.index.is_far(matched.id))
        };
        let mut before: Option<(f32, Vec<Vec<Place>>)> = None;
        for &(n, idf) in words {
            if !is_here(n) {
                before = None;
                continue;
            }
            let places = clause_places(n as u32, &self.plan.clauses[n], self.index, &articles, &mut self.needs);
            if let Some((idf_before, of_before)) = before {
                for ((&at, a), b) in best.iter().zip(&of_before).zip(&places) {
                    if let Some(distance) = closest(a, b) {
                        found[at as usize].score += self.ranking.closeness(idf.min(idf_before), distance);
                    }
                }
            }
            before = Some((idf, places));
        }
    }
}

/// All occurrences of one clause in each of these articles, by position.
fn clause_places(number: u32, clause: &Clause, index: &Index, articles: &[u32], needs: &mut Needs) -> Vec<Vec<Place>> {
    let length = clause.offsets.last().map_or(1, |last| last + 1);
    let mut found: Vec<Vec<Place>> = vec![Vec::new(); articles.len()];
    for (n, slot) in clause.slots.iter().enumerate() {
        let mut of_slot: Vec<Vec<Place>> = vec![Vec::new(); articles.len()];
        for matched in slot.iter().filter(|matched| matched.kind != Kind::Prefix) {
            for (all, positions) in of_slot.iter_mut().zip(index.positions(matched.id, articles, needs)) {
                all.extend(positions.into_iter().map(|position| Place {
                    position,
                    has_parts: matched.has_parts,
                    tier: matched.tier,
                    distance: matched.distance,
                    length,
                    clause: number,
                }));
            }
        }
        if let Some(Field::Title) = clause.field {
            limit_to_title(slot, index, articles, &mut of_slot);
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
    found
}

/// Keeps occurrences in the title, whose positions are the first ones of an article.
fn limit_to_title(slot: &[MatchedEntry], index: &Index, articles: &[u32], of_slot: &mut [Vec<Place>]) {
    let mut in_title = vec![0; articles.len()];
    for matched in slot {
        for posting in index.postings(matched.id) {
            if let Ok(at) = articles.binary_search(&posting.article) {
                in_title[at] += posting.fields[0];
            }
        }
    }
    for (places, count) in of_slot.iter_mut().zip(in_title) {
        order::sort_by_key(places, |place| *place);
        places.truncate(count as usize);
    }
}

/// The articles in both, with scores and counts added.
fn intersection(a: &[Found], b: &[Found]) -> Vec<Found> {
    let mut out = Vec::with_capacity(a.len().min(b.len()));
    let (mut i, mut j) = (0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        if x.article == y.article {
            out.push(Found { article: x.article, score: x.score + y.score, places: x.places + y.places });
        }
        i += usize::from(x.article <= y.article);
        j += usize::from(y.article <= x.article);
    }
    out
}

/// The articles in any set, with scores and counts added.
fn union(sets: Vec<Vec<Found>>) -> Vec<Found> {
    let mut all: Vec<Found> = sets.into_iter().flatten().collect();
    order::sort_by_key(&mut all, |found| found.article);
    let mut out: Vec<Found> = Vec::with_capacity(all.len());
    for found in all {
        match out.last_mut().filter(|last| last.article == found.article) {
            Some(last) => {
                last.score += found.score;
                last.places += found.places;
            }
            None => out.push(found),
        }
    }
    out
}

/// The smallest distance between occurrences of two lists, in words; a shared position counts as adjacent. `None` if a list is empty.
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
