//! Groups from pairs.

use super::profile::Profiles;
use super::similar::{Link, apart, similarity};

/// Most articles of a group: what more report is a subject.
const MOST: usize = 50;
/// Least similarity of any two articles of a group, and of all on average, in thousandths.
const LEAST: u32 = 200;
const AVERAGE: u32 = 300;
/// Most days between two articles of a group.
const APART: i32 = 2;

/// The groups, each with its articles from the earliest to the latest, in the order of the lowest number.
///
/// The most similar pairs come first; two groups become one if their articles are similar on average, and none too different from another, so that
/// no chain connects two events.
pub(super) fn clusters(profiles: &Profiles, links: Vec<Link>) -> Vec<Vec<u32>> {
    let list = &profiles.list;
    let mut group_of: Vec<u32> = (0..list.len() as u32).collect();
    let mut groups: Vec<Vec<u32>> = group_of.iter().map(|&n| vec![n]).collect();
    for (a, b, _) in links {
        let (to, from) = (group_of[a as usize] as usize, group_of[b as usize] as usize);
        if to != from && fit(profiles, &groups[to], &groups[from]) {
            for n in std::mem::take(&mut groups[from]) {
                group_of[n as usize] = to as u32;
                groups[to].push(n);
            }
        }
    }
    let mut out: Vec<Vec<u32>> = groups.into_iter().filter(|group| group.len() > 1).collect();
    out.sort_by_key(|group| group.iter().min().copied());
    for group in &mut out {
        group.sort_by_key(|&n| (list[n as usize].days.map(|days| days.1), n));
    }
    out
}

/// Whether the articles of two groups report one event.
fn fit(profiles: &Profiles, first: &[u32], second: &[u32]) -> bool {
    if first.len() + second.len() > MOST {
        return false;
    }
    let mut sum = 0;
    for (a, b) in first.iter().flat_map(|&a| second.iter().map(move |&b| (a, b))) {
        let (a, b) = (&profiles.list[a as usize], &profiles.list[b as usize]);
        let similarity = similarity(a, b);
        if similarity < LEAST || apart(a, b) > APART {
            return false;
        }
        sum += similarity;
    }
    sum >= AVERAGE * (first.len() * second.len()) as u32
}
