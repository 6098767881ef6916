//! Runs of words, as numbers that can be compared.

use crate::search::units;

/// Words in a shingle: shorter runs are set phrases, longer ones miss what an editor has touched
/// (after Broder, "On the resemblance and containment of documents", 1997).
pub const LENGTH: usize = 8;

/// The shingles of a text, in order of place, and the number of its words. Spelling, hyphens and capitals do not matter.
pub fn shingles(text: &str) -> (Vec<u64>, usize) {
    let words: Vec<String> = units(text).into_iter().filter(|unit| unit.width == 1).map(|unit| unit.key).collect();
    let pieces = |window: &[String]| crate::codec::checksum(&window.iter().flat_map(|word| [word.as_bytes(), b" "]).collect::<Vec<_>>());
    (words.windows(LENGTH).map(pieces).collect(), words.len())
}
