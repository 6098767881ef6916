//! A part with titles, decoded.

use crate::bundle::{TITLES, Titles};
use crate::codec::packed;
use crate::part::Damage;

/// The titles of one part.
pub(super) struct LoadedTitles {
    pub ids: Vec<String>,
    pub labels: Vec<String>,
}

impl LoadedTitles {
    /// Decodes the part with this number; `articles` are all of the corpus.
    pub fn new(part: u32, articles: u32, titles: &Titles) -> Result<Self, Damage> {
        let read = |bytes: &[u8]| packed::unpack(bytes).ok_or(Damage::Content);
        let (ids, labels) = (read(&titles.ids)?, read(&titles.labels)?);
        let count = articles.saturating_sub(part.saturating_mul(TITLES)).min(TITLES) as usize;
        if [ids.len(), labels.len()] != [count; 2] {
            return Err(Damage::Content);
        }
        Ok(Self { ids, labels })
    }
}
