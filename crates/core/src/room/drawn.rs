//! Drawings: names that are mentioned together as a network, places on a map.

use super::request::{Drawing, DrawingRequest, Edge};
use super::stop::Stop;
use super::store::Store;
use crate::drawing::labels::{Symbol, labels, short};
use crate::drawing::map::{Spot, circles, window};
use crate::drawing::network::layout;
use crate::drawing::{Frame, Mark};
use crate::entity::table::{Row, Selection, Table};
use crate::entity::{Entity, EntityId, EntityKind};
use crate::order;
use crate::part::PartKey;
use std::cmp::Reverse;

/// Number of most frequent names among which the best connected are selected.
const CANDIDATES: usize = 60;
/// Most names without coordinates that are listed.
const LISTED: usize = 60;

/// What is asked for.
pub fn draw(store: &Store, request: &DrawingRequest) -> Result<Drawing, Stop> {
    if request.map { map(store, request) } else { network(store, request) }
}

/// The network around one name, or of the names that are mentioned together most often.
fn network(store: &Store, request: &DrawingRequest) -> Result<Drawing, Stop> {
    let size = if request.narrow { 12 } else { 24 };
    let entities = &store.entities()?.entities;
    let is_wanted = |id: &EntityId| entities.get(id.0 as usize).is_some_and(|entity| request.kind.is_none_or(|kind| entity.kind == kind));
    let mut ids: Vec<EntityId> = match request.around {
        // A name that the reader has removed in the meantime is in no network.
        Some(id) if entities.get(id.0 as usize).is_none() => Vec::new(),
        Some(id) => {
            let mut ids = vec![id];
            ids.extend(store.companions(id)?.into_iter().map(|one| one.entity).filter(is_wanted).take(size));
            ids
        }
        None => (0..entities.len() as u32).map(EntityId).filter(is_wanted).take(CANDIDATES).collect(),
    };
    store.require(ids.iter().flat_map(|&id| store.relations_parts(id)))?;
    let mut edges = edges(store, &ids)?;
    if request.around.is_none() {
        let mut strength = vec![0; ids.len()];
        for edge in &edges {
            strength[edge.ends.0 as usize] += edge.sentences;
            strength[edge.ends.1 as usize] += edge.sentences;
        }
        let best = order::first(ids.len() as u32, size, &mut |a, b| strength[b as usize].cmp(&strength[a as usize]));
        ids = best.into_iter().filter(|&at| strength[at as usize] > 0).map(|at| ids[at as usize]).collect();
        edges = self::edges(store, &ids)?;
    }
    order::sort_by_key(&mut edges, |edge| (Reverse((edge.sentences, edge.articles)), edge.ends));
    // More lines could not be followed. All lines to the middle stay, otherwise the strongest of each name.
    let mut left = ids.len() * 2;
    let mut has_one = vec![false; ids.len()];
    edges.retain(|edge| {
        let (a, b) = (edge.ends.0 as usize, edge.ends.1 as usize);
        let is_needed = if request.around.is_some() { a == 0 } else { !has_one[a] || !has_one[b] };
        let is_kept = is_needed || left > 0;
        left = left.saturating_sub(usize::from(is_kept));
        has_one[a] |= is_kept;
        has_one[b] |= is_kept;
        is_kept
    });
    Ok(laid_out(entities, &ids, edges, Frame::network(request.narrow), request.around.is_some()))
}

/// The pairs of these that are named together, each once.
fn edges(store: &Store, ids: &[EntityId]) -> Result<Vec<Edge>, Stop> {
    let mut edges: Vec<Edge> = Vec::new();
    for (n, &id) in ids.iter().enumerate() {
        for one in store.companions(id)? {
            let Some(other) = ids.iter().position(|other| *other == one.entity) else { continue };
            let ends = (n.min(other) as u32, n.max(other) as u32);
            if !edges.iter().any(|edge| edge.ends == ends) {
                edges.push(Edge { ends, sentences: one.sentences, articles: one.articles });
            }
        }
    }
    Ok(edges)
}

fn laid_out(entities: &[Entity], ids: &[EntityId], edges: Vec<Edge>, frame: Frame, pinned: bool) -> Drawing {
    let of = |id: &EntityId| &entities[id.0 as usize];
    let most = ids.iter().map(|id| of(id).total()).max().unwrap_or(1).max(1);
    let largest = if frame.width < 600 { 15.0 } else { 22.0 };
    let radii: Vec<f64> = ids.iter().map(|id| (largest * (f64::from(of(id).total()) / f64::from(most)).sqrt()).max(4.5)).collect();
    let strongest = f64::from(edges.iter().map(|edge| edge.sentences).max().unwrap_or(1).max(1));
    let pulls: Vec<(u32, u32, f64)> = edges.iter().map(|edge| (edge.ends.0, edge.ends.1, f64::from(edge.sentences) / strongest)).collect();
    let places = layout(&radii, &pulls, frame, pinned);
    let symbol = |(n, id): (usize, &EntityId)| Symbol { at: places[n], radius: radii[n], letters: short(&of(id).name).chars().count() };
    let symbols: Vec<Symbol> = ids.iter().enumerate().map(symbol).collect();
    let marks = symbols.iter().zip(labels(&symbols, frame, false)).zip(ids).map(|((symbol, label), &entity)| {
        let counts = &of(&entity).counts;
        Mark { entity, count: of(&entity).total(), articles: counts.len() as u32, at: symbol.at, radius: symbol.radius, label }
    });
    let marks = marks.collect();
    Drawing { frame, marks, edges, land: String::new(), beyond: 0, without: 0, unplaced: Vec::new(), zoom: 0, furthest: 0 }
}

/// The selected places, on a map of the world or of a part of it.
fn map(store: &Store, request: &DrawingRequest) -> Result<Drawing, Stop> {
    let times = (request.period.mentioned && !request.period.is_open()).then_some(PartKey::Timeline);
    store.require([PartKey::Outline, PartKey::Entities, PartKey::Columns].into_iter().chain(times))?;
    let entities = &store.entities()?.entities;
    let within = store.within(&request.period)?;
    let dates = store.dates()?;
    let select = |kind: Option<EntityKind>, placed: bool| {
        Table::new(
            entities,
            dates.clone(),
            &Selection { kind, placed, with: request.with.clone(), within: within.as_deref().cloned(), ..Selection::default() },
        )
    };
    let spot = |row: &Row| {
        let entity = &entities[row.id.0 as usize];
        let letters = short(&entity.name).chars().count();
        Some(Spot { entity: row.id, place: entity.place()?, count: row.mentions, articles: row.articles, letters })
    };
    let spots: Vec<Spot> = select(request.kind, true).rows.iter().filter_map(spot).collect();
    let frame = Frame::map(request.narrow);
    let around = request.around.and_then(|id| entities.get(id.0 as usize)?.place());
    let (shown, zoom, furthest) = window(&spots, frame, request.zoom, around);
    let marks = circles(&spots, shown, frame);
    let all = select(Some(request.kind.unwrap_or(EntityKind::Loc)), false);
    let mut unplaced: Vec<EntityId> = all.rows.iter().map(|row| row.id).filter(|id| entities[id.0 as usize].place().is_none()).collect();
    let without = unplaced.len() as u32;
    unplaced.truncate(LISTED);
    let beyond = spots.len().saturating_sub(marks.len()) as u32;
    Ok(Drawing { frame, marks, edges: Vec::new(), land: store.outline()?.path(shown, frame), beyond, without, unplaced, zoom, furthest })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::Day;
    use crate::room::fixture::{Loaded, corpus, seeds};
    use crate::room::question;

    fn entities(loaded: &mut Loaded) -> Vec<Entity> {
        loaded.ask(question::Entities)
    }

    fn drawing(loaded: &mut Loaded, request: DrawingRequest) -> Drawing {
        loaded.ask(request)
    }

    fn find(entities: &[Entity], name: &str) -> EntityId {
        EntityId(entities.iter().position(|entity| entity.name == name).unwrap() as u32)
    }

    #[test]
    fn companions_are_connected_to_each_other() {
        let mut loaded = Loaded::new(&seeds());
        let all = entities(&mut loaded);
        let (putin, xi) = (find(&all, "Wladimir Putin"), find(&all, "Xi Jinping"));
        let mut with = |id: EntityId| loaded.ask(question::Companions(id));
        let one = with(putin).into_iter().find(|one| one.entity == xi).unwrap();
        let back = with(xi).into_iter().find(|one| one.entity == putin).unwrap();
        assert_eq!((one.sentences, one.articles), (back.sentences, back.articles));
        assert!(one.sentences > 5 && one.articles == 5, "{one:?}");
        assert!(with(EntityId(u32::MAX)).is_empty());
        assert!(loaded.parts.iter().filter(|key| matches!(key, PartKey::Relations(_))).count() == 1);
    }

    #[test]
    fn the_network_of_a_name_begins_with_it() {
        let mut loaded = Loaded::new(&seeds());
        let all = entities(&mut loaded);
        let putin = find(&all, "Wladimir Putin");
        for narrow in [false, true] {
            let around = DrawingRequest { around: Some(putin), narrow, ..DrawingRequest::default() };
            let net = drawing(&mut loaded, around.clone());
            assert_eq!(net.marks[0].entity, putin);
            assert!(net.marks.len() > 10 && net.marks.iter().all(|mark| mark.label.is_some()));
            assert_eq!(net.edges.iter().filter(|edge| edge.ends.0 == 0).count(), net.marks.len() - 1, "each has a line to the middle");
            assert_eq!(net, drawing(&mut loaded, around));
        }
    }

    #[test]
    fn an_unknown_name_has_no_network() {
        let mut loaded = Loaded::new(&seeds());
        let around = Some(EntityId(u32::MAX));
        assert!(drawing(&mut loaded, DrawingRequest { around, ..DrawingRequest::default() }).marks.is_empty());
        assert!(!drawing(&mut loaded, DrawingRequest { around, map: true, ..DrawingRequest::default() }).marks.is_empty());
    }

    #[test]
    fn the_network_of_all_has_names_mentioned_with_others() {
        let mut loaded = Loaded::new(&seeds());
        let all = entities(&mut loaded);
        let net = drawing(&mut loaded, DrawingRequest { kind: Some(EntityKind::Per), ..DrawingRequest::default() });
        assert!(net.marks.len() > 3 && net.marks.iter().all(|mark| all[mark.entity.0 as usize].kind == EntityKind::Per));
        assert!(net.edges.iter().all(|edge| edge.ends.0 < edge.ends.1 && (edge.ends.1 as usize) < net.marks.len()));
        let drawn = |n: u32| net.edges.iter().any(|edge| edge.ends.0 == n || edge.ends.1 == n);
        assert!((0..net.marks.len() as u32).all(drawn));
        let mut lonely = Loaded::new(&corpus(&["Anna Merzdorf kam.", "Nichts."]));
        assert!(drawing(&mut lonely, DrawingRequest::default()).marks.is_empty());
    }

    #[test]
    fn a_map_without_a_place_shows_the_world() {
        let mut loaded = Loaded::new(&corpus(&["Anna Merzdorf kam nach Niederunterfelden."]));
        let map = drawing(&mut loaded, DrawingRequest { map: true, ..DrawingRequest::default() });
        assert!(map.marks.is_empty() && map.land.len() > 10_000 && map.zoom == map.furthest);
        assert!(loaded.parts.contains(&PartKey::Outline));
    }

    #[test]
    fn the_timeline_only_has_articles_that_name_all() {
        let mut loaded = Loaded::new(&corpus(&[
            "Wladimir Putin reiste am 4. Februar 2022 nach Peking.",
            "Olaf Scholz reiste am 15. Februar 2022 nach Moskau.",
            "Wladimir Putin lobte am 15. Februar 2022 Olaf Scholz.",
        ]));
        let all = entities(&mut loaded);
        let (putin, scholz) = (find(&all, "Wladimir Putin"), find(&all, "Olaf Scholz"));
        let mut days = |with: &[EntityId]| {
            let timeline = loaded.ask(question::Timeline(with.to_vec()));
            timeline.items.iter().map(|item| item.days.unwrap().0).collect::<Vec<Day>>()
        };
        let day = |n: u32| Day::from_civil(2022, 2, n).unwrap();
        assert_eq!(days(&[]), [day(4), day(15), day(15)]);
        assert_eq!(days(&[putin]), [day(4), day(15)]);
        assert_eq!(days(&[putin, scholz]), [day(15)]);
    }
}
