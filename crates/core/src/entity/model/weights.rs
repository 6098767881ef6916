//! The weights of the tagger, and their file format.
//!
//! ```text
//! content of names.model:
//!   varint  number of features
//!   169     transitions: TAGS x TAGS signed bytes, from the tag before to the tag
//!   varints features in rising order, each as the distance from the one before
//!   2 each  which tags have a weight, a bit each
//!   1 each  the weights of these tags, signed
//!   table   of confidences, see `evidence`
//! ```

use super::ModelError;
use super::bytes::Reader;
use super::features::{FEATURE_BITS, Feature};
use super::tag::TAGS;
use crate::codec::varint;

/// The scores of one feature for all tags.
pub type Row = [i8; TAGS];

/// Weights by feature: a bit for every possible feature indicates whether it has a row, and the number of bits set before it is the index of the row.
/// Most features have none, so that most lookups only need a table that fits into the cache.
pub struct Weights {
    /// Scores of a tag (second) after another (first).
    pub transitions: [Row; TAGS],
    blocks: Vec<Block>,
    rows: Vec<Row>,
}

/// A block of 64 consecutive features.
#[derive(Clone, Copy, Default)]
struct Block {
    /// The features that have a row, as bits, the first in the lowest.
    known: u64,
    /// Number of rows of all features before them.
    before: u32,
}

impl Weights {
    /// The weights of `features`, which are sorted and unique; features of more than 22 bits are left out.
    pub fn new(transitions: [Row; TAGS], features: &[(Feature, Row)]) -> Self {
        let mut weights =
            Self { transitions, blocks: vec![Block::default(); 1 << (FEATURE_BITS - 6)], rows: Vec::with_capacity(features.len()) };
        for (feature, row) in features {
            let Some(block) = weights.blocks.get_mut(*feature as usize / 64) else { break };
            block.known |= 1 << (feature % 64);
            weights.rows.push(*row);
        }
        let mut before = 0;
        for block in &mut weights.blocks {
            block.before = before;
            before += block.known.count_ones();
        }
        weights
    }

    /// Adds the weights of `feature` to `scores`.
    pub fn add(&self, feature: Feature, scores: &mut [i32; TAGS]) {
        let Some(block) = self.blocks.get(feature as usize / 64) else { return };
        let bit = 1 << (feature % 64);
        if block.known & bit == 0 {
            return;
        }
        let row = block.before + (block.known & (bit - 1)).count_ones();
        for (score, weight) in scores.iter_mut().zip(&self.rows[row as usize]) {
            *score += i32::from(*weight);
        }
    }

    /// Writes the part of the file with the weights.
    pub fn write(transitions: &[Row; TAGS], features: &[(Feature, Row)], out: &mut Vec<u8>) {
        varint::write(out, features.len() as u32);
        out.extend(transitions.iter().flatten().map(|w| *w as u8));
        let mut last = 0;
        for (feature, _) in features {
            varint::write(out, feature - last);
            last = *feature;
        }
        for (_, row) in features {
            let mask = row.iter().enumerate().fold(0u16, |mask, (tag, weight)| mask | u16::from(*weight != 0) << tag);
            out.extend_from_slice(&mask.to_le_bytes());
        }
        for (_, row) in features {
            out.extend(row.iter().filter(|w| **w != 0).map(|w| *w as u8));
        }
    }

    /// Reads the weights.
    pub(super) fn read(reader: &mut Reader) -> Result<Self, ModelError> {
        let count = reader.varint()? as usize;
        let mut transitions = [[0; TAGS]; TAGS];
        for (weight, byte) in transitions.iter_mut().flatten().zip(reader.take(TAGS * TAGS)?) {
            *weight = *byte as i8;
        }
        // A number that is too large for the file must not allocate memory.
        let mut features: Vec<(Feature, Row)> = Vec::new();
        let mut last = 0u32;
        for index in 0..count {
            let distance = reader.varint()?;
            last = last
                .checked_add(distance)
                .filter(|feature| *feature < u32::MAX && (distance > 0 || index == 0))
                .ok_or(ModelError::Content("rising features"))?;
            features.push((last, [0; TAGS]));
        }
        let masks = reader.take(count * 2)?;
        for ((_, row), mask) in features.iter_mut().zip(masks.chunks_exact(2)) {
            let mask = u16::from_le_bytes([mask[0], mask[1]]);
            for (tag, weight) in row.iter_mut().enumerate() {
                if mask & 1 << tag != 0 {
                    *weight = reader.byte()? as i8;
                }
            }
        }
        Ok(Self::new(transitions, &features))
    }
}
