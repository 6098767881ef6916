//! The card of a name or a time: what it is, how it is known, where else it occurs.

use crate::components::close::close;
use crate::components::{Row, bars, correct_form, inline_fault, waiting};
use crate::hooks::again;
use crate::state::{AppContext, Cached};
use yew::prelude::*;
use zeitlupe_core::entity::{Entity, EntityId};
use zeitlupe_core::order;
use zeitlupe_core::time::TimeExpression;
use zeitlupe_core::view::{AnalysedArticle, MarkedName};
use zeitlupe_words::address::{Address, EntityName, ItemName, Layer, Page, Passage, TimeState};
use zeitlupe_words::format;

/// The most articles that a card lists.
const ARTICLES_SHOWN: usize = 6;

/// The canonical name, its forms, counts by article; with an open article also which mention this is, why it was recognised, and a form
/// to correct it. `mention` is the index of the opened mention in the document.
pub fn name_card(context: &AppContext, name: &EntityName, document: Option<&AnalysedArticle>, mention: Option<usize>) -> Html {
    let words = context.words();
    let Some((id, entity)) = context.find_entity(name) else {
        let corrections = &context.state.corrections;
        let gone = context.state.entities.ready().is_some() && corrections.version == corrections.applied;
        return match context.state.fault_of(Cached::Entities) {
            Some(trouble) => inline_fault(words, trouble, &again(context)),
            None if gone => html! { <p class="quiet" role="status">{ words.names.unknown }</p> },
            None => waiting(words),
        };
    };
    let forms: Vec<String> = entity
        .forms
        .iter()
        .filter(|(form, _)| !form.split_whitespace().eq(entity.name.split_whitespace()))
        .take(8)
        .map(|(form, _)| format!("„{form}“"))
        .collect();
    let roles: Vec<&str> = entity.roles.iter().map(|(role, _)| role.as_str()).take(5).collect();
    let item = entity.known.and_then(|known| known.wikidata).map(|number| format!("https://www.wikidata.org/wiki/Q{number}"));
    let lang = context.lang();
    let narrowed = context.address().at(Page::Search).filtered(|filter| filter.with = vec![name.clone()]);
    let places = Address { entity: Some(name.clone()), ..context.address().at(Page::Names) };
    html! {
        <section class={classes!("card", Layer::Names(entity.kind).class())} aria-labelledby="karte">
            { close(context) }
            <p class="kind">{ words.names.kind[entity.kind as usize] }</p>
            <h2 id="karte">{ &entity.name }</h2>
            if !forms.is_empty() { <p>{ words.names.also }{ " " }{ forms.join(", ") }</p> }
            if !roles.is_empty() { <p class="roles">{ words.names.called }{ " " }{ roles.join(", ") }</p> }
            { bars(&rows(context, name, entity), "", lang) }
            { bars(&sources(context, entity), "", lang) }
            <p>{ summary(context, entity) }</p>
            if let Some(document) = document { { here(context, name, document, id, mention) } }
            <p class="actions">
                if context.address().page != Page::Names { <a class="button" href={places.href()}>{ words.names.all_places }</a> }
                <a class="button" href={narrowed.href()}>{ words.names.filter_by }</a>
                if let Some(item) = item { <a class="button" href={item} target="_blank" rel="noopener noreferrer">{ "Wikidata ↗" }</a> }
                <a class="button" href={narrowed.beside(Page::Time).href()}>{ words.names.filter_time }</a>
            </p>
        </section>
    }
}

fn rows(context: &AppContext, name: &EntityName, entity: &Entity) -> Vec<Row> {
    let mut counts = entity.counts.clone();
    order::sort_by_key(&mut counts, |(article, n)| (std::cmp::Reverse(*n), *article));
    let row = |(article, n): (zeitlupe_core::article::ArticleId, u32)| {
        let summary = context.summary(article)?;
        let there = Address { entity: Some(name.clone()), ..context.address().article(&summary.id) };
        Some((summary.label.clone(), Some(there.href()), n))
    };
    counts.into_iter().take(ARTICLES_SHOWN).filter_map(row).collect()
}

fn summary(context: &AppContext, entity: &Entity) -> String {
    let (words, lang) = (context.words(), context.lang());
    let places = format::places_in(entity.total(), entity.counts.len() as u32, lang);
    let derived = if entity.derived > 0 {
        format!("; {} {}", format::number(entity.derived, lang), words.names.derived_forms)
    } else {
        String::new()
    };
    let dates = entity.counts.iter().filter_map(|(article, _)| context.summary(*article)?.date.clone());
    let dates: Vec<_> = dates.collect();
    let [first, last] = words.names.seen;
    let first = dates.iter().min_by_key(|date| date.earliest).map(|date| format!("; {first} {}", format::published(Some(date), lang)));
    let last = dates.iter().max_by_key(|date| date.latest).map(|date| format!(", {last} {}", format::published(Some(date), lang)));
    format!("{places}{derived}{}{}", first.unwrap_or_default(), last.unwrap_or_default())
}

/// Mentions by source, if there are several.
fn sources(context: &AppContext, entity: &Entity) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for (article, n) in &entity.counts {
        let Some(summary) = context.summary(*article) else { continue };
        let source = format::source(summary.source.as_deref(), context.words()).to_owned();
        match rows.iter_mut().find(|(other, ..)| *other == source) {
            Some((.., count)) => *count += n,
            None => rows.push((source, None, *n)),
        }
    }
    order::sort_by_key(&mut rows, |(.., n)| std::cmp::Reverse(*n));
    rows.truncate(if rows.len() > 1 { ARTICLES_SHOWN } else { 0 });
    rows
}

/// The name in the open article: links between mentions, why and how surely they were recognised, a form to correct them.
fn here(context: &AppContext, name: &EntityName, document: &AnalysedArticle, id: EntityId, mention: Option<usize>) -> Html {
    let words = context.words();
    let all: Vec<(usize, &MarkedName)> = document.names.iter().enumerate().filter(|(_, name)| name.entity == id).collect();
    let Some((_, first)) = all.first() else { return html! {} };
    let at = all.iter().position(|(n, _)| Some(*n) == mention);
    let (meant, one) = (at.map_or(&all[..], |at| &all[at..=at]), at.map_or(*first, |at| all[at].1));
    let mut why: Vec<_> = meant.iter().map(|(_, name)| name.why).collect();
    order::sort_by_key(&mut why, |why| *why);
    why.dedup();
    let sure = |confidence: fn(u8, u8) -> u8| meant.iter().map(|(_, name)| name.confidence).reduce(confidence).unwrap_or_default();
    let (low, high) = (sure(u8::min), sure(u8::max));
    let sure = if low == high { format!("{low} %") } else { format!("{low}–{high} %") };
    let names: Vec<_> = why.iter().map(|why| words.names.why[*why as usize]).collect();
    let count = all.len();
    let step = |to: usize, sign: &'static str, label: &'static str| {
        let span = all[to].1.span;
        let passage = Some(Passage { start: span.start, quote: span.of(&document.article.text).to_owned() });
        let there = Address { entity: Some(name.clone()), passage, ..context.address().clone() };
        html! { <a class="button" href={there.href()} aria-label={label}>{ sign }</a> }
    };
    let place = at.map_or_else(
        || format::counted(count as u32, &words.places, context.lang()),
        |at| format!("{} {} {} {count}", words.names.mention, at + 1, words.of),
    );
    html! {
        <>
            <p class="quiet">{ words.names.recognised }{ " " }{ names.join(", ") }{ " · " }{ sure }</p>
            <div class="steps" role="group" aria-label={words.names.mention}>
                <span>{ place }</span>
                { step(at.map_or(count - 1, |at| (at + count - 1) % count), "↑", words.names.previous_mention) }
                { step(at.map_or(0, |at| (at + 1) % count), "↓", words.names.next_mention) }
            </div>
            { correct_form(context, name, document, one) }
        </>
    }
}

/// The meaning of a time, as precisely as it is known; `surface` is its text.
pub fn time_card(context: &AppContext, time: &TimeExpression, surface: &str) -> Html {
    let (words, lang) = (context.words(), context.lang());
    let meant = time.earliest.zip(time.latest).map_or_else(|| words.dates.unresolved.to_owned(), |(a, b)| format::period(a, b, lang));
    let from = time.earliest.zip(time.latest);
    let item = match &context.address().page {
        Page::Article(article) => Some(ItemName { article: article.clone(), passage: context.address().passage.clone() }),
        _ => None,
    };
    let timeline = from.map(|_| Address { time: TimeState { item, ..TimeState::default() }, ..context.address().at(Page::Time) });
    html! {
        <section class="card time" aria-labelledby="karte">
            { close(context) }
            <p class="kind">{ words.dates.kinds[time.kind as usize] }</p>
            <h2 id="karte">{ format!("„{surface}“") }</h2>
            <p class="value">{ meant }</p>
            <p class="quiet">{ format::reason(time, lang) }</p>
            if !time.value.is_empty() { <p class="quiet">{ "TIMEX3 " }<code>{ &time.value }</code></p> }
            if let Some(timeline) = timeline { <p class="actions"><a class="button" href={timeline.href()}>{ words.timeline.title }</a></p> }
        </section>
    }
}
