//! What the parts hold. Changing one of these types changes the format: raise its version in `codec`.

use super::PartKey;
use crate::article::ArticleId;
use crate::entity::Entity;
use crate::room::CorpusView;
use serde::{Deserialize, Serialize};

/// A part in the list of the base.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartEntry {
    /// Which one.
    pub key: PartKey,
    /// Bytes with header.
    pub length: u32,
    /// Its checksum: what its file is named by.
    pub checksum: u64,
}

/// The base part.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Base {
    /// The corpus as a whole, with the metadata of every article.
    pub corpus: CorpusView,
    /// All other parts, by key.
    pub parts: Vec<PartEntry>,
    /// The first article of each chunk of articles.
    pub article_chunks: Vec<u32>,
}

impl Base {
    /// The chunk that holds an article; `None` for one that does not exist.
    pub fn chunk_of(&self, article: ArticleId) -> Option<u32> {
        if article.0 as usize >= self.corpus.articles.len() {
            return None;
        }
        self.article_chunks.partition_point(|&first| first <= article.0).checked_sub(1).map(|chunk| chunk as u32)
    }

    /// What the list says about a part.
    pub fn entry(&self, key: PartKey) -> Option<&PartEntry> {
        self.parts.binary_search_by_key(&key, |entry| entry.key).ok().map(|at| &self.parts[at])
    }
}

/// The part with the entities.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntityTable {
    /// All of them; the place in the list is the [`crate::entity::EntityId`].
    pub entities: Vec<Entity>,
    /// For each, the articles where only derived or part forms or references of it stand: they are not in [`Entity::counts`].
    pub derived_only: Vec<Vec<ArticleId>>,
}

/// A chunk of articles: neighbours, each a [`super::Document`] in postcard, so that one can be read without the others.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleChunk<'b> {
    /// The documents, in order.
    #[serde(borrow)]
    pub documents: Vec<&'b [u8]>,
}
