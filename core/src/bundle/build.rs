//! From articles to parts.

use super::order::in_order;
use super::{ArticleChunk, Base, Corpus, Document, EntityTable, MarkedName, PartEntry, PartKey, checksum, encode};
use crate::article::{Article, ArticleId, shorten};
use crate::entity::{self, EntityId, Form, Mention};
use crate::room::{CorpusView, ItemKind, Summary, TimelineItem};
use crate::search::{ArticleTerms, Index, IndexBuilder};
use crate::text::{Span, sentences};
use crate::time::{self, TimeExpression};
use serde::Serialize;
use std::collections::BTreeSet;

/// About how many bytes of text go into one chunk of articles; an article is never cut.
const CHUNK: usize = 64 * 1024;
/// About how many characters of a sentence the timeline shows.
const SENTENCE: usize = 240;

/// All parts of a corpus, as bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle {
    /// The base first, then the others by key.
    pub parts: Vec<(PartKey, Vec<u8>)>,
}

/// What [`build`] is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Sentences, names, dates and words of every article.
    Analyse,
    /// Which names are one.
    Link,
    /// The index and the bytes of all parts.
    Write,
}

/// How far [`build`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What it is doing.
    pub stage: Stage,
    /// Articles done in this stage.
    pub done: u32,
    /// Articles in all.
    pub total: u32,
}

/// Analyses a corpus and gives its parts. The same articles give the same bytes, on every machine.
///
/// `progress` is called after every article, and once at the beginning of each later stage.
pub fn build(corpus: &Corpus, progress: &mut dyn FnMut(Progress)) -> Bundle {
    let total = corpus.articles.len() as u32;
    let mut index = IndexBuilder::default();
    let mut analyses: Vec<Analysis> = Vec::with_capacity(corpus.articles.len());
    in_order(
        corpus.articles.len(),
        |n| (Analysis::of(&corpus.articles[n]), ArticleTerms::of(&corpus.articles[n])),
        |n, (mut analysis, terms)| {
            analysis.words = terms.words();
            index.add(terms);
            analyses.push(analysis);
            progress(Progress { stage: Stage::Analyse, done: n as u32 + 1, total });
        },
    );
    progress(Progress { stage: Stage::Link, done: 0, total });
    let named: Vec<(&str, &[Mention])> =
        corpus.articles.iter().zip(&analyses).map(|(a, found)| (a.text.as_str(), &found.mentions[..])).collect();
    let (entities, links) = entity::link(&named);
    progress(Progress { stage: Stage::Write, done: 0, total });
    let table = entity_table(entities, &analyses, &links);
    let summaries: Vec<Summary> = corpus.articles.iter().zip(&analyses).map(|(article, analysis)| analysis.summary(article)).collect();
    let timeline = timeline(corpus, &analyses);
    let documents: Vec<Document> =
        corpus.articles.iter().zip(analyses).zip(links).map(|((article, analysis), ids)| analysis.document(article, &ids)).collect();
    write(&corpus.title, summaries, &table, &timeline, &documents, index.finish())
}

/// What is found in one article without knowing the others.
struct Analysis {
    sentences: Vec<Span>,
    mentions: Vec<Mention>,
    times: Vec<TimeExpression>,
    words: u32,
}

impl Analysis {
    fn of(article: &Article) -> Self {
        let text = &article.text;
        Self {
            sentences: sentences(text),
            mentions: entity::recognise(text),
            times: time::recognise(text, article.meta.date.as_ref()),
            words: 0,
        }
    }

    fn summary(&self, article: &Article) -> Summary {
        Summary {
            meta: article.meta.clone(),
            label: article.label(),
            words: self.words,
            names: self.mentions.len() as u32,
            times: self.times.len() as u32,
        }
    }

    fn document(self, article: &Article, ids: &[EntityId]) -> Document {
        let marked = |(mention, &entity): (Mention, &EntityId)| {
            let Mention { span, kind, form, why, confidence, .. } = mention;
            MarkedName { span, kind, form, entity, why, confidence }
        };
        let names = self.mentions.into_iter().zip(ids).map(marked).collect();
        Document { article: article.clone(), sentences: self.sentences, names, times: self.times }
    }
}

fn entity_table(entities: Vec<entity::Entity>, analyses: &[Analysis], links: &[Vec<EntityId>]) -> EntityTable {
    let mut derived: Vec<BTreeSet<ArticleId>> = vec![BTreeSet::new(); entities.len()];
    for (n, (analysis, ids)) in analyses.iter().zip(links).enumerate() {
        for (mention, id) in analysis.mentions.iter().zip(ids) {
            if mention.form != Form::Name
                && let Some(articles) = derived.get_mut(id.0 as usize)
            {
                articles.insert(ArticleId(n as u32));
            }
        }
    }
    let is_counted = |n: usize, article: &ArticleId| entities[n].counts.binary_search_by_key(article, |(a, _)| *a).is_ok();
    let derived_only =
        derived.into_iter().enumerate().map(|(n, articles)| articles.into_iter().filter(|a| !is_counted(n, a)).collect()).collect();
    EntityTable { entities, derived_only }
}

/// All dated items, by earliest day, then article, then place; those that cannot be placed come last.
fn timeline(corpus: &Corpus, analyses: &[Analysis]) -> Vec<TimelineItem> {
    let mut out = Vec::new();
    for (n, (article, analysis)) in corpus.articles.iter().zip(analyses).enumerate() {
        let id = ArticleId(n as u32);
        if let Some(date) = &article.meta.date {
            out.push(TimelineItem {
                article: id,
                kind: ItemKind::Report,
                earliest: Some(date.earliest),
                latest: Some(date.latest),
                surface: String::new(),
                value: date.iso(),
                text: article.label(),
                span: None,
            });
        }
        out.extend(analysis.times.iter().map(|time| TimelineItem {
            article: id,
            kind: ItemKind::Event(time.kind),
            earliest: time.earliest,
            latest: time.latest,
            surface: time.span.of(&article.text).to_owned(),
            value: time.value.clone(),
            text: around(&article.text, &analysis.sentences, time.span),
            span: Some(time.span),
        }));
    }
    out.sort_by_key(|item| (item.earliest.is_none(), item.earliest, item.article, item.span));
    out
}

/// The sentence that holds `span`, at most about [`SENTENCE`] characters of it, with the span inside.
fn around(text: &str, sentences: &[Span], span: Span) -> String {
    let whole = sentence_of(sentences, span);
    let (sentence, start) = (whole.of(text), span.start - whole.start);
    let before = sentence.get(..start as usize).map_or(0, |words| words.chars().count());
    if before + span.of(text).chars().count() <= SENTENCE * 3 / 4 {
        return shorten(sentence, SENTENCE);
    }
    let from = sentence.char_indices().nth(before.saturating_sub(SENTENCE / 3)).map_or(0, |(at, _)| at);
    let from = sentence[from..].find(' ').map_or(from, |blank| from + blank + 1).min(start as usize);
    format!("… {}", shorten(&sentence[from..], SENTENCE))
}

/// The sentence that holds the beginning of `span`; the span itself where none does.
pub(crate) fn sentence_of(sentences: &[Span], span: Span) -> Span {
    let at = sentences.partition_point(|s| s.start <= span.start);
    let found = at.checked_sub(1).map(|at| sentences[at]).filter(|s| s.end >= span.end);
    found.unwrap_or(span)
}

fn write(
    title: &str,
    articles: Vec<Summary>,
    table: &EntityTable,
    timeline: &[TimelineItem],
    documents: &[Document],
    index: Index,
) -> Bundle {
    let mut payloads =
        vec![(PartKey::Entities, to_bytes(table)), (PartKey::Timeline, to_bytes(timeline)), (PartKey::Terms, to_bytes(&index.terms))];
    payloads.extend(index.postings.into_iter().enumerate().map(|(n, chunk)| (PartKey::Postings(n as u32), chunk)));
    let (article_chunks, chunks) = article_chunks(documents);
    payloads.extend(chunks.into_iter().enumerate().map(|(n, chunk)| (PartKey::Articles(n as u32), chunk)));

    let mut view = CorpusView { title: title.to_owned(), articles, entities: table.entities.len() as u32, hash: String::new() };
    let sums: Vec<u8> = payloads.iter().flat_map(|(_, payload)| checksum(&[payload]).to_le_bytes()).collect();
    let corpus = checksum(&[&to_bytes(&view), &sums]);
    view.hash = format!("{corpus:016x}");

    let mut parts: Vec<(PartKey, Vec<u8>)> = payloads.into_iter().map(|(key, payload)| (key, encode(key, corpus, &payload))).collect();
    let entry = |(key, bytes): &(PartKey, Vec<u8>)| PartEntry {
        key: *key,
        length: bytes.len() as u32,
        checksum: super::decode(bytes, *key, None).map_or(0, |(header, _)| header.checksum),
    };
    let base = Base { corpus: view, parts: parts.iter().map(entry).collect(), article_chunks };
    parts.insert(0, (PartKey::Base, encode(PartKey::Base, corpus, &to_bytes(&base))));
    Bundle { parts }
}

/// The first article of each chunk, and the chunks.
fn article_chunks(documents: &[Document]) -> (Vec<u32>, Vec<Vec<u8>>) {
    let encoded: Vec<Vec<u8>> = documents.iter().map(to_bytes).collect();
    let mut first = Vec::new();
    let mut chunks: Vec<ArticleChunk> = Vec::new();
    let mut filled = CHUNK;
    for (n, (document, bytes)) in documents.iter().zip(&encoded).enumerate() {
        if filled >= CHUNK {
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
