//! What the parts hold. Changing one of these types changes the format: raise its version in `codec`.

use super::columns::Columns;
use crate::article::ArticleId;
use crate::entity::{Correction, Entity};
use crate::search::Directory;
use crate::view::CorpusView;
use serde::{Deserialize, Serialize};

/// The base part.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Base {
    /// The corpus as a whole.
    pub corpus: CorpusView,
    /// What is known of every article before its text is loaded.
    pub columns: Columns,
    /// The index: which chunk holds what.
    pub index: Directory,
    /// The first article of each chunk of articles.
    #[serde(with = "crate::codec::deltas")]
    pub article_chunks: Vec<u32>,
}

impl Base {
    /// The chunk that holds an article; `None` for one that does not exist.
    pub fn chunk_of(&self, article: ArticleId) -> Option<u32> {
        if article.0 >= self.corpus.articles {
            return None;
        }
        self.article_chunks.partition_point(|&first| first <= article.0).checked_sub(1).map(|chunk| chunk as u32)
    }
}

/// Articles that the front page shows at first.
pub const STORIES: u32 = 24;

/// Articles whose titles make one part.
pub const TITLES: u32 = 10_000;

/// A part with titles.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Titles {
    /// The ids, packed.
    #[serde(with = "crate::codec::bytes")]
    pub ids: Vec<u8>,
    /// The labels, packed.
    #[serde(with = "crate::codec::bytes")]
    pub labels: Vec<u8>,
}

/// What only some questions need to know of every article.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    /// Who wrote each, packed; empty where that is not known.
    #[serde(with = "crate::codec::bytes")]
    pub authors: Vec<u8>,
    /// Words of each.
    pub words: Vec<u32>,
}

/// The part with the entities.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntityTable {
    /// All of them; the place in the list is the [`crate::entity::EntityId`].
    pub entities: Vec<Entity>,
    /// For each, the articles where only derived or part forms or references of it stand: they are not in [`Entity::counts`].
    pub derived_only: Vec<Vec<ArticleId>>,
    /// The corrections that were given to the build, also those that did not fit: what is exported must hold them, too.
    pub corrections: Vec<Correction>,
}

/// A chunk of articles: neighbours, each a [`crate::view::AnalysedArticle`] in postcard, so that one can be read without the others.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleChunk<'b> {
    /// The documents, in order.
    #[serde(borrow)]
    pub documents: Vec<&'b [u8]>,
}
