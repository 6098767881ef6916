//! Shingles: runs of words, hashed for comparison.

use crate::codec::checksum;
use crate::search::{key_of, plain_words};
use rustc_hash::FxHashMap;

/// Words in a shingle: shorter runs are set phrases, longer ones miss what an editor has touched
/// (after Broder, "On the resemblance and containment of documents", 1997).
pub const LENGTH: usize = 8;

/// The shingles of a text, in order, and its number of words. Spelling variants, hyphens and case do not matter.
pub fn shingles(text: &str) -> (Vec<u64>, usize) {
    // Each word is folded and hashed only once; `None` for one without letters or digits.
    let mut known: FxHashMap<&str, Option<u64>> = FxHashMap::default();
    let mut hash = |word| {
        *known.entry(word).or_insert_with(|| {
            let key = key_of(word);
            (!key.is_empty()).then(|| checksum(&[key.as_bytes()]))
        })
    };
    let words: Vec<u64> = plain_words(text).into_iter().filter_map(&mut hash).collect();
    let joined = |window: &[u64]| window.iter().fold(0_u64, |sum, word| (sum.rotate_left(7) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    (words.windows(LENGTH).map(joined).collect(), words.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_does_not_matter_and_order_does() {
        let of = |text| shingles(text).0;
        let one = of("Die Größe der Nato-Truppe ist heute noch offen");
        assert_eq!(one.len(), 2);
        assert_eq!(one, of("die Groesse DER Nato Truppe, ist heute noch – offen."));
        assert_ne!(one, of("Die Größe der Truppe Nato ist heute noch offen"));
        assert_eq!(shingles("Zu kurz"), (Vec::new(), 2));
    }
}
