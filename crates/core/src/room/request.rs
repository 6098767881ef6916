//! Requests and replies: public fields, ready to be shown, sent between threads with postcard.

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

/// What a reader can ask.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Request {
    /// The corpus as a whole: answered by [`Reply::Corpus`].
    Corpus,
    /// What all articles are called, their dates and sources: [`Reply::Summaries`].
    Summaries,
    /// A search: answered by [`Reply::Search`].
    Search(SearchRequest),
    /// The first articles as a front page shows them, at most so many: [`Reply::Stories`].
    Stories(u32),
    /// Articles with their marks, in the order asked for; unknown ids are left out: [`Reply::Articles`].
    Articles(Vec<ArticleId>),
    /// The article of this id: [`Reply::Opened`].
    Open(String),
    /// Where the words of a query stand in one article: [`Reply::Marks`].
    Marks {
        /// The article.
        article: ArticleId,
        /// The query as typed.
        query: String,
    },
    /// Every place of a query with what stands around it: [`Reply::Concordance`].
    Concordance(ConcordanceRequest),
    /// How often a query is found over time: [`Reply::Trend`].
    Trend {
        /// The query as typed.
        query: String,
        /// Only these articles.
        filter: Filter,
    },
    /// What the query that is being typed could become: [`Reply::Suggestions`].
    Suggest(String),
    /// All entities: [`Reply::Entities`].
    Entities,
    /// The places of one entity: [`Reply::Places`].
    Places(EntityId),
    /// Who is named together with one entity: [`Reply::Companions`].
    Companions(EntityId),
    /// Names to be drawn, as a network or on a map: [`Reply::Drawing`].
    Drawing(DrawingRequest),
    /// All items of the timeline from articles that name all of these: [`Reply::Timeline`].
    Timeline(Vec<EntityId>),
    /// The words of these items of the timeline, by number; unknown ones are left out: [`Reply::Witnesses`].
    Witnesses(Vec<u32>),
    /// Those who are named most often in the sentences of the timeline, at most so many, from articles that name all of these: [`Reply::TimelineNames`].
    TimelineNames {
        /// Only items from articles that name all of these.
        with: Vec<EntityId>,
        /// How many.
        most: u32,
    },
    /// Which articles belong to a stretch of time: [`Reply::Within`].
    Within(Period),
    /// The fixed pages, and what lies beside the articles: [`Reply::SiteInfo`].
    SiteInfo,
    /// These corrections of names count from now on, and none that were given before: [`Reply::Corrected`].
    Correct(Vec<Correction>),
}

/// The answer to the [`Request`] of the same name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// To [`Request::Corpus`].
    Corpus(CorpusView),
    /// To [`Request::Summaries`]; the place in the list is the [`ArticleId`].
    Summaries(Vec<Summary>),
    /// To [`Request::Search`].
    Search(SearchView),
    /// To [`Request::Stories`].
    Stories(Vec<Story>),
    /// To [`Request::Articles`].
    Articles(Vec<(ArticleId, AnalysedArticle)>),
    /// To [`Request::Open`]; `None` where the corpus has no such article.
    Opened(Option<Box<Opened>>),
    /// To [`Request::Marks`]: spans into the article's text, in order, not overlapping.
    Marks(Vec<Span>),
    /// To [`Request::Concordance`].
    Concordance(Concordance),
    /// To [`Request::Trend`]: the stretches of time in order, those without a date last.
    Trend(Vec<TrendPoint>),
    /// To [`Request::Suggest`], the best first.
    Suggestions(Vec<Suggestion>),
    /// To [`Request::Entities`], the most frequent first, without regard to the reader's corrections; the place in the list is the
    /// [`EntityId`]. One that a correction took away has no mentions.
    Entities(Vec<Entity>),
    /// To [`Request::Places`].
    Places(Vec<Place>),
    /// To [`Request::Companions`], those first that share most sentences.
    Companions(Vec<Companion>),
    /// To [`Request::Drawing`].
    Drawing(Drawing),
    /// To [`Request::Timeline`].
    Timeline(Timeline),
    /// To [`Request::Witnesses`], in the order asked for: the number of each item, and those who tell it.
    Witnesses(Vec<(u32, Vec<Witness>)>),
    /// To [`Request::TimelineNames`], those with the most items first, each with the numbers of its items: the events in whose sentences it is
    /// named, the reports that name it. Ascending.
    TimelineNames(Vec<(EntityId, Vec<u32>)>),
    /// To [`Request::Within`]: for each article whether it belongs; `None`: all do.
    Within(Option<Vec<bool>>),
    /// To [`Request::SiteInfo`].
    SiteInfo(Box<SiteInfo>),
    /// To [`Request::Correct`].
    Corrected(Corrected),
}

/// What became of corrections.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Corrected {
    /// Those, by their place in the list, that found nothing to correct.
    pub stale: Vec<u32>,
    /// The corrections that the room was built with, on which the reader's rest.
    pub built_in: Vec<Correction>,
}

/// Why there is no reply.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fault {
    /// A part cannot be used.
    Damaged(PartKey, Damage),
    /// A part could not be loaded; the words are the loader's.
    Missing(PartKey, String),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Damaged(key, damage) => write!(f, "part {}: {damage}", key.name()),
            Self::Missing(key, reason) => write!(f, "part {}: it cannot be loaded: {reason}", key.name()),
        }
    }
}

impl std::error::Error for Fault {}

/// A place where an entity stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// In this article.
    pub article: ArticleId,
    /// The mention in the article's text.
    pub span: Span,
    /// In which form it stands.
    pub form: Form,
    /// Its sentence, in three pieces: before, the mention, after.
    pub sentence: [String; 3],
}

/// A drawing of names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DrawingRequest {
    /// On the map, not as a network.
    pub map: bool,
    /// Only names of this kind.
    pub kind: Option<EntityKind>,
    /// On the map, only what articles hold that name all of these.
    pub with: Vec<EntityId>,
    /// On the map, only what articles of this stretch of time hold.
    pub period: Period,
    /// In the network, those named together with this one; on the map, the place in the middle where it is shown closer.
    pub around: Option<EntityId>,
    /// On the map, 0 where most places lie, more: closer, less: further away, up to the whole world.
    pub zoom: i8,
    /// As a phone shows it.
    pub narrow: bool,
}

/// Names where they are drawn.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Drawing {
    /// Its size.
    pub frame: Frame,
    /// The names. In a network around one, that one comes first; on the map the most named.
    pub marks: Vec<Mark>,
    /// In a network, who of them is named with whom, the strongest first.
    pub edges: Vec<Edge>,
    /// On a map, the land, as a path of SVG in tenths of a pixel.
    pub land: String,
    /// On a map, places that lie elsewhere, or are too many.
    pub beyond: u32,
    /// Names of places without a position.
    pub without: u32,
    /// The most frequent of them.
    pub unplaced: Vec<EntityId>,
    /// How close the map is.
    pub zoom: i8,
    /// The zoom that shows the whole world.
    pub furthest: i8,
}

/// Two that are named together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edge {
    /// The two, by their places in the list of marks.
    pub ends: (u32, u32),
    /// Sentences that name both; where there is none, at least one article does.
    pub sentences: u32,
    /// Articles that name both.
    pub articles: u32,
}

/// What [`super::Room::ask`] says.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// The reply.
    Ready(Reply),
    /// These parts first: each to be fed in, then the same question again. Each is a part of the bundle ([`super::Room::file`]) and not loaded yet.
    Needs(Vec<PartKey>),
}
