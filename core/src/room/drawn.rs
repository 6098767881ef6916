//! Who is named with whom, as a network; where the places lie, as a map.

use super::store::Store;
use super::{Edge, Knot, MapRequest, MapView, Network, Stop};
use crate::bundle::PartKey;
use crate::drawing::Frame;
use crate::drawing::labels::{Sign, labels, short};
use crate::drawing::map::{Spot, circles, window};
use crate::drawing::network::layout;
use crate::entity::table::{Selection, Table};
use crate::entity::{Companion, Entity, EntityId, EntityKind};
use crate::order;
use std::cmp::Reverse;

/// The most frequent names among which the best connected are looked for.
const CANDIDATES: usize = 60;
/// Names without a place that are told by name.
const TOLD: usize = 60;

/// Those named together with the one around whom it is drawn; without one, the names that are named together most often.
pub fn network(store: &Store, kind: Option<EntityKind>, around: Option<EntityId>, narrow: bool) -> Result<Network, Stop> {
    let frame = Frame::network(narrow);
    let size = if narrow { 12 } else { 24 };
    let entities = &store.entities()?.entities;
    let is_wanted = |id: EntityId| entities.get(id.0 as usize).is_some_and(|entity| kind.is_none_or(|kind| entity.kind == kind));
    let mut ids: Vec<EntityId> = match around {
        Some(id) => {
            let companions = store.companions(id)?.into_iter().map(|one| one.entity).filter(|&id| is_wanted(id));
            [id].into_iter().chain(companions).take(size).collect()
        }
        None => (0..entities.len() as u32).map(EntityId).filter(|&id| is_wanted(id)).take(CANDIDATES).collect(),
    };
    store.require(ids.iter().map(|&id| Store::relations_part(id)))?;
    let mut pairs = pairs(store, &ids)?;
    if around.is_none() {
        let mut strength = vec![0; ids.len()];
        for (a, b, one) in &pairs {
            strength[*a] += one.sentences;
            strength[*b] += one.sentences;
        }
        let best = order::first(ids.len() as u32, size, &mut |a, b| strength[b as usize].cmp(&strength[a as usize]));
        let best: Vec<EntityId> = best.into_iter().filter(|&at| strength[at as usize] > 0).map(|at| ids[at as usize]).collect();
        pairs.retain(|(a, b, _)| best.contains(&ids[*a]) && best.contains(&ids[*b]));
        for (a, b, _) in &mut pairs {
            let place = |at: usize| best.iter().position(|id| *id == ids[at]).unwrap_or_default();
            (*a, *b) = (place(*a), place(*b));
        }
        ids = best;
    }
    // More lines would be a thicket in which none can be followed; those to the middle are all kept.
    order::sort_by_key(&mut pairs, |(a, b, one)| {
        (around.is_none() || a.min(b) != &0, Reverse((one.sentences, one.articles)), *a.min(b), *a.max(b))
    });
    pairs.truncate(ids.len() * 3);
    Ok(draw(entities, &ids, &pairs, frame, around.is_some()))
}

/// The pairs among these, each once, by their places in the list.
fn pairs(store: &Store, ids: &[EntityId]) -> Result<Vec<(usize, usize, Companion)>, Stop> {
    let mut pairs: Vec<(usize, usize, Companion)> = Vec::new();
    for (a, &id) in ids.iter().enumerate() {
        for one in store.companions(id)? {
            let Some(b) = ids.iter().position(|other| *other == one.entity) else { continue };
            if !pairs.iter().any(|(x, y, _)| (*x, *y) == (b, a)) {
                pairs.push((a, b, one));
            }
        }
    }
    Ok(pairs)
}

fn draw(entities: &[Entity], ids: &[EntityId], pairs: &[(usize, usize, Companion)], frame: Frame, pinned: bool) -> Network {
    let of = |id: &EntityId| &entities[id.0 as usize];
    let most = ids.iter().map(|id| of(id).total()).max().unwrap_or(1).max(1);
    let largest = if frame.width < 600 { 15.0 } else { 22.0 };
    let radii: Vec<f64> = ids.iter().map(|id| (largest * (f64::from(of(id).total()) / f64::from(most)).sqrt()).max(4.5)).collect();
    let strongest = pairs.iter().map(|(.., one)| one.sentences).max().unwrap_or(1).max(1);
    let share = |one: &Companion| f64::from(one.sentences) / f64::from(strongest);
    let pulls: Vec<(u32, u32, f64)> = pairs.iter().map(|(a, b, one)| (*a as u32, *b as u32, share(one))).collect();
    let places = layout(&radii, &pulls, frame, pinned);
    let sign = |(n, id): (usize, &EntityId)| Sign { at: places[n], radius: radii[n], letters: short(&of(id).name).chars().count() };
    let signs: Vec<Sign> = ids.iter().enumerate().map(sign).collect();
    let knots = signs.iter().zip(labels(&signs, frame, false)).zip(ids);
    let knots = knots.map(|((sign, label), &entity)| Knot { entity, at: sign.at, radius: sign.radius, label }).collect();
    let edge = |(a, b, one): &(usize, usize, Companion)| Edge {
        ends: (*a as u32, *b as u32),
        sentences: one.sentences,
        articles: one.articles,
        width: if one.sentences == 0 { 1.0 } else { 1.0 + 5.0 * share(one) },
    };
    Network { frame, knots, edges: pairs.iter().map(edge).collect() }
}

/// The places that fit, on a map of the world or of a part of it.
pub fn map(store: &Store, request: &MapRequest) -> Result<MapView, Stop> {
    store.require([PartKey::Outline, PartKey::Entities])?;
    let entities = &store.entities()?.entities;
    let select = |kind: Option<EntityKind>, placed: bool| Selection { kind, placed, with: request.with.clone(), ..Selection::default() };
    let dates = store.dates();
    let table = Table::new(entities, &dates, &select(request.kind, true));
    let spot = |row: &crate::entity::table::Row| {
        let entity = &entities[row.id.0 as usize];
        let letters = short(&entity.name).chars().count();
        Some(Spot { entity: row.id, place: entity.place()?, count: row.mentions, articles: row.articles, letters })
    };
    let spots: Vec<Spot> = table.rows.iter().filter(|row| row.mentions > 0).filter_map(spot).collect();
    let frame = Frame::map(request.narrow);
    let around = request.around.and_then(|id| entities.get(id.0 as usize)?.place());
    let (shown, zoom, furthest) = window(&spots, frame, request.zoom, around);
    let circles = circles(&spots, shown, frame);
    let all = Table::new(entities, &dates, &select(Some(request.kind.unwrap_or(EntityKind::Loc)), false));
    let mut unplaced: Vec<EntityId> = all.rows.iter().map(|row| row.id).filter(|id| entities[id.0 as usize].place().is_none()).collect();
    let without = unplaced.len() as u32;
    unplaced.truncate(TOLD);
    let beyond = spots.len().saturating_sub(circles.len()) as u32;
    Ok(MapView { frame, land: store.outline()?.path(shown, frame), circles, beyond, without, unplaced, zoom, furthest })
}
