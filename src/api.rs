//! `window.zeitlupe`: the room as an API for scripts and the console.
//!
//! | call | gives |
//! | --- | --- |
//! | `zeitlupe.ready` | a promise, fulfilled with `{title, articles, hash}` once questions can be answered |
//! | `zeitlupe.search(query, {limit, snippets})` | a promise of `{total, hits: [{id, title, date, source, score, snippet}]}`; `snippet` is `null` without `snippets: true`, for which the texts of the hits are loaded, unless the corpus is so small that this costs nothing |
//! | `zeitlupe.article(id)` | a promise of `{id, title, date, source, author, url, text, names, times}`, or of `null` if there is none |
//! | `zeitlupe.entities()` | a promise of `[{name, type, forms, mentions, articles}]` |
//! | `zeitlupe.names(text)` | a promise of `[{start, end, type, form, name, why, confidence}]`, the names in a given text; loads the recogniser at the first call, which a single file and `cargo xtask serve` do not have |
//! | `zeitlupe.times(text, published)` | a promise of `[{start, end, type, value, earliest, latest, anchor, reason}]`, the dates and times in a given text published on `published`: `YYYY-MM-DD`, `YYYY-MM`, `YYYY`, the `date` of an article, or nothing, in which case relative times stay open (`value` is empty, the days are `null`); loads a recogniser like `names` |
//! | `zeitlupe.timeline()` | a promise of `[{article, kind, mode, earliest, latest, value, surface, text, articles, disagree}]`; `articles` are those that report it, `disagree` says whether they name different days |
//!
//! Positions are UTF-16 units, as JavaScript counts them. A promise is rejected with an `Error` if data are missing or damaged.

use crate::recogniser::Recogniser;
use crate::service::Service;
use js_sys::{Function, Object, Promise, Reflect};
use serde::Serialize;
use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;
use zeitlupe_core::article::ArticleId;
use zeitlupe_core::day::Day;
use zeitlupe_core::room::{Fault, SearchRequest, question};
use zeitlupe_core::timeline::{Item, ItemKind};
use zeitlupe_core::view::{CorpusView, Summary, Witness};

/// The number of hits without a given limit.
const DEFAULT_LIMIT: u32 = 20;

#[derive(Serialize)]
struct About {
    title: String,
    articles: u32,
    hash: String,
}

#[derive(Serialize)]
struct Found {
    total: u32,
    hits: Vec<FoundHit>,
}

#[derive(Serialize)]
struct FoundHit {
    id: String,
    title: String,
    date: Option<String>,
    source: Option<String>,
    score: f32,
    snippet: Option<String>,
}

#[derive(Serialize)]
struct Opened {
    id: String,
    title: String,
    date: Option<String>,
    source: Option<String>,
    author: Option<String>,
    url: Option<String>,
    text: String,
    names: Vec<OpenedName>,
    times: Vec<OpenedTime>,
}

#[derive(Serialize)]
struct OpenedName {
    start: u32,
    end: u32,
    r#type: &'static str,
    form: &'static str,
    entity: u32,
}

#[derive(Serialize)]
struct OpenedTime {
    start: u32,
    end: u32,
    value: String,
    earliest: Option<String>,
    latest: Option<String>,
}

#[derive(Serialize)]
struct Named {
    name: String,
    r#type: &'static str,
    forms: Vec<String>,
    mentions: u32,
    articles: Vec<String>,
}

#[derive(Serialize)]
struct Dated {
    article: String,
    kind: &'static str,
    earliest: Option<String>,
    latest: Option<String>,
    value: String,
    surface: String,
    text: String,
    mode: Option<&'static str>,
    articles: Vec<String>,
    disagree: bool,
}

#[derive(Clone)]
struct Api {
    service: Service,
    corpus: Rc<RefCell<Option<Rc<CorpusView>>>>,
}

/// Installs `window.zeitlupe`.
pub fn offer(service: &Service) {
    let api = Api { service: service.clone(), corpus: Rc::default() };
    let object = Object::new();
    let ready = api.clone();
    put(&object, "ready", &promise(async move { ready.about().await }));
    put(
        &object,
        "search",
        &function({
            let api = api.clone();
            move |query, options| {
                let api = api.clone();
                promise(async move { api.search(query, options).await })
            }
        }),
    );
    put(
        &object,
        "article",
        &function({
            let api = api.clone();
            move |id, _| {
                let api = api.clone();
                promise(async move { api.article(id).await })
            }
        }),
    );
    put(
        &object,
        "entities",
        &function({
            let api = api.clone();
            move |_, _| {
                let api = api.clone();
                promise(async move { api.entities().await })
            }
        }),
    );
    put(
        &object,
        "timeline",
        &function(move |_, _| {
            let api = api.clone();
            promise(async move { api.timeline().await })
        }),
    );
    for (kind, is_dated) in [("names", false), ("times", true)] {
        let recogniser = Recogniser::of(kind);
        let find = function(move |text, published| {
            let recogniser = recogniser.clone();
            let published = if is_dated { published } else { JsValue::UNDEFINED };
            future_to_promise(async move { recogniser.find(text, published).await.map_err(|words| js_sys::Error::new(&words).into()) })
        });
        put(&object, kind, &find);
    }
    put(&js_sys::global(), "zeitlupe", &object);
}

fn put(object: &Object, name: &str, value: &JsValue) {
    // Setting a property of a plain object cannot fail.
    let set = Reflect::set(object, &JsValue::from_str(name), value);
    debug_assert!(set.is_ok());
}

fn function(f: impl FnMut(JsValue, JsValue) -> Promise + 'static) -> Function {
    Closure::<dyn FnMut(JsValue, JsValue) -> Promise>::new(f).into_js_value().unchecked_into()
}

fn promise<T: Serialize>(answer: impl Future<Output = Result<T, String>> + 'static) -> Promise {
    let answer = async move {
        let value = answer.await.map_err(|words| JsValue::from(js_sys::Error::new(&words)))?;
        value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).map_err(JsValue::from)
    };
    // Boxed, so that the code around a promise is in the wasm only once.
    let answer: Pin<Box<dyn Future<Output = Result<JsValue, JsValue>>>> = Box::pin(answer);
    future_to_promise(answer)
}

fn words(fault: Fault) -> String {
    match &fault {
        Fault::Missing(key, words) => format!("{}: {words}", key.name()),
        Fault::Damaged(key, damage) => format!("{}: {damage}", key.name()),
        Fault::Stopped => fault.to_string(),
    }
}

impl Api {
    async fn corpus(&self) -> Result<Rc<CorpusView>, String> {
        if let Some(corpus) = &*self.corpus.borrow() {
            return Ok(corpus.clone());
        }
        let corpus = self.service.ask(question::Corpus).await.map_err(words)?;
        Ok(self.corpus.borrow_mut().get_or_insert(Rc::new(corpus)).clone())
    }

    async fn summaries(&self) -> Result<Vec<Summary>, String> {
        self.service.ask(question::Summaries).await.map_err(words)
    }

    async fn about(&self) -> Result<About, String> {
        let corpus = self.corpus().await?;
        Ok(About { title: corpus.title.clone(), articles: corpus.articles, hash: corpus.hash.clone() })
    }

    async fn search(&self, query: JsValue, options: JsValue) -> Result<Found, String> {
        let query = query.as_string().ok_or("search: expected a string as query")?;
        let limit =
            if options.is_object() { Reflect::get(&options, &JsValue::from_str("limit")).unwrap_or_default() } else { JsValue::UNDEFINED };
        let limit = match limit.as_f64() {
            Some(limit) if limit >= 0.0 => limit as u32,
            None if limit.is_undefined() => DEFAULT_LIMIT,
            _ => return Err("search: expected a whole number as limit".into()),
        };
        let wanted = if options.is_object() {
            Reflect::get(&options, &JsValue::from_str("snippets")).unwrap_or_default()
        } else {
            JsValue::UNDEFINED
        };
        let passages = if wanted.is_undefined() { self.corpus().await?.is_small() } else { wanted.is_truthy() };
        let request = SearchRequest { query, limit, passages, ..SearchRequest::default() };
        let view = self.service.ask(request).await.map_err(words)?;
        let hit = |hit: zeitlupe_core::room::Hit| {
            let snippet = passages.then(|| hit.snippet.into_iter().map(|(text, _)| text).collect());
            let Summary { id, label, date, source, .. } = hit.summary;
            FoundHit { id, title: label, date: date.map(|d| d.iso()), source, score: hit.score, snippet }
        };
        Ok(Found { total: view.total, hits: view.hits.into_iter().map(hit).collect() })
    }

    async fn article(&self, id: JsValue) -> Result<Option<Opened>, String> {
        let id = id.as_string().ok_or("article: expected a string as id")?;
        let opened = self.service.ask(question::Open(id.clone())).await.map_err(words)?;
        let Some(document) = opened.map(|opened| opened.document) else { return Ok(None) };
        let title = document.article.label();
        let text = document.article.text;
        let unit = |byte: u32| text.get(..byte as usize).unwrap_or_default().encode_utf16().count() as u32;
        let names = document.names.iter().map(|name| OpenedName {
            start: unit(name.span.start),
            end: unit(name.span.end),
            r#type: name.kind.code(),
            form: name.form.code(),
            entity: name.entity.0,
        });
        let times = document.times.iter().map(|time| OpenedTime {
            start: unit(time.span.start),
            end: unit(time.span.end),
            value: time.value.clone(),
            earliest: time.earliest.map(Day::iso),
            latest: time.latest.map(Day::iso),
        });
        let (names, times) = (names.collect(), times.collect());
        let meta = document.article.meta;
        let date = meta.date.map(|date| date.iso());
        Ok(Some(Opened { id, title, date, source: meta.source, author: meta.author, url: meta.url, text, names, times }))
    }

    async fn entities(&self) -> Result<Vec<Named>, String> {
        let articles = self.summaries().await?;
        let list = self.service.ask(question::Entities).await.map_err(words)?;
        let named = |entity: zeitlupe_core::entity::Entity| Named {
            r#type: entity.kind.code(),
            mentions: entity.total(),
            articles: entity.counts.iter().filter_map(|(id, _)| Some(articles.get(id.0 as usize)?.id.clone())).collect(),
            forms: entity.forms.into_iter().map(|(form, _)| form).collect(),
            name: entity.name,
        };
        Ok(list.into_iter().map(named).collect())
    }

    async fn timeline(&self) -> Result<Vec<Dated>, String> {
        let articles = self.summaries().await?;
        let timeline = self.service.ask(question::Timeline(Vec::new())).await.map_err(words)?;
        let numbers = (0..timeline.items.len() as u32).collect();
        let reported = self.service.ask(question::Witnesses(numbers)).await.map_err(words)?;
        let called = |article: ArticleId| articles.get(article.0 as usize).map(|summary| summary.id.clone()).unwrap_or_default();
        let dated = |(item, (_, reported)): (Item, (u32, Vec<Witness>))| {
            let first = reported.into_iter().next();
            let time = first.as_ref().and_then(|witness| witness.time.as_ref());
            Dated {
                article: called(item.article),
                kind: if item.kind == ItemKind::Report { "report" } else { "event" },
                mode: match item.kind {
                    ItemKind::Report => None,
                    ItemKind::Event(mode) => Some(["past", "present", "planned", "denied", "open"][mode as usize]),
                },
                earliest: item.days.map(|(from, _)| from.iso()),
                latest: item.days.map(|(_, to)| to.iso()),
                value: time.map_or_else(|| item.days.map(|(from, _)| from.iso()).unwrap_or_default(), |time| time.value.clone()),
                surface: first.as_ref().map(|witness| witness.surface.clone()).unwrap_or_default(),
                text: first.map(|witness| witness.text).unwrap_or_default(),
                articles: timeline.articles(&item).map(called).collect(),
                disagree: item.disagree,
            }
        };
        Ok(timeline.items.iter().copied().zip(reported).map(dated).collect())
    }
}
