//! Runs a plan: finds and ranks articles.

use super::lookup::{Index, Needs};
use super::places::{Place, clause_places};
use super::plan::{Clause, MatchedEntry, Plan, Step};
use super::rank::Ranking;
use super::words::Field;
use crate::order;

/// An article that matches.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Found {
    /// Its number.
    pub article: u32,
    /// Its score; only comparable within one query.
    pub score: f32,
    /// Number of places in it, as [`count`](super::count) counts them; [`evaluate`] leaves 0.
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
        let mut sums = vec![(0.0_f32, 0.0_f32); self.articles as usize];
        let mut articles = 0;
        for matched in slot {
            let form = self.ranking.form(matched.tier, matched.distance);
            for posting in self.index.postings(matched.id) {
                let Some((best, tf)) = sums.get_mut(posting.article as usize) else { continue };
                let mut by_field = posting.by_field();
                if let Some(field) = field {
                    by_field = std::array::from_fn(|n| if n == field.index() { by_field[n] } else { 0 });
                }
                if by_field == [0; Field::COUNT] {
                    continue;
                }
                if *best == 0.0 {
                    articles += 1;
                }
                *best = best.max(form);
                *tf += form * self.ranking.occurrences(by_field);
            }
        }
        let idf = Ranking::idf(self.articles, articles);
        let mut out = Vec::with_capacity(articles as usize);
        for (article, (best, tf)) in sums.into_iter().enumerate() {
            if best > 0.0 {
                out.push(Found { article: article as u32, score: self.ranking.word(idf, best, tf), places: 0 });
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
            Found { article, score: self.ranking.word(idf, best, tf), places: 0 }
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

/// The articles in both, with scores added.
fn intersection(a: &[Found], b: &[Found]) -> Vec<Found> {
    let mut out = Vec::with_capacity(a.len().min(b.len()));
    let (mut i, mut j) = (0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        if x.article == y.article {
            out.push(Found { article: x.article, score: x.score + y.score, places: 0 });
        }
        i += usize::from(x.article <= y.article);
        j += usize::from(y.article <= x.article);
    }
    out
}

/// The articles in any set, with scores added.
fn union(sets: Vec<Vec<Found>>) -> Vec<Found> {
    let mut all: Vec<Found> = sets.into_iter().flatten().collect();
    order::sort_by_key(&mut all, |found| found.article);
    let mut out: Vec<Found> = Vec::with_capacity(all.len());
    for found in all {
        match out.last_mut().filter(|last| last.article == found.article) {
            Some(last) => {
                last.score += found.score;
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
