//! Questions, each with the type of its answer.
//!
//! [`Request`] and [`Reply`] are what is sent between threads; who asks a [`Question`] never sees a reply of another kind.
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
use crate::text::Span;
use crate::timeline;
use crate::view::{self, AnalysedArticle, CorpusView, Opened, Story, Summary, Witness};

/// Something that can be asked of the room.
pub trait Question {
    /// What it is answered by.
    type Answer;

    /// The form in which it is sent.
    fn into_request(self) -> Request;

    /// The answer in a reply; `None` for the reply to another question.
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

/// What all articles are called, their dates and sources; the place in the list is the [`ArticleId`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Summaries;

/// The first articles as a front page shows them, at most so many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stories(pub u32);

/// Articles with their marks, in the order asked for; unknown ids are left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Articles(pub Vec<ArticleId>);

/// The article of this id; `None` where the corpus has no such article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open(pub String);

/// Where the words of a query stand in one article: spans into its text, in order, not overlapping.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marks {
    /// The article.
    pub article: ArticleId,
    /// The query as typed.
    pub query: String,
}

/// How often a query is found over time: the stretches of time in order, those without a date last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trend {
    /// The query as typed.
    pub query: String,
    /// Only these articles.
    pub filter: Filter,
}

/// What the query that is being typed could become, the best first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggest(pub String);

/// All entities; see [`Reply::Entities`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entities;

/// The places of one entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Places(pub EntityId);

/// Who is named together with one entity, those first that share most sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Companions(pub EntityId);

/// All items of the timeline from articles that name all of these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline(pub Vec<EntityId>);

/// The words of these items of the timeline; see [`Reply::Witnesses`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Witnesses(pub Vec<u32>);

/// Who is named most often in the sentences of the timeline; see [`Reply::TimelineNames`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineNames {
    /// Only items from articles that name all of these.
    pub with: Vec<EntityId>,
    /// At most so many names.
    pub most: u32,
}

/// For each article whether it belongs to a stretch of time; `None`: all do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Within(pub Period);

/// The fixed pages, and what lies beside the articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SiteInfo;

/// These corrections of names count from now on, and none that were given before.
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
    Correct => Corrected(Corrected), this => Request::Correct(this.0);
}
