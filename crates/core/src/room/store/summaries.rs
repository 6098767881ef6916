//! Titles, ids, dates and sources of articles.
//!
//! They come from three places: the chunks of the index have those of the best articles of their words, the parts of summaries those of all, a
//! few dozen each, and the parts of titles, with the columns, those of all at once.

use super::Store;
use crate::bundle::{SUMMARIES, TITLES, Titles};
use crate::part::{Damage, PartKey};
use crate::room::request::Fault;
use crate::room::stop::Stop;
use crate::text::fold;
use crate::view::Summary;

impl Store {
    /// Whether one part has the summaries of all articles.
    pub(super) fn is_short(&self) -> bool {
        self.base.corpus.articles <= SUMMARIES
    }

    /// The part with all summaries, if there is one.
    pub fn only_summaries(&self) -> Option<PartKey> {
        Some(PartKey::Summaries(0)).filter(|_| self.is_short() && self.base.corpus.articles > 0)
    }

    /// The parts with the titles of all articles.
    pub fn all_titles(&self) -> Vec<PartKey> {
        match self.only_summaries() {
            Some(only) => vec![only],
            None => (0..self.base.corpus.articles.div_ceil(TITLES)).map(PartKey::Titles).collect(),
        }
    }

    /// The parts with the summaries of those of these articles whose summary is not loaded.
    pub fn summary_parts(&self, articles: impl IntoIterator<Item = u32>) -> Vec<PartKey> {
        let unknown = articles.into_iter().filter(|article| *article < self.base.corpus.articles && !self.knows(*article));
        unknown.map(|article| PartKey::Summaries(article / SUMMARIES)).collect()
    }

    fn knows(&self, article: u32) -> bool {
        self.has(PartKey::Summaries(article / SUMMARIES))
            || self.index.summary(article).is_some()
            || (self.columns.is_some() && self.has(PartKey::Titles(article / TITLES)))
    }

    /// An article's title, date and source; empty for an unknown article.
    pub fn summary(&self, article: u32) -> Result<Summary, Stop> {
        let part = PartKey::Summaries(article / SUMMARIES);
        if self.has(part) {
            let mut all: Vec<Summary> = self.content(part)?;
            let at = (article % SUMMARIES) as usize;
            return Ok(if at < all.len() { all.swap_remove(at) } else { Summary::default() });
        }
        if let Some(record) = self.index.summary(article) {
            return postcard::from_bytes(record).map_err(|_| Stop::Fault(Fault::Damaged(part, Damage::Content)));
        }
        self.titled(article).ok_or_else(|| Stop::Needs(vec![part]))
    }

    /// The same from the titles and columns; `None` if they are not loaded.
    fn titled(&self, article: u32) -> Option<Summary> {
        let (titles, (columns, rows)) = (self.titles.get(&(article / TITLES))?, self.columns.as_ref()?);
        let at = (article % TITLES) as usize;
        let row = rows.get(article as usize)?;
        let name = |list: &[String], at: Option<u32>| at.and_then(|at| list.get(at as usize)).cloned();
        Some(Summary {
            id: titles.ids.get(at)?.clone(),
            label: titles.labels.get(at)?.clone(),
            date: row.date.clone(),
            source: name(&columns.sources, row.source),
            lang: name(&columns.languages, row.language),
        })
    }

    /// The summaries of all articles.
    pub fn all_summaries(&self) -> Result<Vec<Summary>, Stop> {
        if let Some(only) = self.only_summaries() {
            self.require([only])?;
            return self.content(only);
        }
        self.require(self.all_titles().into_iter().chain([PartKey::Columns]))?;
        let titled = |article| self.titled(article).ok_or(Stop::Fault(Fault::Damaged(PartKey::Columns, Damage::Content)));
        (0..self.base.corpus.articles).map(titled).collect()
    }

    /// The article with this id; `None` if there is none.
    ///
    /// # Errors
    /// If it is none of those whose summaries are loaded, and not all titles are: these.
    pub fn find(&self, id: &str) -> Result<Option<u32>, Stop> {
        if let Some(known) = self.found(id) {
            return Ok(Some(known));
        }
        self.require(self.all_titles())?;
        Ok(self.article_of(id))
    }

    /// The article with this id if it is on the front page or came with a chunk of the index.
    fn found(&self, id: &str) -> Option<u32> {
        let is_it = |record: &[u8]| postcard::take_from_bytes::<&str>(record).is_ok_and(|(known, _)| known == id);
        let came = self.index.summaries().find(|(_, record)| is_it(record)).map(|(article, _)| article);
        let first = || self.base.stories.iter().position(|story| story.summary.id == id).map(|at| at as u32);
        came.or_else(first)
    }

    /// The article with this id; all titles must be loaded.
    pub fn article_of(&self, id: &str) -> Option<u32> {
        if let Some(only) = self.only_summaries() {
            let all: Vec<Summary> = self.content(only).ok()?;
            return all.iter().position(|summary| summary.id == id).map(|at| at as u32);
        }
        let ids = |(part, titles): (&u32, &Titles)| titles.ids.iter().position(|known| known == id).map(|at| part * TITLES + at as u32);
        self.titles.iter().find_map(ids)
    }

    /// Articles whose folded label `fits`, of those whose summaries came with the word `key`, each with its summary; at most `most`.
    pub fn labelled(&self, key: &str, fits: &dyn Fn(&str) -> bool, most: usize) -> Vec<Summary> {
        let all: Vec<Summary> = match self.only_summaries() {
            Some(only) if self.has(only) => self.content(only).unwrap_or_default(),
            _ => self.index.summaries_with(key).filter_map(|record| postcard::from_bytes(record).ok()).collect(),
        };
        all.into_iter().filter(|summary| fits(&fold(&summary.label))).take(most).collect()
    }
}
