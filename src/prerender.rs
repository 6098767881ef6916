//! The components as plain HTML, for pages that are readable before the app has started and without JavaScript.

use crate::components::{Overlay, article_text, facts};
use crate::state::Shared;
use yew::LocalServerRenderer;
use yew::prelude::*;
use zeitlupe_core::bundle::Document;
use zeitlupe_core::room::Summary;

#[derive(Properties, PartialEq)]
struct StaticArticleProps {
    article: Shared<(Summary, Document)>,
}

#[component]
fn StaticArticle(StaticArticleProps { article }: &StaticArticleProps) -> Html {
    let (summary, document) = &**article;
    article_text(None, document, &Overlay::default(), facts(None, summary))
}

/// An article with its marks, as HTML: everything that stands inside its `<article>`, headline first, then the facts, then the text.
/// Every character of the article is escaped.
pub fn article(summary: &Summary, document: &Document) -> String {
    let props = StaticArticleProps { article: Shared::new((summary.clone(), document.clone())) };
    pollster::block_on(LocalServerRenderer::<StaticArticle>::with_props(props).hydratable(false).render())
}
