//! Analysed articles, of which the last ones stay decoded.

use super::Store;
use crate::article::ArticleId;
use crate::bundle::ArticleChunk;
use crate::part::{Damage, PartKey};
use crate::room::request::Fault;
use crate::room::stop::Stop;
use crate::view::AnalysedArticle;
use std::rc::Rc;

/// Most documents that stay decoded.
const DECODED: usize = 32;

impl Store {
    /// The parts with the texts of these articles that are not decoded; unknown ids are ignored.
    pub fn text_parts(&self, ids: &[ArticleId]) -> Vec<PartKey> {
        let unread = ids.iter().filter(|id| !self.decoded.iter().any(|(known, _)| known == *id));
        unread.filter_map(|&id| self.base.chunk_of(id)).map(PartKey::Articles).collect()
    }

    /// The documents with these ids, in this order; unknown ids are left out.
    pub fn documents(&mut self, ids: &[ArticleId]) -> Result<Vec<(ArticleId, Rc<AnalysedArticle>)>, Stop> {
        self.require(self.text_parts(ids))?;
        let mut out = Vec::with_capacity(ids.len());
        for &id in ids {
            if let Some(chunk) = self.base.chunk_of(id) {
                out.push((id, self.document(id, chunk)?));
            }
        }
        Ok(out)
    }

    fn document(&mut self, id: ArticleId, chunk: u32) -> Result<Rc<AnalysedArticle>, Stop> {
        if let Some((_, document)) = self.decoded.iter().find(|(known, _)| *known == id) {
            return Ok(Rc::clone(document));
        }
        let mut document = self.read(id, chunk)?;
        let AnalysedArticle { article, names, .. } = &mut document;
        // Stale corrections were reported when they were applied.
        let _ = self.revision.revise(id, &article.text, names);
        let document = Rc::new(document);
        if self.decoded.len() == DECODED {
            self.decoded.pop_front();
        }
        self.decoded.push_back((id, Rc::clone(&document)));
        Ok(document)
    }

    /// The document as built; its chunk must be loaded.
    pub(super) fn read(&self, id: ArticleId, chunk: u32) -> Result<AnalysedArticle, Stop> {
        let key = PartKey::Articles(chunk);
        let damaged = || Stop::Fault(Fault::Damaged(key, Damage::Content));
        let content: ArticleChunk = self.content(key)?;
        let first = self.base.article_chunks.get(chunk as usize).copied().unwrap_or(0);
        let bytes = content.documents.get((id.0 - first) as usize).ok_or_else(damaged)?;
        postcard::from_bytes(bytes).map_err(|_| damaged())
    }
}
