//! One part of the bundle: a file, or an inlined block, of the same bytes.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Which part of the bundle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum PartKey {
    /// Metadata of all articles, totals, and the list of the other parts. Loaded first.
    Base,
    /// All entities with their counts.
    Entities,
    /// All dated items.
    Timeline,
    /// The term dictionary.
    Terms,
    /// Postings, cut into chunks.
    Postings(u32),
    /// Texts with their marks, cut into chunks of neighbouring articles.
    Articles(u32),
}

impl PartKey {
    /// `base`, `entities`, `timeline`, `terms`, `postings-3`, `articles-0`: the stem of the file's name.
    pub fn name(self) -> String {
        match self {
            Self::Base => "base".into(),
            Self::Entities => "entities".into(),
            Self::Timeline => "timeline".into(),
            Self::Terms => "terms".into(),
            Self::Postings(n) => format!("postings-{n}"),
            Self::Articles(n) => format!("articles-{n}"),
        }
    }
}

/// Why the bytes of a part cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Damage {
    /// It does not begin with the magic bytes.
    NotABundle,
    /// It was written by another version of the format.
    Version {
        /// The version that it names.
        found: u16,
        /// The version that this program reads.
        expected: u16,
    },
    /// It is shorter or longer than it says.
    Length {
        /// Bytes that its header announces.
        expected: u32,
        /// Bytes that are there.
        found: u32,
    },
    /// Its checksum does not fit.
    Checksum,
    /// The checksum fits, but the content is of another part or another corpus.
    Foreign,
    /// The content cannot be decoded.
    Content,
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotABundle => write!(f, "expected a Zeitlupe bundle, found other data"),
            Self::Version { found, expected } => {
                write!(f, "expected bundle version {expected}, found {found}")
            }
            Self::Length { expected, found } => {
                write!(f, "expected {expected} bytes, found {found}")
            }
            Self::Checksum => write!(f, "the checksum does not fit: the data were changed or cut on the way"),
            Self::Foreign => write!(f, "the data belong to another part or another corpus"),
            Self::Content => write!(f, "the content cannot be decoded"),
        }
    }
}
