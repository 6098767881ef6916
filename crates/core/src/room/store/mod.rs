//! The loaded parts of one corpus, decoded when they are needed.

mod documents;
mod facts;
mod names;
mod summaries;
mod timeline;

use super::request::Fault;
use super::search_request::Period;
use super::stop::Stop;
use crate::article::ArticleId;
use crate::bundle::{Base, Columns, Details, EntityTable, RELATED, Revision, Row, SUMMARIES, TITLES, Titles, WITNESSES};
use crate::day::Day;
use crate::drawing::outline::Outline;
use crate::part::{Damage, PartKey, Shelf, decode};
use crate::search::Index;
use crate::statements::STATEMENTS;
use crate::timeline::{Items, Timeline};
use crate::view::{AnalysedArticle, SiteInfo};
use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

/// Bytes of parts above which the least recently used are let go.
const LIMIT: usize = 12 << 20;

/// The loaded parts of one corpus.
pub struct Store {
    base: Base,
    corpus: u64,
    columns: Option<(Columns, Vec<Row>)>,
    index: Index,
    titles: BTreeMap<u32, Titles>,
    details: Option<Details>,
    /// Parts that are decoded at each use.
    parts: Shelf<Vec<u8>>,
    timeline: Option<Rc<Timeline>>,
    /// The last requested period, and its articles.
    within: RefCell<Option<(Period, Rc<Vec<bool>>)>>,
    /// The entities as built.
    entities: Option<EntityTable>,
    /// The entities after the reader's corrections, if there are any.
    corrected: Option<EntityTable>,
    revision: Revision,
    decoded: VecDeque<(ArticleId, Rc<AnalysedArticle>)>,
}

impl Store {
    pub fn new(mut base: Base, corpus: u64) -> Self {
        let index = Index::new(std::mem::take(&mut base.index));
        Self {
            base,
            corpus,
            columns: None,
            index,
            titles: BTreeMap::new(),
            details: None,
            timeline: None,
            within: RefCell::default(),
            parts: Shelf::default(),
            entities: None,
            corrected: None,
            revision: Revision::default(),
            decoded: VecDeque::new(),
        }
    }

    pub fn base(&self) -> &Base {
        &self.base
    }

    /// The hash of the corpus.
    pub fn corpus(&self) -> u64 {
        self.corpus
    }

    pub fn index(&self) -> &Index {
        &self.index
    }

    /// Number of articles.
    pub fn articles(&self) -> usize {
        self.base.corpus.articles as usize
    }

    /// The columns, and their rows, one for each article.
    pub fn columns(&self) -> Result<&(Columns, Vec<Row>), Stop> {
        self.columns.as_ref().ok_or_else(|| Stop::Needs(vec![PartKey::Columns]))
    }

    /// Lets parts go that were not used for the longest time, if there are many; to be called after each answer.
    pub fn tidy(&mut self) {
        self.index.tidy();
        self.parts.tidy(LIMIT);
    }

    /// Checks and adds a part.
    pub fn feed(&mut self, key: PartKey, mut bytes: Vec<u8>) -> Result<(), Damage> {
        let (_, payload) = decode(&bytes, key, Some(self.corpus))?;
        if !self.exists(key) {
            return Err(Damage::Foreign);
        }
        let header = bytes.len() - payload.len();
        match key {
            PartKey::Base => return Err(Damage::Foreign),
            PartKey::Timeline => {
                let items: Items = postcard::from_bytes(payload).map_err(|_| Damage::Content)?;
                self.timeline = Some(Rc::new(items.unpack().ok_or(Damage::Content)?));
            }
            PartKey::Entities => self.entities = Some(postcard::from_bytes(payload).map_err(|_| Damage::Content)?),
            PartKey::Titles(n) => {
                let titles: Titles = postcard::from_bytes(payload).map_err(|_| Damage::Content)?;
                let count = self.base.corpus.articles.saturating_sub(n.saturating_mul(TITLES)).min(TITLES) as usize;
                if [titles.ids.len(), titles.labels.len()] != [count; 2] {
                    return Err(Damage::Content);
                }
                self.titles.insert(n, titles);
            }
            PartKey::Details => {
                let details: Details = postcard::from_bytes(payload).map_err(|_| Damage::Content)?;
                if [details.authors.len(), details.words.len()] != [self.articles(); 2] {
                    return Err(Damage::Content);
                }
                self.details = Some(details);
            }
            PartKey::Columns => {
                let columns: Columns = postcard::from_bytes(payload).map_err(|_| Damage::Content)?;
                let rows = columns.rows().filter(|rows| rows.len() == self.articles()).ok_or(Damage::Content)?;
                self.columns = Some((columns, rows));
            }
            PartKey::Directory(_) | PartKey::Index(_) | PartKey::Places(_) | PartKey::Spelling(_) => {
                self.index.feed(key, bytes.split_off(header))?
            }
            PartKey::TimelineNames
            | PartKey::Outline
            | PartKey::Groups
            | PartKey::Statements(_)
            | PartKey::SiteInfo
            | PartKey::Summaries(_)
            | PartKey::Relations(_)
            | PartKey::Witnesses(_)
            | PartKey::Articles(_) => {
                let payload = bytes.split_off(header);
                let length = payload.len();
                self.parts.insert(key, payload, length);
            }
        }
        Ok(())
    }

    /// Whether the bundle has this part.
    fn exists(&self, key: PartKey) -> bool {
        let count = match key {
            PartKey::Base
            | PartKey::Entities
            | PartKey::Timeline
            | PartKey::TimelineNames
            | PartKey::Details
            | PartKey::Columns
            | PartKey::Outline
            | PartKey::Groups
            | PartKey::SiteInfo => 1,
            PartKey::Summaries(_) => self.base.corpus.articles.div_ceil(SUMMARIES),
            PartKey::Titles(_) if self.is_short() => 0,
            PartKey::Titles(_) => self.base.corpus.articles.div_ceil(TITLES),
            PartKey::Relations(_) => self.base.corpus.entities.div_ceil(RELATED),
            PartKey::Statements(_) => self.base.corpus.articles.div_ceil(STATEMENTS),
            PartKey::Witnesses(_) => self.base.corpus.items.div_ceil(WITNESSES),
            PartKey::Directory(_) | PartKey::Index(_) | PartKey::Places(_) | PartKey::Spelling(_) => self.index.count(key),
            PartKey::Articles(_) => self.base.article_chunks.len() as u32,
        };
        key.number() < count
    }

    fn has(&self, key: PartKey) -> bool {
        match key {
            PartKey::Base => true,
            PartKey::Entities => self.entities.is_some(),
            PartKey::Titles(n) => self.titles.contains_key(&n),
            PartKey::Details => self.details.is_some(),
            PartKey::Columns => self.columns.is_some(),
            PartKey::Timeline => self.timeline.is_some(),
            PartKey::Directory(_) | PartKey::Index(_) | PartKey::Places(_) | PartKey::Spelling(_) => self.index.has(key),
            PartKey::TimelineNames
            | PartKey::Outline
            | PartKey::Groups
            | PartKey::Statements(_)
            | PartKey::SiteInfo
            | PartKey::Summaries(_)
            | PartKey::Relations(_)
            | PartKey::Witnesses(_)
            | PartKey::Articles(_) => self.parts.has(key),
        }
    }

    /// Checks that all of these parts are loaded.
    ///
    /// # Errors
    /// With those that are not.
    pub fn require(&self, keys: impl IntoIterator<Item = PartKey>) -> Result<(), Stop> {
        let mut missing: Vec<PartKey> = keys.into_iter().filter(|&key| !self.has(key)).collect();
        crate::order::sort_by_key(&mut missing, |key| *key);
        missing.dedup();
        if missing.is_empty() { Ok(()) } else { Err(Stop::Needs(missing)) }
    }

    /// The number of words of each article.
    pub fn words(&self) -> Result<&[u32], Stop> {
        self.details.as_ref().map(|details| details.words.as_slice()).ok_or_else(|| Stop::Needs(vec![PartKey::Details]))
    }

    /// The fixed pages, imprint, tasks, tours, and counts of metadata.
    pub fn site_info(&self) -> Result<SiteInfo, Stop> {
        self.require([PartKey::SiteInfo])?;
        self.content(PartKey::SiteInfo)
    }

    /// The payloads of parts that are decoded at each use; empty for others.
    pub fn payloads(&self, keys: &[PartKey]) -> Result<Vec<Vec<u8>>, Stop> {
        let keys = || keys.iter().copied().filter(|key| self.exists(*key));
        self.require(keys())?;
        Ok(keys().map(|key| self.parts.get(key).cloned().unwrap_or_default()).collect())
    }

    /// The outlines of the land.
    pub fn outline(&self) -> Result<Outline, Stop> {
        self.content(PartKey::Outline)
    }

    /// First and last possible day of each article's date.
    pub fn dates(&self) -> Result<Vec<Option<(Day, Day)>>, Stop> {
        let (_, rows) = self.columns()?;
        Ok(rows.iter().map(|row| row.date.as_ref().map(|date| (date.earliest, date.latest))).collect())
    }

    /// Decodes a loaded part.
    fn content<'s, T: serde::Deserialize<'s>>(&'s self, key: PartKey) -> Result<T, Stop> {
        let bytes = self.parts.get(key).map_or(&[][..], Vec::as_slice);
        postcard::from_bytes(bytes).map_err(|_| Stop::Fault(Fault::Damaged(key, Damage::Content)))
    }
}
