//! The directory of the index: where its chunks begin.

use serde::{Deserialize, Serialize};

/// Most chunks whose borders are in the base part, which every reader loads.
const WHOLE: usize = 6000;
/// Number of chunks whose borders are in one part, if there are more.
pub(super) const BORDERS: usize = 256;
/// The directory of the index, in the base part.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Directory {
    /// Number of chunks.
    pub chunks: u32,
    /// The borders: for each chunk the shortest prefix of its first family that sorts after all families of earlier chunks. If there are
    /// thousands, only that of the first chunk of each part with borders.
    pub families: Vec<String>,
    /// The first bucket of each chunk of the spelling list.
    pub buckets: Vec<String>,
    /// Number of parts with separate positions.
    pub far: u32,
}

/// The directory of chunks with these borders, and the parts with all of them if there are many.
pub(super) fn directory_of(borders: Vec<String>) -> (Directory, Vec<Vec<u8>>) {
    let chunks = borders.len() as u32;
    if borders.len() <= WHOLE {
        return (Directory { chunks, families: borders, ..Directory::default() }, Vec::new());
    }
    let part =
        |borders: &[String]| postcard::to_allocvec(borders).expect("a list of strings has a length, which is all that postcard asks for");
    let families = borders.chunks(BORDERS).map(|part| part[0].clone()).collect();
    (Directory { chunks, families, ..Directory::default() }, borders.chunks(BORDERS).map(part).collect())
}
