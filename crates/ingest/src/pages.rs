//! The fixed pages, which are the same for every collection.

use crate::prose::read;
use zeitlupe_core::prose::Pages;
use zeitlupe_words::pages::{DE, EN, Texts};

/// The fixed pages, first the German, then the English ones.
///
/// ```
/// use zeitlupe_core::prose::Block;
/// let [german, _] = zeitlupe_ingest::pages();
/// assert!(matches!(german.limits[0], Block::Heading(1, _)));
/// ```
pub fn pages() -> [Pages; 2] {
    let of = |texts: &Texts| Pages {
        about: read(texts.about),
        limits: read(texts.limits),
        privacy: read(texts.privacy),
        access: read(texts.access),
    };
    [of(&DE), of(&EN)]
}
