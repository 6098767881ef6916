//! What is known about an article, in a line: when, from whom, how long.

use crate::format;
use crate::state::Desk;
use yew::prelude::*;
use zeitlupe_core::room::Summary;

/// When, from whom, how long; how the date is known opens on demand.
pub fn facts(desk: &Desk, summary: &Summary) -> Html {
    let (words, lang) = (desk.words(), desk.lang());
    let meta = &summary.meta;
    let evidence = evidence_of(desk, summary);
    let web = meta.url.as_ref().filter(|url| url.starts_with("https://") || url.starts_with("http://"));
    html! {
        <div class="facts">
            <details class="evidence">
                <summary>if meta.date.is_some() { { words.published }{ " " } }<time datetime={meta.date.as_ref().map(|d| d.iso())}>{ format::published(meta.date.as_ref(), lang) }</time></summary>
                <p>{ evidence }</p>
            </details>
            <span>{ format::source(meta.source.as_deref(), words) }</span>
            if let Some(author) = &meta.author { <span>{ words.author }{ " " }{ author }</span> }
            <span>{ format::length(summary, lang) }</span>
            if let Some(url) = web { <a href={url.clone()} rel="noopener noreferrer" target="_blank">{ words.original }{ " ↗" }</a> }
            if let Some(licence) = &meta.licence { <span>{ words.licence }{ ": " }{ licence }</span> }
        </div>
    }
}

/// How the date of an article is known, in a sentence.
pub fn evidence_of(desk: &Desk, summary: &Summary) -> String {
    let label = |id: &str| {
        desk.corpus().and_then(|c| c.articles.iter().find(|a| a.meta.id == id).map(|a| a.label.clone())).unwrap_or_else(|| id.to_owned())
    };
    format::evidence(summary.meta.date.as_ref(), desk.lang(), label)
}
