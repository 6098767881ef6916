//! All names as a table, a network or a map; and the mentions of the chosen name.

use crate::components::{
    Pair, chips, corrections, fault, filter_ids, instead_of, map, missing, name_card, name_table, network, set_aside, tabs, together,
    waiting,
};
use crate::hooks::{Answered, use_answer, use_cached};
use crate::pages::ViewProps;
use crate::platform;
use crate::state::{AppContext, Cached};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;
use zeitlupe_core::entity::table::{Selection, Table};
use zeitlupe_core::entity::{Companion, Entity, EntityId, EntityKind};
use zeitlupe_core::room::question::{Companions, Places, Within};
use zeitlupe_core::room::{Drawing, DrawingRequest, Fault, Place, Question};
use zeitlupe_words::address::{Address, EntityName, Layer, NamesState, NamesView, Page, Passage};
use zeitlupe_words::format;

/// Rows shown at first, and how many more each time.
const STEP: usize = 60;

/// How many names that occur with the chosen one are shown at first.
const NEAREST: usize = 8;

/// The most mentions shown of one name.
const PLACES_SHOWN: usize = 200;

/// The table or drawing, and next to it the chosen name.
#[component]
pub fn Names(ViewProps { context }: &ViewProps) -> Html {
    use_cached(context, Cached::Entities, true);
    use_cached(context, Cached::Summaries, true);
    let shown = use_state(|| STEP);
    let letters = use_state(String::new);
    let (words, address) = (context.words(), context.address());
    let id = address.entity.as_ref().and_then(|name| context.find_entity(name)).map(|(id, _)| id);
    let places = use_answer(context, id.map(Places));
    let companions = use_answer(context, id.map(Companions));
    let drawn = use_answer(context, drawing_request(context, id));
    let period = address.filter.period;
    let within = use_answer(context, (!period.is_open()).then_some(Within(period)));
    let table = use_table(context, (*letters).clone(), &within.0);
    let more = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.set(*shown + STEP))
    };
    let list = list(context, &within, &table, *shown, more.clone());
    // Without the names, nothing else is asked.
    let unnamed = missing(context, &[Cached::Entities]);
    let is_unnamed = unnamed.is_some();
    let main = unnamed.unwrap_or_else(|| main_part(context, &letters, &drawn, &list));
    let beside = match (&address.entity, address.names.view) {
        _ if is_unnamed => html! {},
        (None, NamesView::Table) => html! { <p class="quiet">{ words.names.choose }</p> },
        (None, NamesView::Net) => match answer_of(context, &drawn) {
            Ok(net) => together(context, false, pairs_in(net), *shown, more),
            Err(instead) => instead,
        },
        (None, NamesView::Map) => list,
        (Some(name), _) => {
            let pairs = match answer_of(context, &companions) {
                Ok(all) => together(context, true, pairs_with(context, id, all), NEAREST + *shown - STEP, more),
                Err(instead) => instead,
            };
            let lines = match answer_of(context, &places) {
                Ok(places) => instead_of(context, &[Cached::Summaries]).unwrap_or_else(|| group(context, name, places)),
                Err(instead) => instead,
            };
            html! { <>{ name_card(context, name, None, None) }{ pairs }{ lines }</> }
        }
    };
    let view = ["as-table", "as-net", "as-map"][address.names.view as usize];
    let main = html! { <section class="table" key="main">{ main }{ set_aside(context, true) }{ corrections(context) }</section> };
    let beside = html! { <section class="places" key="beside">{ beside }</section> };
    // In one column, the mentions go above the long table of names, but below a drawing.
    let parts = if address.names.view == NamesView::Table { [beside, main] } else { [main, beside] };
    html! {
        <div class={classes!("names", view)}>
            <header>
                <h1>{ words.names.title }</h1>
                { views(context) }
                { kinds(context) }
                { chips(context) }
            </header>
            <p class="unseen" role="status">{ chosen(context) }</p>
            { for parts }
        </div>
    }
}

/// The table of names, or a placeholder.
fn list(context: &AppContext, within: &Asked<Within>, table: &Rc<Table>, shown: usize, more: Callback<MouseEvent>) -> Html {
    // Without the articles of the filter, the counts would be wrong.
    let uncounted = || if context.address().filter.period.is_open() { None } else { answer_of(context, within).err() };
    let instead = instead_of(context, &[Cached::Entities, Cached::Summaries]).or_else(uncounted);
    instead.unwrap_or_else(|| name_table(context, table, shown, more))
}

/// The main part: the table or the drawing.
fn main_part(context: &AppContext, letters: &UseStateHandle<String>, drawn: &Asked<DrawingRequest>, list: &Html) -> Html {
    match (context.address().names.view, answer_of(context, drawn)) {
        (NamesView::Table, _) => html! { <>{ letters_field(context, letters) }{ list.clone() }</> },
        (NamesView::Net, Ok(net)) if net.land.is_empty() => network(context, net),
        (NamesView::Map, Ok(view)) if !view.land.is_empty() => {
            html! { <>{ map(context, view) }if context.address().entity.is_some() { { list.clone() } }</> }
        }
        (_, Ok(_)) => waiting(context.words()),
        (_, Err(instead)) => instead,
    }
}

/// The live region for a chosen name: only the number of its mentions is announced.
fn chosen(context: &AppContext) -> String {
    let entity = context.address().entity.as_ref().and_then(|name| context.find_entity(name)).map(|(_, entity)| entity);
    let spoken =
        |entity: &Entity| format!("{}, {}", entity.name, format::places_in(entity.total(), entity.counts.len() as u32, context.lang()));
    entity.map(spoken).unwrap_or_default()
}

/// A question's state, and a callback to retry.
type Asked<Q> = (Answered<Q>, Callback<()>);

/// The answer, or a placeholder or error.
fn answer_of<'a, Q: Question>(context: &AppContext, (answered, retry): &'a Asked<Q>) -> Result<&'a Q::Answer, Html> {
    answered.answer.get().ok_or_else(|| no_answer(context, answered.fault.as_ref(), retry))
}

fn no_answer(context: &AppContext, trouble: Option<&Fault>, retry: &Callback<()>) -> Html {
    trouble.map_or_else(|| waiting(context.words()), |trouble| fault(context.words(), trouble, retry))
}

fn letters_field(context: &AppContext, letters: &UseStateHandle<String>) -> Html {
    let label = context.words().names.filter;
    let typed = {
        let letters = letters.clone();
        Callback::from(move |event: InputEvent| letters.set(event.target_unchecked_into::<HtmlInputElement>().value()))
    };
    html! { <input class="filter" type="text" placeholder={label} aria-label={label} value={(**letters).clone()} oninput={typed} autocomplete="off" spellcheck="false" /> }
}

/// The chosen name paired with each companion of the shown kind.
fn pairs_with(context: &AppContext, id: Option<EntityId>, all: &[Companion]) -> Vec<Pair> {
    let kind = context.address().names.kind;
    let fits = |id: EntityId| kind.is_none_or(|kind| context.entity(id).is_some_and(|entity| entity.kind == kind));
    let list = all.iter().filter(|one| fits(one.entity));
    list.filter_map(|one| Some(([id?, one.entity], one.sentences, one.articles))).collect()
}

fn pairs_in(net: &Drawing) -> Vec<Pair> {
    let end = |at: u32| net.marks.get(at as usize).map(|mark| mark.entity);
    net.edges.iter().filter_map(|edge| Some(([end(edge.ends.0)?, end(edge.ends.1)?], edge.sentences, edge.articles))).collect()
}

/// The request for the drawing.
fn drawing_request(context: &AppContext, around: Option<EntityId>) -> Option<DrawingRequest> {
    let NamesState { kind, view, zoom, .. } = context.address().names;
    let is_known = context.state.entities.ready().is_some();
    (view != NamesView::Table && is_known).then(|| {
        let (map, narrow) = (view == NamesView::Map, platform::is_narrow());
        DrawingRequest { map, kind, with: filter_ids(context), period: context.address().filter.period, around, zoom, narrow }
    })
}

/// The table for the filter in the address; `within` are the articles of its period.
#[hook]
fn use_table(context: &AppContext, letters: String, within: &Answered<Within>) -> Rc<Table> {
    let NamesState { kind, view, order, .. } = context.address().names;
    let within = within.answer.get().cloned().flatten();
    let selection = Selection { kind, letters, with: filter_ids(context), within, placed: view == NamesView::Map, order };
    let deps = (context.state.entities.ready().cloned(), context.state.summaries.ready().cloned(), selection);
    use_memo(deps, |(entities, summaries, selection)| {
        let (Some(entities), Some(summaries)) = (entities, summaries) else { return Table::default() };
        let dates = summaries.iter().map(|summary| summary.date.as_ref().map(|date| (date.earliest, date.latest)));
        Table::new(entities, dates.collect(), selection)
    })
}

/// The ways to show the names.
fn views(context: &AppContext) -> Html {
    let (words, address) = (context.words(), context.address());
    let way = |view: NamesView| {
        (
            words.names.views[view as usize],
            None,
            Address { names: NamesState { view, zoom: 0, ..address.names }, ..address.clone() },
            address.names.view == view,
        )
    };
    html! { <nav aria-label={words.names.views_label}>{ tabs([NamesView::Table, NamesView::Net, NamesView::Map].map(way).to_vec()) }</nav> }
}

/// One kind, or all of them.
fn kinds(context: &AppContext) -> Html {
    let (words, address) = (context.words(), context.address());
    let way = |kind: Option<EntityKind>| {
        let name = kind.map_or(words.names.all_kinds, |kind| words.names.kinds[kind as usize]);
        let class = kind.map(|kind| Layer::Names(kind).class());
        (name, class, Address { names: NamesState { kind, ..address.names }, ..address.clone() }, address.names.kind == kind)
    };
    tabs([None].into_iter().chain(EntityKind::ALL.map(Some)).map(way).collect())
}

/// Every mention of the name in its sentence, with a link.
fn group(context: &AppContext, name: &EntityName, places: &[Place]) -> Html {
    let groups = places.chunk_by(|a, b| a.article == b.article);
    let mut left = PLACES_SHOWN;
    let some = |places: &[Place]| {
        let count = places.len().min(left);
        left -= count;
        (count > 0).then(|| in_article(context, name, &places[..count], places.len()))
    };
    html! {
        <>
            { for groups.filter_map(some) }
            if places.len() > PLACES_SHOWN { <p class="quiet">{ format!("{PLACES_SHOWN} {} {}", context.words().of, format::number(places.len() as u32, context.lang())) }</p> }
        </>
    }
}

fn in_article(context: &AppContext, name: &EntityName, places: &[Place], all: usize) -> Html {
    let Some(summary) = context.summary(places[0].article) else { return html! {} };
    let line = |place: &Place| {
        let passage = Some(Passage { start: place.span.start, quote: place.sentence[1].clone() });
        let there =
            Address { page: Page::Article(summary.id.clone()), entity: Some(name.clone()), passage, ..context.address().at(Page::Names) };
        let class = classes!("n", Layer::Names(name.kind).class());
        html! { <li lang="de"><a href={there.href()}>{ &place.sentence[0] }<b {class}>{ &place.sentence[1] }</b>{ &place.sentence[2] }</a></li> }
    };
    html! {
        <section class="group">
            <h3>{ &summary.label }{ " " }<span class="number">{ format::number(all as u32, context.lang()) }</span></h3>
            <p class="meta">{ format::published(summary.date.as_ref(), context.lang()) }</p>
            <ol class="lines">{ for places.iter().map(line) }</ol>
        </section>
    }
}
