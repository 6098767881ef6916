//! Typed questions: each has the type of its answer.
//!
//! [`Request`] and [`Reply`] are sent between threads; a [`Question`] makes sure that the reply has the right type.
//!
//! ```
//! use zeitlupe_core::room::question::{Entities, Question, Stories};
//! use zeitlupe_core::room::{Reply, Request};
//! assert_eq!(Stories(24).into_request(), Request::Stories(24));
//! assert_eq!(Stories::answer(Reply::Stories(Vec::new())), Some(Vec::new()));
//! assert_eq!(Entities::answer(Reply::Stories(Vec::new())), None);
//! ```

use super::request::{Corrected, Drawing, DrawingRequest, Place, Reply, Request};
use super::search_request::{Concordance, ConcordanceRequest, Filter, Period, SearchRequest, SearchView, Suggestion, TrendPoint};
use crate::article::ArticleId;
use crate::entity::{Companion, Correction, Entity, EntityId};
use crate::part::PartKey;
use crate::text::Span;
use crate::timeline;
use crate::view::{self, AnalysedArticle, CorpusView, Opened, Story, Summary, Witness};

/// A question to the room.
pub trait Question {
    /// The type of its answer.
    type Answer;

    /// The request to send.
    fn into_request(self) -> Request;

    /// The answer from a reply; `None` if it is the reply to another question.
    fn answer(reply: Reply) -> Option<Self::Answer>;

    /// As [`Self::answer`], by reference.
    fn answer_in(reply: &Reply) -> Option<&Self::Answer>;
}

/// A row: the question, the kind of its reply, the type of its answer, the request.
macro_rules! questions {
    ($($question:ty => $reply:ident($answer:ty), $this:ident => $request:expr;)*) => {$(
        impl Question for $question {
            type Answer = $answer;

            fn into_request(self) -> Request {
                let $this = self;
                $request
            }

            fn answer(reply: Reply) -> Option<$answer> {
                if let Reply::$reply(answer) = reply { Some(answer) } else { None }
            }

            fn answer_in(reply: &Reply) -> Option<&$answer> {
                if let Reply::$reply(answer) = reply { Some(answer) } else { None }
            }
        }
    )*};
}

/// The corpus as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Corpus;

/// Labels, dates and sources of all articles; the index is the [`ArticleId`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Summaries;

/// The first articles for the front page, at most this number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stories(pub u32);

/// Articles with their analysis, in the requested order; unknown ids are left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Articles(pub Vec<ArticleId>);

/// The article with this id; `None` if there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open(pub String);

/// The matches of a query in one article: spans in its text, in order, without overlaps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marks {
    /// The article.
    pub article: ArticleId,
    /// The query as typed.
    pub query: String,
}

/// How often a query is found over time: months in order, articles without a date last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trend {
    /// The query as typed.
    pub query: String,
    /// Only articles that match it.
    pub filter: Filter,
}

/// Suggestions for the query being typed, the best first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggest(pub String);

/// All entities; see [`Reply::Entities`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entities;

/// The mentions of one entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Places(pub EntityId);

/// The entities named together with one entity, those with most common sentences first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Companions(pub EntityId);

/// All items of the timeline from articles that name all of these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline(pub Vec<EntityId>);

/// The articles that report these items of the timeline; see [`Reply::Witnesses`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Witnesses(pub Vec<u32>);

/// The most frequent names in the sentences of the timeline; see [`Reply::TimelineNames`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineNames {
    /// Only items from articles that name all of these.
    pub with: Vec<EntityId>,
    /// Most names to return.
    pub most: u32,
}

/// For each article whether it is within a period; `None` if all are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Within(pub Period);

/// The fixed pages, imprint, tasks, tours, and counts of metadata.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SiteInfo;

/// The payloads of these parts; those that the bundle does not have are left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payloads(pub Vec<PartKey>);

/// Applies these corrections of names, instead of those applied before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correct(pub Vec<Correction>);

questions! {
    Corpus => Corpus(CorpusView), _this => Request::Corpus;
    Summaries => Summaries(Vec<Summary>), _this => Request::Summaries;
    SearchRequest => Search(SearchView), this => Request::Search(this);
    Stories => Stories(Vec<Story>), this => Request::Stories(this.0);
    Articles => Articles(Vec<(ArticleId, AnalysedArticle)>), this => Request::Articles(this.0);
    Open => Opened(Option<Box<Opened>>), this => Request::Open(this.0);
    Marks => Marks(Vec<Span>), this => Request::Marks { article: this.article, query: this.query };
    ConcordanceRequest => Concordance(Concordance), this => Request::Concordance(this);
    Trend => Trend(Vec<TrendPoint>), this => Request::Trend { query: this.query, filter: this.filter };
    Suggest => Suggestions(Vec<Suggestion>), this => Request::Suggest(this.0);
    Entities => Entities(Vec<Entity>), _this => Request::Entities;
    Places => Places(Vec<Place>), this => Request::Places(this.0);
    Companions => Companions(Vec<Companion>), this => Request::Companions(this.0);
    DrawingRequest => Drawing(Drawing), this => Request::Drawing(this);
    Timeline => Timeline(timeline::Timeline), this => Request::Timeline(this.0);
    Witnesses => Witnesses(Vec<(u32, Vec<Witness>)>), this => Request::Witnesses(this.0);
    TimelineNames => TimelineNames(Vec<(EntityId, Vec<u32>)>), this => Request::TimelineNames { with: this.with, most: this.most };
    Within => Within(Option<Vec<bool>>), this => Request::Within(this.0);
    SiteInfo => SiteInfo(Box<view::SiteInfo>), _this => Request::SiteInfo;
    Payloads => Payloads(Vec<Vec<u8>>), this => Request::Payloads(this.0);
    Correct => Corrected(Corrected), this => Request::Correct(this.0);
}
