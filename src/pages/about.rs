//! About the collection: what it is, how its dates are known, the error rates of the analysis.

use crate::components::{Row, bars, fault, prose, waiting};
use crate::hooks::use_answer;
use crate::pages::{ViewProps, site_info_or};
use crate::platform;
use crate::state::AppContext;
use yew::prelude::*;
use zeitlupe_core::article::{ArticleId, Origin};
use zeitlupe_core::room::question::Articles;
use zeitlupe_core::view::{AnalysedArticle, SiteInfo};
use zeitlupe_words::Lang;
use zeitlupe_words::address::Page;
use zeitlupe_words::format;

/// The most articles whose dates are listed.
const DATES_SHOWN: u32 = 24;

/// A page of text, counts, and the origin of each date.
#[component]
pub fn About(ViewProps { context }: &ViewProps) -> Html {
    let (words, lang) = (context.words(), context.lang());
    let shown = context.corpus().map_or(0, |corpus| corpus.articles.min(DATES_SHOWN));
    let (answered, retry) = use_answer(context, Some(Articles((0..shown).map(ArticleId).collect())));
    let dates = match (&answered.fault, answered.answer.get()) {
        (Some(trouble), _) => fault(words, trouble, &retry),
        (None, Some(list)) => {
            html! { <table><tbody>{ for list.iter().map(|(_, document)| row(context, document, list)) }</tbody></table> }
        }
        _ => waiting(words),
    };
    let all = context.corpus().map_or(0, |corpus| corpus.articles);
    site_info_or(context, |info| {
        let pages = &info.pages[usize::from(lang == Lang::En)];
        html! {
            <article class="paper about">
                <h1>{ words.lesson.about }</h1>
                { facts(context) }
                <div class="counts">
                    { counted(words.lesson.counts[0], sources(context, info), lang) }
                    { counted(words.lesson.counts[1], licences(context, info), lang) }
                </div>
                { counted(words.dates.heading, origins(context, info), lang) }
                <div class="scroll" tabindex="0" role="region" aria-label={words.dates.heading}>{ dates }</div>
                if all > shown { <p class="quiet">{ format!("{} {} {}", format::number(shown, lang), words.of, format::number(all, lang)) }</p> }
                { prose(context, &pages.about) }
                { prose(context, &pages.limits) }
            </article>
        }
    })
}

/// The size, the period and the version of the collection.
fn facts(context: &AppContext) -> Html {
    let (words, lang) = (context.words(), context.lang());
    let Some(corpus) = context.corpus() else { return html! {} };
    let size = [
        format::counted(corpus.articles, &words.articles, lang),
        format::counted(corpus.words, &words.words, lang),
        format::counted(corpus.entities, &words.entities, lang),
    ];
    let range = corpus.first.zip(corpus.last).map(|(first, last)| format::period(first, last, lang));
    let built = zeitlupe_words::address::parse_day(&platform::built()).map(|day| format::day(day, lang));
    let version = html! { <>{ env!("CARGO_PKG_VERSION") }{ ", " }{ words.lesson.hash }{ " " }<code>{ &corpus.hash }</code></> };
    let line = |name: &'static str, value: Html| html! { <><dt>{ name }</dt><dd>{ value }</dd></> };
    html! {
        <dl class="totals">
            { line(words.names.column_articles, html! { { size.join(", ") } }) }
            if let Some(range) = range { { line(words.lesson.range, html! { { range } }) } }
            if let Some(built) = built { { line(words.lesson.built, html! { { built } }) } }
            { line(words.about_version, version) }
        </dl>
    }
}

/// A heading and counts with bars.
fn counted(heading: &'static str, rows: Vec<Row>, lang: Lang) -> Html {
    html! { <section><h2>{ heading }</h2>{ bars(&rows, "plain", lang) }</section> }
}

fn sources(context: &AppContext, info: &SiteInfo) -> Vec<Row> {
    let row = |(source, n): &(String, u32)| {
        let there = context.address().at(Page::Search).filtered(|filter| filter.source = Some(source.clone()));
        (format::source(Some(source), context.words()).to_owned(), Some(there.href()), *n)
    };
    info.sources.iter().map(row).collect()
}

fn licences(context: &AppContext, info: &SiteInfo) -> Vec<Row> {
    let named = |licence: &String| if licence.is_empty() { context.words().lesson.no_licence.to_owned() } else { licence.clone() };
    info.licences.iter().map(|(licence, n)| (named(licence), None, *n)).collect()
}

fn origins(context: &AppContext, info: &SiteInfo) -> Vec<Row> {
    let words = context.words();
    let named = |origin: &Option<Origin>| origin.map_or(words.dates.unknown, |origin| words.lesson.origins[origin as usize]);
    info.origins.iter().map(|(origin, n)| (named(origin).to_owned(), None, *n)).collect()
}

/// An article and how its date is known; an inferred date names the other article by its title.
fn row(context: &AppContext, document: &AnalysedArticle, list: &[(ArticleId, AnalysedArticle)]) -> Html {
    let (meta, lang) = (&document.article.meta, context.lang());
    let by = meta.date.as_ref().map(|date| date.evidence.quote.as_str());
    let by = list.iter().find(|(_, other)| Some(other.article.meta.id.as_str()) == by).map(|(_, other)| other.article.label());
    html! {
        <tr>
            <th scope="row"><a href={context.address().article(&meta.id).href()}>{ document.article.label() }</a></th>
            <td>{ format::published(meta.date.as_ref(), lang) }</td>
            <td>{ format::evidence(meta.date.as_ref(), lang, by.as_deref()) }</td>
        </tr>
    }
}
