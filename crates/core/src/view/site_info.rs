//! What the room says of itself and of the collection, apart from the articles.

use crate::article::{Article, Origin};
use crate::lesson::Beside;
use crate::prose::Pages;
use serde::{Deserialize, Serialize};

/// The part with the fixed pages, with what lies beside the articles, and with counts of what is known of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SiteInfo {
    /// The fixed pages, German ones first, then English ones.
    pub pages: [Pages; 2],
    /// Imprint, tasks, tours.
    pub beside: Beside,
    /// Articles of each source, the most frequent first; the empty string: not known.
    pub sources: Vec<(String, u32)>,
    /// Articles under each licence, the most frequent first; the empty string: none is given.
    pub licences: Vec<(String, u32)>,
    /// Articles by how their date is known, the most frequent first; `None`: it is not.
    pub origins: Vec<(Option<Origin>, u32)>,
}

impl SiteInfo {
    /// For these articles, with what lies beside them and with the fixed pages (German ones first).
    pub fn new(articles: &[Article], beside: &Beside, pages: &[Pages; 2]) -> Self {
        let meta = || articles.iter().map(|article| &article.meta);
        Self {
            pages: pages.clone(),
            beside: beside.clone(),
            sources: counts(meta().map(|meta| meta.source.clone().unwrap_or_default())),
            licences: counts(meta().map(|meta| meta.licence.clone().unwrap_or_default())),
            origins: counts(meta().map(|meta| meta.date.as_ref().map(|date| date.evidence.origin))),
        }
    }
}

/// How often each value comes, the most frequent first, of equally frequent ones that which comes first.
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
