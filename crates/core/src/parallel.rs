//! Parallel work with results in order.

/// Calls `work` with 0 to `count - 1`, and `take` with each result, in order. Natively runs on all processors, in a browser sequentially; the
/// results are the same.
///
/// ```
/// use zeitlupe_core::parallel::map_in_order;
/// let mut squares = Vec::new();
/// map_in_order(4, |n| n * n, |_, square| squares.push(square));
/// assert_eq!(squares, [0, 1, 4, 9]);
/// ```
#[cfg(not(target_family = "wasm"))]
pub fn map_in_order<T: Send>(count: usize, work: impl Fn(usize) -> T + Sync, mut take: impl FnMut(usize, T)) {
    use std::collections::BTreeMap;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::mpsc::sync_channel;

    let workers = std::thread::available_parallelism().map_or(1, usize::from).min(count);
    if workers < 2 {
        return (0..count).for_each(|n| take(n, work(n)));
    }
    let next = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        let (send, receive) = sync_channel(64);
        for _ in 0..workers {
            let (send, next, work) = (send.clone(), &next, &work);
            scope.spawn(move || {
                loop {
                    let n = next.fetch_add(1, Ordering::Relaxed);
                    if n >= count || send.send((n, work(n))).is_err() {
                        return;
                    }
                }
            });
        }
        drop(send);
        let mut waiting = BTreeMap::new();
        let mut due = 0;
        for (n, result) in receive {
            waiting.insert(n, result);
            while let Some(result) = waiting.remove(&due) {
                take(due, result);
                due += 1;
            }
        }
    });
}

/// Calls `work` with 0 to `count - 1`, and `take` with each result, in order.
#[cfg(target_family = "wasm")]
pub fn map_in_order<T>(count: usize, work: impl Fn(usize) -> T, mut take: impl FnMut(usize, T)) {
    (0..count).for_each(|n| take(n, work(n)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_in_order_whichever_is_first() {
        let slow_at_first = |n: usize| {
            (0..(500 - n) * 10).for_each(|i| {
                std::hint::black_box(i);
            });
            n
        };
        let mut out = Vec::new();
        map_in_order(500, slow_at_first, |at, n| out.push((at, n)));
        assert_eq!(out, (0..500).map(|n| (n, n)).collect::<Vec<_>>());
        map_in_order(0, |n| n, |_, _| panic!("nothing to take"));
    }
}
