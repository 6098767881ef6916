//! What this is, how its dates are known, its limits.

use crate::components::{fault, waiting};
use crate::format;
use crate::hooks::use_reply;
use crate::pages::ViewProps;
use yew::prelude::*;
use zeitlupe_core::article::ArticleId;
use zeitlupe_core::bundle::Document;
use zeitlupe_core::room::{Reply, Request};

/// Most articles whose dates are listed.
const DATES_SHOWN: u32 = 24;

/// A page of plain words, and where each date comes from.
#[component]
pub fn About(ViewProps { desk }: &ViewProps) -> Html {
    let (words, lang) = (desk.words(), desk.lang());
    let shown = desk.corpus().map_or(0, |corpus| corpus.articles.min(DATES_SHOWN));
    let (answered, retry) = use_reply(desk, Some(Request::Articles((0..shown).map(ArticleId).collect())));
    let Some(corpus) = desk.corpus() else { return html! {} };
    let row = |document: &Document| {
        let meta = &document.article.meta;
        html! {
            <tr>
                <th scope="row"><a href={desk.address().article(&meta.id).href()}>{ document.article.label() }</a></th>
                <td>{ format::published(meta.date.as_ref(), lang) }</td>
                <td>{ format::evidence(meta.date.as_ref(), lang, None) }</td>
            </tr>
        }
    };
    let dates = match (&answered.fault, answered.reply.as_deref()) {
        (Some(trouble), _) => fault(words, trouble, &retry),
        (None, Some(Reply::Articles(list))) => {
            html! { <table><tbody>{ for list.iter().map(|(_, document)| row(document)) }</tbody></table> }
        }
        _ => waiting(words),
    };
    html! {
        <div class="about">
            <h1>{ words.about }{ " Zeitlupe" }</h1>
            { for words.about_text.iter().map(|(heading, text)| html! { <section><h2>{ *heading }</h2><p>{ *text }</p></section> }) }
            <section>
                <h2>{ words.about_corpus }</h2>
                <p>
                    { format::counted(corpus.articles, &words.articles, lang) }{ ", " }
                    { format::counted(corpus.words, &words.words, lang) }{ ", " }
                    { format::counted(corpus.entities, &words.entities, lang) }{ ". " }
                    { words.about_version }{ " " }{ env!("CARGO_PKG_VERSION") }{ ", " }<code>{ &corpus.hash }</code>
                </p>
            </section>
            <section>
                <h2>{ words.about_dates }</h2>
                <div class="scroll" tabindex="0" role="region" aria-label={words.about_dates}>
                    { dates }
                </div>
                if corpus.articles > shown { <p class="quiet">{ format!("{} {} {}", format::number(shown, lang), words.of, format::number(corpus.articles, lang)) }</p> }
            </section>
        </div>
    }
}
