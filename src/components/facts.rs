//! The metadata of an article in one line: date, source, length.

use crate::state::AppContext;
use yew::prelude::*;
use zeitlupe_core::view::AnalysedArticle;
use zeitlupe_words::format;

/// Date, source and length; how the date is known opens on demand. `dated_by` is the title of the article that the date was inferred from.
pub fn facts(context: &AppContext, document: &AnalysedArticle, dated_by: Option<&str>) -> Html {
    let (words, lang) = (context.words(), context.lang());
    let meta = &document.article.meta;
    let evidence = format::evidence(meta.date.as_ref(), lang, dated_by);
    let web = meta.url.as_ref().filter(|url| url.starts_with("https://") || url.starts_with("http://"));
    html! {
        <div class="facts">
            <details class="evidence">
                <summary>if meta.date.is_some() { { words.dates.published }{ " " } }<time datetime={meta.date.as_ref().map(|d| d.iso())}>{ format::published(meta.date.as_ref(), lang) }</time></summary>
                <p>{ evidence }</p>
            </details>
            <span>{ format::source(meta.source.as_deref(), words) }</span>
            if let Some(author) = &meta.author { <span>{ words.author }{ " " }{ author }</span> }
            <span>{ format::length(document.words, lang) }</span>
            if let Some(url) = web { <a href={url.clone()} rel="noopener noreferrer" target="_blank">{ words.original }{ " ↗" }</a> }
            if let Some(licence) = &meta.licence { <span>{ words.licence }{ ": " }{ licence }</span> }
            if let Some(excerpt) = &meta.excerpt { <span class="excerpt">{ format::excerpt(excerpt, lang) }</span> }
        </div>
    }
}
