//! All names in a table, and the places of the chosen one.

use crate::address::{Address, EntityName, Layer, NameOrder, Page, Passage};
use crate::components::{corrections, fault, name_card, waiting};
use crate::format;
use crate::hooks::{Kept, fetch, use_kept, use_reply};
use crate::pages::ViewProps;
use crate::state::{Desk, Load};
use web_sys::HtmlInputElement;
use yew::prelude::*;
use zeitlupe_core::entity::{Entity, EntityId, EntityKind};
use zeitlupe_core::order;
use zeitlupe_core::room::{Place, Reply, Request};
use zeitlupe_core::text::fold;

/// Rows shown at first, and how many more each time.
const STEP: usize = 60;

/// Places shown of one name.
const PLACES_SHOWN: usize = 200;

/// Table and places side by side.
#[component]
pub fn Names(ViewProps { desk }: &ViewProps) -> Html {
    use_kept(desk, Kept::Entities, true);
    use_kept(desk, Kept::Summaries, true);
    let shown = use_state(|| STEP);
    let wanted = use_state(String::new);
    let name = desk.address().entity.clone();
    let id = name.as_ref().and_then(|name| desk.find_entity(name)).map(|(id, _)| id);
    let (answered, retry) = use_reply(desk, id.map(Request::Places));
    let words = desk.words();
    let more = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.set(*shown + STEP))
    };
    let typed = {
        let wanted = wanted.clone();
        Callback::from(move |event: InputEvent| wanted.set(event.target_unchecked_into::<HtmlInputElement>().value()))
    };
    html! {
        <div class="names">
            <section class="table">
                <h1>{ words.names }</h1>
                { kinds(desk) }
                <input class="filter" type="text" placeholder={words.names_filter} aria-label={words.names_filter} value={(*wanted).clone()} oninput={typed} autocomplete="off" spellcheck="false" />
                {
                    match &desk.state.entities {
                        Load::Waiting => waiting(words),
                        Load::Failed(trouble) => fault(words, trouble, &reload(desk)),
                        Load::Ready(entities) => table(desk, entities, &wanted, *shown, more),
                    }
                }
                { corrections(desk) }
            </section>
            <section class="places" aria-live="polite">
                {
                    match (&name, &answered.fault, answered.reply.as_deref()) {
                        (None, ..) => html! { <p class="quiet">{ words.names_choose }</p> },
                        (Some(_), Some(trouble), _) => fault(words, trouble, &retry),
                        (Some(name), None, Some(Reply::Places(list))) => html! { <>{ name_card(desk, name, None, None) }{ places(desk, name, list) }</> },
                        (Some(name), None, _) => name_card(desk, name, None, None),
                    }
                }
            </section>
        </div>
    }
}

fn reload(desk: &Desk) -> Callback<()> {
    let desk = desk.clone();
    Callback::from(move |()| fetch(&desk, Kept::Entities))
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

/// The rows that fit what is typed, the first `shown` of them.
fn table(desk: &Desk, entities: &[Entity], wanted: &str, shown: usize, more: Callback<MouseEvent>) -> Html {
    let (words, address, lang) = (desk.words(), desk.address(), desk.lang());
    let rows = sorted(entities, address.kind, wanted, address.names);
    let most = rows.iter().map(|(_, entity)| entity.total()).max().unwrap_or(1).max(1);
    let head = |order: NameOrder, name: &'static str, class: &'static str| {
        let sorted = (address.names == order).then_some(if order == NameOrder::Name { "ascending" } else { "descending" });
        html! { <th scope="col" {class} aria-sort={sorted}><a href={Address { names: order, ..address.clone() }.href()}>{ name }</a></th> }
    };
    let row = |(_, entity): &(EntityId, &Entity)| {
        let name = EntityName { kind: entity.kind, name: entity.name.clone() };
        let open = address.entity.as_ref() == Some(&name);
        let there = Address { entity: Some(name), ..address.clone() };
        let width = (u64::from(entity.total()) * 100 / u64::from(most)).to_string();
        html! {
            <tr class={classes!(open.then_some("open"))}>
                <th scope="row"><a href={there.href()} aria-current={open.then_some("true")}>{ &entity.name }</a></th>
                <td><span class={classes!("n", Layer::Names(entity.kind).class())}>{ words.kind_one[entity.kind as usize] }</span></td>
                <td class="number">{ format::number(entity.total(), lang) }
                    <svg class={classes!("bar", Layer::Names(entity.kind).class())} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect {width} height="4" /></svg>
                </td>
                <td class="number">{ format::number(entity.counts.len() as u32, lang) }</td>
            </tr>
        }
    };
    html! {
        <>
            <p class="quiet" role="status">{ format::counted(rows.len() as u32, &words.entities, lang) }</p>
            if rows.is_empty() { <p>{ words.names_none }</p> } else {
                <table>
                    <thead><tr>
                        { head(NameOrder::Name, words.column_name, "") }
                        <th scope="col">{ words.column_kind }</th>
                        { head(NameOrder::Count, words.column_mentions, "number") }
                        { head(NameOrder::Articles, words.column_articles, "number") }
                    </tr></thead>
                    <tbody>{ for rows.iter().take(shown).map(row) }</tbody>
                </table>
            }
            if rows.len() > shown { <button type="button" class="more" onclick={more}>{ words.more }</button> }
        </>
    }
}

/// Those of one kind whose name or form contains the wanted letters, in order.
fn sorted<'e>(entities: &'e [Entity], kind: Option<EntityKind>, wanted: &str, by: NameOrder) -> Vec<(EntityId, &'e Entity)> {
    let wanted = fold(wanted.trim());
    let fits = |entity: &Entity| {
        entity.total() + entity.derived > 0
            && kind.is_none_or(|kind| entity.kind == kind)
            && (wanted.is_empty()
                || fold(&entity.name).contains(&wanted)
                || entity.forms.iter().any(|(form, _)| fold(form).contains(&wanted)))
    };
    let mut rows: Vec<_> = entities.iter().enumerate().filter(|(_, e)| fits(e)).map(|(n, e)| (EntityId(n as u32), e)).collect();
    match by {
        NameOrder::Count => order::sort_by_key(&mut rows, |(id, entity)| (std::cmp::Reverse(entity.total()), *id)),
        NameOrder::Name => {
            let mut keyed: Vec<_> = rows.into_iter().map(|(id, entity)| (fold(&entity.name), id, entity)).collect();
            order::sort_by(&mut keyed, |a, b| a.0.cmp(&b.0).then(a.1.cmp(&b.1)));
            rows = keyed.into_iter().map(|(_, id, entity)| (id, entity)).collect();
        }
        NameOrder::Articles => order::sort_by_key(&mut rows, |(id, entity)| (std::cmp::Reverse(entity.counts.len()), *id)),
    }
    rows
}

/// Every place of the name, in its sentence; each leads there.
fn places(desk: &Desk, name: &EntityName, places: &[Place]) -> Html {
    let groups = places.chunk_by(|a, b| a.article == b.article);
    let mut left = PLACES_SHOWN;
    let group = |places: &[Place]| {
        let count = places.len().min(left);
        left -= count;
        (count > 0).then(|| in_article(desk, name, &places[..count], places.len()))
    };
    html! {
        <>
            { for groups.filter_map(group) }
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
