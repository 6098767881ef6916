//! What the articles side by side are drawn from.

use yew::prelude::*;
use zeitlupe_core::compare::{Comparison, Level};
use zeitlupe_core::text::Span;
use zeitlupe_core::view::AnalysedArticle;
use zeitlupe_words::{Lang, compare::Compare};

/// What the reader has chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Mark words that differ.
    pub differences: bool,
    /// Draw ribbons.
    pub ribbons: bool,
    /// Unfold what only one article has.
    pub whole: bool,
    /// The column that a narrow window shows.
    pub front: u32,
}

impl Default for Options {
    fn default() -> Self {
        Self { differences: true, ribbons: true, whole: false, front: 0 }
    }
}

/// What the articles side by side are drawn from.
#[derive(Clone, Copy)]
pub struct Side<'p> {
    /// The articles, in the order of their letters.
    pub texts: &'p [&'p AnalysedArticle],
    /// Their comparison.
    pub comparison: &'p Comparison,
    /// The layout of the chosen ones.
    pub level: &'p Level,
    /// The language of the interface.
    pub lang: Lang,
    /// What the reader has chosen.
    pub options: Options,
    /// Called with the next choice.
    pub on_options: &'p Callback<Options>,
    /// The address of a place in an article.
    pub link: &'p dyn Fn(usize, Span) -> String,
    /// The address of a passage in the list of passages.
    pub passage: &'p dyn Fn(u32) -> String,
    /// The address of these articles side by side.
    pub pair: &'p dyn Fn(&[u32]) -> String,
}

impl Side<'_> {
    /// The texts of the interface.
    pub fn words(&self) -> &'static Compare {
        &self.lang.words().compare
    }

    /// The number of the article in a column, and the article.
    pub fn column(&self, column: u32) -> Option<(u32, &AnalysedArticle)> {
        let report = *self.level.reports.get(column as usize)?;
        Some((report, *self.texts.get(report as usize)?))
    }
}
