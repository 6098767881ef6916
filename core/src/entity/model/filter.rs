//! A set of words that answers "surely not" or "probably": a Bloom filter
//! (Bloom, "Space/time trade-offs in hash coding with allowable errors", 1970).

use super::ModelError;
use super::bytes::Reader;

/// A set of words in some bits for each. A word that was put in is always found; another one rarely, the rarer the more bits.
pub struct Filter {
    /// How many bits are looked at for a word.
    probes: u8,
    bits: Vec<u8>,
}

impl Filter {
    /// The set of `words` with `bits_per_word` bits for each: 8 let about one word in fifty through, 12 one in three hundred.
    pub fn of<'w>(words: impl ExactSizeIterator<Item = &'w str>, bits_per_word: u8) -> Self {
        let bytes = (words.len() * usize::from(bits_per_word)).div_ceil(8).max(1);
        // The best number of probes is ln 2 times the bits for a word.
        let probes = ((u32::from(bits_per_word) * 69 + 50) / 100).clamp(1, 16) as u8;
        let mut filter = Self { probes, bits: vec![0; bytes] };
        for word in words {
            for bit in filter.places(word) {
                filter.bits[bit / 8] |= 1 << (bit % 8);
            }
        }
        filter
    }

    /// Whether `word` is probably in the set; `false` is certain.
    pub fn contains(&self, word: &str) -> bool {
        self.places(word).all(|bit| self.bits[bit / 8] & 1 << (bit % 8) != 0)
    }

    /// The bits of `word`, by double hashing (Kirsch and Mitzenmacher, "Less hashing, same performance", 2006).
    fn places(&self, word: &str) -> impl Iterator<Item = usize> + use<> {
        let hash = super::hash::of_bytes(word.as_bytes());
        let (start, step) = (hash as u32, (hash >> 32) as u32 | 1);
        let size = self.bits.len() as u64 * 8;
        (0..u32::from(self.probes)).map(move |n| (u64::from(start.wrapping_add(n.wrapping_mul(step))) * size >> 32) as usize)
    }

    /// Appends the filter to `out`: one byte of probes, four of the length in bytes, then the bits.
    pub fn write(&self, out: &mut Vec<u8>) {
        out.push(self.probes);
        out.extend_from_slice(&(self.bits.len() as u32).to_le_bytes());
        out.extend_from_slice(&self.bits);
    }

    /// Reads what [`Filter::write`] wrote.
    pub(super) fn read(reader: &mut Reader) -> Result<Self, ModelError> {
        let probes = reader.byte()?;
        let length = reader.u32()? as usize;
        let bits = reader.take(length)?.to_vec();
        if bits.is_empty() || !(1..=16).contains(&probes) {
            return Err(ModelError::Content("a filter of words"));
        }
        Ok(Self { probes, bits })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_in_is_found_and_little_else() {
        let words: Vec<String> = (0..1000).map(|n| format!("Wort{n}")).collect();
        let filter = Filter::of(words.iter().map(String::as_str), 12);
        assert!(words.iter().all(|word| filter.contains(word)));
        let wrong = (1000..11_000).filter(|n| filter.contains(&format!("Wort{n}"))).count();
        assert!(wrong < 100, "{wrong} of 10,000 others");
        assert!(!Filter::of([].into_iter(), 8).contains("Wort"));
    }
}
