//! Assigns items to lanes.
//!
//! ```
//! use zeitlupe_core::article::ArticleId;
//! use zeitlupe_core::timeline::{Item, ItemKind, lanes};
//! let item = Item { number: 0, article: ArticleId(0), days: None, kind: ItemKind::Report, named: true, disagree: false };
//! let [reports, events] = &lanes::by_kind(&[item])[..] else { panic!("two lanes") };
//! assert_eq!((&reports.items[..], events.items.is_empty()), (&[0][..], true));
//! ```

use super::{Item, ItemKind, Timeline};
use crate::article::ArticleId;
use crate::order;
use std::cmp::Reverse;

/// Most lanes that are drawn; the items of further lanes share the last one.
pub const MOST_LANES: usize = 12;

/// A lane.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    /// What it represents, in the caller's numbering; `None` for the lane of the remaining items.
    pub key: Option<u32>,
    /// Its items as indices into the list of items, ascending.
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

/// One lane for each value that `key` gives for the articles that report an item; an item of several articles is in each of their lanes.
///
/// At most [`MOST_LANES`]: with more, those with the fewest items are merged into the last one. Lanes are in order of their first report.
pub fn by_article(timeline: &Timeline, key: impl Fn(ArticleId) -> u32) -> Vec<Lane> {
    let mut lanes: Vec<Lane> = Vec::new();
    // The lane of each key; keys are numbers of articles or sources, so they are small.
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
    let mut lanes = most(lanes);
    let first = |lane: &Lane| {
        let report = lane.items.iter().find(|at| timeline.items[**at as usize].kind == ItemKind::Report);
        (lane.key.is_none(), report.or(lane.items.first()).copied(), lane.key)
    };
    order::sort_by_key(&mut lanes, first);
    lanes
}

/// The lanes with the most items, in this order, and one for the items of all others.
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
