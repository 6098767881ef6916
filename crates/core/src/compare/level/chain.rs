//! Which passages stand level: a chain of them that all texts have in the same order.

/// Passages above which only the heaviest can stand level, if there are more than two texts.
const MOST: usize = 512;

/// A passage: its place in the order of each text that has it, and its weight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Node {
    /// For each text.
    pub places: Vec<Option<usize>>,
    /// Words in common.
    pub weight: u32,
}

/// The chain of passages in the same order, one row each: for each text its place, or `None` if it is not level there. For two texts the heaviest
/// chain, for more one made of the heaviest passages first.
pub(super) fn chain(nodes: &[Node], texts: usize) -> Vec<Vec<Option<usize>>> {
    if texts == 2 { heaviest(nodes) } else { greedy(nodes) }
}

/// The heaviest increasing subsequence, by prefix maxima (Fenwick, "A new data structure for cumulative frequency tables", 1994).
fn heaviest(nodes: &[Node]) -> Vec<Vec<Option<usize>>> {
    let both = |node: &Node| Some((node.places.first().copied()??, node.places.get(1).copied()??, node.weight));
    let mut pairs: Vec<(usize, usize, u32)> = nodes.iter().filter_map(both).collect();
    pairs.sort_unstable();
    pairs.dedup_by_key(|pair| pair.0);
    let size = pairs.iter().map(|pair| pair.1 + 1).max().unwrap_or(0);
    // For each prefix of the second text the heaviest chain that ends in it, as weight and one more than its last passage.
    let mut best = vec![(0_u64, 0_usize); size + 1];
    let mut before = Vec::with_capacity(pairs.len());
    for (n, &(_, place, weight)) in pairs.iter().enumerate() {
        let (mut at, mut found) = (place, (0, 0));
        while at > 0 {
            found = found.max(best[at]);
            at &= at - 1;
        }
        before.push(found.1);
        let own = (found.0 + u64::from(weight.max(1)), n + 1);
        let mut at = place + 1;
        while at <= size {
            if own.0 > best[at].0 {
                best[at] = own;
            }
            at += at & at.wrapping_neg();
        }
    }
    let mut at = (0..=size).map(|at| best[at]).max().map_or(0, |best| best.1);
    let mut out = Vec::new();
    while let Some(n) = at.checked_sub(1) {
        out.push(vec![Some(pairs[n].0), Some(pairs[n].1)]);
        at = before[n];
    }
    out.reverse();
    out
}

/// Takes the heaviest passages first; one that crosses those before in a text is not level there.
fn greedy(nodes: &[Node]) -> Vec<Vec<Option<usize>>> {
    let mut order: Vec<&Node> = nodes.iter().collect();
    order.sort_by_key(|node| (std::cmp::Reverse(node.weight), first_place(&node.places)));
    let mut rows: Vec<Vec<Option<usize>>> = Vec::new();
    for node in order.into_iter().take(MOST) {
        let mut places = node.places.clone();
        while places.iter().flatten().count() > 1 {
            if let Some(at) = room(&rows, &places) {
                rows.insert(at, places);
                break;
            }
            if let Some(last) = places.iter_mut().rev().find(|place| place.is_some()) {
                *last = None;
            }
        }
    }
    rows
}

fn first_place(places: &[Option<usize>]) -> Option<(usize, usize)> {
    places.iter().enumerate().find_map(|(text, place)| place.map(|place| (text, place)))
}

/// Where a row fits without a crossing.
fn room(rows: &[Vec<Option<usize>>], places: &[Option<usize>]) -> Option<usize> {
    let any = |row: &[Option<usize>], fits: fn(usize, usize) -> bool| {
        row.iter().zip(places).any(|(there, here)| there.zip(*here).is_some_and(|(there, here)| fits(there, here)))
    };
    let from = rows.iter().rposition(|row| any(row, |there, here| there <= here)).map_or(0, |last| last + 1);
    let to = rows.iter().position(|row| any(row, |there, here| there >= here)).unwrap_or(rows.len());
    (from <= to).then_some(from)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(texts: usize, nodes: &[(&[usize], u32)]) -> Vec<Vec<Option<usize>>> {
        let place = |place: &usize| (*place < 90).then_some(*place);
        let nodes: Vec<Node> =
            nodes.iter().map(|(places, weight)| Node { places: places.iter().map(place).collect(), weight: *weight }).collect();
        chain(&nodes, texts)
    }

    #[test]
    fn the_heaviest_chain_is_level() {
        let pairs = |found: Vec<Vec<Option<usize>>>| found.into_iter().map(|row| row[0].unwrap_or(99)).collect::<Vec<_>>();
        assert_eq!(pairs(rows(2, &[(&[0, 0], 5), (&[1, 1], 5), (&[2, 2], 5)])), [0, 1, 2]);
        assert_eq!(pairs(rows(2, &[(&[0, 2], 5), (&[1, 0], 5), (&[2, 1], 5)])), [1, 2]);
        assert_eq!(pairs(rows(2, &[(&[0, 2], 50), (&[1, 0], 5), (&[2, 1], 5)])), [0]);
        assert_eq!(rows(2, &[]), Vec::<Vec<Option<usize>>>::new());
    }

    #[test]
    fn of_three_texts_one_can_cross() {
        let found = rows(3, &[(&[0, 0, 1], 9), (&[1, 1, 0], 8), (&[2, 99, 2], 7)]);
        assert_eq!(found, [vec![Some(0), Some(0), Some(1)], vec![Some(1), Some(1), None], vec![Some(2), None, Some(2)]]);
    }

    #[test]
    fn the_heaviest_chain_is_that_of_all_subsequences() {
        // All orders of five passages with the weights 1 to 5, against trying all subsets.
        let mut orders: Vec<Vec<usize>> = vec![Vec::new()];
        for n in 0..5 {
            orders = orders
                .into_iter()
                .flat_map(|o| {
                    (0..=n).map(move |at| {
                        let mut o = o.clone();
                        o.insert(at, n);
                        o
                    })
                })
                .collect();
        }
        for order in orders {
            let nodes: Vec<Node> =
                order.iter().enumerate().map(|(at, &to)| Node { places: vec![Some(at), Some(to)], weight: at as u32 + 1 }).collect();
            let weight = |chosen: &[usize]| chosen.iter().map(|&at| at as u32 + 1).sum::<u32>();
            let subsets = (0..32_u32).map(|bits| (0..5).filter(|at| bits >> at & 1 == 1).collect::<Vec<usize>>());
            let best = subsets.filter(|s| s.windows(2).all(|w| order[w[0]] < order[w[1]])).map(|s| weight(&s)).max();
            let found: Vec<usize> = chain(&nodes, 2).into_iter().filter_map(|row| row[0]).collect();
            assert_eq!(Some(weight(&found)), best, "{order:?}");
        }
    }
}
