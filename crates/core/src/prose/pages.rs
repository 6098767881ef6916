//! The fixed pages, as they ship: what they say is the same for every collection.

use super::{Block, read};
use serde::{Deserialize, Serialize};

/// The fixed pages in one language. Each begins with its title, a heading of level 1.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pages {
    /// What this is and how to search.
    pub about: Vec<Block>,
    /// How often the analysis errs.
    pub limits: Vec<Block>,
    /// What is transferred, and what is not.
    pub privacy: Vec<Block>,
    /// Who can use it, and what does not work.
    pub access: Vec<Block>,
}

/// The fixed pages, German ones first, then English ones.
pub fn all() -> [Pages; 2] {
    let de = Pages {
        about: read(include_str!("pages/about.de.md")),
        limits: read(include_str!("pages/limits.de.md")),
        privacy: read(include_str!("pages/privacy.de.md")),
        access: read(include_str!("pages/access.de.md")),
    };
    let en = Pages {
        about: read(include_str!("pages/about.en.md")),
        limits: read(include_str!("pages/limits.en.md")),
        privacy: read(include_str!("pages/privacy.en.md")),
        access: read(include_str!("pages/access.en.md")),
    };
    [de, en]
}
