//! Searches, concordances, trends and suggestions: what is asked and what comes back.

use crate::article::ArticleId;
use crate::day::Day;
use crate::entity::{EntityId, EntityKind};
use crate::text::Span;
#[cfg(doc)]
use crate::timeline::Timeline;
use crate::view::Summary;
use serde::{Deserialize, Serialize};

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

/// A stretch of time, by which articles are chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    /// May have appeared on or after this day.
    pub from: Option<Day>,
    /// May have appeared on or before this day.
    pub to: Option<Day>,
    /// Also those that tell of something on these days, of which see [`Timeline::telling_of`].
    pub told: bool,
}

impl Period {
    /// Whether it holds all of time.
    pub fn is_open(&self) -> bool {
        self.from.is_none() && self.to.is_none()
    }
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
    /// Belongs to this stretch of time.
    pub period: Period,
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
    /// With the best passage of each, for which its text is loaded.
    pub passages: bool,
    /// With the names in the found articles, for which the table of all entities is loaded.
    pub names: bool,
}

/// What a search found.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SearchView {
    /// Articles found, also beyond the limit.
    pub total: u32,
    /// Places found in all of them.
    pub places: u32,
    /// Whether no article has everything that was asked for, so that those were taken that have some of it.
    pub some: bool,
    /// The first of them.
    pub hits: Vec<Hit>,
    /// Values to narrow the search by, with counts under this query and filter.
    pub facets: Facets,
    /// How each typed word was understood.
    pub understood: Vec<Understood>,
    /// Operators and fields that could not be used, as typed.
    pub ignored: Vec<String>,
    /// Articles found without the filter, where there is one and nothing was found with it.
    pub unfiltered: u32,
}

/// An article found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Hit {
    /// Which one.
    pub article: ArticleId,
    /// What it is called, its date and source.
    pub summary: Summary,
    /// The score; comparable within one answer only.
    pub score: f32,
    /// Places in it.
    pub places: u32,
    /// The best passage: pieces of text, `true` where a hit is to be marked. Empty where none was asked for.
    pub snippet: Vec<(String, bool)>,
    /// Where in the text the hits stand, each in thousandths of its length. Empty where no passage was asked for.
    pub strip: Vec<u16>,
}

/// How a typed word was understood.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Understood {
    /// As typed.
    pub typed: String,
    /// Forms in the corpus that it stands for, the best first, at most eight.
    pub forms: Vec<String>,
    /// How many more there are.
    pub more: u32,
    /// As what the best of them was found.
    pub how: How,
    /// Articles that hold one of them.
    pub articles: u32,
}

/// As what a word was found, at best.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum How {
    /// Not at all.
    #[default]
    Nothing,
    /// As typed.
    Exact,
    /// In another form or spelling, as a part of a compound, or as the beginning of a word.
    Form,
    /// As another name of the same bearer.
    Name,
    /// As a word of the same stem.
    Related,
    /// With a typo put right.
    Typo,
}

/// A concordance.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConcordanceRequest {
    /// As typed.
    pub query: String,
    /// Only these articles.
    pub filter: Filter,
    /// In which order the lines come.
    pub order: LineOrder,
    /// At most so many articles are read, the best first.
    pub articles: u32,
}

/// In which order the lines of a concordance come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum LineOrder {
    /// By article, the best first, then by place.
    #[default]
    Place,
    /// By the word before the hit, then the one before that.
    Left,
    /// By the word behind the hit.
    Right,
}

/// Every place of a query with what stands around it: keyword in context.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Concordance {
    /// The lines, in order.
    pub lines: Vec<Line>,
    /// The articles that they stand in.
    pub articles: Vec<(ArticleId, Summary)>,
    /// Articles found in all; where more than were read, the lines are not all.
    pub total: u32,
}

/// One line of a concordance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// In this article.
    pub article: ArticleId,
    /// The hit in the article's text.
    pub span: Span,
    /// What stands before it, the hit, what stands behind it; without line ends.
    pub text: [String; 3],
}

/// A stretch of time of a trend.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrendPoint {
    /// Year and month, `2022-02`; `-` where no month is known.
    pub month: String,
    /// Places found in it.
    pub places: u32,
    /// Articles found in it.
    pub found: u32,
    /// All its articles that fit the filter.
    pub articles: u32,
    /// Words in these.
    pub words: u32,
}

/// What a query in the making could become.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggestion {
    /// What it is.
    pub kind: SuggestionKind,
    /// A word, a name, a title.
    pub text: String,
    /// Articles that hold it; 1 for a title.
    pub articles: u32,
}

/// What a suggestion is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SuggestionKind {
    /// A word of the corpus.
    Word,
    /// A name of this kind.
    Name(EntityKind),
    /// The title of the article with this id.
    Title(String),
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
