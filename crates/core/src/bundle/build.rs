//! Builds the parts of a bundle from articles.

use super::columns::Columns;
use super::content::{ArticleChunk, Base, Details, EntityTable, Titles};
use super::content::{STORIES, SUMMARIES, TITLES};
use super::corpus::Corpus;
use super::relations::{RELATED, relations};
use super::revision::{Revised, Revision};
use super::timeline::WITNESSES;
use super::timeline::{TimelineParts, timeline};
use crate::article::{Article, ArticleId};
use crate::caught::caught;
use crate::codec::checksum;
use crate::drawing::outline::Outline;
use crate::entity::{self, Correction, EntityId, EntityKind, Form, Mention};
use crate::event::{self, Event};
use crate::group::{Group, groups};
use crate::parallel::map_in_order;
use crate::part::frame::VERSION;
use crate::part::{PartKey, encode};
use crate::search::{ArticleTerms, IndexBuilder, IndexParts, add_summaries};
use crate::statements::{STATEMENTS, Statements};
use crate::text::{self, Span};
use crate::time::{self, TimeExpression};
use crate::view::{AnalysedArticle, MarkedName, SiteInfo};
use crate::view::{CorpusView, Story, Summary};
use serde::Serialize;
use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

/// Approximate bytes of text in a chunk of articles; an article is never split.
const CHUNK: usize = 64 * 1024;
/// The same for a large corpus, so that the passages of a few hits do not load many unrelated texts.
const SMALL_CHUNK: usize = 8 * 1024;
/// Bytes of text from which a corpus is large.
const MUCH: usize = 512 * 1024;
/// Number of most frequent names of each kind in the base part.
const MOST_NAMED: usize = 6;

/// All parts of a corpus, encoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle {
    /// The hash of the corpus, used in file names ([`PartKey::file`]).
    pub corpus: u64,
    /// The base part, then the others by key.
    pub parts: Vec<(PartKey, Vec<u8>)>,
    /// The indices of corrections that found nothing to correct.
    pub stale: Vec<u32>,
    /// The indices of articles that are left out because their analysis broke down, with the reasons.
    pub failed: Vec<(u32, String)>,
}

/// A stage of [`build`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Analyses every article: sentences, names, dates, words.
    Analyse,
    /// Links names to entities.
    Link,
    /// Builds the index and encodes all parts.
    Write,
}

/// The progress of [`build`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The current stage.
    pub stage: Stage,
    /// Number of articles done in this stage.
    pub done: u32,
    /// Number of all articles.
    pub total: u32,
}

/// Analyses a corpus and encodes its parts. The same articles give the same bytes on every machine.
///
/// `progress` is called after every article, and once at the beginning of each later stage.
pub fn build(corpus: &Corpus, progress: &mut dyn FnMut(Progress)) -> Bundle {
    build_corrected(corpus, &[], progress)
}

/// Like [`build`], with corrections of the names.
pub fn build_corrected(corpus: &Corpus, corrections: &[Correction], progress: &mut dyn FnMut(Progress)) -> Bundle {
    build_with(corpus, corrections, progress, &analyse)
}

/// The same, with another analysis of each article.
fn build_with(
    corpus: &Corpus,
    corrections: &[Correction],
    progress: &mut dyn FnMut(Progress),
    analyse: &(dyn Fn(&Article) -> (Analysis, ArticleTerms) + Sync),
) -> Bundle {
    let total = corpus.articles.len() as u32;
    let mut failed: Vec<(u32, String)> = Vec::new();
    let mut index = IndexBuilder::default();
    let mut analyses: Vec<Analysis> = Vec::with_capacity(corpus.articles.len());
    map_in_order(
        corpus.articles.len(),
        |n| caught(|| analyse(&corpus.articles[n])),
        |n, analysed| {
            match analysed {
                Ok((analysis, terms)) => {
                    index.add(terms);
                    analyses.push(analysis);
                }
                Err(reason) => failed.push((n as u32, reason)),
            }
            progress(Progress { stage: Stage::Analyse, done: n as u32 + 1, total });
        },
    );
    let corpus = &*without(corpus, &failed);
    progress(Progress { stage: Stage::Link, done: 0, total });
    // The index has the names at their original positions.
    let found: Vec<Vec<Span>> = analyses.iter().map(|analysis| analysis.mentions.iter().map(|mention| mention.span).collect()).collect();
    let texts: Vec<&str> = corpus.articles.iter().map(|article| article.text.as_str()).collect();
    let mut mentions: Vec<&mut Vec<Mention>> = analyses.iter_mut().map(|analysis| &mut analysis.mentions).collect();
    entity::remove_common_words(&texts, &mut mentions);
    let named: Vec<(&str, &[Mention])> = texts.into_iter().zip(&analyses).map(|(text, found)| (text, &found.mentions[..])).collect();
    let (entities, links) = entity::link(&named);
    let statements: Vec<Statements> = analyses.iter_mut().map(|analysis| std::mem::take(&mut analysis.statements)).collect();
    let mut events = Vec::with_capacity(analyses.len());
    let mut documents = Vec::with_capacity(analyses.len());
    for ((article, analysis), ids) in corpus.articles.iter().zip(analyses).zip(links) {
        let (document, its_events) = analysis.document(article, &ids);
        documents.push(document);
        events.push(its_events);
    }
    let (table, stale) = corrected(entity_table(entities, &documents), corrections, &mut documents);
    let named = |entity: &entity::Entity| (entity.kind, entity.name.clone(), entity.total());
    index.link(&owners(&found, &documents), table.entities.iter().map(named).collect());
    progress(Progress { stage: Stage::Write, done: 0, total });
    let timeline = timeline(&documents, &events);
    let compared = Compared { groups: groups(&documents, &table.entities), statements };
    let summaries: Vec<Summary> = documents.iter().map(Summary::of).collect();
    let is_long = summaries.len() > SUMMARIES as usize;
    let mut index = index.finish(is_long);
    if is_long {
        add_summaries(&mut index, &summaries.iter().map(to_bytes).collect::<Vec<_>>());
    }
    let analysed = Analysed { timeline, compared, documents: &documents, summaries: &summaries };
    let bundle = write(corpus, &table, &analysed, index, stale);
    Bundle { failed, ..bundle }
}

/// The analysis of an article. Its tokens take much memory and are only needed here.
fn analyse(article: &Article) -> (Analysis, ArticleTerms) {
    let text = text::Document::new(&article.text);
    let analysis = Analysis::of(article, &text);
    let names: Vec<Span> = analysis.mentions.iter().map(|mention| mention.span).collect();
    let terms = ArticleTerms::of(article, &text, &names);
    (Analysis { words: terms.words(), ..analysis }, terms)
}

/// The corpus without the articles whose analysis has failed.
fn without<'c>(corpus: &'c Corpus, failed: &[(u32, String)]) -> Cow<'c, Corpus> {
    let mut corpus = Cow::Borrowed(corpus);
    for (n, _) in failed.iter().rev() {
        corpus.to_mut().articles.remove(*n as usize);
    }
    corpus
}

/// For every original mention the entity that it refers to now, for the index.
fn owners(found: &[Vec<Span>], documents: &[AnalysedArticle]) -> Vec<Vec<Option<u32>>> {
    let of = |(spans, document): (&Vec<Span>, &AnalysedArticle)| {
        let owner = |span: &Span| {
            let name = document.names.iter().find(|name| name.span == *span)?;
            (name.form == Form::Name).then_some(name.entity.0)
        };
        spans.iter().map(owner).collect()
    };
    found.iter().zip(documents).map(of).collect()
}

/// Applies corrections to the table and the documents, and renumbers the entities; returns the indices of corrections that found nothing.
fn corrected(table: EntityTable, corrections: &[Correction], documents: &mut [AnalysedArticle]) -> (EntityTable, Vec<u32>) {
    if corrections.is_empty() {
        return (table, Vec::new());
    }
    let numbers: HashMap<String, u32> = documents.iter().map(|document| document.article.meta.id.clone()).zip(0..).collect();
    let revision = Revision::new(&table.entities, &|id| numbers.get(id).copied(), corrections);
    let affected = revision.articles(&table);
    let mut stale = revision.stale().to_vec();
    let mut before = Vec::new();
    for (n, document) in (0..).zip(documents.iter_mut()) {
        if affected.binary_search(&ArticleId(n)).is_ok() {
            before.push((n, document.names.clone()));
        }
        stale.extend(revision.revise(ArticleId(n), &document.article.text, &mut document.names));
    }
    stale.sort_unstable();
    let revised = |(n, before)| {
        let document: &AnalysedArticle = &documents[n as usize];
        Revised { article: ArticleId(n), text: &document.article.text, before, after: &document.names }
    };
    let revised: Vec<Revised> = before.iter().map(|(n, before): &(u32, Vec<MarkedName>)| revised((*n, before))).collect();
    let table = revision.table(&table, &revised);
    (renumbered(table, corrections, documents), stale)
}

/// The entities that are still named, the most frequent first, in the order of [`entity::link`].
fn renumbered(table: EntityTable, corrections: &[Correction], documents: &mut [AnalysedArticle]) -> EntityTable {
    let mut rows: Vec<(usize, entity::Entity, Vec<ArticleId>)> =
        table.entities.into_iter().zip(table.derived_only).enumerate().map(|(n, (entity, articles))| (n, entity, articles)).collect();
    let count = rows.len();
    rows.retain(|(_, entity, _)| entity.total() + entity.derived > 0);
    rows.sort_by_cached_key(|(n, entity, _)| (std::cmp::Reverse(entity.total()), entity.kind, entity.name.clone(), *n));
    let mut numbers = vec![EntityId(0); count];
    for (new, (old, ..)) in (0..).zip(&rows) {
        numbers[*old] = EntityId(new);
    }
    for name in documents.iter_mut().flat_map(|document| &mut document.names) {
        name.entity = numbers[name.entity.0 as usize];
    }
    let (entities, derived_only) = rows.into_iter().map(|(_, entity, articles)| (entity, articles)).unzip();
    EntityTable { entities, derived_only, corrections: corrections.to_vec() }
}

/// The analysis of one article, independent of the others.
struct Analysis {
    sentences: Vec<Span>,
    mentions: Vec<Mention>,
    times: Vec<TimeExpression>,
    events: Vec<Event>,
    statements: Statements,
    words: u32,
}

impl Analysis {
    /// Analyses an article, whose text is `text`.
    fn of(article: &Article, text: &text::Document) -> Self {
        let date = article.meta.date.as_ref();
        let times = time::recognise_in(text, date, &[]);
        let events = event::events(text, &times, date.map(|date| (date.earliest, date.latest)));
        let mentions = entity::recognise_in(text, entity::model::Model::shipped());
        let statements = Statements::of(text, &mentions, &times);
        Self { sentences: text.sentences().collect(), mentions, times, events, statements, words: 0 }
    }

    /// The document to store, with its names linked to entities, and its events, which are compared with those of other articles.
    fn document(self, article: &Article, ids: &[EntityId]) -> (AnalysedArticle, Vec<Event>) {
        let marked = |(mention, &entity): (Mention, &EntityId)| {
            let Mention { span, kind, form, why, confidence, .. } = mention;
            MarkedName { span, kind, form, entity, why, confidence }
        };
        let names = self.mentions.into_iter().zip(ids).map(marked).collect();
        let document = AnalysedArticle { article: article.clone(), sentences: self.sentences, names, times: self.times, words: self.words };
        (document, self.events)
    }
}

fn entity_table(entities: Vec<entity::Entity>, documents: &[AnalysedArticle]) -> EntityTable {
    let mut derived: Vec<BTreeSet<ArticleId>> = vec![BTreeSet::new(); entities.len()];
    for (n, document) in (0..).zip(documents) {
        for name in document.names.iter().filter(|name| name.form != Form::Name) {
            if let Some(articles) = derived.get_mut(name.entity.0 as usize) {
                articles.insert(ArticleId(n));
            }
        }
    }
    let is_counted = |n: usize, article: &ArticleId| entities[n].counts.binary_search_by_key(article, |(a, _)| *a).is_ok();
    let derived_only =
        derived.into_iter().enumerate().map(|(n, articles)| articles.into_iter().filter(|a| !is_counted(n, a)).collect()).collect();
    EntityTable { entities, derived_only, corrections: Vec::new() }
}

/// What only comparisons need.
struct Compared {
    groups: Vec<Group>,
    /// Of each article.
    statements: Vec<Statements>,
}

/// What is written besides the corpus and its names.
struct Analysed<'a> {
    timeline: TimelineParts,
    compared: Compared,
    documents: &'a [AnalysedArticle],
    summaries: &'a [Summary],
}

fn write(corpus: &Corpus, table: &EntityTable, analysed: &Analysed, index: IndexParts, stale: Vec<u32>) -> Bundle {
    let Analysed { timeline, compared, documents, summaries } = analysed;
    let authors = corpus.articles.iter().map(|article| article.meta.author.clone().unwrap_or_default()).collect();
    let details = Details { authors, words: documents.iter().map(|document| document.words).collect() };
    let stories: Vec<Story> = documents.iter().take(STORIES as usize).map(Story::of).collect();
    let entities = to_bytes(table);
    let entity_bytes = entities.len() as u32;
    let mut payloads = vec![
        (PartKey::Entities, entities),
        (PartKey::Timeline, to_bytes(&timeline.items)),
        (PartKey::TimelineNames, to_bytes(&timeline.names)),
        (PartKey::Details, to_bytes(&details)),
        (PartKey::Outline, to_bytes(&Outline::of_the_world())),
        (PartKey::SiteInfo, to_bytes(&SiteInfo::new(&corpus.articles, &corpus.extras, &corpus.pages))),
        (PartKey::Columns, to_bytes(&Columns::new(&corpus.articles))),
        (PartKey::Groups, to_bytes(&compared.groups)),
    ];
    let mut add = |key: fn(u32) -> PartKey, chunks: Vec<Vec<u8>>| {
        payloads.extend(chunks.into_iter().enumerate().map(|(n, chunk)| (key(n as u32), chunk)));
    };
    add(PartKey::Summaries, summaries.chunks(SUMMARIES as usize).map(to_bytes).collect());
    let titled = if summaries.len() > SUMMARIES as usize { *summaries } else { &[] };
    add(PartKey::Titles, titled.chunks(TITLES as usize).map(titles).collect());
    add(PartKey::Relations, relations(table.entities.len(), documents).chunks(RELATED as usize).map(to_bytes).collect());
    add(PartKey::Witnesses, timeline.witnesses.chunks(WITNESSES as usize).map(to_bytes).collect());
    add(PartKey::Statements, compared.statements.chunks(STATEMENTS as usize).map(to_bytes).collect());
    add(PartKey::Directory, index.borders);
    add(PartKey::Index, index.chunks);
    add(PartKey::Places, index.far);
    add(PartKey::Spelling, index.spelling);
    let (article_chunks, chunks) = article_chunks(documents);
    add(PartKey::Articles, chunks);

    let text_chunks = article_chunks.len() as u32;
    let groups = compared.groups.len() as u32;
    let view = CorpusView { entity_bytes, text_chunks, groups, ..view(corpus, table, timeline, documents) };
    let mut base = Base { corpus: view, stories, index: index.directory, article_chunks };
    let sums: Vec<u8> = payloads.iter().flat_map(|(_, payload)| checksum(&[payload]).to_le_bytes()).collect();
    // Files of different corpora or versions of the format must have different names.
    let sum = checksum(&[&VERSION.to_le_bytes(), &to_bytes(&base), &sums]);
    base.corpus.hash = format!("{sum:016x}");
    let mut parts = vec![(PartKey::Base, encode(PartKey::Base, sum, &to_bytes(&base)))];
    parts.extend(payloads.into_iter().map(|(key, payload)| (key, encode(key, sum, &payload))));
    Bundle { corpus: sum, parts, stale, failed: Vec::new() }
}

/// The corpus as a whole, without the sizes of its parts.
fn view(corpus: &Corpus, table: &EntityTable, timeline: &TimelineParts, documents: &[AnalysedArticle]) -> CorpusView {
    let dates = || corpus.articles.iter().filter_map(|article| article.meta.date.as_ref());
    CorpusView {
        title: corpus.title.clone(),
        articles: documents.len() as u32,
        words: documents.iter().map(|document| document.words).sum(),
        first: dates().map(|date| date.earliest).min(),
        last: dates().map(|date| date.latest).max(),
        entities: table.entities.len() as u32,
        items: timeline.items.len() as u32,
        most_named: most_named(table),
        tasks: corpus.extras.tasks.tasks.len() as u32,
        tours: corpus.extras.tours.len() as u32,
        imprint: !corpus.extras.imprint.is_empty(),
        ..CorpusView::default()
    }
}

fn titles(summaries: &[Summary]) -> Vec<u8> {
    let ids = summaries.iter().map(|summary| summary.id.clone()).collect();
    let labels = summaries.iter().map(|summary| summary.label.clone()).collect();
    to_bytes(&Titles { ids, labels })
}

/// The most frequent names of each kind.
fn most_named(table: &EntityTable) -> Vec<(EntityKind, String, u32)> {
    let mut out = Vec::new();
    for kind in EntityKind::ALL {
        let of_kind = table.entities.iter().filter(|entity| entity.kind == kind && entity.total() > 0);
        out.extend(of_kind.take(MOST_NAMED).map(|entity| (kind, entity.name.clone(), entity.total())));
    }
    out
}

/// The first article of each chunk, and the chunks.
fn article_chunks(documents: &[AnalysedArticle]) -> (Vec<u32>, Vec<Vec<u8>>) {
    let encoded: Vec<Vec<u8>> = documents.iter().map(to_bytes).collect();
    let text: usize = documents.iter().map(|document| document.article.text.len()).sum();
    let limit = if text < MUCH { CHUNK } else { SMALL_CHUNK };
    let mut first = Vec::new();
    let mut chunks: Vec<ArticleChunk> = Vec::new();
    let mut filled = limit;
    for (n, (document, bytes)) in documents.iter().zip(&encoded).enumerate() {
        if filled >= limit {
            first.push(n as u32);
            chunks.push(ArticleChunk::default());
            filled = 0;
        }
        filled += document.article.text.len();
        chunks.last_mut().expect("the first article opens a chunk").documents.push(bytes);
    }
    (first, chunks.iter().map(to_bytes).collect())
}

fn to_bytes<T: Serialize + ?Sized>(value: &T) -> Vec<u8> {
    postcard::to_allocvec(value).expect("these types have lengths and no maps of unknown size, which is all that postcard refuses")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Metadata, Role, Section};

    #[test]
    fn an_article_at_which_the_analysis_breaks_down_costs_only_itself() {
        let article = |id: &str, text: &str| Article {
            meta: Metadata { id: id.into(), ..Metadata::default() },
            text: text.into(),
            sections: vec![Section { role: Role::Paragraph, span: Span::new(0, text.len()) }],
            furniture: Vec::new(),
        };
        let articles = vec![
            article("eins", "Die Ministerin reiste am 4. Februar 2022 nach Wien."),
            article("zwei", "Der Minister reiste am 5. Februar 2022 nach Berlin."),
            article("drei", "Anna Schmidt reiste am 6. Februar 2022 nach Graz."),
        ];
        let fragile = |article: &Article| if article.meta.id == "zwei" { panic!("at {}", article.meta.id) } else { analyse(article) };
        let corpus = Corpus { title: "Reisen".into(), articles, ..Corpus::default() };
        let broken = build_with(&corpus, &[], &mut |_| (), &fragile);
        assert_eq!(broken.failed, [(1, "at zwei".to_owned())]);
        let rest = without(&corpus, &broken.failed);
        assert_eq!(rest.articles.iter().map(|article| article.meta.id.as_str()).collect::<Vec<_>>(), ["eins", "drei"]);
        assert_eq!(Bundle { failed: Vec::new(), ..broken }, build(&rest, &mut |_| ()));
        let none = build_with(&corpus, &[], &mut |_| (), &|_| panic!("always"));
        assert_eq!((none.failed.len(), none.corpus), (3, build(&Corpus { articles: Vec::new(), ..corpus }, &mut |_| ()).corpus));
    }
}
