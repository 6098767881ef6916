//! Titles and ids of articles.

use super::Store;
use crate::bundle::TITLES;
use crate::part::PartKey;
use crate::room::stop::Stop;
use crate::text::fold;
use crate::view::Summary;

impl Store {
    /// The parts with the titles of all articles.
    pub fn all_titles(&self) -> impl Iterator<Item = PartKey> + use<> {
        (0..self.base.corpus.articles.div_ceil(TITLES)).map(PartKey::Titles)
    }

    /// The part with the title of an article.
    pub fn title_part(article: u32) -> PartKey {
        PartKey::Titles(article / TITLES)
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

    /// The article with this id; all titles must be loaded.
    pub fn article_of(&self, id: &str) -> Option<u32> {
        let mut all = self
            .titles
            .iter()
            .flat_map(|(part, titled)| titled.ids.iter().enumerate().map(move |(at, other)| (part * TITLES + at as u32, other)));
        all.find(|(_, other)| *other == id).map(|(article, _)| article)
    }

    /// The first articles with a loaded title whose folded label `fits`, each with its label; at most `most`.
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
}
