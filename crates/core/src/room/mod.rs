//! The reading room: answers requests about the corpus with plain data.
//!
//! [`Room`] holds the loaded parts of a bundle. It never loads anything itself: if it lacks parts for a reply, it returns their keys; the caller
//! fetches them (from files, the page or memory), feeds them in and asks again. So the same room works in the worker, in a page without a worker,
//! on the command line and in tests.
//!
//! [`ask_loading`] is this loop; [`LoadedRoom`] is a room that has all parts at hand.
//!
//! ```
//! use zeitlupe_core::bundle::{Corpus, build};
//! use zeitlupe_core::part::PartKey;
//! use zeitlupe_core::room::{Answer, Reply, Request, Room};
//! let bundle = build(&Corpus::default(), &mut |_| ());
//! let mut room = Room::open(&bundle.parts[0].1)?;
//! assert_eq!(room.ask(&Request::Timeline(Vec::new())), Ok(Answer::Needs(vec![PartKey::Timeline])));
//! for (key, bytes) in bundle.parts.into_iter().filter(|(key, _)| *key == PartKey::Timeline) {
//!     room.feed(key, bytes)?;
//! }
//! assert!(matches!(room.ask(&Request::Timeline(Vec::new())), Ok(Answer::Ready(Reply::Timeline(_)))));
//! # Ok::<(), zeitlupe_core::part::Damage>(())
//! ```

#[cfg(test)]
mod corrections_tests;
mod drawn;
mod find;
#[cfg(test)]
pub(crate) mod fixture;
mod load;
pub mod question;
mod request;
mod search_request;
mod stop;
mod store;
mod suggest;
#[cfg(test)]
mod tests;
mod wire;

pub use load::{LoadedRoom, answer_of, ask_loading};
pub use question::Question;
pub use request::{Answer, Corrected, Drawing, DrawingRequest, Edge, Fault, Place, Reply, Request};
pub use search_request::{
    Concordance, ConcordanceRequest, Facets, Filter, Hit, How, Line, LineOrder, Period, SearchRequest, SearchView, Sort, Suggestion,
    SuggestionKind, TrendPoint, Understood,
};

use crate::article::ArticleId;
use crate::article::Origin;
use crate::bundle::{Base, EntityTable, STORIES};
use crate::entity::table::naming_all;
use crate::entity::{Correction, EntityId, Form};
use crate::order;
use crate::part::{Damage, PartKey, decode};
use crate::timeline::{ItemKind, Timeline};
use crate::view::{AnalysedArticle, CorpusView, Opened, Story};
use std::rc::Rc;
use stop::Stop;
use store::Store;

/// Most articles that [`Request::Places`] reads: those that name the entity most often.
const PLACES_ARTICLES: usize = 40;

/// The loaded parts of one corpus, which answer requests.
pub struct Room {
    store: Store,
}

impl Room {
    /// Opens a corpus from the bytes of its base part.
    pub fn open(base: &[u8]) -> Result<Self, Damage> {
        let (header, payload) = decode(base, PartKey::Base, None)?;
        let base: Base = postcard::from_bytes(payload).map_err(|_| Damage::Content)?;
        Ok(Self { store: Store::new(base, header.corpus) })
    }

    /// The file name of a part.
    pub fn file(&self, key: PartKey) -> String {
        key.file(self.store.corpus())
    }

    /// The corpus as a whole; needs no other part than the base.
    pub fn corpus(&self) -> &CorpusView {
        &self.store.base().corpus
    }

    /// Adds a loaded part, or replaces it.
    ///
    /// # Errors
    /// If it is damaged or belongs to another corpus.
    pub fn feed(&mut self, key: PartKey, bytes: Vec<u8>) -> Result<(), Damage> {
        self.store.feed(key, bytes)
    }

    /// Replies, or returns the parts that are needed first, as many of them at once as can be known.
    pub fn ask(&mut self, request: &Request) -> Result<Answer, Fault> {
        let reply = match request {
            Request::Corpus => Ok(Reply::Corpus(self.corpus().clone())),
            Request::Summaries => self.store.all_summaries().map(Reply::Summaries),
            Request::Search(search) => find::search(&mut self.store, search).map(Reply::Search),
            Request::Stories(count) => self.stories(*count),
            Request::Articles(ids) => self.articles(ids),
            Request::Open(id) => self.open_article(id),
            Request::Marks { article, query } => self.marks(*article, query),
            Request::Concordance(concordance) => find::concordance(&mut self.store, concordance).map(Reply::Concordance),
            Request::Trend { query, filter } => find::trend(&self.store, query, filter).map(Reply::Trend),
            Request::Suggest(query) => suggest::suggestions(&self.store, query).map(Reply::Suggestions),
            Request::Entities => self.store.entities().map(|table| Reply::Entities(table.entities.clone())),
            Request::Places(id) => self.places(*id),
            Request::Companions(id) => self.store.companions(*id).map(Reply::Companions),
            Request::Drawing(request) => drawn::draw(&self.store, request).map(Reply::Drawing),
            Request::Timeline(with) => self.timeline(with).map(Reply::Timeline),
            Request::Witnesses(numbers) => self.store.witnesses(numbers).map(Reply::Witnesses),
            Request::TimelineNames { with, most } => self.timeline_names(with, *most as usize).map(Reply::TimelineNames),
            Request::Within(period) => self.store.within(period).map(|within| Reply::Within(within.map(|within| within.to_vec()))),
            Request::SiteInfo => self.store.site_info().map(|papers| Reply::SiteInfo(Box::new(papers))),
            Request::Payloads(keys) => self.store.payloads(keys).map(Reply::Payloads),
            Request::Correct(corrections) => self.correct(corrections),
        };
        match reply {
            Ok(reply) => {
                self.store.tidy();
                Ok(Answer::Ready(reply))
            }
            Err(Stop::Needs(parts)) => Ok(Answer::Needs(parts)),
            Err(Stop::Fault(fault)) => Err(fault),
        }
    }

    fn correct(&mut self, corrections: &[Correction]) -> Result<Reply, Stop> {
        let stale = self.store.correct(corrections)?;
        Ok(Reply::Corrected(Corrected { stale, built_in: self.store.built_in().to_vec() }))
    }

    fn stories(&mut self, count: u32) -> Result<Reply, Stop> {
        let ids: Vec<ArticleId> = (STORIES..count.min(self.corpus().articles)).map(ArticleId).collect();
        self.store.require(self.store.text_parts(&ids))?;
        let mut stories = self.store.base().stories.clone();
        stories.truncate(count as usize);
        stories.extend(self.store.documents(&ids)?.iter().map(|(_, document)| Story::of(document)));
        Ok(Reply::Stories(stories))
    }

    fn articles(&mut self, ids: &[ArticleId]) -> Result<Reply, Stop> {
        let documents = self.store.documents(ids)?;
        Ok(Reply::Articles(documents.into_iter().map(|(id, document)| (id, AnalysedArticle::clone(&document))).collect()))
    }

    fn open_article(&mut self, id: &str) -> Result<Reply, Stop> {
        let Some(article) = self.store.find(id)? else { return Ok(Reply::Opened(None)) };
        let mut documents = self.store.documents(&[ArticleId(article)])?;
        let Some((_, document)) = documents.pop() else { return Ok(Reply::Opened(None)) };
        let document = AnalysedArticle::clone(&document);
        let evidence = document.article.meta.date.as_ref().map(|date| &date.evidence);
        let by = evidence.filter(|evidence| matches!(evidence.origin, Origin::SharedPassages | Origin::SharedChain));
        let by = by.map(|evidence| self.store.find(&evidence.quote)).transpose()?.flatten();
        let dated_by = by.map(|article| self.store.summary(article).map(|summary| summary.label)).transpose()?;
        Ok(Reply::Opened(Some(Box::new(Opened { article, document, dated_by }))))
    }

    fn marks(&mut self, article: ArticleId, query: &str) -> Result<Reply, Stop> {
        // Marks are shown in any article that is open, also in one that the query does not find as a whole.
        let plan = find::run(&self.store, query).map(|(plan, _)| plan);
        let plan = find::with(&self.store, self.store.text_parts(&[article]), plan)?;
        let read = find::read(&mut self.store, &plan, &[article])?;
        Ok(Reply::Marks(read.into_iter().flat_map(|(_, _, found)| found).map(|(span, ..)| span).collect()))
    }

    fn timeline(&self, with: &[EntityId]) -> Result<Timeline, Stop> {
        self.store.require([PartKey::Timeline].into_iter().chain((!with.is_empty()).then_some(PartKey::Entities)))?;
        let mut timeline = Timeline::clone(self.store.timeline()?);
        if !with.is_empty()
            && let Some(within) = naming_all(&self.store.entities()?.entities, self.store.articles(), with)
        {
            timeline.keep(&within);
        }
        Ok(timeline)
    }

    fn timeline_names(&self, with: &[EntityId], most: usize) -> Result<Vec<(EntityId, Vec<u32>)>, Stop> {
        self.store.require([PartKey::Timeline, PartKey::TimelineNames, PartKey::Entities])?;
        let timeline = self.timeline(with)?;
        let mut wanted = vec![false; self.corpus().items as usize];
        let mut reports = vec![None; self.store.articles()];
        for item in &timeline.items {
            if let Some(wanted) = wanted.get_mut(item.number as usize) {
                *wanted = true;
            }
            if item.kind == ItemKind::Report
                && let Some(report) = reports.get_mut(item.article.0 as usize)
            {
                *report = Some(item.number);
            }
        }
        let mut names = self.store.timeline_names()?;
        names.iter_mut().for_each(|items| items.retain(|number| wanted.get(*number as usize) == Some(&true)));
        let best = order::first(names.len() as u32, most, &mut |a, b| names[b as usize].len().cmp(&names[a as usize].len()));
        let entities = &self.store.entities()?.entities;
        let mut out = Vec::new();
        for id in best {
            let mut items = std::mem::take(&mut names[id as usize]);
            if items.is_empty() {
                continue;
            }
            let counts = entities.get(id as usize).map_or(&[][..], |entity| &entity.counts);
            items.extend(counts.iter().filter_map(|(article, _)| reports.get(article.0 as usize).copied().flatten()));
            order::sort_by_key(&mut items, |number| *number);
            out.push((EntityId(id), items));
        }
        Ok(out)
    }

    fn places(&mut self, id: EntityId) -> Result<Reply, Stop> {
        let ids = articles_with(self.store.entities()?, id);
        let documents = self.store.documents(&ids)?;
        Ok(Reply::Places(documents.iter().flat_map(|(article, document)| places_in(*article, document, id)).collect()))
    }
}

/// The articles that name an entity most often, in order of the corpus.
fn articles_with(table: &EntityTable, id: EntityId) -> Vec<ArticleId> {
    let at = id.0 as usize;
    let Some(entity) = table.entities.get(at) else { return Vec::new() };
    let mut counts = entity.counts.clone();
    counts.extend(table.derived_only.get(at).into_iter().flatten().map(|&article| (article, 0)));
    order::sort_by_key(&mut counts, |&(article, count)| (std::cmp::Reverse(count), article));
    let mut ids: Vec<ArticleId> = counts.into_iter().take(PLACES_ARTICLES).map(|(article, _)| article).collect();
    order::sort_by_key(&mut ids, |id| *id);
    ids
}

fn places_in(article: ArticleId, document: &Rc<AnalysedArticle>, id: EntityId) -> Vec<Place> {
    let text = &document.article.text;
    let piece = |start: u32, end: u32| text.get(start as usize..end as usize).unwrap_or_default().to_owned();
    let place = |form: Form, span: crate::text::Span| {
        let sentence = document.sentence_at(span);
        let pieces = [piece(sentence.start, span.start), piece(span.start, span.end), piece(span.end, sentence.end)];
        Place { article, span, form, sentence: pieces }
    };
    document.names.iter().filter(|name| name.entity == id).map(|name| place(name.form, name.span)).collect()
}
