//! The components as plain HTML, for pages that are readable before the app has started and without JavaScript.

use crate::components::{ArticleText, ArticleTextProps, Facts, FactsProps};
use crate::state::Shared;
use std::collections::BTreeSet;
use yew::{BaseComponent, LocalServerRenderer};
use zeitlupe_core::bundle::Document;
use zeitlupe_core::room::Summary;

/// The words of an article with their marks, as HTML: everything that stands inside its `<article>`, headline first.
/// Every character of the article is escaped.
pub fn article_text(document: &Document) -> String {
    render::<ArticleText>(ArticleTextProps {
        document: Shared::new(document.clone()),
        hidden: BTreeSet::new(),
        hits: Vec::new(),
        current: None,
        passage: None,
        chosen: None,
    })
}

/// What is known about an article, as HTML: when, from whom, how long, and how its date is known.
pub fn facts(summary: &Summary) -> String {
    render::<Facts>(FactsProps { summary: summary.clone() })
}

fn render<C: BaseComponent>(props: C::Properties) -> String {
    pollster::block_on(LocalServerRenderer::<C>::with_props(props).hydratable(false).render())
}
