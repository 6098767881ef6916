//! Confidences: how often findings with the same evidence were right in unseen sentences.

use zeitlupe_core::entity::model::evidence::{BINS, Confidences, Evidence, Ground};

/// A finding's evidence, and whether it was right.
pub type Observation = (Evidence, bool);

/// The weight of the ground's mean, in findings, that is added to each bin, so that few findings do not count much.
const PRIOR: f64 = 5.0;
/// The highest confidence, in percent.
const MAX_CONFIDENCE: f64 = 99.0;

/// The table of confidences from the observations.
pub fn confidences(observed: &[Observation]) -> Confidences {
    let mut table = Confidences { limits: limits(observed), ..Confidences::default() };
    for ground in Ground::all() {
        let mut counts = [(0.0, 0.0); BINS];
        for (evidence, right) in observed.iter().filter(|(evidence, _)| evidence.ground == ground) {
            let (hits, all) = &mut counts[table.bin(evidence.margin)];
            *hits += f64::from(u8::from(*right));
            *all += 1.0;
        }
        table.percent[ground.row()] = smooth(&counts, ground.is_backed()).map(|share| (100.0 * share).round().min(MAX_CONFIDENCE) as u8);
    }
    table
}

/// Limits that divide the margins into bins of equal size.
fn limits(observed: &[Observation]) -> [u32; BINS - 1] {
    let mut margins: Vec<u32> = observed.iter().map(|(evidence, _)| evidence.margin.max(0) as u32).collect();
    margins.sort_unstable();
    std::array::from_fn(|n| margins.get(margins.len() * (n + 1) / BINS).copied().unwrap_or(n as u32))
}

/// Shares of hits that never fall (`rising`) or never rise with the bin: bins that violate the order are pooled
/// (Ayer et al., "An empirical distribution function for sampling with incomplete information", 1955).
fn smooth(counts: &[(f64, f64); BINS], rising: bool) -> [f64; BINS] {
    let (hits, all) = counts.iter().fold((1.0, 2.0), |sum, count| (sum.0 + count.0, sum.1 + count.1));
    let mean = hits / all;
    let mut ordered = *counts;
    if !rising {
        ordered.reverse();
    }
    let mut pools: Vec<(f64, f64, usize)> = Vec::new();
    for (hits, all) in ordered {
        let mut pool = (hits + PRIOR * mean, all + PRIOR, 1);
        while let Some(last) = pools.pop_if(|last| last.0 / last.1 > pool.0 / pool.1) {
            pool = (pool.0 + last.0, pool.1 + last.1, pool.2 + last.2);
        }
        pools.push(pool);
    }
    let mut shares: Vec<f64> = pools.into_iter().flat_map(|(hits, all, bins)| std::iter::repeat_n(hits / all, bins)).collect();
    if !rising {
        shares.reverse();
    }
    std::array::from_fn(|bin| shares[bin])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_smoothed_and_in_order() {
        let counts = [(1.0, 10.0), (9.0, 10.0), (5.0, 10.0), (0.0, 0.0), (10.0, 10.0), (99.0, 100.0)];
        let rising = smooth(&counts, true);
        assert!(rising.is_sorted() && rising[0] < 0.4 && rising[5] > 0.9, "{rising:?}");
        let falling = smooth(&counts, false);
        assert!(falling.is_sorted_by(|a, b| a >= b), "{falling:?}");
    }
}
