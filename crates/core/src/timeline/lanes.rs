//! Which items stand in which lane.

use super::{Item, ItemKind, Timeline};
use crate::article::ArticleId;
use crate::order;
use std::cmp::Reverse;

/// Lanes that are drawn at most; what belongs to further ones shares one.
pub const MOST_LANES: usize = 12;

/// A lane.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    /// What it stands for, as the caller numbers it; `None` for the one that holds what found no lane of its own.
    pub key: Option<u32>,
    /// Its items, by their place in the list, ascending.
    pub items: Vec<u32>,
}

/// One lane for reports (key 0), one for events (key 1).
pub fn by_kind(items: &[Item]) -> Vec<Lane> {
    let mut lanes = [0, 1].map(|key| Lane { key: Some(key), items: Vec::new() });
    for (at, item) in (0..).zip(items) {
        lanes[usize::from(item.kind != ItemKind::Report)].items.push(at);
    }
    lanes.into()
}

/// One lane for each value that `key` gives of the articles that tell an item; an item that several tell stands in each of their lanes.
///
/// At most [`MOST_LANES`] are kept, those with the most items; the others share a last one. Those whose first report is earliest come first.
pub fn by_article(timeline: &Timeline, key: impl Fn(ArticleId) -> u32) -> Vec<Lane> {
    let mut lanes: Vec<Lane> = Vec::new();
    // The place of a key's lane; keys are numbers of articles or of sources, so that they stay small.
    let mut places: Vec<u32> = Vec::new();
    for (at, item) in (0..).zip(&timeline.items) {
        for article in timeline.articles(item) {
            let key = key(article);
            if places.len() <= key as usize {
                places.resize(key as usize + 1, u32::MAX);
            }
            let place = &mut places[key as usize];
            if *place == u32::MAX {
                *place = lanes.len() as u32;
                lanes.push(Lane { key: Some(key), items: Vec::new() });
            }
            let lane = &mut lanes[*place as usize];
            if lane.items.last() != Some(&at) {
                lane.items.push(at);
            }
        }
    }
    let mut kept = most(lanes);
    let first = |lane: &Lane| {
        let report = lane.items.iter().find(|at| timeline.items[**at as usize].kind == ItemKind::Report);
        (lane.key.is_none(), report.or(lane.items.first()).copied(), lane.key)
    };
    order::sort_by_key(&mut kept, first);
    kept
}

/// The lanes with the most items, in this order, and one for what the others hold.
fn most(mut lanes: Vec<Lane>) -> Vec<Lane> {
    if lanes.len() > MOST_LANES {
        order::sort_by_key(&mut lanes, |lane| (Reverse(lane.items.len()), lane.key));
        let mut rest: Vec<u32> = lanes.split_off(MOST_LANES - 1).into_iter().flat_map(|lane| lane.items).collect();
        order::sort_by_key(&mut rest, |at| *at);
        rest.dedup();
        lanes.push(Lane { key: None, items: rest });
    }
    lanes
}
