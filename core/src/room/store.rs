//! The loaded parts of one corpus: bytes kept, opened when they are needed.

use super::{Fault, Stop, TimelineItem};
use crate::article::ArticleId;
use crate::bundle::{ArticleChunk, Base, Damage, Document, EntityTable, PartKey, decode};
use crate::search::{Dictionary, Plan};
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

/// Documents that are kept decoded; the bytes of the others stay.
const DECODED: usize = 32;

/// See the module.
pub struct Store {
    base: Base,
    corpus: u64,
    parts: BTreeMap<PartKey, Vec<u8>>,
    dictionary: Option<Dictionary>,
    entities: Option<EntityTable>,
    decoded: VecDeque<(ArticleId, Rc<Document>)>,
}

impl Store {
    pub fn new(base: Base, corpus: u64) -> Self {
        Self { base, corpus, parts: BTreeMap::new(), dictionary: None, entities: None, decoded: VecDeque::new() }
    }

    pub fn base(&self) -> &Base {
        &self.base
    }

    /// Checks a part and keeps it.
    pub fn feed(&mut self, key: PartKey, mut bytes: Vec<u8>) -> Result<(), Damage> {
        let (header, payload) = decode(&bytes, key, Some(self.corpus))?;
        let entry = self.base.entry(key).ok_or(Damage::Foreign)?;
        if header.checksum != entry.checksum {
            return Err(Damage::Foreign);
        }
        match key {
            PartKey::Base => return Err(Damage::Foreign),
            PartKey::Terms => {
                let terms = postcard::from_bytes(payload).map_err(|_| Damage::Content)?;
                self.dictionary = Some(Dictionary::open(terms, self.base.corpus.articles.len())?);
            }
            PartKey::Entities => self.entities = Some(postcard::from_bytes(payload).map_err(|_| Damage::Content)?),
            PartKey::Timeline | PartKey::Postings(_) | PartKey::Articles(_) => {
                let header = bytes.len() - payload.len();
                bytes.drain(..header);
                self.parts.insert(key, bytes);
            }
        }
        Ok(())
    }

    fn has(&self, key: PartKey) -> bool {
        match key {
            PartKey::Base => true,
            PartKey::Terms => self.dictionary.is_some(),
            PartKey::Entities => self.entities.is_some(),
            PartKey::Timeline | PartKey::Postings(_) | PartKey::Articles(_) => self.parts.contains_key(&key),
        }
    }

    /// Those of `keys` that are not loaded; `None` where all are.
    pub fn missing(&self, keys: &[PartKey]) -> Option<Vec<PartKey>> {
        let missing: Vec<PartKey> = keys.iter().copied().filter(|&key| !self.has(key)).collect();
        if missing.is_empty() { None } else { Some(missing) }
    }

    fn require(&self, keys: &[PartKey]) -> Result<(), Stop> {
        self.missing(keys).map_or(Ok(()), |missing| Err(Stop::Needs(missing)))
    }

    pub fn dictionary(&self) -> Result<&Dictionary, Stop> {
        self.dictionary.as_ref().ok_or_else(|| Stop::Needs(vec![PartKey::Terms]))
    }

    pub fn entities(&self) -> Result<&EntityTable, Stop> {
        self.entities.as_ref().ok_or_else(|| Stop::Needs(vec![PartKey::Entities]))
    }

    pub fn timeline(&self) -> Result<Vec<TimelineItem>, Stop> {
        self.require(&[PartKey::Timeline])?;
        self.content(PartKey::Timeline)
    }

    fn content<'s, T: serde::Deserialize<'s>>(&'s self, key: PartKey) -> Result<T, Stop> {
        let bytes = self.parts.get(&key).map_or(&[][..], Vec::as_slice);
        postcard::from_bytes(bytes).map_err(|_| Stop::Fault(Fault::Damaged(key, Damage::Content)))
    }

    /// A chunk of postings, if it is loaded.
    pub fn postings(&self, chunk: u32) -> Option<&[u8]> {
        self.parts.get(&PartKey::Postings(chunk)).map(Vec::as_slice)
    }

    /// The postings that a plan still needs.
    pub fn missing_postings(&self, plan: &Plan) -> Result<Vec<PartKey>, Stop> {
        let chunks = plan.chunks(self.dictionary()?).into_iter().map(PartKey::Postings);
        Ok(chunks.filter(|&key| !self.has(key)).collect())
    }

    /// The chunks of articles that are still needed for these; those of unknown ids are none.
    pub fn missing_for(&self, ids: &[ArticleId]) -> Vec<PartKey> {
        let unread = ids.iter().filter(|id| !self.decoded.iter().any(|(known, _)| known == *id));
        let mut chunks: Vec<PartKey> = unread.filter_map(|&id| self.base.chunk_of(id)).map(PartKey::Articles).collect();
        crate::order::sort_by_key(&mut chunks, |key| *key);
        chunks.dedup();
        chunks.into_iter().filter(|&key| !self.has(key)).collect()
    }

    /// The documents of these ids, in this order; unknown ids are left out.
    pub fn documents(&mut self, ids: &[ArticleId]) -> Result<Vec<(ArticleId, Rc<Document>)>, Stop> {
        let missing = self.missing_for(ids);
        if !missing.is_empty() {
            return Err(Stop::Needs(missing));
        }
        let mut out = Vec::with_capacity(ids.len());
        for &id in ids {
            if let Some(chunk) = self.base.chunk_of(id) {
                out.push((id, self.document(id, chunk)?));
            }
        }
        Ok(out)
    }

    fn document(&mut self, id: ArticleId, chunk: u32) -> Result<Rc<Document>, Stop> {
        if let Some((_, document)) = self.decoded.iter().find(|(known, _)| *known == id) {
            return Ok(Rc::clone(document));
        }
        let key = PartKey::Articles(chunk);
        let damaged = || Stop::Fault(Fault::Damaged(key, Damage::Content));
        let content: ArticleChunk = self.content(key)?;
        let first = self.base.article_chunks.get(chunk as usize).copied().unwrap_or(0);
        let bytes = content.documents.get((id.0 - first) as usize).ok_or_else(damaged)?;
        let document: Rc<Document> = Rc::new(postcard::from_bytes(bytes).map_err(|_| damaged())?);
        if self.decoded.len() == DECODED {
            self.decoded.pop_front();
        }
        self.decoded.push_back((id, Rc::clone(&document)));
        Ok(document)
    }
}
