//! All names: as a table, as a network, on the map; and the places of the chosen one.

use crate::address::{Address, EntityName, Layer, NamesView, Page, Passage};
use crate::components::{Pair, chips, entity, fault, filter_ids, map, name_card, name_table, network, together, waiting};
use crate::format;
use crate::hooks::{Answered, Kept, fetch, use_kept, use_reply};
use crate::pages::ViewProps;
use crate::platform;
use crate::state::{Desk, Load};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;
use zeitlupe_core::entity::table::{Selection, Table};
use zeitlupe_core::entity::{EntityId, EntityKind};
use zeitlupe_core::room::{Edge, MapRequest, Place, Reply, Request};
use zeitlupe_core::time::Day;

/// Rows shown at first, and how many more each time.
const STEP: usize = 60;

/// Those named together with a name that are shown at first.
const NEAREST: usize = 8;

/// Places shown of one name.
const PLACES_SHOWN: usize = 200;

/// The list or a drawing of it, and beside it what belongs to the chosen name.
#[component]
pub fn Names(ViewProps { desk }: &ViewProps) -> Html {
    use_kept(desk, Kept::Entities, true);
    use_kept(desk, Kept::Summaries, true);
    let shown = use_state(|| STEP);
    let nearest = use_state(|| NEAREST);
    let letters = use_state(String::new);
    let (words, address) = (desk.words(), desk.address());
    let id = address.entity.as_ref().and_then(|name| desk.find_entity(name)).map(|(id, _)| id);
    let (places, retry) = use_reply(desk, id.map(Request::Places));
    let (companions, again) = use_reply(desk, id.map(Request::Together));
    let (drawn, redraw) = use_reply(desk, drawing_request(desk, id));
    let (table, dates) = use_table(desk, (*letters).clone());
    let more = |count: &UseStateHandle<usize>| {
        let count = count.clone();
        Callback::from(move |_: MouseEvent| count.set(*count + STEP))
    };
    let typed = {
        let letters = letters.clone();
        Callback::from(move |event: InputEvent| letters.set(event.target_unchecked_into::<HtmlInputElement>().value()))
    };
    let list = match &desk.state.entities {
        Load::Waiting => waiting(words),
        Load::Failed(trouble) => fault(words, trouble, &reload(desk)),
        Load::Ready(_) => name_table(desk, &table, &dates, *shown, more(&shown)),
    };
    let drawing = match drawn.reply.as_deref() {
        _ if address.view == NamesView::Table => html! {},
        _ if drawn.fault.is_some() => html! { { for drawn.fault.iter().map(|trouble| fault(words, trouble, &redraw)) } },
        Some(Reply::Network(net)) if address.view == NamesView::Net => network(desk, net),
        Some(Reply::Map(view)) if address.view == NamesView::Map => map(desk, view),
        _ => waiting(words),
    };
    let pairs = |answered: &Answered, retry: &Callback<()>| match answered.reply.as_deref() {
        _ if answered.fault.is_some() => html! { { for answered.fault.iter().map(|trouble| fault(words, trouble, retry)) } },
        Some(Reply::Together(list)) => {
            let fits = |id: EntityId| address.kind.is_none_or(|kind| entity(desk, id).is_some_and(|entity| entity.kind == kind));
            let list = list.iter().filter(|one| fits(one.entity));
            let pairs = list.filter_map(|one| Some(([id?, one.entity], one.sentences, one.articles))).collect();
            together(desk, true, pairs, *nearest, more(&nearest))
        }
        Some(Reply::Network(net)) => {
            let end = |at: u32| net.knots.get(at as usize).map(|knot| knot.entity);
            let pair = |edge: &Edge| -> Option<Pair> { Some(([end(edge.ends.0)?, end(edge.ends.1)?], edge.sentences, edge.articles)) };
            together(desk, false, net.edges.iter().filter_map(pair).collect(), *shown, more(&shown))
        }
        _ => html! {},
    };
    let beside = match (&address.entity, &places.fault, places.reply.as_deref()) {
        (None, ..) => match address.view {
            NamesView::Table => html! { <p class="quiet">{ words.names_choose }</p> },
            NamesView::Net => pairs(&drawn, &redraw),
            NamesView::Map => list.clone(),
        },
        (Some(_), Some(trouble), _) => fault(words, trouble, &retry),
        (Some(name), None, reply) => html! {
            <>
                { name_card(desk, name, None) }
                { pairs(&companions, &again) }
                if let Some(Reply::Places(list)) = reply { { group(desk, name, list) } }
            </>
        },
    };
    let view = ["as-table", "as-net", "as-map"][address.view as usize];
    html! {
        <div class={classes!("names", view, address.entity.is_some().then_some("chosen"))}>
            <header>
                <h1>{ words.names }</h1>
                { views(desk) }
                { kinds(desk) }
                { chips(desk) }
            </header>
            <section class="table">
                { drawing }
                if address.view == NamesView::Table {
                    <input class="filter" type="text" placeholder={words.names_filter} aria-label={words.names_filter} value={(*letters).clone()} oninput={typed} autocomplete="off" spellcheck="false" />
                }
                if address.view == NamesView::Table || (address.view == NamesView::Map && address.entity.is_some()) { { list } }
            </section>
            <section class="places" aria-live="polite">{ beside }</section>
        </div>
    }
}

fn reload(desk: &Desk) -> Callback<()> {
    let desk = desk.clone();
    Callback::from(move |()| fetch(&desk, Kept::Entities))
}

/// What the drawing of the view shows.
fn drawing_request(desk: &Desk, around: Option<EntityId>) -> Option<Request> {
    let address = desk.address();
    desk.state.entities.ready()?;
    let (kind, narrow) = (address.kind, platform::is_narrow());
    match address.view {
        NamesView::Table => None,
        NamesView::Net => Some(Request::Network { kind, around, narrow }),
        NamesView::Map => Some(Request::Map(MapRequest { kind, with: filter_ids(desk), around, zoom: address.zoom, narrow })),
    }
}

/// The table of what the address selects, and the dates of all articles.
#[hook]
fn use_table(desk: &Desk, letters: String) -> (Rc<Table>, Rc<Vec<Option<(Day, Day)>>>) {
    let (entities, summaries) = (desk.state.entities.ready().cloned(), desk.state.summaries.ready().cloned());
    let dates = use_memo(summaries, |summaries| {
        let date = |summary: &zeitlupe_core::room::Summary| summary.date.as_ref().map(|date| (date.earliest, date.latest));
        summaries.iter().flat_map(|list| list.iter().map(date)).collect::<Vec<_>>()
    });
    let address = desk.address();
    let placed = address.view == NamesView::Map;
    let selection = Selection { kind: address.kind, letters, with: filter_ids(desk), placed, order: address.names };
    let table = {
        let dates = dates.clone();
        use_memo((entities, dates.len(), selection), move |(entities, _, selection)| {
            entities.as_ref().map(|entities| Table::new(entities, &dates, selection)).unwrap_or_default()
        })
    };
    (table, dates)
}

/// The ways to show the names.
fn views(desk: &Desk) -> Html {
    let (words, address) = (desk.words(), desk.address());
    let link = |view: NamesView| {
        let current = (address.view == view).then_some("true");
        html! { <li><a href={Address { view, zoom: 0, ..address.clone() }.href()} aria-current={current}>{ words.names_views[view as usize] }</a></li> }
    };
    html! { <nav aria-label={words.names_views_label}><ul class="kinds">{ for [NamesView::Table, NamesView::Net, NamesView::Map].map(link) }</ul></nav> }
}

/// One kind, or all of them.
fn kinds(desk: &Desk) -> Html {
    let (words, address) = (desk.words(), desk.address());
    let link = |kind: Option<EntityKind>, name: &'static str| {
        let class = kind.map(|kind| classes!("n", Layer::Names(kind).class()));
        let current = (address.kind == kind).then_some("true");
        html! { <li><a href={Address { kind, ..address.clone() }.href()} aria-current={current}><span {class}>{ name }</span></a></li> }
    };
    html! {
        <ul class="kinds">
            { link(None, words.all_kinds) }
            { for EntityKind::ALL.into_iter().map(|kind| link(Some(kind), words.kinds[kind as usize])) }
        </ul>
    }
}

/// Every place of the name, in its sentence; each leads there.
fn group(desk: &Desk, name: &EntityName, places: &[Place]) -> Html {
    let groups = places.chunk_by(|a, b| a.article == b.article);
    let mut left = PLACES_SHOWN;
    let some = |places: &[Place]| {
        let count = places.len().min(left);
        left -= count;
        (count > 0).then(|| in_article(desk, name, &places[..count], places.len()))
    };
    html! {
        <>
            { for groups.filter_map(some) }
            if places.len() > PLACES_SHOWN { <p class="quiet">{ format!("{PLACES_SHOWN} {} {}", desk.words().of, format::number(places.len() as u32, desk.lang())) }</p> }
        </>
    }
}

fn in_article(desk: &Desk, name: &EntityName, places: &[Place], all: usize) -> Html {
    let Some(summary) = desk.summary(places[0].article) else { return html! {} };
    let line = |place: &Place| {
        let passage = Some(Passage { start: place.span.start, quote: place.sentence[1].clone() });
        let there =
            Address { page: Page::Article(summary.id.clone()), entity: Some(name.clone()), passage, ..desk.address().at(Page::Names) };
        let class = classes!("n", Layer::Names(name.kind).class());
        html! { <li lang="de"><a href={there.href()}>{ &place.sentence[0] }<b {class}>{ &place.sentence[1] }</b>{ &place.sentence[2] }</a></li> }
    };
    html! {
        <section class="group">
            <h3>{ &summary.label }{ " " }<span class="number">{ format::number(all as u32, desk.lang()) }</span></h3>
            <p class="meta">{ format::published(summary.date.as_ref(), desk.lang()) }</p>
            <ol class="lines">{ for places.iter().map(line) }</ol>
        </section>
    }
}
