//! Search within a filter: hits in order, snippets, facets.

use super::store::Store;
use super::{CorpusView, Facets, Filter, Hit, SearchRequest, SearchView, Sort, Stop, Summary};
use crate::article::{ArticleId, Precision};
use crate::bundle::{EntityTable, PartKey};
use crate::entity::EntityId;
use crate::order;
use crate::search::{Found, Place, Plan, Ranking, evaluate, marks, snippet};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The most values of one facet.
const FACET_VALUES: usize = 12;

/// Answers a search; all parts that can be told to be needed are asked for at once.
pub fn search(store: &mut Store, request: &SearchRequest) -> Result<SearchView, Stop> {
    if let Some(missing) = store.missing(&[PartKey::Terms, PartKey::Entities]) {
        return Err(Stop::Needs(missing));
    }
    let plan = Plan::new(&request.query, store.dictionary()?);
    let missing = store.missing_postings(&plan)?;
    if !missing.is_empty() {
        return Err(Stop::Needs(missing));
    }
    let found = evaluate(&plan, store.dictionary()?, &|chunk| store.postings(chunk), &Ranking::default()).found;
    let (corpus, entities) = (&store.base().corpus, store.entities()?);
    let mut found: Vec<Found> = found.into_iter().filter(|f| fits(&request.filter, f.article, corpus, entities)).collect();
    sort(&mut found, request.sort, corpus);
    let facets = facets(&found, corpus, entities);
    let total = found.len() as u32;
    let places = found.iter().map(|f| f.places.len() as u32).sum();
    found.truncate(request.limit as usize);
    let ids: Vec<ArticleId> = found.iter().map(|f| ArticleId(f.article)).collect();
    // Hits come with their passage, some dozens at most: the documents of one answer are decoded, used and let go.
    let documents = store.documents(&ids)?;
    let hit = |(f, (id, document)): (&Found, &(ArticleId, std::rc::Rc<crate::bundle::Document>))| {
        let article = &document.article;
        Hit { article: *id, score: f.score, places: f.places.len() as u32, snippet: snippet(article, &marks(article, &f.places)) }
    };
    let hits = found.iter().zip(&documents).map(hit).collect();
    Ok(SearchView { total, places, hits, facets, understood: plan.understood() })
}

/// The places of a plan's clauses in one article, also where the article has not all of them.
pub fn places_in(store: &Store, plan: &Plan, article: ArticleId) -> Result<Vec<Place>, Stop> {
    let dictionary = store.dictionary()?;
    let mut places = Vec::new();
    for clause in &plan.clauses {
        let alone = Plan { clauses: vec![clause.clone()] };
        let matches = evaluate(&alone, dictionary, &|chunk| store.postings(chunk), &Ranking::default());
        places.extend(matches.found.into_iter().filter(|f| f.article == article.0).flat_map(|f| f.places));
    }
    Ok(places)
}

/// Whether an article fits a filter. Where a day is asked for, articles without a date do not.
fn fits(filter: &Filter, article: u32, corpus: &CorpusView, entities: &EntityTable) -> bool {
    let Some(summary) = corpus.articles.get(article as usize) else { return false };
    let date = summary.meta.date.as_ref();
    filter.source.as_ref().is_none_or(|source| source_of(summary) == source)
        && filter.month.as_ref().is_none_or(|month| month_of(summary) == *month)
        && filter.from.is_none_or(|day| date.is_some_and(|d| d.latest >= day))
        && filter.to.is_none_or(|day| date.is_some_and(|d| d.earliest <= day))
        && filter.entities.iter().all(|&id| is_named(entities, id, ArticleId(article)))
}

fn is_named(entities: &EntityTable, id: EntityId, article: ArticleId) -> bool {
    let entity = entities.entities.get(id.0 as usize);
    entity.is_some_and(|e| e.counts.binary_search_by_key(&article, |(a, _)| *a).is_ok())
}

fn source_of(summary: &Summary) -> &str {
    summary.meta.source.as_deref().unwrap_or_default()
}

/// `2022-02`, or `-` where no month is known.
fn month_of(summary: &Summary) -> String {
    let date = summary.meta.date.as_ref().filter(|date| date.precision >= Precision::Month);
    date.map_or_else(
        || "-".to_owned(),
        |date| {
            let (year, month, _) = date.earliest.civil();
            format!("{year:04}-{month:02}")
        },
    )
}

/// Found articles come in order of relevance; the sort is stable, so that they stay in it within a day.
fn sort(found: &mut [Found], sort: Sort, corpus: &CorpusView) {
    let date = |f: &Found| corpus.articles.get(f.article as usize).and_then(|s| s.meta.date.as_ref());
    match sort {
        Sort::Relevance => {}
        Sort::Newest => order::sort_by_key(found, |f| Reverse(date(f).map(|d| (d.latest, d.minutes)))),
        Sort::Oldest => order::sort_by_key(found, |f| date(f).map_or((true, None), |d| (false, Some((d.earliest, d.minutes))))),
    }
}

fn facets(found: &[Found], corpus: &CorpusView, table: &EntityTable) -> Facets {
    let mut sources: BTreeMap<String, u32> = BTreeMap::new();
    let mut months: BTreeMap<String, u32> = BTreeMap::new();
    let mut is_found = vec![false; corpus.articles.len()];
    for f in found {
        if let Some(summary) = corpus.articles.get(f.article as usize) {
            *sources.entry(source_of(summary).to_owned()).or_default() += 1;
            *months.entry(month_of(summary)).or_default() += 1;
            is_found[f.article as usize] = true;
        }
    }
    let mut sources: Vec<(String, u32)> = sources.into_iter().collect();
    order::sort_by_key(&mut sources, |(_, count)| Reverse(*count));
    sources.truncate(FACET_VALUES);
    // The dash for "no date" sorts before the digits, but is told last.
    let mut months: Vec<(String, u32)> = months.into_iter().collect();
    order::sort_by_key(&mut months, |(month, _)| month == "-");
    Facets { sources, months, entities: entity_facets(&is_found, table) }
}

/// For each kind the entities that most of the found articles name.
fn entity_facets(is_found: &[bool], table: &EntityTable) -> Vec<(EntityId, crate::entity::EntityKind, String, u32)> {
    let mut found = Vec::new();
    for (n, entity) in table.entities.iter().enumerate() {
        let articles = entity.counts.iter().filter(|(article, _)| is_found.get(article.0 as usize) == Some(&true)).count() as u32;
        if articles > 0 {
            found.push((entity.kind, Reverse(articles), n as u32));
        }
    }
    let mut out = Vec::new();
    for kind in crate::entity::EntityKind::ALL {
        let of_kind = found.iter().filter(|(other, ..)| *other == kind);
        let mut values: Vec<(Reverse<u32>, u32)> = of_kind.map(|(_, articles, n)| (*articles, *n)).collect();
        order::sort_by_key(&mut values, |value| *value);
        values.truncate(FACET_VALUES);
        out.extend(values.into_iter().map(|(Reverse(articles), n)| (EntityId(n), kind, table.entities[n as usize].name.clone(), articles)));
    }
    out
}
