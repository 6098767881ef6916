//! Fixed pages and information about the collection as a whole.

use crate::article::{Article, Origin};
use crate::lesson::Extras;
use crate::prose::Pages;
use serde::{Deserialize, Serialize};

/// The fixed pages, what the publisher added, and counts of the articles' metadata.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SiteInfo {
    /// The fixed pages, first in German, then in English.
    pub pages: [Pages; 2],
    /// Imprint, tasks, tours.
    pub extras: Extras,
    /// Number of articles by source, the most frequent first; the empty string stands for an unknown source.
    pub sources: Vec<(String, u32)>,
    /// Number of articles by licence, the most frequent first; the empty string stands for none.
    pub licences: Vec<(String, u32)>,
    /// Number of articles by the origin of their date, the most frequent first; `None` stands for no date.
    pub origins: Vec<(Option<Origin>, u32)>,
}

impl SiteInfo {
    /// Counts the metadata of `articles`; `pages` are the fixed pages, first in German, then in English.
    pub fn new(articles: &[Article], extras: &Extras, pages: &[Pages; 2]) -> Self {
        let meta = || articles.iter().map(|article| &article.meta);
        Self {
            pages: pages.clone(),
            extras: extras.clone(),
            sources: counts(meta().map(|meta| meta.source.clone().unwrap_or_default())),
            licences: counts(meta().map(|meta| meta.licence.clone().unwrap_or_default())),
            origins: counts(meta().map(|meta| meta.date.as_ref().map(|date| date.evidence.origin))),
        }
    }
}

/// The number of occurrences of each value, the most frequent first, ties in order of first occurrence.
fn counts<T: PartialEq>(values: impl Iterator<Item = T>) -> Vec<(T, u32)> {
    let mut out: Vec<(T, u32)> = Vec::new();
    for value in values {
        match out.iter_mut().find(|(other, _)| *other == value) {
            Some((_, count)) => *count += 1,
            None => out.push((value, 1)),
        }
    }
    out.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    out
}
