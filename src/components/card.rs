//! The card of a name or a time: what it is, how it is known, where else it stands.

use crate::address::{Address, EntityName, Layer, Page};
use crate::components::{Row, bars};
use crate::format;
use crate::state::{Action, Desk, State};
use yew::prelude::*;
use zeitlupe_core::bundle::Document;
use zeitlupe_core::entity::{Entity, EntityId};
use zeitlupe_core::order;
use zeitlupe_core::time::TimeExpression;

/// Most articles that a card lists.
const ARTICLES_SHOWN: usize = 6;

/// Canonical name, forms, counts by article; where an article is open, why the name was recognised in it.
pub fn name_card(desk: &Desk, name: &EntityName, document: Option<&Document>) -> Html {
    let words = desk.words();
    let Some((id, entity)) = desk.find_entity(name) else {
        return html! { <p class="waiting" role="status">{ words.loading }</p> };
    };
    let forms: Vec<String> = entity
        .forms
        .iter()
        .filter(|(form, _)| !form.split_whitespace().eq(entity.name.split_whitespace()))
        .take(8)
        .map(|(form, _)| format!("„{form}“"))
        .collect();
    let lang = desk.lang();
    let narrowed = Address { page: Page::Search, query: String::new(), with: vec![name.clone()], ..desk.address().at(Page::Search) };
    let places = Address { entity: Some(name.clone()), ..desk.address().at(Page::Names) };
    html! {
        <section class={classes!("card", Layer::Names(entity.kind).class())} aria-labelledby="karte">
            { close(desk) }
            <p class="kind">{ words.kind_one[entity.kind as usize] }</p>
            <h2 id="karte">{ &entity.name }</h2>
            if !forms.is_empty() { <p>{ words.also }{ " " }{ forms.join(", ") }</p> }
            { bars(&rows(desk, name, entity), "", lang) }
            <p>{ summary(desk, entity) }</p>
            if let Some(document) = document { { reasons(desk, document, id) } }
            <p class="actions">
                if desk.address().page != Page::Names { <a class="button" href={places.href()}>{ words.all_places }</a> }
                <a class="button" href={narrowed.href()}>{ words.filter_by }</a>
                <a class="button" href={narrowed.beside(Page::Time).href()}>{ words.filter_time }</a>
            </p>
        </section>
    }
}

fn rows(desk: &Desk, name: &EntityName, entity: &Entity) -> Vec<Row> {
    let mut counts = entity.counts.clone();
    order::sort_by_key(&mut counts, |(article, n)| (std::cmp::Reverse(*n), *article));
    let row = |(article, n): (zeitlupe_core::article::ArticleId, u32)| {
        let summary = desk.summary(article)?;
        let there = Address { entity: Some(name.clone()), ..desk.address().article(&summary.id) };
        Some((summary.label.clone(), Some(there.href()), n))
    };
    counts.into_iter().take(ARTICLES_SHOWN).filter_map(row).collect()
}

fn summary(desk: &Desk, entity: &Entity) -> String {
    let (words, lang) = (desk.words(), desk.lang());
    let places = format::places_in(entity.total(), entity.counts.len() as u32, lang);
    let derived =
        if entity.derived > 0 { format!("; {} {}", format::number(entity.derived, lang), words.derived_forms) } else { String::new() };
    format!("{places}{derived}")
}

/// Why the mentions in the opened article were recognised, and how sure the least sure of them is.
fn reasons(desk: &Desk, document: &Document, id: EntityId) -> Html {
    let words = desk.words();
    let here: Vec<_> = document.names.iter().filter(|name| name.entity == id).collect();
    let mut why: Vec<_> = here.iter().map(|name| name.why).collect();
    order::sort_by_key(&mut why, |why| *why);
    why.dedup();
    let Some((low, high)) = here.iter().map(|n| n.confidence).min().zip(here.iter().map(|n| n.confidence).max()) else { return html! {} };
    let sure = if low == high { format!("{low} %") } else { format!("{low}–{high} %") };
    let names: Vec<_> = why.iter().map(|why| words.why[*why as usize]).collect();
    html! { <p class="quiet">{ words.recognised }{ " " }{ names.join(", ") }{ " · " }{ sure }</p> }
}

/// What a time means, as exactly as it is known; `surface` are its words.
pub fn time_card(desk: &Desk, time: &TimeExpression, surface: &str) -> Html {
    let (words, lang) = (desk.words(), desk.lang());
    let meant = time.earliest.zip(time.latest).map_or_else(|| words.unresolved.to_owned(), |(a, b)| format::stretch(a, b, lang));
    let from = time.earliest.zip(time.latest);
    let timeline = from.map(|(from, to)| Address { from: Some(from), to: Some(to), ..desk.address().at(Page::Time) });
    html! {
        <section class="card time" aria-labelledby="karte">
            { close(desk) }
            <p class="kind">{ words.time_kinds[time.kind as usize] }</p>
            <h2 id="karte">{ format!("„{surface}“") }</h2>
            <p class="meant">{ meant }</p>
            if !time.value.is_empty() { <p class="quiet">{ "TIMEX3 " }<code>{ &time.value }</code></p> }
            if let Some(timeline) = timeline { <p class="actions"><a class="button" href={timeline.href()}>{ words.time }</a></p> }
        </section>
    }
}

/// The button that closes the card.
fn close(desk: &Desk) -> Html {
    let (dispatcher, address) = (desk.state.dispatcher(), desk.address().clone());
    let close = Callback::from(move |_: MouseEvent| close_card(&dispatcher, &address));
    html! { <button type="button" class="close" onclick={close} aria-label={desk.words().close}>{ "×" }</button> }
}

/// Closes the card of this address and gives the focus back to the mark that it was opened from.
pub fn close_card(dispatcher: &UseReducerDispatcher<State>, address: &Address) {
    let mark = address.passage.as_ref().map(|passage| format!("#m{}", passage.start));
    crate::platform::focus(mark.as_deref().unwrap_or("a.n.chosen"));
    dispatcher.dispatch(Action::Visit(Box::new(Address { entity: None, passage: None, ..address.clone() })));
}
