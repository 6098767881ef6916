//! Names that occur together, as a table.

use super::name_table::{choose, name_link};
use super::sortable_table::{Cell, Head, sortable_table};
use crate::components::save_button;
use crate::state::AppContext;
use yew::prelude::*;
use zeitlupe_core::entity::EntityId;
use zeitlupe_core::entity::table::Order;
use zeitlupe_core::order;
use zeitlupe_core::text::fold;
use zeitlupe_words::address::{Address, EntityName, NamesState, Page};
use zeitlupe_words::format;

/// Two names that occur together, with the number of sentences and of articles.
pub type Pair = ([EntityId; 2], u32, u32);

/// The first `shown` pairs in the order of the address. If all contain the `chosen` name, only the other one is shown.
pub fn together(context: &AppContext, chosen: bool, mut pairs: Vec<Pair>, shown: usize, more: Callback<MouseEvent>) -> Html {
    let (words, address) = (context.words(), context.address());
    let first = usize::from(chosen);
    let name = |id: EntityId| context.entity(id).map(|entity| fold(&entity.name)).unwrap_or_default();
    match address.names.pairs {
        Order::Name => order::sort_by_key(&mut pairs, |(ids, ..)| name(ids[first])),
        Order::Articles => order::sort_by_key(&mut pairs, |(.., articles)| std::cmp::Reverse(*articles)),
        _ => {}
    }
    let head = |class: &'static str, name: &'static str, order: Order| {
        Head::sorting(
            class,
            name,
            order,
            address.names.pairs,
            Address { names: NamesState { pairs: order, ..address.names }, ..address.clone() },
        )
    };
    let mut heads = vec![head("", words.names.column_name, Order::Name)];
    if !chosen {
        heads.push(Head::plain("", words.names.together_with));
    }
    heads.extend([head("number", words.names.column_sentences, Order::Count), head("number", words.names.column_both, Order::Articles)]);
    let title = if chosen { words.names.together_with } else { words.names.together };
    let count = pairs.len();
    let rows = pairs.iter().take(shown).map(|pair| (false, cells(context, pair, first))).collect();
    let saved = {
        let context = context.clone();
        move || file(&context, &pairs)
    };
    html! {
        <section class="together">
            <h2>{ title }</h2>
            if count == 0 { <p class="quiet">{ words.names.together_none }</p> } else {
                { sortable_table(title, heads, rows) }
                if !address.filter.with.is_empty() { <p class="quiet">{ words.names.together_whole }</p> }
                <p class="actions">
                    if count > shown { <button type="button" onclick={more}>{ words.more }</button> }
                    { save_button(context, "zusammen.csv", saved) }
                </p>
            }
        </section>
    }
}

fn cells(context: &AppContext, (ids, sentences, articles): &Pair, first: usize) -> Vec<Cell> {
    let (words, lang) = (context.words(), context.lang());
    let mut cells: Vec<Cell> = ids[first..].iter().map(|id| ("", name_link(context, *id))).collect();
    cells.push(("number", html! { { format::number(*sentences, lang) } }));
    let with: Vec<EntityName> = ids.iter().filter_map(|id| choose(context, *id)?.1.entity).collect();
    let label = format!("{}: {}", words.names.column_both, with.iter().map(|name| name.name.as_str()).collect::<Vec<_>>().join(", "));
    let there = context.address().at(Page::Search).filtered(|filter| filter.with = with);
    let count = format::number(*articles, lang);
    cells.push(("number", html! { <a href={there.href()} aria-label={format!("{label}, {count}")}>{ count }</a> }));
    cells
}

fn file(context: &AppContext, pairs: &[Pair]) -> Vec<Vec<String>> {
    let words = context.words();
    let heads = [words.names.column_name, words.names.together_with, words.names.column_sentences, words.names.column_both]
        .map(str::to_owned)
        .to_vec();
    let name = |id: EntityId| context.entity(id).map(|entity| entity.name.clone()).unwrap_or_default();
    let row = |(ids, sentences, articles): &Pair| vec![name(ids[0]), name(ids[1]), sentences.to_string(), articles.to_string()];
    [heads].into_iter().chain(pairs.iter().map(row)).collect()
}
