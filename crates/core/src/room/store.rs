//! The loaded parts of one corpus: bytes kept, opened when they are needed.

use super::request::Fault;
use super::search_request::Period;
use super::stop::Stop;
use crate::article::{ArticleId, PubDate};
use crate::bundle::{ArticleChunk, Base, Details, EntityTable, RELATED, Revised, Revision, Row, TITLES, TimelineNames, Titles, WITNESSES};
use crate::codec::packed;
use crate::day::Day;
use crate::drawing::outline::Outline;
use crate::entity::{Companion, Correction, Entity, EntityId, EntityKind};
use crate::german::is_same_word;
use crate::part::{Damage, PartKey, decode};
use crate::search::language::{Bound, FieldName};
use crate::search::{Facts, Index, Lengths, Needs, units};
use crate::text::fold;
use crate::timeline::{Items, Timeline};
use crate::view::{AnalysedArticle, SiteInfo, Story, Summary, Witness};
use std::cell::{OnceCell, RefCell};
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

/// Documents that are kept decoded; the bytes of the others stay.
const DECODED: usize = 32;

/// The titles of one part.
struct Titled {
    ids: Vec<String>,
    labels: Vec<String>,
    /// The labels, folded, once something is to be offered.
    folded: OnceCell<Vec<String>>,
}

/// See the module.
pub struct Store {
    base: Base,
    corpus: u64,
    rows: Vec<Row>,
    lengths: Lengths,
    index: Index,
    titles: BTreeMap<u32, Titled>,
    details: Option<(Vec<String>, Vec<u32>)>,
    parts: BTreeMap<PartKey, Vec<u8>>,
    timeline: Option<Rc<Timeline>>,
    /// The articles of the stretch of time that was asked for last.
    within: RefCell<Option<(Period, Rc<Vec<bool>>)>>,
    /// As the bundle has it, and as the reader's corrections leave it.
    entities: Option<EntityTable>,
    corrected: Option<EntityTable>,
    revision: Revision,
    decoded: VecDeque<(ArticleId, Rc<AnalysedArticle>)>,
}

impl Store {
    pub fn new(mut base: Base, corpus: u64) -> Result<Self, Damage> {
        let rows = base.columns.rows().filter(|rows| rows.len() == base.corpus.articles as usize).ok_or(Damage::Content)?;
        let lengths = Lengths::new(&base.columns.lengths);
        let index = Index::new(std::mem::take(&mut base.index));
        let (titles, parts) = (BTreeMap::new(), BTreeMap::new());
        Ok(Self {
            base,
            corpus,
            rows,
            lengths,
            index,
            titles,
            details: None,
            timeline: None,
            within: RefCell::default(),
            parts,
            entities: None,
            corrected: None,
            revision: Revision::default(),
            decoded: VecDeque::new(),
        })
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

    pub fn lengths(&self) -> &Lengths {
        &self.lengths
    }

    /// What the base part tells of every article.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The source of a row; the empty string where it is not known.
    pub fn source_of(&self, row: &Row) -> &str {
        row.source.and_then(|at| self.base.columns.sources.get(at as usize)).map_or("", String::as_str)
    }

    /// Checks a part and keeps it.
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
                let titles = self.read_titles(n, postcard::from_bytes(payload).map_err(|_| Damage::Content)?)?;
                self.titles.insert(n, titles);
            }
            PartKey::Details => {
                let details: Details = postcard::from_bytes(payload).map_err(|_| Damage::Content)?;
                let authors = packed::unpack(&details.authors).ok_or(Damage::Content)?;
                if [authors.len(), details.words.len()] != [self.rows.len(); 2] {
                    return Err(Damage::Content);
                }
                self.details = Some((authors, details.words));
            }
            PartKey::Index(_) | PartKey::Places(_) | PartKey::Spelling(_) => self.index.feed(key, bytes.split_off(header))?,
            PartKey::Front
            | PartKey::TimelineNames
            | PartKey::Outline
            | PartKey::SiteInfo
            | PartKey::Relations(_)
            | PartKey::Witnesses(_)
            | PartKey::Articles(_) => drop(self.parts.insert(key, bytes.split_off(header))),
        }
        Ok(())
    }

    /// Whether the bundle has a part.
    fn exists(&self, key: PartKey) -> bool {
        let count = match key {
            PartKey::Base
            | PartKey::Front
            | PartKey::Entities
            | PartKey::Timeline
            | PartKey::TimelineNames
            | PartKey::Details
            | PartKey::Outline
            | PartKey::SiteInfo => 1,
            PartKey::Titles(_) => self.all_titles().count() as u32,
            PartKey::Relations(_) => self.base.corpus.entities.div_ceil(RELATED),
            PartKey::Witnesses(_) => self.base.corpus.items.div_ceil(WITNESSES),
            PartKey::Index(_) | PartKey::Places(_) | PartKey::Spelling(_) => self.index.count(key),
            PartKey::Articles(_) => self.base.article_chunks.len() as u32,
        };
        key.number() < count
    }

    fn read_titles(&self, part: u32, titles: Titles) -> Result<Titled, Damage> {
        let read = |bytes: &[u8]| packed::unpack(bytes).ok_or(Damage::Content);
        let (ids, labels) = (read(&titles.ids)?, read(&titles.labels)?);
        let count = self.base.corpus.articles.saturating_sub(part.saturating_mul(TITLES)).min(TITLES) as usize;
        if [ids.len(), labels.len()] != [count; 2] {
            return Err(Damage::Content);
        }
        Ok(Titled { ids, labels, folded: OnceCell::new() })
    }

    fn has(&self, key: PartKey) -> bool {
        match key {
            PartKey::Base => true,
            PartKey::Entities => self.entities.is_some(),
            PartKey::Titles(n) => self.titles.contains_key(&n),
            PartKey::Details => self.details.is_some(),
            PartKey::Timeline => self.timeline.is_some(),
            PartKey::Index(_) | PartKey::Places(_) | PartKey::Spelling(_) => self.index.has(key),
            PartKey::Front
            | PartKey::TimelineNames
            | PartKey::Outline
            | PartKey::SiteInfo
            | PartKey::Relations(_)
            | PartKey::Witnesses(_)
            | PartKey::Articles(_) => self.parts.contains_key(&key),
        }
    }

    /// Goes on only if all of these are loaded; those that the bundle does not have are not asked for.
    pub fn require(&self, keys: impl IntoIterator<Item = PartKey>) -> Result<(), Stop> {
        let mut missing: Vec<PartKey> = keys.into_iter().filter(|&key| !self.has(key)).collect();
        crate::order::sort_by_key(&mut missing, |key| *key);
        missing.dedup();
        if missing.is_empty() { Ok(()) } else { Err(Stop::Needs(missing)) }
    }

    /// The parts with the titles of all articles.
    pub fn all_titles(&self) -> impl Iterator<Item = PartKey> + use<> {
        (0..self.base.corpus.articles.div_ceil(TITLES)).map(PartKey::Titles)
    }

    /// The part with the title of an article.
    pub fn title_part(article: u32) -> PartKey {
        PartKey::Titles(article / TITLES)
    }

    /// The entities as they are after the reader's corrections.
    pub fn entities(&self) -> Result<&EntityTable, Stop> {
        self.corrected.as_ref().or(self.entities.as_ref()).ok_or_else(|| Stop::Needs(vec![PartKey::Entities]))
    }

    /// Applies the reader's corrections, instead of those before, from now on to everything that is told of names; which of them,
    /// by their place in the list, found nothing to correct. The texts of the articles are loaded that must be counted anew.
    pub fn correct(&mut self, corrections: &[Correction]) -> Result<Vec<u32>, Stop> {
        let titles = if corrections.is_empty() { Vec::new() } else { self.all_titles().collect() };
        self.require(titles.into_iter().chain([PartKey::Entities]))?;
        let Some(table) = &self.entities else { return Ok(Vec::new()) };
        let revision = Revision::new(&table.entities, &|id| self.article_of(id), corrections);
        let affected = revision.articles(table);
        self.require(affected.iter().filter_map(|&id| self.base.chunk_of(id)).map(PartKey::Articles))?;
        let mut stale = revision.stale().to_vec();
        let mut changed = Vec::with_capacity(affected.len());
        for id in affected {
            let Some(chunk) = self.base.chunk_of(id) else { continue };
            let document = self.read(id, chunk)?;
            let mut after = document.names.clone();
            stale.extend(revision.revise(id, &document.article.text, &mut after));
            changed.push((id, document, after));
        }
        crate::order::sort_by_key(&mut stale, |n| *n);
        let revised: Vec<Revised> = changed
            .iter()
            .map(|(article, document, after)| Revised { article: *article, text: &document.article.text, before: &document.names, after })
            .collect();
        self.corrected = (!revision.is_empty()).then(|| revision.table(table, &revised));
        self.revision = revision;
        self.decoded.clear();
        Ok(stale)
    }

    /// The corrections that the bundle was built with.
    pub fn built_in(&self) -> &[Correction] {
        self.entities.as_ref().map_or(&[], |table| &table.corrections)
    }

    /// Words of every article.
    pub fn words(&self) -> Result<&[u32], Stop> {
        self.details.as_ref().map(|(_, words)| words.as_slice()).ok_or_else(|| Stop::Needs(vec![PartKey::Details]))
    }

    /// All items of the timeline.
    pub fn timeline(&self) -> Result<&Rc<Timeline>, Stop> {
        self.timeline.as_ref().ok_or_else(|| Stop::Needs(vec![PartKey::Timeline]))
    }

    /// Those who tell these items of the timeline; unknown numbers are left out.
    pub fn witnesses(&self, numbers: &[u32]) -> Result<Vec<(u32, Vec<Witness>)>, Stop> {
        let known = || numbers.iter().copied().filter(|number| *number < self.base.corpus.items);
        self.require(known().map(|number| PartKey::Witnesses(number / WITNESSES)))?;
        let mut read: Option<(u32, Vec<Vec<Witness>>)> = None;
        let mut out = Vec::with_capacity(numbers.len());
        for number in known() {
            let part = number / WITNESSES;
            if read.as_ref().is_none_or(|(of, _)| *of != part) {
                read = Some((part, self.content(PartKey::Witnesses(part))?));
            }
            let witnesses = read.as_ref().and_then(|(_, all)| all.get((number % WITNESSES) as usize));
            out.push((number, witnesses.cloned().unwrap_or_default()));
        }
        Ok(out)
    }

    /// Those who are named in the sentences of the timeline, each with the items, as they are after the reader's corrections.
    pub fn timeline_names(&self) -> Result<Vec<Vec<u32>>, Stop> {
        self.require([PartKey::TimelineNames])?;
        let names: TimelineNames = self.content(PartKey::TimelineNames)?;
        let mut out: Vec<Vec<u32>> = vec![Vec::new(); self.entities()?.entities.len()];
        let read = names.read(|item, id| {
            let owner = if self.revision.is_empty() { Some(id) } else { self.revision.owner(id) };
            if let Some(items) = owner.and_then(|owner| out.get_mut(owner as usize))
                && items.last() != Some(&item)
            {
                items.push(item);
            }
        });
        read.map(|()| out).ok_or(Stop::Fault(Fault::Damaged(PartKey::TimelineNames, Damage::Content)))
    }

    /// For each article whether it belongs to a stretch of time; `None`: all do. Where a day is asked for, articles without a date do not.
    pub fn within(&self, period: &Period) -> Result<Option<Rc<Vec<bool>>>, Stop> {
        if period.is_open() {
            return Ok(None);
        }
        if let Some((known, within)) = &*self.within.borrow()
            && known == period
        {
            return Ok(Some(within.clone()));
        }
        let (from, to) = (period.from, period.to);
        let mut within =
            if period.mentioned { self.timeline()?.articles_with_events(self.rows.len(), from, to) } else { vec![false; self.rows.len()] };
        for (within, row) in within.iter_mut().zip(&self.rows) {
            let fits = |date: &PubDate| from.is_none_or(|from| from <= date.latest) && to.is_none_or(|to| date.earliest <= to);
            *within |= row.date.as_ref().is_some_and(fits);
        }
        let within = Rc::new(within);
        *self.within.borrow_mut() = Some((*period, within.clone()));
        Ok(Some(within))
    }

    /// What the front page shows of the first articles.
    pub fn front(&self) -> Result<Vec<Story>, Stop> {
        self.require([PartKey::Front])?;
        self.content(PartKey::Front)
    }

    /// The parts with the companions of an entity.
    pub fn relations_parts(&self, id: EntityId) -> impl Iterator<Item = PartKey> + '_ {
        self.origins(id).map(|origin| PartKey::Relations(origin / RELATED))
    }

    /// The entities of the bundle that are this one after the reader's corrections.
    fn origins(&self, id: EntityId) -> impl Iterator<Item = u32> + '_ {
        let as_built = self.revision.is_empty();
        let known = Some(id.0).filter(|id| as_built && *id < self.base.corpus.entities);
        known.into_iter().chain(self.revision.origins(id.0).filter(move |_| !as_built))
    }

    /// Who is named together with an entity; of an unknown one nobody. Of entities that a correction has joined, the numbers are sums.
    pub fn companions(&self, id: EntityId) -> Result<Vec<Companion>, Stop> {
        self.require(self.relations_parts(id))?;
        let mut found: Vec<Companion> = Vec::new();
        for origin in self.origins(id) {
            let all: Vec<Vec<Companion>> = self.content(PartKey::Relations(origin / RELATED))?;
            for mut one in all.into_iter().nth((origin % RELATED) as usize).unwrap_or_default() {
                let owner = if self.revision.is_empty() { Some(one.entity.0) } else { self.revision.owner(one.entity.0) };
                let Some(owner) = owner.filter(|owner| *owner != id.0) else { continue };
                one.entity = EntityId(owner);
                match found.iter_mut().find(|other| other.entity == one.entity) {
                    Some(other) => (other.sentences, other.articles) = (other.sentences + one.sentences, other.articles + one.articles),
                    None => found.push(one),
                }
            }
        }
        crate::order::sort_by_key(&mut found, |one| std::cmp::Reverse((one.sentences, one.articles)));
        Ok(found)
    }

    /// The fixed pages, and what lies beside the articles.
    pub fn papers(&self) -> Result<SiteInfo, Stop> {
        self.require([PartKey::SiteInfo])?;
        self.content(PartKey::SiteInfo)
    }

    /// The outline of the land.
    pub fn outline(&self) -> Result<Outline, Stop> {
        self.content(PartKey::Outline)
    }

    /// First and last day of every article's date.
    pub fn dates(&self) -> Vec<Option<(Day, Day)>> {
        self.rows.iter().map(|row| row.date.as_ref().map(|date| (date.earliest, date.latest))).collect()
    }

    fn content<'s, T: serde::Deserialize<'s>>(&'s self, key: PartKey) -> Result<T, Stop> {
        let bytes = self.parts.get(&key).map_or(&[][..], Vec::as_slice);
        postcard::from_bytes(bytes).map_err(|_| Stop::Fault(Fault::Damaged(key, Damage::Content)))
    }

    /// An article's title, date and source; the title must be loaded.
    pub fn summary(&self, article: u32) -> Result<Summary, Stop> {
        let key = Self::title_part(article);
        let PartKey::Titles(part) = key else { return Ok(Summary::default()) };
        let titles = self.titles.get(&part).ok_or_else(|| Stop::Needs(vec![key]))?;
        let at = (article % TITLES) as usize;
        let (Some(id), Some(label), Some(row)) = (titles.ids.get(at), titles.labels.get(at), self.rows.get(article as usize)) else {
            return Ok(Summary::default());
        };
        let source = row.source.map(|_| self.source_of(row).to_owned());
        let lang = row.language.and_then(|at| self.base.columns.languages.get(at as usize)).cloned();
        Ok(Summary { id: id.clone(), label: label.clone(), date: row.date.clone(), source, lang })
    }

    /// The article of this id; all titles must be loaded.
    pub fn article_of(&self, id: &str) -> Option<u32> {
        let mut all = self
            .titles
            .iter()
            .flat_map(|(part, titled)| titled.ids.iter().enumerate().map(move |(at, other)| (part * TITLES + at as u32, other)));
        all.find(|(_, other)| *other == id).map(|(article, _)| article)
    }

    /// Articles whose folded label `fits`, by number, with the label: of the titles that are loaded.
    pub fn labelled(&self, fits: &dyn Fn(&str) -> bool, most: usize) -> Vec<(u32, &str)> {
        let mut out = Vec::new();
        for (part, titled) in &self.titles {
            let folded = titled.folded.get_or_init(|| titled.labels.iter().map(|label| fold(label)).collect());
            for (at, folded) in folded.iter().enumerate() {
                if out.len() < most && fits(folded) {
                    out.push((part * TITLES + at as u32, titled.labels[at].as_str()));
                }
            }
        }
        out
    }

    /// The chunks of texts that hold these articles; those of unknown ids are none.
    pub fn text_parts(&self, ids: &[ArticleId]) -> Vec<PartKey> {
        let unread = ids.iter().filter(|id| !self.decoded.iter().any(|(known, _)| known == *id));
        unread.filter_map(|&id| self.base.chunk_of(id)).map(PartKey::Articles).collect()
    }

    /// The documents of these ids, in this order; unknown ids are left out.
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
        // What has become stale was said when the corrections were given.
        let _ = self.revision.revise(id, &article.text, names);
        let document = Rc::new(document);
        if self.decoded.len() == DECODED {
            self.decoded.pop_front();
        }
        self.decoded.push_back((id, Rc::clone(&document)));
        Ok(document)
    }

    /// The document as the bundle has it; its chunk must be loaded.
    fn read(&self, id: ArticleId, chunk: u32) -> Result<AnalysedArticle, Stop> {
        let key = PartKey::Articles(chunk);
        let damaged = || Stop::Fault(Fault::Damaged(key, Damage::Content));
        let content: ArticleChunk = self.content(key)?;
        let first = self.base.article_chunks.get(chunk as usize).copied().unwrap_or(0);
        let bytes = content.documents.get((id.0 - first) as usize).ok_or_else(damaged)?;
        postcard::from_bytes(bytes).map_err(|_| damaged())
    }
}

impl Facts for Store {
    fn of(&self, field: FieldName, value: &str, needs: &mut Needs) -> Vec<u32> {
        let wanted = fold(value);
        let all = 0..self.rows.len() as u32;
        match field {
            FieldName::Title => Vec::new(),
            FieldName::Source => {
                let fits: Vec<bool> = self.base.columns.sources.iter().map(|source| fold(source).contains(&wanted)).collect();
                let source = |article: &u32| self.rows[*article as usize].source;
                all.filter(|article| source(article).is_some_and(|at| fits.get(at as usize) == Some(&true))).collect()
            }
            FieldName::Author => match &self.details {
                Some((authors, _)) => all.filter(|&article| fold(&authors[article as usize]).contains(&wanted)).collect(),
                None => {
                    needs.insert(PartKey::Details);
                    Vec::new()
                }
            },
            FieldName::Person => self.naming(EntityKind::Per, value, needs),
            FieldName::Place => self.naming(EntityKind::Loc, value, needs),
            FieldName::Organisation => self.naming(EntityKind::Org, value, needs),
        }
    }

    fn published(&self, bound: Bound, first: Day, last: Day) -> Vec<u32> {
        let fits = |row: &Row| {
            row.date.as_ref().is_some_and(|date| match bound {
                Bound::Before => date.earliest < first,
                Bound::After => date.latest > last,
                Bound::On => date.earliest <= last && date.latest >= first,
            })
        };
        self.rows.iter().enumerate().filter(|(_, row)| fits(row)).map(|(article, _)| article as u32).collect()
    }
}

impl Store {
    /// The articles that name an entity of this kind of which one form has all words of `value`, whatever their endings.
    fn naming(&self, kind: EntityKind, value: &str, needs: &mut Needs) -> Vec<u32> {
        let Ok(table) = self.entities() else {
            needs.insert(PartKey::Entities);
            return Vec::new();
        };
        let keys = |text: &str| -> Vec<String> { units(text).into_iter().filter(|unit| unit.width == 1).map(|unit| unit.key).collect() };
        let wanted = keys(value);
        let has_all = |form: &str| {
            let words = keys(form);
            wanted.iter().all(|word| words.iter().any(|other| is_same_word(other, word)))
        };
        let fits = |entity: &&Entity| entity.kind == kind && (has_all(&entity.name) || entity.forms.iter().any(|(form, _)| has_all(form)));
        let mut is_named = vec![false; self.rows.len()];
        for (article, _) in table.entities.iter().filter(fits).flat_map(|entity| &entity.counts) {
            if let Some(named) = is_named.get_mut(article.0 as usize) {
                *named = true;
            }
        }
        is_named.iter().enumerate().filter(|(_, named)| **named).map(|(article, _)| article as u32).collect()
    }
}
