//! The compared articles, and the addresses of their places.

use crate::state::AppContext;
use zeitlupe_core::compare::sheet::{Sheet, sheet};
use zeitlupe_core::compare::{Comparison, Source, compare};
use zeitlupe_core::entity::Entity;
use zeitlupe_core::statements::Statements;
use zeitlupe_core::text::Span;
use zeitlupe_core::view::AnalysedArticle;
use zeitlupe_words::address::{Address, CompareState, Page, Passage};

/// The articles with their comparison.
#[derive(PartialEq)]
pub(super) struct Compared {
    documents: Vec<AnalysedArticle>,
    pub(super) found: Comparison,
    pub(super) sheet: Sheet,
}

impl Compared {
    pub(super) fn new(documents: Vec<AnalysedArticle>, statements: &[Statements], entities: &[Entity]) -> Self {
        let sources: Vec<Source> = documents.iter().zip(statements).map(|(document, statements)| Source { document, statements }).collect();
        let found = compare(&sources, entities);
        let sheet = sheet(&sources, entities, &found);
        Self { documents, found, sheet }
    }

    /// The articles, in the order of their letters.
    pub(super) fn texts(&self) -> Vec<&AnalysedArticle> {
        self.documents.iter().collect()
    }
}

/// The same comparison with another state of the page.
pub(super) fn with(context: &AppContext, change: impl FnOnce(&mut CompareState)) -> Address {
    let mut address = context.address().clone();
    (address.compare.row, address.compare.passage) = (None, None);
    change(&mut address.compare);
    address
}

/// The address of a place in an article.
pub(super) fn place(context: &AppContext, texts: &[&AnalysedArticle], report: usize, span: Span) -> String {
    let Some(document) = texts.get(report) else { return String::new() };
    let article = &document.article;
    let quote = span.of(&article.text).to_owned();
    let passage = (!quote.is_empty()).then_some(Passage { start: span.start, quote });
    Address { passage, ..context.address().at(Page::Article(article.meta.id.clone())) }.href()
}
