//! The contents of the parts. A change of these types requires a new version of the format, `VERSION` in `part::frame`.

use crate::article::ArticleId;
use crate::entity::{Correction, Entity};
use crate::search::Directory;
use crate::view::{CorpusView, Story};
use serde::{Deserialize, Serialize};

/// The base part.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Base {
    /// The corpus as a whole.
    pub corpus: CorpusView,
    /// The first articles, for the front page.
    pub stories: Vec<Story>,
    /// The directory of the index.
    pub index: Directory,
    /// The first article of each chunk of articles.
    #[serde(with = "crate::codec::deltas")]
    pub article_chunks: Vec<u32>,
}

impl Base {
    /// The chunk of an article; `None` if there is no such article.
    pub fn chunk_of(&self, article: ArticleId) -> Option<u32> {
        if article.0 >= self.corpus.articles {
            return None;
        }
        self.article_chunks.partition_point(|&first| first <= article.0).checked_sub(1).map(|chunk| chunk as u32)
    }
}

/// Number of articles that the front page shows first.
pub const STORIES: u32 = 24;

/// Number of articles in a part with summaries. A corpus with no more has its titles only there.
pub const SUMMARIES: u32 = 64;

/// Number of articles in a part with titles.
pub const TITLES: u32 = 10_000;

/// A part with titles, for lists of all articles.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Titles {
    /// The ids.
    pub ids: Vec<String>,
    /// The labels.
    pub labels: Vec<String>,
}

/// Metadata of every article that only some requests need.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    /// The author of each article; empty if unknown.
    pub authors: Vec<String>,
    /// The number of words of each article.
    pub words: Vec<u32>,
}

/// The part with the entities.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntityTable {
    /// All entities; the index is the [`crate::entity::EntityId`].
    pub entities: Vec<Entity>,
    /// For each entity the articles that only mention it by other forms than [`crate::entity::Form::Name`]: these are not in [`Entity::counts`].
    pub derived_only: Vec<Vec<ArticleId>>,
    /// The corrections of the build, including those that found nothing, so that they can be exported again.
    pub corrections: Vec<Correction>,
}

/// A chunk of consecutive articles, each a [`crate::view::AnalysedArticle`] in postcard, so that it can be decoded without the others.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleChunk<'b> {
    /// The documents, in order.
    #[serde(borrow)]
    pub documents: Vec<&'b [u8]>,
}
