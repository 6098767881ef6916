//! The cluster of a word: words that stand among the same neighbours have the same one (Brown et al., "Class-based n-gram models of natural
//! language", 1992), so that the tagger also knows something about words that its training data lack.
//!
//! A cluster is a path in a binary tree; its lowest bits are the first steps, so that a path's beginning is a larger cluster.
//!
//! ```text
//! content of words.clusters:
//!   varint  number of words
//!   for each cluster in rising order:
//!     varint  its distance from the one before
//!     varint  number of its words
//!     1       plain bits
//!     varint  bytes of the hashes that follow
//!     ...     the hashes of its words, see `rice`
//! ```
//!
//! Only hashes are stored: one in 2 to the power of [`PLAIN`] other words is taken for one of these.

use super::ModelError;
use super::bytes::Reader;
use super::{hash, rice};
use crate::codec::varint;

/// Hashes are below the number of words times 2 to the power of this.
const PLAIN: u32 = 5;
/// Most words, so that a file cannot request much memory.
const MOST_WORDS: u32 = 1 << 20;

/// The clusters of many words.
///
/// ```
/// use zeitlupe_core::entity::model::Clusters;
/// let clusters = Clusters::of(&[("Berlin", 80)]);
/// assert_eq!((clusters.of_word("Berlins"), clusters.of_word("Ost-Berlin")), (80, 80));
/// ```
pub struct Clusters {
    words: u32,
    /// Hashes in rising order, each with the cluster of its word.
    hashes: Vec<(u32, u16)>,
}

impl Clusters {
    /// The table of `words` with their clusters; of two words with the same hash, the first counts.
    pub fn of(words: &[(&str, u16)]) -> Self {
        let mut clusters = Self { words: (words.len() as u32).min(MOST_WORDS), hashes: Vec::new() };
        clusters.hashes = words.iter().map(|(word, cluster)| (clusters.place(word), *cluster)).collect();
        clusters.settle();
        clusters
    }

    fn settle(&mut self) {
        self.hashes.sort_by_key(|(hash, _)| *hash);
        self.hashes.dedup_by_key(|(hash, _)| *hash);
    }

    fn place(&self, word: &str) -> u32 {
        let size = u64::from(self.words) << PLAIN;
        (((hash::of_bytes(word.as_bytes()) >> 32) * size) >> 32) as u32
    }

    fn exactly(&self, word: &str) -> Option<u16> {
        let place = self.place(word);
        self.hashes.binary_search_by_key(&place, |(hash, _)| *hash).ok().map(|at| self.hashes[at].1)
    }

    /// The cluster of `word`, or of it without a genitive -s, or of its last part after a hyphen; 0 if unknown.
    pub fn of_word(&self, word: &str) -> u16 {
        let known = |form: &str| {
            let base = form.strip_suffix('s').map(|base| base.trim_end_matches(['\'', '’'])).filter(|base| base.len() > 2);
            self.exactly(form).or_else(|| self.exactly(base?))
        };
        known(word).or_else(|| known(word.rsplit_once('-')?.1)).unwrap_or(0)
    }

    /// Appends the table to `out`.
    pub fn write(&self, out: &mut Vec<u8>) {
        let mut ordered = self.hashes.clone();
        ordered.sort_by_key(|&(hash, cluster)| (cluster, hash));
        varint::write(out, self.words);
        let mut last = 0;
        for group in ordered.chunk_by(|a, b| a.1 == b.1) {
            let (cluster, count) = (u32::from(group[0].1), group.len() as u32);
            // The distances are distributed geometrically: best are the bits of seven tenths of their mean.
            let mean = (u64::from(self.words) << PLAIN) / u64::from(count);
            let plain = (mean * 7 / 10).max(1).ilog2() as u8;
            let (stream, _) = rice::write(group.iter().map(|(hash, _)| *hash as usize), plain);
            varint::write(out, cluster - last);
            varint::write(out, count);
            out.push(plain);
            varint::write(out, stream.len() as u32);
            out.extend_from_slice(&stream);
            last = cluster;
        }
    }

    /// Reads what [`Clusters::write`] wrote, to the end.
    pub(super) fn read(reader: &mut Reader) -> Result<Self, ModelError> {
        let wrong = ModelError::Content("clusters of words");
        let words = reader.varint()?;
        let mut clusters = Self { words, hashes: Vec::new() };
        let mut cluster = 0u16;
        while !reader.is_at_end() {
            let distance = u16::try_from(reader.varint()?).map_err(|_| wrong)?;
            cluster = cluster.checked_add(distance).ok_or(wrong)?;
            let (count, plain, length) = (reader.varint()?, reader.byte()?, reader.varint()?);
            if words > MOST_WORDS || u64::from(count) + clusters.hashes.len() as u64 > u64::from(words) || plain > 31 {
                return Err(wrong);
            }
            for hash in rice::read(reader.take(length as usize)?, plain, count) {
                clusters.hashes.push((u32::try_from(hash).map_err(|_| wrong)?, cluster));
            }
        }
        clusters.settle();
        Ok(clusters)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_read_as_it_was_written() {
        let words: Vec<String> = (0..2000).map(|n| format!("Wort{n}")).collect();
        let table: Vec<(&str, u16)> = words.iter().zip(0u16..).map(|(word, n)| (word.as_str(), n * 7 % 37)).collect();
        let clusters = Clusters::of(&table);
        let mut bytes = Vec::new();
        clusters.write(&mut bytes);
        let read = Clusters::read(&mut Reader::new(&bytes)).expect("it was written so");
        assert!(read.hashes == clusters.hashes && bytes.len() < 3500, "{}", bytes.len());
        let right = table.iter().filter(|(word, cluster)| read.of_word(word) == *cluster).count();
        assert!(right > 1900, "few share a hash: {right}");
        let strangers = (5000..15_000).filter(|n| read.of_word(&format!("Wort{n}")) != 0).count();
        assert!(strangers < 400, "{strangers} of 10,000");
    }

    #[test]
    fn genitives_and_compounds_have_the_cluster_of_their_word() {
        // In a large table few other words are taken for one of it.
        let words: Vec<String> = (0..2000).map(|n| format!("Wort{n}")).collect();
        let others = words.iter().map(|word| (word.as_str(), 1));
        let clusters = Clusters::of(&[("Berlin", 80), ("Bayern", 7)].into_iter().chain(others).collect::<Vec<_>>());
        for (word, cluster) in [("Berlins", 80), ("Berlin’s", 80), ("Ost-Berlin", 80), ("Ost-Berlins", 80), ("Bayern", 7), ("in", 0)] {
            assert_eq!(clusters.of_word(word), cluster, "{word}");
        }
    }

    #[test]
    fn any_bytes_give_a_table_or_an_error() {
        let mut bytes = Vec::new();
        Clusters::of(&[("Berlin", 80), ("Bayern", 7)]).write(&mut bytes);
        for byte in 0..bytes.len() {
            for other in [0, 0x7f, 0xff] {
                let mut changed = bytes.clone();
                changed[byte] = other;
                let _ = Clusters::read(&mut Reader::new(&changed)).map(|clusters| clusters.of_word("Berlin"));
            }
            let _ = Clusters::read(&mut Reader::new(&bytes[..byte])).map(|clusters| clusters.of_word("Berlin"));
        }
    }
}
