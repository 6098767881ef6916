//! Which pairs of articles are similar enough to report the same event.

use super::profile::{Feature, Profile, Profiles};
use crate::day::Day;
use crate::parallel::map_in_order;
use rustc_hash::FxHashMap;

/// Articles after an article with a word of its profile that it is compared with.
const NEXT: usize = 40;
/// Fewest words of their profiles that two articles have in common, fewest rare ones, and fewest in the lead of both.
const SHARED: usize = 4;
const SHARED_RARE: usize = 4;
const SHARED_LEAD: usize = 2;
/// Most days between two articles on one event.
const APART: i32 = 1;
/// Least similarity, in thousandths, of articles of the same day, of two days in a row, of those of which only the month is known, of those
/// about which nothing is known, and of one with a date and one without.
const SAME_DAY: u32 = 300;
const NEXT_DAY: u32 = 380;
const SAME_MONTH: u32 = 350;
const UNKNOWN: u32 = 500;
const ONE_UNKNOWN: u32 = 650;
/// What is added in a corpus with fewer articles than [`MANY`], where what is a subject and what an event can hardly be told by its words.
const IN_FEW: u32 = 50;
const MANY: usize = 1000;
/// What is added for articles that share no rare name.
const NAMELESS: u32 = 150;

/// Two articles, the lower number first, and their similarity in thousandths.
pub(super) type Link = (u32, u32, u32);

/// The pairs of articles that seem to report the same event, the most similar first.
pub(super) fn links(profiles: &Profiles) -> Vec<Link> {
    let list = &profiles.list;
    let mut having: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
    let mut order: Vec<u32> = (0..list.len() as u32).collect();
    let place = |n: u32| (range(&list[n as usize]).0, n);
    order.sort_unstable_by_key(|&n| place(n));
    for &n in &order {
        for feature in &list[n as usize].features {
            having.entry(feature.id).or_default().push(n);
        }
    }
    let of_article = |a: usize| {
        let mut met: FxHashMap<u32, usize> = FxHashMap::default();
        for feature in &list[a].features {
            let others = &having[&feature.id];
            let from = others.partition_point(|&other| place(other) <= place(a as u32));
            for &b in others[from..].iter().take(NEXT).take_while(|&&b| apart(&list[a], &list[b as usize]) <= APART) {
                *met.entry(b).or_default() += 1;
            }
        }
        let mut near: Vec<u32> = met.into_iter().filter(|(_, shared)| *shared >= SHARED).map(|(b, _)| b).collect();
        near.sort_unstable();
        let link = |b: u32| {
            let similarity = similarity(&list[a], &list[b as usize]);
            let is_link = similarity >= needed(&list[a], &list[b as usize], list.len())?;
            is_link.then_some(((a as u32).min(b), (a as u32).max(b), similarity))
        };
        near.into_iter().filter_map(link).collect::<Vec<Link>>()
    };
    let mut out = Vec::new();
    map_in_order(list.len(), of_article, |_, links| out.extend(links));
    out.sort_unstable_by_key(|&(a, b, similarity)| (std::cmp::Reverse(similarity), a, b));
    out
}

/// The days on which an article can have appeared; all days if nothing is known.
fn range(profile: &Profile) -> (Day, Day) {
    profile.days.unwrap_or((Day(i32::MIN / 4), Day(i32::MAX / 4)))
}

/// The days that two articles certainly appeared apart.
pub(super) fn apart(a: &Profile, b: &Profile) -> i32 {
    let (a, b) = (range(a), range(b));
    (a.0.0 - b.1.0).max(b.0.0 - a.1.0).max(0)
}

/// The cosine of two profiles, in thousandths.
pub(super) fn similarity(a: &Profile, b: &Profile) -> u32 {
    let dot: u64 = common(a, b).map(|(x, y)| u64::from(x.weight) * u64::from(y.weight)).sum();
    let norms = u128::from(a.norm) * u128::from(b.norm);
    (u128::from(dot).pow(2) * 1_000_000).checked_div(norms).unwrap_or(0).isqrt() as u32
}

/// The words that two profiles share.
fn common<'p>(a: &'p Profile, b: &'p Profile) -> impl Iterator<Item = (&'p Feature, &'p Feature)> {
    a.features.iter().filter_map(|x| {
        let at = b.features.binary_search_by_key(&x.id, |y| y.id).ok()?;
        Some((x, &b.features[at]))
    })
}

/// How similar two articles of `all` must be; `None` if they cannot report the same event.
fn needed(a: &Profile, b: &Profile, all: usize) -> Option<u32> {
    let (mut rare, mut lead) = (0, 0);
    for (x, y) in common(a, b) {
        rare += usize::from(x.rare);
        lead += usize::from(x.lead && y.lead);
    }
    let shared = |only_rare: bool| a.names.iter().any(|name| (!only_rare || name.1) && b.names.binary_search(name).is_ok());
    if rare < SHARED_RARE || lead < SHARED_LEAD || !shared(false) {
        return None;
    }
    let series = a.days != b.days && !a.numbers.is_empty() && !b.numbers.is_empty();
    // The figures of one day and those of the next, in nearly the same words.
    if series && !a.numbers.iter().any(|number| b.numbers.binary_search(number).is_ok()) {
        return None;
    }
    let is_day = |profile: &Profile| profile.days.is_some_and(|days| days.0 == days.1);
    let few = if all < MANY { IN_FEW } else { 0 };
    let by_day = match (a.days, b.days) {
        (None, None) => UNKNOWN,
        (None, _) | (_, None) => ONE_UNKNOWN,
        _ if !is_day(a) || !is_day(b) => SAME_MONTH,
        (one, other) if one == other => SAME_DAY + few,
        _ => NEXT_DAY + few,
    };
    Some(by_day + if shared(true) { 0 } else { NAMELESS })
}
