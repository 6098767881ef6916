//! Searches, concordances, trends and suggestions: what is asked and what comes back.

use crate::article::ArticleId;
use crate::day::Day;
use crate::entity::{EntityId, EntityKind};
use crate::text::Span;
#[cfg(doc)]
use crate::timeline::Timeline;
use crate::view::Summary;
use serde::{Deserialize, Serialize};

/// The order of hits.
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

/// A period, to select articles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    /// Articles that may have appeared on or after this day.
    pub from: Option<Day>,
    /// Articles that may have appeared on or before this day.
    pub to: Option<Day>,
    /// Also articles that mention an event in the period, as [`Timeline::articles_with_events`] finds them.
    pub mentioned: bool,
}

impl Period {
    /// Whether it has neither a beginning nor an end.
    pub fn is_open(&self) -> bool {
        self.from.is_none() && self.to.is_none()
    }
}

/// Restricts a search to articles that match all of these.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filter {
    /// Of this source; the empty string stands for an unknown source.
    pub source: Option<String>,
    /// Of this month, as `2022-02`; `-` stands for an unknown date.
    pub month: Option<String>,
    /// Naming each of these entities.
    pub entities: Vec<EntityId>,
    /// Within this period.
    pub period: Period,
}

/// A search.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchRequest {
    /// As typed; every string is a valid query. An empty one finds every article that matches the filter.
    pub query: String,
    /// Only articles that match it.
    pub filter: Filter,
    /// The order of the hits.
    pub sort: Sort,
    /// Most hits to return.
    pub limit: u32,
    /// Whether to return the best passage of each hit, for which its text is loaded.
    pub passages: bool,
    /// Whether to return facets, for which dates and sources of all articles are loaded. If they are loaded, they are always returned.
    pub facets: bool,
    /// Whether to return facets of names as well, for which the table of all entities is loaded.
    pub names: bool,
}

/// The result of a search.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SearchView {
    /// Number of articles found, including those beyond the limit.
    pub total: u32,
    /// Number of matches in all of them.
    pub places: u32,
    /// Whether no article matches all terms, so that articles with at least one are returned.
    pub partial: bool,
    /// The first ones, up to the limit.
    pub hits: Vec<Hit>,
    /// Values to narrow the search by, with their counts for this query and filter; see [`SearchRequest::facets`].
    pub facets: Option<Facets>,
    /// How each typed word was interpreted.
    pub understood: Vec<Understood>,
    /// Operators and fields that could not be used, as typed.
    pub ignored: Vec<String>,
    /// If nothing was found with the filter: number of articles found without it.
    pub unfiltered: u32,
}

/// An article found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Hit {
    /// The article.
    pub article: ArticleId,
    /// Its label, date and source.
    pub summary: Summary,
    /// The score; only comparable within one result.
    pub score: f32,
    /// Number of matches in it.
    pub places: u32,
    /// The best passage as pieces of text, `true` for a match. Empty unless passages were requested.
    pub snippet: Vec<(String, bool)>,
    /// Positions of the matches in thousandths of the text length. Empty unless passages were requested.
    pub strip: Vec<u16>,
}

/// How a typed word was interpreted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Understood {
    /// As typed.
    pub typed: String,
    /// Forms in the corpus that it matches, the best first, at most eight.
    pub forms: Vec<String>,
    /// Number of further forms.
    pub more: u32,
    /// How the best form matches.
    pub how: How,
    /// Number of articles with one of the forms.
    pub articles: u32,
}

/// How the best form of a word matches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum How {
    /// Not at all.
    #[default]
    Nothing,
    /// As typed.
    Exact,
    /// In another form or spelling, as a part of a compound, or as the beginning of a word.
    Form,
    /// As another name of the same entity.
    Name,
    /// As a word of the same stem.
    Related,
    /// With a typo corrected.
    Typo,
}

/// A request for a concordance.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConcordanceRequest {
    /// As typed.
    pub query: String,
    /// Only articles that match it.
    pub filter: Filter,
    /// The order of the lines.
    pub order: LineOrder,
    /// Most articles to read, the best first.
    pub articles: u32,
}

/// The order of the lines of a concordance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum LineOrder {
    /// By article, the best first, then by position.
    #[default]
    Place,
    /// By the word before the match, then the one before that.
    Left,
    /// By the word after the match.
    Right,
}

/// Every match of a query with its context (keyword in context).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Concordance {
    /// The lines, in order.
    pub lines: Vec<Line>,
    /// The articles of the lines.
    pub articles: Vec<(ArticleId, Summary)>,
    /// Number of articles found; if it is more than were read, lines are missing.
    pub total: u32,
}

/// One line of a concordance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The article.
    pub article: ArticleId,
    /// The match in the article's text.
    pub span: Span,
    /// The text before the match, the match, and the text after it, without line breaks.
    pub text: [String; 3],
}

/// One month of a trend.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrendPoint {
    /// The month as `2022-02`; `-` for unknown dates.
    pub month: String,
    /// Number of matches.
    pub places: u32,
    /// Number of articles found.
    pub found: u32,
    /// Number of all articles of the month that match the filter.
    pub articles: u32,
    /// Number of words in these.
    pub words: u32,
}

/// A completion of a partly typed query.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggestion {
    /// What it is.
    pub kind: SuggestionKind,
    /// The word, name or title.
    pub text: String,
    /// Number of articles with it; 1 for a title.
    pub articles: u32,
}

/// The kind of a suggestion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SuggestionKind {
    /// A word of the corpus.
    Word,
    /// A name of this kind.
    Name(EntityKind),
    /// The title of the article with this id.
    Title(String),
}

/// Values to narrow a search by; each list with the most frequent first, at most twelve.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facets {
    /// Sources; the empty string stands for an unknown source.
    pub sources: Vec<(String, u32)>,
    /// All months as `2022-02`, in order; `-` stands for unknown dates.
    pub months: Vec<(String, u32)>,
    /// Entities by kind, with the number of articles that name them.
    pub entities: Vec<(EntityId, EntityKind, String, u32)>,
}
