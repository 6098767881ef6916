//! Requests and replies: plain data, sent between threads with postcard.

use super::search_request::{Concordance, ConcordanceRequest, Filter, Period, SearchRequest, SearchView, Suggestion, TrendPoint};
use crate::article::ArticleId;
use crate::drawing::{Frame, Mark};
use crate::entity::{Companion, Correction, Entity, EntityId, EntityKind, Form};
use crate::part::{Damage, PartKey};
use crate::text::Span;
use crate::timeline::Timeline;
use crate::view::{AnalysedArticle, CorpusView, Opened, SiteInfo, Story, Summary, Witness};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A request to the room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Request {
    /// The corpus as a whole: answered by [`Reply::Corpus`].
    Corpus,
    /// Labels, dates and sources of all articles: [`Reply::Summaries`].
    Summaries,
    /// A search: answered by [`Reply::Search`].
    Search(SearchRequest),
    /// The first articles for the front page, at most this number: [`Reply::Stories`].
    Stories(u32),
    /// Articles with their analysis, in the requested order; unknown ids are left out: [`Reply::Articles`].
    Articles(Vec<ArticleId>),
    /// The article with this id: [`Reply::Opened`].
    Open(String),
    /// The matches of a query in one article: [`Reply::Marks`].
    Marks {
        /// The article.
        article: ArticleId,
        /// The query as typed.
        query: String,
    },
    /// Every match of a query with its context: [`Reply::Concordance`].
    Concordance(ConcordanceRequest),
    /// How often a query is found over time: [`Reply::Trend`].
    Trend {
        /// The query as typed.
        query: String,
        /// Only articles that match it.
        filter: Filter,
    },
    /// Suggestions for the query being typed: [`Reply::Suggestions`].
    Suggest(String),
    /// All entities: [`Reply::Entities`].
    Entities,
    /// The mentions of one entity: [`Reply::Places`].
    Places(EntityId),
    /// The entities named together with one entity: [`Reply::Companions`].
    Companions(EntityId),
    /// A drawing of names, as a network or on a map: [`Reply::Drawing`].
    Drawing(DrawingRequest),
    /// All items of the timeline from articles that name all of these: [`Reply::Timeline`].
    Timeline(Vec<EntityId>),
    /// The articles that report these items of the timeline (by number; unknown ones are left out): [`Reply::Witnesses`].
    Witnesses(Vec<u32>),
    /// The most frequent names in the sentences of the timeline: [`Reply::TimelineNames`].
    TimelineNames {
        /// Only items from articles that name all of these.
        with: Vec<EntityId>,
        /// Most names to return.
        most: u32,
    },
    /// Which articles are within a period: [`Reply::Within`].
    Within(Period),
    /// The fixed pages, imprint, tasks, tours, and counts of metadata: [`Reply::SiteInfo`].
    SiteInfo,
    /// The payloads of these parts, those of which only views make something that are loaded late: [`Reply::Payloads`].
    Payloads(Vec<PartKey>),
    /// Applies these corrections of names, instead of those applied before: [`Reply::Corrected`].
    Correct(Vec<Correction>),
}

/// The answer to the [`Request`] of the same name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// To [`Request::Corpus`].
    Corpus(CorpusView),
    /// To [`Request::Summaries`]; the index is the [`ArticleId`].
    Summaries(Vec<Summary>),
    /// To [`Request::Search`].
    Search(SearchView),
    /// To [`Request::Stories`].
    Stories(Vec<Story>),
    /// To [`Request::Articles`].
    Articles(Vec<(ArticleId, AnalysedArticle)>),
    /// To [`Request::Open`]; `None` if there is no such article.
    Opened(Option<Box<Opened>>),
    /// To [`Request::Marks`]: spans in the article's text, in order, without overlaps.
    Marks(Vec<Span>),
    /// To [`Request::Concordance`].
    Concordance(Concordance),
    /// To [`Request::Trend`]: months in order, articles without a date last.
    Trend(Vec<TrendPoint>),
    /// To [`Request::Suggest`], the best first.
    Suggestions(Vec<Suggestion>),
    /// To [`Request::Entities`], in order of frequency before the reader's corrections; the index is the [`EntityId`]. An entity removed by a
    /// correction has no mentions.
    Entities(Vec<Entity>),
    /// To [`Request::Places`].
    Places(Vec<Place>),
    /// To [`Request::Companions`], those with most common sentences first.
    Companions(Vec<Companion>),
    /// To [`Request::Drawing`].
    Drawing(Drawing),
    /// To [`Request::Timeline`].
    Timeline(Timeline),
    /// To [`Request::Witnesses`], in the requested order: the number of each item, and the articles that report it.
    Witnesses(Vec<(u32, Vec<Witness>)>),
    /// To [`Request::TimelineNames`], those with the most items first, each with the ascending numbers of its items: events with it in their sentence,
    /// and articles that name it.
    TimelineNames(Vec<(EntityId, Vec<u32>)>),
    /// To [`Request::Within`]: for each article whether it is within the period; `None` if all are.
    Within(Option<Vec<bool>>),
    /// To [`Request::SiteInfo`].
    SiteInfo(Box<SiteInfo>),
    /// To [`Request::Payloads`], in the requested order, without those that the bundle does not have.
    Payloads(Vec<Vec<u8>>),
    /// To [`Request::Correct`].
    Corrected(Corrected),
}

/// The result of corrections.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Corrected {
    /// The indices of those that found nothing to correct.
    pub stale: Vec<u32>,
    /// The corrections that the bundle was built with, which are applied before the reader's.
    pub built_in: Vec<Correction>,
}

/// Why there is no reply.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fault {
    /// A part cannot be used.
    Damaged(PartKey, Damage),
    /// A part could not be loaded, with the message of the loader.
    Missing(PartKey, String),
    /// A part of the program could not be loaded, with the message of the loader.
    Program(String),
    /// The room stopped while it answered, for a fault of the program or for want of memory. It may stop again if it is asked again.
    Stopped,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Damaged(key, damage) => write!(f, "part {}: {damage}", key.name()),
            Self::Missing(key, reason) => write!(f, "part {}: it cannot be loaded: {reason}", key.name()),
            Self::Program(reason) => write!(f, "the program cannot be loaded: {reason}"),
            Self::Stopped => f.write_str("the room stopped while it answered"),
        }
    }
}

impl std::error::Error for Fault {}

/// A mention of an entity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The article.
    pub article: ArticleId,
    /// The mention in the article's text.
    pub span: Span,
    /// Its form.
    pub form: Form,
    /// Its sentence in three pieces: before the mention, the mention, after it.
    pub sentence: [String; 3],
}

/// A request for a drawing of names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DrawingRequest {
    /// Whether to draw a map, not a network.
    pub map: bool,
    /// Only names of this kind.
    pub kind: Option<EntityKind>,
    /// For a map: only count articles that name all of these.
    pub with: Vec<EntityId>,
    /// For a map: only count articles within this period.
    pub period: Period,
    /// For a network: only entities named together with this one. For a map: the place in the middle when zoomed in.
    pub around: Option<EntityId>,
    /// For a map: the zoom step; 0 shows most places, higher is closer, lower is further away, up to the whole world.
    pub zoom: i8,
    /// Whether it is for a narrow screen.
    pub narrow: bool,
}

/// A drawing of names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Drawing {
    /// Its size.
    pub frame: Frame,
    /// The names. In a network around one name, that one is first; on a map, the most frequent.
    pub marks: Vec<Mark>,
    /// In a network: pairs named together, the strongest first.
    pub edges: Vec<Edge>,
    /// On a map: the land as an SVG path, in tenths of a pixel.
    pub land: String,
    /// On a map: number of places outside of it, or left out because there are too many.
    pub beyond: u32,
    /// Number of names without coordinates.
    pub without: u32,
    /// The most frequent ones without coordinates.
    pub unplaced: Vec<EntityId>,
    /// The zoom step of the map.
    pub zoom: i8,
    /// The zoom step that shows the whole world.
    pub furthest: i8,
}

/// Two entities that are named together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edge {
    /// Their indices in the list of marks.
    pub ends: (u32, u32),
    /// Number of sentences that name both; may be 0 if only articles do.
    pub sentences: u32,
    /// Number of articles that name both.
    pub articles: u32,
}

/// The result of [`super::Room::ask`].
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// The reply.
    Ready(Reply),
    /// Parts of the bundle that are not loaded yet: feed them in (see [`super::Room::file`]), then ask again.
    Needs(Vec<PartKey>),
}
