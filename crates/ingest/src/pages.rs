//! The fixed pages, as they ship: what they say is the same for every collection.

use crate::prose::read;
use zeitlupe_core::prose::Pages;
use zeitlupe_words::pages::{DE, EN, Texts};

/// The fixed pages, German ones first, then English ones.
pub fn pages() -> [Pages; 2] {
    let of = |texts: &Texts| Pages {
        about: read(texts.about),
        limits: read(texts.limits),
        privacy: read(texts.privacy),
        access: read(texts.access),
    };
    [of(&DE), of(&EN)]
}
