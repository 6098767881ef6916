//! Values to narrow a search by, with their counts.

use crate::components::{Row, bars};
use crate::state::AppContext;
use yew::prelude::*;
use zeitlupe_core::entity::EntityKind;
use zeitlupe_core::room::Facets;
use zeitlupe_words::address::EntityName;
use zeitlupe_words::format;

/// Sources, months, persons, places, organisations. Active values are not offered again.
///
/// If names have not been counted, a button calls `count`.
pub fn facet_panel(context: &AppContext, facets: &Facets, count: Option<Callback<MouseEvent>>) -> Html {
    let (words, address, lang) = (context.words(), context.address(), context.lang());
    let source = |(source, n): &(String, u32)| {
        let narrowed = address.filtered(|filter| filter.source = Some(source.clone()));
        (format::source(Some(source), words).to_owned(), Some(narrowed.href()), *n)
    };
    let month = |(month, n): &(String, u32)| {
        let narrowed = address.filtered(|filter| filter.month = Some(month.clone()));
        (format::month(month, lang), Some(narrowed.href()), *n)
    };
    let panel = |heading: &'static str, class: &'static str, rows: Vec<Row>| {
        if rows.is_empty() {
            return html! {};
        }
        html! { <section><h3>{ heading }</h3>{ bars(&rows, class, lang) }</section> }
    };
    let named = |kind: EntityKind| {
        let free = |(_, k, name, _): &&(_, EntityKind, String, u32)| {
            *k == kind && !address.filter.with.iter().any(|e| e.kind == *k && e.name == *name)
        };
        let row = |(_, kind, name, n): &(_, EntityKind, String, u32)| {
            let mut with = address.filter.with.clone();
            with.push(EntityName { kind: *kind, name: name.clone() });
            (name.clone(), Some(address.filtered(|filter| filter.with = with).href()), *n)
        };
        facets.entities.iter().filter(free).take(8).map(row).collect::<Vec<_>>()
    };
    html! {
        <div class="facets">
            if address.filter.source.is_none() { { panel(words.source, "plain", facets.sources.iter().map(source).collect()) } }
            if address.filter.month.is_none() { { panel(words.month, "plain", facets.months.iter().map(month).collect()) } }
            if let Some(count) = count { <button type="button" onclick={count}>{ words.search.count_names }</button> }
            { panel(words.names.kinds[0], "per", named(EntityKind::Per)) }
            { panel(words.names.kinds[1], "loc", named(EntityKind::Loc)) }
            { panel(words.names.kinds[2], "org", named(EntityKind::Org)) }
        </div>
    }
}
