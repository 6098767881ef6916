//! Requests and replies: public fields, ready to be shown, sent between threads with postcard.

use crate::article::{ArticleId, Metadata};
use crate::bundle::{Damage, Document, PartKey};
use crate::entity::{Entity, EntityId, EntityKind, Form};
use crate::text::Span;
use crate::time::{Day, TimeKind};
use serde::{Deserialize, Serialize};

/// What a reader can ask.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Request {
    /// The corpus as a whole: answered by [`Reply::Corpus`].
    Corpus,
    /// A search: answered by [`Reply::Search`].
    Search(SearchRequest),
    /// Articles with their marks, in the order asked for; unknown ids are left out: [`Reply::Articles`].
    Articles(Vec<ArticleId>),
    /// Where the words of a query stand in one article: [`Reply::Marks`].
    Marks {
        /// The article.
        article: ArticleId,
        /// The query as typed.
        query: String,
    },
    /// All entities: [`Reply::Entities`].
    Entities,
    /// The places of one entity: [`Reply::Places`].
    Places(EntityId),
    /// All dated items: [`Reply::Timeline`].
    Timeline,
}

/// The answer to the [`Request`] of the same name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// To [`Request::Corpus`].
    Corpus(CorpusView),
    /// To [`Request::Search`].
    Search(SearchView),
    /// To [`Request::Articles`].
    Articles(Vec<(ArticleId, Document)>),
    /// To [`Request::Marks`]: spans into the article's text, in order, not overlapping.
    Marks(Vec<Span>),
    /// To [`Request::Entities`], the most frequent first; the place in the list is the [`EntityId`].
    Entities(Vec<Entity>),
    /// To [`Request::Places`].
    Places(Vec<Place>),
    /// To [`Request::Timeline`], by earliest day, then article, then place.
    Timeline(Vec<TimelineItem>),
}

/// Why there is no reply.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fault {
    /// A part cannot be used.
    Damaged(PartKey, Damage),
    /// A part could not be loaded; the words are the loader's.
    Missing(PartKey, String),
}

/// One article in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Its metadata.
    pub meta: Metadata,
    /// What to call it, also where it has no title.
    pub label: String,
    /// Words in its text.
    pub words: u32,
    /// Names marked in it.
    pub names: u32,
    /// Dates and times marked in it.
    pub times: u32,
}

/// The corpus as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CorpusView {
    /// The name of the collection; may be empty.
    pub title: String,
    /// All articles; the place in the list is the [`ArticleId`].
    pub articles: Vec<Summary>,
    /// How many entities there are.
    pub entities: u32,
    /// Sixteen hexadecimal digits that change with the content.
    pub hash: String,
}

/// In which order hits come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sort {
    /// The best first.
    #[default]
    Relevance,
    /// The newest first; undated ones last.
    Newest,
    /// The oldest first; undated ones last.
    Oldest,
}

/// Only articles that fit all of these.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filter {
    /// This source (the empty string: no source known).
    pub source: Option<String>,
    /// This month, `2022-02`, or `-` for no date known.
    pub month: Option<String>,
    /// Each of these entities is named.
    pub entities: Vec<EntityId>,
    /// May have appeared on or after this day.
    pub from: Option<Day>,
    /// May have appeared on or before this day.
    pub to: Option<Day>,
}

/// A search.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchRequest {
    /// As typed; anything is a valid query. An empty one finds every article that fits the filter.
    pub query: String,
    /// Only these.
    pub filter: Filter,
    /// In this order.
    pub sort: Sort,
    /// At most so many hits.
    pub limit: u32,
}

/// What a search found.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SearchView {
    /// Articles found, also beyond the limit.
    pub total: u32,
    /// Places found in all of them.
    pub places: u32,
    /// The first of them.
    pub hits: Vec<Hit>,
    /// Values to narrow the search by, with counts under this query and filter.
    pub facets: Facets,
    /// How each typed word was understood.
    pub understood: Vec<Understood>,
}

/// An article found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Hit {
    /// Which one.
    pub article: ArticleId,
    /// The score; comparable within one answer only.
    pub score: f32,
    /// Places in it.
    pub places: u32,
    /// The best passage: pieces of text, `true` where a hit is to be marked.
    pub snippet: Vec<(String, bool)>,
}

/// How a typed word was understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Understood {
    /// As typed.
    pub typed: String,
    /// Forms in the corpus that it stands for, the best first, at most eight.
    pub forms: Vec<String>,
    /// Whether the typed form itself is among them.
    pub exact: bool,
}

/// Values to narrow a search by. Each list has the most frequent first and at most twelve values.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facets {
    /// Sources; the empty string stands for "not known".
    pub sources: Vec<(String, u32)>,
    /// Months as `2022-02`, in order of time, all of them; `-` for no date.
    pub months: Vec<(String, u32)>,
    /// Entities by kind, with the number of articles that name them.
    pub entities: Vec<(EntityId, EntityKind, String, u32)>,
}

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

/// A dated item of the timeline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimelineItem {
    /// In this article.
    pub article: ArticleId,
    /// What kind of time it is.
    pub kind: ItemKind,
    /// First day that it can mean; `None` where it cannot be placed: such items come last.
    pub earliest: Option<Day>,
    /// Last day that it can mean.
    pub latest: Option<Day>,
    /// The words that name the time; empty for a report.
    pub surface: String,
    /// TIMEX3 value; for a report the publication date.
    pub value: String,
    /// The sentence around it; for a report the article's label.
    pub text: String,
    /// The expression in the article's text; `None` for a report.
    pub span: Option<Span>,
}

/// Two kinds of time, never mixed in one mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ItemKind {
    /// When it was reported: the article's own date.
    Report,
    /// When it happened, or will: a date in the text.
    Event(TimeKind),
}
