//! A set of words that answers "surely not" or "probably": the hashes of its words, sorted, their distances Rice-coded
//! (Golomb-coded set: Putze, Sanders, Singler, "Cache-, hash- and space-efficient Bloom filters", 2007).
//!
//! A third smaller than a Bloom filter with the same error rate. In memory it is a bit set, so that a query is a single lookup.

use super::ModelError;
use super::bytes::Reader;
use super::hash;
use super::rice;

/// A set of words with a few bits for each. Its words are always found; other words rarely, the rarer the more bits are used.
///
/// ```
/// use zeitlupe_core::entity::model::Filter;
/// let filter = Filter::of(["Berlin", "Wien"].into_iter(), 8);
/// assert!(filter.contains("Wien") && filter.contains("Berlin"));
/// ```
pub struct Filter {
    /// Number of low bits of each hash that are stored as they are.
    plain: u8,
    /// Number of words; hashes are below `words << plain`.
    words: u32,
    bits: Vec<u64>,
}

/// Most words and plain bits of a filter, so that a file cannot request much memory.
const MOST_WORDS: u32 = 1 << 20;
const MOST_PLAIN: u8 = 12;

impl Filter {
    /// The set of `words`, at most a million. One in 2 to the power of `plain` other words is found by mistake; a word takes `plain` + 1.5 bits.
    pub fn of<'w>(words: impl ExactSizeIterator<Item = &'w str>, plain: u8) -> Self {
        let plain = plain.min(MOST_PLAIN);
        let mut filter = Self::empty(words.len().min(MOST_WORDS as usize) as u32, plain);
        for word in words {
            let place = filter.place(word);
            filter.bits[place / 64] |= 1 << (place % 64);
        }
        filter
    }

    fn empty(words: u32, plain: u8) -> Self {
        Self { plain, words, bits: vec![0; ((words as usize) << plain).div_ceil(64).max(1)] }
    }

    /// Whether `word` is probably in the set; `false` is always right.
    pub fn contains(&self, word: &str) -> bool {
        self.contains_hash(hash::of_bytes(word.as_bytes()))
    }

    /// The same for the hash of a word.
    pub(super) fn contains_hash(&self, hash: u64) -> bool {
        let place = self.place_of(hash);
        self.bits[place / 64] & 1 << (place % 64) != 0
    }

    /// The bit of `word`.
    fn place(&self, word: &str) -> usize {
        self.place_of(hash::of_bytes(word.as_bytes()))
    }

    fn place_of(&self, hash: u64) -> usize {
        let size = u64::from(self.words) << self.plain;
        (((hash >> 32) * size) >> 32) as usize
    }

    /// Appends the filter to `out`: the number of plain bits as a byte, then the numbers of words, of hashes and of following bytes as four bytes each,
    /// then the hashes as [`rice::write`] puts them.
    pub fn write(&self, out: &mut Vec<u8>) {
        let places = (0..self.bits.len() * 64).filter(|place| self.bits[place / 64] & 1 << (place % 64) != 0);
        let (stream, hashes) = rice::write(places, self.plain);
        out.push(self.plain);
        for number in [self.words, hashes, stream.len() as u32] {
            out.extend_from_slice(&number.to_le_bytes());
        }
        out.extend_from_slice(&stream);
    }

    /// Reads what [`Filter::write`] wrote.
    pub(super) fn read(reader: &mut Reader) -> Result<Self, ModelError> {
        let plain = reader.byte()?;
        let (words, hashes, length) = (reader.u32()?, reader.u32()?, reader.u32()?);
        let stream = reader.take(length as usize)?;
        if plain > MOST_PLAIN || words > MOST_WORDS || hashes > words {
            return Err(ModelError::Content("a filter of words"));
        }
        let mut filter = Self::empty(words, plain);
        for place in rice::read(stream, plain, hashes) {
            *filter.bits.get_mut(place / 64).ok_or(ModelError::Content("a filter of words"))? |= 1 << (place % 64);
        }
        Ok(filter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(range: std::ops::Range<u32>) -> Vec<String> {
        range.map(|n| format!("Wort{n}")).collect()
    }

    #[test]
    fn members_are_found_and_few_other_words() {
        let known = words(0..1000);
        let filter = Filter::of(known.iter().map(String::as_str), 8);
        let mut bytes = Vec::new();
        filter.write(&mut bytes);
        assert!((1000..1250).contains(&bytes.len()), "9.5 bits for each: {}", bytes.len());
        let read = Filter::read(&mut Reader::new(&bytes)).expect("it was written so");
        assert!(filter.bits == read.bits && known.iter().all(|word| read.contains(word)));
        let wrong = words(1000..11_000).iter().filter(|word| read.contains(word)).count();
        assert!(wrong < 80, "{wrong} of 10,000 others");
    }

    #[test]
    fn any_bytes_give_a_filter_or_an_error() {
        let empty = Filter::of([].into_iter(), 8);
        let mut bytes = Vec::new();
        empty.write(&mut bytes);
        assert!(Filter::read(&mut Reader::new(&bytes)).is_ok_and(|filter| !filter.contains("Wort")));
        assert!(Filter::read(&mut Reader::new(&bytes[..7])).is_err());
        for byte in 0..bytes.len() {
            let mut other = bytes.clone();
            other[byte] = 0xff;
            let _ = Filter::read(&mut Reader::new(&other)).map(|filter| filter.contains("Wort"));
        }
    }
}
