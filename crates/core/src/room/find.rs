//! Search: hits in order, passages, facets, concordance, trend.

use super::search_request::{
    Concordance, ConcordanceRequest, Facets, Filter, Hit, How, Line, LineOrder, SearchRequest, SearchView, Sort, TrendPoint, Understood,
};
use super::stop::Stop;
use super::store::Store;
use crate::article::{ArticleId, Precision};
use crate::bundle::{Columns, EntityTable, Row};
use crate::day::Day;
use crate::entity::{EntityId, EntityKind};
use crate::order;
use crate::part::PartKey;
use crate::search::{
    Clause, Found, Kind, MatchedEntry, Matches, Needs, Place, Plan, Ranking, Tier, by_relevance, count, evaluate, first, marks,
    open_clauses, places, snippet,
};
use crate::text::{Span, fold};
use crate::view::AnalysedArticle;
use std::cmp::{Ordering, Reverse};
use std::collections::BTreeMap;
use std::rc::Rc;

/// Most values of one facet.
const FACET_VALUES: usize = 12;
/// Most forms of a word that are shown.
const SHOWN_FORMS: usize = 8;
/// Bytes of text on each side in a line of a concordance.
const CONTEXT: usize = 90;

impl From<Needs> for Stop {
    fn from(needs: Needs) -> Self {
        Self::Needs(needs.into_iter().collect())
    }
}

/// Plans and runs a query: the plan, and the matching articles by number. If its words are in no article together, they may be one word there.
pub fn run(store: &Store, query: &str) -> Result<(Plan, Matches), Stop> {
    let found = |plan: &Plan| evaluate(plan, store.index(), store.base().corpus.articles, &Ranking::default());
    let plan = Plan::new(query, store.index(), store)?;
    let apart = found(&plan)?;
    if apart.partial {
        let plan = Plan::joined(query, store.index(), store)?;
        let joined = found(&plan)?;
        if !joined.partial {
            return Ok((plan, joined));
        }
    }
    Ok((plan, apart))
}

/// Counts the places in the articles found.
fn count_places(store: &Store, plan: &Plan, found: &mut [Found]) -> Result<(), Stop> {
    let articles: Vec<u32> = found.iter().map(|f| f.article).collect();
    let counts = count(plan, store.index(), &articles)?;
    found.iter_mut().zip(counts).for_each(|(f, places)| f.places = places);
    Ok(())
}

/// Answers a search; requests all parts at once that are known to be needed.
pub fn search(store: &mut Store, request: &SearchRequest) -> Result<SearchView, Stop> {
    let mut also = needed(&request.filter);
    also.extend((request.facets || request.sort != Sort::Relevance).then_some(PartKey::Columns));
    also.extend(request.names.then_some(PartKey::Entities));
    also.extend(store.only_summaries().filter(|_| request.limit > 0));
    let (plan, Matches { found: all, partial, alone }) = with(store, also, run(store, &request.query))?;
    let within = store.within(&request.filter.period)?;
    let mut found: Vec<Found> = all.iter().copied().filter(|f| fits(store, &request.filter, within.as_deref(), f.article)).collect();
    count_places(store, &plan, &mut found)?;
    let unfiltered = if found.is_empty() { all.len() as u32 } else { 0 };
    let best = best(store, &found, request.sort, request.limit as usize);
    let facets = store.columns().ok().map(|columns| facets(store, columns, &found, request.names)).transpose()?;
    let (total, places) = (found.len() as u32, found.iter().map(|f| f.places).sum());
    let hits = hits(store, &plan, &best, request.passages)?;
    let understood = understood(&plan, &alone);
    Ok(SearchView { total, places, partial, hits, facets, understood, ignored: plan.ignored, unfiltered })
}

/// The outcome, or else all parts needed for it, including `also`, each once.
pub fn with<T>(store: &Store, also: Vec<PartKey>, outcome: Result<T, Stop>) -> Result<T, Stop> {
    match (store.require(also), outcome) {
        (Ok(()), outcome) => outcome,
        (Err(Stop::Needs(mut needs)), Err(Stop::Needs(more))) => {
            needs.extend(more);
            order::sort_by_key(&mut needs, |key| *key);
            needs.dedup();
            Err(Stop::Needs(needs))
        }
        (Err(stop), _) => Err(stop),
    }
}

/// The first hits in the requested order.
fn best(store: &Store, found: &[Found], sort: Sort, limit: usize) -> Vec<Found> {
    let Some((_, rows)) = store.columns().ok().filter(|_| sort != Sort::Relevance) else { return first(found, limit) };
    let date = |f: &Found| rows.get(f.article as usize).and_then(|row| row.date.as_ref());
    let mut compare = |a: u32, b: u32| -> Ordering {
        let (a, b) = (&found[a as usize], &found[b as usize]);
        let by_date = match sort {
            Sort::Relevance => Ordering::Equal,
            Sort::Newest => date(b).map(|d| (d.latest, d.minutes)).cmp(&date(a).map(|d| (d.latest, d.minutes))),
            Sort::Oldest => {
                let key = |f| date(f).map_or((true, None), |d| (false, Some((d.earliest, d.minutes))));
                key(a).cmp(&key(b))
            }
        };
        by_date.then_with(|| by_relevance(a, b))
    };
    order::first(found.len() as u32, limit, &mut compare).into_iter().map(|at| found[at as usize]).collect()
}

fn hits(store: &mut Store, plan: &Plan, best: &[Found], passages: bool) -> Result<Vec<Hit>, Stop> {
    let ids: Vec<ArticleId> = best.iter().map(|f| ArticleId(f.article)).collect();
    let titles = store.summary_parts(best.iter().map(|f| f.article));
    let read = if passages { read(store, plan, &ids) } else { Ok(Vec::new()) };
    let read = with(store, titles, read)?;
    let mut read = read.into_iter();
    let mut out = Vec::with_capacity(best.len());
    for f in best {
        let (snippet, strip) = match read.next() {
            Some((_, document, found)) => (snippet(&document.article, &found), strip(&document, &found)),
            None => (Vec::new(), Vec::new()),
        };
        let summary = store.summary(f.article)?;
        out.push(Hit { article: ArticleId(f.article), summary, score: f.score, places: f.places, snippet, strip });
    }
    Ok(out)
}

/// A mark in the text: its span, clause and field.
type Mark = (Span, u32, crate::search::Field);

/// An article with its marks.
type Marked = (ArticleId, Rc<AnalysedArticle>, Vec<Mark>);

/// Some articles with the marks of a plan, in the requested order.
pub fn read(store: &mut Store, plan: &Plan, ids: &[ArticleId]) -> Result<Vec<Marked>, Stop> {
    let mut numbers: Vec<u32> = ids.iter().map(|id| id.0).collect();
    order::sort_by_key(&mut numbers, |number| *number);
    let of = with(store, store.text_parts(ids), places(plan, store.index(), &numbers).map_err(Stop::from))?;
    let documents = store.documents(ids)?;
    let marked = |(id, document): (ArticleId, Rc<AnalysedArticle>)| {
        let places: &[Place] = numbers.binary_search(&id.0).map_or(&[], |at| &of[at]);
        let found = marks(&document.article, places, &open_clauses(plan, places));
        (id, document, found)
    };
    Ok(documents.into_iter().map(marked).collect())
}

/// The positions of the marks, in thousandths of the text.
fn strip(document: &AnalysedArticle, found: &[Mark]) -> Vec<u16> {
    let length = document.article.text.len().max(1) as u64;
    let mut out: Vec<u16> = found.iter().map(|(span, ..)| (u64::from(span.start) * 1000 / length) as u16).collect();
    out.dedup();
    out
}

/// How each typed word was interpreted.
fn understood(plan: &Plan, alone: &[u32]) -> Vec<Understood> {
    let of = |(n, clause): (usize, &Clause)| {
        let (forms, more) = forms_of(clause);
        Understood { typed: clause.typed.clone(), forms, more, how: how(clause), articles: alone.get(n).copied().unwrap_or(0) }
    };
    plan.positive().map(of).collect()
}

fn forms_of(clause: &Clause) -> (Vec<String>, u32) {
    if clause.slots.len() > 1 {
        return (Vec::new(), 0);
    }
    let mut best: Vec<&MatchedEntry> =
        clause.slots.iter().flatten().filter(|matched| matches!(matched.kind, Kind::Word | Kind::Prefix)).collect();
    order::sort_by(&mut best, |a, b| {
        a.tier.cmp(&b.tier).then(a.distance.cmp(&b.distance)).then(b.articles.cmp(&a.articles)).then_with(|| a.form.cmp(&b.form))
    });
    let mut forms: Vec<String> = Vec::new();
    let mut more = clause.more;
    // A prefix has several words.
    for form in best.into_iter().flat_map(|matched| matched.form.split(' ').map(|form| matched.case.written(form))) {
        if forms.len() < SHOWN_FORMS && !forms.contains(&form) {
            forms.push(form);
        } else if forms.len() == SHOWN_FORMS {
            more += 1;
        }
    }
    (forms, more)
}

fn how(clause: &Clause) -> How {
    let of_slot = |slot: &Vec<MatchedEntry>| match slot.iter().map(|matched| matched.tier).min() {
        None => How::Nothing,
        Some(Tier::Exact) => How::Exact,
        Some(Tier::Named) => How::Name,
        Some(Tier::Related) => How::Related,
        Some(Tier::Typo) => How::Typo,
        Some(_) => How::Form,
    };
    let all: Vec<How> = clause.slots.iter().map(of_slot).collect();
    let worst = [How::Nothing, How::Typo, How::Related, How::Name, How::Form].into_iter().find(|how| all.contains(how));
    if all.is_empty() { How::Nothing } else { worst.unwrap_or(How::Exact) }
}

/// The parts that a filter needs.
fn needed(filter: &Filter) -> Vec<PartKey> {
    let names = (!filter.entities.is_empty()).then_some(PartKey::Entities);
    let times = (filter.period.mentioned && !filter.period.is_open()).then_some(PartKey::Timeline);
    let columns = (filter.source.is_some() || filter.month.is_some() || !filter.period.is_open()).then_some(PartKey::Columns);
    names.into_iter().chain(times).chain(columns).collect()
}

/// Whether an article matches a filter; `within` are the articles within the filter's period.
fn fits(store: &Store, filter: &Filter, within: Option<&Vec<bool>>, article: u32) -> bool {
    let row = |of: &dyn Fn(&Columns, &Row) -> bool| {
        store.columns().is_ok_and(|(columns, rows)| rows.get(article as usize).is_some_and(|row| of(columns, row)))
    };
    filter.source.as_ref().is_none_or(|source| row(&|columns, row| columns.source_of(row) == source))
        && filter.month.as_ref().is_none_or(|month| row(&|_, row| month_name(month_of(row)) == *month))
        && within.is_none_or(|within| within.get(article as usize) == Some(&true))
        && filter.entities.iter().all(|&id| store.entities().is_ok_and(|table| is_named(table, id, ArticleId(article))))
}

fn is_named(entities: &EntityTable, id: EntityId, article: ArticleId) -> bool {
    let entity = entities.entities.get(id.0 as usize);
    entity.is_some_and(|e| e.counts.binary_search_by_key(&article, |(a, _)| *a).is_ok())
}

/// Months since the year 0; `None` if the month is unknown.
fn month_of(row: &Row) -> Option<i32> {
    let date = row.date.as_ref().filter(|date| date.precision >= Precision::Month)?;
    let (year, month, _) = date.earliest.civil();
    Some(year * 12 + month as i32 - 1)
}

/// `2022-02`, or `-` if the month is unknown.
fn month_name(month: Option<i32>) -> String {
    let first = month.and_then(|month| Day::from_civil(month.div_euclid(12), month.rem_euclid(12) as u32 + 1, 1));
    first.map_or_else(|| "-".to_owned(), |day| day.iso().chars().take(7).collect())
}

fn facets(store: &Store, (columns, rows): &(Columns, Vec<Row>), found: &[Found], names: bool) -> Result<Facets, Stop> {
    let mut sources: Vec<u32> = vec![0; columns.sources.len() + 1];
    let mut months: BTreeMap<Option<i32>, u32> = BTreeMap::new();
    let mut last: Option<(Option<i32>, u32)> = None;
    for row in found.iter().filter_map(|f| rows.get(f.article as usize)) {
        if let Some(count) = sources.get_mut(row.source.map_or(0, |at| at as usize + 1)) {
            *count += 1;
        }
        // Consecutive articles are mostly of the same month, so the map is accessed once for all of them.
        let month = month_of(row);
        last = match last {
            Some((before, count)) if before == month => Some((before, count + 1)),
            other => {
                other.into_iter().for_each(|(month, count)| *months.entry(month).or_default() += count);
                Some((month, 1))
            }
        };
    }
    last.into_iter().for_each(|(month, count)| *months.entry(month).or_default() += count);
    let name = |at: usize| at.checked_sub(1).map_or("", |at| columns.sources[at].as_str()).to_owned();
    let mut sources: Vec<(String, u32)> = sources.into_iter().enumerate().filter(|(_, n)| *n > 0).map(|(at, n)| (name(at), n)).collect();
    order::sort_by(&mut sources, |a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    sources.truncate(FACET_VALUES);
    // "No date" sorts before the months, but is listed last.
    let unknown = months.remove(&None).map(|count| (None, count));
    let months = months.into_iter().chain(unknown).map(|(month, count)| (month_name(month), count)).collect();
    let entities = if names { entity_facets(store, found)? } else { Vec::new() };
    Ok(Facets { sources, months, entities })
}

/// For each kind the entities named in most of the found articles.
fn entity_facets(store: &Store, found: &[Found]) -> Result<Vec<(EntityId, EntityKind, String, u32)>, Stop> {
    let table = store.entities()?;
    let mut is_found = vec![false; store.articles()];
    found.iter().for_each(|f| is_found[f.article as usize] = true);
    let mut found = Vec::new();
    for (n, entity) in table.entities.iter().enumerate() {
        let articles = entity.counts.iter().filter(|(article, _)| is_found.get(article.0 as usize) == Some(&true)).count() as u32;
        if articles > 0 {
            found.push((entity.kind, Reverse(articles), n as u32));
        }
    }
    let mut out = Vec::new();
    for kind in EntityKind::ALL {
        let of_kind = found.iter().filter(|(other, ..)| *other == kind);
        let mut values: Vec<(Reverse<u32>, u32)> = of_kind.map(|(_, articles, n)| (*articles, *n)).collect();
        order::sort_by_key(&mut values, |value| *value);
        values.truncate(FACET_VALUES);
        out.extend(values.into_iter().map(|(Reverse(articles), n)| (EntityId(n), kind, table.entities[n as usize].name.clone(), articles)));
    }
    Ok(out)
}

/// Every match of a query with its context, in the best articles.
pub fn concordance(store: &mut Store, request: &ConcordanceRequest) -> Result<Concordance, Stop> {
    let (plan, matches) = with(store, needed(&request.filter), run(store, &request.query))?;
    let within = store.within(&request.filter.period)?;
    let mut found: Vec<Found> = matches.found.into_iter().filter(|f| fits(store, &request.filter, within.as_deref(), f.article)).collect();
    count_places(store, &plan, &mut found)?;
    found.retain(|f| f.places > 0);
    let best = best(store, &found, Sort::Relevance, request.articles as usize);
    let ids: Vec<ArticleId> = best.iter().map(|f| ArticleId(f.article)).collect();
    let titles = store.summary_parts(best.iter().map(|f| f.article));
    let read = read(store, &plan, &ids);
    let read = with(store, titles, read)?;
    let mut lines = Vec::new();
    for (article, document, found) in read {
        lines.extend(found.into_iter().map(|(span, ..)| Line { article, span, text: around(&document.article.text, span) }));
    }
    let key = |line: &Line| match request.order {
        LineOrder::Place => Vec::new(),
        LineOrder::Left => neighbours(line.text[0].split_whitespace().rev()),
        LineOrder::Right => neighbours(line.text[2].split_whitespace()),
    };
    let mut keyed: Vec<(Vec<String>, Line)> = lines.into_iter().map(|line| (key(&line), line)).collect();
    order::sort_by(&mut keyed, |a, b| a.0.cmp(&b.0));
    let articles = ids.into_iter().map(|id| Ok((id, store.summary(id.0)?))).collect::<Result<_, Stop>>()?;
    Ok(Concordance { lines: keyed.into_iter().map(|(_, line)| line).collect(), articles, total: found.len() as u32 })
}

/// The neighbouring words by which a line is sorted, folded and without punctuation.
fn neighbours<'t>(words: impl Iterator<Item = &'t str>) -> Vec<String> {
    let bare = words.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    bare.filter(|word| !word.is_empty()).take(3).map(fold).collect()
}

/// The context of a span within its line, cut at spaces.
fn around(text: &str, span: Span) -> [String; 3] {
    let (start, end) = (span.start as usize, span.end as usize);
    let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let line_end = text[end..].find('\n').map_or(text.len(), |at| end + at);
    let from = (start.saturating_sub(CONTEXT).max(line_start)..=start).find(|&at| text.is_char_boundary(at)).unwrap_or(start);
    let from = if from == line_start { from } else { text[from..start].find(' ').map_or(start, |at| from + at + 1) };
    let to = (end..=(end + CONTEXT).min(line_end)).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(end);
    let to = if to == line_end { to } else { text[end..to].rfind(' ').map_or(end, |at| end + at) };
    [text[from..start].to_owned(), text[start..end].to_owned(), text[end..to].to_owned()]
}

/// The number of matches in each month, and of all articles and words.
pub fn trend(store: &Store, query: &str, filter: &Filter) -> Result<Vec<TrendPoint>, Stop> {
    let also = needed(filter).into_iter().chain([PartKey::Details, PartKey::Columns]).collect();
    let (plan, Matches { mut found, .. }) = with(store, also, run(store, query))?;
    let within = store.within(&filter.period)?;
    count_places(store, &plan, &mut found)?;
    let (words, (_, rows)) = (store.words()?, store.columns()?);
    let mut points: BTreeMap<Option<i32>, TrendPoint> = BTreeMap::new();
    let mut found = found.into_iter().peekable();
    for (article, row) in rows.iter().enumerate() {
        let here = found.next_if(|f| f.article as usize == article);
        if !fits(store, filter, within.as_deref(), article as u32) {
            continue;
        }
        let point = points.entry(month_of(row)).or_default();
        point.articles += 1;
        point.words += words[article];
        if let Some(here) = here {
            point.found += 1;
            point.places += here.places;
        }
    }
    let unknown = points.remove(&None).map(|point| (None, point));
    Ok(points.into_iter().chain(unknown).map(|(month, point)| TrendPoint { month: month_name(month), ..point }).collect())
}
