//! Sorting with little wasm code.
//!
//! Each use of a sort of the standard library with another type or comparison adds about five kilobytes to the app. Code that runs in the browser
//! therefore sorts with these functions, which all use a single sort of numbers.
//!
//! ```
//! use zeitlupe_core::order;
//! let mut list = ["Wien", "Bonn", "Köln"];
//! order::sort_by_key(&mut list, |name| *name);
//! assert_eq!(list, ["Bonn", "Köln", "Wien"]);
//! // The indices of the two largest of three.
//! let lengths = [3, 9, 7];
//! assert_eq!(order::first(3, 2, &mut |a, b| lengths[b as usize].cmp(&lengths[a as usize])), [1, 2]);
//! ```

use std::cmp::Ordering;

/// Sorts in place by a comparison; equal values keep their order. Like `slice::sort_by`, but small.
pub fn sort_by<T>(list: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    let mut order = sorted(list.len() as u32, &mut |a, b| compare(&list[a as usize], &list[b as usize]));
    // `order[at]` is the current position of the value for `at`: follows each cycle of moves once.
    for start in 0..order.len() {
        let mut at = start;
        while order[at] as usize != start {
            let from = order[at] as usize;
            list.swap(at, from);
            order[at] = at as u32;
            at = from;
        }
        order[at] = at as u32;
    }
}

/// Sorts in place by a key that is cheap to compute; equal keys keep their order.
pub fn sort_by_key<T, K: Ord>(list: &mut [T], mut key: impl FnMut(&T) -> K) {
    sort_by(list, |a, b| key(a).cmp(&key(b)));
}

/// The numbers below `count` in the order of a comparison: the only sort in the app.
fn sorted(count: u32, compare: &mut dyn FnMut(u32, u32) -> Ordering) -> Vec<u32> {
    let mut order: Vec<u32> = (0..count).collect();
    order.sort_by(|a, b| compare(*a, *b));
    order
}

/// The first `wanted` of the numbers below `count`, in the order of a comparison; equal ones by number.
pub fn first(count: u32, wanted: usize, compare: &mut dyn FnMut(u32, u32) -> Ordering) -> Vec<u32> {
    let mut out: Vec<u32> = Vec::new();
    for next in 0..count {
        if out.len() < wanted || out.last().is_some_and(|&last| compare(next, last) == Ordering::Less) {
            let at = out.partition_point(|&before| compare(before, next) != Ordering::Greater);
            out.insert(at, next);
            out.truncate(wanted);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_like_the_standard_library() {
        let mut seed = 7_u32;
        for length in [0, 1, 2, 3, 10, 100, 1000] {
            let mut number = || {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                seed >> 24
            };
            let list: Vec<(u32, usize)> = (0..length).map(|n| (number(), n)).collect();
            let (mut ours, mut theirs) = (list.clone(), list);
            for wanted in [0, 1, 10] {
                let best = first(length as u32, wanted, &mut |a, b| ours[a as usize].0.cmp(&ours[b as usize].0));
                let mut all: Vec<u32> = (0..length as u32).collect();
                all.sort_by_key(|at| ours[*at as usize].0);
                all.truncate(wanted);
                assert_eq!(best, all);
            }
            sort_by_key(&mut ours, |pair| pair.0);
            theirs.sort_by_key(|pair| pair.0);
            assert_eq!(ours, theirs);
        }
    }
}
