//! One part of the bundle: a file, or an inlined block, of the same bytes.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Which part of the bundle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum PartKey {
    /// Totals, dates and sources of all articles, and how many other parts there are. Loaded first.
    Base,
    /// What the front page shows of the first articles.
    Front,
    /// All entities with their counts.
    Entities,
    /// All items of the timeline, without their words.
    Timeline,
    /// Who is named in the sentences of the timeline.
    Cast,
    /// Who wrote the articles, and how many words they have.
    Details,
    /// The outline of the land, the same for every corpus.
    Outline,
    /// The fixed pages, imprint, tasks and tours.
    Papers,
    /// What some thousand neighbouring articles are called, and their ids.
    Titles(u32),
    /// Who is named together with some hundred neighbouring entities.
    Relations(u32),
    /// The words of some hundred neighbouring items of the timeline.
    Told(u32),
    /// A chunk of the index: words and the articles that hold them.
    Index(u32),
    /// Places of a very frequent word.
    Places(u32),
    /// A chunk of the spelling list.
    Spelling(u32),
    /// Texts with their marks, cut into chunks of neighbouring articles.
    Articles(u32),
}

impl PartKey {
    /// `base`, `titles-0`, `index-3`, `articles-0`: the beginning of the file's name.
    pub fn name(self) -> String {
        let (name, number) = match self {
            Self::Base => ("base", None),
            Self::Front => ("front", None),
            Self::Entities => ("entities", None),
            Self::Timeline => ("timeline", None),
            Self::Cast => ("cast", None),
            Self::Details => ("details", None),
            Self::Outline => ("outline", None),
            Self::Papers => ("papers", None),
            Self::Titles(n) => ("titles", Some(n)),
            Self::Relations(n) => ("relations", Some(n)),
            Self::Told(n) => ("told", Some(n)),
            Self::Index(n) => ("index", Some(n)),
            Self::Places(n) => ("places", Some(n)),
            Self::Spelling(n) => ("spelling", Some(n)),
            Self::Articles(n) => ("articles", Some(n)),
        };
        number.map_or_else(|| name.to_owned(), |n| format!("{name}-{n}"))
    }

    /// Which of its kind; 0 for one that is alone.
    pub fn number(self) -> u32 {
        match self {
            Self::Base | Self::Front | Self::Entities | Self::Timeline | Self::Cast | Self::Details | Self::Outline | Self::Papers => 0,
            Self::Titles(n)
            | Self::Relations(n)
            | Self::Told(n)
            | Self::Index(n)
            | Self::Places(n)
            | Self::Spelling(n)
            | Self::Articles(n) => n,
        }
    }

    /// `index-3-0123456789abcdef.bin`: the part's file in the bundle of a corpus. It changes with the corpus, so that it may be cached for ever.
    pub fn file(self, corpus: u64) -> String {
        format!("{}-{corpus:016x}.bin", self.name())
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
