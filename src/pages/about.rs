//! What this collection is, how its dates are known, how often the analysis errs.

use crate::components::{Row, bars, fault, prose, waiting};
use crate::hooks::use_answer;
use crate::pages::{ViewProps, papers_or};
use crate::platform;
use crate::state::AppContext;
use yew::prelude::*;
use zeitlupe_core::article::{ArticleId, Origin};
use zeitlupe_core::room::question::Articles;
use zeitlupe_core::view::{AnalysedArticle, SiteInfo};
use zeitlupe_words::Lang;
use zeitlupe_words::address::Page;
use zeitlupe_words::format;

/// Most articles whose dates are listed.
const DATES_SHOWN: u32 = 24;

/// A page of plain words and of counts, and where each date comes from.
#[component]
pub fn About(ViewProps { desk }: &ViewProps) -> Html {
    let (words, lang) = (desk.words(), desk.lang());
    let shown = desk.corpus().map_or(0, |corpus| corpus.articles.min(DATES_SHOWN));
    let (answered, retry) = use_answer(desk, Some(Articles((0..shown).map(ArticleId).collect())));
    let dates = match (&answered.fault, answered.answer.get()) {
        (Some(trouble), _) => fault(words, trouble, &retry),
        (None, Some(list)) => {
            html! { <table><tbody>{ for list.iter().map(|(_, document)| row(desk, document, list)) }</tbody></table> }
        }
        _ => waiting(words),
    };
    let all = desk.corpus().map_or(0, |corpus| corpus.articles);
    papers_or(desk, |papers| {
        let pages = &papers.pages[usize::from(lang == Lang::En)];
        html! {
            <article class="paper about">
                <h1>{ words.lesson.about }</h1>
                { facts(desk) }
                <div class="counts">
                    { counted(words.lesson.counts[0], sources(desk, papers), lang) }
                    { counted(words.lesson.counts[1], licences(desk, papers), lang) }
                </div>
                { counted(words.about_dates, origins(desk, papers), lang) }
                <div class="scroll" tabindex="0" role="region" aria-label={words.about_dates}>{ dates }</div>
                if all > shown { <p class="quiet">{ format!("{} {} {}", format::number(shown, lang), words.of, format::number(all, lang)) }</p> }
                { prose(desk, &pages.about) }
                { prose(desk, &pages.limits) }
            </article>
        }
    })
}

/// How much there is, from when, and which state of it this is.
fn facts(desk: &AppContext) -> Html {
    let (words, lang) = (desk.words(), desk.lang());
    let Some(corpus) = desk.corpus() else { return html! {} };
    let size = [
        format::counted(corpus.articles, &words.articles, lang),
        format::counted(corpus.words, &words.words, lang),
        format::counted(corpus.entities, &words.entities, lang),
    ];
    let range = corpus.first.zip(corpus.last).map(|(first, last)| format::stretch(first, last, lang));
    let built = zeitlupe_words::address::parse_day(&platform::built()).map(|day| format::day(day, lang));
    let version = html! { <>{ env!("CARGO_PKG_VERSION") }{ ", " }{ words.lesson.hash }{ " " }<code>{ &corpus.hash }</code></> };
    let line = |name: &'static str, value: Html| html! { <><dt>{ name }</dt><dd>{ value }</dd></> };
    html! {
        <dl class="sums">
            { line(words.column_articles, html! { { size.join(", ") } }) }
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

fn sources(desk: &AppContext, papers: &SiteInfo) -> Vec<Row> {
    let row = |(source, n): &(String, u32)| {
        let there = desk.address().at(Page::Search).filtered(|filter| filter.source = Some(source.clone()));
        (format::source(Some(source), desk.words()).to_owned(), Some(there.href()), *n)
    };
    papers.sources.iter().map(row).collect()
}

fn licences(desk: &AppContext, papers: &SiteInfo) -> Vec<Row> {
    let named = |licence: &String| if licence.is_empty() { desk.words().lesson.no_licence.to_owned() } else { licence.clone() };
    papers.licences.iter().map(|(licence, n)| (named(licence), None, *n)).collect()
}

fn origins(desk: &AppContext, papers: &SiteInfo) -> Vec<Row> {
    let words = desk.words();
    let named = |origin: &Option<Origin>| origin.map_or(words.date_unknown, |origin| words.lesson.origins[origin as usize]);
    papers.origins.iter().map(|(origin, n)| (named(origin).to_owned(), None, *n)).collect()
}

/// An article and how its date is known; one that was concluded from another of the list names that by what it is called.
fn row(desk: &AppContext, document: &AnalysedArticle, list: &[(ArticleId, AnalysedArticle)]) -> Html {
    let (meta, lang) = (&document.article.meta, desk.lang());
    let by = meta.date.as_ref().map(|date| date.evidence.quote.as_str());
    let by = list.iter().find(|(_, other)| Some(other.article.meta.id.as_str()) == by).map(|(_, other)| other.article.label());
    html! {
        <tr>
            <th scope="row"><a href={desk.address().article(&meta.id).href()}>{ document.article.label() }</a></th>
            <td>{ format::published(meta.date.as_ref(), lang) }</td>
            <td>{ format::evidence(meta.date.as_ref(), lang, by.as_deref()) }</td>
        </tr>
    }
}
