//! Ranking: the score of a match.
//!
//! BM25F after Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields" (CIKM 2004),
//! and Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), section 3.6, without its discount for long
//! articles, and with one addition: how a word matches ([`Tier`]) counts independently of the number of occurrences, so that one occurrence of
//! the typed form outranks many of another form.

use super::plan::Tier;
use super::words::Field;

/// The parameters of the ranking.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ranking {
    /// Saturation: how soon further occurrences stop to count; 0 at once, usually 1.2 to 2.
    pub k1: f32,
    /// Factors for the occurrences in each field, by [`Field::index`]: 1 for the body, more for more informative fields.
    pub boosts: [f32; Field::COUNT],
    /// The weight of an occurrence by [`Tier`], from 1 down to 0.
    pub tiers: [f32; Tier::COUNT],
    /// The fraction, from 0 to 0.2, by which the weight of a form decreases for each step from the typed one ([`crate::german::steps`]; for a
    /// related word each letter), for at most four steps.
    pub letter: f32,
    /// The weight of the best occurrence's tier relative to that of the number of occurrences (which is at most 1): above 1, one occurrence of the
    /// typed form outranks any number of others.
    pub anchor: f32,
    /// Added if two consecutive words of the query are adjacent, decreasing with their distance; relative to the score of a word.
    pub proximity: f32,
}

impl Default for Ranking {
    /// Tuned on 549 judged queries over 1,000 articles with `cargo xtask bench relevance`, one parameter at a time, preferring round values.
    ///
    /// The recall of other forms (class b) and of compound parts (d) decided; exact words, phrases, typos and known items stayed where they
    /// were throughout. A discount for the length of the body (BM25's b) 0, 0.2, 0.3, 0.4, 0.6: b 0.979, 0.978, 0.976, 0.974, 0.970, and 0.014
    /// less at 0.75 (measured earlier) than at 0.6. One for the length of title, lead and heading changed nothing. So there is none, and no reader
    /// loads the lengths of all articles.
    /// Step 0.06, 0.08, 0.1: b 0.970, 0.974, 0.972. Anchor 3 loses b 0.026, 5 and 6 nothing. Proximity 0.5, 1, 2: the same recall,
    /// d's reciprocal rank 0.473, 0.495, 0.516; 1 is an adjacent pair worth as much as the smaller of the two idf's.
    /// Inflected forms before compounds of the typed form: b +0.002, d -0.065, so the compounds stay before.
    /// Compounds before the beginnings of longer words: d's reciprocal rank +0.002, and d +0.008 over 3,000 articles.
    fn default() -> Self {
        Self {
            k1: 1.2,
            boosts: [4.0, 2.0, 2.0, 1.0],
            tiers: [1.0, 0.95, 0.8, 0.75, 0.7, 0.5, 0.45, 0.4, 0.35, 0.2],
            letter: 0.08,
            anchor: 4.0,
            proximity: 1.0,
        }
    }
}

impl Ranking {
    /// The weight of a word that occurs in `df` of `n` articles: BM25's idf with 1 added inside the logarithm, so that it is never negative.
    pub fn idf(n: u32, df: u32) -> f32 {
        let (n, df) = (f64::from(n), f64::from(df.min(n)));
        ln(1.0 + (n - df + 0.5) / (df + 0.5)) as f32
    }

    /// The weight w of a form that matches as `tier`, at this distance from the typed one.
    pub fn form(&self, tier: Tier, distance: u32) -> f32 {
        self.tiers[tier.index()] * (1.0 - self.letter * distance.min(4) as f32)
    }

    /// The weighted number of occurrences in one article, given by field: the sum of n·boost.
    pub fn occurrences(&self, by_field: [u32; Field::COUNT]) -> f32 {
        by_field.into_iter().zip(self.boosts).map(|(count, boost)| count as f32 * boost).sum()
    }

    /// The score of one word of the query in one article: idf·(anchor·w + tf/(k1 + tf)), with the weighted occurrences tf and the best form weight w.
    pub fn word(&self, idf: f32, best: f32, tf: f32) -> f32 {
        idf * (self.anchor * best + tf / (self.k1 + tf))
    }

    /// The score of two consecutive words of the query whose smallest distance in an article is `distance` words (1 if adjacent).
    pub fn closeness(&self, idf: f32, distance: u32) -> f32 {
        self.proximity * idf / (distance.max(1) as f32)
    }
}

/// The natural logarithm of a number of at least 1, in plain arithmetic: the system's may differ in its last digit between machines, and so may the
/// order of two hits. Uses ln(2^e·m) = e·ln 2 + 2·artanh((m - 1)/(m + 1)).
pub(crate) fn ln(x: f64) -> f64 {
    let (mut m, mut e) = (x, 0.0);
    while m > std::f64::consts::SQRT_2 {
        m /= 2.0;
        e += 1.0;
    }
    let s = (m - 1.0) / (m + 1.0);
    let square = s * s;
    let mut series = 0.0;
    for n in (0..12).rev() {
        series = series * square + 1.0 / f64::from(2 * n + 1);
    }
    e * std::f64::consts::LN_2 + 2.0 * s * series
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_logarithm_agrees_with_the_standard_library() {
        for x in [1.0, 1.5, 2.0, 3.0, 10.0, 12_345.678, 1e9] {
            assert!((ln(x) - f64::ln(x)).abs() < 1e-9, "{x}");
        }
    }

    #[test]
    fn better_matches_score_higher() {
        let ranking = Ranking::default();
        assert!(ranking.tiers.is_sorted_by(|a, b| a >= b));
        let body = |tier, distance, times: u32| {
            let form = ranking.form(tier, distance);
            ranking.word(1.0, form, form * ranking.occurrences([0, 0, 0, times]))
        };
        assert!(body(Tier::Exact, 0, 1) > body(Tier::Inflected, 0, 50));
        assert!(body(Tier::Exact, 0, 2) > body(Tier::Exact, 0, 1));
        assert!(body(Tier::Inflected, 1, 1) > body(Tier::Inflected, 3, 1));
        assert!(body(Tier::Inflected, 9, 1) > body(Tier::Compound, 0, 1));
        assert!(body(Tier::Compound, 0, 1) > body(Tier::Typo, 0, 1));
        let once = |field: usize| ranking.occurrences(std::array::from_fn(|n| u32::from(n == field)));
        assert!(once(0) > once(1) && once(2) > once(3));
        assert!(Ranking::idf(1000, 1) > Ranking::idf(1000, 500));
        assert!(Ranking::idf(5, 5) > 0.0 && Ranking::idf(0, 3) > 0.0);
    }
}
